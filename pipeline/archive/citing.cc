#include "pipeline/archive/citing.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "models/text/normalize.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/resolve.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

// 2021 goes with 2021-06 and 2021-06-09; what is not known with everything.
bool MayBeSameDate(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return !a || !b || a->starts_with(*b) || b->starts_with(*a);
}

size_t Exactness(const Citation& cited) { return cited.date ? cited.date->size() : 0; }

// Of a name that ends in a year: "Luật Đầu tư năm 2020".
struct NamedQuestion {
  std::string words;  // folded, without the year
  std::optional<int64_t> year;
};

NamedQuestion YearOff(std::string_view asked) {
  static const RE2 with_year(R"((.*?\S)\s+(?:nam\s+)?((?:19|20)\d{2}))");
  NamedQuestion question{FoldedWords(Normalize(asked).text), std::nullopt};
  std::string name;
  int64_t year = 0;
  if (RE2::FullMatch(question.words, with_year, &name, &year)) question = {name, year};
  return question;
}

// What is cited by its name and can be looked for though nobody cites it.
bool IsLawName(const std::string& folded) {
  static const RE2 law(
      "(?:bo luat|luat|phap lenh|hien phap|hiep dinh|hiep uoc|cong uoc|nghi dinh thu)\\b.*");
  return RE2::FullMatch(folded, law);
}

// Of citations and the letters that cite, oldest letter first.
std::string CitationsSql(const Condition& where) {
  return fmt::format(
      "SELECT {}, {} FROM citations c JOIN letters l ON l.id = c.letter_id WHERE {} "
      "ORDER BY l.date_key, l.id, c.ordinal",
      kCitationColumns, kHeadColumns, where.text);
}

// The letter of the archive whose id the text is; none for other texts.
Result<std::optional<int64_t>> LetterOf(Archive& archive, std::string_view asked) {
  int64_t id = 0;
  const auto read = std::from_chars(asked.data(), asked.data() + asked.size(), id);
  if (read.ec != std::errc() || read.ptr != asked.data() + asked.size() || id <= 0) {
    return std::optional<int64_t>();
  }
  Result<Statement> known = archive.database().Prepare("SELECT 1 FROM letters WHERE id = ?");
  if (!known.ok()) return known.error();
  const Result<bool> there = known->With(id).Step();
  if (!there.ok()) return there.error();
  return *there ? std::optional<int64_t>(id) : std::nullopt;
}

// One answer of Cite.
class Citer {
 public:
  Citer(Archive& archive, Resolver resolver) : archive_(archive), resolver_(std::move(resolver)) {}

  Result<std::vector<CitedDocument>> ByNumber(const NumberQuery& number) {
    for (const Level level : {Level::kExact, Level::kSymbols}) {
      const Status letters = FindLetters(NumberCondition(number, level, "l", "l.doc_type"));
      if (!letters.ok()) return letters.error();
      const Status cited = TakeCitations(NumberCondition(number, level, "c", "c.type"), false);
      if (!cited.ok()) return cited.error();
      if (FoundAny()) break;
    }
    return Finish();
  }

  Result<std::vector<CitedDocument>> ById(int64_t id) {
    if (Status status = FindLetters({"l.id = ?", {id}}); !status.ok()) return status.error();
    return Finish();
  }

  // A name as a whole comes before names that hold it, a year that belongs to the name (Công ước … năm
  // 1961) before one that says which of several it is.
  Result<std::vector<CitedDocument>> ByName(std::string_view asked) {
    const std::string whole = FoldedWords(Normalize(asked).text);
    const NamedQuestion named = YearOff(asked);
    const auto of_year = [&](Condition where) {
      if (named.year) where.And({"c.year = ?", {*named.year}});
      return where;
    };
    for (const Condition& where :
         {Condition{"c.title_fold = ?", {whole}}, of_year({"c.title_fold = ?", {named.words}}),
          Named(whole), of_year(Named(named.words))}) {
      if (Status status = TakeCitations(where, false); !status.ok()) return status.error();
      if (FoundAny()) break;
    }
    by_name_ = true;
    return Finish();
  }

 private:
  // Names that hold the words.
  static Condition Named(const std::string& words) {
    Condition where{"c.title_fold IS NOT NULL", {}};
    where.And(HasWords("c.title_fold", words));
    return where;
  }

  bool FoundAny() const { return !documents_.empty() || !absent_.empty(); }

