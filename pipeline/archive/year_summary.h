// A year of delegations: how many went abroad and came, as planned and as reported, how many people, to and
// from which countries, beside the year before. Reads the archive, changes nothing.
//
// Rows of tables are told apart by delegation_stage.h. What several letters list counts once, as the newest
// lists it (delegation_doubles.h). What running text sums up ("164 đoàn với 730 lượt người") is not added to
// them but said beside them: it covers rows that no letter lists.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "models/core/result.h"
#include "pipeline/archive/fact_query.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

struct SummaryQuestion {
  int year = 0;
  std::optional<std::string> direction = {};  // out, in
  std::optional<std::string> issuer = {};     // as in DelegationFilter
};

// One row for all delegations of a direction and stage, then one a country, most delegations first:
//   year, direction (out, in), stage (planned, reported, unclear), part (all, country),
//   country: of a part, null where rows name none
//   delegations, people: {min, max}, null where nothing is known; people of rows that name no number are not in it
//   rows, people_unknown (rows that name none), doubles (rows left out: another letter lists them)
//   before: the same five of the year before, null where no letter tells of it in this direction and stage
//   change: {delegations, people} as {min, max}, null where one of both is
//   stated: in rows of all, reported, what running text sums up: {delegations, people, period, letter_id, raw} or null.
//     Of several sums the one over the longest part of the year, then the largest.
// A delegation to two countries counts in both and once in all.
Status SummarizeYear(Archive& archive, const SummaryQuestion& question, const RowSink& take);

}  // namespace vanthu::archive
