#include "pipeline/run/page_image_job.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

#include "pipeline/archive/store.h"
#include "pipeline/export/page_image.h"
#include "pipeline/run/errand.h"
#include "pipeline/run/kept_reading.h"
#include "pipeline/run/soffice.h"
#include "pipeline/run/stages.h"
#include "pipeline/run/write_file.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using archive::Archive;

// Letters are read on a screen at this; a page takes about a megabyte.
constexpr double kImageDpi = 150;

Error Wrong(ErrorCode code, std::string why) { return {code, std::move(why), "", 0}; }

Result<const archive::StoredPage*> PageOf(const archive::StoredLetter& letter,
                                          std::optional<int> number) {
  const auto& pages = letter.pages;
  const auto found = std::find_if(pages.begin(), pages.end(), [&](const archive::StoredPage& page) {
    return !number || page.number == *number;
  });
  if (found != pages.end()) return &*found;
  std::string why =
      "letter " + std::to_string(letter.id) + " has no page " + std::to_string(number.value_or(1));
  if (!pages.empty())
    why += "; its pages are " + std::to_string(pages.front().number) + " to " +
           std::to_string(pages.back().number);
  return Wrong(ErrorCode::kUsage, why);
}

// The page laid out. A text layer is taken from the original again, which costs next to nothing.
Result<Page> Recall(Archive& archive, const archive::StoredLetter& letter,
                    const archive::StoredPage& stored, const reading::Settings& settings,
                    Errand& errand) {
  Page page;
  page.number = stored.number;
  // What is converted for reading has no pages to draw.
  const bool converted = ConversionOf(letter.file.media_type) != nullptr;
  if (stored.origin == "text" && !converted) {
    Result<Page> read = errand.Read(
        PageRequest{archive.OriginalPath(letter.file.sha256).string(), stored.number - 1});
    if (!read.ok()) return read.error();
    page = *std::move(read);
  } else if (stored.origin == "ocr") {
    Result<std::optional<Page>> kept =
        KeptReading(archive, letter.file.sha256, stored.number, settings);
    if (!kept.ok()) return kept.error();
    if (kept->has_value()) page = **std::move(kept);
  }
  return LayOut(std::move(page));
}

// The size that places of the record are on.
void SizeFromRecord(const nlohmann::ordered_json& record, Page& page) {
  if (page.width || !record.contains("pages")) return;
  for (const auto& listed : record.at("pages")) {
    if (listed.value("page", 0) != page.number || !listed.contains("width")) continue;
    if (!listed.at("width").is_number() || !listed.at("height").is_number()) continue;
    page.width = listed.at("width").get<double>();
    page.height = listed.at("height").get<double>();
  }
}

}  // namespace

Status DrawPage(const PageImageOptions& options, const std::atomic<bool>& stop) {
  Result<Archive> archive = Archive::Open(options.archive, archive::OpenMode::kReadOnly);
  if (!archive.ok()) return archive.error();
  const Result<archive::StoredLetter> letter = archive->Get(options.letter);
  if (!letter.ok()) return letter.error();
  const Result<const archive::StoredPage*> stored = PageOf(*letter, options.page);
  if (!stored.ok()) return stored.error();
  std::error_code ignored;
  if (fs::exists(options.to, ignored))
    return Error{ErrorCode::kUsage, "is there already and is not overwritten", options.to.string(),
                 0};
  Errand errand(options.pool, stop);
  Result<Page> page = Recall(*archive, *letter, **stored, options.pool.start.reader, errand);
  if (!page.ok()) return page.error();
  SizeFromRecord(letter->record, *page);
  if (!page->width || !page->height)
    return Error{ErrorCode::kUnsupported, "came as text: it has no pages to draw",
                 letter->file.name, 0};
  DrawRequest request;
  request.file = archive->OriginalPath(letter->file.sha256).string();
  request.index = page->number - 1;
  request.width = *page->width;
  request.height = *page->height;
  request.dpi = kImageDpi;
  request.marks = exporting::MarksOf(letter->record, *page);
  std::string png;
  const Result<EndAnswer> drawn = errand.Do(request, [&png](std::string_view bytes) {
    png += bytes;
    return Status(Done{});
  });
  if (!drawn.ok()) {
    Error error = drawn.error();
    error.file = letter->file.name;
    error.page = page->number;
    return error;
  }
  return WriteFile(options.to, png);
}

}  // namespace vanthu::run
