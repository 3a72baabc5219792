// Digits drawn with a pen of a given width, stroke by stroke, for tests of what was written by hand.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "models/document/raster.h"

namespace vanthu::image {

struct PenPoint {
  double x = 0, y = 0;  // of a digit's box: 0..1 to the right and downward
};

// Strokes of a digit, each a chain of points. 1 with an up-stroke, 7 with a bar, 4 open.
inline std::vector<std::vector<PenPoint>> StrokesOf(char digit) {
  const auto arc = [](double cx, double cy, double rx, double ry, double from, double to) {
    std::vector<PenPoint> points;
    for (int i = 0; i <= 20; ++i) {
      const double angle = (from + (to - from) * i / 20) * 3.14159265 / 180;
      points.push_back({cx + rx * std::cos(angle), cy + ry * std::sin(angle)});
    }
    return points;
  };
  const auto joined = [](std::vector<PenPoint> a, const std::vector<PenPoint>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  switch (digit) {
    case '0': return {arc(.5, .5, .5, .5, 0, 360)};
    case '1': return {{{.1, .35}, {.6, 0}, {.6, 1}}};
    case '2': return {joined(arc(.47, .28, .45, .28, 190, 375), {{.5, .65}, {0, 1}, {.95, 1}})};
    case '3': return {joined(arc(.42, .25, .42, .25, 200, 440), arc(.42, .74, .5, .26, 280, 515))};
    case '4': return {{{.4, 0}, {.02, .64}, {1, .64}}, {{.72, .35}, {.72, 1}}};
    case '5':
      return {joined({{.9, .02}, {.22, .02}, {.14, .45}}, arc(.42, .68, .48, .32, 230, 500))};
    case '6': return {joined({{.7, 0}, {.3, .25}}, arc(.45, .7, .43, .3, 200, -150))};
    case '7': return {{{0, .02}, {.95, .02}, {.45, 1}}, {{.2, .5}, {.95, .5}}};
    case '8': return {arc(.5, .25, .36, .25, 0, 360), arc(.5, .74, .46, .26, 0, 360)};
    case '9': return {joined(arc(.46, .28, .42, .28, 0, -350), {{.86, .6}, {.5, 1}})};
    default: return {};
  }
}

// `digits` with their upper left corner at (x, y), `high` pixels, leaning by `lean` of their height.
// `step`: from one digit to the next, as a share of the height. Answers the right end.
inline int WriteByHand(Raster& raster, std::string_view digits, int x, int y, int high,
                       double lean = 0.2, double step = 0.85, double pen = 2.0) {
  double left = x;
  for (const char digit : digits) {
    for (const auto& stroke : StrokesOf(digit)) {
      for (size_t i = 0; i + 1 < stroke.size(); ++i) {
        for (int k = 0; k <= 40; ++k) {
          const double px = stroke[i].x + (stroke[i + 1].x - stroke[i].x) * k / 40;
          const double py = stroke[i].y + (stroke[i + 1].y - stroke[i].y) * k / 40;
          const double cx = left + (px * 0.62 + (1 - py) * lean) * high, cy = y + py * high;
          for (int yy = static_cast<int>(cy - pen); yy <= static_cast<int>(cy + pen); ++yy) {
            for (int xx = static_cast<int>(cx - pen); xx <= static_cast<int>(cx + pen); ++xx) {
              if (xx < 0 || yy < 0 || xx >= raster.width || yy >= raster.height) continue;
              if (std::hypot(xx - cx, yy - cy) > pen) continue;
              const size_t at = static_cast<size_t>(yy) * static_cast<size_t>(raster.width) +
                                static_cast<size_t>(xx);
              for (int c = 0; c < raster.channels; ++c) {
                raster.pixels[at * static_cast<size_t>(raster.channels) + static_cast<size_t>(c)] =
                    30;
              }
            }
          }
        }
      }
    }
    left += step * high * (digit == '1' ? 0.8 : 1.0);
  }
  return static_cast<int>(left);
}

}  // namespace vanthu::image
