// What a person says a field of a letter is, over what the rules read. It stands in the record and in all
// that is asked of the archive in place of the value that was read, stays when the file is read again, and can
// be taken back. Each change is in the log (events.h).
//
// A corrected value keeps the place on the page and the words as printed where there are any; its rule is
// "person", its score 1.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/core/result.h"
#include "pipeline/archive/events.h"
#include "pipeline/archive/store.h"

namespace vanthu::archive {

inline constexpr const char* kPersonRule = "person";

// number, issue_date, doc_type, issuer, parent, subject, signer, signer_title, place, urgency, secrecy.
std::vector<std::string> CorrectableFields();

// A field before and after; null where the letter has none.
struct FieldCorrection {
  std::string field;
  nlohmann::ordered_json before, after;
};

// An empty value says that the letter has none. The same value again changes nothing and is not logged.
// kUsage for a field that is none, and for a value that cannot be one of it: no date, no type of letter, no
// document number; for the parent of a letter without issuer. kNotFound.
Result<FieldCorrection> Correct(Archive& archive, std::string_view who, int64_t letter,
                                std::string_view field, std::string_view value);
// Back to what was read. kUsage where nobody had corrected the field.
Result<FieldCorrection> TakeBackCorrection(Archive& archive, std::string_view who, int64_t letter,
                                           std::string_view field);

// The record of the letter that stands at this place, as it is stored: with what people corrected.
Result<nlohmann::ordered_json> WithCorrections(Database& db, const LetterPlace& place,
                                               nlohmann::ordered_json record);

// After a letter was stored as it was read and before it is indexed; nothing for one that nobody corrected.
// Inside a transaction of the caller.
Status PutCorrections(Database& db, int64_t letter, const LetterPlace& place);

}  // namespace vanthu::archive
