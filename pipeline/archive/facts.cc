#include "pipeline/archive/facts.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

namespace vanthu::archive {
namespace {

constexpr std::array<std::string_view, 10> kTables = {"figures",
                                                      "partners",
                                                      "deadlines",
                                                      "delegations",
                                                      "delegation_countries",
                                                      "delegation_partners",
                                                      "delegation_totals",
                                                      "conferences",
                                                      "diagnostics",
                                                      "stamps"};

Status RunFor(Database& db, int64_t letter, const std::string& sql) {
  Result<Statement> statement = db.Prepare(sql);
  if (!statement.ok()) return statement.error();
  return statement->With(letter).Run();
}

Status FillAsStored(Database& db, int64_t letter, std::string_view table) {
  return RunFor(
      db, letter,
      fmt::format("INSERT INTO {0} SELECT * FROM {0}_in_records WHERE letter_id = ?", table));
}

// Each table reads the whole record, which costs more than the rows do.
bool HasRows(std::string_view table, const Record& record) {
  if (table == "figures") return !record.figures.empty();
  if (table == "partners") return !record.partners.empty();
  if (table == "deadlines") return !record.deadlines.empty();
  if (table == "delegation_totals") return !record.delegation_totals.empty();
  if (table == "conferences") return !record.conferences.empty();
  if (table == "diagnostics") return !record.diagnostics.empty();
  if (table == "stamps") return record.stamp.has_value();
  return !record.delegations.empty();
}

}  // namespace

Status FillFacts(Database& db, int64_t letter, const Record& record) {
  for (const std::string_view table : kTables) {
    if (!HasRows(table, record)) continue;
    if (Status status = FillAsStored(db, letter, table); !status.ok()) return status;
  }
  return Done{};
}

Status FillFactsAsStored(Database& db, int64_t letter) {
  for (const std::string_view table : kTables) {
    if (Status status = FillAsStored(db, letter, table); !status.ok()) return status;
  }
  return Done{};
}

Status ClearFacts(Database& db, int64_t letter) {
  for (const std::string_view table : kTables) {
    const std::string sql = fmt::format("DELETE FROM {} WHERE letter_id = ?", table);
    if (Status status = RunFor(db, letter, sql); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
