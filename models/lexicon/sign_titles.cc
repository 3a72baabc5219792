#include "models/lexicon/sign_titles.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

constexpr double kMostCost = 0.3;
constexpr double kCapitals = 0.6;  // of the letters
constexpr size_t kMostLetters = 60, kFewestLetters = 4;

// A sign of a line: its letter without marks, and with them.
struct Sign {
  char32_t plain = 0, exact = 0;  // in capitals
  char32_t printed = 0;
  bool letter = false;
};

// Well-formed syllables of three letters (or two, one of them marked) or more.
int Syllables(std::string_view text) {
  int count = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(" .,", begin), text.size());
    if (end - begin > 2 && IsSyllable(text.substr(begin, end - begin))) ++count;
    begin = end + 1;
  }
  return count;
}

using Signs = std::vector<Sign>;

struct Known {
  std::string text;
  Signs signs;
  double letters = 0;
};

Signs SignsOf(std::string_view text) {
  Signs out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    const std::string_view sign = text.substr(i, at.length);
    const std::string folded = Fold(sign), upper = Upper(sign);
    const char32_t plain = folded.empty() ? at.value : DecodeAt(folded, 0).value;
    out.push_back({plain, DecodeAt(upper, 0).value, at.value, IsLetter(at.value)});
    i += at.length;
  }
  return out;
}

double CostToLose(const Sign& sign) { return sign.letter ? 1 : 0.2; }

double CostToChange(const Sign& from, const Sign& to) {
  if (from.exact == to.exact) return 0;
  if (from.plain == to.plain) return 0.3;
  return from.letter == to.letter ? 1 : to.letter ? 1 : 0.6;
}

// What a seal or a pen leaves before and after the line costs less than letters lost inside.
constexpr double kNoiseOutside = 0.35;
constexpr double kLostAtEnd = 0.7;

double Distance(const Signs& read, const Signs& known) {
  const size_t n = known.size();
  std::vector<double> row(n + 1), next(n + 1);
  for (size_t k = 0; k < n; ++k) row[k + 1] = row[k] + CostToLose(known[k]);
  for (const Sign& sign : read) {
    const double outside = sign.letter ? kNoiseOutside : kNoiseOutside / 3;
    next[0] = row[0] + outside;
    for (size_t k = 0; k < n; ++k) {
      const double extra = k + 1 == n ? outside : CostToLose(sign);
      next[k + 1] = std::min({row[k] + CostToChange(sign, known[k]), row[k + 1] + extra,
                              next[k] + CostToLose(known[k])});
    }
    std::swap(row, next);
  }
  // The end may be cut off: its letters were never seen.
  double best = row[n], lost = 0;
  for (size_t k = n; k > 0; --k) {
    lost += kLostAtEnd * CostToLose(known[k - 1]);
    best = std::min(best, row[k - 1] + lost);
  }
  return best;
}

const std::vector<Known>& KnownTitles() {
  static const std::vector<Known> known = [] {
    std::vector<Known> out;
    const auto add = [&out](const std::string& text) {
      Known one{text, SignsOf(text), 0};
      one.letters = static_cast<double>(
          std::ranges::count_if(one.signs, [](const Sign& s) { return s.letter; }));
      out.push_back(std::move(one));
    };
    for (const auto& row : ReadTable("signature_titles.tsv", 1)) {
      add(row[0]);
      add("PHÓ " + row[0]);
      for (const char* mark : {"KT. ", "TL. ", "TUQ. ", "Q. ", "K/T ", "T/L "}) add(mark + row[0]);
    }
    for (const char* body :
         {"ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND TỈNH", "UBND HUYỆN", "UBND THÀNH PHỐ",
          "ỦY BAN NHÂN DÂN TỈNH", "HỘI ĐỒNG NHÂN DÂN", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH",
          "BAN CHỈ ĐẠO", "CHÍNH PHỦ", "TỈNH ỦY", "THƯỜNG TRỰC", "ỦY BAN", "BAN CHỦ NHIỆM"}) {
      for (const char* mark : {"TM. ", "T/M "}) add(std::string(mark).append(body));
    }
    return out;
  }();
  return known;
}

}  // namespace

std::optional<SignTitleMatch> NearestSignTitle(std::string_view text) {
  const Signs read = SignsOf(text);
  const auto letters = std::ranges::count_if(read, [](const Sign& s) { return s.letter; });
  if (read.size() > kMostLetters || letters < static_cast<std::ptrdiff_t>(kFewestLetters))
    return std::nullopt;
  const auto capitals =
      std::ranges::count_if(read, [](const Sign& s) { return s.letter && IsUpper(s.printed); });
  if (static_cast<double>(capitals) < kCapitals * static_cast<double>(letters)) return std::nullopt;
  const Known* best = nullptr;
  double least = kMostCost;
  for (const Known& known : KnownTitles()) {
    if (static_cast<double>(letters) < 0.6 * known.letters) continue;
    const double cost = Distance(read, known.signs) / known.letters;
    if (cost < least) {
      least = cost;
      best = &known;
    }
  }
  if (best == nullptr || Syllables(text) > Syllables(best->text)) return std::nullopt;
  return SignTitleMatch{best->text, least};
}

}  // namespace vanthu
