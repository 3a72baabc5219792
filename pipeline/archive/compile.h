// From a parsed query to what SQLite is asked: FTS5 expressions and SQL conditions with bound
// values. No text of a query ever becomes SQL; what reaches FTS5 are tokens of letters and digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pipeline/archive/query.h"
#include "pipeline/archive/sqlite.h"

namespace vanthu::archive {

// How strictly spelling is taken. Each level fits whatever the one before fits.
enum class Level {
  kExact,    // accents as typed; a symbol in capitals as itself
  kSymbols,  // a symbol in capitals in every spelling: HĐ for HD
  kFolded,   // every word in every spelling
};

// As what a letter may answer a query.
enum class HitKind {
  kNumber,    // it bears the number that the query names
  kCitation,  // it cites the document of that number
  kWords,     // it holds the words
};

// Index tokens that stand side by side; the last may be the beginning of one.
struct Pattern {
  std::vector<std::string> tokens;
  bool prefix = false;
  bool operator==(const Pattern&) const = default;
};

// What `words` may look like in the index: any of these.
std::vector<Pattern> PatternsOf(const Words& words, Level level);

using Value = std::variant<int64_t, std::string>;

// A condition and the values of its `?`, in order. Empty text: nothing is asked.
struct Condition {
  std::string text;
  std::vector<Value> values;

  bool empty() const { return text.empty(); }
  // Both must hold.
  void And(Condition other);
};

void BindAll(Statement& statement, const std::vector<Value>& values);

// One alternative of a query, ready to be asked; for a number, without the number itself.
struct Compiled {
  // FTS5 expression of the words that must be there; empty: none.
  std::string match;
  // On `letters l`: all fields and negated words.
  Condition filter;
  // The fields that look into the index (issuer, signer, partner, country).
  std::string field_match;
  // What every letter that fits `filter` has in the index, perhaps others as well: it narrows a match.
  std::string facets;
  // What is highlighted: the words, else the fields' words.
  std::vector<Pattern> patterns;

  bool operator==(const Compiled& other) const {
    return match == other.match && field_match == other.field_match &&
           filter.text == other.filter.text && filter.values == other.filter.values;
  }
};
Compiled Compile(const Alternative& alternative, Level level, HitKind kind);

// `alias` is a table with serial, number_key, number_fold and year; `type` its column with the
// type. At kExact the number as typed or longer (650/UBND for 650/UBND-ĐNMN); at the other levels
// what is like it without accents and separators, or holds the symbol somewhere.
Condition NumberCondition(const NumberQuery& number, Level level, const std::string& alias,
                          const std::string& type);

}  // namespace vanthu::archive
