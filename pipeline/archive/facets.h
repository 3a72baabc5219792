// Tokens of the index that stand for what filters ask: a letter's type, its issuer, the countries that it names, the words
// of its number and subject. A filter by them narrows the match itself, so that a rare word among letters of a
// common type is found without looking at each of them; that a word stands in a subject is known without the
// list of all letters that hold it anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/core/result.h"

struct sqlite3;

namespace vanthu::archive {

// Each token begins with a letter that no Vietnamese or English word holds.
std::string TypeFacet(std::string_view code);     // QĐ
std::string CountryFacet(std::string_view code);  // ISO 3166-1 alpha-2: LA
std::string IssuerFacet(int64_t id);              // of `issuers`, from 1

// A word of a letter's number or subject: a token of the index, marked.
std::string HeadToken(std::string_view token);
// The word of a marked one, as printed or as a token; none where it bears no mark.
std::optional<std::string_view> UnmarkedWord(std::string_view word);

// What every letter has.
std::string EveryLetterFacet();

// "facets : (…)" of tokens, any of which fits.
std::string InFacets(std::string_view tokens);

// SQL: vanthu_facets(type, issuer's id, countries parted by blanks) and vanthu_head_words(text), the text with its words marked;
// all may be null. Migrations before the tenth name vanthu_facets(type, year, month, countries).
Status RegisterFacets(sqlite3* db);

}  // namespace vanthu::archive
