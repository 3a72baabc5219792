// GoldFromMeta: what ../shared/scans says of a letter, in the terms of the schema.
#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>

#include "models/lexicon/doc_types.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/evaluate/gold.h"

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;

// Between the printed lines of a title or a stamp.
constexpr std::string_view kLineBreak = " / ";

std::vector<std::string> PrintedLines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(kLineBreak, begin), text.size());
    lines.push_back(CleanLine(text.substr(begin, end - begin)));
    begin = end + kLineBreak.size();
  }
  return lines;
}

ordered_json TextJson(std::string_view value) { return {{"value", value}}; }

std::string NormalizedNumber(std::string_view printed) {
  std::string number = Normalize(printed).text;
  std::erase(number, ' ');
  return number;
}

// "2011-12-16"; null parts for what is no number.
ordered_json DateJson(std::string_view iso) {
  static const RE2 form(R"((\d{4})-(\d\d)-(\d\d))");
  int year = 0, month = 0, day = 0;
  if (!RE2::FullMatch(iso, form, &year, &month, &day)) return nullptr;
  return {{"year", year}, {"month", month}, {"day", day}};
}

ordered_json TypeJson(std::string_view name) {
  const DocTypeMatch match = DocTypeAtStart(Fold(name));
  if (match.type == nullptr) return nullptr;
  return {{"code", match.type->code}, {"name", match.type->name}};
}

