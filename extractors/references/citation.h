// Cited documents in one passage of running text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::extractors {

struct CitedDate {
  std::optional<int> year, month, day;
  size_t begin = 0, end = 0;  // bytes of the passage
};

struct Citation {
  size_t begin = 0, end = 0;          // bytes of the passage, from the type to the issuer
  std::optional<std::string> type;    // code
  std::optional<std::string> number;  // normalised
  std::optional<std::string> title;   // of a law or convention
  std::optional<CitedDate> date;
  std::optional<std::string> issuer;
  bool issuer_before = false;  // the issuer is named before the document and shared by its list
  bool listed = false;  // it follows another document of the same list; the type is printed once
  bool type_printed =
      false;  // the type is printed or shared by a list, not guessed from the symbol
};

// In reading order, numbered documents and named laws.
std::vector<Citation> FindCitations(std::string_view text);

// A calendar date at `at` (perhaps after blanks): 20/12/2013, 20 tháng 12 năm 2013, tháng 12 năm 2013.
std::optional<CitedDate> DateAt(std::string_view text, size_t at);

}  // namespace vanthu::extractors
