#include "pipeline/archive/spellings.h"

#include <algorithm>
#include <unordered_map>

#include "models/lexicon/table.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

using Names = std::vector<std::string>;

// The marks before a name are for running text.
void AddNames(std::string_view list, Names& names) {
  for (size_t begin = 0; begin < list.size();) {
    const size_t end = std::min(list.find('|', begin), list.size());
    std::string_view name = list.substr(begin, end - begin);
    if (name.find_first_of("=!~") == 0) name.remove_prefix(1);
    if (!name.empty()) names.emplace_back(name);
    begin = end + 1;
  }
}

class Table {
 public:
  Table() {
    for (const auto& row : ReadTable("foreign_localities.tsv", 3)) Add(row[1], row[2]);
    for (const auto& row : ReadTable("partners.tsv", 5)) Add(row[1], row[3]);
  }

  Names Find(std::string_view typed) const {
    Names found;
    const auto [first, last] = by_key_.equal_range(SqueezedWords(typed));
    for (auto at = first; at != last; ++at) {
      found.insert(found.end(), partners_[at->second].begin(), partners_[at->second].end());
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  void Add(const std::string& canonical, const std::string& others) {
    Names names = {canonical};
    AddNames(others, names);
    for (const std::string& name : names) by_key_.emplace(SqueezedWords(name), partners_.size());
    partners_.push_back(std::move(names));
  }

  std::vector<Names> partners_;
  std::unordered_multimap<std::string, size_t> by_key_;
};

}  // namespace

std::vector<std::string> SpellingsOf(std::string_view typed) {
  static const Table table;
  return table.Find(typed);
}

}  // namespace vanthu::archive
