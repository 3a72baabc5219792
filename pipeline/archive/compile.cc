#include "pipeline/archive/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "pipeline/archive/country_query.h"
#include "pipeline/archive/facets.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/spellings.h"
#include "pipeline/archive/tokenizer.h"
#include "pipeline/archive/word_shape.h"

namespace vanthu::archive {
namespace {

// HD, UBND, QH14 typed in capitals name a symbol; QUYET DINH are words of somebody who types so.
bool IsTypedSymbol(const TokenForms& forms) {
  return !forms.symbol.empty() && !HasWordShape(forms.folded);
}

std::string IndexToken(const TokenForms& forms, Level level) {
  if (level == Level::kExact && IsTypedSymbol(forms)) return forms.symbol;
  if (level != Level::kFolded && forms.HasMarks()) return forms.exact;
  return forms.folded;
}

// "a b c" *, quoted: tokens hold letters and digits alone.
std::string Quoted(const Pattern& pattern) {
  std::string text = "\"";
  for (const std::string& token : pattern.tokens) {
    if (text.size() > 1) text += ' ';
    text += token;
  }
  text += pattern.prefix ? "\" *" : "\"";
  return text;
}

std::string AnyOf(const std::vector<Pattern>& patterns) {
  std::string text;
  for (const Pattern& pattern : patterns) {
    if (!text.empty()) text += " OR ";
    text += Quoted(pattern);
  }
  return fmt::format("({})", text);
}

void AppendTerm(std::string& expression, std::string_view with, const std::string& term) {
  if (!expression.empty()) expression += with;
  expression += term;
}

std::string Typed(const Words& words) {
  std::string typed;
  for (const std::string& token : words.tokens) {
    if (!typed.empty()) typed += ' ';
    typed += token;
  }
  return typed;
}

Words WordsIn(const std::string& name) {
  Words words;
  for (const TokenSpan& span : Tokenize(name)) {
    words.tokens.push_back(Lower(name.substr(span.begin, span.end - span.begin)));
  }
  return words;
}

// UBND tỉnh Quảng Ngãi is kept as Ủy ban nhân dân tỉnh Quảng Ngãi: asked for by either.
std::vector<Pattern> IssuerPatterns(const Words& words, Level level) {
  std::vector<Pattern> patterns = PatternsOf(words, level);
  const std::string name = AgencyName(Upper(Typed(words)));
  Words full = WordsIn(name);
  full.prefix = words.prefix;
  if (full.tokens.empty()) return patterns;
  for (Pattern& pattern : PatternsOf(full, level)) {
    if (std::ranges::find(patterns, pattern) == patterns.end()) {
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

// Columns of letter_fts that a field looks into; partners stand in the text as well.
std::string_view ColumnsOf(Field field) {
  switch (field) {
    case Field::kNumber: return "number : ";
    case Field::kIssuer: return "issuer : ";
    case Field::kSigner: return "signer : ";
    default: return "";
  }
}

// A partner in any of its spellings.
std::vector<Pattern> PartnerPatterns(const Words& words, Level level) {
  std::vector<Pattern> patterns = PatternsOf(words, level);
  for (const std::string& name : SpellingsOf(Typed(words))) {
    for (Pattern& pattern : PatternsOf(WordsIn(name), level)) {
      if (std::ranges::find(patterns, pattern) == patterns.end()) {
        patterns.push_back(std::move(pattern));
      }
    }
  }
  return patterns;
}

Condition TypeCondition(const TypeChoice& types, Level level, const std::string& column,
                        const std::string& or_else = "") {
  Condition condition;
  const auto add = [&](const std::vector<std::string>& codes) {
    for (const std::string& code : codes) {
      condition.text += condition.values.empty() ? "?" : ",?";
      condition.values.emplace_back(code);
    }
  };
  add(types.exact);
  if (level != Level::kExact) add(types.near);
  condition.text = fmt::format("({} IN ({}){})", column, condition.text, or_else);
  return condition;
}

Condition CitesCondition(const Clause& clause, Level level) {
  Condition inner;
  if (clause.number) {
    inner = NumberCondition(*clause.number, level, "c", "c.type");
  } else {
    // Names of laws; compared without accents, which a law's name never hangs on.
    std::string name;
    for (const std::string& token : clause.words.tokens) name += fmt::format("{} ", Fold(token));
    inner = {"instr(' ' || c.title_fold || ' ', ' ' || ?) > 0", {name}};
  }
  return {fmt::format("l.id IN (SELECT c.letter_id FROM citations c WHERE {})", inner.text),
          std::move(inner.values)};
}

// Words of a dossier's code or of a tag; these are compared without accents.
Condition FiledCondition(const char* filed, const char* column, const Words& words) {
  Condition inner = HasWords(column, Typed(words));
  inner.text = fmt::format("(l.file_id, l.letter) IN (SELECT x.file_id, x.letter FROM {} WHERE {})",
                           filed, inner.text);
  return inner;
}

// The condition of a field on `letters`; empty for fields that look into the index.
Condition FieldCondition(const Clause& clause, Level level) {
  switch (clause.field) {
    case Field::kYear:
    case Field::kDate:
      return {"l.date_key BETWEEN ? AND ?",
              {int64_t{clause.dates->first}, int64_t{clause.dates->last}}};
    case Field::kType: return TypeCondition(*clause.types, level, "l.doc_type");
    case Field::kCites: return CitesCondition(clause, level);
    case Field::kDossier:
      return FiledCondition("dossier_letters x JOIN dossiers d ON d.id = x.dossier_id",
                            "d.code_fold", clause.words);
    case Field::kTag: return FiledCondition("tags x", "x.tag_fold", clause.words);
    case Field::kNumber:
      return clause.number ? NumberCondition(*clause.number, level, "l", "l.doc_type")
                           : Condition{};
    default: return {};
  }
}

// What letters that fit the field have in the index; empty where that cannot be said.
std::string FacetOf(const Clause& clause, Level level) {
  if (clause.dates) return DatesFacet(*clause.dates);
  if (clause.field != Field::kType) return "";
  std::string tokens;
  const auto add = [&tokens](const std::vector<std::string>& codes) {
    for (const std::string& code : codes) AppendTerm(tokens, " OR ", TypeFacet(code));
  };
  add(clause.types->exact);
  if (level != Level::kExact) add(clause.types->near);
  return InFacets(tokens);
}

// The clauses that letters of this kind must fit.
std::vector<const Clause*> ClausesFor(const Alternative& alternative, Level level, HitKind kind) {
  std::vector<const Clause*> clauses;
  const auto add = [&clauses](const std::vector<Clause>& more) {
    for (const Clause& clause : more) clauses.push_back(&clause);
  };
  add(alternative.clauses);
  if (kind == HitKind::kWords) add(alternative.number_words);
  if (kind != HitKind::kNumber) return clauses;
  if (level == Level::kExact) {
    add(alternative.of_document);
  } else if (alternative.certain) {
    // The document is known by its number; words that it does not hold were remembered wrongly.
    std::erase_if(clauses, [](const Clause* clause) {
      return clause->field == Field::kText && !clause->negated;
    });
  }
  return clauses;
}

// The ways in which letters print a date: 27/2/2014, 27/02/2014, ngày 27 tháng 02 năm 2014.
std::vector<Pattern> DatePatterns(const DateRange& dates, const Words& typed, Level level) {
  const int year = dates.last / 10000, month = dates.last / 100 % 100, day = dates.last % 100;
  const std::vector<std::string> months = {std::to_string(month), fmt::format("{:02}", month)};
  std::vector<std::string> days = {""};
  if (day < 99) days = {std::to_string(day), fmt::format("{:02}", day)};
  std::vector<Pattern> patterns = PatternsOf(typed, level);
  for (const std::string& d : days) {
    for (const std::string& m : months) {
      for (const bool words : {false, true}) {
        const std::string text = words ? fmt::format("{} tháng {} năm {}", d, m, year)
                                       : fmt::format("{} {} {}", d, m, year);
        for (Pattern& pattern : PatternsOf(WordsIn(text), level)) {
          if (std::ranges::find(patterns, pattern) == patterns.end()) {
            patterns.push_back(std::move(pattern));
          }
        }
      }
    }
  }
  return patterns;
}

// NEAR("hợp tác" "lào", 10) of every way in which the words may stand.
std::string Near(const Clause& clause, const std::vector<Pattern>& patterns, Level level) {
  std::vector<std::string> lists;
  for (const Pattern& pattern : patterns) lists.push_back(Quoted(pattern));
  for (const Words& beside : clause.beside) {
    std::vector<std::string> longer;
    for (const Pattern& pattern : PatternsOf(beside, level)) {
      for (const std::string& list : lists)
        longer.push_back(fmt::format("{} {}", list, Quoted(pattern)));
    }
    lists = std::move(longer);
  }
  std::string text;
  for (const std::string& list : lists) {
    AppendTerm(text, " OR ", fmt::format("NEAR({}, {})", list, clause.near_words));
  }
  return fmt::format("({})", text);
}

// Letters that name a place or a body of the country. Its name alone tells as well, but for names that are
// words of the language: Úc may be a person, Đức a virtue.
std::string CountryTerm(const std::string& code) {
  const std::string facet = InFacets(CountryFacet(code));
  const Words name = WordsIn(CountryName(code));
  if (name.tokens.size() == 1 && HasWordShape(Fold(name.tokens[0]))) return facet;
  return fmt::format("({} OR {})", facet, AnyOf(PatternsOf(name, Level::kExact)));
}

Condition InIndex(std::string expression) {
  return {"l.id IN (SELECT rowid FROM letter_fts WHERE letter_fts MATCH ?)",
          {std::move(expression)}};
}

std::string Compact(const NumberQuery& number) {
  std::string text = std::to_string(*number.serial);
  for (const std::string& part : number.symbol) text += Fold(part);
  return text;
}

std::string SymbolText(const NumberQuery& number) {
  std::string text;
  for (const std::string& part : number.symbol) text.append("-").append(part);
  return text;
}

// Begins with `key`, at the edge of a part; written so that an index of the column narrows it. `.` is what
// comes after `-`.
Condition KeyBegins(const std::string& column, const std::string& key) {
  return {fmt::format("({0} >= ? AND {0} < ? AND ({0} = ? OR {0} >= ?))", column),
          {key, fmt::format("{}.", key), key, fmt::format("{}-", key)}};
}

}  // namespace

void Condition::And(Condition other) {
  if (other.empty()) return;
  text = text.empty() ? std::move(other.text) : fmt::format("{} AND {}", text, other.text);
  std::ranges::move(other.values, std::back_inserter(values));
}

void BindAll(Statement& statement, const std::vector<Value>& values) {
  int index = 0;
  for (const Value& value : values) {
    std::visit([&](const auto& v) { statement.Bind(index++, v); }, value);
  }
}

std::vector<Pattern> PatternsOf(const Words& words, Level level) {
  Pattern pattern{{}, words.prefix};
  for (const std::string& token : words.tokens) {
    pattern.tokens.push_back(IndexToken(FormsOf(token), level));
  }
  if (!words.prefix) return {pattern};
  // The beginning of a word is not yet a syllable: hoà* is hòa as well as hoàn; capitals are no
  // symbol.
  const std::string& typed = words.tokens.back();
  const TokenForms forms = FormsOf(typed);
  const bool folded = level == Level::kFolded || !forms.HasMarks();
  pattern.tokens.back() = folded ? forms.folded : forms.exact;
  if (folded || Lower(typed) == forms.exact) return {pattern};
  Pattern as_typed = pattern;
  as_typed.tokens.back() = Lower(typed);
  return {pattern, as_typed};
}

Compiled Compile(const Alternative& alternative, Level level, HitKind kind) {
  Compiled compiled;
  std::string negative;
  std::vector<Pattern> field_patterns;
  for (const Clause* asked : ClausesFor(alternative, level, kind)) {
    const Clause& clause = *asked;
    // What must not be there is meant as it is typed.
    const Level own = clause.negated ? Level::kExact : level;
    Condition condition = FieldCondition(clause, own);
    if (!condition.empty()) {
      if (const std::string facet = FacetOf(clause, own); !clause.negated && !facet.empty()) {
        AppendTerm(compiled.facets, " AND ", facet);
      }
      if (clause.negated) condition.text = fmt::format("NOT coalesce({}, 0)", condition.text);
      compiled.filter.And(std::move(condition));
      continue;
    }
    const std::vector<Pattern> patterns =
        clause.field == Field::kIssuer    ? IssuerPatterns(clause.words, own)
        : clause.field == Field::kPartner ? PartnerPatterns(clause.words, own)
        : clause.dates                    ? DatePatterns(*clause.dates, clause.words, own)
                                          : PatternsOf(clause.words, own);
    std::string term(ColumnsOf(clause.field));
    term += clause.beside.empty() ? AnyOf(patterns) : Near(clause, patterns, own);
    if (clause.field == Field::kCountry) {
      // A country by its name or code is every letter that names a place or a body of it.
      const Result<std::string> code = CountryCode(Typed(clause.words));
      if (code.ok()) term = CountryTerm(*code);
    }
    if (clause.negated) {
      AppendTerm(negative, " OR ", fmt::format("({})", term));
    } else if (clause.field == Field::kText) {
      AppendTerm(compiled.match, " AND ", term);
      std::ranges::copy(patterns, std::back_inserter(compiled.patterns));
      for (const Words& beside : clause.beside) {
        std::ranges::move(PatternsOf(beside, own), std::back_inserter(compiled.patterns));
      }
    } else {
      AppendTerm(compiled.field_match, " AND ", fmt::format("({})", term));
      std::ranges::copy(patterns, std::back_inserter(field_patterns));
    }
  }
  if (!negative.empty()) {
    Condition absent = InIndex(std::move(negative));
    absent.text.insert(0, "NOT ");
    compiled.filter.And(std::move(absent));
  }
  if (compiled.patterns.empty()) compiled.patterns = std::move(field_patterns);
  return compiled;
}

Condition NumberCondition(const NumberQuery& number, Level level, const std::string& alias,
                          const std::string& type) {
  const std::string key = alias + ".number_key";
  const std::string fold = alias + ".number_fold";
  const std::string serial = number.serial ? std::to_string(*number.serial) : "";
  const std::string symbol = SymbolText(number);
  const bool by_key = number.exact && !symbol.empty() && level == Level::kExact;
  Condition condition;
  if (number.serial) {
    // A key begins with its serial: hundreds of letters share a serial and few a key, so that the index of
    // serials is kept out of it.
    condition = {fmt::format("{}{}.serial = ?", by_key ? "+" : "", alias), {*number.serial}};
  } else {
    condition = {fmt::format("{}.serial IS NULL AND {} IS NOT NULL", alias, key), {}};
  }
  const std::string inside = fmt::format("{}-", Fold(symbol));
  if (!symbol.empty() && level == Level::kExact) {
    condition.And(by_key ? KeyBegins(key, serial + symbol)
                         : KeyBegins(fold, Fold(serial + symbol)));
  } else if (!symbol.empty() && number.serial) {
    const std::string compact = Compact(number);
    condition.And({fmt::format("(substr(replace({0}, '-', ''), 1, length(?)) = ? OR "
                               "instr('-' || {0} || '-', ?) > 0)",
                               fold),
                   {compact, compact, inside}});
  } else if (!symbol.empty()) {
    condition.And({fmt::format("instr('-' || {} || '-', ?) > 0", fold), {inside}});
  }
  // What is not known of a letter, its year or its type, does not fit but comes near.
  const auto or_unknown = [&](const std::string& column) {
    return level == Level::kExact ? "" : fmt::format(" OR {} IS NULL", column);
  };
  if (number.year) {
    const std::string year = alias + ".year";
    Condition fits = {fmt::format("({} = ?", year), {int64_t{*number.year}}};
    if (number.year_in_number) {
      const std::string begin = fmt::format("{}-{}-", serial, *number.year);
      fits.text += fmt::format(" OR substr({}, 1, length(?)) = ?", key);
      fits.values.insert(fits.values.end(), {begin, begin});
    }
    fits.text += or_unknown(year) + ")";
    condition.And(std::move(fits));
  }
  if (number.types) {
    condition.And(TypeCondition(*number.types, level, type, or_unknown(type)));
  }
  return condition;
}

}  // namespace vanthu::archive
