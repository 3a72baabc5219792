#include "pipeline/image/ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace vanthu::image {
namespace {

// Ink is looked at on a page of this long side: 1,000 px are 85 dpi on A4.
constexpr int kOverviewSide = 1000;

// How much darker than the paper ink is, of 255. What shows through the sheet of 03 in /shared is
// up to 20 darker than its paper, worn print (16) 100. Lower: backs of sheets count as written on.
constexpr int kInkContrast = 50;

// Smallest piece of ink that can be a letter, pixels of the overview (1 mm); smaller ones are dust.
constexpr int kMinLetterHeight = 3;
// Largest: 25 mm. Larger ones are folds and rims.
constexpr int kMaxLetterHeight = 85;
// Fewer pieces are specks: a page with a stamp or a word has more.
constexpr int kMinLetters = 4;

struct Component {
  int x = 0, y = 0, width = 0, height = 0;
};

std::vector<Component> Components(const Image& binary) {
  std::vector<Component> out;
  BOXA* boxes = pixConnCompBB(binary.get(), 8);
  const int count = boxaGetCount(boxes);
  for (int i = 0; i < count; ++i) {
    Component c;
    boxaGetBoxGeometry(boxes, i, &c.x, &c.y, &c.width, &c.height);
    out.push_back(c);
  }
  boxaDestroy(&boxes);
  return out;
}

// With kOverviewSide pixels along its long side; smaller pages stay as they are.
Image Overview(const Image& grey) {
  // A strip is looked at as wide as a sheet would be, or its letters would vanish.
  const int longest = std::max(grey.width(), grey.height());
  const int shortest = std::min(grey.width(), grey.height());
  const int side = std::min(longest, shortest * 2);
  if (side >= 2 * kOverviewSide) {  // halving is ten times as fast as any other factor
    const Image half(pixScaleAreaMap2(grey.get()));
    return half.empty() ? Image() : Overview(half);
  }
  const float factor = std::min(1.0F, static_cast<float>(kOverviewSide) / static_cast<float>(side));
  return Image(pixScale(grey.get(), factor, factor));
}

// The grey value that most of the page has.
int PaperLevel(const Image& grey) {
  NUMA* histogram = pixGetGrayHistogram(grey.get(), 1);
  float paper = 255;
  numaHistogramGetValFromRank(histogram, 0.5F, &paper);
  numaDestroy(&histogram);
  return static_cast<int>(paper);
}

}  // namespace

bool IsBlank(const Image& grey) {
  const Image overview = Overview(grey);
  if (overview.empty()) return false;
  const int threshold = PaperLevel(overview) - kInkContrast;
  if (threshold <= 0) return false;  // a black page: let the reader say so
  const Image ink(pixThresholdToBinary(overview.get(), threshold));
  const int rim = std::min(overview.width() * 3 / 2, overview.height()) / 40;
  int letters = 0;
  for (const Component& c : Components(ink)) {
    const bool inside = c.x > rim && c.y > rim && c.x + c.width < overview.width() - rim &&
                        c.y + c.height < overview.height() - rim;
    const int size = std::max(c.width, c.height);
    if (inside && size >= kMinLetterHeight && c.height <= kMaxLetterHeight) ++letters;
  }
  return letters < kMinLetters;
}

double LetterHeight(const Image& grey) {
  const Image binary = Binarize(grey);
  if (binary.empty()) return 0;
  std::vector<double> histogram(static_cast<size_t>(grey.height() / 20 + 2), 0.0);
  int letters = 0;
  for (const Component& c : Components(binary)) {
    // Letters are about as wide as high; marks and dots are lower, rules and glued words wider.
    const bool shaped = c.width * 3 >= c.height && c.width <= c.height * 2;
    if (c.height < 5 || !shaped || static_cast<size_t>(c.height) + 1 >= histogram.size()) continue;
    ++letters;
    histogram[static_cast<size_t>(c.height)] += 1;
  }
  if (letters < 100) return 0;
  size_t best = 0;
  double most = 0;
  for (size_t h = 1; h + 1 < histogram.size(); ++h) {
    const double near = histogram[h - 1] + histogram[h] + histogram[h + 1];
    if (near > most) {
      most = near;
      best = h;
    }
  }
  return static_cast<double>(best);
}

bool LinesRunSideways(const Image& grey) {
  const Image overview = Overview(grey);
  if (overview.empty()) return false;
  const Image upright = Binarize(overview);
  if (upright.empty()) return false;
  const Image turned(pixRotateOrth(upright.get(), 1));
  // How sharply ink and blank rows alternate, at the best angle within 5°.
  const auto score = [](const Image& image) {
    float angle = 0, confidence = 0, sharpness = 0;
    pixFindSkewSweepAndSearchScore(image.get(), &angle, &confidence, &sharpness, 2, 1, 0.0F, 5.0F,
                                   1.0F, 0.1F);
    return static_cast<double>(sharpness);
  };
  // The pages of /shared have 1.8 to 14 times the sharpness along their lines. Rules of a table may
  // turn it over: the reader tries the other way when what it reads is poor.
  constexpr double kMinRatio = 1.25;
  return score(turned) > kMinRatio * score(upright);
}

}  // namespace vanthu::image
