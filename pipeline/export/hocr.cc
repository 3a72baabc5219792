#include "pipeline/export/hocr.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <numbers>

#include "pipeline/export/page_blocks.h"
#include "pipeline/export/text_frame.h"

namespace vanthu::exporting {
namespace {

constexpr std::string_view kHead = R"html(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" lang="vi">
 <head>
  <title>{}</title>
  <meta http-equiv="Content-Type" content="text/html;charset=utf-8"/>
  <meta name="ocr-system" content="vanthu"/>
  <meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_lang ocrp_wconf"/>
  <meta name="ocr-langs" content="vi"/>
  <meta name="ocr-number-of-pages" content="{}"/>
 </head>
 <body>
)html";

class Writer {
 public:
  void Head(std::string_view source, size_t pages) { Put(kHead, XmlText(source), pages); }

  void Add(std::string_view source, const Page& page) {
    const PixelPage pixels(page);
    number_ = page.number;
    blocks_ = paragraphs_ = lines_ = words_ = 0;
    frame_ = FrameOf(page);
    Put("  <div class=\"ocr_page\" id=\"page_{}\" title=\"image &quot;{}&quot;; bbox 0 0 {} {}; "
        "ppageno {}; scan_res {:.0f} {:.0f}\">\n",
        number_, XmlText(FileName(source)), pixels.width, pixels.height, number_ - 1, pixels.dpi,
        pixels.dpi);
    for (const PageBlock& block : BlocksOf(page)) AddBlock(block, pixels);
    out_ += "  </div>\n";
  }

  std::string Finish() {
    out_ += " </body>\n</html>\n";
    return std::move(out_);
  }

 private:
  template <typename... Args>
  void Put(std::string_view form, const Args&... args) {
    fmt::vformat_to(std::back_inserter(out_), form, fmt::make_format_args(args...));
  }

  // A quote would end the property.
  static std::string FileName(std::string_view source) {
    std::string name(source);
    for (char& c : name)
      if (c == '"') c = '\'';
    return name;
  }

  static std::string BoxText(const PixelBox& box) {
    return fmt::format("bbox {} {} {} {}", box.x0, box.y0, box.x1, box.y1);
  }

  void AddBlock(const PageBlock& block, const PixelPage& pixels) {
    Put("   <div class=\"ocr_carea\" id=\"block_{}_{}\" title=\"{}\">\n", number_, ++blocks_,
        BoxText(pixels.Map(block.box)));
    for (const PageParagraph& paragraph : block.paragraphs) {
      Put("    <p class=\"ocr_par\" id=\"par_{}_{}\" lang=\"vi\" title=\"{}\">\n", number_,
          ++paragraphs_, BoxText(pixels.Map(paragraph.box)));
      for (const Line* line : paragraph.lines) AddLine(*line, pixels);
      out_ += "    </p>\n";
    }
    out_ += "   </div>\n";
  }

  void AddLine(const Line& line, const PixelPage& pixels) {
    const PixelBox box = pixels.Map(*line.box);
    Put("     <span class=\"ocr_line\" id=\"line_{}_{}\" title=\"{}{}\">", number_, ++lines_,
        BoxText(box), LineShape(line, box, pixels.dpi / 72));
    bool first = true;
    for (const Word& word : WordsOf(line)) {
      if (!first) out_ += ' ';
      first = false;
      AddWord(word, pixels);
    }
    out_ += "</span>\n";
  }

  // Its base line as a polynomial from the lower left corner of its box; the angle of a turned line.
  std::string LineShape(const Line& line, const PixelBox& box, double scale) const {
    const int quarters = frame_.Quarters();
    if (quarters != 0) return fmt::format("; textangle {}", 360 - 90 * quarters);
    const double slope = frame_.dy / frame_.dx;
    const double base = FitLine(frame_, line).base * scale;
    // Where the base line meets the left side of the box.
    const double y = (base + box.x0 * frame_.dy) / frame_.dx;
    return fmt::format("; baseline {:.3f} {:.0f}", std::abs(slope) < 0.0005 ? 0.0 : slope,
                       std::round(y - box.y1) + 0.0);
  }

  void AddWord(const Word& word, const PixelPage& pixels) {
    Put("<span class=\"ocrx_word\" id=\"word_{}_{}\" title=\"{}; x_wconf {:.0f}\">", number_,
        ++words_, BoxText(pixels.Map(word.box)), word.confidence * 100);
    if (word.bold) out_ += "<strong>";
    if (word.italic) out_ += "<em>";
    out_ += XmlText(word.text);
    if (word.italic) out_ += "</em>";
    if (word.bold) out_ += "</strong>";
    out_ += "</span>";
  }

  std::string out_;
  TextFrame frame_;
  int number_ = 0, blocks_ = 0, paragraphs_ = 0, lines_ = 0, words_ = 0;
};

}  // namespace

std::string Hocr(std::string_view source, const std::vector<Page>& pages) {
  Writer writer;
  writer.Head(source, pages.size());
  for (const Page& page : pages) writer.Add(source, page);
  return writer.Finish();
}

}  // namespace vanthu::exporting
