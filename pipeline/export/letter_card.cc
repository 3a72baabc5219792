#include "pipeline/export/letter_card.h"

#include <fmt/format.h>

#include <functional>

#include "pipeline/export/cite_rows.h"
#include "pipeline/export/fact_rows.h"
#include "pipeline/export/letter_text.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// Of each list; the whole of it is in `--format json`.
constexpr size_t kMostLines = 12;

std::string Text(const ordered_json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return "";
  return at->is_string() ? at->get<std::string>() : at->dump();
}

// Grows "a, b" part by part; empty parts are left out.
void Append(std::string& text, std::string_view with, const std::string& part) {
  if (part.empty()) return;
  if (!text.empty()) text += with;
  text += part;
}

std::string InBrackets(const std::string& text) {
  return text.empty() ? "" : fmt::format("({})", text);
}

std::string DateText(const ordered_json& date) {
  std::string text;
  for (const char* part : {"year", "month", "day"}) {
    if (!date.is_object() || !date.contains(part) || !date[part].is_number_integer()) break;
    const int value = date[part].get<int>();
    text += text.empty() ? fmt::format("{:04}", value) : fmt::format("-{:02}", value);
  }
  return text;
}

std::string CitationText(const ordered_json& cited, const CardWords& words) {
  std::string text = Text(cited, "number");
  if (text.empty()) text = Text(cited, "title");
  if (text.empty()) text = Text(cited, "raw");
  Append(text, ", ", Text(cited, "issue_date"));
  Append(text, ", ", Text(cited, "issuer"));
  Append(text, " ", InBrackets(Text(cited, "role")));
  const std::string where = CitedLetterText(cited, "");
  Append(text, " → ",
         where.empty() ? words.not_in_archive : fmt::format(fmt::runtime(words.letter), where));
  return text;
}

std::string PeriodLine(const ordered_json& period) {
  std::string text = PeriodText(period);
  if (const std::string raw = Text(period, "raw"); raw != text) Append(text, " ", InBrackets(raw));
  return text;
}

std::string DeadlineLine(const ordered_json& deadline) {
  std::string text = deadline.contains("due") ? DateText(deadline["due"]) : "";
  Append(text, ": ", Text(deadline, "task"));
  Append(text, " ", InBrackets(Text(deadline, "assignee")));
  return text;
}

std::string FigureLine(const ordered_json& figure) {
  std::string text = Text(figure, "value");
  Append(text, "-", Text(figure, "value_max"));
  Append(text, " ", Text(figure, "unit"));
  if (text.empty()) text = Text(figure, "raw");
  const std::string approx = Text(figure, "approx"), change = Text(figure, "change");
  std::string kind = approx != "exact" ? approx : "";
  if (change != "none") Append(kind, ", ", change);
  Append(text, " ", InBrackets(kind));
  Append(text, ": ", Text(figure, "label"));
  return text;
}

std::string PartnerLine(const ordered_json& partner) {
  std::string about = Text(partner, "kind");
  Append(about, ", ", Text(partner, "country"));
  std::string text = Text(partner, "name");
  Append(text, " ", InBrackets(about));
  return text;
}

std::string RangeAt(const ordered_json& object, const char* key, const char* word) {
  if (!object.contains(key)) return "";
  const std::string text = RangeText(object[key]);
  return text.empty() ? "" : fmt::format("{} {}", word, text);
}

std::string PeriodAt(const ordered_json& object) {
  return object.contains("period") ? PeriodText(object["period"]) : "";
}

std::string DelegationLine(const ordered_json& delegation) {
  std::string text = Text(delegation, "direction");
  Append(text, " ", Text(delegation, "seq"));
  Append(text, ": ", Text(delegation, "purpose"));
  std::string countries;
  for (const ordered_json& country : delegation.value("countries", ordered_json::array())) {
    Append(countries, ", ", country.is_string() ? country.get<std::string>() : "");
  }
  Append(text, " → ", countries);
  Append(text, "; ", Text(delegation, "head"));
  Append(text, "; ", RangeAt(delegation, "count", "count"));
  Append(text, "; ", RangeAt(delegation, "members", "people"));
  Append(text, "; ", RangeAt(delegation, "days", "days"));
  Append(text, "; ", PeriodAt(delegation));
  return text;
}

std::string ConferenceLine(const ordered_json& conference) {
  std::string text = Text(conference, "seq");
  Append(text, ": ", Text(conference, "name"));
  Append(text, "; ", PeriodAt(conference));
  Append(text, "; ", RangeAt(conference, "local_delegates", "local"));
  Append(text, "; ", RangeAt(conference, "foreign_delegates", "foreign"));
  return text;
}

struct List {
  const char* name;
  const char* field;
  std::string (*line)(const ordered_json&);
};
constexpr List kLists[] = {
    {"dates", "date", PeriodLine},
    {"deadlines", "deadline", DeadlineLine},
    {"figures", "figure", FigureLine},
    {"partners", "partner", PartnerLine},
    {"delegations", "delegation", DelegationLine},
    {"conferences", "conference", ConferenceLine},
};

}  // namespace

std::vector<ordered_json> LetterCard(const ordered_json& record,
                                     const std::vector<ordered_json>& citations,
                                     const CardWords& words) {
  std::vector<ordered_json> card;
  const auto add = [&](const char* field, ordered_json value) {
    card.push_back({{"field", field}, {"value", std::move(value)}});
  };
  const ordered_json row = LetterRow(record);
  for (const std::string& column : LetterColumns()) {
    if (column == "references" || row.at(column).is_null() || row.at(column).empty()) continue;
    add(column.c_str(), row.at(column));
  }
  for (const ordered_json& cited : citations) add("cites", CitationText(cited, words));
  for (const List& list : kLists) {
    const auto at = record.find(list.name);
    if (at == record.end() || !at->is_array()) continue;
    for (size_t i = 0; i < at->size() && i < kMostLines; ++i) add(list.field, list.line((*at)[i]));
    if (at->size() > kMostLines) {
      add(list.field, fmt::format(fmt::runtime(words.more), at->size() - kMostLines));
    }
  }
  return card;
}

std::vector<ordered_json> OfficeCard(const ordered_json& about) {
  std::vector<ordered_json> card;
  for (const auto& [field, value] : about.items()) {
    if (value.is_null() || value.empty()) continue;
    if (field != "answered_by") {
      card.push_back({{"field", field}, {"value", value}});
      continue;
    }
    for (const ordered_json& answer : value) {
      std::string text = Text(answer, "letter_id");
      Append(text, ": ", Text(answer, "number"));
      Append(text, ", ", Text(answer, "issue_date"));
      Append(text, " ", InBrackets(Text(answer, "role")));
      card.push_back({{"field", field}, {"value", text}});
    }
  }
  return card;
}

}  // namespace vanthu::exporting
