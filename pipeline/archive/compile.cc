#include "pipeline/archive/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/archive/country_query.h"
#include "pipeline/archive/facets.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/word_shape.h"

namespace vanthu::archive {
namespace {

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

// Columns of letter_fts that a field looks into; partners stand in the text as well.
std::string_view ColumnsOf(Field field) {
  switch (field) {
    case Field::kNumber: return "number : ";
    case Field::kIssuer: return "issuer : ";
    case Field::kSigner: return "signer : ";
    default: return "";
  }
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

// What letters of these types, and no others, have in the index.
std::string TypesFacet(const TypeChoice& types, Level level) {
  std::string tokens;
  const auto add = [&tokens](const std::vector<std::string>& codes) {
    for (const std::string& code : codes) AppendTerm(tokens, " OR ", TypeFacet(code));
  };
  add(types.exact);
  if (level != Level::kExact) add(types.near);
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

// Letters of any of these issuers; of none, no letter.
std::string IssuersFacet(const std::vector<int64_t>& issuers) {
  std::string tokens = issuers.empty() ? IssuerFacet(0) : "";
  for (const int64_t issuer : issuers) AppendTerm(tokens, " OR ", IssuerFacet(issuer));
  return InFacets(tokens);
}

// NEAR("hợp tác" "lào", 10) of every way in which the words may stand; `patterns` are those of the first.
std::string Near(const Clause& clause, const std::vector<Pattern>& patterns, Level level,
                 bool in_head) {
  std::vector<std::string> lists;
  for (const Pattern& pattern : patterns) lists.push_back(Quoted(pattern));
  for (const Words& beside : clause.beside) {
    std::vector<std::string> longer;
    std::vector<Pattern> others = PatternsOf(beside, level);
    if (in_head) others = InHead(std::move(others));
    for (const Pattern& pattern : others) {
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

}  // namespace

namespace {

// Puts one clause after the other into what is asked.
class Compiler {
 public:
  explicit Compiler(Level level) : level_(level) {}

  void Take(const Clause& clause) {
    // What must not be there is meant as it is typed.
    const Level own = clause.negated ? Level::kExact : level_;
    if (Condition condition = FieldCondition(clause, own); !condition.empty()) {
      TakeField(clause, own, std::move(condition));
    } else {
      TakeWords(clause, own);
    }
  }

  Compiled Taken() && {
    if (out_.patterns.empty()) out_.patterns = std::move(field_patterns_);
    return std::move(out_);
  }

 private:
  void TakeField(const Clause& clause, Level own, Condition condition) {
    if (clause.negated) condition.text = fmt::format("NOT coalesce({}, 0)", condition.text);
    if (clause.dates && !clause.negated) {
      out_.dates.first = std::max(out_.dates.first, clause.dates->first);
      out_.dates.last = std::min(out_.dates.last, clause.dates->last);
    } else if (clause.field == Field::kType && !clause.negated) {
      AppendTerm(out_.facets, " AND ", TypesFacet(*clause.types, own));
    } else {
      out_.beyond.And(condition);
    }
    out_.filter.And(std::move(condition));
  }

  void TakeWords(const Clause& clause, Level own) {
    const std::vector<Pattern> patterns =
        clause.field == Field::kIssuer    ? IssuerPatterns(clause.words, own)
        : clause.field == Field::kPartner ? PartnerPatterns(clause.words, own)
        : clause.dates                    ? DatePatterns(*clause.dates, clause.words, own)
                                          : PatternsOf(clause.words, own);
    const std::string_view columns = ColumnsOf(clause.field);
    std::string term(columns);
    if (const auto& issuers = clause.issuers[static_cast<size_t>(own)]) {
      term = IssuersFacet(*issuers);
    } else if (clause.words.number) {
      term += AnyOf({WholeNumber(clause.words, own)});
    } else {
      term += clause.beside.empty() ? AnyOf(patterns) : Near(clause, patterns, own, false);
    }
    if (clause.field == Field::kCountry) {
      // A country by its name or code is every letter that names a place or a body of it.
      const Result<std::string> code = CountryCode(Typed(clause.words));
      if (code.ok()) term = CountryTerm(*code);
    }
    if (clause.negated) {
      AppendTerm(out_.absent, " OR ", fmt::format("({})", term));
      return;
    }
    if (columns.empty()) {
      const std::vector<Pattern> marked = InHead(patterns);
      AppendTerm(out_.head_match, " AND ",
                 clause.beside.empty() ? AnyOf(marked) : Near(clause, marked, own, true));
    } else {
      AppendTerm(out_.column_match, " AND ", fmt::format("({})", term));
    }
    if (clause.field == Field::kText) {
      AppendTerm(out_.match, " AND ", term);
      std::ranges::copy(patterns, std::back_inserter(out_.patterns));
      for (const Words& beside : clause.beside) {
        std::ranges::move(PatternsOf(beside, own), std::back_inserter(out_.patterns));
      }
    } else {
      AppendTerm(out_.field_match, " AND ", fmt::format("({})", term));
      std::ranges::copy(patterns, std::back_inserter(field_patterns_));
    }
  }

  Level level_;
  Compiled out_;
  std::vector<Pattern> field_patterns_;
};

}  // namespace

std::string IssuerMatch(const Words& words, Level level) {
  return AnyOf(IssuerPatterns(words, level));
}

Compiled Compile(const Alternative& alternative, Level level, HitKind kind) {
  Compiler compiler(level);
  for (const Clause* clause : ClausesFor(alternative, level, kind)) compiler.Take(*clause);
  return std::move(compiler).Taken();
}

}  // namespace vanthu::archive
