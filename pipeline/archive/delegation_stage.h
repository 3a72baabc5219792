// Whether a row of delegations tells what is planned or what was done, and of which year. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

enum class DelegationStage {
  kPlanned,   // kế hoạch, tờ trình, quyết định cử đoàn
  kReported,  // báo cáo kết quả
  kUnclear,
};
// planned, reported, unclear
std::string_view StageName(DelegationStage stage);

struct StagedTable {
  std::string title;
  std::vector<std::string> columns = {};  // their heads
};

// What is known about a row and where it stands. Dates are ISO, "" where they are not known.
struct StagedRow {
  std::string doc_type;                  // code
  std::string subject;                   // of the letter
  std::string issue_date;                // 2014-02-27, 2021-06, 2021
  std::string period_start, period_end;  // of the row
  std::string words;                     // of the row, as printed
  std::vector<StagedTable> tables = {};  // that it may stand in
};

// The first that decides:
//   what begins after the day of issue is planned, in whichever letter it stands: a report's outlook;
//   the table: "Kế hoạch …", "Kết quả …" in its title, else over its columns, where not both are there;
//   "dự kiến" in the row;
//   the type: KH, CTr, PA, ĐA, TTr, QĐ plan, BC reports;
//   the subject: kết quả, then kế hoạch, dự kiến, xin phép, cử đoàn, then báo cáo, tình hình;
//   what ended before the day of issue was done.
DelegationStage StageOf(const StagedRow& row);

// That of the period; of a row without one the year that the titles of its tables name, else the subject:
// "Kết quả năm 2013, kế hoạch năm 2014" is 2013 for what was done and 2014 for what is planned. Spans of years
// (2021 - 2025) name none. Else that of the letter.
std::optional<int> YearOf(const StagedRow& row, DelegationStage stage);

}  // namespace vanthu::archive
