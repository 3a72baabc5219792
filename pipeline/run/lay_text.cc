#include "pipeline/run/lay_text.h"

#include <optional>
#include <string>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/packed_picture.h"
#include "pipeline/intake/pdf_salvage.h"

namespace vanthu::run {
namespace {

using exporting::LayerOutcome;

constexpr uint64_t kMostSalvaged = uint64_t{512} << 20;

// A PDF that was read without its end is given the end that it was read with.
Result<LayerOutcome> OverPdf(const std::filesystem::path& file, const exporting::TextLayer& layer,
                             const exporting::ByteSink& sink) {
  bool begun = false;
  const exporting::ByteSink counted = [&](std::string_view bytes) {
    begun = true;
    return sink(bytes);
  };
  Result<LayerOutcome> outcome = exporting::AddTextLayer(file, layer, counted);
  if (outcome.ok() || outcome.error().code != ErrorCode::kDamaged || begun) return outcome;
  const Result<std::string> bytes = intake::ReadWhole(file, kMostSalvaged);
  const std::optional<std::string> whole = bytes ? intake::SalvagePdf(*bytes) : std::nullopt;
  return whole ? exporting::AddTextLayerToBytes(*whole, layer, sink) : outcome;
}

Result<LayerOutcome> RoundPictures(const std::filesystem::path& file, intake::MediaType type,
                                   const exporting::TextLayer& layer, const intake::Limits& limits,
                                   const exporting::ByteSink& sink) {
  const Result<std::string> bytes = intake::ReadWhole(file, limits.max_file_bytes);
  if (!bytes.ok()) return bytes.error();
  exporting::PicturePdf pdf(layer.glyphs, sink);
  for (const exporting::PageLayer& page : layer.pages) {
    const Result<PackedPicture> picture =
        intake::ReadPacked(file, *bytes, type, page.index, limits);
    if (!picture.ok()) {
      Error error = picture.error();
      error.page = page.index + 1;
      return error;
    }
    if (Status added = pdf.Add(*picture, page); !added.ok()) return added.error();
  }
  if (Status finished = pdf.Finish(); !finished.ok()) return finished.error();
  return LayerOutcome::kWritten;
}

}  // namespace

Result<LayerOutcome> LayText(const std::filesystem::path& file, const exporting::TextLayer& layer,
                             const intake::Limits& limits, const exporting::ByteSink& sink) {
  const Result<intake::MediaType> type = intake::Sniff(file);
  if (!type.ok()) return type.error();
  switch (*type) {
    case intake::MediaType::kPdf: return OverPdf(file, layer, sink);
    case intake::MediaType::kJpeg:
    case intake::MediaType::kPng:
    case intake::MediaType::kTiff: return RoundPictures(file, *type, layer, limits, sink);
    default: return Error{ErrorCode::kUnsupported, "is text without pages", "", 0};
  }
}

}  // namespace vanthu::run
