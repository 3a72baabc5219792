// How text is cut into the tokens of the full-text index, for the index, for queries and for
// highlighting alike. The FTS5 tokenizer `vanthu` is registered on every connection.
//
// A word is a run of letters and digits. The index holds, at one position,
//   its exact form  (MatchForm: lower case, marks, one tone placement)   hòa
//   its folded form (Fold: no marks, đ as d), where that is another      hoa
//   itself, where it is printed in ASCII capitals alone                  HD
// and where a document number may end, the number up to there (number_chain.h).
// The three never coincide: exact forms that stand beside a folded one hold marks, folded ones are
// lower case. So a query asks for hòa alone, for hoa in every spelling, or for HD that is not HĐ.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"

struct sqlite3;

namespace vanthu::archive {

// The bytes [begin, end) of a text.
struct TokenSpan {
  size_t begin = 0, end = 0;
  bool operator==(const TokenSpan&) const = default;
};

std::vector<TokenSpan> Tokenize(std::string_view text);

struct TokenForms {
  std::string exact;   // MatchForm
  std::string folded;  // Fold; equal to `exact` for a word without marks
  std::string symbol;  // the word in capitals; empty unless it is printed so

  bool HasMarks() const { return exact != folded; }
};

// Of one word. Forms are cut at kMaxTokenBytes: what is longer is no word.
inline constexpr size_t kMaxTokenBytes = 128;
TokenForms FormsOf(std::string_view word);

Status RegisterTokenizer(sqlite3* db);

}  // namespace vanthu::archive
