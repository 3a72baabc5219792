#include "pipeline/image/prepare.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/image/deskew.h"
#include "pipeline/image/dewarp.h"
#include "pipeline/image/slopes.h"

namespace vanthu::image {
namespace {

Error NoMemory() {
  return {ErrorCode::kLimit, "not enough memory to turn or scale the image", {}, 0};
}

// Confidence of a page's skew below which its lines may be bent. Flat pages of /shared have 7.4 and
// more, askew ones the same, folded and photographed ones 1.2 to 5.2.
constexpr double kStraightConfidence = 5.5;

// Spread of slopes over the page, degrees, from which on its lines are bent and not only found so.
constexpr double kBentSpread = 0.7;

// Straightened lines stand out so much more, or what was found was no bend: pages of a few lines.
constexpr double kLeastGain = 1.3;

// Parts whose lines differ much are found steeper or flatter than they are: what is left after the
// first round is found in the next. Every round shifts the page anew from its own pixels.
void Straighten(double confidence, Prepared& out) {
  constexpr int kRounds = 3;
  Shift shift;
  Image straight;
  for (int round = 0; round < kRounds; ++round) {
    const Image& so_far = straight.empty() ? out.image : straight;
    const Slopes slopes = FindSlopes(so_far);
    if (slopes.Spread() < kBentSpread) break;
    const int width = so_far.width(), height = so_far.height();
    Shift next = Then(shift, ShiftFor(slopes, width, height));
    Image shifted = Shifted(out.image, next);
    if (shifted.empty()) break;
    shift = std::move(next);
    straight = std::move(shifted);
  }
  if (straight.empty() || MeasureSkew(straight).confidence < kLeastGain * confidence) return;
  out.image = std::move(straight);
  out.to_page.shift = std::move(shift);
  out.lines_straightened = true;
}

// What both sides are multiplied by. Strips keep the size of letters, as their resolution tells it;
// nothing grows to more than kMaxGrowth times its size or kMaxReadPixels.
double ReadingScale(int width, int height, double dpi) {
  const double longest = std::max(width, height), shortest = std::min(width, height);
  const bool strip = longest > kMaxSheetRatio * shortest;
  constexpr double kA4LongInches = 297 / 25.4;
  const double wanted = strip ? kReadingHeight / (kA4LongInches * dpi) : kReadingHeight / longest;
  const double most = std::sqrt(kMaxReadPixels / (longest * shortest));
  return std::min({wanted, kMaxGrowth, most});
}

}  // namespace

Result<Prepared> Prepare(const Image& grey, double dpi, int quarter_turns) {
  Prepared out;
  out.quarter_turns = quarter_turns & 3;
  Affine back = UndoTurn(out.quarter_turns, grey.width(), grey.height());
  Image image = Turned(grey, out.quarter_turns);
  if (image.empty()) return NoMemory();

  const Skew skew = MeasureSkew(image);
  out.line_confidence = skew.confidence;
  if (std::abs(skew.degrees) >= kMinSkew) {
    Image level = Rotated(image, skew.degrees);
    if (level.empty()) return NoMemory();
    out.skew_degrees = skew.degrees;
    back = UndoRotation(skew.degrees, image.width(), image.height(), level.width(), level.height())
               .Then(back);
    image = std::move(level);
  }

  const double factor = ReadingScale(grey.width(), grey.height(), dpi);
  Image scaled = Scaled(image, factor);
  if (scaled.empty()) return NoMemory();
  back = Scaling(static_cast<double>(image.width()) / scaled.width(),
                 static_cast<double>(image.height()) / scaled.height())
             .Then(back);
  out.image = std::move(scaled);
  out.to_page = back.Then(Scaling(72 / dpi, 72 / dpi));
  out.dpi = dpi * factor;
  if (skew.confidence < kStraightConfidence) Straighten(skew.confidence, out);
  return out;
}

}  // namespace vanthu::image
