#include "pipeline/reading/numerals.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/image/stems.h"

namespace vanthu::reading {
namespace {

constexpr double kRim = 3;       // pixels of paper round a word's box
constexpr double kSerif = 0.25;  // of a stem's height; the arms of a T are longer
constexpr int kUneven = 2;       // pixels by which the serifs above and below differ
constexpr int kWiderFoot = 3;    // pixels by which the foot of a 1 is wider than its head, at least
constexpr size_t kMostOnes = 3;  // IIII is no number
constexpr double kCounted = 0.8;  // confidence of a number whose strokes were counted

using image::MiddleStroke;

// A stem with serifs of one size to all sides.
bool IsRomanOne(const MiddleStroke& stem) {
  if (!stem.is_stem) return false;
  const auto [least, most] =
      std::minmax({stem.left_above, stem.right_above, stem.left_below, stem.right_below});
  const int above = stem.left_above + stem.right_above, below = stem.left_below + stem.right_below;
  return least >= 1 && most <= kSerif * stem.height() && std::abs(above - below) <= kUneven;
}

// A stem with a flag at the left of its head and a foot to both sides.
bool IsDigitOne(const MiddleStroke& stem) {
  const int above = stem.left_above + stem.right_above, below = stem.left_below + stem.right_below;
  return stem.is_stem && stem.left_above >= 1 && stem.right_above <= 1 && stem.left_below >= 2 &&
         stem.right_below >= 2 && below >= above + kWiderFoot;
}

// A word as read, cut where a number may be.
struct Parts {
  std::string open, tens, ones, rest;
};

// The ones as the strokes have them; none where anything about them is unclear.
std::optional<std::string> OnesOf(const Parts& parts, const std::vector<MiddleStroke>& strokes) {
  size_t i = parts.open.empty() ? 0 : 1;
  if (!parts.tens.empty()) {
    const size_t first = i;
    while (i < strokes.size() && !strokes[i].is_stem) ++i;
    if (i == first) return std::nullopt;
  }
  size_t roman = 0, digits = 0;
  for (; i < strokes.size(); ++i) {
    if (IsRomanOne(strokes[i])) {
      ++roman;
    } else if (IsDigitOne(strokes[i])) {
      ++digits;
    } else {
      break;
    }
  }
  const bool goes_on = i < strokes.size();
  const char next = parts.rest.empty() ? '\0' : parts.rest.front();
  if (goes_on && next != '/' && next != ')' && next != '-') return std::nullopt;
  if (roman > 0 && digits == 0 && roman <= kMostOnes) return std::string(roman, 'I');
  // As many digits as letters: only their kind was mistaken.
  const bool plain = parts.tens.empty() && parts.ones.size() == digits;
  if (digits > 0 && roman == 0 && plain) return std::string(digits, '1');
  return std::nullopt;
}

}  // namespace

void MendNumerals(const image::Image& image, std::vector<CorrectedWord>& words) {
  static const RE2 number(R"re(([(]?)([VX]{0,2})([IHMTNUl1|!ỊÍÌ]{1,5})(|[).,:;-]+|/.*))re");
  static const RE2 tens(
      R"re(([(]?)[1l|]([VX])([).,:;]*|/\d{4}.*))re");  // 1V/2010: a number of no kind
  for (CorrectedWord& word : words) {
    Parts parts;
    const std::string read = word.word.text;
    if (RE2::FullMatch(read, tens) && RE2::Replace(&word.word.text, tens, "\\1I\\2\\3")) {
      if (word.raw.empty()) word.raw = read;
      continue;
    }
    if (!RE2::FullMatch(word.word.text, number, &parts.open, &parts.tens, &parts.ones, &parts.rest))
      continue;
    const Box& box = word.word.box;
    const Box region = {box.x0 - kRim, box.y0 - kRim, box.x1 + kRim, box.y1 + kRim};
    const std::optional<std::string> ones =
        OnesOf(parts, image::MiddleStrokesOf(image::InkOf(image, region)));
    if (!ones || *ones == parts.ones) continue;
    std::string text = parts.open + parts.tens + *ones + parts.rest;
    if (word.raw.empty()) word.raw = std::move(word.word.text);
    word.word.text = std::move(text);
    word.word.confidence = std::max(word.word.confidence, kCounted);
    word.word.symbols.clear();
  }
}

}  // namespace vanthu::reading
