#include "pipeline/reading/cell_digits.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "models/text/utf8.h"
#include "pipeline/image/strokes.h"
#include "pipeline/reading/digit_net.h"

namespace vanthu::reading {
namespace {

constexpr size_t kMostDigits = 3;
constexpr size_t kMostSigns = 3;    // of what the engine made of them
constexpr double kSureText = 0.93;  // confidence of an engine that is not doubted
constexpr float kSureDigit = 0.9F;  // of the net
constexpr double kLeast = 12;       // pixels: the lowest digit that is taken for one
constexpr double kWide = 1.0;       // its width by its height, at most
constexpr double kUneven = 0.12;    // by which digits differ in height

using image::Piece;

bool MayBeDigits(const std::vector<ReadWord>& read) {
  if (read.empty()) return true;
  static const RE2 number(R"(\(?\d+[).]?)");
  return read.size() == 1 && read.front().confidence < kSureText &&
         Length(read.front().text) <= kMostSigns && !RE2::FullMatch(read.front().text, number);
}

}  // namespace

std::optional<ReadWord> LoneDigits(const image::Image& cell, const std::vector<ReadWord>& read) {
  const DigitNet& net = DigitNet::Shared();
  if (!MayBeDigits(read) || !net.loaded()) return std::nullopt;
  const image::InkPatch patch = image::InkOf(
      cell, {0, 0, static_cast<double>(cell.width()), static_cast<double>(cell.height())});
  if (patch.empty()) return std::nullopt;
  const std::vector<Piece> pieces = image::WholePiecesOf(patch);
  if (pieces.empty() || pieces.size() > kMostDigits) return std::nullopt;
  ReadWord word;
  word.box = pieces.front().box;
  word.confidence = 1;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Box& box = pieces[i].box;
    const bool even =
        std::abs(box.height() - pieces.front().box.height()) <= kUneven * box.height() + 1;
    if (box.height() < kLeast || box.width() > kWide * box.height() || !even) return std::nullopt;
    const DigitChances chances = net.Classify(image::PictureOf(patch, pieces, i, i + 1));
    const auto best = static_cast<size_t>(std::ranges::max_element(chances) - chances.begin());
    if (best == kNoDigit || chances[best] < kSureDigit) return std::nullopt;
    word.text += static_cast<char>('0' + best);
    word.confidence = std::min(word.confidence, static_cast<double>(chances[best]));
    word.box = Union(word.box, box);
  }
  return word;
}

}  // namespace vanthu::reading
