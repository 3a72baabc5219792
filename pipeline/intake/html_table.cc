#include "pipeline/intake/html_table.h"

#include <algorithm>
#include <string>

#include "pipeline/intake/html_dom.h"

namespace vanthu::intake {
namespace {

constexpr int kMaxSpan = 1000;      // as browsers
constexpr int kMaxColumns = 10000;  // a table beyond is made to fill memory

struct Row {
  const GumboNode* node = nullptr;
  bool header = false;
};

// "border:solid windowtext 1.0pt", "border-top:1px": a visible border of an element's own.
bool HasVisibleBorder(const std::string& css) {
  for (size_t at = css.find("border"); at != std::string::npos; at = css.find("border", at + 6)) {
    const std::string rule = css.substr(at, css.find(';', at) - at);
    if (rule.starts_with("border-collapse") || rule.starts_with("border-spacing")) continue;
    const bool none = rule.find("none") != std::string::npos || rule.ends_with(":0") ||
                      rule.ends_with(":0px") || rule.ends_with(":0pt") || rule.ends_with(":0in") ||
                      rule.ends_with(":hidden");
    if (!none && rule.find(':') != std::string::npos) return true;
  }
  return false;
}

std::vector<Row> RowsOf(const GumboNode& table) {
  std::vector<Row> rows;
  for (const GumboNode* part : ChildrenOf(table)) {
    if (TagOf(*part) == GUMBO_TAG_TR) rows.push_back({part, false});
    const bool group = TagOf(*part) == GUMBO_TAG_TBODY || TagOf(*part) == GUMBO_TAG_THEAD ||
                       TagOf(*part) == GUMBO_TAG_TFOOT;
    if (!group) continue;
    for (const GumboNode* row : ChildrenOf(*part)) {
      if (TagOf(*row) == GUMBO_TAG_TR) rows.push_back({row, TagOf(*part) == GUMBO_TAG_THEAD});
    }
  }
  return rows;
}

bool IsRuled(const GumboNode& table, const HtmlTable& layout) {
  const std::string border = Attribute(table, "border");
  if (!border.empty() && border != "0") return true;
  if (HasVisibleBorder(Attribute(table, "style"))) return true;
  const auto bordered = std::count_if(layout.cells.begin(), layout.cells.end(),
                                      [](const HtmlTable::PlacedCell& cell) {
                                        return HasVisibleBorder(Attribute(*cell.node, "style"));
                                      });
  const bool heads =
      std::any_of(layout.cells.begin(), layout.cells.end(),
                  [](const HtmlTable::PlacedCell& cell) { return cell.place.header; });
  return heads || static_cast<size_t>(bordered) * 2 > layout.cells.size();
}

}  // namespace

HtmlTable LayOutTable(const GumboNode& table) {
  HtmlTable layout;
  for (const GumboNode* part : ChildrenOf(table)) {
    if (TagOf(*part) == GUMBO_TAG_CAPTION) layout.captions.push_back(part);
  }
  const std::vector<Row> rows = RowsOf(table);
  std::vector<int> busy;  // per column: the first row that is free again
  for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
    size_t column = 0;
    for (const GumboNode* node : ChildrenOf(*rows[static_cast<size_t>(row)].node)) {
      if (TagOf(*node) != GUMBO_TAG_TD && TagOf(*node) != GUMBO_TAG_TH) continue;
      while (column < busy.size() && busy[column] > row) ++column;
      if (column >= kMaxColumns) break;
      Cell place;
      const int left = static_cast<int>(rows.size()) - row;
      const int asked = NumberAttribute(*node, "rowspan", 1, 0, left);
      place.row = row;
      place.column = static_cast<int>(column);
      place.row_span = asked == 0 ? left : asked;
      place.column_span = NumberAttribute(*node, "colspan", 1, 1, kMaxSpan);
      place.header = rows[static_cast<size_t>(row)].header || TagOf(*node) == GUMBO_TAG_TH;
      const size_t end = column + static_cast<size_t>(place.column_span);
      if (busy.size() < end) busy.resize(end, 0);
      std::fill(busy.begin() + static_cast<std::ptrdiff_t>(column),
                busy.begin() + static_cast<std::ptrdiff_t>(end), row + place.row_span);
      layout.cells.push_back({place, node});
      column = end;
    }
  }
  layout.ruled = IsRuled(table, layout);
  return layout;
}

}  // namespace vanthu::intake
