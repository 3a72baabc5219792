#include "pipeline/segment/table_kind.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::segment {
namespace {

// A kind is named from this weight on (table_kinds.tsv).
constexpr int kKindWeight = 3;

// `title` is the table's own, or what stands over it.
TableKind KindOf(const Table& table, std::string_view printed_title) {
  struct Clue {
    TableKind kind;
    bool title;
    std::string words;
    int weight;
  };
  static const std::vector<Clue> clues = [] {
    std::vector<Clue> out;
    for (const auto& row : ReadTable("table_kinds.tsv", 4)) {
      const TableKind kind = row[0] == "outgoing_delegations"   ? TableKind::kOutgoingDelegations
                             : row[0] == "incoming_delegations" ? TableKind::kIncomingDelegations
                             : row[0] == "conferences"          ? TableKind::kConferences
                                                                : TableKind::kIndicators;
      out.push_back({kind, row[1] == "title", row[2], std::stoi(row[3])});
    }
    return out;
  }();
  const std::string title = Fold(printed_title);
  std::string heads;
  for (const std::string& column : table.columns) heads += Fold(column) + " | ";
  std::map<TableKind, int> weights;
  for (const Clue& clue : clues) {
    if ((clue.title ? title : heads).find(clue.words) != std::string::npos) {
      weights[clue.kind] += clue.weight;
    }
  }
  TableKind best = TableKind::kOther;
  int most = kKindWeight - 1;
  for (const auto& [kind, weight] : weights) {
    if (weight > most) best = kind, most = weight;
  }
  return best;
}

// One column of names and numbers in all others, the numbers of rows left aside.
bool CountsThings(const Table& table) {
  static const RE2 number(R"(^[-+]?\d[\d.,\s]*%?$)"), order(R"(^(?:stt|tt|so tt|so thu tu|no)\b)");
  constexpr size_t kFewestRows = 2;
  if (table.rows.size() < kFewestRows) return false;
  size_t names = 0, numbers = 0;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    if (RE2::PartialMatch(Fold(table.columns[c]), order)) continue;
    size_t filled = 0, numeric = 0;
    for (const auto& row : table.rows) {
      if (c >= row.size() || row[c].empty() || row[c] == "-") continue;
      ++filled;
      numeric += RE2::FullMatch(row[c], number);
    }
    ++(filled > 0 && numeric == filled ? numbers : names);
  }
  return names == 1 && numbers > 0;
}

}  // namespace

TableKind KindUnder(const Table& table, const std::string& over) {
  const TableKind kind = KindOf(table, table.title.value_or(""));
  if (kind != TableKind::kOther) return kind;
  const bool lists = std::ranges::any_of(table.columns, [](const std::string& column) {
    static const RE2 named(R"(\b(?:doan|hoi nghi|hoi thao|su kien)\b)");
    return RE2::PartialMatch(Fold(column), named);
  });
  const TableKind listed = lists ? KindOf(table, over) : kind;
  return listed == TableKind::kOther && CountsThings(table) ? TableKind::kIndicators : listed;
}

}  // namespace vanthu::segment
