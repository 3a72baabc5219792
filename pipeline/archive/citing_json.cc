// What citing.h answers, as JSON.
#include <array>
#include <map>
#include <set>
#include <utility>

#include "models/document/letter_json.h"
#include "pipeline/archive/citing.h"

namespace vanthu::archive {

using nlohmann::ordered_json;

namespace {

// In the order of the schema.
constexpr std::array kRoles = {ReferenceRole::kBasis,    ReferenceRole::kReplyTo,
                               ReferenceRole::kAttached, ReferenceRole::kAmends,
                               ReferenceRole::kReplaces, ReferenceRole::kCites};

ordered_json ToJson(const CitedBy& cited) {
  ordered_json json = HeadJson(cited.letter);
  json["role"] = cited.citation.role;
  json["cited_as"] = cited.citation.raw;
  json["page"] = cited.citation.page;
  json["certain"] = cited.certain;
  return json;
}

}  // namespace

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
                       {"title", OrNull(document.title)},
                       {"doc_type", OrNull(document.doc_type)},
                       {"issue_date", OrNull(document.issue_date)},
                       {"issuer", OrNull(document.issuer)}};
  const auto& letter = document.letter;
  json["status"] = letter ? "in_archive" : "not_in_archive";
  json["letter_id"] = letter ? ordered_json(letter->id) : ordered_json(nullptr);
  json["subject"] = letter ? OrNull(letter->subject) : ordered_json(nullptr);
  json["by_year"] = ordered_json::array();
  for (ordered_json& row : CountsByYear(document)) {
    row.erase("document");
    json["by_year"].push_back(std::move(row));
  }
  json["cited_by"] = ordered_json::array();
  for (const CitedBy& cited : document.cited_by) json["cited_by"].push_back(ToJson(cited));
  json["cites"] = ordered_json::array();
  for (const ResolvedCitation& cited : document.cites) json["cites"].push_back(ToJson(cited));
  return json;
}

std::vector<ordered_json> CountsByYear(const CitedDocument& document) {
  struct Count {
    std::set<int64_t> letters;
    std::map<std::string, int> roles;
  };
  std::map<std::string, Count> years;  // "" without a date
  for (const CitedBy& cited : document.cited_by) {
    Count& count = years[cited.letter.issue_date.value_or("").substr(0, 4)];
    count.letters.insert(cited.letter.id);
    ++count.roles[cited.citation.role];
  }
  std::vector<ordered_json> rows;
  const auto add = [&](const std::string& year, const Count& count) {
    ordered_json row = {{"document", OrNull(document.number ? document.number : document.title)}};
    row["year"] = year.empty() ? ordered_json(nullptr) : ordered_json(std::stoi(year));
    row["letters"] = count.letters.size();
    for (const ReferenceRole role : kRoles) {
      const std::string name(ReferenceRoleName(role));
      const auto at = count.roles.find(name);
      row[name] = at == count.roles.end() ? 0 : at->second;
    }
    rows.push_back(std::move(row));
  };
  for (const auto& [year, count] : years) {
    if (!year.empty()) add(year, count);
  }
  if (const auto undated = years.find(""); undated != years.end()) add("", undated->second);
  return rows;
}

}  // namespace vanthu::archive
