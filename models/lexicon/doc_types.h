// Types of official letters (Decree 30/2020/ND-CP, article 7 and Annex III): models/data/doc_types.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

struct DocTypeEntry {
  std::string code;                 // QĐ
  std::string name;                 // Quyết định
  std::vector<std::string> folded;  // folded spellings of the name, the longest first
};

const std::vector<DocTypeEntry>& DocTypes();

// By abbreviation as a symbol prints it; the case of letters counts, but for one that is met in
// capitals alone (CTR, TTR). nullptr where there is none. Valid for the program's life.
const DocTypeEntry* DocTypeByCode(std::string_view code);

// The type whose name `folded_text` begins with, at a word edge; the longest wins. nullptr: none.
struct DocTypeMatch {
  const DocTypeEntry* type = nullptr;
  size_t length = 0;  // bytes of folded_text that the name takes
};
DocTypeMatch DocTypeAtStart(std::string_view folded_text);

// The type whose whole name `folded_text` is but for one misread letter ("duyet dinh"); blanks and marks
// do not count. Only names of seven letters and more. nullptr: none.
const DocTypeEntry* DocTypeNear(std::string_view folded_text);

}  // namespace vanthu
