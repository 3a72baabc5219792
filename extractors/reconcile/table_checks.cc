#include "extractors/reconcile/table_checks.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "extractors/reconcile/finding.h"
#include "extractors/reconcile/table_numbers.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// What a printed number may be off by: half of its last decimal.
double Rounding(int decimals) { return 0.5 * std::pow(10.0, -decimals); }

std::string TableName(const Table& table) {
  return table.title && !table.title->empty() ? "\"" + *table.title + "\""
                                              : std::string("the table");
}

// Columns whose rows do not add up: shares, comparisons, prices, years.
bool AddsUp(const std::string& head) {
  static const RE2 no(
      R"(%|ty le|ti le|so sanh|don gia|binh quan|trung binh|tang|giam|muc thu|nam sinh|thoi gian|ghi chu|so voi|so hieu|dien thoai|toc do|cong suat|^nam\b)");
  return !RE2::PartialMatch(head, no);
}

enum class Depth { kGroup, kItem, kSubItem };

// I, A: a group; 1: an item; 1.1, a, -: part of an item.
Depth DepthOf(const std::string& ordinal) {
  static const RE2 group(R"(^(?:[IVX]+|[A-H])[.)]?$)");
  static const RE2 part(R"(^(?:\d+\.\d+[.\d]*|[a-zđ]\)?|[-+*])$)");
  if (RE2::FullMatch(ordinal, group)) return Depth::kGroup;
  if (RE2::FullMatch(ordinal, part)) return Depth::kSubItem;
  return Depth::kItem;
}

struct Sum {
  double min = 0, max = 0, slack = 0;
  int rows = 0;

  void Add(const CellNumber& number) {
    min += number.min;
    max += number.max;
    slack += number.decimals > 0 ? Rounding(number.decimals) : 0;
    ++rows;
  }
  bool Fits(const CellNumber& total) const {
    const double room = slack + (total.decimals > 0 ? Rounding(total.decimals) : 0) + 1e-6;
    return total.max >= min - room && total.min <= max + room;
  }
};

// A total may be that of all rows, of the groups or of what stands in them: whichever fits is taken for meant.
bool AnySumFits(const NumberColumn& column, const std::vector<Depth>& depths, size_t from,
                size_t to, const CellNumber& total, Sum& items) {
  Sum all, groups, parts;
  for (size_t r = from; r < to; ++r) {
    if (!column.rows[r]) continue;
    all.Add(*column.rows[r]);
    (depths[r] == Depth::kGroup  ? groups
     : depths[r] == Depth::kItem ? items
                                 : parts)
        .Add(*column.rows[r]);
  }
  if (all.rows < 2) return true;  // nothing to add
  for (const Sum* sum : {&all, &groups, &items, &parts}) {
    if (sum->rows > 0 && sum->Fits(total)) return true;
  }
  if (items.rows < 2) items = all;
  return false;
}

using Formula = std::function<double(double, double)>;

// Heads under which a column is worked out from two others.
bool IsShare(const std::string& head) {
  static const RE2 share(R"(%|ty le|ti le|so sanh|so voi|tang|giam|dat )");
  return RE2::PartialMatch(head, share);
}

struct Relation {
  size_t of = 0, to = 0;  // columns
  int fitting = 0, tested = 0;
  std::vector<size_t> misfits;  // rows
};

Relation Test(const std::vector<NumberColumn>& columns, size_t share, size_t of, size_t to,
              const Formula& formula) {
  Relation relation{of, to, 0, 0, {}};
  for (size_t r = 0; r < columns[share].rows.size(); ++r) {
    const auto& p = columns[share].rows[r];
    const auto& a = columns[of].rows[r];
    const auto& b = columns[to].rows[r];
    if (!p || !a || !b || b->min == 0 || p->min != p->max || a->min != a->max || b->min != b->max)
      continue;
    ++relation.tested;
    // A falling share is often printed without its sign.
    const double want = formula(a->min, b->min);
    const double off = std::min(std::abs(want - p->min), std::abs(-want - p->min));
    // Rounding of the parts moves the share as well.
    const double moved = std::abs(want) *
                         (Rounding(a->decimals) / std::max(std::abs(a->min), 1.0) +
                          Rounding(b->decimals) / std::max(std::abs(b->min), 1.0)) *
                         (a->decimals + b->decimals > 0 ? 1 : 0);
    if (off <= Rounding(p->decimals) + moved + 0.011) {
      ++relation.fitting;
    } else {
      relation.misfits.push_back(r);
    }
  }
  return relation;
}

}  // namespace

