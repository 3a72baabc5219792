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
  std::optional<std::string> number, doc_type, issue_date, issuer;
  std::vector<CitedBy> cited_by;        // oldest letter first
  std::vector<ResolvedCitation> cites;  // of a letter of the archive
};

// The documents of this number, matched as search does: those of the archive first, then those that
// are only cited. kUsage where the text is no document number; nothing found is no error.
Result<std::vector<CitedDocument>> Cite(Archive& archive, std::string_view number);

// Keys: number, doc_type, issue_date, issuer, status, letter_id, subject, cited_by (letter_id, number,
// issue_date, issuer, role, cited_as, page, certain), cites (number, title, doc_type, issue_date,
// issuer, role, raw, page, status, letter_id, candidates).
nlohmann::ordered_json ToJson(const CitedDocument& document);
nlohmann::ordered_json ToJson(const ResolvedCitation& cited);

}  // namespace vanthu::archive
