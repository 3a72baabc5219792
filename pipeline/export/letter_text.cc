#include "pipeline/export/letter_text.h"

#include <string_view>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// What stands under a key, null where the key or the object is missing.
ordered_json At(const ordered_json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(key);
  return at != object.end() ? *at : ordered_json(nullptr);
}

ordered_json At(const ordered_json& object, const char* outer, const char* inner) {
  return At(At(object, outer), inner);
}

ordered_json ValuesOf(const ordered_json& list, const char* key) {
  ordered_json values = ordered_json::array();
  for (const ordered_json& item : list) values.push_back(At(item, key));
  return values;
}

std::string Digits(const ordered_json& number, size_t width) {
  const std::string text = std::to_string(number.get<int>());
  return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

// 2014-02-27; what was left blank is left out.
ordered_json DateText(const ordered_json& date) {
  if (!At(date, "year").is_number_integer()) return nullptr;
  std::string text = Digits(At(date, "year"), 4);
  if (!At(date, "month").is_number_integer()) return text;
  text.append("-").append(Digits(At(date, "month"), 2));
  if (At(date, "day").is_number_integer()) text.append("-").append(Digits(At(date, "day"), 2));
  return text;
}

// What a citation is called: its number with its type, else its title.
ordered_json CitationsOf(const ordered_json& references) {
  ordered_json texts = ordered_json::array();
  for (const ordered_json& cited : references) {
    const ordered_json number = At(cited, "number");
    const ordered_json title = At(cited, "title");
    texts.push_back(number.is_string() ? number : title.is_string() ? title : At(cited, "raw"));
  }
  return texts;
}

}  // namespace

std::string LetterText(const Letter& letter) {
  std::vector<std::string> pages(letter.pages.size());
  for (const LetterLine& line : letter.lines) {
    if (line.zone == Zone::kStamp) continue;
    std::string& page = pages[static_cast<size_t>(line.page)];
    page += letter.Printed(line).text;
    page += '\n';
  }
  return PagesText(pages);
}

std::string PagesText(std::span<const std::string> pages) {
  std::string text;
  bool first = true;
  for (const std::string& page : pages) {
    if (!first) text += '\f';
    first = false;
    text += page;
    if (!page.empty() && page.back() != '\n') text += '\n';
  }
  return text;
}

const std::vector<std::string>& LetterColumns() {
  static const std::vector<std::string> columns = {
      "source",  "letter",  "number",     "issue_date", "doc_type",     "issuer",
      "parent",  "subject", "addressees", "signer",     "signer_title", "recipients",
      "urgency", "secrecy", "place",      "references"};
  return columns;
}

nlohmann::ordered_json LetterRow(const nlohmann::ordered_json& record) {
  return {{"source", At(record, "source", "name")},
          {"letter", At(record, "source", "letter")},
          {"number", At(record, "number", "normalized")},
          {"issue_date", DateText(At(record, "issue_date"))},
          {"doc_type", At(record, "doc_type", "code")},
          {"issuer", At(record, "issuer", "name")},
          {"parent", At(record, "issuer", "parent")},
          {"subject", At(record, "subject", "value")},
          {"addressees", ValuesOf(At(record, "addressees"), "value")},
          {"signer", At(record, "signer", "name")},
          {"signer_title", At(record, "signer", "title")},
          {"recipients", ValuesOf(At(record, "recipients"), "value")},
          {"urgency", At(record, "urgency", "value")},
          {"secrecy", At(record, "secrecy", "value")},
          {"place", At(record, "place", "value")},
          {"references", CitationsOf(At(record, "references"))}};
}

}  // namespace vanthu::exporting
