#include "extractors/delegations/columns.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

struct Clue {
  std::string table, role, words;
  bool whole = false;  // the words are all of the head
  int weight = 0;
};

const std::vector<Clue>& Clues() {
  static const std::vector<Clue> clues = [] {
    std::vector<Clue> out;
    for (const auto& row : ReadTable("delegation_columns.tsv", 4)) {
      const bool whole = row[2].starts_with('=');
      out.push_back({row[0], row[1], whole ? row[2].substr(1) : row[2], whole, std::stoi(row[3])});
    }
    return out;
  }();
  return clues;
}

std::map<std::string, int> Weights(std::string_view table, std::string_view head) {
  std::map<std::string, int> weights;
  for (const Clue& clue : Clues()) {
    if (clue.table != table) continue;
    const bool matches =
        clue.whole ? head == clue.words : head.find(clue.words) != std::string_view::npos;
    if (matches) weights[clue.role] += clue.weight;
  }
  return weights;
}

}  // namespace

ColumnRoles::ColumnRoles(std::string_view table, const std::vector<std::string>& heads) {
  std::vector<std::map<std::string, int>> weights;
  std::vector<std::tuple<int, size_t, std::string>> claims;  // weight, column, role
  for (size_t c = 0; c < heads.size(); ++c) {
    weights.push_back(Weights(table, Fold(heads[c])));
    for (const auto& [role, weight] : weights[c]) claims.emplace_back(weight, c, role);
  }
  // The strongest claim first, the leftmost of equals.
  std::ranges::stable_sort(claims, [](const auto& a, const auto& b) {
    return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b)
                                            : std::get<1>(a) < std::get<1>(b);
  });
  std::vector<bool> taken(heads.size(), false);
  for (const auto& [weight, column, role] : claims) {
    if (taken[column] || (role != "none" && columns_.contains(role))) continue;
    taken[column] = true;
    if (role != "none") columns_.emplace(role, column);
  }
  name_holds_ordinal_ = !columns_.contains("seq") && !heads.empty() &&
                        (Fold(heads[0]).starts_with("tt ") || Fold(heads[0]).starts_with("stt "));
  const auto head = columns_.find("head");
  head_holds_content_ = head != columns_.end() && !columns_.contains("content") &&
                        weights[head->second].contains("content");
  // "Mục đích, nội dung" is the purpose where no column names the delegation.
  const auto content = columns_.find("content");
  if (table == "delegations" && !columns_.contains("purpose") && content != columns_.end()) {
    columns_.emplace("purpose", content->second);
    columns_.erase("content");
  }
}

std::optional<size_t> ColumnRoles::Of(std::string_view role) const {
  const auto found = columns_.find(std::string(role));
  if (found == columns_.end()) return std::nullopt;
  return found->second;
}

}  // namespace vanthu::extractors
