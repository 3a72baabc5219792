// HTML pages, also those that Word saved under the name of a .doc.
#include "pipeline/intake/html.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/intake/bytes.h"
#include "pipeline/intake/encoding.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/html_dom.h"
#include "pipeline/intake/html_fonts.h"
#include "pipeline/intake/html_table.h"

namespace vanthu::intake {
namespace {

// A letter of 500 pages saved by Word has 8 MB. The parsed tree takes some thirty times the file.
constexpr uint64_t kMaxHtmlBytes = uint64_t{64} << 20;

struct Style {
  Emphasis emphasis;
  ParagraphStyle paragraph;
  bool preformatted = false;
};

bool Has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool IsHidden(const GumboNode& node) {
  switch (TagOf(node)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DEL: return true;
    default: break;
  }
  const std::string style = Attribute(node, "style");
  return Has(style, "display:none") || Has(style, "visibility:hidden") ||
         Has(style, "mso-hide:all");
}

bool IsBlock(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR: return true;
    default: return false;
  }
}

int HeadingOf(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag) - GUMBO_TAG_H1 + 1 : 0;
}

Style StyleInside(const GumboNode& node, const HtmlFonts& fonts, Style style) {
  const GumboTag tag = TagOf(node);
  const std::string css = Attribute(node, "style");
  const std::string align = Attribute(node, "align");
  if (HeadingOf(tag) > 0) style.paragraph.heading = HeadingOf(tag);
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_TH || HeadingOf(tag) > 0) {
    style.emphasis.bold = true;
  }
  if (tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM) style.emphasis.italic = true;
  if (Has(css, "font-weight:bold") || Has(css, "font-weight:700")) style.emphasis.bold = true;
  if (Has(css, "font-weight:normal")) style.emphasis.bold = false;
  if (Has(css, "font-style:italic")) style.emphasis.italic = true;
  if (Has(css, "font-style:normal")) style.emphasis.italic = false;
  if (std::string font = fonts.Of(node); !font.empty()) style.emphasis.font = std::move(font);
  if (tag == GUMBO_TAG_CENTER || align == "center" || Has(css, "text-align:center")) {
    style.paragraph.centered = true;
  } else if (!align.empty() || Has(css, "text-align:")) {
    style.paragraph.centered = false;
  }
  if (tag == GUMBO_TAG_PRE) style.preformatted = true;
  return style;
}

class HtmlWalker {
 public:
  HtmlWalker(const GumboNode& root, Flow& flow) : flow_(flow), fonts_(root) {}

