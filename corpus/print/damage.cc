#include "damage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "bent_page.h"
#include "leptonica_image.h"
#include "rng.h"

namespace vanthu::corpus {
namespace {

constexpr std::pair<const char*, Damage> kNames[] = {
    {"none", Damage::kNone},     {"photo", Damage::kPhoto},   {"fax", Damage::kFax},
    {"shadow", Damage::kShadow}, {"bleed", Damage::kBleed},   {"border", Damage::kBorder},
    {"holes", Damage::kHoles},   {"specks", Damage::kSpecks}, {"skew2", Damage::kSkew2},
    {"skew4", Damage::kSkew4},   {"halves", Damage::kHalves}, {"dark-paper", Damage::kDarkPaper},
    {"low-res", Damage::kLowRes}};

// Standard resolution of a fax of group 3 (ITU-T T.4).
constexpr Dots kFaxDots = {204, 98};
constexpr double kLowDots = 100;

void Darken(std::uint8_t* pixel, double share) {
  for (int c = 0; c < 3; ++c) pixel[c] = ToByte(pixel[c] * share);
}

void PaintDisc(Raster& page, double cx, double cy, double radius, std::uint8_t level) {
  const int top = std::max(0, static_cast<int>(std::floor(cy - radius)));
  const int bottom = std::min(page.height - 1, static_cast<int>(std::ceil(cy + radius)));
  const int left = std::max(0, static_cast<int>(std::floor(cx - radius)));
  const int right = std::min(page.width - 1, static_cast<int>(std::ceil(cx + radius)));
  for (int y = top; y <= bottom; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = left; x <= right; ++x) {
      if (std::hypot(x - cx, y - cy) > radius) continue;
      std::fill_n(row + 3 * x, 3, level);
    }
  }
}

void Dust(Raster& page, int count, double dpi, Rng& rng) {
  for (int i = 0; i < count; ++i) {
    const double size = rng.Unit();
    PaintDisc(page, rng.Between(0, page.width), rng.Between(0, page.height),
              dpi * (0.002 + 0.006 * size * size), 0);
  }
}

// One soft edge across the sheet; beyond it the light is lost by a half or more.
void Shadow(Raster& page, double dpi, Rng& rng) {
  const double angle = rng.Between(0, 2 * std::numbers::pi), depth = rng.Between(0.45, 0.65);
  const double away = rng.Between(-0.15, 0.15) * page.width, soft = rng.Between(0.2, 1.0) * dpi;
  const double nx = std::cos(angle), ny = std::sin(angle);
  for (int y = 0; y < page.height; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = 0; x < page.width; ++x) {
      const double wave = 0.15 * dpi * std::sin(y / dpi);
      const double inside =
          (x - page.width / 2.0) * nx + (y - page.height / 2.0) * ny + away + wave;
      const double share = std::clamp(inside / soft + 0.5, 0.0, 1.0);
      Darken(row + 3 * x, 1 - depth * share * share * (3 - 2 * share));
    }
  }
}

void Bleed(Raster& page, const Raster& behind, Rng& rng) {
  const double strength = rng.Between(0.4, 0.55);
  const int shift = static_cast<int>(rng.Between(3, 12));
  for (int y = 0; y + shift < std::min(page.height, behind.height); ++y) {
    std::uint8_t* row = page.Row(y);
    const std::uint8_t* back = behind.Row(y + shift);
    for (int x = 0; x < std::min(page.width, behind.width); ++x) {
      const int mirrored = 3 * (behind.width - 1 - x) + 1;
      // Paper spreads what comes through it: three pixels to a side.
      int sum = 0;
      for (int k = -1; k <= 1; ++k) {
        sum += back[std::clamp(mirrored + 3 * k, 1, 3 * behind.width - 2)];
      }
      Darken(row + 3 * x, 1 - strength * (255 - sum / 3.0) / 255);
    }
  }
}

// The sheet on black glass, a little out of its middle.
Raster OnBlackGlass(const Raster& page, double dpi, Rng& rng) {
  const auto inch = [&](double low, double high) {
    return static_cast<int>(rng.Between(low, high) * dpi);
  };
  const int left = inch(0.1, 0.6), right = inch(0.1, 0.6), top = inch(0.05, 0.4),
            bottom = inch(0.1, 0.7);
  Raster out;
  out.width = page.width + left + right;
  out.height = page.height + top + bottom;
  out.bytes.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
  for (std::uint8_t& byte : out.bytes) byte = static_cast<std::uint8_t>(rng.Below(24));
  const auto row_bytes = static_cast<std::size_t>(page.width) * 3;
  for (int y = 0; y < page.height; ++y) {
    std::copy_n(page.Row(y), row_bytes, out.Row(y + top) + 3 * left);
  }
  return out;
}

