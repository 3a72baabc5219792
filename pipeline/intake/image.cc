// Pictures: TIFF with its pages, PNG, JPEG. The size stands in the header and is checked before
// anything is unpacked. libpng and libjpeg report broken files on stderr, past every hook that
// Leptonica leaves open; the processes that read have theirs closed.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/exif.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/pix.h"

namespace vanthu::intake {
namespace {

struct FileClose {
  void operator()(std::FILE* stream) const { std::fclose(stream); }
};
using FileHandle = std::unique_ptr<std::FILE, FileClose>;

struct Size {
  int64_t width = 0, height = 0;
};

// A picture as it was decoded, with what must be told about it.
struct Decoded {
  PixHandle pix;
  std::optional<Diagnostic> diagnostic;
};

std::optional<Error> CheckSize(Size size, const std::filesystem::path& file, uint64_t max_pixels) {
  if (size.width <= 0 || size.height <= 0) {
    return FileError(ErrorCode::kDamaged, "the picture has no size", file);
  }
  if (static_cast<uint64_t>(size.width) > max_pixels / static_cast<uint64_t>(size.height)) {
    return FileError(ErrorCode::kLimit,
                     "a picture of " + std::to_string(size.width) + " x " +
                         std::to_string(size.height) + " pixels is larger than the limit allows",
                     file);
  }
  return std::nullopt;
}

// As Exif counts: how the stored picture has to be turned and mirrored to stand upright.
PixHandle Upright(PixHandle pix, int orientation) {
  const int quarters = orientation == 3 ? 2 : orientation == 8 ? 3 : orientation >= 5 ? 1 : 0;
  if (quarters > 0) pix.reset(pixRotateOrth(pix.get(), quarters));
  if (!pix) return pix;
  if (orientation == 2 || orientation == 5) pixFlipLR(pix.get(), pix.get());
  if (orientation == 4 || orientation == 7) pixFlipTB(pix.get(), pix.get());
  return pix;
}

Result<Decoded> DecodePng(const std::filesystem::path& file) {
  const FileHandle stream(std::fopen(file.c_str(), "rb"));
  PixHandle pix(stream ? pixReadStreamPng(stream.get()) : nullptr);
  if (!pix) return FileError(ErrorCode::kDamaged, "the PNG is cut or damaged", file);
  return Decoded{std::move(pix), std::nullopt};
}

Result<Decoded> DecodeJpeg(const std::filesystem::path& file) {
  const auto head = ReadHead(file, size_t{64} << 10);
  if (!head) return head.error();
  const Exif exif = ReadExif(*head);
  l_int32 warnings = 0;
  PixHandle pix(pixReadJpeg(file.c_str(), 0, 1, &warnings, L_JPEG_CONTINUE_WITH_BAD_DATA));
  if (!pix) return FileError(ErrorCode::kDamaged, "the JPEG is cut or damaged", file);
  if (pixGetXRes(pix.get()) <= 1 && exif.dpi > 0) {
    const auto dpi = static_cast<l_int32>(std::min(exif.dpi, 10000.0));
    pixSetResolution(pix.get(), dpi, dpi);
  }
  Decoded decoded{Upright(std::move(pix), exif.orientation), std::nullopt};
  if (warnings > 0) {
    decoded.diagnostic =
        Diagnostic{Severity::kWarning, "image_damaged", "the JPEG is cut or damaged in places", 1};
  }
  return decoded;
}

Result<SourcePage> MakePage(Decoded decoded, int number, uint64_t max_pixels) {
  auto raster = ToRaster(std::move(decoded.pix), max_pixels);
  if (!raster) return raster.error();
  SourcePage source;
  source.page.number = number;
  source.page.origin = PageOrigin::kOcr;
  source.page.reason = "the file is a picture";
  if (decoded.diagnostic) source.page.diagnostics.push_back(std::move(*decoded.diagnostic));
  if (raster->dpi > 0) {
    source.page.width = raster->width * 72 / raster->dpi;
    source.page.height = raster->height * 72 / raster->dpi;
  }
  source.raster = std::move(*raster);
  return source;
}

using Decoder = Result<Decoded> (*)(const std::filesystem::path&);

// PNG and JPEG: one page.
class PictureFile : public SourceFile {
 public:
  PictureFile(std::filesystem::path file, Decoder decoder, uint64_t max_pixels)
      : file_(std::move(file)), decoder_(decoder), max_pixels_(max_pixels) {}
  int page_count() const override { return 1; }
  Result<SourcePage> ReadPage(int index) override {
    if (index != 0) return NoSuchPage(file_, index);
    auto decoded = decoder_(file_);
    if (!decoded) return decoded.error();
    return MakePage(std::move(*decoded), 1, max_pixels_);
  }

