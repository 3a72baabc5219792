#include "pipeline/archive/facets.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "models/text/fold.h"
#include "pipeline/archive/tokenizer.h"

namespace vanthu::archive {
namespace {

// Letters of African languages: words of no letter hold them.
constexpr std::string_view kMark = "\u0298";
constexpr std::string_view kHeadMark = "\u01c1";

void Append(std::string& list, const std::string& token, std::string_view between) {
  if (!list.empty()) list += between;
  list += token;
}

std::optional<std::string_view> TextOf(sqlite3_value* value) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return std::string_view(bytes, static_cast<size_t>(sqlite3_value_bytes(value)));
}

void FacetsOf(sqlite3_context* out, int count, sqlite3_value** values) {
  std::string facets = EveryLetterFacet();
  if (const auto type = TextOf(values[0])) Append(facets, TypeFacet(*type), " ");
  if (count == 3 && sqlite3_value_type(values[1]) != SQLITE_NULL) {
    Append(facets, IssuerFacet(sqlite3_value_int64(values[1])), " ");
  }
  const std::string_view countries = TextOf(values[count - 1]).value_or("");
  for (size_t begin = 0; begin < countries.size();) {
    const size_t end = std::min(countries.find(' ', begin), countries.size());
    if (end > begin) Append(facets, CountryFacet(countries.substr(begin, end - begin)), " ");
    begin = end + 1;
  }
  sqlite3_result_text(out, facets.data(), static_cast<int>(facets.size()), SQLITE_TRANSIENT);
}

void HeadWordsOf(sqlite3_context* out, int, sqlite3_value** values) {
  const std::string_view text = TextOf(values[0]).value_or("");
  std::string words;
  for (const TokenSpan& span : Tokenize(text)) {
    Append(words, HeadToken(text.substr(span.begin, span.end - span.begin)), " ");
  }
  sqlite3_result_text(out, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
}

}  // namespace

// The bytes as numbers: QĐ and QD are two types, and folded they would be one.
std::string TypeFacet(std::string_view code) {
  std::string token = fmt::format("{}t", kMark);
  for (const char byte : code) token += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return token;
}

std::string CountryFacet(std::string_view code) { return fmt::format("{}c{}", kMark, Lower(code)); }

std::string EveryLetterFacet() { return std::string(kMark); }

std::string IssuerFacet(int64_t id) { return fmt::format("{}i{}", kMark, id); }

std::string HeadToken(std::string_view token) { return fmt::format("{}{}", kHeadMark, token); }

std::optional<std::string_view> UnmarkedWord(std::string_view word) {
  if (!word.starts_with(kHeadMark)) return std::nullopt;
  return word.substr(kHeadMark.size());
}

std::string InFacets(std::string_view tokens) { return fmt::format("(facets : ({}))", tokens); }

Status RegisterFacets(sqlite3* db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const auto add = [db](const char* name, int count, auto function) {
    return sqlite3_create_function(db, name, count, kFlags, nullptr, function, nullptr, nullptr) ==
           SQLITE_OK;
  };
  if (!add("vanthu_facets", 3, FacetsOf) || !add("vanthu_facets", 4, FacetsOf) ||
      !add("vanthu_head_words", 1, HeadWordsOf)) {
    return Error{ErrorCode::kInternal, "the functions of facets could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
