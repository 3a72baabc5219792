#include "leptonica_image.h"

#include <leptonica/allheaders.h>

#include <memory>

namespace vanthu::corpus {
namespace {

struct FreeLeptonica {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixHandle = std::unique_ptr<Pix, FreeLeptonica>;

// Below this level a pixel of a fax is ink. Print is near 0 and tinted paper above 200; higher
// values close the counters of e and a at 150 dpi, lower ones lose thin strokes.
constexpr int kFaxThreshold = 158;

PixHandle ToPix(const Raster& page) {
  PixHandle pix(pixCreate(page.width, page.height, 32));
  if (!pix) return pix;
  l_uint32* data = pixGetData(pix.get());
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < page.height; ++y) {
    const std::uint8_t* from = page.Row(y);
    l_uint32* to = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < page.width; ++x, from += 3) {
      to[x] = static_cast<l_uint32>(from[0]) << 24 | static_cast<l_uint32>(from[1]) << 16 |
              static_cast<l_uint32>(from[2]) << 8;
    }
  }
  return pix;
}

Raster ToRaster(Pix* pix) {
  Raster page;
  page.width = pixGetWidth(pix);
  page.height = pixGetHeight(pix);
  page.bytes.resize(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) *
                    3);
  const l_uint32* data = pixGetData(pix);
  const int words = pixGetWpl(pix);
  for (int y = 0; y < page.height; ++y) {
    const l_uint32* from = data + static_cast<std::ptrdiff_t>(y) * words;
    std::uint8_t* to = page.Row(y);
    for (int x = 0; x < page.width; ++x) {
      *to++ = static_cast<std::uint8_t>(from[x] >> 24);
      *to++ = static_cast<std::uint8_t>(from[x] >> 16);
      *to++ = static_cast<std::uint8_t>(from[x] >> 8);
    }
  }
  return page;
}

// The page in the depth of its kind.
PixHandle Developed(const Raster& page, ScanKind kind) {
  PixHandle colour = ToPix(page);
  if (!colour || kind == ScanKind::kColour) return colour;
  PixHandle grey(pixConvertRGBToLuminance(colour.get()));
  if (!grey || kind == ScanKind::kGrey) return grey;
  return PixHandle(pixThresholdToBinary(grey.get(), kFaxThreshold));
}

}  // namespace

Result<Raster> Rotate(const Raster& page, double radians, Colour paper) {
  // Leptonica leaves angles under a thousandth alone.
  if (radians > -0.001 && radians < 0.001) return page;
  const PixHandle pix = ToPix(page);
  const l_uint32 fill = static_cast<l_uint32>(ToByte(255 * paper.red)) << 24 |
                        static_cast<l_uint32>(ToByte(255 * paper.green)) << 16 |
                        static_cast<l_uint32>(ToByte(255 * paper.blue)) << 8;
  const PixHandle turned(pix ? pixRotateAMColor(pix.get(), static_cast<l_float32>(radians), fill)
                             : nullptr);
  if (!turned) return Error{"scan: turning the page failed"};
  return ToRaster(turned.get());
}

Result<Raster> Resample(const Raster& page, double across, double down) {
  const PixHandle pix = ToPix(page);
  const PixHandle scaled(
      pix ? pixScale(pix.get(), static_cast<l_float32>(across), static_cast<l_float32>(down))
          : nullptr);
  if (!scaled) return Error{"scan: scaling the page failed"};
  return ToRaster(scaled.get());
}

Result<Raster> ReadPicture(const std::string& file) {
  const PixHandle pix(pixRead(file.c_str()));
  const PixHandle colour(pix ? pixConvertTo32(pix.get()) : nullptr);
  if (!colour) return Error{file + ": not a picture"};
  return ToRaster(colour.get());
}

Result<CompressedImage> Compress(const Raster& page, const AgeingPlan& plan, Dots dots) {
  const PixHandle pix = Developed(page, plan.kind);
  const int encoding = plan.kind == ScanKind::kFax ? L_G4_ENCODE : L_JPEG_ENCODE;
  L_Compressed_Data* data = nullptr;
  if (!pix || pixGenerateCIData(pix.get(), encoding, plan.jpeg_quality, 0, &data) != 0) {
    return Error{"scan: compressing the page failed"};
  }
  CompressedImage image{
      plan.kind,
      page.width,
      page.height,
      std::string(reinterpret_cast<const char*>(data->datacomp), data->nbytescomp),
      72.0 * page.width / dots.across,
      72.0 * page.height / dots.down};
  l_CIDataDestroy(&data);
  return image;
}

}  // namespace vanthu::corpus
