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

// What is known about a row and where it stands. Dates are ISO, "" where they are not known.
struct StagedRow {
  std::string doc_type;                  // code
  std::string subject;                   // of the letter
  std::string issue_date;                // 2014-02-27, 2021-06, 2021
  std::string period_start, period_end;  // of the row
  std::string words;                     // of the row, as printed
  std::vector<std::string> table_words =
      {};  // titles and column heads of the tables that it may stand in
};

// The first that decides:
//   what begins after the day of issue is planned, in whichever letter it stands: a report's outlook;
//   the table: "Kế hoạch …" or "Thực hiện …" in its title or over its columns, where not both are there;
//   "dự kiến" in the row;
//   the type: KH, CTr, PA, ĐA, TTr, QĐ plan, BC reports;
//   the subject: kết quả, then kế hoạch, dự kiến, xin phép, cử đoàn, then báo cáo, tình hình;
//   what ended before the day of issue was done.
DelegationStage StageOf(const StagedRow& row);

// That of the period; of a row without one the year that the table or the subject names ("Kế hoạch đoàn ra
// năm 2010"), where it names one alone; else that of the letter.
std::optional<int> YearOf(const StagedRow& row);

}  // namespace vanthu::archive
