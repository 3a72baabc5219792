#include "pipeline/image/stems.h"

#include <algorithm>
#include <cmath>

namespace vanthu::image {
namespace {

constexpr float kDark = 0.45F;  // share of the darkest ink
// The middle, as shares of the word's height: below the upper serifs, above points and commas, and so
// low that slanted strokes lean out of their columns.
constexpr double kMiddleFrom = 0.3, kMiddleTo = 0.66;
constexpr double kUpright = 0.9;     // share of the middle that a column of a stem fills
constexpr double kStemShare = 0.55;  // of a stroke's columns, those that are filled so
constexpr double kEnd = 0.12;        // share of a stem's height over which serifs are looked for

bool IsDark(const InkPatch& patch, int x, int y) { return patch.at(x, y) > kDark; }

// Rows from the first with ink to past the last.
std::pair<int, int> InkRows(const InkPatch& patch) {
  int first = patch.height, past = 0;
  for (int y = 0; y < patch.height; ++y) {
    for (int x = 0; x < patch.width; ++x) {
      if (!IsDark(patch, x, y)) continue;
      first = std::min(first, y);
      past = y + 1;
      break;
    }
  }
  return {first, past};
}

// The rows over which the middle column of a stem is dark, from row `y` of it on.
void FindEnds(const InkPatch& patch, int y, MiddleStroke& stem) {
  const int x = (stem.x0 + stem.x1) / 2;
  stem.y0 = stem.y1 = y;
  while (stem.y0 > 0 && IsDark(patch, x, stem.y0 - 1)) --stem.y0;
  while (stem.y1 < patch.height && IsDark(patch, x, stem.y1)) ++stem.y1;
}

// How far ink goes on from column `x` by steps of `step`, at most `limit`, in one of the rows.
int Reach(const InkPatch& patch, int x, int step, int limit, int from, int past) {
  int most = 0;
  for (int y = from; y < past; ++y) {
    int reach = 0;
    for (int at = x; reach < limit && at >= 0 && at < patch.width && IsDark(patch, at, y);
         at += step) {
      ++reach;
    }
    most = std::max(most, reach);
  }
  return most;
}

}  // namespace

std::vector<MiddleStroke> MiddleStrokesOf(const InkPatch& patch) {
  std::vector<MiddleStroke> strokes;
  const auto [top, bottom] = InkRows(patch);
  if (bottom - top < 6) return strokes;
  const int from = top + static_cast<int>(std::lround(kMiddleFrom * (bottom - top)));
  const int past = top + static_cast<int>(std::lround(kMiddleTo * (bottom - top)));
  int upright = 0;
  for (int x = 0; x <= patch.width; ++x) {
    int dark = 0;
    for (int y = from; x < patch.width && y < past; ++y) dark += IsDark(patch, x, y) ? 1 : 0;
    if (dark == 0) {
      if (!strokes.empty() && strokes.back().x1 == x) {
        strokes.back().is_stem = upright >= kStemShare * strokes.back().width();
      }
      continue;
    }
    if (strokes.empty() || strokes.back().x1 != x) {
      strokes.push_back({.x0 = x, .x1 = x});
      upright = 0;
    }
    ++strokes.back().x1;
    if (dark >= kUpright * (past - from)) ++upright;
  }
  for (size_t i = 0; i < strokes.size(); ++i) {
    MiddleStroke& stem = strokes[i];
    if (!stem.is_stem) continue;
    FindEnds(patch, (from + past) / 2, stem);
    const int end = std::max(2, static_cast<int>(std::lround(kEnd * stem.height())));
    const int left = i == 0 ? stem.x0 : (stem.x0 - strokes[i - 1].x1 + 1) / 2;
    const int right =
        i + 1 == strokes.size() ? patch.width - stem.x1 : (strokes[i + 1].x0 - stem.x1 + 1) / 2;
    stem.left_above = Reach(patch, stem.x0 - 1, -1, left, stem.y0, stem.y0 + end);
    stem.right_above = Reach(patch, stem.x1, 1, right, stem.y0, stem.y0 + end);
    stem.left_below = Reach(patch, stem.x0 - 1, -1, left, stem.y1 - end, stem.y1);
    stem.right_below = Reach(patch, stem.x1, 1, right, stem.y1 - end, stem.y1);
  }
  return strokes;
}

}  // namespace vanthu::image