 private:
  std::filesystem::path file_;
  Decoder decoder_;
  uint64_t max_pixels_;
};

class TiffFile : public SourceFile {
 public:
  TiffFile(std::filesystem::path file, int pages, uint64_t max_pixels)
      : file_(std::move(file)), pages_(pages), max_pixels_(max_pixels) {}
  int page_count() const override { return pages_; }
  Result<SourcePage> ReadPage(int index) override {
    if (index < 0 || index >= pages_) return NoSuchPage(file_, index);
    auto page = Decode(index);
    if (page) return page;
    Error error = page.error();
    error.file = file_.string();
    error.page = index + 1;
    return error;
  }

 private:
  Result<SourcePage> Decode(int index) const {
    const Error damaged = FileError(ErrorCode::kDamaged, "the TIFF page is cut or damaged", file_);
    l_int32 width = 0, height = 0, bits = 0, samples = 0, resolution = 0, colours = 0, format = 0;
    if (readHeaderTiff(file_.c_str(), index, &width, &height, &bits, &samples, &resolution,
                       &colours, &format) != 0) {
      return damaged;
    }
    if (auto error = CheckSize({width, height}, file_, max_pixels_)) return *error;
    PixHandle pix(pixReadTiff(file_.c_str(), index));
    if (!pix) return damaged;
    return MakePage({std::move(pix), std::nullopt}, index + 1, max_pixels_);
  }

  std::filesystem::path file_;
  int pages_;
  uint64_t max_pixels_;
};

}  // namespace

OpenResult OpenPng(const std::filesystem::path& file, const Limits& limits) {
  SilenceLeptonica();
  const auto head = ReadHead(file, 24);
  if (!head) return head.error();
  if (head->size() < 24) return FileError(ErrorCode::kDamaged, "the PNG is cut", file);
  if (auto error = CheckSize({Big32(*head, 16), Big32(*head, 20)}, file, limits.max_pixels)) {
    return *error;
  }
  return std::unique_ptr<SourceFile>(
      std::make_unique<PictureFile>(file, DecodePng, limits.max_pixels));
}

OpenResult OpenJpeg(const std::filesystem::path& file, const Limits& limits) {
  SilenceLeptonica();
  l_int32 width = 0, height = 0;
  if (readHeaderJpeg(file.c_str(), &width, &height, nullptr, nullptr, nullptr) != 0) {
    return FileError(ErrorCode::kDamaged, "the JPEG is cut or damaged", file);
  }
  if (auto error = CheckSize({width, height}, file, limits.max_pixels)) return *error;
  return std::unique_ptr<SourceFile>(
      std::make_unique<PictureFile>(file, DecodeJpeg, limits.max_pixels));
}

OpenResult OpenTiff(const std::filesystem::path& file, const Limits& limits) {
  SilenceLeptonica();
  const FileHandle stream(std::fopen(file.c_str(), "rb"));
  l_int32 pages = 0;
  if (!stream || tiffGetCount(stream.get(), &pages) != 0 || pages < 1) {
    return FileError(ErrorCode::kDamaged, "the TIFF is cut or damaged", file);
  }
  if (pages > limits.max_pages) {
    return FileError(ErrorCode::kLimit, "the TIFF has more pages than the limit allows", file);
  }
  return std::unique_ptr<SourceFile>(std::make_unique<TiffFile>(file, pages, limits.max_pixels));
}

}  // namespace vanthu::intake
