#include "docx_form.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "docx_parts.h"
#include "docx_xml.h"
#include "sheet.h"
#include "zip_file.h"

namespace vanthu::corpus {
namespace {

constexpr double kSignatureGap = 60;  // points for the empty line of a foot

long Twips(double points) { return std::lround(points * 20); }

const char* Borders(bool ruled) {
  return ruled ? "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/>"
                 "<w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/>"
                 "<w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/>"
                 "<w:insideV w:val=\"single\" w:sz=\"4\"/></w:tblBorders>"
               : "";
}

std::string TableOpening(const std::vector<double>& widths, bool ruled) {
  const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
  std::string xml = fmt::format(
      "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/>{}<w:tblLayout w:type=\"fixed\"/>"
      "</w:tblPr><w:tblGrid>",
      Twips(total), Borders(ruled));
  for (const double width : widths) {
    xml += fmt::format("<w:gridCol w:w=\"{}\"/>", Twips(width));
  }
  return xml + "</w:tblGrid>";
}

class BodyWriter {
 public:
  BodyWriter(const Letter& letter, const Sheet& sheet)
      : letter_(letter), sheet_(sheet), references_(ReferencesFor(letter, sheet)) {}

  std::string Write() {
    for (const Element& element : letter_.elements) std::visit(*this, element);
    // Word wants a paragraph after a last table.
    if (after_table_) Put({}, {});
    return fmt::format("{}<w:document {}><w:body>{}{}</w:body></w:document>", kXmlDeclaration,
                       kWordNamespaces, xml_, SectionProperties());
  }

  void operator()(const Head& head) {
    std::string left = Column(head.left, Alignment::kCentre, sheet_.head_size);
    ParagraphStyle boxed{Alignment::kCentre, sheet_.head_size, 0, 0, 0, false};
    for (const std::string& words : head.boxed) {
      left += ParagraphXml(letter_, {{SpanKind::kText, words, true, false}}, boxed);
    }
    PutPair(left, Column(head.right, Alignment::kCentre, sheet_.head_size), 0.42);
    Put({}, {});
  }

  void operator()(const Title& title) {
    for (const Line& line : title.lines) Put(line, Centred());
    Put({}, {});
  }
  void operator()(const Center& center) {
    for (const Line& line : center.lines) Put(line, Centred());
  }
  void operator()(const To& to) {
    ParagraphStyle style;
    style.size = sheet_.body_size;
    if (to.lines.size() == 1) style.alignment = Alignment::kCentre;
    style.left_indent = to.lines.size() == 1 ? 0 : sheet_.indent * 2;
    for (const Line& line : to.lines) {
      Put(line, style);
      style.left_indent = sheet_.indent * 3;
    }
    Put({}, {});
  }
  void operator()(const Body& body) {
    const ParagraphStyle style{Alignment::kJustified, sheet_.body_size, sheet_.indent, 0,
                               sheet_.paragraph_gap, false};
    for (const Line& paragraph : body.paragraphs) Put(paragraph, style);
  }
  void operator()(const Table& table) { PutTable(table); }
  void operator()(const Foot& foot) {
    std::string left;
    ParagraphStyle style;
    style.size = sheet_.notes_title_size;
    for (const Line& line : foot.left) {
      left += ParagraphXml(letter_, line, style);
      style.size = sheet_.notes_size;
    }
    PutPair(left, Column(foot.right, Alignment::kCentre, sheet_.body_size), 0.5);
    Put({}, {});
  }
  void operator()(const Annex& annex) {
    xml_ += "<w:p><w:pPr>" + SectionProperties() + "</w:pPr></w:p>";
    after_table_ = false;
    first_section_ = false;
    orientation_ = annex.orientation;
  }
  void operator()(const PageBreak&) { xml_ += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"; }

 private:
  ParagraphStyle Centred() const {
    return {Alignment::kCentre, sheet_.body_size, 0, 0, 0, true};
  }

  double TextWidth() const {
    return orientation_ == Orientation::kPortrait ? sheet_.width - sheet_.left - sheet_.right
                                                  : sheet_.height - sheet_.top - sheet_.bottom;
  }

  void Put(const Line& line, const ParagraphStyle& style) {
    xml_ += ParagraphXml(letter_, line, style);
    after_table_ = false;
  }

  std::string Column(const Lines& lines, Alignment alignment, double size) const {
    std::string xml;
    for (const Line& line : lines) {
      ParagraphStyle style{alignment, size, 0, 0, line.empty() ? kSignatureGap : 0, false};
      xml += ParagraphXml(letter_, line, style);
    }
    return xml.empty() ? ParagraphXml(letter_, {}, {}) : xml;
  }

  void PutPair(const std::string& left, const std::string& right, double left_share) {
    const double left_width = TextWidth() * left_share;
    const double right_width = TextWidth() - left_width;
    xml_ += TableOpening({left_width, right_width}, false);
    const std::string filled_left = left.empty() ? ParagraphXml(letter_, {}, {}) : left;
    xml_ += "<w:tr>" + CellXml(left_width, "", filled_left) + CellXml(right_width, "", right) +
            "</w:tr></w:tbl>";
    after_table_ = true;
  }

  static std::string CellXml(double width, const std::string& merge, const std::string& content) {
    return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>{}</w:tc>",
                       Twips(width), merge, content);
  }

