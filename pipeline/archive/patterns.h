// What words of a query look like in the index.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/query.h"

namespace vanthu::archive {

// How strictly spelling is taken. Each level fits whatever the one before fits.
enum class Level {
  kExact,    // accents as typed; a symbol in capitals as itself
  kSymbols,  // a symbol in capitals in every spelling: HĐ for HD
  kFolded,   // every word in every spelling
};

// Index tokens that stand side by side; the last may be the beginning of one.
struct Pattern {
  std::vector<std::string> tokens;
  bool prefix = false;
  bool operator==(const Pattern&) const = default;
};

// What `words` may look like in the index: any of these.
std::vector<Pattern> PatternsOf(const Words& words, Level level);

// The same of the name of an issuer, which is kept in full: UBND tỉnh Quảng Ngãi is Ủy ban nhân dân tỉnh Quảng Ngãi.
std::vector<Pattern> IssuerPatterns(const Words& words, Level level);

// Of a partner, in each of its spellings.
std::vector<Pattern> PartnerPatterns(const Words& words, Level level);

// Of a day or month, in the ways in which letters print it: 27/2/2014, 27/02/2014, ngày 27 tháng 02 năm 2014.
std::vector<Pattern> DatePatterns(const DateRange& dates, const Words& typed, Level level);

// The same where they stand in the number or the subject.
std::vector<Pattern> InHead(std::vector<Pattern> patterns);

// A number (Words::number) as one token of the index.
Pattern WholeNumber(const Words& words, Level level);

// The tokens, a blank between them.
std::string Typed(const Words& words);

// The words of a name.
Words WordsIn(const std::string& name);

}  // namespace vanthu::archive
