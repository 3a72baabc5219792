// What a document cites and what cites it, as rows of a CSV, a table or a workbook.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/export/column_words.h"
#include "pipeline/export/rows.h"

namespace vanthu::exporting {

// What a table says in the reader's language.
struct CiteWords {
  std::string document, cited_by, cites, not_in_archive;
  SheetLanguage language = SheetLanguage::kEnglish;  // of the roles
};

// Whether rows say over how many steps, and through which document, they are reached.
enum class CiteSteps { kOne, kSeveral };

// CSV and workbook: document, relation (document, cited_by, cites), status, letter_id, candidates, number, title,
// doc_type, issue_date, issuer, role, page. Table: relation, letter, number, date, issuer, role, page. For
// several steps also step and via, after relation.
std::vector<std::string> CiteColumns(RowFormat format, CiteSteps steps);

// Rows of one object of archive/citing.h: the document, what cites it, what it cites; then, where the object
// has "graph" (archive/cite_graph.h), what is more than one step away.
std::vector<nlohmann::ordered_json> CiteRows(RowFormat format, const CiteWords& words,
                                             const nlohmann::ordered_json& document);

// Where a cited document is, for a reader: "2", "3? 5?" for candidates, else `not_in_archive`.
std::string CitedLetterText(const nlohmann::ordered_json& cited, const std::string& not_in_archive);

}  // namespace vanthu::exporting
