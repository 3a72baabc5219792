// A letter as plain text and as one flat row. The whole letter as JSON is
// models/document/letter_json.h.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "models/document/letter.h"

namespace vanthu::exporting {

// What `--format text` prints: one printed line a line in reading order, each page ended by "\n", a
// form feed between pages, no seals and stamps.
std::string LetterText(const Letter& letter);

// The same for pages that are kept as text.
std::string PagesText(std::span<const std::string> pages);

// Columns of LetterRow, in order: source, letter, number, issue_date, doc_type, issuer, parent,
// subject, addressees, signer, signer_title, recipients, urgency, secrecy, place, references.
const std::vector<std::string>& LetterColumns();

// A record of letter.schema.json as one row for CSV and tables: values without their evidence.
// Absent is null, lists of values are lists of strings.
nlohmann::ordered_json LetterRow(const nlohmann::ordered_json& record);

}  // namespace vanthu::exporting
