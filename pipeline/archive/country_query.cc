#include "pipeline/archive/country_query.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

std::vector<std::string_view> Split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(mark, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::map<std::string, std::string> MakeNames() {
  std::map<std::string, std::string> names;
  for (const std::vector<std::string>& row : ReadTable("countries.tsv", 3)) {
    names.emplace(SqueezedWords(row[1]), row[0]);
    for (const std::string_view other : Split(row[2], '|')) {
      // The marks before a name (= ! ~) are for running text.
      names.emplace(SqueezedWords(other), row[0]);
    }
  }
  for (const char* language : {"vi", "en"}) {
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale(language), name);
      std::string text;
      name.toUTF8String(text);
      names.emplace(SqueezedWords(text), *code);
    }
  }
  names.erase("");
  return names;
}

bool IsCode(std::string_view code) {
  for (const char* const* known = icu::Locale::getISOCountries(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Result<std::string> CountryCode(std::string_view typed) {
  const std::string text = Normalize(typed).text;
  // Two letters without marks are a code: my is Malaysia, Mỹ the United States.
  if (text.size() == 2 && std::ranges::all_of(text, IsAsciiLetter)) {
    const std::string code = Upper(text);
    if (IsCode(code)) return code;
  }
  static const std::map<std::string, std::string> names = MakeNames();
  const auto found = names.find(SqueezedWords(text));
  if (found != names.end()) return found->second;
  return Error{ErrorCode::kUsage,
               fmt::format("there is no country \"{}\": give its ISO 3166 code or its name", typed),
               "", 0};
}

std::string CountryName(std::string_view code) {
  for (const std::vector<std::string>& row : ReadTable("countries.tsv", 3)) {
    if (row[0] == code) return row[1];
  }
  icu::UnicodeString name;
  icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale("vi"), name);
  std::string text;
  name.toUTF8String(text);
  return text;
}

bool IsCurrencyCode(std::string_view text) {
  if (text.size() != 3 || !std::ranges::all_of(text, IsAsciiLetter)) return false;
  const icu::UnicodeString code = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return ucurr_getNumericCode(icu::UnicodeString(code).getTerminatedBuffer()) != 0;
}

}  // namespace vanthu::archive
