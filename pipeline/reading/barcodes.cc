#include "pipeline/reading/barcodes.h"

#include <leptonica/allheaders.h>
#include <zbar.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "models/text/normalize.h"

namespace vanthu::reading {
namespace {

// Lines across a linear code that must agree. Code 39 has no sum to check: table rules or letters may look like a
// sign or two of it along one line, not along this many.
constexpr int kAgreeingLines = 5;

// Fewer signs are none that a sheet would be printed for.
constexpr size_t kLeastText = 3;

// The pixels one after another, as ZBar wants them; none where memory does not suffice.
std::unique_ptr<l_uint8, decltype(&free)> Pixels(const image::Image& grey, size_t& bytes) {
  l_uint8* pixels = nullptr;
  if (pixGetRasterData(grey.get(), &pixels, &bytes) != 0) pixels = nullptr;
  return {pixels, &free};
}

Box BoxOf(const zbar::Symbol& symbol, double scale) {
  Box box;
  for (int i = 0; i < symbol.get_location_size(); ++i) {
    const auto point = static_cast<unsigned>(i);
    const double x = symbol.get_location_x(point) * scale, y = symbol.get_location_y(point) * scale;
    box = i == 0 ? Box{x, y, x, y}
                 : Box{std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x),
                       std::max(box.y1, y)};
  }
  return box;
}

bool IsSure(const zbar::Symbol& symbol) {
  const bool linear = symbol.get_type() != zbar::ZBAR_QRCODE;
  return symbol.get_data_length() >= kLeastText &&
         (!linear || symbol.get_quality() >= kAgreeingLines);
}

}  // namespace

std::vector<Barcode> ReadBarcodes(const image::Image& grey, double dpi) {
  size_t bytes = 0;
  const auto pixels = Pixels(grey, bytes);
  if (!pixels) return {};
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  for (const auto kind : {zbar::ZBAR_CODE39, zbar::ZBAR_CODE128, zbar::ZBAR_QRCODE})
    scanner.set_config(kind, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()),
                    "Y800", pixels.get(), bytes);
  scanner.scan(image);
  std::vector<Barcode> codes;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    if (IsSure(*symbol)) codes.push_back({CleanLine(symbol->get_data()), BoxOf(*symbol, 72 / dpi)});
  }
  return codes;
}

}  // namespace vanthu::reading
