#include "pipeline/image/clutter.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vanthu::image {
namespace {

// Solids are looked for on a page of this long side: 2 pixels a millimetre of A4.
constexpr int kOverviewSide = 600;
// Smallest side of what is solid, pixels of the overview: 4 mm. A punch hole measures 5 to 6 mm, the
// thickest stroke of a heading 1.5 mm.
constexpr int kSolid = 8;
// Darker than this share of the paper's level is dark.
constexpr double kDarkShare = 0.5;

// The star of a seal that was scanned without colours is solid too, and ink of the name lies on it:
// what reaches into no margin stays.
void KeepMargins(Image& solids) {
  constexpr double kAside = 0.12, kAbove = 0.08;  // shares of the page
  const double left = kAside * solids.width(), top = kAbove * solids.height();
  BOXA* boxes = pixConnCompBB(solids.get(), 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (x < left || y < top || x + width > solids.width() - left ||
        y + height > solids.height() - top)
      continue;
    BOX* box = boxCreate(x, y, width, height);
    pixClearInRect(solids.get(), box);
    boxDestroy(&box);
  }
  boxaDestroy(&boxes);
}

// Dark areas of the overview that hold a square of kSolid; a rim more, for their soft edges.
Image FindSolids(const Image& overview) {
  NUMA* histogram = pixGetGrayHistogram(overview.get(), 1);
  float paper = 255;
  numaHistogramGetValFromRank(histogram, 0.7F, &paper);
  numaDestroy(&histogram);
  const auto threshold = static_cast<int>(static_cast<double>(paper) * kDarkShare);
  const Image dark(pixThresholdToBinary(overview.get(), std::max(threshold, 1)));
  if (dark.empty()) return {};
  Image solid(pixOpenBrick(nullptr, dark.get(), kSolid, kSolid));
  if (solid.empty()) return {};
  l_int32 none = 1;
  pixZero(solid.get(), &none);
  if (none != 0) return {};
  // A page that is mostly dark has no paper to stand out from: the reader says what it makes of it.
  l_int32 count = 0;
  constexpr double kMostSolid = 0.6;
  pixCountPixels(solid.get(), &count, nullptr);
  if (count > kMostSolid * overview.width() * overview.height()) return {};
  // What the square did not reach into: the rounding of holes, the thin end of a wedge.
  const Image near(pixDilateBrick(nullptr, solid.get(), 7, 7));
  if (near.empty()) return {};
  Image whole(pixAnd(nullptr, near.get(), dark.get()));
  if (whole.empty()) return {};
  KeepMargins(whole);
  pixZero(whole.get(), &none);
  if (none != 0) return {};
  return Image(pixDilateBrick(nullptr, whole.get(), 3, 3));
}

}  // namespace

Image WithoutSolids(const Image& grey) {
  const double factor =
      std::min(1.0, static_cast<double>(kOverviewSide) / std::max(grey.width(), grey.height()));
  const Image overview = Scaled(grey, factor);
  if (overview.empty()) return {};
  const Image solids = FindSolids(overview);
  if (solids.empty()) return {};
  Image out(pixCopy(nullptr, grey.get()));
  if (out.empty()) return out;
  for (int y = 0; y < out.height(); ++y) {
    const int from_y = std::min(static_cast<int>(y * factor), solids.height() - 1);
    const l_uint32* from =
        pixGetData(solids.get()) + static_cast<std::ptrdiff_t>(from_y) * pixGetWpl(solids.get());
    if (std::all_of(from, from + pixGetWpl(solids.get()), [](l_uint32 word) { return word == 0; }))
      continue;
    l_uint32* to = pixGetData(out.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(out.get());
    for (int x = 0; x < out.width(); ++x) {
      const int from_x = std::min(static_cast<int>(x * factor), solids.width() - 1);
      if (GET_DATA_BIT(from, from_x) != 0) SET_DATA_BYTE(to, x, 255);
    }
  }
  return out;
}

}  // namespace vanthu::image
