#include "extractors/quantity/counted_unit.h"

#include <array>

#include "extractors/quantity/lexicon.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"

namespace vanthu::extractors {
namespace {

// Printed tokens in lower case; acronyms stay (TTHC).
std::string UnitText(const Tokens& tokens, size_t first, size_t last) {
  std::string unit;
  for (size_t i = first; i < last; ++i) {
    if (i > first && tokens[i].spaced) unit += ' ';
    unit += tokens.IsAcronym(i) ? std::string(tokens.Text(i)) : Lower(tokens.Text(i));
  }
  return unit;
}

// Groups whose nouns make one unit when they follow each other: "hội nghị, hội thảo".
bool Joins(const std::string& group, const std::string& noun) {
  if (noun == "người" || noun == "khách" || noun == "em" || noun == "đồng chí") return false;
  constexpr std::array<std::string_view, 5> kJoining = {"person", "program", "event", "media",
                                                        "document"};
  for (const std::string_view joining : kJoining) {
    if (group == joining) return true;
  }
  return false;
}

struct Noun {
  size_t last = 0;
  CountedUnit::Source source = CountedUnit::Source::kTable;
};

std::optional<Noun> TableNounAt(const Tokens& tokens, size_t i) {
  const auto found = NounAt(tokens, i);
  if (found.entry == nullptr) return std::nullopt;
  size_t last = i + found.tokens;
  while (Joins(found.entry->group, found.entry->noun) && tokens.Is(last, ",")) {
    const auto next = NounAt(tokens, last + 1);
    if (next.entry == nullptr || next.entry->group != found.entry->group ||
        !Joins(next.entry->group, next.entry->noun)) {
      break;
    }
    last += 1 + next.tokens;
  }
  return Noun{last, CountedUnit::Source::kTable};
}

// A noun that no table knows: two syllables at most, up to a word that begins something else.
std::optional<Noun> UnknownNounAt(const Tokens& tokens, size_t i) {
  if (tokens.IsAcronym(i)) return Noun{i + 1, CountedUnit::Source::kAcronym};
  size_t last = i;
  while (last < i + 2 && tokens.IsWord(last) && !tokens.IsCapital(last) &&
         !IsStop(tokens.Form(last)) && (last == i || tokens[last].spaced) &&
         IsSyllable(tokens.Text(last))) {
    ++last;
  }
  if (last == i) return std::nullopt;
  return Noun{last, CountedUnit::Source::kGuess};
}

// What a rate is per, behind its slash: người, năm, điểm du lịch, 100.000 dân.
struct Per {
  size_t last = 0;
  std::string unit;
};

std::optional<Per> PerAt(const Tokens& tokens, size_t i, bool of_count) {
  if (tokens.IsNumber(i)) {
    const std::string_view number = tokens.Text(i);
    const bool one = number == "1" || number == "01";
    const bool people = (number == "1.000" || number == "10.000" || number == "100.000" ||
                         number == "1000" || number == "10000" || number == "100000") &&
                        tokens.Is(i + 1, "dân");
    if (people) return Per{i + 2, UnitText(tokens, i, i + 2)};
    if (!one) return std::nullopt;
    ++i;
  }
  // "giường bệnh/vạn dân"
  if ((tokens.Is(i, "vạn") || tokens.Is(i, "nghìn")) && tokens.Is(i + 1, "dân"))
    return Per{i + 2, UnitText(tokens, i, i + 2)};
  if (tokens.Is(i, "s")) return Per{i + 1, "s"};
  const auto unit = UnitAt(tokens, i);
  const auto noun = NounAt(tokens, i);
  if (unit.entry != nullptr && unit.entry->kind != UnitKind::kScale &&
      unit.entry->kind != UnitKind::kMisspelt && unit.tokens >= noun.tokens) {
    const bool clock = unit.entry->kind == UnitKind::kClock;
    return Per{i + unit.tokens, clock ? std::string("h") : unit.entry->unit};
  }
  if (noun.entry == nullptr || tokens.IsCapital(i)) return std::nullopt;
  // "50 doanh nghiệp/nhà đầu tư" names two kinds; people, groups and places are what one counts per.
  if (of_count && noun.entry->group == "document") return std::nullopt;
  return Per{i + noun.tokens, UnitText(tokens, i, i + noun.tokens)};
}

// Turns a unit into a rate where slashes follow: VND/người/tháng, kg/khẩu of "kg gạo/khẩu".
void ReadRate(const Tokens& tokens, bool of_count, CountedUnit& unit) {
  size_t slash = unit.last;
  if (!of_count) {
    // "12 kg gạo/khẩu": what is weighed stands between.
    while (slash < unit.last + 3 && tokens.IsWord(slash) && !tokens.IsCapital(slash) &&
           !IsStop(tokens.Form(slash))) {
      ++slash;
    }
    if (!tokens.Is(slash, "/")) slash = unit.last;
  }
  while (tokens.Is(slash, "/")) {
    const auto per = PerAt(tokens, slash + 1, of_count);
    if (!per) return;
    if (of_count && per->unit == unit.unit) return;
    unit.unit += '/';
    unit.unit += per->unit;
    unit.kind = FigureKind::kRate;
    unit.last = slash = per->last;
  }
}

FigureKind KindOf(UnitKind kind) {
  switch (kind) {
    case UnitKind::kMoney:
    case UnitKind::kMisspelt: return FigureKind::kMoney;
    case UnitKind::kPercent: return FigureKind::kPercent;
    case UnitKind::kArea: return FigureKind::kArea;
    case UnitKind::kMass: return FigureKind::kMass;
    case UnitKind::kDuration:
    case UnitKind::kClock: return FigureKind::kDuration;
    default: return FigureKind::kOther;
  }
}

// Two kinds of the same thing: "50 doanh nghiệp/nhà đầu tư", "05 huyện/thị xã".
bool Alternatives(const Tokens& tokens, size_t noun, size_t after) {
  if (!tokens.Is(after, "/")) return false;
  const auto first = NounAt(tokens, noun);
  const auto second = NounAt(tokens, after + 1);
  return first.entry != nullptr && second.entry != nullptr &&
         first.entry->group == second.entry->group && first.entry->group != "person";
}

}  // namespace

std::optional<CountedUnit> CountedNounAt(const Tokens& tokens, size_t i) {
  // "15/20 số xã" counts xã, "04 số Đặc san" numbers of a paper.
  if (tokens.Is(i, "số")) {
    const auto next = NounAt(tokens, i + 1);
    if (next.entry != nullptr && next.entry->group != "media") return CountedNounAt(tokens, i + 1);
  }
  std::optional<Noun> noun;
  if (tokens.Is(i, "lượt") || tokens.Is(i, "lượng")) {
    noun = tokens.Is(i, "lượt") ? TableNounAt(tokens, i + 1) : std::nullopt;
    if (!noun && tokens.IsAcronym(i + 1)) noun = Noun{i + 2, CountedUnit::Source::kTable};
    if (!noun) noun = TableNounAt(tokens, i);
  } else {
    noun = TableNounAt(tokens, i);
  }
  if (!noun) noun = UnknownNounAt(tokens, i);
  if (!noun) return std::nullopt;
  CountedUnit unit;
  unit.kind = FigureKind::kCount;
  unit.source = noun->source;
  unit.last = noun->last;
  unit.unit = UnitText(tokens, i, noun->last);
  // Staff told by an abbreviation are people: 09 lượt CBCC.
  if (tokens.Is(i, "lượt") && tokens.IsAcronym(i + 1) && noun->last == i + 2 &&
      (tokens.Text(i + 1).starts_with("CB") || tokens.Text(i + 1).starts_with("CC") ||
       tokens.Text(i + 1).starts_with("NLĐ"))) {
    unit.unit = "lượt người";
  }
  if (!Alternatives(tokens, i, noun->last)) ReadRate(tokens, true, unit);
  return unit;
}

std::optional<CountedUnit> CountedUnitAt(const Tokens& tokens, size_t i, bool scaled) {
  const auto found = UnitAt(tokens, i);
  const auto noun = NounAt(tokens, i);
  if (found.entry == nullptr || found.entry->kind == UnitKind::kScale ||
      (found.entry->kind == UnitKind::kMisspelt && !scaled) || noun.tokens > found.tokens) {
    return CountedNounAt(tokens, i);
  }
  CountedUnit unit;
  unit.kind = KindOf(found.entry->kind);
  unit.clock = found.entry->kind == UnitKind::kClock;
  unit.unit = found.entry->unit;
  unit.power = found.entry->power;
  unit.last = i + found.tokens;
  ReadRate(tokens, false, unit);
  return unit;
}

}  // namespace vanthu::extractors
