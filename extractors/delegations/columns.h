// Which column of a table of delegations or conferences holds what:
// models/data/delegation_columns.tsv.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::extractors {

class ColumnRoles {
 public:
  // `table` is "delegations" or "conferences"; `heads` as printed.
  ColumnRoles(std::string_view table, const std::vector<std::string>& heads);

  // The column with a role ("purpose", "period"), none where the table has none.
  std::optional<size_t> Of(std::string_view role) const;

  // A reading without rules runs the ordinal into the first column: "TT Tên đoàn", "1 Đoàn đại biểu
  // …".
  bool NameHoldsOrdinal() const { return name_holds_ordinal_; }

  // One column names the office that receives and what is done: "Cơ quan chủ trì đón Đoàn, nội dung
  // hoạt động".
  bool HeadHoldsContent() const { return head_holds_content_; }

 private:
  std::unordered_map<std::string, size_t> columns_;
  bool head_holds_content_ = false;
  bool name_holds_ordinal_ = false;
};

}  // namespace vanthu::extractors
