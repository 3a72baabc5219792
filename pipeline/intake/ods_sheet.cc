#include "pipeline/intake/ods_sheet.h"

#include <algorithm>
#include <string_view>

#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

// A sheet may say that a cell is repeated 16,384 times and a row a million times. What is filled so
// far is not there to be read.
constexpr int kMostColumns = 512;
constexpr int kMostRepeats = 4096;
constexpr size_t kMostRows = 200'000;

bool IsHidden(const pugi::xml_node& node) {
  const std::string_view visibility = Attribute(node, "visibility");
  return visibility == "collapse" || visibility == "filter";
}

bool HasText(const pugi::xml_node& cell) {
  return std::any_of(cell.begin(), cell.end(), [](const pugi::xml_node& child) {
    return LocalName(child) == "p" && child.first_child();
  });
}

struct Columns {
  std::vector<std::string_view> styles;  // of cells that name none
  std::vector<bool> hidden;
  std::vector<int> place;  // without the hidden ones
  int shown = 0;
};

class SheetReader {
 public:
  explicit SheetReader(const OdsStyles& styles) : styles_(styles) {}

  std::vector<OdsRow> Read(const pugi::xml_node& table) {
    ReadColumns(table, 0);
    for (const bool hidden : columns_.hidden) {
      columns_.place.push_back(columns_.shown);
      columns_.shown += hidden ? 0 : 1;
    }
    ReadRows(table, false, 0);
    const auto has_text = [](const OdsRow& row) { return row.texts > 0; };
    rows_.erase(std::find_if(rows_.rbegin(), rows_.rend(), has_text).base(), rows_.end());
    rows_.erase(rows_.begin(), std::find_if(rows_.begin(), rows_.end(), has_text));
    return std::move(rows_);
  }

 private:
  static bool IsGroup(std::string_view name) {
    return name == "table-header-columns" || name == "table-column-group" ||
           name == "table-columns" || name == "table-header-rows" || name == "table-row-group" ||
           name == "table-rows";
  }

  void ReadColumns(const pugi::xml_node& parent, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      if (IsGroup(LocalName(node))) ReadColumns(node, depth + 1);
      if (LocalName(node) != "table-column") continue;
      int count = Number(node, "number-columns-repeated", 1);
      for (; count > 0 && columns_.styles.size() < kMostColumns; --count) {
        columns_.styles.push_back(Attribute(node, "default-cell-style-name"));
        columns_.hidden.push_back(IsHidden(node));
      }
    }
  }

  void ReadRows(const pugi::xml_node& parent, bool header, int depth) {
    if (depth > kMaxXmlDepth) return;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = LocalName(node);
      if (IsGroup(name)) ReadRows(node, header || name == "table-header-rows", depth + 1);
      if (name == "table-row") AddRow(node, header);
    }
  }

  void AddRow(const pugi::xml_node& node, bool header) {
    if (IsHidden(node)) return;
    const OdsRow row = ReadRow(node, header);
    // Rows without a text matter as gaps alone.
    const int times =
        std::clamp(Number(node, "number-rows-repeated", 1), 1, row.texts > 0 ? kMostRepeats : 2);
    for (int i = 0; i < times && rows_.size() < kMostRows; ++i) rows_.push_back(row);
  }

  OdsRow ReadRow(const pugi::xml_node& node, bool header) const {
    OdsRow row;
    row.header = header;
    int column = 0;
    int ruled = 0, ruled_texts = 0;
    for (const pugi::xml_node& cell : node.children()) {
      const std::string_view name = LocalName(cell);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const int times = std::max(1, Number(cell, "number-columns-repeated", 1));
      const bool has_text = name == "table-cell" && HasText(cell);
      for (int i = 0; i < times && column < kMostColumns; ++i, ++column) {
        if (name != "table-cell" || ColumnHidden(column)) continue;
        OdsCell placed = Place(cell, column);
        placed.has_text = has_text;
        const bool lines = placed.format.ruled.value_or(false);
        if (!lines && !has_text) continue;
        ruled += lines ? 1 : 0;
        ruled_texts += lines && has_text ? 1 : 0;
        row.texts += has_text ? 1 : 0;
        row.cells.push_back(std::move(placed));
      }
    }
    row.ruled = row.texts > 0 ? ruled_texts * 2 > row.texts : ruled > 0;
    return row;
  }

  bool ColumnHidden(int column) const {
    const auto at = static_cast<size_t>(column);
    return at < columns_.hidden.size() && columns_.hidden[at];
  }

  OdsCell Place(const pugi::xml_node& node, int column) const {
    OdsCell cell;
    const auto at = static_cast<size_t>(column);
    cell.node = node;
    const size_t known = columns_.place.size();
    cell.column =
        at < known ? columns_.place[at] : columns_.shown + column - static_cast<int>(known);
    cell.row_span = std::clamp(Number(node, "number-rows-spanned", 1), 1, kMostRepeats);
    cell.column_span = std::clamp(Number(node, "number-columns-spanned", 1), 1, kMostColumns);
    std::string_view style = Attribute(node, "style-name");
    if (style.empty() && at < columns_.styles.size()) style = columns_.styles[at];
    cell.format = styles_.Of("table-cell", style);
    return cell;
  }

  const OdsStyles& styles_;
  Columns columns_;
  std::vector<OdsRow> rows_;
};

}  // namespace

std::vector<OdsRow> ReadSheet(const pugi::xml_node& table, const OdsStyles& styles) {
  if (!styles.Of("table", Attribute(table, "style-name")).shown.value_or(true)) return {};
  return SheetReader(styles).Read(table);
}

}  // namespace vanthu::intake
