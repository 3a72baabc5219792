// Rows of letters made by hand, and questions over them, for the tests of rows over the archive.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/schema.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {

using nlohmann::ordered_json;
using Rows = std::vector<ordered_json>;

inline Range MakeRange(const std::string& raw, std::optional<double> min,
                       std::optional<double> max) {
  return {raw, min, max, false};
}

inline Period MakePeriod(CalendarDate start, CalendarDate end) {
  Period period = Evident<Period>("quý");
  period.start = start;
  period.end = end;
  return period;
}

inline Delegation MakeDelegation(const std::string& purpose, std::vector<std::string> countries) {
  Delegation delegation = Evident<Delegation>(purpose, 2);
  delegation.purpose = purpose;
  delegation.countries = std::move(countries);
  return delegation;
}

inline Figure MakeFigure(FigureKind kind, const std::string& value, const std::string& unit,
                         const std::string& label = "") {
  Figure figure = Evident<Figure>(value + " " + unit);
  figure.kind = kind;
  if (!value.empty()) figure.value = value;
  figure.unit = unit;
  if (!label.empty()) figure.label = label;
  return figure;
}

inline Partner MakePartner(const std::string& name, PartnerKind kind, const std::string& country) {
  Partner partner = Evident<Partner>(name);
  partner.name = name;
  partner.kind = kind;
  if (!country.empty()) partner.country = country;
  return partner;
}

inline Deadline MakeDeadline(const std::string& task, int year, std::optional<int> month,
                             std::optional<int> day, const std::string& assignee) {
  Deadline deadline = Evident<Deadline>(task);
  deadline.task = task;
  deadline.due = Evident<DateValue>(task);
  deadline.due.year = year;
  deadline.due.month = month;
  deadline.due.day = day;
  if (!assignee.empty()) deadline.assignee = assignee;
  return deadline;
}

class RowsTest : public ArchiveTest {
 protected:
  int64_t Put(int n, const Record& record, IfPresent if_present = IfPresent::kRefuse) {
    const std::vector<Record> letters = {record};
    const auto ids = archive_.AddLetters(0, FakeFile(n), letters, if_present);
    if (!ids.ok()) throw std::runtime_error(ids.error().Describe());
    return ids->front();
  }

  // Rows of `ask(sink)`.
  template <typename Ask>
  Rows RowsOf(Ask ask) {
    Rows rows;
    const Status status = ask([&](const ordered_json& row) -> Status {
      rows.push_back(row);
      return Done{};
    });
    if (!status.ok()) throw std::runtime_error(status.error().Describe());
    return rows;
  }

  // The letters of the archive as version `version` held them, brought up to date.
  Database MigratedFrom(int version) {
    const auto must = [](const Status& status) {
      if (!status.ok()) throw std::runtime_error(status.error().Describe());
    };
    Result<Database> db = Database::Open(root_ / "old.db", Access::kCreate);
    if (!db.ok()) throw std::runtime_error(db.error().Describe());
    must(MigrateTo(*db, version));
    CopyTables(*db, dir() / "archive.db", {"runs", "files", "letters"});
    must(Migrate(*db));
    return std::move(*db);
  }

  Archive archive_ = Open();
};

}  // namespace vanthu::archive
