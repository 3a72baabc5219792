#include "pipeline/image/dewarp.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace vanthu::image {
namespace {

constexpr double kPitch = 16;  // pixels of a page of 2,400: half a line

// The slope at a place, mixed from the four next to it; beyond the outermost they stay the same.
double SlopeAt(const Slopes& slopes, double u, double v) {
  const double x = std::clamp(u * slopes.columns - 0.5, 0.0, slopes.columns - 1.0);
  const double y = std::clamp(v * slopes.rows - 0.5, 0.0, slopes.rows - 1.0);
  const int i = std::min(static_cast<int>(x), slopes.columns - 2);
  const int j = std::min(static_cast<int>(y), slopes.rows - 2);
  const double a = x - i, b = y - j;
  return (slopes.At(i, j) * (1 - a) + slopes.At(i + 1, j) * a) * (1 - b) +
         (slopes.At(i, j + 1) * (1 - a) + slopes.At(i + 1, j + 1) * a) * b;
}

}  // namespace

double Shift::At(double x, double y) const {
  if (empty()) return 0;
  const double across = std::clamp(x / pitch, 0.0, columns - 1.001);
  const double down = std::clamp(y / pitch, 0.0, rows - 1.001);
  const auto i = static_cast<size_t>(across), j = static_cast<size_t>(down);
  const double a = across - static_cast<double>(i), b = down - static_cast<double>(j);
  const float* upper = samples.data() + j * static_cast<size_t>(columns) + i;
  const float* lower = upper + columns;
  return (static_cast<double>(upper[0]) * (1 - a) + static_cast<double>(upper[1]) * a) * (1 - b) +
         (static_cast<double>(lower[0]) * (1 - a) + static_cast<double>(lower[1]) * a) * b;
}

Shift ShiftFor(const Slopes& slopes, int width, int height) {
  Shift shift;
  shift.pitch = kPitch;
  shift.columns = static_cast<int>(width / kPitch) + 2;
  shift.rows = static_cast<int>(height / kPitch) + 2;
  shift.samples.resize(static_cast<size_t>(shift.columns) * static_cast<size_t>(shift.rows));
  const int middle = shift.columns / 2;
  for (int j = 0; j < shift.rows; ++j) {
    float* row = shift.samples.data() + static_cast<size_t>(j) * static_cast<size_t>(shift.columns);
    // A line is followed from the middle outwards to where it has come by then: its own height, not
    // that of its middle, says which slope holds.
    const auto follow = [&](int step) {
      double lower = 0;
      for (int i = middle; i >= 0 && i < shift.columns; i += step) {
        row[i] = static_cast<float>(lower);
        const double slope =
            SlopeAt(slopes, (i + 0.5 * step) * kPitch / width, (j * kPitch + lower) / height);
        // Lines that a clockwise rotation levels rise to the right.
        lower -= std::tan(slope * std::numbers::pi / 180) * kPitch * step;
      }
    };
    follow(1);
    follow(-1);
  }
  return shift;
}

Shift Then(const Shift& first, const Shift& then) {
  if (first.empty()) return then;
  Shift both = then;
  size_t at = 0;
  for (int j = 0; j < both.rows; ++j) {
    for (int i = 0; i < both.columns; ++i, ++at) {
      const double lower = static_cast<double>(then.samples[at]);
      both.samples[at] += static_cast<float>(first.At(i * both.pitch, j * both.pitch + lower));
    }
  }
  return both;
}

Image Shifted(const Image& grey, const Shift& shift) {
  Image out(pixCreateTemplateNoInit(grey.get()));
  if (out.empty()) return out;
  const int width = grey.width(), height = grey.height();
  const l_uint32* from = pixGetData(grey.get());
  l_uint32* to = pixGetData(out.get());
  const std::ptrdiff_t words = pixGetWpl(grey.get());
  for (int y = 0; y < height; ++y) {
    l_uint32* row = to + y * words;
    for (int x = 0; x < width; ++x) {
      const double at = y + shift.At(x, y);
      const int above = static_cast<int>(std::floor(at));
      int value = 255;
      if (above >= 0 && above < height - 1) {
        const double low = at - above;
        const l_uint32* upper = from + above * words;
        const int a = GET_DATA_BYTE(upper, x), b = GET_DATA_BYTE(upper + words, x);
        value = static_cast<int>(std::lround(a * (1 - low) + b * low));
      }
      SET_DATA_BYTE(row, x, static_cast<l_uint8>(value));
    }
  }
  return out;
}

}  // namespace vanthu::image
