#include "pipeline/archive/index_rows.h"

#include <algorithm>

namespace vanthu::archive {
namespace {

// Rows of a month: 2^22, four million. Fewer bits make the index smaller (FTS5 writes how far a row is from the
// one before, 7 bits a byte), more are for months that no archive has. Migration 10 has the same numbers.
constexpr int kMonthBits = 22;
constexpr int64_t kRowsOfMonth = int64_t{1} << kMonthBits;
constexpr int64_t kMonthsOfYear = 13;  // the first is for letters of which the year alone is known
constexpr int64_t kUndated = int64_t{1} << 17;  // above every year of four digits

int64_t FirstRow(int64_t month) { return month << kMonthBits; }

// `month` may be 99: the year's last.
int64_t MonthOf(int64_t year, int64_t month) {
  return kUndated - 1 - (year * kMonthsOfYear + std::min(month, kMonthsOfYear - 1));
}

}  // namespace

RowRange RowsOf(const DateRange& dates) {
  if (dates == DateRange{}) return {0, FirstRow(kUndated + 1) - 1};
  return {FirstRow(MonthOf(dates.last / 10'000, dates.last / 100 % 100)),
          FirstRow(MonthOf(dates.first / 10'000, dates.first / 100 % 100) + 1) - 1};
}

bool IsOfWholeMonths(const DateRange& dates) {
  return dates.first % 100 == 0 && dates.last % 100 == 99;
}

int64_t MonthOfRow(int64_t row) { return row >> kMonthBits; }

Result<int64_t> TakeRow(Database& db, int64_t letter, std::optional<int64_t> date_key) {
  const int64_t month = date_key ? MonthOf(*date_key / 10'000, *date_key / 100 % 100) : kUndated;
  const int64_t end = FirstRow(month + 1);
  Result<Statement> first =
      db.Prepare("SELECT coalesce(min(id), ?2) - 1 FROM index_rows WHERE id >= ?1 AND id < ?2");
  if (!first.ok()) return first.error();
  if (const Result<bool> there = first->With(FirstRow(month), end).Step(); !there.ok()) {
    return there.error();
  }
  const int64_t row = first->Int(0);
  if (row < FirstRow(month)) {
    return Error{ErrorCode::kUnsupported, "more than four million letters are of one month", "", 0};
  }
  Result<Statement> put =
      db.Prepare("INSERT INTO index_rows (id, letter_id, date_key) VALUES (?, ?, ?)");
  if (!put.ok()) return put.error();
  put->With(row, letter);
  if (date_key) put->Bind(2, *date_key);
  if (Status status = put->Run(); !status.ok()) return status.error();
  return row;
}

Result<std::optional<int64_t>> RowOfLetter(Database& db, int64_t letter) {
  Result<Statement> row = db.Prepare("SELECT id FROM index_rows WHERE letter_id = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter).Step();
  if (!there.ok()) return there.error();
  return *there ? std::optional(row->Int(0)) : std::nullopt;
}

Status FreeRow(Database& db, int64_t row) {
  Result<Statement> gone = db.Prepare("DELETE FROM index_rows WHERE id = ?");
  if (!gone.ok()) return gone.error();
  return gone->With(row).Run();
}

}  // namespace vanthu::archive
