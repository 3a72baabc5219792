#include "pipeline/intake/pdf_render.h"

#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/intake/bytes.h"

namespace vanthu::intake {
namespace {

constexpr double kLeastDpi = 50;        // below this no letter is read
constexpr double kInkDpi = 50;          // enough to see whether there is ink
constexpr double kLongestSide = 14400;  // points: the largest page of PDF 1.7 (Annex C)
constexpr uint8_t kPaper = 250;         // grey value from which on a pixel is paper

Raster CopyPixels(const poppler::image& image) {
  Raster raster;
  raster.width = image.width();
  raster.height = image.height();
  const auto width = static_cast<size_t>(raster.width), height = static_cast<size_t>(raster.height);
  const auto stride = static_cast<size_t>(image.bytes_per_row());
  const char* data = image.const_data();
  bool coloured = false;
  for (size_t y = 0; y < height && !coloured; ++y) {
    const char* row = data + y * stride;
    for (size_t x = 0; x < width * 3 && !coloured; x += 3) {
      coloured = row[x] != row[x + 1] || row[x] != row[x + 2];
    }
  }
  raster.channels = coloured ? 3 : 1;
  raster.pixels.reserve(width * height * (coloured ? 3 : 1));
  std::vector<uint8_t> grey(coloured ? 0 : width);
  for (size_t y = 0; y < height; ++y) {
    const char* row = data + y * stride;
    if (coloured) {
      raster.pixels.insert(raster.pixels.end(), row, row + width * 3);
    } else {
      for (size_t x = 0; x < width; ++x) grey[x] = static_cast<uint8_t>(row[x * 3]);
      raster.pixels.insert(raster.pixels.end(), grey.begin(), grey.end());
    }
  }
  return raster;
}

}  // namespace

Result<PageSize> SizeOf(const poppler::page& page) {
  const poppler::rectf box = page.page_rect(poppler::crop_box);
  PageSize size = {std::abs(box.width()), std::abs(box.height())};
  const auto orientation = page.orientation();
  if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
    std::swap(size.width, size.height);
  }
  const bool sound = size.width >= 1 && size.height >= 1 && size.width <= kLongestSide * 10 &&
                     size.height <= kLongestSide * 10;
  if (!sound) return FileError(ErrorCode::kDamaged, "the page has no size", {});
  return size;
}

Result<Raster> Render(const poppler::page& page, Resolution resolution, uint64_t max_pixels) {
  const auto size = SizeOf(page);
  if (!size) return size.error();
  const double square_inches = size->width / 72 * size->height / 72;
  const double finest = std::sqrt(static_cast<double>(max_pixels) * 0.999 / square_inches);
  const double asked = std::max(resolution.x, resolution.y);
  if (finest < kLeastDpi && finest < asked) {
    return FileError(ErrorCode::kLimit, "the page is larger than the limit allows", {});
  }
  const double shrink = std::min(1.0, finest / asked);
  resolution = {resolution.x * shrink, resolution.y * shrink};
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_rgb24);
  const poppler::image image = renderer.render_page(&page, resolution.x, resolution.y);
  if (!image.is_valid() || image.width() <= 0 || image.format() != poppler::image::format_rgb24) {
    return FileError(ErrorCode::kDamaged, "the page cannot be drawn", {});
  }
  Raster raster = CopyPixels(image);
  raster.dpi = (resolution.x + resolution.y) / 2;
  return raster;
}

Result<bool> HasInk(const poppler::page& page) {
  const auto raster = Render(page, {kInkDpi, kInkDpi}, UINT64_MAX / 2);
  if (!raster) return raster.error();
  return std::any_of(raster->pixels.begin(), raster->pixels.end(),
                     [](uint8_t value) { return value < kPaper; });
}

}  // namespace vanthu::intake
