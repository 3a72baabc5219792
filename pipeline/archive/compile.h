// From a parsed query to what SQLite is asked: FTS5 expressions and SQL conditions with bound
// values. No text of a query ever becomes SQL; what reaches FTS5 are tokens of letters and digits.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/condition.h"
#include "pipeline/archive/patterns.h"
#include "pipeline/archive/query.h"

namespace vanthu::archive {

// As what a letter may answer a query.
enum class HitKind {
  kNumber,    // it bears the number that the query names
  kCitation,  // it cites the document of that number
  kWords,     // it holds the words
};

// FTS5 expression of the names of issuers that are meant by `words`, in an index of names.
std::string IssuerMatch(const Words& words, Level level);

// One alternative of a query, ready to be asked; for a number, without the number itself.
struct Compiled {
  // FTS5 expressions. Of the words that must be there, and of the same in the number or the subject; empty: none.
  std::string match, head_match;
  // Of the fields that look into the index, those that look into a column (number, issuer, signer) alone as well.
  std::string field_match, column_match;
  // Of the fields that `filter` asks for and the index knows as well (type).
  std::string facets;
  // Of what must not be there.
  std::string absent;

  // On `letters l`: all fields that do not look into the index.
  Condition filter;
  // Of `filter`, what neither `facets` nor `dates` say.
  Condition beyond;
  DateRange dates;

  // What is highlighted: the words, else the fields' words.
  std::vector<Pattern> patterns;

  bool operator==(const Compiled& other) const {
    return match == other.match && field_match == other.field_match && absent == other.absent &&
           filter.text == other.filter.text && filter.values == other.filter.values;
  }
};
Compiled Compile(const Alternative& alternative, Level level, HitKind kind);

}  // namespace vanthu::archive
