#include "pipeline/reading/raised_units.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "pipeline/reading/raised.h"

namespace vanthu::reading {
namespace {

constexpr double kCapital = 0.85;  // of the height of most words, which have marks and tails
constexpr double kRoom = 0.5;      // of a capital, in which the digit stands behind its unit
constexpr double kTold = 0.85;     // confidence of a digit that its place tells

double MedianHeight(const std::vector<CorrectedWord>& words) {
  std::vector<double> heights;
  for (const CorrectedWord& word : words) {
    if (word.word.text.size() >= 3) heights.push_back(word.word.box.height());
  }
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

}  // namespace

void MendUnits(const image::Image& image, std::vector<CorrectedWord>& words) {
  static const RE2 unit(R"re(((?:.*[/\d(])?[kcdm]?m)(?:[23²³z?!*'"”“’‘°]{0,2})([.,;:)]*))re");
  const double high = kCapital * MedianHeight(words);
  for (size_t i = 0; i < words.size(); ++i) {
    std::string stem, rest;
    ReadWord& word = words[i].word;
    if (!RE2::FullMatch(word.text, unit, &stem, &rest)) continue;
    double room = kRoom * high;
    if (i + 1 < words.size() && words[i + 1].word.line == word.line)
      room = std::clamp(words[i + 1].word.box.x0 - word.box.x1 - 3, 0.0, room);
    const auto sign = FindRaised(image, word.box, room, high);
    if (!sign || sign->digit == 1) continue;  // a footnote's mark
    const int digit = LikelierDigit(image, sign->box, 2, 3);
    if (digit == 0) continue;
    std::string text = stem + (digit == 2 ? "²" : "³") + rest;
    if (text == word.text) continue;
    if (words[i].raw.empty()) words[i].raw = std::move(word.text);
    word.text = std::move(text);
    word.confidence = std::max(word.confidence, kTold);
    word.symbols.clear();
  }
}

}  // namespace vanthu::reading
