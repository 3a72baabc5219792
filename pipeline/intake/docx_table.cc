#include "pipeline/intake/docx_table.h"

#include <algorithm>
#include <map>

#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

constexpr int kMaxSpan = 1000;

// The children of this name, also those inside content controls and kept revisions.
std::vector<pugi::xml_node> Parts(const pugi::xml_node& node, std::string_view name,
                                  int depth = 0) {
  std::vector<pugi::xml_node> parts;
  if (depth > kMaxXmlDepth) return parts;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view local = LocalName(child);
    if (local == name) {
      parts.push_back(child);
    } else if (local == "sdt" || local == "sdtContent" || local == "customXml" || local == "ins") {
      const auto inner = Parts(child, name, depth + 1);
      parts.insert(parts.end(), inner.begin(), inner.end());
    }
  }
  return parts;
}

class TableLayout {
 public:
  void AddRow(const pugi::xml_node& row) {
    const pugi::xml_node properties = Child(row, "trPr");
    if (Child(properties, "del")) return;
    const bool header = IsOn(Child(properties, "tblHeader"));
    int column = std::clamp(Number(Child(properties, "gridBefore"), "val", 0), 0, kMaxSpan);
    for (const pugi::xml_node& node : Parts(row, "tc")) {
      const pugi::xml_node cell = Child(node, "tcPr");
      const int span = std::clamp(Number(Child(cell, "gridSpan"), "val", 1), 1, kMaxSpan);
      const pugi::xml_node across = Child(cell, "hMerge");
      if (across && Attribute(across, "val") != "restart" && !cells_.empty() &&
          cells_.back().place.row == row_) {
        cells_.back().place.column_span += span;
      } else if (!ContinuesMerge(Child(cell, "vMerge"), column)) {
        open_.erase(column);
        if (Child(cell, "vMerge")) open_[column] = cells_.size();
        Cell place;
        place.row = row_;
        place.column = column;
        place.column_span = span;
        place.header = header;
        cells_.push_back({place, node});
      }
      column += span;
    }
    ++row_;
  }
  std::vector<DocxTable::PlacedCell> Take() { return std::move(cells_); }

 private:
  bool ContinuesMerge(const pugi::xml_node& merge, int column) {
    if (!merge || Attribute(merge, "val") == "restart") return false;
    const auto above = open_.find(column);
    if (above == open_.end()) return false;
    Cell& cell = cells_[above->second].place;
    if (cell.row + cell.row_span != row_) return false;
    ++cell.row_span;
    return true;
  }

  std::vector<DocxTable::PlacedCell> cells_;
  std::map<int, size_t> open_;  // by column: the cell that a vertical merge grows
  int row_ = 0;
};

}  // namespace

DocxTable LayOutTable(const pugi::xml_node& table, const DocxStyles& styles) {
  TableLayout layout;
  for (const pugi::xml_node& row : Parts(table, "tr")) layout.AddRow(row);
  DocxTable placed;
  placed.cells = layout.Take();
  const pugi::xml_node properties = Child(table, "tblPr");
  const auto own = ShowsBorders(Child(properties, "tblBorders"));
  const bool table_ruled = own.value_or(
      styles.Other(Attribute(Child(properties, "tblStyle"), "val")).ruled.value_or(false));
  const auto ruled_cells = std::count_if(
      placed.cells.begin(), placed.cells.end(), [&](const DocxTable::PlacedCell& cell) {
        return ShowsBorders(Child(cell.node, "tcPr", "tcBorders")).value_or(table_ruled);
      });
  placed.ruled = static_cast<size_t>(ruled_cells) * 2 > placed.cells.size();
  return placed;
}

}  // namespace vanthu::intake
