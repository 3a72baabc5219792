#include "pipeline/evaluate/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;

// Share of cells in common from which on two tables are taken for the same. Two tables of one plan
// share their header and a few words ("Nhật Bản", "7"), which stays below a third.
constexpr double kSameTable = 0.35;

using Row = std::vector<Comparable>;

struct GridText {
  std::vector<Row> rows;  // the header first
  std::string name;       // title, else the first cells of the header
  int cells = 0;          // that are not empty
  std::optional<Comparable> title, kind, row_count;
  bool title_answered = false, kind_answered = false;
};

const ordered_json* Find(const ordered_json& object, std::string_view key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

Row MakeRow(const ordered_json& cells) {
  Row row;
  if (!cells.is_array()) return row;
  for (const ordered_json& cell : cells) {
    row.emplace_back(cell.is_string() ? cell.get<std::string>() : "", ValueKind::kText);
  }
  return row;
}

GridText MakeGrid(const ordered_json& table) {
  GridText grid;
  const auto text = [&table](std::string_view key, ValueKind kind) -> std::optional<Comparable> {
    const ordered_json* value = Find(table, key);
    if (value == nullptr || !value->is_string()) return std::nullopt;
    return Comparable(value->get<std::string>(), kind);
  };
  grid.title_answered = table.contains("title");
  grid.kind_answered = table.contains("kind");
  grid.title = text("title", ValueKind::kText);
  grid.kind = text("kind", ValueKind::kCode);
  const ordered_json* columns = Find(table, "columns");
  grid.rows.push_back(columns != nullptr ? MakeRow(*columns) : Row{});
  if (const ordered_json* rows = Find(table, "rows"); rows != nullptr && rows->is_array()) {
    for (const ordered_json& row : *rows) grid.rows.push_back(MakeRow(row));
  }
  grid.row_count.emplace(std::to_string(grid.rows.size() - 1), ValueKind::kCode);
  for (const Row& row : grid.rows) {
    grid.cells += static_cast<int>(std::ranges::count_if(row, std::not_fn(&Comparable::empty)));
  }
  for (const Comparable& cell : grid.rows.front()) {
    grid.name += (grid.name.empty() ? "" : " / ") + cell.shown();
  }
  if (grid.title) grid.name = grid.title->shown();
  return grid;
}

// Dice coefficient of the cells as multisets.
double SharedCells(const GridText& a, const GridText& b) {
  std::map<std::string_view, int> seen;
  for (const Row& row : a.rows) {
    for (const Comparable& cell : row) seen[cell.soft()] += cell.empty() ? 0 : 1;
  }
  int shared = 0;
  for (const Row& row : b.rows) {
    for (const Comparable& cell : row) {
      if (cell.empty()) continue;
      if (const auto found = seen.find(cell.soft()); found != seen.end() && found->second-- > 0) {
        ++shared;
      }
    }
  }
  const int all = a.cells + b.cells;
  return all > 0 ? 2.0 * shared / all : 0;
}

struct RowScore {
  Counts counts;
  bool same_shape = true;
};

// Two rows cell by cell; an empty row stands for one that is not there. Cells that are empty on
// both sides say nothing and are not counted.
RowScore ScoreRow(const Row& gold, const Row& predicted) {
  RowScore score{{}, gold.size() == predicted.size()};
  for (size_t i = 0; i < std::max(gold.size(), predicted.size()); ++i) {
    const bool in_gold = i < gold.size() && !gold[i].empty();
    const bool in_predicted = i < predicted.size() && !predicted[i].empty();
    score.counts.gold += in_gold ? 1 : 0;
    score.counts.predicted += in_predicted ? 1 : 0;
    if (in_gold && in_predicted) score.counts.AddRight(gold[i].CompareTo(predicted[i]));
  }
  return score;
}

// The alignment of body rows, in order, that gets most cells right; rows without partner are scored
// against nothing. Plain dynamic programming: tables have hundreds of rows at most.
RowScore ScoreGrid(const GridText& gold, const GridText& predicted) {
  const size_t n = gold.rows.size() - 1;
  const size_t m = predicted.rows.size() - 1;
  std::vector<std::vector<int>> right(n, std::vector<int>(m));
  std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1, 0));
  for (size_t i = n; i-- > 0;) {
    for (size_t j = m; j-- > 0;) {
      right[i][j] = ScoreRow(gold.rows[i + 1], predicted.rows[j + 1]).counts.edit;
      best[i][j] = std::max({best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + right[i][j]});
    }
  }
  RowScore total = ScoreRow(gold.rows.front(), predicted.rows.front());
  const auto add = [&total](const Row& gold_row, const Row& predicted_row) {
    const RowScore row = ScoreRow(gold_row, predicted_row);
    total.counts += row.counts;
    total.same_shape = total.same_shape && row.same_shape;
  };
  const Row nothing;
  size_t i = 0, j = 0;
  while (i < n || j < m) {
    const bool pair = i < n && j < m && best[i][j] == best[i + 1][j + 1] + right[i][j];
    if (pair) {
      add(gold.rows[++i], predicted.rows[++j]);
    } else if (j == m || (i < n && best[i][j] == best[i + 1][j])) {
      add(gold.rows[++i], nothing);
    } else {
      add(nothing, predicted.rows[++j]);
    }
  }
  return total;
}

