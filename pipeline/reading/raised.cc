#include "pipeline/reading/raised.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/image/strokes.h"
#include "pipeline/reading/digit_net.h"

namespace vanthu::reading {
namespace {

// Shares of the height of a capital.
constexpr double kLeast = 0.4, kMost = 0.75;  // height of a raised digit; a quote has 0.35
constexpr double kLift = 0.22;                // its foot over the base line, at least
constexpr double kTop = 1.5;                  // its head over the base line, at most
constexpr double kWide = 0.6;                 // its width, at most
constexpr double kPoint = 0.5;                // height of a mark that may follow it
constexpr double kDot = 0.33;                 // both sides of a point
constexpr double kThin = 0.5;                 // a 1 is as wide as this share of its height
constexpr float kSureDigit = 0.5F;            // of the net

using image::InkPatch;
using image::Piece;

// The base line of a word: where most of its high pieces end, the higher of two.
double BaseLine(const std::vector<Piece>& pieces, double high) {
  std::vector<double> feet;
  for (const Piece& piece : pieces) {
    if (piece.box.height() > 0.5 * high) feet.push_back(piece.box.y1);
  }
  if (feet.empty()) return -1;
  std::sort(feet.begin(), feet.end());
  return feet[(feet.size() - 1) / 2];
}

bool IsRaised(const Piece& piece, double base, double high) {
  const Box& box = piece.box;
  return box.height() >= kLeast * high && box.height() <= kMost * high &&
         box.width() <= kWide * high && box.y1 <= base - kLift * high &&
         box.y0 >= base - kTop * high;
}

// A mark over a letter has the letter below it.
bool StandsAlone(const Piece& piece, const std::vector<Piece>& pieces) {
  return std::ranges::none_of(pieces, [&](const Piece& other) {
    const double common = HorizontalOverlap(piece.box, other.box);
    return other.box.y1 > piece.box.y1 + 2 && common > 0.35 * piece.box.width();
  });
}

bool MayFollow(const Piece& piece, double base, double high) {
  const Box& box = piece.box;
  const bool point = box.height() < kPoint * high && box.y1 > base - 0.3 * high;
  const bool upper_point = std::max(box.width(), box.height()) < kDot * high &&
                           box.y1 > base - 0.8 * high;  // of a colon or semicolon
  const bool bracket = box.height() > high && box.width() < 0.45 * high;
  return point || upper_point || bracket;
}

// What the net makes of a region's ink; none without ink or net.
std::optional<DigitChances> ChancesOf(const image::Image& image, const Box& box) {
  const Box region = {box.x0 - 2, box.y0 - 2, box.x1 + 2, box.y1 + 2};
  const InkPatch patch = image::InkOf(image, region);
  if (patch.empty() || !DigitNet::Shared().loaded()) return std::nullopt;
  const std::vector<Piece> pieces = image::WholePiecesOf(patch);
  if (pieces.empty()) return std::nullopt;
  return DigitNet::Shared().Classify(image::PictureOf(patch, pieces, 0, pieces.size()));
}

int DigitOf(const InkPatch& patch, const std::vector<Piece>& pieces, size_t first, size_t past) {
  Box box = pieces[first].box;
  for (size_t i = first; i < past; ++i) box = Union(box, pieces[i].box);
  if (box.width() <= kThin * box.height()) return 1;
  const DigitNet& net = DigitNet::Shared();
  if (!net.loaded()) return 0;
  const DigitChances chances = net.Classify(image::PictureOf(patch, pieces, first, past));
  int best = 0;
  for (int digit = 1; digit <= 9; ++digit) {
    if (chances[static_cast<size_t>(digit)] > chances[static_cast<size_t>(best)] || best == 0)
      best = digit;
  }
  return chances[static_cast<size_t>(best)] >= kSureDigit ? best : 0;
}

}  // namespace

std::optional<RaisedSign> FindRaised(const image::Image& image, const Box& word, double room,
                                     double high) {
  const double rim = 0.2 * high;
  const Box region = {word.x0, word.y0 - rim, word.x1 + std::max(2.0, room), word.y1 + rim};
  const InkPatch patch = image::InkOf(image, region);
  if (patch.empty()) return std::nullopt;
  const std::vector<Piece> pieces = image::WholePiecesOf(patch);
  const double base = BaseLine(pieces, high);
  if (base < 0) return std::nullopt;
  size_t i = pieces.size();
  while (i > 0 && MayFollow(pieces[i - 1], base, high)) --i;
  // A word stands before it.
  if (i < 2 || !IsRaised(pieces[i - 1], base, high) || !StandsAlone(pieces[i - 1], pieces))
    return std::nullopt;
  RaisedSign out;
  out.box = pieces[i - 1].box;
  out.digit = DigitOf(patch, pieces, i - 1, i);
  const double left = std::max(0.0, std::floor(region.x0)),
               top = std::max(0.0, std::floor(region.y0));
  out.box = {out.box.x0 + left, out.box.y0 + top, out.box.x1 + left, out.box.y1 + top};
  return out;
}

int PrintedDigit(const image::Image& image, const Box& box) {
  const Box region = {box.x0 - 2, box.y0 - 2, box.x1 + 2, box.y1 + 2};
  const InkPatch patch = image::InkOf(image, region);
  if (patch.empty()) return 0;
  const std::vector<Piece> pieces = image::WholePiecesOf(patch);
  return pieces.empty() ? 0 : DigitOf(patch, pieces, 0, pieces.size());
}

int LikelierDigit(const image::Image& image, const Box& box, int a, int b) {
  const std::optional<DigitChances> chances = ChancesOf(image, box);
  if (!chances) return 0;
  return (*chances)[static_cast<size_t>(a)] >= (*chances)[static_cast<size_t>(b)] ? a : b;
}

}  // namespace vanthu::reading