  void PutTable(const Table& table) {
    if (after_table_) Put({}, {});  // two tables in a row would grow together
    const double total = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
    std::vector<double> widths;
    for (const double width : table.widths) widths.push_back(width / total * TextWidth());
    xml_ += TableOpening(widths, true);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const bool is_head = row < static_cast<std::size_t>(table.head_rows);
      xml_ += is_head ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr>";
      for (std::size_t column = 0; column < widths.size();) {
        column = PutCell(table, widths, row, column);
      }
      xml_ += "</w:tr>";
    }
    xml_ += "</w:tbl>";
    after_table_ = true;
  }

  // Writes the cell at (row, column) with the cells `<` to its right; the column after them.
  std::size_t PutCell(const Table& table, const std::vector<double>& widths, std::size_t row,
                      std::size_t column) {
    const Cell& cell = table.rows[row][column];
    std::size_t end = column + 1;
    double width = widths[column];
    while (end < widths.size() && table.rows[row][end].kind == CellKind::kFromLeft) {
      width += widths[end++];
    }
    // A cell ^ under a wide one spans as many columns: the format writes it as ^ ^ or ^ <.
    if (cell.kind == CellKind::kFromAbove) {
      while (end < widths.size() && table.rows[row][end].kind == CellKind::kFromAbove &&
             IsInsideWideCell(table, row, end)) {
        width += widths[end++];
      }
    }
    std::string merge;
    if (end - column > 1) merge += fmt::format("<w:gridSpan w:val=\"{}\"/>", end - column);
    const bool opens = row + 1 < table.rows.size() &&
                       table.rows[row + 1][column].kind == CellKind::kFromAbove;
    if (cell.kind == CellKind::kFromAbove) {
      merge += "<w:vMerge/>";
    } else if (opens) {
      merge += "<w:vMerge w:val=\"restart\"/>";
    }
    const bool is_head = row < static_cast<std::size_t>(table.head_rows);
    const ParagraphStyle style{is_head ? Alignment::kCentre : Alignment::kLeft,
                               TableTypeSize(widths.size(), orientation_), 0, 0, 0, false};
    std::string content;
    for (const Line& line : cell.lines) content += ParagraphXml(letter_, line, style);
    if (content.empty()) content = ParagraphXml(letter_, {}, style);
    xml_ += CellXml(width, merge, content);
    return end;
  }

  static bool IsInsideWideCell(const Table& table, std::size_t row, std::size_t column) {
    while (row > 0 && table.rows[row][column].kind == CellKind::kFromAbove) --row;
    return table.rows[row][column].kind == CellKind::kFromLeft;
  }

  std::string SectionProperties() const {
    const bool landscape = orientation_ == Orientation::kLandscape;
    std::string xml = "<w:sectPr>" + references_.every_page;
    if (first_section_) xml += references_.first_page;
    xml += fmt::format("<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>",
                       Twips(landscape ? sheet_.height : sheet_.width),
                       Twips(landscape ? sheet_.width : sheet_.height),
                       landscape ? " w:orient=\"landscape\"" : "");
    xml += fmt::format(
        "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"567\" "
        "w:footer=\"567\" w:gutter=\"0\"/>",
        Twips(landscape ? sheet_.left : sheet_.top), Twips(landscape ? sheet_.top : sheet_.right),
        Twips(landscape ? sheet_.right : sheet_.bottom),
        Twips(landscape ? sheet_.bottom : sheet_.left));
    if (first_section_) xml += "<w:titlePg/>";
    return xml + "</w:sectPr>";
  }

  const Letter& letter_;
  const Sheet& sheet_;
  const DocxSectionReferences references_;
  std::string xml_;
  Orientation orientation_ = Orientation::kPortrait;
  bool first_section_ = true;
  bool after_table_ = false;
};

}  // namespace

Result<std::string> SetAsDocx(const Letter& letter) {
  const Sheet sheet = SheetFor(letter);
  std::vector<ZipPart> parts = DocxPartsBesideBody(letter, sheet);
  parts.push_back({"word/document.xml", BodyWriter(letter, sheet).Write()});
  return PackZip(parts);
}

}  // namespace vanthu::corpus
