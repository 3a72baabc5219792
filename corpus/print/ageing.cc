#include "ageing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "leptonica_image.h"

namespace vanthu::corpus {
namespace {

// Ink lies on tinted paper under uneven light; the back of the sheet shines through mirrored.
void LayOnPaper(Raster& page, const Raster* behind, const AgeingPlan& plan) {
  const std::array<double, 3> paper = {plan.paper.red, plan.paper.green, plan.paper.blue};
  const bool shines = behind != nullptr && plan.bleed_through > 0;
  for (int y = 0; y < page.height; ++y) {
    std::uint8_t* row = page.Row(y);
    const double down = 1 - std::max(0.0, plan.light_down * (2.0 * y / page.height - 1));
    const std::uint8_t* back = shines && y < behind->height ? behind->Row(y) : nullptr;
    for (int x = 0; x < page.width; ++x) {
      const double across = 1 - std::max(0.0, plan.light_across * (2.0 * x / page.width - 1));
      double light = down * across;
      if (back != nullptr && x < behind->width) {
        // The green channel is enough: print is grey, seals are pale from behind.
        const int mirrored = 3 * (behind->width - 1 - x) + 1;
        light *= 1 - plan.bleed_through * (255 - back[mirrored]) / 255.0;
      }
      for (std::size_t c = 0; c < 3; ++c) {
        const double ink = (255 - row[c]) * plan.toner;
        row[c] = ToByte((255 - ink) * paper[c] * light);
      }
      row += 3;
    }
  }
}

// A 1-2-1 kernel of weight `share` at its sides, down and across, as often as the reach needs.
void Blur(Raster& page, double reach_pixels) {
  double variance = reach_pixels * reach_pixels;
  while (variance > 0.01) {
    const double step = std::min(variance, 0.5);  // variance of one pass is 2 * share
    const int side = static_cast<int>(std::lround(step / 2 * 256));
    const int middle = 256 - 2 * side;
    const auto mix = [&](int before, int here, int after) {
      return static_cast<std::uint8_t>((before * side + here * middle + after * side + 128) >> 8);
    };
    const int last = 3 * (page.width - 1);
    std::vector<std::uint8_t> above(page.Row(0), page.Row(0) + 3 * page.width);
    for (int y = 0; y < page.height; ++y) {
      std::uint8_t* row = page.Row(y);
      const std::uint8_t* below = page.Row(std::min(y + 1, page.height - 1));
      for (int x = 0; x < 3 * page.width; ++x) {
        const auto i = static_cast<std::size_t>(x);
        const std::uint8_t here = row[x];
        row[x] = mix(above[i], here, below[x]);
        above[i] = here;
      }
      std::array<std::uint8_t, 3> left = {row[0], row[1], row[2]};
      for (int x = 0; x <= last + 2; ++x) {
        const auto c = static_cast<std::size_t>(x % 3);
        const std::uint8_t here = row[x];
        row[x] = mix(left[c], here, row[x < last ? x + 3 : x]);
        left[c] = here;
      }
    }
    variance -= step;
  }
}

void Grain(Raster& page, double levels, Rng& rng) {
  if (levels <= 0) return;
  const int strength = static_cast<int>(std::lround(levels * 256 / 128));
  for (int y = 0; y < page.height; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = 0; x < page.width; x += 4) {
      std::uint64_t bits = rng.Next();
      for (int i = x; i < std::min(x + 4, page.width); ++i) {
        // The sum of two even bytes falls off to both sides.
        const int sum = static_cast<int>(bits & 0xFF) + static_cast<int>((bits >> 8) & 0xFF) - 255;
        bits >>= 16;
        const int shift = sum * strength / 256;
        for (int c = 0; c < 3; ++c) {
          row[3 * i + c] = static_cast<std::uint8_t>(std::clamp(row[3 * i + c] + shift, 0, 255));
        }
      }
    }
  }
}

// Multiplies a disc by `tone`; its rim fades over `soft` of the radius.
void Disc(Raster& page, double cx, double cy, double radius, Colour tone, double soft) {
  const int top = std::max(0, static_cast<int>(cy - radius));
  const int bottom = std::min(page.height - 1, static_cast<int>(cy + radius) + 1);
  const int left = std::max(0, static_cast<int>(cx - radius));
  const int right = std::min(page.width - 1, static_cast<int>(cx + radius) + 1);
  for (int y = top; y <= bottom; ++y) {
    std::uint8_t* row = page.Row(y);
    for (int x = left; x <= right; ++x) {
      const double distance = std::hypot(x - cx, y - cy) / radius;
      if (distance >= 1) continue;
      const double share = soft <= 0 ? 1 : std::min(1.0, (1 - distance) / soft);
      row[3 * x] = ToByte(row[3 * x] * (1 - share * (1 - tone.red)));
      row[3 * x + 1] = ToByte(row[3 * x + 1] * (1 - share * (1 - tone.green)));
      row[3 * x + 2] = ToByte(row[3 * x + 2] * (1 - share * (1 - tone.blue)));
    }
  }
}

void Stains(Raster& page, const AgeingPlan& plan, double dpi, Rng& rng) {
  for (int i = 0; i < plan.stains; ++i) {
    const double radius = rng.Between(0.3, 1.3) * dpi;
    Disc(page, rng.Between(0, page.width), rng.Between(0, page.height), radius,
         {0.97, rng.Between(0.88, 0.94), rng.Between(0.74, 0.86)}, rng.Between(0.2, 0.9));
  }
}

void Specks(Raster& page, const AgeingPlan& plan, double dpi, Rng& rng) {
  const int count = static_cast<int>(plan.specks_per_page * rng.Between(0.5, 1.2));
  for (int i = 0; i < count; ++i) {
    const double shade = rng.Between(0.1, 0.7);
    const double size = rng.Unit();
    Disc(page, rng.Between(0, page.width), rng.Between(0, page.height),
         dpi * (0.002 + 0.006 * size * size * size), {shade, shade, shade}, 0.4);
  }
}

// Two holes 80 mm apart, 12 mm from the left edge, as every office punch makes them.
void PunchHoles(Raster& page, double dpi, Rng& rng) {
  const double mm = dpi / 25.4;
  const double x = 12 * mm + rng.Between(-2, 2) * mm;
  const double middle = page.height / 2.0 + rng.Between(-6, 6) * mm;
  const double shade = rng.Between(0.15, 0.75);
  for (const double side : {-40.0, 40.0}) {
    Disc(page, x, middle + side * mm, 2.9 * mm, {shade, shade, shade}, 0.12);
  }
}

void DarkBorders(Raster& page, double dpi, Rng& rng) {
  const double left = rng.Between(0, 0.06) * dpi, right = rng.Between(0, 0.06) * dpi;
  const double top = rng.Between(0, 0.05) * dpi, bottom = rng.Between(0, 0.05) * dpi;
  const double shade = rng.Between(0.2, 0.6);
  const auto rim = [](double distance, double reach) {
    return reach <= 0 ? 0.0 : std::max(0.0, 1 - distance / reach);
  };
  for (int y = 0; y < page.height; ++y) {
    const double down = std::max(rim(y, top), rim(page.height - 1 - y, bottom));
    std::uint8_t* row = page.Row(y);
    for (int x = 0; x < page.width; ++x) {
      const double dark = std::max({down, rim(x, left), rim(page.width - 1 - x, right)});
      if (dark <= 0) continue;
      const double keep = 1 - std::min(1.0, dark * 1.6) * (1 - shade);
      for (int c = 0; c < 3; ++c) row[3 * x + c] = ToByte(row[3 * x + c] * keep);
    }
  }
}

}  // namespace

Result<Raster> AgePage(const Raster& clean, const Raster* behind, int number, int dpi,
                       const AgeingPlan& plan) {
  Rng rng = Rng::For(plan.seed, fmt::format("age {} {}", number, dpi));
  Raster page = clean;
  LayOnPaper(page, behind, plan);
  Stains(page, plan, dpi, rng);
  if (plan.punch_holes) PunchHoles(page, dpi, rng);
  // The skew of a page is the same at every resolution.
  Rng skew_rng = Rng::For(plan.seed, fmt::format("skew {}", number));
  auto turned = Rotate(page, DrawSkew(plan, skew_rng), plan.paper);
  if (!turned.ok()) return turned.error();
  page = turned.value();
  Blur(page, plan.blur_points * dpi / 72.0);
  if (plan.dark_borders) DarkBorders(page, dpi, rng);
  Specks(page, plan, dpi, rng);
  Grain(page, plan.noise, rng);
  return page;
}

}  // namespace vanthu::corpus
