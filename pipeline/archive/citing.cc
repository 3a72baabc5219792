#include "pipeline/archive/citing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/resolve.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// 2021 goes with 2021-06 and 2021-06-09; what is not known with everything.
bool MayBeSameDate(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return !a || !b || a->starts_with(*b) || b->starts_with(*a);
}

size_t Exactness(const Citation& cited) { return cited.date ? cited.date->size() : 0; }

// One answer of Cite.
class Citer {
 public:
  Citer(Archive& archive, Resolver resolver, NumberQuery number)
      : archive_(archive), resolver_(std::move(resolver)), number_(std::move(number)) {}

  Result<std::vector<CitedDocument>> Run() {
    for (const Level level : {Level::kExact, Level::kSymbols}) {
      if (Status status = FindLetters(level); !status.ok()) return status.error();
      if (Status status = FindCitations(level); !status.ok()) return status.error();
      if (!documents_.empty() || !absent_.empty()) break;
    }
    for (CitedDocument& document : documents_) {
      Result<std::vector<ResolvedCitation>> cites = CitationsOf(archive_, document.letter->id);
      if (!cites.ok()) return cites.error();
      document.cites = std::move(*cites);
    }
    GroupAbsent();
    return std::move(documents_);
  }

 private:
  Status FindLetters(Level level) {
    const Condition where = NumberCondition(number_, level, "l", "l.doc_type");
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

  Status FindCitations(Level level) {
    return TakeCitations(NumberCondition(number_, level, "c", "c.type"), false);
  }

  // `known_only`: those of letters that are among the documents already.
  Status TakeCitations(const Condition& where, bool known_only) {
    const std::string sql = fmt::format(
        "SELECT {}, {} FROM citations c JOIN letters l ON l.id = c.letter_id WHERE {} "
        "ORDER BY l.date_key, l.id, c.ordinal",
        kCitationColumns, kHeadColumns, where.text);
    return EachRow(archive_.database(), sql, where, [&](const Statement& row) -> Status {
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
      std::vector<size_t>& known = by_key[cited.citation.key.value_or("")];
      std::vector<size_t> fitting;
      for (const size_t place : known) {
        if (Fits(documents_[place], cited.citation)) fitting.push_back(place);
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

  static bool Fits(const CitedDocument& document, const Citation& cited) {
    return MayBeSameDate(document.issue_date, cited.date) &&
           MayBeSameAgency(document.issuer, cited.issuer);
  }

  static void Join(CitedDocument& document, CitedBy cited) {
    const Citation& c = cited.citation;
    if (!document.number) document.number = c.number;
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
  NumberQuery number_;
  std::vector<CitedDocument> documents_;
  std::map<int64_t, size_t> places_;         // of letters among the documents
  std::vector<CitedBy> absent_;              // of documents that are not in the archive
  std::set<std::pair<int64_t, int>> taken_;  // citations, by letter and ordinal
};

ordered_json ToJson(const CitedBy& cited) {
  ordered_json json = HeadJson(cited.letter);
  json["role"] = cited.citation.role;
  json["cited_as"] = cited.citation.raw;
  json["page"] = cited.citation.page;
  json["certain"] = cited.certain;
  return json;
}

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

Result<std::vector<CitedDocument>> Cite(Archive& archive, std::string_view number) {
  std::optional<NumberQuery> query = ParseNumberQuery(number);
  if (!query) {
    return Error{ErrorCode::kUsage,
                 fmt::format("\"{}\" is no document number such as 650/UBND-ĐNMN", number), "", 0};
  }
  Result<Resolver> resolver = Resolver::Make(archive.database());
  if (!resolver.ok()) return resolver.error();
  return Citer(archive, std::move(*resolver), std::move(*query)).Run();
}

ordered_json ToJson(const ResolvedCitation& cited) {
  const Citation& c = cited.citation;
  ordered_json candidates = ordered_json::array();
  for (const LetterHead& letter : cited.candidates) candidates.push_back(letter.id);
  return {{"number", OrNull(c.number)},
          {"title", OrNull(c.title)},
          {"doc_type", OrNull(c.type)},
          {"issue_date", OrNull(c.date)},
          {"issuer", OrNull(c.issuer)},
          {"role", c.role},
          {"raw", c.raw},
          {"page", c.page},
          {"status", StatusOf(cited)},
          {"letter_id", cited.letter ? ordered_json(cited.letter->id) : ordered_json(nullptr)},
          {"candidates", candidates}};
}

ordered_json ToJson(const CitedDocument& document) {
  ordered_json json = {{"number", OrNull(document.number)},
                       {"doc_type", OrNull(document.doc_type)},
                       {"issue_date", OrNull(document.issue_date)},
                       {"issuer", OrNull(document.issuer)}};
  const auto& letter = document.letter;
  json["status"] = letter ? "in_archive" : "not_in_archive";
  json["letter_id"] = letter ? ordered_json(letter->id) : ordered_json(nullptr);
  json["subject"] = letter ? OrNull(letter->subject) : ordered_json(nullptr);
  json["cited_by"] = ordered_json::array();
  for (const CitedBy& cited : document.cited_by) json["cited_by"].push_back(ToJson(cited));
  json["cites"] = ordered_json::array();
  for (const ResolvedCitation& cited : document.cites) json["cites"].push_back(ToJson(cited));
  return json;
}

}  // namespace vanthu::archive
