#include "pipeline/archive/facets.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "models/text/fold.h"

namespace vanthu::archive {
namespace {

constexpr std::string_view kMark = "\u0298";

// More tokens than this narrow nothing.
constexpr int kMostYears = 40;
constexpr int kMostMonths = 24;

void Append(std::string& list, const std::string& token, std::string_view between) {
  if (!list.empty()) list += between;
  list += token;
}

std::optional<std::string_view> TextOf(sqlite3_value* value) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return std::string_view(bytes, static_cast<size_t>(sqlite3_value_bytes(value)));
}

void FacetsOf(sqlite3_context* out, int, sqlite3_value** values) {
  std::string facets;
  const auto add = [&facets](const std::string& token) { Append(facets, token, " "); };
  if (const auto type = TextOf(values[0])) add(TypeFacet(*type));
  if (sqlite3_value_type(values[1]) == SQLITE_NULL) {
    add(UndatedFacet());
  } else {
    const int year = sqlite3_value_int(values[1]);
    add(YearFacet(year));
    add(MonthFacet(year, sqlite3_value_int(values[2])));
  }
  const std::string_view countries = TextOf(values[3]).value_or("");
  for (size_t begin = 0; begin < countries.size();) {
    const size_t end = std::min(countries.find(' ', begin), countries.size());
    if (end > begin) add(CountryFacet(countries.substr(begin, end - begin)));
    begin = end + 1;
  }
  sqlite3_result_text(out, facets.data(), static_cast<int>(facets.size()), SQLITE_TRANSIENT);
}

}  // namespace

// The bytes as numbers: QĐ and QD are two types, and folded they would be one.
std::string TypeFacet(std::string_view code) {
  std::string token = fmt::format("{}t", kMark);
  for (const char byte : code) token += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return token;
}

std::string CountryFacet(std::string_view code) { return fmt::format("{}c{}", kMark, Lower(code)); }

std::string YearFacet(int year) { return fmt::format("{}y{}", kMark, year); }

std::string MonthFacet(int year, int month) {
  return fmt::format("{}m{}{:02}", kMark, year, month);
}

std::string UndatedFacet() { return fmt::format("{}u", kMark); }

std::string DatesFacet(const DateRange& dates) {
  const int first_year = dates.first / 10000, last_year = dates.last / 10000;
  if (last_year - first_year >= kMostYears) return "";
  std::string tokens;
  const int first_month = dates.first / 100 % 100,
            last_month = std::min(dates.last / 100 % 100, 12);
  const bool whole_years = first_month <= 0 && last_month >= 12;
  const int months = (last_year - first_year) * 12 + last_month - first_month + 1;
  if (whole_years || months > kMostMonths) {
    for (int year = first_year; year <= last_year; ++year) Append(tokens, YearFacet(year), " OR ");
    return tokens.empty() ? "" : InFacets(tokens);
  }
  for (int year = first_year; year <= last_year; ++year) {
    const int from = year == first_year ? first_month : 0;
    const int to = year == last_year ? last_month : 12;
    for (int month = from; month <= to; ++month) Append(tokens, MonthFacet(year, month), " OR ");
  }
  return tokens.empty() ? "" : InFacets(tokens);
}

std::string InFacets(std::string_view tokens) { return fmt::format("(facets : ({}))", tokens); }

Status RegisterFacets(sqlite3* db) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  if (sqlite3_create_function(db, "vanthu_facets", 4, flags, nullptr, FacetsOf, nullptr, nullptr) !=
      SQLITE_OK) {
    return Error{ErrorCode::kInternal, "the function of facets could not be registered", "", 0};
  }
  return Done{};
}

}  // namespace vanthu::archive
