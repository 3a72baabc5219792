#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/text_quality.h"

namespace vanthu::intake {
namespace {

// A file of text has no picture to read instead: what is wrong with its letters is told.
std::optional<Diagnostic> CheckText(const Page& page) {
  std::vector<SetText> texts;
  for (const Line& line : page.lines) texts.push_back({line.text, {}});
  const auto fault = FindTextFault(texts);
  if (!fault) return std::nullopt;
  return Diagnostic{Severity::kWarning, "text_doubtful", "the text " + *fault, page.number};
}

class SinglePage : public SourceFile {
 public:
  explicit SinglePage(Page page) : page_(std::move(page)) {}
  int page_count() const override { return 1; }
  Result<SourcePage> ReadPage(int index) override {
    if (index != 0) return NoSuchPage({}, index);
    return SourcePage{page_, std::nullopt};
  }

 private:
  Page page_;
};

}  // namespace

Result<Raster> SourceFile::Picture(int index, double /*dpi*/) {
  Result<SourcePage> page = ReadPage(index);
  if (!page) return page.error();
  if (!page->raster) return FileError(ErrorCode::kUnsupported, "has no pages to draw", {});
  return *std::move(page->raster);
}

std::unique_ptr<SourceFile> MakeSinglePage(Page page) {
  if (auto diagnostic = CheckText(page)) page.diagnostics.push_back(std::move(*diagnostic));
  return std::make_unique<SinglePage>(std::move(page));
}

Error NoSuchPage(const std::filesystem::path& file, int index) {
  return Error{ErrorCode::kUsage, "the file has no page of this number", file.string(), index + 1};
}

Result<std::unique_ptr<SourceFile>> OpenSource(const std::filesystem::path& file, MediaType type,
                                               const Limits& limits) {
  const auto size = CheckReadable(file, limits.max_file_bytes);
  if (!size) return size.error();
  switch (type) {
    case MediaType::kPdf: return OpenPdf(file, limits);
    case MediaType::kTiff: return OpenTiff(file, limits);
    case MediaType::kPng: return OpenPng(file, limits);
    case MediaType::kJpeg: return OpenJpeg(file, limits);
    case MediaType::kText: return OpenText(file, limits);
    case MediaType::kMarkdown: return OpenMarkdown(file, limits);
    case MediaType::kHtml: return OpenHtml(file, limits);
    case MediaType::kDocx: return OpenDocx(file, limits);
    case MediaType::kZip: break;
  }
  return FileError(ErrorCode::kUsage, "a ZIP has no pages: unpack it first", file);
}

}  // namespace vanthu::intake
