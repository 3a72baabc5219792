#include "pipeline/archive/resolve.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

std::set<std::string> AgencyWords(std::string_view name) {
  return WordSet(AgencyName(Upper(name)));
}

bool HasBlankSerial(const std::string& key) { return key.starts_with('-'); }

bool IsFullDate(const Citation& cited) { return cited.year && cited.month && cited.day; }

}  // namespace

Citation ReadCitation(const Statement& row, int first_column) {
  const auto text = [&](int column) { return row.OptionalText(first_column + column); };
  Citation cited;
  cited.letter = row.Int(first_column);
  cited.ordinal = static_cast<int>(row.Int(first_column + 1));
  cited.type = text(2);
  cited.number = text(3);
  cited.title = text(4);
  cited.issuer = text(5);
  cited.role = row.Text(first_column + 6);
  cited.raw = row.Text(first_column + 7);
  cited.page = static_cast<int>(row.Int(first_column + 8));
  cited.key = text(9);
  cited.year = row.OptionalInt(first_column + 10);
  cited.month = row.OptionalInt(first_column + 11);
  cited.day = row.OptionalInt(first_column + 12);
  cited.date = DateText(cited.year, cited.month, cited.day);
  return cited;
}

bool MayBeSameAgency(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a || !b) return true;
  const std::set<std::string> one = AgencyWords(*a), other = AgencyWords(*b);
  return std::ranges::includes(one, other) || std::ranges::includes(other, one);
}

Result<Resolver> Resolver::Make(Database& db) {
  // A letter is younger only where both dates are known to the day.
  Result<Statement> letters = db.Prepare(
      std::string("SELECT ") + kHeadColumns +
      " FROM letters l WHERE l.number_key = ?1 AND l.id <> ?2 "
      "AND (?3 IS NULL OR l.year IS NULL OR l.year = ?3) "
      "AND (?4 IS NULL OR l.month IS NULL OR l.month = ?4) "
      "AND (?5 IS NULL OR l.day IS NULL OR l.day = ?5) "
      "AND NOT EXISTS (SELECT 1 FROM letters own WHERE own.id = ?2 AND own.day IS NOT NULL "
      "AND l.day IS NOT NULL AND l.date_key > own.date_key) "
      "ORDER BY l.date_key, l.id");
  if (!letters.ok()) return letters.error();
  return Resolver(std::move(*letters));
}

Result<ResolvedCitation> Resolver::Resolve(Citation citation) {
  ResolvedCitation resolved;
  resolved.citation = std::move(citation);
  const Citation& cited = resolved.citation;
  if (!cited.key || cited.key->empty()) return resolved;
  if (HasBlankSerial(*cited.key) && !IsFullDate(cited)) return resolved;
  letters_.Reset();
  letters_.With(*cited.key, cited.letter, cited.year, cited.month, cited.day);
  std::vector<LetterHead> fitting, others;
  while (true) {
    const Result<bool> there = letters_.Step();
    if (!there.ok()) return there.error();
    if (!*there) break;
    LetterHead letter = ReadHead(letters_);
    (MayBeSameAgency(letter.issuer, cited.issuer) ? fitting : others).push_back(std::move(letter));
  }
  if (fitting.size() == 1) {
    resolved.letter = std::move(fitting.front());
  } else {
    resolved.candidates = fitting.empty() ? std::move(others) : std::move(fitting);
  }
  return resolved;
}

}  // namespace vanthu::archive
