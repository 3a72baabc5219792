#include "pipeline/image/slopes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vanthu::image {
namespace {

constexpr int kColumns = 6, kRows = 6;

// Parts overlap: each is this share of the page wide and high. Narrower ones hold too few words to
// show a line, higher ones mix the fan of lines that a tilted camera gives.
constexpr double kPartWidth = 0.28, kPartHeight = 0.22;

// Long side of the page that slopes are looked for on, pixels.
constexpr int kSide = 1200;

constexpr float kMaxSlope = 5.0F, kStep = 0.5F, kFinest = 0.05F;  // degrees

// Of the sharpness at the best angle over that at the worst. Blank parts give 0, pictures near 1.
constexpr float kMinConfidence = 1.4F;

std::optional<double> SlopeOf(const Image& part) {
  float angle = 0, confidence = 0, score = 0;
  const int failed =
      pixFindSkewSweepAndSearchScorePivot(part.get(), &angle, &confidence, &score, 2, 1, 0.0F,
                                          kMaxSlope, kStep, kFinest, L_SHEAR_ABOUT_CENTER);
  // An angle at the end of the range is none.
  if (failed != 0 || confidence < kMinConfidence || std::abs(angle) > kMaxSlope - kStep)
    return std::nullopt;
  return static_cast<double>(angle);
}

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

using Found = std::vector<std::optional<double>>;

size_t Index(int column, int row) {
  return static_cast<size_t>(row) * kColumns + static_cast<size_t>(column);
}

// Of the known slopes around a place, nearest rings first; the place itself counts as one of them.
std::optional<double> Around(const Found& found, int column, int row, int reach) {
  std::vector<double> near;
  for (int j = std::max(0, row - reach); j <= std::min(kRows - 1, row + reach); ++j) {
    for (int i = std::max(0, column - reach); i <= std::min(kColumns - 1, column + reach); ++i) {
      if (const auto& slope = found[Index(i, j)]) near.push_back(*slope);
    }
  }
  if (near.empty()) return std::nullopt;
  return Median(std::move(near));
}

}  // namespace

double Slopes::Spread() const {
  if (degrees.empty()) return 0;
  const auto [least, most] = std::minmax_element(degrees.begin(), degrees.end());
  return *most - *least;
}

Slopes FindSlopes(const Image& grey) {
  const double factor = static_cast<double>(kSide) / std::max(grey.width(), grey.height());
  const Image small = Scaled(grey, factor);
  if (small.empty()) return {};
  const Image ink = Binarize(small);
  if (ink.empty()) return {};
  const int width = static_cast<int>(kPartWidth * small.width());
  const int height = static_cast<int>(kPartHeight * small.height());
  Found found;
  for (int j = 0; j < kRows; ++j) {
    for (int i = 0; i < kColumns; ++i) {
      const int x = std::clamp((2 * i + 1) * small.width() / (2 * kColumns) - width / 2, 0,
                               small.width() - width);
      const int y = std::clamp((2 * j + 1) * small.height() / (2 * kRows) - height / 2, 0,
                               small.height() - height);
      BOX* place = boxCreate(x, y, width, height);
      const Image part(pixClipRectangle(ink.get(), place, nullptr));
      boxDestroy(&place);
      found.push_back(part.empty() ? std::nullopt : SlopeOf(part));
    }
  }
  constexpr std::ptrdiff_t kEnough = kColumns * kRows / 3;
  if (std::ranges::count_if(found, [](const auto& s) { return s.has_value(); }) < kEnough)
    return {};
  Slopes slopes{kColumns, kRows, {}};
  for (int j = 0; j < kRows; ++j) {
    for (int i = 0; i < kColumns; ++i) {
      // A slope that none of its neighbours has is a seal's or a signature's.
      constexpr double kStrange = 1.5;
      std::optional<double> slope = found[Index(i, j)];
      std::optional<double> around;
      for (int reach = 1; !around; ++reach) around = Around(found, i, j, reach);
      if (!slope || std::abs(*slope - *around) > kStrange) slope = around;
      slopes.degrees.push_back(*slope);
    }
  }
  return slopes;
}

}  // namespace vanthu::image
