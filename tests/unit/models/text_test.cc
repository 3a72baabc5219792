// Vietnamese text: folding, normalising, syllables. Row tables: {printed, wanted}.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/syllable.h"

namespace vanthu {
namespace {

struct Row {
  const char* in;
  const char* want;
};

TEST(Fold, TakesMarksAndCaseAway) {
  for (const Row& row : {
           Row{"Đoàn ra Ủy ban", "doan ra uy ban"},
           Row{"QUYẾT ĐỊNH", "quyet dinh"},
           Row{"\u00D0\u1ED1i", "doi"},  // Eth for Đ
           Row{"e\u0301", "e"},          // a mark of its own
           Row{"650/UBND-ĐNMN", "650/ubnd-dnmn"},
           Row{"", ""},
           Row{"Лаос", "лаос"},
       }) {
    EXPECT_EQ(Fold(row.in), row.want) << row.in;
  }
}

TEST(Fold, MapsBackToThePrintedBytes) {
  const FoldedText folded = FoldWithOffsets("Đoàn ủy");
  ASSERT_EQ(folded.folded, "doan uy");
  ASSERT_EQ(folded.offsets.size(), 8u);
  EXPECT_EQ(folded.offsets[0], 0u);
  EXPECT_EQ(folded.offsets[1], 2u);  // o after the two bytes of Đ
  EXPECT_EQ(folded.offsets[5], 7u);  // ủ
  EXPECT_EQ(folded.offsets[7], 11u);
}

TEST(MatchForm, HasOneTonePlacement) {
  for (const Row& row : {
           Row{"hoà bình", "hòa bình"}, Row{"Uỷ ban", "ủy ban"}, Row{"UỶ BAN", "ủy ban"},
           Row{"hoàn", "hoàn"}, Row{"huỳnh", "huỳnh"}, Row{"quý", "quý"}, Row{"quí", "quí"},
           Row{"khoẻ", "khỏe"}, Row{"thuỷ", "thủy"}, Row{"ngoài", "ngoài"}, Row{"giá", "giá"},
           Row{"của", "của"}, Row{"Ðà Nẵng", "đà nẵng"}, Row{"COVID-19", "covid-19"},
       }) {
    EXPECT_EQ(MatchForm(row.in), row.want) << row.in;
  }
}

TEST(Normalize, UnifiesWhatPrintersVary) {
  for (const Row& row : {
           Row{"22 \u2013 NQ/TW", "22 - NQ/TW"}, Row{"1478\u2044C\u0110-TTg", "1478/CĐ-TTg"},
           Row{"Q\u00D0-UBND", "QĐ-UBND"}, Row{"\uFEFFa\u00A0 \tb ", "a b"},
           Row{"u\u031B\u0309", "ử"}, Row{"\u201Cx\u201D", "\"x\""}, Row{"a\u00ADb", "ab"},
       }) {
    EXPECT_EQ(Normalize(row.in).text, row.want) << row.in;
  }
}

TEST(Normalize, KeepsAMapToThePrint) {
  const std::string printed = "S\u1ED1\u00A0\u00A022 \u2013 NQ";
  const NormalizedText n = Normalize(printed);
  ASSERT_EQ(n.text, "S\u1ED1 22 - NQ");
  ASSERT_EQ(n.offsets.size(), n.text.size() + 1);
  const size_t dash = n.text.find('-');
  EXPECT_EQ(printed.substr(n.offsets[dash], 3), "\u2013");
  EXPECT_EQ(n.offsets.back(), printed.size());
}

TEST(CleanLine, KeepsThePrintButNotItsBlanks) {
  EXPECT_EQ(CleanLine("  a \u2013\u200B  b\t"), "a \u2013 b");
  EXPECT_EQ(CleanLine("\xff"), "\uFFFD");
  EXPECT_EQ(CleanLine("Vo\u200B\u031B"), "V\u01A1");
}

TEST(Syllable, KnowsWhatCanBeOne) {
  for (const char* yes : {"quyền", "chuyển", "nghiêng", "giếng", "gì", "quốc", "Ủy", "hoà", "hòa",
                          "khuỷu", "uống", "yêu", "ngoằn", "tháng", "ươm", "quý", "quí", "được"}) {
    EXPECT_TRUE(IsSyllable(yes)) << yes;
  }
  for (const char* no : {"cac", "UBND", "Đắkk", "ka", "ghà", "nga7", "xyz", "", "w", "tht", "qa"}) {
    EXPECT_FALSE(IsSyllable(no)) << no;
  }
}

// The lexicon counted on official texts marks each token well formed or not; the two must agree on
// all but a few of its frequent tokens.
TEST(Syllable, AgreesWithTheLexicon) {
  std::ifstream lexicon(VANTHU_SHARED "/language/syllables.tsv");
  if (!lexicon) GTEST_SKIP() << "the shared lexicon is not beside this checkout";
  int seen = 0, wrong = 0;
  std::string line, examples;
  while (std::getline(lexicon, line)) {
    std::istringstream fields(line);
    std::string syllable, count, well_formed;
    std::getline(fields, syllable, '\t');
    std::getline(fields, count, '\t');
    std::getline(fields, well_formed, '\t');
    if (count.empty() || !isdigit(static_cast<unsigned char>(count[0])) || std::stol(count) < 100) continue;
    ++seen;
    if (IsSyllable(syllable) != (well_formed == "1")) {
      ++wrong;
      if (wrong < 60) examples += syllable + (well_formed == "1" ? "+ " : "- ");
    }
  }
  ASSERT_GT(seen, 3000);
  EXPECT_LT(wrong, seen / 100) << wrong << " of " << seen << ": " << examples;
}

}  // namespace
}  // namespace vanthu
