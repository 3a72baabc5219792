#include "pipeline/export/page_blocks.h"

#include <algorithm>
#include <cmath>

#include "models/text/utf8.h"

namespace vanthu::exporting {
namespace {

constexpr double kNominalDpi = 300;

bool InOneBlock(const Line& a, const Line& b) { return a.column == b.column && a.cell == b.cell; }

// XML 1.0, production 2.
bool IsXmlChar(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::vector<PageBlock> BlocksOf(const Page& page) {
  std::vector<PageBlock> blocks;
  const Line* before = nullptr;
  for (const Line& line : page.lines) {
    if (!line.box || WordsOf(line).empty()) continue;
    if (before == nullptr || !InOneBlock(*before, line)) {
      blocks.push_back({{}, *line.box});
      blocks.back().paragraphs.push_back({{}, *line.box});
    } else if (line.starts_paragraph) {
      blocks.back().paragraphs.push_back({{}, *line.box});
    }
    PageBlock& block = blocks.back();
    PageParagraph& paragraph = block.paragraphs.back();
    paragraph.lines.push_back(&line);
    paragraph.box = Union(paragraph.box, *line.box);
    block.box = Union(block.box, *line.box);
    before = &line;
  }
  return blocks;
}

std::vector<Word> WordsOf(const Line& line) {
  std::vector<Word> words;
  for (const Word& word : line.words)
    if (!word.text.empty()) words.push_back(word);
  if (words.empty() && line.box && !line.text.empty())
    words.push_back({line.text, *line.box, line.confidence, line.bold, line.italic, 0, ""});
  return words;
}

PixelPage::PixelPage(const Page& page)
    : dpi(page.dpi > 0 ? page.dpi : kNominalDpi),
      width(static_cast<int>(std::lround(page.width.value_or(0) * dpi / 72))),
      height(static_cast<int>(std::lround(page.height.value_or(0) * dpi / 72))) {}

PixelBox PixelPage::Map(const Box& box) const {
  const auto low = [this](double points, int most) {
    return std::clamp(static_cast<int>(std::floor(points * dpi / 72)), 0, std::max(0, most - 1));
  };
  const auto high = [this](double points, int least, int most) {
    return std::clamp(static_cast<int>(std::ceil(points * dpi / 72)), least + 1,
                      std::max(least + 1, most));
  };
  PixelBox out{low(box.x0, width), low(box.y0, height), 0, 0};
  out.x1 = high(box.x1, out.x0, width);
  out.y1 = high(box.y1, out.y0, height);
  return out;
}

bool HavePlaces(const std::vector<Page>& pages) {
  return std::any_of(pages.begin(), pages.end(),
                     [](const Page& page) { return page.width && page.height; });
}

std::string XmlText(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (c.length == 0) break;
    at += c.length;
    switch (c.value) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (IsXmlChar(c.value)) AppendUtf8(c.value, out);
    }
  }
  return out;
}

}  // namespace vanthu::exporting
