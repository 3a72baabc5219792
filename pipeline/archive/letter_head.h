// What a row says of the letter that it comes from. For the queries over the whole archive.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// 2014-02-27, 2014-02, 2014 of year, month and day; none without a year.
std::optional<std::string> DateText(std::optional<int64_t> year, std::optional<int64_t> month,
                                    std::optional<int64_t> day);
// Of three columns.
std::optional<std::string> DateText(const Statement& row, int first_column);

nlohmann::ordered_json OrNull(const std::optional<std::string>& text);
nlohmann::ordered_json OrNull(std::optional<int64_t> number);

struct LetterHead {
  int64_t id = 0;
  std::optional<std::string> number, doc_type, issuer, issue_date, subject;
};

// Columns of `letters l` that ReadHead reads, in its order.
inline constexpr const char* kHeadColumns =
    "l.id, l.number, l.doc_type, l.issuer, l.subject, l.year, l.month, l.day";
inline constexpr int kHeadColumnCount = 8;
LetterHead ReadHead(const Statement& row, int first_column = 0);

// letter_id, number, issue_date, issuer: what each row of a list begins with.
nlohmann::ordered_json HeadJson(const LetterHead& head);

}  // namespace vanthu::archive
