#include "pipeline/export/text_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "models/text/utf8.h"
#include "pipeline/export/page_blocks.h"
#include "pipeline/export/pdf_parts.h"
#include "pipeline/export/text_frame.h"

namespace vanthu::exporting {
namespace {

constexpr size_t kMostGlyphs = 0xFFFE;
// Of the type size: words that touch or overlap get a blank all the same. Poppler prints none that is
// narrower than 0.15.
constexpr double kLeastBlank = 0.2;
// Of a word's width: what is left of it at least.
constexpr double kLeastWidth = 0.3;

class Writer {
 public:
  PageLayer Lay(const Page& page) {
    PageLayer layer{page.number - 1, page.width.value_or(0), page.height.value_or(0), ""};
    if (page.origin != PageOrigin::kOcr || !page.width || !page.height) return layer;
    frame_ = FrameOf(page);
    height_ = *page.height;
    out_.clear();
    for (const Line& line : page.lines)
      if (line.box) AddLine(line);
    if (!out_.empty())
      layer.content = out_.insert(0, "3 Tr\n");  // mode 3: neither filled nor stroked
    return layer;
  }

  std::u32string Glyphs() && { return std::move(glyphs_); }

 private:
  struct Placed {
    std::string codes;  // hexadecimal
    size_t count = 0;
    Span span;
  };

  void AddLine(const Line& line) {
    std::vector<Placed> words;
    for (const Word& word : WordsOf(line)) {
      Placed placed{"", 0, SpanOf(frame_, word.box)};
      for (size_t at = 0; at < word.text.size();) {
        const CodePoint c = DecodeAt(word.text, at);
        at += std::max<size_t>(1, c.length);
        AddCode(c.value, placed);
      }
      if (placed.count > 0) words.push_back(std::move(placed));
    }
    if (words.empty()) return;
    const LineFit fit = FitLine(frame_, line);
    const double size = fit.bottom - fit.top;
    MakeRoom(words, kLeastBlank * size);
    const PlacePoint start = frame_.At(words.front().span.begin, fit.base);
    // The page's y points down, PDF's up.
    out_ += fmt::format("/{} {} Tf {} {} {} {} {} {} Tm\n", kLayerFont, PdfNumber(size),
                        PdfNumber(frame_.dx), PdfNumber(-frame_.dy), PdfNumber(frame_.dy),
                        PdfNumber(frame_.dx), PdfNumber(start.x), PdfNumber(height_ - start.y));
    for (size_t i = 0; i < words.size(); ++i) {
      const Span& span = words[i].span;
      if (i > 0) out_ += PdfNumber(span.begin - words[i - 1].span.begin) + " 0 Td ";
      Show(words[i].codes, words[i].count, span.end - span.begin, size);
      if (i + 1 == words.size()) continue;
      Placed blank;
      AddCode(U' ', blank);
      Show(blank.codes, 1, words[i + 1].span.begin - span.end, size);
    }
  }

  static void MakeRoom(std::vector<Placed>& words, double blank) {
    for (size_t i = 0; i < words.size(); ++i) {
      Span& span = words[i].span;
      const double width = std::max(span.end - span.begin, blank);
      if (i > 0) span.begin = std::max(span.begin, words[i - 1].span.end + blank);
      if (i + 1 < words.size()) span.end = std::min(span.end, words[i + 1].span.begin - blank);
      span.end = std::max(span.end, span.begin + kLeastWidth * width);
    }
  }

  // Every glyph has one width; the run is stretched to `width`.
  void Show(const std::string& codes, size_t count, double width, double size) {
    const double natural = static_cast<double>(count) * size * kGlyphWidth / 1000;
    out_ += fmt::format("{} Tz <{}> Tj\n", PdfNumber(std::max(1.0, 100 * width / natural)), codes);
  }

  void AddCode(char32_t c, Placed& word) {
    if (c < 0x20) return;
    const auto [place, is_new] = codes_.try_emplace(c, glyphs_.size() + 1);
    if (is_new) {
      if (glyphs_.size() >= kMostGlyphs) {
        codes_.erase(place);
        return;
      }
      glyphs_ += c;
    }
    word.codes += fmt::format("{:04X}", place->second);
    ++word.count;
  }

  TextFrame frame_;
  double height_ = 0;
  std::string out_;
  std::u32string glyphs_;
  std::unordered_map<char32_t, size_t> codes_;
};

}  // namespace

TextLayer LayText(const std::vector<Page>& pages) {
  TextLayer layer;
  Writer writer;
  for (const Page& page : pages) layer.pages.push_back(writer.Lay(page));
  layer.glyphs = std::move(writer).Glyphs();
  return layer;
}

std::string PdfNumber(double value) {
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace vanthu::exporting
