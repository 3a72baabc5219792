// What cites what: citations of letters resolved to the letters of the archive. Reads the archive,
// changes nothing.
//
// A citation is a letter of the archive where the numbers are the same (NumberKey), the dates do not
// contradict each other as far as both are known, and the letter is not younger than the one that
// cites it. Where several fit the issuer decides; an issuer that contradicts, or several that fit
// still, leave candidates. A number whose serial was left blank takes a date to the day.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

// A citation as its letter prints it.
struct Citation {
  int64_t letter = 0;  // that cites
  int ordinal = 0;     // place in `references`, from 0
  std::optional<std::string> type, number, title, issuer;
  std::optional<std::string> date;  // as issue_date
  std::string role, raw;
  int page = 0;

  std::optional<std::string> key;           // NumberKey of `number`
  std::optional<int64_t> year, month, day;  // of `date`
};

struct ResolvedCitation {
  Citation citation;
  std::optional<LetterHead> letter;    // the one that it is
  std::vector<LetterHead> candidates;  // where that is not certain; else empty
};

// "in_archive", "candidates" or "not_in_archive".
std::string_view StatusOf(const ResolvedCitation& cited);

// Of one letter, in its order.
Result<std::vector<ResolvedCitation>> CitationsOf(Archive& archive, int64_t letter);

struct CitedBy {
  LetterHead letter;
  Citation citation;
  bool certain = true;  // false: the document is one of several candidates
};

// A document of the number that was asked for.
struct CitedDocument {
  std::optional<LetterHead> letter;  // none: not in the archive, what follows is as it is cited
  std::optional<std::string> number, title, doc_type, issue_date, issuer;
  std::vector<CitedBy> cited_by;        // oldest letter first
  std::vector<ResolvedCitation> cites;  // of a letter of the archive
};

// The documents that a text means: those of the archive first, then those that are only cited.
//   12              the letter of this id, where there is one
//   650/UBND-ĐNMN   those of this number, matched as search does
//   Luật Đầu tư     those cited by this name, a year may follow; else those whose name holds these words
// kUsage where the text is no number and nothing of that name is cited; a law (luật, hiệp định …) that
// nobody cites, or a number, is no error but nothing found.
Result<std::vector<CitedDocument>> Cite(Archive& archive, std::string_view asked);

// What cites a letter of the archive, or may mean it; oldest first.
Result<std::vector<CitedBy>> CitingLetters(Archive& archive, const LetterHead& letter);

// Whether two citations of one number or name can mean the same document: dates and issuers do not
// contradict each other as far as they are known.
bool MayBeSameDocument(const std::optional<std::string>& date,
                       const std::optional<std::string>& issuer, const Citation& cited);

// What tells a document from others in a citation: its number's key, else its name, else what is printed.
std::string CitationKey(const Citation& cited);

// Keys: number, title, doc_type, issue_date, issuer, status, letter_id, subject, by_year (see CountsByYear),
// cited_by (letter_id, number, issue_date, issuer, role, cited_as, page, certain), cites (number, title,
// doc_type, issue_date, issuer, role, raw, page, status, letter_id, candidates).
nlohmann::ordered_json ToJson(const CitedDocument& document);
nlohmann::ordered_json ToJson(const ResolvedCitation& cited);

// One row a year of the letters that cite the document, those without a date last: document, year, letters,
// and how many times in each role: basis, reply_to, attached, amends, replaces, cites.
std::vector<nlohmann::ordered_json> CountsByYear(const CitedDocument& document);

}  // namespace vanthu::archive
