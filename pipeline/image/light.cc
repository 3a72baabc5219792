#include "pipeline/image/light.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace vanthu::image {
namespace {

// Tiles along the long side: 7 mm of A4, more than a line with its space, so that each holds paper.
constexpr int kTilesAlong = 42;

// Paper is the level that this share of a tile's pixels is darker than: print covers a quarter of a
// tile at most.
constexpr double kPaperRank = 0.85;

// Of 255. Nothing darker is paper: black glass, a table's wood. The dark corner of a photograph by
// lamp light has 50.
constexpr int kLeastPaper = 40;

// Where paper comes to lie.
constexpr double kWhite = 245;

struct PaperMap {
  int columns = 0, rows = 0, side = 1;  // side of a tile, pixels
  std::vector<int> levels;              // 0: no paper

  int At(int column, int row) const {
    return levels[static_cast<size_t>(row) * static_cast<size_t>(columns) +
                  static_cast<size_t>(column)];
  }
};

int PaperOf(const Image& grey, int x0, int y0, int side, int step) {
  std::array<int, 256> histogram{};
  int count = 0;
  const int x1 = std::min(grey.width(), x0 + side), y1 = std::min(grey.height(), y0 + side);
  for (int y = y0; y < y1; y += step) {
    const l_uint32* row =
        pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = x0; x < x1; x += step, ++count) ++histogram[GET_DATA_BYTE(row, x)];
  }
  int lighter = 0;
  for (int level = 255; level >= kLeastPaper; --level) {
    lighter += histogram[static_cast<size_t>(level)];
    if (lighter > (1 - kPaperRank) * count) return level;
  }
  return 0;
}

PaperMap MapPaper(const Image& grey) {
  PaperMap map;
  // A strip's tiles are as large as those of a sheet as wide as it.
  const int longest = std::max(grey.width(), grey.height());
  const int shortest = std::min(grey.width(), grey.height());
  map.side = std::max(8, std::min(longest, 3 * shortest / 2) / kTilesAlong);
  map.columns = (grey.width() + map.side - 1) / map.side;
  map.rows = (grey.height() + map.side - 1) / map.side;
  const int step = std::max(1, map.side / 20);
  for (int j = 0; j < map.rows; ++j) {
    for (int i = 0; i < map.columns; ++i) {
      map.levels.push_back(PaperOf(grey, i * map.side, j * map.side, map.side, step));
    }
  }
  return map;
}

// Tiles without paper take that of the lightest tile beside them, time and again until all have one.
void FillGaps(PaperMap& map) {
  for (int pass = 0; pass < 2 * kTilesAlong; ++pass) {
    if (std::ranges::find(map.levels, 0) == map.levels.end()) return;
    const PaperMap was = map;
    for (int j = 0; j < map.rows; ++j) {
      for (int i = 0; i < map.columns; ++i) {
        if (was.At(i, j) != 0) continue;
        int best = 0;
        if (i > 0) best = std::max(best, was.At(i - 1, j));
        if (i + 1 < map.columns) best = std::max(best, was.At(i + 1, j));
        if (j > 0) best = std::max(best, was.At(i, j - 1));
        if (j + 1 < map.rows) best = std::max(best, was.At(i, j + 1));
        map.levels[static_cast<size_t>(j) * static_cast<size_t>(map.columns) +
                   static_cast<size_t>(i)] = best;
      }
    }
  }
  std::ranges::replace(map.levels, 0, static_cast<int>(kWhite));  // the far end of a strip
}

}  // namespace

bool LightIsUneven(const Image& grey) {
  PaperMap map = MapPaper(grey);
  std::erase(map.levels, 0);
  if (map.levels.size() < 100) return false;
  std::ranges::sort(map.levels);
  const int dark = map.levels[map.levels.size() / 10];
  const int light = map.levels[map.levels.size() * 9 / 10];
  // Flat scans of /shared have 0.87 to 1, shadows and photographs 0.3 to 0.7.
  constexpr double kUneven = 0.75;
  return dark < kUneven * light;
}

Image WithEvenLight(const Image& grey) {
  PaperMap map = MapPaper(grey);
  if (std::ranges::all_of(map.levels, [](int level) { return level == 0; })) return {};
  FillGaps(map);
  Image out(pixCreateTemplateNoInit(grey.get()));
  if (out.empty()) return out;
  const std::ptrdiff_t words = pixGetWpl(grey.get());
  std::vector<double> levels(static_cast<size_t>(map.columns));
  for (int y = 0; y < grey.height(); ++y) {
    const double down = std::clamp((y + 0.5) / map.side - 0.5, 0.0, map.rows - 1.0);
    const int j = static_cast<int>(down), next = std::min(j + 1, map.rows - 1);
    for (int i = 0; i < map.columns; ++i) {
      levels[static_cast<size_t>(i)] =
          map.At(i, j) * (1 - (down - j)) + map.At(i, next) * (down - j);
    }
    const l_uint32* from = pixGetData(grey.get()) + y * words;
    l_uint32* to = pixGetData(out.get()) + y * words;
    for (int x = 0; x < grey.width(); ++x) {
      const double across = std::clamp((x + 0.5) / map.side - 0.5, 0.0, map.columns - 1.0);
      const auto i = static_cast<size_t>(across);
      const double share = across - static_cast<double>(i);
      const double paper =
          levels[i] * (1 - share) + levels[std::min(i + 1, levels.size() - 1)] * share;
      const double even = std::min(255.0, GET_DATA_BYTE(from, x) * kWhite / paper);
      SET_DATA_BYTE(to, x, static_cast<l_uint8>(even));
    }
  }
  return out;
}

}  // namespace vanthu::image
