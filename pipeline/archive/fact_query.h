// Rows over the whole archive: delegations, conferences, figures, partners, deadlines, diagnostics.
// Reads the tables of migration_facts.h, changes nothing.
//
// Rows are objects with stable keys. They begin with letter_id, number, issue_date and issuer of
// their letter and end with page, raw and score of the value. Texts of a filter fit where their words
// stand side by side in the value, accents and capitals aside. The year of a delegation or conference
// is that of its period, else that of its letter; of everything else it is the letter's.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/query.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// Takes one row; its error ends the query.
using RowSink = std::function<Status(const nlohmann::ordered_json& row)>;

struct DelegationFilter {
  std::optional<std::string> direction = {};  // out, in
  std::optional<int> year = {};
  std::optional<std::string> country = {};  // ISO code or name
  std::optional<std::string> partner = {}, issuer = {};
};
// Oldest letter first. direction, seq, purpose, countries, head, content, partners, members, days, count, period,
// year, funding.
Status EachDelegation(Archive& archive, const DelegationFilter& filter, const RowSink& take);

enum class DelegationGroup { kYear, kCountry, kIssuer, kDirection };
// GROUP, rows, delegations_min, delegations_max (`count` of a row, else 1), members_min, members_max (null where
// no row names a number) and members_unknown: rows that name none. A delegation to two countries counts in both.
Status SumDelegations(Archive& archive, const DelegationFilter& filter, DelegationGroup group,
                      const RowSink& take);

struct ConferenceFilter {
  std::optional<int> year = {};
  std::optional<std::string> name = {}, issuer = {};
};
// seq, name, period, year, local_delegates, foreign_delegates, content, funding.
Status EachConference(Archive& archive, const ConferenceFilter& filter, const RowSink& take);

enum class ConferenceGroup { kYear, kIssuer };
// GROUP, rows, and of each kind of delegates local_min, local_max (null where no row names a number),
// local_unknown: rows that name none, foreign_min, foreign_max, foreign_unknown.
Status SumConferences(Archive& archive, const ConferenceFilter& filter, ConferenceGroup group,
                      const RowSink& take);

struct FigureFilter {
  std::optional<std::string> kind = {};           // of the schema: money …
  std::optional<std::string> unit = {};           // USD, đồng, %, đoàn
  std::optional<std::string> label = {};          // words of what is counted
  std::optional<std::string> min = {}, max = {};  // decimals
  std::optional<int> year = {};
  std::optional<std::string> issuer = {};
};
// kind, value, value_max, unit, approx, change, baseline, label, section, of, same_as. kUsage for a unit
// that is neither a currency nor met in the archive.
Status EachFigure(Archive& archive, const FigureFilter& filter, const RowSink& take);

enum class FigureGroup { kUnit, kYear, kLabel, kIssuer };
// GROUP, kind, unit, figures, sum, sum_max (where there are ranges, else null), unknown. Exact. A figure that
// says again what another one in the sum says (same_as) is left out. Percentages and rates have no
// sum.
Status SumFigures(Archive& archive, const FigureFilter& filter, FigureGroup group,
                  const RowSink& take);

struct PartnerFilter {
  std::optional<std::string> country = {};  // ISO code or name
  std::optional<std::string> kind = {};     // of the schema: locality …
  std::optional<std::string> name = {};
  std::optional<int> year = {};
  std::optional<std::string> issuer = {};
};
// name, kind, country; by name.
Status EachPartner(Archive& archive, const PartnerFilter& filter, const RowSink& take);
// name, kind, country, letters, last_letter_id, last_number, last_date; those in most letters first.
Status GroupPartners(Archive& archive, const PartnerFilter& filter, const RowSink& take);

enum class PartnerGroup { kYear, kCountry, kKind, kIssuer };
// GROUP, partners (each once), letters that name them.
Status SumPartners(Archive& archive, const PartnerFilter& filter, PartnerGroup group,
                   const RowSink& take);

struct DeadlineFilter {
  std::optional<DateRange> days = {};  // that the deadline may fall on
  std::optional<std::string> assignee = {}, issuer = {};
};
// due (2021-06-30, 2021-06), task, assignee; by date, those without a year last.
Status EachDeadline(Archive& archive, const DeadlineFilter& filter, const RowSink& take);

enum class DeadlineGroup { kAssignee, kYear, kMonth, kIssuer };
// GROUP (a month as 2021-06, null where the deadline names none), deadlines, letters, first_due, last_due.
// Those that name nobody are counted under null.
Status SumDeadlines(Archive& archive, const DeadlineFilter& filter, DeadlineGroup group,
                    const RowSink& take);

// Diagnostics whose code begins with `prefix`, of these letters or of all. letter_id, number, issue_date,
// issuer, source, severity, code, message, pages. kNotFound names a letter that is not there.
Status EachDiagnostic(Archive& archive, std::string_view prefix, std::span<const int64_t> letters,
                      const RowSink& take);

}  // namespace vanthu::archive