  Result<std::vector<CitedDocument>> Finish() {
    for (CitedDocument& document : documents_) {
      Result<std::vector<ResolvedCitation>> cites = CitationsOf(archive_, document.letter->id);
      if (!cites.ok()) return cites.error();
      document.cites = std::move(*cites);
    }
    GroupAbsent();
    return std::move(documents_);
  }

  Status FindLetters(const Condition& where) {
    const std::string sql = fmt::format(
        "SELECT {} FROM letters l WHERE {} ORDER BY l.date_key, l.id", kHeadColumns, where.text);
    std::set<std::string> keys;
    const Status read =
        EachRow(archive_.database(), sql, where, [&](const Statement& row) -> Status {
          AddLetter(ReadHead(row));
          return Done{};
        });
    if (!read.ok()) return read;
    for (const CitedDocument& document : documents_) {
      if (document.number) keys.insert(NumberKey(*document.number));
    }
    // Also what cites them without the year or the type that was asked for.
    for (const std::string& key : keys) {
      if (Status status = TakeCitations({"c.number_key = ?", {key}}, true); !status.ok()) {
        return status;
      }
    }
    return Done{};
  }

  // `known_only`: those of letters that are among the documents already.
  Status TakeCitations(const Condition& where, bool known_only) {
    return EachRow(archive_.database(), CitationsSql(where), where,
                   [&](const Statement& row) -> Status {
                     Citation citation = ReadCitation(row);
                     const std::pair<int64_t, int> name(citation.letter, citation.ordinal);
                     if (taken_.contains(name)) return Done{};
                     Result<ResolvedCitation> cited = resolver_.Resolve(std::move(citation));
                     if (!cited.ok()) return cited.error();
                     if (Take(std::move(*cited), ReadHead(row, kCitationColumnCount), known_only)) {
                       taken_.insert(name);
                     }
                     return Done{};
                   });
  }

  bool Take(ResolvedCitation cited, LetterHead by, bool known_only) {
    const bool certain = cited.letter.has_value();
    std::vector<LetterHead> means = std::move(cited.candidates);
    if (certain) means.push_back(std::move(*cited.letter));
    if (known_only) {
      std::erase_if(means, [&](const LetterHead& l) { return !places_.contains(l.id); });
      if (means.empty()) return false;
    }
    if (means.empty()) absent_.push_back({std::move(by), std::move(cited.citation), true});
    for (LetterHead& letter : means) {
      const size_t place = AddLetter(std::move(letter));
      documents_[place].cited_by.push_back({by, cited.citation, certain});
    }
    return true;
  }

  // Its place among the documents.
  size_t AddLetter(LetterHead letter) {
    const auto [at, is_new] = places_.emplace(letter.id, documents_.size());
    if (!is_new) return at->second;
    CitedDocument document;
    document.number = letter.number;
    document.doc_type = letter.doc_type;
    document.issue_date = letter.issue_date;
    document.issuer = letter.issuer;
    document.letter = std::move(letter);
    documents_.push_back(std::move(document));
    return at->second;
  }

  // One document for all citations of a number that can mean the same. Those that say most come
  // first, so that what is cited without a date joins the one that it must be.
  void GroupAbsent() {
    std::ranges::stable_sort(absent_, [](const CitedBy& a, const CitedBy& b) {
      return Exactness(a.citation) > Exactness(b.citation);
    });
    std::map<std::string, std::vector<size_t>> by_key;
    const size_t first = documents_.size();
    for (CitedBy& cited : absent_) {
      std::vector<size_t>& known = by_key[KeyOf(cited.citation)];
      std::vector<size_t> fitting;
      for (const size_t place : known) {
        const CitedDocument& document = documents_[place];
        if (MayBeSameDocument(document.issue_date, document.issuer, cited.citation) &&
            MayBeSameNumber(document.number, cited.citation)) {
          fitting.push_back(place);
        }
      }
      if (fitting.size() != 1) {
        known.push_back(documents_.size());
        fitting = {documents_.size()};
        documents_.emplace_back();
      }
      Join(documents_[fitting.front()], std::move(cited));
    }
    for (size_t i = first; i < documents_.size(); ++i) {
      std::ranges::stable_sort(documents_[i].cited_by, [](const CitedBy& a, const CitedBy& b) {
        return a.letter.issue_date.value_or("") < b.letter.issue_date.value_or("");
      });
    }
  }

  std::string KeyOf(const Citation& cited) const {
    return by_name_ ? FoldedWords(cited.title.value_or("")) : cited.key.value_or("");
  }

  static bool MayBeSameNumber(const std::optional<std::string>& number, const Citation& cited) {
    return !number || !cited.key || NumberKey(*number) == *cited.key;
  }