// Four holes at the left as for a ring binder, a staple and its shadow, a corner turned down.
void Punched(Raster& page, double dpi, Rng& rng) {
  const double mm = dpi / 25.4;
  for (int i = 0; i < 4; ++i) {
    PaintDisc(page, 11 * mm, page.height / 2.0 + (i - 1.5) * 80 * mm, 2.9 * mm,
              static_cast<std::uint8_t>(rng.Below(60)));
  }
  const double slope = rng.Between(-0.7, 0.7), x0 = rng.Between(8, 16) * mm,
               y0 = rng.Between(8, 14) * mm;
  for (double t = 0; t < 12 * mm; t += 0.5) {
    PaintDisc(page, x0 + t, y0 + t * slope + 0.9 * mm, 0.7 * mm, 150);
  }
  for (double t = 0; t < 12 * mm; t += 0.5) PaintDisc(page, x0 + t, y0 + t * slope, 0.4 * mm, 40);
  const int corner = static_cast<int>(rng.Between(8, 18) * mm);
  for (int y = 0; y < corner && y < page.height; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = std::max(0, page.width - corner + y); x < page.width; ++x) {
      std::fill_n(row + 3 * x, 3, std::uint8_t{70});
    }
  }
}

// Smooth blotches: a coarse grid of shades, mixed between its corners.
class Mottle {
 public:
  Mottle(double depth, Rng& rng) {
    for (double& cell : cells_) cell = 1 - depth * rng.Unit();
  }
  double At(double u, double v) const {
    const double x = u * (kSide - 1), y = v * (kSide - 1);
    const auto i = std::min(static_cast<std::size_t>(x), kSide - 2);
    const auto j = std::min(static_cast<std::size_t>(y), kSide - 2);
    const double a = x - static_cast<double>(i), b = y - static_cast<double>(j);
    const double upper = cells_[j * kSide + i] * (1 - a) + cells_[j * kSide + i + 1] * a;
    const double lower =
        cells_[(j + 1) * kSide + i] * (1 - a) + cells_[(j + 1) * kSide + i + 1] * a;
    return upper * (1 - b) + lower * b;
  }

 private:
  static constexpr std::size_t kSide = 9;
  std::array<double, kSide * kSide> cells_{};
};

void DarkPaper(Raster& page, Rng& rng) {
  const Colour paper = {rng.Between(0.5, 0.65), rng.Between(0.45, 0.55), rng.Between(0.32, 0.42)};
  const Mottle mottle(0.3, rng);
  const double toner = rng.Between(0.6, 0.8);
  const std::array<double, 3> tint = {paper.red, paper.green, paper.blue};
  for (int y = 0; y < page.height; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = 0; x < page.width; ++x, row += 3) {
      const double shade =
          mottle.At(static_cast<double>(x) / page.width, static_cast<double>(y) / page.height);
      for (std::size_t c = 0; c < 3; ++c) {
        row[c] = ToByte((255 - (255 - row[c]) * toner) * tint[c] * shade);
      }
    }
  }
}

}  // namespace

std::optional<Damage> DamageNamed(std::string_view name) {
  for (const auto& [known, damage] : kNames) {
    if (name == known) return damage;
  }
  return std::nullopt;
}

std::vector<std::string> DamageNames() {
  std::vector<std::string> names;
  for (const auto& [name, damage] : kNames) names.emplace_back(name);
  return names;
}

ScanKind KindFor(Damage damage, ScanKind usual) {
  switch (damage) {
    case Damage::kFax:
    case Damage::kSpecks: return ScanKind::kFax;
    case Damage::kPhoto:
    case Damage::kShadow:
    case Damage::kBleed:
    case Damage::kDarkPaper:
    case Damage::kLowRes: return ScanKind::kColour;
    default: return usual;
  }
}

Result<DamagedPage> DamagePage(const Raster& page, const Raster* behind, int number, double dpi,
                               Damage damage, std::uint64_t seed) {
  Rng rng = Rng::For(seed, fmt::format("damage {} {}", static_cast<int>(damage), number));
  const double way = rng.Chance(0.5) ? 1 : -1;
  const auto turned = [&](double degrees) -> Result<DamagedPage> {
    auto askew = Rotate(page, way * degrees * std::numbers::pi / 180, {1, 1, 1});
    if (!askew.ok()) return askew.error();
    return DamagedPage{askew.value(), {dpi, dpi}};
  };
  const auto resampled = [&](const Raster& from, Dots dots) -> Result<DamagedPage> {
    auto scaled = Resample(from, dots.across / dpi, dots.down / dpi);
    if (!scaled.ok()) return scaled.error();
    return DamagedPage{scaled.value(), dots};
  };
  Raster harmed = page;
  switch (damage) {
    case Damage::kNone: break;
    case Damage::kPhoto: harmed = PhotographedPage(page, dpi, rng); break;
    case Damage::kFax: Dust(harmed, 200, dpi, rng); return resampled(harmed, kFaxDots);
    case Damage::kShadow: Shadow(harmed, dpi, rng); break;
    case Damage::kBleed: Bleed(harmed, behind != nullptr ? *behind : page, rng); break;
    case Damage::kBorder: harmed = OnBlackGlass(page, dpi, rng); break;
    case Damage::kHoles: Punched(harmed, dpi, rng); break;
    case Damage::kSpecks: Dust(harmed, 4000, dpi, rng); break;
    case Damage::kSkew2: return turned(2);
    case Damage::kSkew4: return turned(4);
    case Damage::kHalves: harmed = FoldedPage(page, 1.2 * way); break;
    case Damage::kDarkPaper: DarkPaper(harmed, rng); break;
    case Damage::kLowRes: return resampled(page, {kLowDots, kLowDots});
  }
  return DamagedPage{std::move(harmed), {dpi, dpi}};
}

}  // namespace vanthu::corpus