Match LevelOf(const RowScore& score) {
  const Counts& c = score.counts;
  const int all = std::max(c.gold, c.predicted);
  if (score.same_shape && c.strict == all) return Match::kStrict;
  if (score.same_shape && c.soft == all) return Match::kSoft;
  return c.edit >= kEditSimilarity * all ? Match::kEdit : Match::kNone;
}

class TableScorer {
 public:
  TableScorer(std::vector<GridText> gold, std::vector<GridText> predicted)
      : gold_(std::move(gold)), predicted_(std::move(predicted)) {}

  Scores Score() {
    tables_.gold = static_cast<int>(gold_.size());
    tables_.predicted = static_cast<int>(predicted_.size());
    PairUp();
    return {{{"tables", tables_},
             {"tables.cells", cells_},
             {"tables.rows", rows_},
             {"tables.kind", kind_},
             {"tables.title", title_}},
            std::move(errors_),
            {}};
  }

 private:
  struct Candidate {
    double shared = 0;
    size_t gold = 0, predicted = 0;
  };

  void PairUp() {
    std::vector<Candidate> candidates;
    for (size_t g = 0; g < gold_.size(); ++g) {
      for (size_t p = 0; p < predicted_.size(); ++p) {
        const double shared = SharedCells(gold_[g], predicted_[p]);
        if (shared >= kSameTable) candidates.push_back({shared, g, p});
      }
    }
    std::ranges::stable_sort(candidates, std::greater{}, &Candidate::shared);
    std::vector<bool> gold_used(gold_.size()), predicted_used(predicted_.size());
    for (const Candidate& c : candidates) {
      if (gold_used[c.gold] || predicted_used[c.predicted]) continue;
      gold_used[c.gold] = predicted_used[c.predicted] = true;
      ScorePair(gold_[c.gold], predicted_[c.predicted]);
    }
    for (size_t g = 0; g < gold_.size(); ++g) {
      if (!gold_used[g]) {
        errors_.push_back({"tables", Described(gold_[g]), std::nullopt, Match::kNone});
      }
    }
    for (size_t p = 0; p < predicted_.size(); ++p) {
      if (!predicted_used[p]) {
        errors_.push_back({"tables", std::nullopt, Described(predicted_[p]), Match::kNone});
      }
    }
  }

  void ScorePair(const GridText& gold, const GridText& predicted) {
    const RowScore score = ScoreGrid(gold, predicted);
    const Match match = LevelOf(score);
    tables_.AddRight(match);
    cells_ += score.counts;
    if (match != Match::kStrict) {
      errors_.push_back(
          {"tables", Described(gold),
           fmt::format("{}, {} cells right", Described(predicted), score.counts.strict), match});
    }
    Add(rows_, ScoreValue("tables.rows", gold.row_count, predicted.row_count));
    if (gold.kind_answered) Add(kind_, ScoreValue("tables.kind", gold.kind, predicted.kind));
    if (gold.title_answered) Add(title_, ScoreValue("tables.title", gold.title, predicted.title));
  }

  void Add(Counts& counts, ValueScore score) {
    counts += score.counts;
    if (score.error) errors_.push_back(std::move(*score.error));
  }

  static std::string Described(const GridText& grid) {
    return fmt::format("{} ({} rows, {} cells)", grid.name, grid.rows.size() - 1, grid.cells);
  }

  std::vector<GridText> gold_, predicted_;
  Counts tables_, cells_, rows_, kind_, title_;
  std::vector<FieldError> errors_;
};

std::vector<GridText> MakeGrids(const ordered_json& tables) {
  std::vector<GridText> grids;
  if (!tables.is_array()) return grids;
  for (const ordered_json& table : tables) {
    if (table.is_object()) grids.push_back(MakeGrid(table));
  }
  return grids;
}

}  // namespace

Scores ScoreTables(const ordered_json& gold, const ordered_json& predicted) {
  return TableScorer(MakeGrids(gold), MakeGrids(predicted)).Score();
}

}  // namespace vanthu::evaluate
