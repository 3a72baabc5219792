#include "pipeline/evaluate/compare.h"

#include <gtest/gtest.h>

#include "pipeline/evaluate/edit_distance.h"

namespace vanthu::evaluate {
namespace {

size_t PlainDistance(std::u32string_view a, std::u32string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

size_t PlainBestPlace(std::u32string_view pattern, std::u32string_view text) {
  std::vector<size_t> column(pattern.size() + 1);
  for (size_t i = 0; i <= pattern.size(); ++i) column[i] = i;
  size_t best = pattern.size();
  for (const char32_t symbol : text) {
    size_t diagonal = 0;
    for (size_t i = 1; i <= pattern.size(); ++i) {
      const size_t changed = diagonal + (pattern[i - 1] == symbol ? 0 : 1);
      diagonal = column[i];
      column[i] = std::min({column[i] + 1, column[i - 1] + 1, changed});
    }
    best = std::min(best, column.back());
  }
  return best;
}

// Reproducible, over a small alphabet, so that there is much to align.
std::u32string Noise(size_t length, uint32_t seed) {
  std::u32string out;
  for (size_t i = 0; i < length; ++i) {
    seed = seed * 1664525 + 1013904223;
    out.push_back(U'a' + (seed >> 24) % 4);
  }
  return out;
}

TEST(EditDistance, AgreesWithThePlainAlgorithm) {
  const size_t lengths[] = {0, 1, 2, 31, 63, 64, 65, 127, 128, 129, 200};
  uint32_t seed = 1;
  for (const size_t a : lengths) {
    for (const size_t b : lengths) {
      const std::u32string left = Noise(a, seed++);
      const std::u32string right = Noise(b, seed++);
      EXPECT_EQ(EditDistance(left, right), PlainDistance(left, right)) << a << ", " << b;
      EXPECT_EQ(BestPlaceDistance(left, right), PlainBestPlace(left, right)) << a << ", " << b;
    }
  }
}

TEST(EditDistance, FindsTheBestPlace) {
  EXPECT_EQ(BestPlaceDistance(U"Kính gửi", U"SỞ Y TẾ Kính gửi: Bộ"), 0U);
  EXPECT_EQ(BestPlaceDistance(U"Kính gửi", U"SỞ Y TẾ Kinh gửi: Bộ"), 1U);
  EXPECT_EQ(BestPlaceDistance(U"abc", U""), 3U);
  EXPECT_EQ(BestPlaceDistance(U"", U"abc"), 0U);
}

struct Case {
  const char *gold, *predicted;
  Match want;
};

TEST(Comparable, Texts) {
  const Case cases[] = {
      {"Sở Y tế", "Sở Y tế", Match::kStrict},
      {"Sở Y tế", "  Sở Y tế\n", Match::kStrict},
      {"Sở Y tế", "Sơ\u0309 Y tê\u0301", Match::kStrict},  // NFD
      {"Sở Y tế", "SỞ Y TẾ", Match::kSoft},
      {"Lưu: VT, HTQT", "Lưu VT; HTQT.", Match::kSoft},
      {"Đà Nẵng", "Da Nang", Match::kSoft},
      {"650/UBND-ĐNMN", "650/UBND-ÐNMN", Match::kSoft},  // U+00D0
      {"2013 – 2015", "2013 - 2015", Match::kSoft},
      {"Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tao", Match::kSoft},
      {"Nguyễn Trúc Giang", "Nguyễn Trúc Glang", Match::kEdit},
      {"575/UBND-KTTH", "57/UBND-KTTH", Match::kEdit},
      {"Sở Y tế", "Sở Tư pháp", Match::kNone},
      {"Khẩn", "", Match::kNone},
      {"./.", ".", Match::kNone},  // signs alone have no soft form
      {"%", "", Match::kNone},
  };
  for (const Case& c : cases) {
    const Comparable gold(c.gold, ValueKind::kText), predicted(c.predicted, ValueKind::kText);
    EXPECT_EQ(gold.CompareTo(predicted), c.want) << c.gold << " / " << c.predicted;
    EXPECT_EQ(predicted.CompareTo(gold), c.want) << c.gold << " / " << c.predicted;
  }
}

TEST(Comparable, CodesAreRightOrWrong) {
  const Case cases[] = {
      {"2014-02-27", "2014-02-27", Match::kStrict},  {"2014-02-27", "2014-02-26", Match::kNone},
      {"1000000000.5", "10000000005", Match::kNone}, {"QĐ", "QD", Match::kSoft},
      {"lượt người", "Lượt  người", Match::kSoft},   {"reply_to", "cites", Match::kNone},
  };
  for (const Case& c : cases) {
    const Comparable gold(c.gold, ValueKind::kCode), predicted(c.predicted, ValueKind::kCode);
    EXPECT_EQ(gold.CompareTo(predicted), c.want) << c.gold << " / " << c.predicted;
  }
}

TEST(Comparable, CaseMayBeLeftOut) {
  const Comparable gold("Sở Y tế", ValueKind::kText, Casing::kAny);
  EXPECT_EQ(gold.CompareTo(Comparable("SỞ Y TẾ", ValueKind::kText, Casing::kAny)), Match::kStrict);
  EXPECT_EQ(gold.CompareTo(Comparable("SO Y TE", ValueKind::kText, Casing::kAny)), Match::kSoft);
  EXPECT_EQ(gold.shown(), "Sở Y tế");
}

TEST(Comparable, Similarity) {
  const Comparable a("abcdefghij", ValueKind::kText);
  EXPECT_DOUBLE_EQ(a.SimilarityTo(Comparable("abcdefghiX", ValueKind::kText)), 0.9);
  EXPECT_DOUBLE_EQ(a.SimilarityTo(Comparable("abc", ValueKind::kText)), 0.3);
  EXPECT_DOUBLE_EQ(a.SimilarityTo(Comparable("abc", ValueKind::kText), 0.5), 0);
  const Comparable nothing("", ValueKind::kText);
  EXPECT_DOUBLE_EQ(nothing.SimilarityTo(nothing), 1);
}

}  // namespace
}  // namespace vanthu::evaluate
