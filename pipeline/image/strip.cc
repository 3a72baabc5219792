#include "pipeline/image/strip.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace vanthu::image {
namespace {

constexpr int kRim = 12;  // pixels of paper round a strip
// Grey below the paper by which ink begins.
constexpr int kInkContrast = 60;

// Level ink that is longer than `length`, with the pixels above and below it that belong to its edge.
Image RulesOf(const Image& strip, int paper, double letter) {
  const Image ink(pixThresholdToBinary(strip.get(), std::max(1, paper - kInkContrast)));
  if (ink.empty()) return {};
  const int length = std::max(12, static_cast<int>(2.2 * letter));
  const Image level(pixOpenBrick(nullptr, ink.get(), length, 1));
  if (level.empty()) return {};
  // Thicker than a rule: a bar of a stamp, a picture.
  const int thick = std::max(3, static_cast<int>(0.3 * letter));
  const Image bars(pixOpenBrick(nullptr, level.get(), length, thick));
  if (bars.empty()) return {};
  const Image thin(pixSubtract(nullptr, level.get(), bars.get()));
  if (thin.empty()) return {};
  return Image(pixDilateBrick(nullptr, thin.get(), 3, 3));
}

int PaperOf(const Image& strip) {
  l_float32 paper = 255;
  NUMA* const histogram = pixGetGrayHistogram(strip.get(), 1);
  if (histogram == nullptr) return 255;
  numaHistogramGetValFromRank(histogram, 0.7F, &paper);
  NUMA* owned = histogram;
  numaDestroy(&owned);
  return std::clamp(static_cast<int>(std::lround(static_cast<double>(paper))), 1, 255);
}

}  // namespace

Box Strip::OnPage(const Box& box) const {
  const auto x = [this](double at) { return region.x0 + (at - kRim) / scale; };
  const auto y = [this](double at) { return region.y0 + (at - kRim) / scale; };
  return {x(box.x0), y(box.y0), x(box.x1), y(box.y1)};
}

Strip CutStrip(const Image& grey, const Box& region, double letter, double scale) {
  Strip out;
  out.scale = scale;
  const int x0 = std::max(0, static_cast<int>(std::floor(region.x0)));
  const int y0 = std::max(0, static_cast<int>(std::floor(region.y0)));
  const int x1 = std::min(grey.width(), static_cast<int>(std::ceil(region.x1)));
  const int y1 = std::min(grey.height(), static_cast<int>(std::ceil(region.y1)));
  if (x1 - x0 < 8 || y1 - y0 < 8) return out;
  out.region = {static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1),
                static_cast<double>(y1)};
  BOX* box = boxCreate(x0, y0, x1 - x0, y1 - y0);
  Image strip(pixClipRectangle(grey.get(), box, nullptr));
  boxDestroy(&box);
  if (strip.empty()) return out;
  const int paper = PaperOf(strip);
  const Image rules = RulesOf(strip, paper, letter);
  if (!rules.empty()) pixSetMasked(strip.get(), rules.get(), static_cast<l_uint32>(paper));
  if (scale != 1) strip = Scaled(strip, scale);
  if (strip.empty()) return out;
  out.image = Image(pixAddBorder(strip.get(), kRim, static_cast<l_uint32>(paper)));
  return out;
}

}  // namespace vanthu::image