  static void Join(CitedDocument& document, CitedBy cited) {
    const Citation& c = cited.citation;
    if (!document.number) document.number = c.number;
    if (!document.title) document.title = c.title;
    if (!document.doc_type) document.doc_type = c.type;
    if (!document.issue_date) document.issue_date = c.date;
    // The longest name says most: Sở Ngoại vụ tỉnh An Phú rather than Sở Ngoại vụ.
    if (c.issuer && c.issuer->size() > document.issuer.value_or("").size()) {
      document.issuer = c.issuer;
    }
    document.cited_by.push_back(std::move(cited));
  }

  Archive& archive_;
  Resolver resolver_;
  bool by_name_ = false;
  std::vector<CitedDocument> documents_;
  std::map<int64_t, size_t> places_;         // of letters among the documents
  std::vector<CitedBy> absent_;              // of documents that are not in the archive
  std::set<std::pair<int64_t, int>> taken_;  // citations, by letter and ordinal
};

}  // namespace

std::string_view StatusOf(const ResolvedCitation& cited) {
  if (cited.letter) return "in_archive";
  return cited.candidates.empty() ? "not_in_archive" : "candidates";
}

Result<std::vector<ResolvedCitation>> CitationsOf(Archive& archive, int64_t letter) {
  Result<Resolver> resolver = Resolver::Make(archive.database());
  if (!resolver.ok()) return resolver.error();
  const std::string sql = fmt::format(
      "SELECT {} FROM citations c WHERE c.letter_id = ? ORDER BY c.ordinal", kCitationColumns);
  std::vector<ResolvedCitation> citations;
  const Status read =
      EachRow(archive.database(), sql, {"", {letter}}, [&](const Statement& row) -> Status {
        Result<ResolvedCitation> cited = resolver->Resolve(ReadCitation(row));
        if (!cited.ok()) return cited.error();
        citations.push_back(std::move(*cited));
        return Done{};
      });
  if (!read.ok()) return read.error();
  return citations;
}

Result<std::vector<CitedDocument>> Cite(Archive& archive, std::string_view asked) {
  Result<Resolver> resolver = Resolver::Make(archive.database());
  if (!resolver.ok()) return resolver.error();
  Citer citer(archive, std::move(*resolver));
  const Result<std::optional<int64_t>> id = LetterOf(archive, asked);
  if (!id.ok()) return id.error();
  if (*id) return citer.ById(**id);
  if (const std::optional<NumberQuery> number = ParseNumberQuery(asked)) {
    return citer.ByNumber(*number);
  }
  Result<std::vector<CitedDocument>> named = citer.ByName(asked);
  if (named.ok() && named->empty() && !IsLawName(YearOff(asked).words)) {
    return Error{ErrorCode::kUsage,
                 fmt::format("\"{}\" is no document number such as 650/UBND-ĐNMN, and nothing of "
                             "that name is cited",
                             asked),
                 "", 0};
  }
  return named;
}

Result<std::vector<CitedBy>> CitingLetters(Archive& archive, const LetterHead& letter) {
  std::vector<CitedBy> citing;
  const std::string key = NumberKey(letter.number.value_or(""));
  if (key.empty()) return citing;
  Result<Resolver> resolver = Resolver::Make(archive.database());
  if (!resolver.ok()) return resolver.error();
  const Condition where{"c.number_key = ?", {key}};
  const Status read =
      EachRow(archive.database(), CitationsSql(where), where, [&](const Statement& row) -> Status {
        const Result<ResolvedCitation> cited = resolver->Resolve(ReadCitation(row));
        if (!cited.ok()) return cited.error();
        const auto is_it = [&](const LetterHead& other) { return other.id == letter.id; };
        const bool certain = cited->letter && is_it(*cited->letter);
        if (certain || std::ranges::any_of(cited->candidates, is_it)) {
          citing.push_back({ReadHead(row, kCitationColumnCount), cited->citation, certain});
        }
        return Done{};
      });
  if (!read.ok()) return read.error();
  return citing;
}

bool MayBeSameDocument(const std::optional<std::string>& date,
                       const std::optional<std::string>& issuer, const Citation& cited) {
  return MayBeSameDate(date, cited.date) && MayBeSameAgency(issuer, cited.issuer);
}

std::string CitationKey(const Citation& cited) {
  if (cited.key && !cited.key->empty()) return *cited.key;
  return FoldedWords(cited.title.value_or(cited.raw));
}

}  // namespace vanthu::archive
