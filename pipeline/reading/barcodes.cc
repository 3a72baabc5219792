#include "pipeline/reading/barcodes.h"

#include <leptonica/allheaders.h>
#include <zbar.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "models/text/normalize.h"

namespace vanthu::reading {
namespace {

// Lines across a linear code that must agree. Code 39 has no sum to check: table rules or letters may look like a
// sign or two of it along one line, not along this many.
constexpr int kAgreeingLines = 5;

// Fewer signs are none that a sheet would be printed for.
constexpr size_t kLeastText = 3;

// Leptonica holds a row in words of the machine's byte order; ZBar wants its pixels one after another.
std::vector<uint8_t> Pixels(const image::Image& grey) {
  std::vector<uint8_t> pixels;
  pixels.reserve(static_cast<size_t>(grey.width()) * static_cast<size_t>(grey.height()));
  const l_uint32* row = pixGetData(grey.get());
  for (int y = 0; y < grey.height(); ++y, row += pixGetWpl(grey.get())) {
    for (int x = 0; x < grey.width(); ++x)
      pixels.push_back(static_cast<uint8_t>(GET_DATA_BYTE(row, x)));
  }
  return pixels;
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
  const std::vector<uint8_t> pixels = Pixels(grey);
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  for (const auto kind : {zbar::ZBAR_CODE39, zbar::ZBAR_CODE128, zbar::ZBAR_QRCODE})
    scanner.set_config(kind, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(grey.width()), static_cast<unsigned>(grey.height()),
                    "Y800", pixels.data(), pixels.size());
  scanner.scan(image);
  std::vector<Barcode> codes;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    if (IsSure(*symbol)) codes.push_back({CleanLine(symbol->get_data()), BoxOf(*symbol, 72 / dpi)});
  }
  return codes;
}

}  // namespace vanthu::reading
