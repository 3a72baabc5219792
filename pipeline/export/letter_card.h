// A letter as `show` prints it to a person: one line a value.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace vanthu::exporting {

// What a card says in the reader's language.
struct CardWords {
  std::string letter;          // "letter {}"
  std::string not_in_archive;  // of a cited document
  std::string more;            // "{} more", at the end of a long list
};

// Rows {"field", "value"} of a record of letter.schema.json: the values of LetterRow, then a line for each
// document that it cites and for the first of its dates, deadlines, figures, partners, delegations and
// conferences. `citations` are the objects of archive/citing.h in the record's order.
std::vector<nlohmann::ordered_json> LetterCard(const nlohmann::ordered_json& record,
                                               const std::vector<nlohmann::ordered_json>& citations,
                                               const CardWords& words);

// Rows {"field", "value"} of what the records office knows of a letter (run::AboutLetter): a line a value that is
// there.
std::vector<nlohmann::ordered_json> OfficeCard(const nlohmann::ordered_json& about);

}  // namespace vanthu::exporting
