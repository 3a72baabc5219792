#include "layout_table.h"

#include <algorithm>
#include <numeric>

namespace vanthu::corpus {
namespace {

constexpr double kCellPadding = 4;    // left and right of the text
constexpr double kCellLead = 2;       // above and below it
constexpr double kLargestGroup = 0.4; // of a page: rows bound together above it may be parted

constexpr std::size_t kShortEntry = 14;  // bytes

struct CellType {                     // a cell set in type; empty for a continued cell
  std::vector<SetLine> lines;
  std::size_t columns = 1;
  std::size_t rows = 1;
};

class TableSetter {
 public:
  TableSetter(const Table& table, PageFlow& flow) : table_(table), flow_(flow) {
    MeasureColumns();
    FindNarrowColumns();
    SetCells();
    MeasureRows();
  }

  void Place(HeadRows head_rows) {
    const auto head = static_cast<std::size_t>(table_.head_rows);
    for (std::size_t row = 0; row < table_.rows.size();) {
      const std::size_t end = std::max(EndOfGroup(row), row == 0 ? head : 0);
      const double height = HeightOfRows(row, end);
      const bool bound = height <= kLargestGroup * flow_.text_height() || row < head;
      if (bound && !flow_.Fits(height, MarksOf(row, end))) TurnPage(row, head, head_rows);
      for (std::size_t i = row; i < end; ++i) PlaceRow(i, head, head_rows);
      row = end;
    }
    CloseBottom();
  }

 private:
  std::size_t columns() const { return table_.widths.size(); }
  const Cell& At(std::size_t row, std::size_t column) const { return table_.rows[row][column]; }

  void MeasureColumns() {
    const double total = std::accumulate(table_.widths.begin(), table_.widths.end(), 0.0);
    std::vector<double> widths;
    for (const double width : table_.widths) widths.push_back(width / total * flow_.width());
    widths = Widened(std::move(widths), LeastWidths());
    edges_.push_back(flow_.left());
    for (const double width : widths) edges_.push_back(edges_.back() + width);
  }

  // The width that the longest word of every column needs.
  std::vector<double> LeastWidths() const {
    std::vector<double> least(columns(), 0);
    TypeSpec spec;
    spec.size = TableTypeSize(columns(), flow_.orientation());
    spec.width = 1;
    spec.long_words = LongWords::kKeep;
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        if (At(row, column).lines.empty() || ColumnSpan(row, column) > 1) continue;
        const double word = WidestOf(flow_.setter().SetAll(At(row, column).lines, spec));
        least[column] = std::max(least[column], word + 2 * kCellPadding + 0.5);
      }
    }
    return least;
  }

