// The tables of models/data that figures are read with: units.tsv, counted_nouns.tsv, figure_words.tsv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extractors/quantity/tokens.h"
#include "models/document/record.h"

namespace vanthu::extractors {

enum class UnitKind {
  kScale,  // triệu, nghìn
  kMoney,
  kMisspelt,  // a currency only behind a scale word: "7.269,10 triệu đông"
  kPercent,
  kArea,
  kMass,
  kDuration,
  kClock,  // 7h
  kOther   // lengths, volumes, powers
};

struct UnitEntry {
  std::string unit;
  UnitKind kind = UnitKind::kOther;
  int power = 0;  // of ten
};

struct NounEntry {
  std::string noun, group;
};

// An entry and how many tokens it is; no entry, 0 tokens.
template <typename Entry>
struct Found {
  const Entry* entry = nullptr;
  size_t tokens = 0;
};

// The longest entry that begins at token i.
Found<UnitEntry> UnitAt(const Tokens& tokens, size_t i);
Found<NounEntry> NounAt(const Tokens& tokens, size_t i);

struct HedgeEntry {
  Approximation approx = Approximation::kExact;
};
// The longest hedge that ends before token i.
Found<HedgeEntry> HedgeBefore(const Tokens& tokens, size_t i);

bool IsStop(const std::string& form);
// Whether the words that end before token i make a number a name: tầng 5; Nghị quyết 22 (capitals tell it
// from "cấp mới dự án").
bool NamesBefore(const Tokens& tokens, size_t i);
bool ActBefore(const Tokens& tokens, size_t i);

}  // namespace vanthu::extractors
