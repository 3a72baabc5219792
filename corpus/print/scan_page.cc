#include "scan_page.h"

#include <cairo.h>
#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "handwriting.h"
#include "paint.h"
#include "signature.h"
#include "stamp.h"

namespace vanthu::corpus {
namespace {

struct FreeCairo {
  void operator()(cairo_t* handle) const { cairo_destroy(handle); }
  void operator()(cairo_surface_t* handle) const { cairo_surface_destroy(handle); }
  void operator()(cairo_pattern_t* handle) const { cairo_pattern_destroy(handle); }
};
using SurfaceHandle = std::unique_ptr<cairo_surface_t, FreeCairo>;
using CairoHandle = std::unique_ptr<cairo_t, FreeCairo>;

// A small cloud of ink strengths, stretched over a seal: rubber never inks evenly.
SurfaceHandle InkCloud(Rng& rng) {
  constexpr int kCells = 12;
  SurfaceHandle cloud(cairo_image_surface_create(CAIRO_FORMAT_A8, kCells, kCells));
  cairo_surface_flush(cloud.get());
  unsigned char* bytes = cairo_image_surface_get_data(cloud.get());
  const int stride = cairo_image_surface_get_stride(cloud.get());
  for (int y = 0; y < kCells; ++y) {
    for (int x = 0; x < kCells; ++x) {
      bytes[y * stride + x] = ToByte(255 * rng.Between(0.55, 1.0));
    }
  }
  cairo_surface_mark_dirty(cloud.get());
  return cloud;
}

// Paints with `draw` as ink that the print below shows through, unevenly over the box.
template <typename Draw>
void PaintAsInk(cairo_t* cairo, const Box& box, Rng& rng, Draw draw) {
  constexpr double kRim = 12;  // strokes and rotation reach a little beyond the box
  cairo_save(cairo);
  cairo_rectangle(cairo, box.left - kRim, box.top - kRim, box.width + 2 * kRim,
                  box.height + 2 * kRim);
  cairo_clip(cairo);
  cairo_push_group(cairo);
  draw();
  cairo_pop_group_to_source(cairo);
  cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY);
  const SurfaceHandle cloud = InkCloud(rng);
  const std::unique_ptr<cairo_pattern_t, FreeCairo> mask(
      cairo_pattern_create_for_surface(cloud.get()));
  cairo_matrix_t stretch;
  cairo_matrix_init_scale(&stretch, 12 / (box.width + 2 * kRim), 12 / (box.height + 2 * kRim));
  cairo_matrix_translate(&stretch, kRim - box.left, kRim - box.top);
  cairo_pattern_set_matrix(mask.get(), &stretch);
  cairo_pattern_set_extend(mask.get(), CAIRO_EXTEND_PAD);
  cairo_mask(cairo, mask.get());
  cairo_restore(cairo);
}

void FillGaps(cairo_t* cairo, const Page& page, const Desk& desk, Rng& rng) {
  for (const TextItem& item : page.texts) {
    for (const PenGap& gap : item.line.gaps) {
      const double left = item.left + item.line.x + gap.x;
      if (desk.dotted_gaps) {
        SetColour(cairo, kBlack);
        for (double x = left + 1; x < left + gap.width - 1; x += 3) {
          cairo_rectangle(cairo, x, item.baseline - 0.7, 0.8, 0.8);
          cairo_fill(cairo);
        }
      }
      const WritingPlace place{left, item.baseline - 0.5, gap.width,
                               item.line.size * rng.Between(0.82, 1.0)};
      WriteByHand(cairo, gap.text, place, desk.clerk, rng);
    }
  }
}

void PaintAll(cairo_t* cairo, const Letter& letter, const Page& page, const Desk& desk, Rng& rng) {
  PaintType(cairo, page);
  FillGaps(cairo, page, desk, rng);
  for (const BoxedWords& words : page.boxed) {
    const double tilt = rng.Between(-0.05, 0.05);
    PaintAsInk(cairo, words.box, rng, [&] { PaintBoxedWords(cairo, words, kSealRed, tilt); });
  }
  if (page.signature) PaintSignature(cairo, *page.signature, desk.signer, rng);
  if (page.seal) {
    Box box = *page.seal;
    box.left += rng.Between(-9, 9);
    box.top += rng.Between(-7, 7);
    const double tilt = rng.Between(-0.2, 0.2);
    PaintAsInk(cairo, box, rng, [&] { PaintSeal(cairo, box, desk.seal, kSealRed, tilt); });
  }
  if (page.stamp && letter.stamp) {
    const Box box = PlaceStamp(page, letter.stamp->place, rng);
    PaintAsInk(cairo, box, rng, [&] {
      PaintStamp(cairo, box, letter.stamp->lines, desk.stamp_ink, desk.receiver, rng);
    });
  }
}

Raster ReadPixels(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Raster raster;
  raster.width = cairo_image_surface_get_width(surface);
  raster.height = cairo_image_surface_get_height(surface);
  raster.bytes.resize(static_cast<std::size_t>(raster.width) *
                      static_cast<std::size_t>(raster.height) * 3);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < raster.height; ++y) {
    const auto* from = reinterpret_cast<const std::uint32_t*>(
        data + static_cast<std::ptrdiff_t>(y) * stride);
    std::uint8_t* to = raster.Row(y);
    for (int x = 0; x < raster.width; ++x) {
      *to++ = static_cast<std::uint8_t>(from[x] >> 16);
      *to++ = static_cast<std::uint8_t>(from[x] >> 8);
      *to++ = static_cast<std::uint8_t>(from[x]);
    }
  }
  return raster;
}

}  // namespace

Desk DeskOf(const Letter& letter, std::uint64_t seed) {
  constexpr Colour kPurple{0.36, 0.16, 0.55}, kRed{0.78, 0.1, 0.16}, kBlue{0.14, 0.2, 0.6};
  Rng rng = Rng::For(seed, "desk");
  Desk desk;
  desk.clerk = DrawPen(rng);
  desk.signer = DrawPen(rng);
  desk.signer.width = rng.Between(1.0, 1.9);
  desk.receiver = DrawPen(rng);
  desk.receiver.width = rng.Between(0.8, 1.2);
  desk.seal = SealWordsOf(letter);
  const int ink = rng.Below(5);
  desk.stamp_ink = ink < 2 ? kPurple : ink < 4 ? kRed : kBlue;
  desk.dotted_gaps = rng.Chance(0.5);
  desk.seed = seed;
  return desk;
}

Result<Raster> PaintScanPage(const Letter& letter, const Page& page, int number, const Desk& desk,
                             int dpi) {
  const double scale = dpi / 72.0;
  const int width = static_cast<int>(std::lround(page.width * scale));
  const int height = static_cast<int>(std::lround(page.height * scale));
  const SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  const CairoHandle cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_scale(cairo.get(), scale, scale);
  // Not drawn from the resolution: pen and stamps lie alike at every dpi.
  Rng rng = Rng::For(desk.seed, fmt::format("page {}", number));
  PaintAll(cairo.get(), letter, page, desk, rng);
  const cairo_status_t status = cairo_status(cairo.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return Error{fmt::format("scan, page {}: {}", number + 1, cairo_status_to_string(status))};
  }
  return ReadPixels(surface.get());
}

}  // namespace vanthu::corpus