  // Columns that are too narrow take from those with room to spare, in proportion.
  static std::vector<double> Widened(std::vector<double> widths,
                                     const std::vector<double>& least) {
    double missing = 0, spare = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      missing += std::max(0.0, least[i] - widths[i]);
      spare += std::max(0.0, widths[i] - least[i]);
    }
    if (missing <= 0 || spare <= 0) return widths;
    const double taken = std::min(missing, spare);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const double slack = widths[i] - least[i];
      widths[i] += slack < 0 ? -slack * taken / missing : -slack * taken / spare;
    }
    return widths;
  }

  std::size_t ColumnSpan(std::size_t row, std::size_t column) const {
    std::size_t end = column + 1;
    while (end < columns() && At(row, end).kind == CellKind::kFromLeft) ++end;
    return end - column;
  }

  std::size_t RowSpan(std::size_t row, std::size_t column) const {
    std::size_t end = row + 1;
    while (end < table_.rows.size() && At(end, column).kind == CellKind::kFromAbove) ++end;
    return end - row;
  }

  // Columns of short entries alone (STT, figures, dates) are centred.
  void FindNarrowColumns() {
    narrow_.assign(columns(), true);
    for (auto row = static_cast<std::size_t>(table_.head_rows); row < table_.rows.size(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        const Lines& lines = At(row, column).lines;
        const bool is_short =
            lines.empty() || (lines.size() == 1 && PlainText(lines[0]).size() <= kShortEntry);
        if (!is_short && ColumnSpan(row, column) == 1) narrow_[column] = false;
      }
    }
  }

  void SetCells() {
    cells_.assign(table_.rows.size(), std::vector<CellType>(columns()));
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        if (At(row, column).kind == CellKind::kOwn) SetCell(row, column);
      }
    }
  }

  void SetCell(std::size_t row, std::size_t column) {
    CellType& cell = cells_[row][column];
    cell.columns = ColumnSpan(row, column);
    cell.rows = RowSpan(row, column);
    TypeSpec spec;
    spec.size = TableTypeSize(columns(), flow_.orientation());
    spec.width = edges_[column + cell.columns] - edges_[column] - 2 * kCellPadding;
    const Lines& lines = At(row, column).lines;
    const bool centred = row < static_cast<std::size_t>(table_.head_rows) ||
                         (cell.columns == 1 && narrow_[column]);
    spec.setting = centred ? Setting::kCentre : Setting::kLeft;
    cell.lines = flow_.setter().SetAll(lines, spec);
  }

  void MeasureRows() {
    heights_.assign(table_.rows.size(), 0);
    for (std::size_t row = 0; row < table_.rows.size();) {
      const std::size_t end = EndOfGroup(row);
      MeasureGroup(row, end, MergedCells::kOverTheirRows);
      const bool parted = HeightOfRows(row, end) > kLargestGroup * flow_.text_height();
      if (parted) MeasureGroup(row, end, MergedCells::kInFirstRow);
      row = end;
    }
  }

  // Where the text of a merged cell finds room: over all its rows, or, when a page may end between
  // them, in the first alone.
  enum class MergedCells { kOverTheirRows, kInFirstRow };

  void MeasureGroup(std::size_t begin, std::size_t end, MergedCells merged) {
    const double least = TableTypeSize(columns(), flow_.orientation()) * 1.2 + 2 * kCellLead;
    for (std::size_t row = begin; row < end; ++row) {
      heights_[row] = least;
      for (const CellType& cell : cells_[row]) {
        if (cell.lines.empty()) continue;
        if (cell.rows > 1 && merged == MergedCells::kOverTheirRows) continue;
        heights_[row] = std::max(heights_[row], HeightOf(cell.lines) + 2 * kCellLead);
      }
    }
    if (merged == MergedCells::kInFirstRow) return;
    for (std::size_t row = begin; row < end; ++row) {
      for (const CellType& cell : cells_[row]) {
        if (cell.rows <= 1) continue;
        const double missing =
            HeightOf(cell.lines) + 2 * kCellLead - HeightOfRows(row, row + cell.rows);
        // What a merged cell needs beyond its rows goes to the last of them.
        if (missing > 0) heights_[row + cell.rows - 1] += missing;
      }
    }
  }

  double HeightOfRows(std::size_t begin, std::size_t end) const {
    double height = 0;
    for (std::size_t row = begin; row < end; ++row) height += heights_[row];
    return height;
  }

  // The row after the last one that a merged cell binds to `row`.
  std::size_t EndOfGroup(std::size_t row) const {
    std::size_t end = row + 1;
    for (std::size_t i = row; i < end; ++i) {
      for (const CellType& cell : cells_[i]) end = std::max(end, i + cell.rows);
    }
    return std::min(end, table_.rows.size());
  }

  std::vector<std::string> MarksOf(std::size_t begin, std::size_t end) const {
    std::vector<std::string> marks;
    for (std::size_t row = begin; row < end; ++row) {
      for (const CellType& cell : cells_[row]) {
        for (const SetLine& line : cell.lines) {
          marks.insert(marks.end(), line.marks.begin(), line.marks.end());
        }
      }
    }
    return marks;
  }

  void TurnPage(std::size_t row, std::size_t head, HeadRows head_rows) {
    if (flow_.AtTop()) return;
    CloseBottom();
    flow_.BreakPage();
    fresh_page_ = true;
    if (head_rows == HeadRows::kOnce || row < head) return;
    for (std::size_t i = 0; i < head; ++i) PlaceWholeRow(i);
    fresh_page_ = true;
  }

  void PlaceRow(std::size_t row, std::size_t head, HeadRows head_rows) {
    if (!flow_.Fits(heights_[row], MarksOf(row, row + 1))) {
      if (heights_[row] <= 0.7 * flow_.text_height()) {
        TurnPage(row, head, head_rows);
      } else {
        PlaceInPieces(row, head, head_rows);
        return;
      }
    }
    PlaceWholeRow(row);
  }

  void PlaceWholeRow(std::size_t row) {
    PlacePiece(row, std::vector<std::size_t>(columns(), 0), heights_[row], 1e9);
  }

  // A row that is too high for one page: as many lines of every cell as fit, then the next page.
  void PlaceInPieces(std::size_t row, std::size_t head, HeadRows head_rows) {
    std::vector<std::size_t> from(columns(), 0);
    for (;;) {
      double room = 0;
      while (flow_.Fits(room + 12, MarksOf(row, row + 1))) room += 12;
      const double left_over = HeightOfRest(row, from);
      const bool last = left_over <= room;
      const auto next = PlacePiece(row, from, last ? left_over : room, room);
      if (last || next == from) return;
      from = next;
      TurnPage(row, head, head_rows);
    }
  }

  double HeightOfRest(std::size_t row, const std::vector<std::size_t>& from) const {
    double height = 0;
    for (std::size_t column = 0; column < columns(); ++column) {
      const auto& lines = cells_[row][column].lines;
      double sum = 2 * kCellLead;
      for (std::size_t i = from[column]; i < lines.size(); ++i) sum += lines[i].pitch;
      height = std::max(height, sum);
    }
    return height;
  }

  // Places the lines of the row from `from` on that fit into `room`; a frame `height` high. The
  // first line of every cell that is left over.
  std::vector<std::size_t> PlacePiece(std::size_t row, std::vector<std::size_t> from,
                                      double height, double room) {
    const double top = flow_.y();
    for (std::size_t column = 0; column < columns(); ++column) {
      const CellType& cell = cells_[row][column];
      double y = top + kCellLead + HeadShift(row, column);
      std::size_t& next = from[column];
      while (next < cell.lines.size() && y + cell.lines[next].pitch <= top + room) {
        const SetLine& line = cell.lines[next++];
        flow_.PlaceAt(line, edges_[column] + kCellPadding, y);
        flow_.Reserve(line.marks);
        y += line.pitch;
      }
    }
    RuleRow(row, top, height);
    flow_.MoveDown(height);
    fresh_page_ = false;
    return from;
  }

  // Header cells stand in the middle of their height.
  double HeadShift(std::size_t row, std::size_t column) const {
    if (row >= static_cast<std::size_t>(table_.head_rows)) return 0;
    const CellType& cell = cells_[row][column];
    if (cell.lines.empty()) return 0;
    const double free =
        HeightOfRows(row, row + cell.rows) - HeightOf(cell.lines) - 2 * kCellLead;
    return std::max(0.0, free / 2);
  }

  void RuleRow(std::size_t row, double top, double height) {
    auto& rules = flow_.page().rules;
    for (std::size_t column = 0; column < columns(); ++column) {
      const CellKind kind = At(row, column).kind;
      const bool first = row == 0 || fresh_page_;
      if (first || !ContinuesAbove(row, column)) {
        rules.push_back({edges_[column], top, edges_[column + 1], top});
      }
      if (kind != CellKind::kFromLeft && !IsInsideWideCell(row, column)) {
        rules.push_back({edges_[column], top, edges_[column], top + height});
      }
    }
    rules.push_back({edges_.back(), top, edges_.back(), top + height});
  }

  // The cell, or the one to whose width it belongs, continues the cell above.
  bool ContinuesAbove(std::size_t row, std::size_t column) const {
    while (column > 0 && At(row, column).kind == CellKind::kFromLeft) --column;
    return At(row, column).kind == CellKind::kFromAbove;
  }

  bool IsInsideWideCell(std::size_t row, std::size_t column) const {
    while (row > 0 && At(row, column).kind == CellKind::kFromAbove) --row;
    return At(row, column).kind == CellKind::kFromLeft;
  }

  void CloseBottom() {
    flow_.page().rules.push_back({edges_.front(), flow_.y(), edges_.back(), flow_.y()});
  }

  const Table& table_;
  PageFlow& flow_;
  std::vector<double> edges_;  // left edges of the columns and the right edge of the last
  std::vector<std::vector<CellType>> cells_;
  std::vector<bool> narrow_;
  std::vector<double> heights_;
  bool fresh_page_ = false;
};

}  // namespace

void PlaceTable(const Table& table, HeadRows head_rows, PageFlow& flow) {
  TableSetter(table, flow).Place(head_rows);
}

}  // namespace vanthu::corpus
