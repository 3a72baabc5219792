#include "pipeline/export/cite_rows.h"

#include <utility>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

ordered_json At(const ordered_json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() ? *at : ordered_json(nullptr);
}

// The number, else the title.
ordered_json NameOf(const ordered_json& cited) {
  const ordered_json number = At(cited, "number");
  return number.is_null() ? At(cited, "title") : number;
}

ordered_json TableRow(const std::string& relation, const CiteWords& words,
                      const ordered_json& part) {
  return {{"relation", relation},         {"letter", CitedLetterText(part, words.not_in_archive)},
          {"number", NameOf(part)},       {"date", At(part, "issue_date")},
          {"issuer", At(part, "issuer")}, {"role", At(part, "role")},
          {"page", At(part, "page")}};
}

ordered_json CsvRow(const ordered_json& document, const char* relation, const ordered_json& part) {
  ordered_json row = {{"document", At(document, "number")}, {"relation", relation}};
  for (const char* key : {"status", "letter_id", "candidates", "number", "title", "doc_type",
                          "issue_date", "issuer", "role", "page"}) {
    row[key] = At(part, key);
  }
  return row;
}

// What cites is in the archive, be it this document that it cites or another candidate.
ordered_json CitingPart(ordered_json part) {
  part["status"] = part.value("certain", true) ? "in_archive" : "candidates";
  return part;
}

}  // namespace

std::vector<std::string> CiteColumns(RowFormat format) {
  if (format == RowFormat::kTable) {
    return {"relation", "letter", "number", "date", "issuer", "role", "page"};
  }
  return {"document", "relation", "status",     "letter_id", "candidates", "number",
          "title",    "doc_type", "issue_date", "issuer",    "role",       "page"};
}

std::vector<ordered_json> CiteRows(RowFormat format, const CiteWords& words,
                                   const ordered_json& document) {
  std::vector<ordered_json> rows;
  const auto add = [&](const char* relation, const std::string& word, const ordered_json& part) {
    rows.push_back(format == RowFormat::kTable ? TableRow(word, words, part)
                                               : CsvRow(document, relation, part));
  };
  add("document", words.document, document);
  for (const ordered_json& part : document.at("cited_by")) {
    add("cited_by", words.cited_by, CitingPart(part));
  }
  for (const ordered_json& part : document.at("cites")) add("cites", words.cites, part);
  return rows;
}

std::string CitedLetterText(const ordered_json& cited, const std::string& not_in_archive) {
  const ordered_json letter = At(cited, "letter_id");
  if (letter.is_number()) {
    // A letter that cites one of several candidates.
    return letter.dump() + (At(cited, "status") == "candidates" ? "?" : "");
  }
  std::string text;
  for (const ordered_json& id : At(cited, "candidates")) {
    if (!text.empty()) text += ' ';
    text.append(id.dump()).append("?");
  }
  return text.empty() ? not_in_archive : text;
}

}  // namespace vanthu::exporting
