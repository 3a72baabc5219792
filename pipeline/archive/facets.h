// Tokens of the index that stand for what filters ask: a letter's type, year, month, the countries that it
// names. A filter by them narrows the match itself, so that a rare word in a common year is found without
// looking at every letter of the year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"
#include "pipeline/archive/query.h"

struct sqlite3;

namespace vanthu::archive {

// Each token begins with a letter that no Vietnamese or English word holds.
std::string TypeFacet(std::string_view code);     // QĐ
std::string CountryFacet(std::string_view code);  // ISO 3166-1 alpha-2: LA
std::string YearFacet(int year);
// `month` 0: the year is known alone.
std::string MonthFacet(int year, int month);
// Of letters without a year.
std::string UndatedFacet();

// FTS5 expression that every letter of the range fits, perhaps others as well; empty where the range is too
// wide to narrow anything.
std::string DatesFacet(const DateRange& dates);

// "facets : (…)" of tokens, any of which fits.
std::string InFacets(std::string_view tokens);

// SQL: vanthu_facets(type, year, month, countries parted by blanks), each may be null.
Status RegisterFacets(sqlite3* db);

}  // namespace vanthu::archive
