// OpenDocument spreadsheets, and what LibreOffice makes of Excel's: a page a sheet, each cell as it is
// shown. Rows with lines round their cells are a table; what stands above, between and below is text.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/intake/bytes.h"
#include "pipeline/intake/flow.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/ods_sheet.h"
#include "pipeline/intake/ods_styles.h"
#include "pipeline/intake/xml.h"
#include "pipeline/intake/xml_parts.h"

namespace vanthu::intake {
namespace {

Emphasis EmphasisOf(const OdsFormat& format) {
  return {format.bold.value_or(false), format.italic.value_or(false), false,
          format.font.value_or("")};
}

// Rows of a sheet that are one table, or the text between two.
struct Band {
  size_t begin = 0, end = 0;
  bool table = false;
};

bool IsTitle(const OdsRow& row) { return row.texts == 1; }

// Without any lines drawn, all from the first row with two texts on is a table.
std::vector<Band> BandsWithoutLines(const std::vector<OdsRow>& rows) {
  size_t first = 0;
  while (first < rows.size() && rows[first].texts < 2) ++first;
  std::vector<Band> bands;
  if (first > 0) bands.push_back({0, first, false});
  if (first < rows.size()) bands.push_back({first, rows.size(), rows.size() - first > 1});
  return bands;
}

std::vector<Band> BandsOf(const std::vector<OdsRow>& rows) {
  const auto ruled = [](const OdsRow& row) { return row.ruled; };
  if (std::none_of(rows.begin(), rows.end(), ruled)) return BandsWithoutLines(rows);
  std::vector<Band> bands;
  for (size_t i = 0; i < rows.size(); ++i) {
    // A row without lines inside a table: empty, or over its whole width.
    const bool goes_on = !bands.empty() && bands.back().table && i + 1 < rows.size() &&
                         rows[i + 1].ruled && rows[i].texts <= 1;
    const bool table = rows[i].ruled || goes_on;
    if (bands.empty() || bands.back().table != table) bands.push_back({i, i, table});
    bands.back().end = i + 1;
  }
  return bands;
}

class OdsReader {
 public:
  explicit OdsReader(const OdsStyles& styles) : styles_(styles) {}

  std::vector<Page> Read(const pugi::xml_node& spreadsheet) {
    bool first = true;
    for (const pugi::xml_node& table : spreadsheet.children()) {
      if (LocalName(table) != "table") continue;
      const std::vector<OdsRow> rows = ReadSheet(table, styles_);
      if (rows.empty()) continue;
      if (!std::exchange(first, false)) flow_.BreakPage();
      for (const Band& band : BandsOf(rows)) {
        if (band.table) {
          Table(rows, band);
        } else {
          for (size_t i = band.begin; i < band.end; ++i) TextRow(rows[i]);
        }
      }
    }
    return flow_.FinishPages();
  }

 private:
  void Table(const std::vector<OdsRow>& rows, const Band& band) {
    int left = rows[band.begin].cells.empty() ? 0 : rows[band.begin].cells.front().column;
    for (size_t i = band.begin; i < band.end; ++i) {
      for (const OdsCell& cell : rows[i].cells) left = std::min(left, cell.column);
    }
    flow_.BeginGrid(true);
    int place = 0;
    for (size_t i = band.begin; i < band.end; ++i) {
      if (rows[i].texts == 0) continue;
      for (const OdsCell& cell : rows[i].cells) {
        Cell at;
        at.row = place;
        at.column = cell.column - left;
        at.row_span =
            RowsWithText(rows, i, std::min(band.end, i + static_cast<size_t>(cell.row_span)));
        at.column_span = cell.column_span;
        at.header = rows[i].header;
        flow_.BeginCell(std::move(at));
        CellText(cell);
        flow_.EndCell();
      }
      ++place;
    }
    flow_.EndGrid();
  }

  // A span counts the rows that the table keeps.
  static int RowsWithText(const std::vector<OdsRow>& rows, size_t begin, size_t end) {
    int count = 0;
    for (size_t i = begin; i < end; ++i) count += rows[i].texts > 0 ? 1 : 0;
    return std::max(1, count);
  }

  void TextRow(const OdsRow& row) {
    if (row.texts == 0) return;
    bool first = true;
    for (const OdsCell& cell : row.cells) {
      if (!cell.has_text) continue;
      if (std::exchange(first, false)) {
        flow_.BeginParagraph({0, IsTitle(row) && cell.format.centered.value_or(false)});
      } else {
        flow_.AddLabel("\t");
      }
      const std::vector<pugi::xml_node> lines = Lines(cell);
      for (size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && IsTitle(row)) flow_.Break();
        if (i > 0 && !IsTitle(row)) flow_.AddLabel(" ");
        Spans(lines[i], cell.format, 0);
      }
    }
    flow_.EndParagraph();
  }

  void CellText(const OdsCell& cell) {
    const ParagraphStyle style{0, cell.format.centered.value_or(false)};
    for (const pugi::xml_node& line : Lines(cell)) {
      flow_.BeginParagraph(style);
      Spans(line, cell.format, 0);
    }
  }

  static std::vector<pugi::xml_node> Lines(const OdsCell& cell) {
    std::vector<pugi::xml_node> lines;
    for (const pugi::xml_node& node : cell.node.children())
      if (LocalName(node) == "p") lines.push_back(node);
    return lines;
  }

  void Spans(const pugi::xml_node& parent, const OdsFormat& format, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        flow_.Add(node.value(), EmphasisOf(format));
      } else if (name == "s" || name == "tab") {
        flow_.AddLabel(" ");
      } else if (name == "line-break") {
        flow_.Break();
      } else if (name == "span") {
        const OdsFormat& own = styles_.Of("text", Attribute(node, "style-name"));
        Spans(node, Merge(format, own), depth + 1);
      } else if (name != "annotation" && name != "ruby-text") {
        Spans(node, format, depth + 1);
      }
    }
  }

  const OdsStyles& styles_;
  Flow flow_;
};

}  // namespace

OpenResult OpenOds(const std::filesystem::path& file, const Limits& limits) {
  const auto parts =
      ReadXmlParts(file, {"content.xml", "styles.xml", "META-INF/manifest.xml"}, limits);
  if (!parts) return parts.error();
  const pugi::xml_document& content = *(*parts)[0];
  const pugi::xml_node body = Child(content.document_element(), "body", "spreadsheet");
  if (!body) {
    for (const pugi::xml_node& entry : (*parts)[2]->document_element().children()) {
      if (Child(entry, "encryption-data"))
        return FileError(ErrorCode::kEncrypted, "the spreadsheet needs a password", file);
    }
    return FileError(ErrorCode::kDamaged, "content.xml is missing or holds no spreadsheet", file);
  }
  const OdsStyles styles(content, *(*parts)[1]);
  return MakePages(OdsReader(styles).Read(body));
}

}  // namespace vanthu::intake