  void Walk(const GumboNode& node, const Style& style, int depth) {
    if (depth > kMaxHtmlDepth) return;
    if (const std::string_view text = TextOf(node); !text.empty()) return Text(text, style);
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_DOCUMENT) return;
    if (IsHidden(node)) return;
    const GumboTag tag = TagOf(node);
    if (tag == GUMBO_TAG_BR) return flow_.Break();
    if (tag == GUMBO_TAG_SUP) return Superscript(node, style);
    const Style inside = StyleInside(node, fonts_, style);
    if (tag == GUMBO_TAG_TABLE) {
      Table(node, inside, depth);
    } else if (IsBlock(tag)) {
      flow_.BeginParagraph(inside.paragraph);
      if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) {
        List(node, inside, depth);
      } else {
        Children(node, inside, depth);
      }
    } else {
      return Children(node, inside, depth);
    }
    flow_.BeginParagraph(style.paragraph);
  }

 private:
  void Children(const GumboNode& node, const Style& style, int depth) {
    for (const GumboNode* child : ChildrenOf(node)) Walk(*child, style, depth + 1);
  }

  void Text(std::string_view text, const Style& style) {
    const bool blank = CleanLine(text).empty();
    if (!label_.empty() && !blank) flow_.AddLabel(std::exchange(label_, {}));
    while (style.preformatted && text.find('\n') != std::string_view::npos) {
      flow_.Add(text.substr(0, text.find('\n')), style.emphasis);
      flow_.Break();
      text.remove_prefix(text.find('\n') + 1);
    }
    std::string running(text);
    if (!style.preformatted) {
      std::replace_if(
          running.begin(), running.end(),
          [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    }
    if (!blank || !flow_.tail().empty()) flow_.Add(running, style.emphasis);
  }

  void Superscript(const GumboNode& node, const Style& style) {
    const std::string content = AllText(node);
    if (content.size() > 12) return Text(content, style);
    flow_.AddLabel(SuperscriptText(content, flow_.tail()));
  }

  // Items get "- " or their number, unless the page prints none or the item brings its own dash.
  void List(const GumboNode& list, const Style& style, int depth) {
    const bool numbered = TagOf(list) == GUMBO_TAG_OL;
    const bool plain = Has(Attribute(list, "style"), "list-style-type:none") ||
                       Has(Attribute(list, "style"), "list-style:none");
    int number = NumberAttribute(list, "start", 1, 0, 1'000'000);
    for (const GumboNode* item : ChildrenOf(list)) {
      if (TagOf(*item) == GUMBO_TAG_LI) {
        const std::string text = CleanLine(AllText(*item));
        const bool own_mark =
            text.starts_with("-") || text.starts_with("+") || text.starts_with("•");
        label_ = plain || own_mark ? std::string()
                 : numbered        ? std::to_string(number++) + ". "
                                   : std::string("- ");
      }
      Walk(*item, style, depth + 1);
      label_.clear();
    }
  }

  void Table(const GumboNode& table, const Style& style, int depth) {
    const HtmlTable layout = LayOutTable(table);
    // A frame around the whole page, or around tables of its own, is not a table of the letter.
    const bool frame =
        layout.cells.size() <= 1 || (!layout.ruled && HasDescendant(table, GUMBO_TAG_TABLE));
    const bool as_grid = !frame && !flow_.in_grid();
    for (const GumboNode* caption : layout.captions) Walk(*caption, style, depth + 1);
    if (as_grid) flow_.BeginGrid(layout.ruled);
    for (const HtmlTable::PlacedCell& cell : layout.cells) {
      if (as_grid) flow_.BeginCell(cell.place);
      const Style inside = StyleInside(*cell.node, fonts_, style);
      flow_.BeginParagraph(inside.paragraph);
      Children(*cell.node, inside, depth + 1);
      flow_.EndParagraph();
      if (as_grid) flow_.EndCell();
    }
    if (as_grid) flow_.EndGrid();
  }

  Flow& flow_;
  const HtmlFonts fonts_;
  std::string label_;  // of a list item whose first text has not come yet
};

// The character set that a page declares in its first 4 KB, lower case; empty where it does not.
std::string DeclaredCharset(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' />;", at) - at);
}

Result<std::string> ReadHtml(const std::filesystem::path& file, const Limits& limits) {
  const auto bytes = ReadWhole(file, std::min(limits.max_file_bytes, kMaxHtmlBytes));
  if (!bytes) return bytes.error();
  const Encoding encoding = DetectEncoding(*bytes);
  if (encoding != Encoding::kLegacy && encoding != Encoding::kBinary) {
    return DecodeText(*bytes, encoding);
  }
  const std::string charset = DeclaredCharset(*bytes);
  if (!charset.empty() && charset != "utf-8") {
    if (auto text = DecodeCharset(*bytes, charset)) return std::move(*text);
  }
  if (encoding == Encoding::kLegacy) return DecodeText(*bytes, encoding);
  return FileError(ErrorCode::kUnsupported, "binary data, no web page", file);
}

}  // namespace

void AppendHtml(std::string_view html, Flow& flow) {
  const HtmlTree tree(html);
  HtmlWalker(*tree.root(), flow).Walk(*tree.root(), {}, 0);
  flow.EndParagraph();
}

std::string DecodeEntities(std::string_view text) {
  const HtmlTree tree(text);
  return AllText(*tree.root());
}

OpenResult OpenHtml(const std::filesystem::path& file, const Limits& limits) {
  const auto html = ReadHtml(file, limits);
  if (!html) return html.error();
  Flow flow;
  AppendHtml(*html, flow);
  return MakeSinglePage(flow.Finish());
}

}  // namespace vanthu::intake