void CheckSums(const Letter& letter, const Table& table, std::vector<Diagnostic>& found) {
  std::vector<size_t> totals;
  std::vector<Depth> depths;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    if (IsTotalRow(table.rows[r])) totals.push_back(r);
    depths.push_back(table.rows[r].empty() ? Depth::kItem : DepthOf(table.rows[r].front()));
  }
  if (totals.size() != 1 || table.rows.size() < 3) return;
  const size_t total = totals.front();
  const size_t from = total == 0 ? 1 : 0;
  const size_t to = total == 0 ? table.rows.size() : total;
  std::vector<Evidence> places;
  for (size_t c = OrdinalColumn(table) ? 1 : 0; c < table.columns.size(); ++c) {
    const NumberColumn column = NumbersOf(table, c);
    if (!column.rows[total] || !column.pure || !AddsUp(column.head)) continue;
    Sum sum;
    if (AnySumFits(column, depths, from, to, *column.rows[total], sum)) continue;
    if (places.empty()) places = RowPlaces(letter, table);
    found.push_back(
        Finding("reconcile_sum",
                fmt::format("{}, column \"{}\": the total says {}, its {} rows add up to {}",
                            TableName(table), table.columns[c], table.rows[total][c], sum.rows,
                            ShownNumber(sum.max)),
                {places[total], places[from]}));
  }
}

void CheckPercentages(const Letter& letter, const Table& table, std::vector<Diagnostic>& found) {
  constexpr size_t kMostColumns = 16;
  if (table.columns.size() < 3 || table.columns.size() > kMostColumns) return;
  std::vector<NumberColumn> columns;
  for (size_t c = 0; c < table.columns.size(); ++c) columns.push_back(NumbersOf(table, c));
  static const Formula formulas[] = {
      [](double a, double b) { return 100 * a / b; },
      [](double a, double b) { return 100 * (a - b) / b; },
  };
  const size_t first = OrdinalColumn(table) ? 1 : 0;
  for (size_t share = first; share < columns.size(); ++share) {
    if (!IsShare(columns[share].head)) continue;
    Relation best;
    for (size_t a = first; a < columns.size(); ++a) {
      for (size_t b = first; b < columns.size(); ++b) {
        if (a == b || a == share || b == share) continue;
        for (const Formula& formula : formulas) {
          Relation relation = Test(columns, share, a, b, formula);
          if (relation.fitting > best.fitting) best = std::move(relation);
        }
      }
    }
    // One row may be wrong in three; where more are, the column means something else.
    if (best.fitting < 2 || best.fitting * 3 < best.tested * 2) continue;
    const std::vector<Evidence> places = RowPlaces(letter, table);
    for (const size_t r : best.misfits) {
      found.push_back(Finding(
          "reconcile_percent",
          fmt::format("{}: \"{}\" is {} where \"{}\" {} and \"{}\" {} stand", TableName(table),
                      table.columns[share], table.rows[r][share], table.columns[best.of],
                      table.rows[r][best.of], table.columns[best.to], table.rows[r][best.to]),
          {places[r]}));
    }
  }
}

void CheckSequence(const Letter& letter, const Table& table, std::vector<Diagnostic>& found) {
  const std::optional<size_t> column = OrdinalColumn(table);
  if (!column) return;
  static const RE2 ordinal(R"(^0*(\d{1,4})[.)]?$)");
  std::vector<Evidence> places;
  int above = 0;
  size_t above_row = 0;
  for (size_t r = 0; r < table.rows.size(); ++r) {
    int number = 0;
    if (!RE2::FullMatch(table.rows[r][*column], ordinal, &number)) continue;
    // Cells merged over several rows repeat their number; a group begins again at 1.
    if (number == above + 1 || number == above || number == 1) {
      above = number;
      above_row = r;
      continue;
    }
    if (places.empty()) places = RowPlaces(letter, table);
    found.push_back(
        Finding("reconcile_sequence",
                fmt::format("{}: row {} stands after row {}", TableName(table), number, above),
                {places[above_row], places[r]}));
    above = number;
    above_row = r;
  }
}

}  // namespace vanthu::extractors
