// PDF: for each page its text layer where that can be trusted, else its picture.
#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/pdf_marks.h"
#include "pipeline/intake/pdf_render.h"
#include "pipeline/intake/pdf_salvage.h"
#include "pipeline/intake/pdf_text.h"
#include "pipeline/intake/text_quality.h"

namespace vanthu::intake {
namespace {

// Of the page: from here on it is a scan, if it shows little text of its own. The smallest page of
// ../shared/scans (a slip scanned on A4) has 0.57.
constexpr double kScanShare = 0.5;
constexpr double kPictureShare = 0.1;
// Bytes of strings: the marks of two electronic signatures have about 500 in two-byte fonts.
constexpr size_t kOverlayText = 600;
constexpr size_t kFewLetters = 20;
constexpr size_t kOutlineCurves = 500;  // a line of text as outlines has about 1,000
constexpr uint64_t kMostSalvaged = uint64_t{512} << 20;
constexpr double kSquare = 0.02;  // scanners differ by less between across and down
constexpr double kDefaultDpi = 300, kLeastDpi = 100, kMostDpi = 400;
// Enough for the lines of a table, none of which is read.
constexpr double kRuleDpi = 120;
// Of either way: the fewest that a table of two rows and two columns has, outline open at the sides.
constexpr size_t kTableStrokes = 2;

struct Decision {
  PageOrigin origin = PageOrigin::kText;
  std::string reason;
};

Decision Ocr(std::string reason) { return {PageOrigin::kOcr, std::move(reason)}; }

std::optional<Decision> DecideScan(const PageMarks& marks, size_t letters) {
  const bool own_text = marks.shown_text >= kOverlayText && marks.shown_text > marks.hidden_text;
  if (marks.picture_share < kScanShare || own_text) return std::nullopt;
  if (letters == 0) return Ocr("a scan without a text layer");
  if (marks.hidden_text > marks.shown_text) {
    return Ocr("a scan with the text of an earlier OCR, which is not relied on");
  }
  return Ocr(fmt::format("a scan; its text layer of {} letters only lies over it", letters));
}

Decision DecideText(const TextLayer& layer, const PageMarks& marks) {
  const bool pictured = marks.picture_share >= kPictureShare || marks.curves >= kOutlineCurves;
  if (layer.letters < kFewLetters && pictured) {
    return Ocr(fmt::format("a picture with a text layer of {} letters", layer.letters));
  }
  if (layer.turned_letters * 2 > layer.letters) return Ocr("most of the text layer is turned");
  std::vector<SetText> texts;
  for (size_t i = 0; i < layer.words.size(); ++i) {
    texts.push_back({layer.words[i].text, layer.fonts[i]});
  }
  if (const auto fault = FindTextFault(texts)) return Ocr("the text layer " + *fault);
  return {PageOrigin::kText, fmt::format("a text layer of {} letters", layer.letters)};
}

struct OpenedPdf {
  std::unique_ptr<poppler::document> document;
  std::optional<PdfInspector> inspector;  // none where qpdf cannot follow the file
  bool salvaged = false;
};

template <typename Loader>
std::unique_ptr<poppler::document> Load(const Loader& loader) {
  try {
    return std::unique_ptr<poppler::document>(loader());
  } catch (const std::exception&) {
    return nullptr;
  }
}

bool HasPages(const std::unique_ptr<poppler::document>& document) {
  return document && document->pages() > 0;
}

OpenedPdf Salvage(const std::filesystem::path& file) {
  OpenedPdf opened;
  const auto bytes = ReadWhole(file, kMostSalvaged);
  const auto whole = bytes ? SalvagePdf(*bytes) : std::nullopt;
  if (!whole) return opened;
  poppler::byte_array copy(whole->begin(), whole->end());
  opened.document = Load([&] { return poppler::document::load_from_data(&copy); });
  if (auto inspector = PdfInspector::OpenBytes(*whole)) opened.inspector = std::move(*inspector);
  opened.salvaged = true;
  return opened;
}

class PdfFile : public SourceFile {
 public:
  PdfFile(std::filesystem::path file, OpenedPdf pdf, const Limits& limits)
      : file_(std::move(file)), pdf_(std::move(pdf)), max_pixels_(limits.max_pixels) {}

  int page_count() const override { return pdf_.document->pages(); }

  Result<SourcePage> ReadPage(int index) override {
    if (index < 0 || index >= page_count()) return NoSuchPage(file_, index);
    auto source = Read(index);
    if (source) return source;
    Error error = source.error();
    error.file = file_.string();
    error.page = index + 1;
    return error;
  }

  Result<Raster> Picture(int index, double dpi) override {
    if (index < 0 || index >= page_count()) return NoSuchPage(file_, index);
    try {
      const std::unique_ptr<poppler::page> page(pdf_.document->create_page(index));
      if (page) return Render(*page, {dpi, dpi}, max_pixels_);
    } catch (const std::exception&) {
    }
    return FileError(ErrorCode::kDamaged, "the page cannot be drawn", file_);
  }

 private:
  Result<SourcePage> Read(int index) const {
    const Error damaged = FileError(ErrorCode::kDamaged, "the page is damaged", file_);
    try {
      const std::unique_ptr<poppler::page> page(pdf_.document->create_page(index));
      return page ? ReadLoaded(*page, index) : damaged;
    } catch (const std::exception&) {
      return damaged;
    }
  }

