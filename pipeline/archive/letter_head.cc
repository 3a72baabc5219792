#include "pipeline/archive/letter_head.h"

#include <fmt/format.h>

namespace vanthu::archive {

using nlohmann::ordered_json;

std::optional<std::string> DateText(std::optional<int64_t> year, std::optional<int64_t> month,
                                    std::optional<int64_t> day) {
  if (!year) return std::nullopt;
  if (!month) return fmt::format("{:04}", *year);
  if (!day) return fmt::format("{:04}-{:02}", *year, *month);
  return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

std::optional<std::string> DateText(const Statement& row, int first_column) {
  return DateText(row.OptionalInt(first_column), row.OptionalInt(first_column + 1),
                  row.OptionalInt(first_column + 2));
}

ordered_json OrNull(const std::optional<std::string>& text) {
  return text ? ordered_json(*text) : ordered_json(nullptr);
}

ordered_json OrNull(std::optional<int64_t> number) {
  return number ? ordered_json(*number) : ordered_json(nullptr);
}

LetterHead ReadHead(const Statement& row, int first_column) {
  const auto text = [&](int column) { return row.OptionalText(first_column + column); };
  LetterHead head;
  head.id = row.Int(first_column);
  head.number = text(1);
  head.doc_type = text(2);
  head.issuer = text(3);
  head.subject = text(4);
  head.issue_date = DateText(row, first_column + 5);
  return head;
}

ordered_json HeadJson(const LetterHead& head) {
  return {{"letter_id", head.id},
          {"number", OrNull(head.number)},
          {"issue_date", OrNull(head.issue_date)},
          {"issuer", OrNull(head.issuer)}};
}

}  // namespace vanthu::archive
