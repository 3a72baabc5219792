// How many letters of a match are of each year, type and issuer, and name each partner and country.
// Over the whole match, however many letters a search would list. Reads the archive, changes nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

enum class Facet { kYear, kType, kIssuer, kPartner, kCountry };
std::string_view FacetName(Facet facet);  // year, type, issuer, partner, country

struct FacetCount {
  Facet facet = Facet::kYear;
  std::optional<std::string> value;  // none: letters of which it is not known
  int64_t count = 0;                 // letters
};

struct CountOptions {
  int most = 20;  // values of a facet; the rest are left out
  // For speed alone: up to this share of all letters is looked up one by one; of more the indexes of all
  // letters are read from end to end. To look one up costs some eight times as much as to read past it
  // (measured with 5,000 and 100,000 letters); a million take a second or two either way.
  double looked_up = 0.125;
  std::chrono::milliseconds time_limit{10'000};
};

struct Counts {
  int64_t letters = 0;
  // Facet by facet; years the newest first, all else what most letters have first.
  std::vector<FacetCount> rows;
  bool near = false;  // nothing fits exactly: letters that fit nearly were counted
};

// Letters that fit exactly, else those that fit nearly as search.h has it; a blank query is the whole
// archive. Partners are those that are no countries. Errors: kUsage, kTimeout, those of the database.
Result<Counts> CountLetters(Archive& archive, std::string_view query,
                            const CountOptions& options = {});

// facet, value, count.
nlohmann::ordered_json ToJson(const FacetCount& row);

}  // namespace vanthu::archive
