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
  for (const Line& line : page.lines) texts.push_back({line.text});
  const auto fault = FindTextFault(texts);
  if (!fault) return std::nullopt;
  return Diagnostic{Severity::kWarning, "text_doubtful", "the text " + *fault, page.number};
}

class KnownPages : public SourceFile {
 public:
  explicit KnownPages(std::vector<Page> pages) : pages_(std::move(pages)) {}
  int page_count() const override { return static_cast<int>(pages_.size()); }
  Result<SourcePage> ReadPage(int index) override {
    if (index < 0 || index >= page_count()) return NoSuchPage({}, index);
    return SourcePage{pages_[static_cast<size_t>(index)], std::nullopt};
  }

 private:
  std::vector<Page> pages_;
};

}  // namespace

Result<Raster> SourceFile::Picture(int index, double /*dpi*/) {
  Result<SourcePage> page = ReadPage(index);
  if (!page) return page.error();
  if (!page->raster) return FileError(ErrorCode::kUnsupported, "has no pages to draw", {});
  return *std::move(page->raster);
}

std::unique_ptr<SourceFile> MakePages(std::vector<Page> pages) {
  for (Page& page : pages) {
    if (auto diagnostic = CheckText(page)) page.diagnostics.push_back(std::move(*diagnostic));
  }
  return std::make_unique<KnownPages>(std::move(pages));
}

std::unique_ptr<SourceFile> MakeSinglePage(Page page) {
  std::vector<Page> pages;
  pages.push_back(std::move(page));
  return MakePages(std::move(pages));
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
    case MediaType::kOds: return OpenOds(file, limits);
    case MediaType::kDoc:
    case MediaType::kRtf:
    case MediaType::kOdt:
    case MediaType::kWordXml:
    case MediaType::kXls:
    case MediaType::kXlsx:
      return FileError(ErrorCode::kUnsupported, "has no pages before it is converted", file);
    case MediaType::kZip:
    case MediaType::kMail: break;
  }
  return FileError(ErrorCode::kUsage, "holds files and has no pages: unpack it first", file);
}

}  // namespace vanthu::intake