  Result<SourcePage> ReadLoaded(const poppler::page& page, int index) const {
    const auto size = SizeOf(page);
    if (!size) return size.error();
    TextLayer layer = ReadTextLayer(page);
    std::optional<PageMarks> marks;
    if (pdf_.inspector) marks = pdf_.inspector->Inspect(index);
    const auto decision = Decide(page, layer, marks.value_or(PageMarks{}));
    if (!decision) return decision.error();
    if (pdf_.salvaged && decision->origin == PageOrigin::kBlank) {
      return FileError(ErrorCode::kDamaged, "what the page shows is lost with the end of the PDF",
                       {});
    }

    SourcePage source;
    source.page.number = index + 1;
    source.page.origin = decision->origin;
    source.page.reason = decision->reason;
    source.page.width = size->width;
    source.page.height = size->height;
    if (pdf_.salvaged) {
      source.page.diagnostics.push_back({Severity::kWarning, "pdf_cut",
                                         "the end of the PDF is missing, perhaps with pages of it",
                                         index + 1});
    }
    if (decision->origin == PageOrigin::kText) {
      source.page.words = std::move(layer.words);
      if (!marks || DrawsTable(*marks)) {
        if (auto raster = Render(page, {kRuleDpi, kRuleDpi}, max_pixels_)) source.raster = *raster;
      }
    }
    if (decision->origin == PageOrigin::kOcr) {
      auto raster = Picture(page, index, marks.value_or(PageMarks{}));
      if (!raster) return raster.error();
      source.raster = std::move(*raster);
    }
    return source;
  }

  // As it was stored where the page is one picture, of a size that is read; else drawn.
  Result<Raster> Picture(const poppler::page& page, int index, const PageMarks& marks) const {
    const Resolution resolution = ResolutionFor(page, marks);
    const double finest = std::max(marks.resolution.x, marks.resolution.y);
    if (pdf_.inspector && !pdf_.salvaged && finest >= kLeastDpi && finest <= kMostDpi) {
      if (auto picture = pdf_.inspector->SolePicture(index, max_pixels_))
        return *std::move(picture);
    }
    return Render(page, resolution, max_pixels_);
  }

  static Result<Decision> Decide(const poppler::page& page, const TextLayer& layer,
                                 const PageMarks& marks) {
    if (const auto scan = DecideScan(marks, layer.letters)) return *scan;
    if (!layer.words.empty()) return DecideText(layer, marks);
    const auto ink = HasInk(page);
    if (!ink) return ink.error();
    if (*ink) return Ocr("a page without a text layer");
    return Decision{PageOrigin::kBlank, "nothing is drawn on the page"};
  }

  static bool DrawsTable(const PageMarks& marks) {
    return marks.level_strokes >= kTableStrokes && marks.upright_strokes >= kTableStrokes;
  }

  // That of the scan itself, so that its pixels come out as they went in; for drawn text 300 dpi.
  static Resolution ResolutionFor(const poppler::page& page, const PageMarks& marks) {
    Resolution own = marks.resolution;
    const double finest = std::max(own.x, own.y);
    if (marks.picture_share < kPictureShare || finest <= 0) return {kDefaultDpi, kDefaultDpi};
    const bool drawn_text = marks.shown_text >= kOverlayText || marks.curves >= kOutlineCurves;
    const double dpi =
        std::clamp(drawn_text ? std::max(finest, kDefaultDpi) : finest, kLeastDpi, kMostDpi);
    if (dpi != finest || std::abs(own.x - own.y) > kSquare * finest) return {dpi, dpi};
    const auto orientation = page.orientation();
    if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
      std::swap(own.x, own.y);
    }
    return own;
  }

  std::filesystem::path file_;
  OpenedPdf pdf_;
  uint64_t max_pixels_;
};

}  // namespace

OpenResult OpenPdf(const std::filesystem::path& file, const Limits& limits) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  auto inspector = PdfInspector::Open(file);
  if (!inspector && inspector.error().code == ErrorCode::kEncrypted) return inspector.error();
  OpenedPdf opened;
  opened.document = Load([&] { return poppler::document::load_from_file(file.string()); });
  if (opened.document && opened.document->is_locked()) {
    return FileError(ErrorCode::kEncrypted, "the PDF needs a password", file);
  }
  if (HasPages(opened.document)) {
    if (inspector) opened.inspector = std::move(*inspector);
  } else {
    opened = Salvage(file);
  }
  if (!HasPages(opened.document)) {
    const std::string reason = inspector ? "it has no page" : inspector.error().message;
    return FileError(ErrorCode::kDamaged, "the PDF cannot be opened: " + reason, file);
  }
  const int pages = opened.document->pages();
  if (pages > limits.max_pages) {
    return FileError(ErrorCode::kLimit, "the PDF has more pages than the limit allows", file);
  }
  if (opened.inspector && opened.inspector->page_count() != pages) opened.inspector.reset();
  return std::unique_ptr<SourceFile>(std::make_unique<PdfFile>(file, std::move(opened), limits));
}

}  // namespace vanthu::intake
