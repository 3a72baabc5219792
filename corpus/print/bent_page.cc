#include "bent_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace vanthu::corpus {
namespace {

using Rgb = std::array<double, 3>;

struct Spot {
  double x = 0, y = 0;
};

// Mixed from the four pixels around a place inside the page.
Rgb PixelAt(const Raster& page, Spot at) {
  const int x = std::clamp(static_cast<int>(at.x), 0, page.width - 2);
  const int y = std::clamp(static_cast<int>(at.y), 0, page.height - 2);
  const double right = std::clamp(at.x - x, 0.0, 1.0), low = std::clamp(at.y - y, 0.0, 1.0);
  const std::uint8_t* upper = page.Row(y) + 3 * x;
  const std::uint8_t* lower = page.Row(y + 1) + 3 * x;
  Rgb out{};
  for (std::size_t c = 0; c < 3; ++c) {
    const double above = upper[c] * (1 - right) + upper[c + 3] * right;
    const double below = lower[c] * (1 - right) + lower[c + 3] * right;
    out[c] = above * (1 - low) + below * low;
  }
  return out;
}

// Takes the unit square to a quadrilateral: corners in the order of rows, left before right.
class Perspective {
 public:
  explicit Perspective(const std::array<Spot, 4>& to) {
    const Spot d1{to[1].x - to[3].x, to[1].y - to[3].y}, d2{to[2].x - to[3].x, to[2].y - to[3].y};
    const Spot sum{to[0].x - to[1].x + to[3].x - to[2].x, to[0].y - to[1].y + to[3].y - to[2].y};
    const double area = d1.x * d2.y - d2.x * d1.y;
    g_ = (sum.x * d2.y - d2.x * sum.y) / area;
    h_ = (d1.x * sum.y - sum.x * d1.y) / area;
    x_ = {to[1].x - to[0].x + g_ * to[1].x, to[2].x - to[0].x + h_ * to[2].x, to[0].x};
    y_ = {to[1].y - to[0].y + g_ * to[1].y, to[2].y - to[0].y + h_ * to[2].y, to[0].y};
  }
  Spot operator()(double u, double v) const {
    const double w = g_ * u + h_ * v + 1;
    return {(x_[0] * u + x_[1] * v + x_[2]) / w, (y_[0] * u + y_[1] * v + y_[2]) / w};
  }

 private:
  double g_ = 0, h_ = 0;
  std::array<double, 3> x_{}, y_{};
};

}  // namespace

Raster PhotographedPage(const Raster& page, double dpi, Rng& rng) {
  Raster photo;
  photo.width = page.width * 11 / 10;
  photo.height = page.height * 11 / 10;
  photo.bytes.resize(static_cast<std::size_t>(photo.width) *
                     static_cast<std::size_t>(photo.height) * 3);
  // Where the corners of the photograph fall on the sheet, in shares of it: a little beyond its edges.
  const auto off = [&rng] { return rng.Between(0.02, 0.07); };
  const std::array<Spot, 4> corners = {
      {{-off(), -off()}, {1 + off(), -off()}, {-off(), 1 + off()}, {1 + off(), 1 + off()}}};
  const Perspective sheet(corners);
  const double curl = rng.Between(0.06, 0.16) * dpi * (rng.Chance(0.5) ? 1 : -1);
  const double crest = rng.Between(0.35, 0.65), fall = rng.Between(0.3, 0.5);
  const double direction = rng.Between(0, 2 * std::numbers::pi);
  const double dark = rng.Between(0.35, 0.5);
  for (int y = 0; y < photo.height; ++y) {
    std::uint8_t* row = photo.Row(y);
    for (int x = 0; x < photo.width; ++x, row += 3) {
      const double u = (x + 0.5) / photo.width, v = (y + 0.5) / photo.height;
      const Spot at = sheet(u, v);
      // A curl bends the lines of the whole sheet alike, more towards its foot.
      const double bend = (at.x - crest) * (at.x - crest) * 4 * curl * (0.5 + at.y);
      const Spot pixel{at.x * page.width, at.y * page.height + bend};
      const bool on_sheet =
          pixel.x >= 0 && pixel.y >= 0 && pixel.x < page.width - 1 && pixel.y < page.height - 1;
      const double grain = 0.5 + 0.1 * std::sin(pixel.y / dpi * 9);
      const Rgb colour =
          on_sheet ? PixelAt(page, pixel) : Rgb{150 * grain, 105 * grain, 70 * grain};
      const double side = (u - 0.5) * std::cos(direction) + (v - 0.5) * std::sin(direction);
      const double light =
          std::clamp(1 - dark * std::pow(std::max(0.0, side + fall), 2.0) * 1.4, 0.2, 1.0);
      for (std::size_t c = 0; c < 3; ++c) row[c] = ToByte(colour[c] * light);
    }
  }
  return photo;
}

Raster FoldedPage(const Raster& page, double degrees) {
  const double rise = std::tan(degrees * std::numbers::pi / 180);
  const double middle = page.width / 2.0;
  Raster folded = page;
  for (int y = 0; y < page.height; ++y) {
    std::uint8_t* row = folded.Row(y);
    for (int x = 0; x < page.width; ++x, row += 3) {
      const double from = y + (std::abs(x - middle) - middle / 2) * rise;
      const bool on_sheet = from >= 0 && from < page.height - 1;
      const Rgb colour =
          on_sheet ? PixelAt(page, {static_cast<double>(x), from}) : Rgb{250, 250, 250};
      for (std::size_t c = 0; c < 3; ++c) row[c] = ToByte(colour[c]);
    }
  }
  return folded;
}

}  // namespace vanthu::corpus