std::string SubjectText(std::string_view printed) {
  static const RE2 opening(R"(^\s*(?i:V/v|Về việc)\s*:?\s*)");
  std::string text = CleanLine(printed);
  RE2::Replace(&text, opening, "");
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// SỞ Y TẾ under UBND TỈNH KIÊN GIANG: Sở Y tế tỉnh Kiên Giang.
ordered_json IssuerJson(std::string_view issuer, const std::optional<std::string>& parent) {
  std::string name = AgencyName(issuer);
  if (!parent) return {{"name", name}, {"parent", nullptr}};
  const std::string parent_name = AgencyName(*parent);
  const std::optional<std::string> place = PlaceOfAgency(parent_name);
  if (place && !NamesPlace(name)) name += " " + *place;
  return {{"name", name}, {"parent", parent_name}};
}

class MetaReader {
 public:
  explicit MetaReader(const ordered_json& meta) : meta_(meta) {}

  Gold Read() {
    ReadHead();
    ReadSigner();
    ReadStamp();
    ReadHandwritten();
    return std::move(gold_);
  }

 private:
  std::optional<std::string> Text(std::string_view key) const {
    const auto found = meta_.find(key);
    if (found == meta_.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
  }

  // The key is there, with a text or with null.
  bool Answers(std::string_view key) const { return meta_.contains(key); }

  void Put(std::string_view field, ordered_json value, std::string_view from) {
    if (value.is_null()) {
      gold_.problems.push_back(fmt::format("\"{}\" is not understood: not scored", from));
    } else {
      gold_.fields[std::string(field)] = std::move(value);
    }
  }

  void ReadHead() {
    if (const auto type = Text("doc_type")) Put("doc_type", TypeJson(*type), "doc_type");
    if (const auto number = Text("number")) {
      gold_.fields["number"] = {{"normalized", NormalizedNumber(*number)}};
    }
    if (const auto issuer = Text("issuer")) {
      gold_.fields["issuer"] = IssuerJson(*issuer, Text("parent"));
      if (!Answers("parent")) gold_.fields["issuer"].erase("parent");
      gold_.any_case = {"issuer", "issuer.parent"};
    }
    if (const auto place = Text("place")) gold_.fields["place"] = TextJson(*place);
    if (const auto date = Text("date")) Put("issue_date", DateJson(*date), "date");
    if (const auto subject = Text("subject")) {
      gold_.fields["subject"] = TextJson(SubjectText(*subject));
    }
    if (const auto urgency = Text("urgency")) {
      gold_.fields["urgency"] = TextJson(SentenceCase(*urgency));
    }
    if (const auto to = meta_.find("recipients_to"); to != meta_.end() && to->is_array()) {
      ordered_json list = ordered_json::array();
      for (const ordered_json& name : *to) {
        if (name.is_string()) list.push_back(TextJson(name.get<std::string>()));
      }
      gold_.fields["addressees"] = std::move(list);
    }
  }

  void ReadSigner() {
    ordered_json signer = ordered_json::object();
    if (const auto name = Text("signer")) signer["name"] = std::string(WithoutAcademicTitle(*name));
    if (const auto title = Text("signer_title")) {
      // A printed title is in capitals. Anything else is a remark about it.
      if (Upper(*title) == *title) {
        std::vector<std::string> lines = PrintedLines(*title);
        signer["title"] = lines.back();
        lines.pop_back();
        signer["authority"] = nullptr;
        if (!lines.empty()) signer["authority"] = fmt::format("{}", fmt::join(lines, kLineBreak));
      } else {
        gold_.problems.push_back("\"signer_title\" is a remark, not a title: not scored");
      }
    }
    if (!signer.empty()) gold_.fields["signer"] = std::move(signer);
  }

  // "CỤC THUẾ / CV ĐẾN / Số: 2770 / Ngày: 04/4/18 / Chuyển:", or the date alone.
  void ReadStamp() {
    static const RE2 number(R"(^Số\s*:\s*(.+)$)");
    static const RE2 date(R"(^Ngày\s*:\s*(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{2,4})$)");
    static const RE2 forwarded(R"(^Chuyển\s*:\s*(.*)$)");
    ordered_json stamp = ordered_json::object();
    if (const auto day = Text("incoming_date")) stamp["date"] = DateJson(*day);
    if (const auto printed = Text("incoming_stamp")) {
      const std::vector<std::string> lines = PrintedLines(*printed);
      stamp["office"] = lines.front();
      for (const std::string& line : lines) {
        std::string found;
        int day = 0, month = 0, year = 0;
        if (RE2::FullMatch(line, number, &found)) stamp["number"] = found;
        if (RE2::FullMatch(line, date, &day, &month, &year)) {
          stamp["date"] = {
              {"year", year < 100 ? 2000 + year : year}, {"month", month}, {"day", day}};
        }
        if (RE2::FullMatch(line, forwarded, &found)) {
          stamp["forwarded_to"] = found.empty() ? ordered_json(nullptr) : ordered_json(found);
        }
      }
    }
    if (!stamp.empty()) gold_.fields["stamp"] = std::move(stamp);
  }

  // "handwritten": ["575", "04"]: digits of the number, of the day.
  void ReadHandwritten() {
    const auto list = meta_.find("handwritten");
    if (list == meta_.end() || !list->is_array()) return;
    gold_.handwritten.emplace();
    const std::string number = NormalizedNumber(Text("number").value_or(""));
    const std::string date = Text("date").value_or("");
    for (const ordered_json& entry : *list) {
      const std::string digits = entry.is_string() ? entry.get<std::string>() : "";
      if (digits.empty()) continue;
      const bool in_number = number.substr(0, number.find('/')) == digits;
      const bool in_date =
          date.ends_with("-" + digits) || date.find("-" + digits + "-") != date.npos;
      if (in_number) gold_.handwritten->insert("number");
      if (in_date) gold_.handwritten->insert("issue_date");
      if (!in_number && !in_date) {
        gold_.problems.push_back(
            fmt::format("handwritten \"{}\" is in neither number nor date", digits));
      }
    }
  }

  const ordered_json& meta_;
  Gold gold_;
};

}  // namespace

Result<Gold> GoldFromMeta(std::string_view json_text) {
  const auto json = ordered_json::parse(json_text, nullptr, false);
  if (!json.is_object()) return Error{ErrorCode::kDamaged, "not a JSON object", "", 0};
  return MetaReader(json).Read();
}

}  // namespace vanthu::evaluate
