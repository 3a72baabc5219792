// The unit behind a number: a currency, a measure, or the noun that is counted, with what it is a rate of.
#pragma once

#include <optional>
#include <string>

#include "extractors/quantity/tokens.h"
#include "models/document/record.h"

namespace vanthu::extractors {

struct CountedUnit {
  size_t last = 0;  // one behind its last token
  FigureKind kind = FigureKind::kOther;
  std::string unit;
  int power = 0;       // of a form that carries its scale: tr.đ
  bool clock = false;  // printed as a time of day: 7h
  enum class Source { kMeasure, kTable, kAcronym, kGuess } source = Source::kMeasure;
};

// The unit that begins at token i; `scaled` where a scale word stands before it.
std::optional<CountedUnit> CountedUnitAt(const Tokens& tokens, size_t i, bool scaled);

// The noun at token i as a unit: lower case, acronyms kept, no qualifiers.
std::optional<CountedUnit> CountedNounAt(const Tokens& tokens, size_t i);

}  // namespace vanthu::extractors
