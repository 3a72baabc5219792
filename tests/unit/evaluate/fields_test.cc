#include "pipeline/evaluate/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

const FieldSpec& Field(std::string_view name) {
  return *std::ranges::find(Fields(), name, &FieldSpec::name);
}

std::vector<std::string> Shown(std::string_view field, const char* letter) {
  const auto items = ItemsOf(Field(field), ordered_json::parse(letter), Casing::kExact);
  if (!items) return {"not answered"};
  std::vector<std::string> out;
  for (const Item& item : *items) out.push_back(item.Shown());
  return out;
}

TEST(ItemsOf, EveryFieldOfTheSchema) {
  const struct {
    const char *field, *letter;
    std::vector<std::string> want;
  } cases[] = {
      {"doc_type", R"({"doc_type": {"code": "QĐ", "name": "Quyết định"}})", {"QĐ"}},
      {"number",
       R"({"number": {"serial": 650, "normalized": "650/UBND-ĐNMN"}})",
       {"650/UBND-ĐNMN"}},
      {"issuer", R"({"issuer": {"name": "Sở Y tế", "parent": null}})", {"Sở Y tế"}},
      {"issuer.parent", R"({"issuer": {"name": "Sở Y tế", "parent": null}})", {}},
      {"issuer.parent", R"({"issuer": {"name": "Sở Y tế"}})", {"not answered"}},
      {"issuer.parent", R"({"issuer": null})", {}},
      {"place", R"({"place": {"value": "Huế"}})", {"Huế"}},
      {"issue_date", R"({"issue_date": {"year": 2014, "month": 2, "day": 27}})", {"2014-02-27"}},
      {"issue_date",
       R"({"issue_date": {"year": 2021, "month": 6, "day": null}})",
       {"2021-06-null"}},
      {"issue_date", R"({"issue_date": {"year": null, "month": null, "day": null}})", {}},
      {"issue_date", R"({"issue_date": null})", {}},
      {"issue_date", "{}", {"not answered"}},
      {"subject", R"({"subject": {"value": "báo cáo"}})", {"báo cáo"}},
      {"addressees", R"({"addressees": [{"value": "Bộ A"}, {"value": "Bộ B"}]})", {"Bộ A", "Bộ B"}},
      {"addressees", R"({"addressees": []})", {}},
      {"signer", R"({"signer": {"name": "Hà Vân", "title": "GIÁM ĐỐC"}})", {"Hà Vân"}},
      {"signer.title", R"({"signer": {"name": "Hà Vân", "title": "GIÁM ĐỐC"}})", {"GIÁM ĐỐC"}},
      {"signer.authority", R"({"signer": {"authority": null}})", {}},
      {"signer.cosigners", R"({"signer": {"cosigners": [{"name": "Lê An"}]}})", {"Lê An"}},
      {"signer.cosigners", R"({"signer": null})", {}},
      {"stamp.date",
       R"({"stamp": {"date": {"year": 2018, "month": 4, "day": 4}}})",
       {"2018-04-04"}},
      {"stamp.number", R"({"stamp": {"date": null}})", {"not answered"}},
      {"sections", R"({"sections": [{"path": "I/1", "heading": ""}]})", {"I/1 | -"}},
      {"annexes",
       R"({"annexes": [{"label": "Phụ lục I", "title": "DANH SÁCH"}]})",
       {"Phụ lục I | DANH SÁCH"}},
      {"references",
       R"({"references": [{"type": "QĐ", "number": "1/QĐ-TTg", "title": null},
                         {"number": null, "title": "Luật Đất đai"}]})",
       {"1/QĐ-TTg", "Luật Đất đai"}},
      {"dates",
       R"({"dates": [{"raw": "x", "start": "2014-01-01", "end": null}]})",
       {"2014-01-01 | -"}},
      {"deadlines",
       R"({"deadlines": [{"due": {"year": 2010, "month": 1, "day": null}, "task": "báo cáo"}]})",
       {"2010-01-null | báo cáo"}},
      {"figures",
       R"({"figures": [{"value": "37.50", "value_max": null, "unit": "USD"}]})",
       {"37.5 | - | USD"}},
      {"partners",
       R"({"partners": [{"name": "Lào", "kind": "country", "country": "LA"}]})",
       {"Lào | country | LA"}},
      {"delegations",
       R"({"delegations": [{"direction": "out", "purpose": "Thăm", "countries": ["LA", "TH"]}]})",
       {"out | Thăm | LA, TH"}},
      {"conferences", R"({"conferences": [{"name": "Hội thảo"}]})", {"Hội thảo"}},
      {"footnotes", R"({"footnotes": [{"label": "1", "text": "Số liệu"}]})", {"1 | Số liệu"}},
  };
  for (const auto& c : cases) EXPECT_EQ(Shown(c.field, c.letter), c.want) << c.field << c.letter;
}

TEST(ItemsOf, PartsBesideTheKey) {
  const auto letter = ordered_json::parse(R"({"delegations": [{
    "direction": "out", "purpose": "Thăm", "countries": [], "seq": 3,
    "members": {"raw": "6 - 7", "min": 6, "max": 7, "approx": false},
    "days": {"raw": "Khoảng 5", "min": 5, "max": 5, "approx": true},
    "count": {"raw": "Do Trưởng đoàn quyết định", "min": null, "max": null, "approx": false},
    "period": {"raw": "Quý II", "start": "2010-04-01", "end": "2010-06-30"},
    "partners": ["JETRO", "Kandal"], "funding": null}]})");
  const auto items = ItemsOf(Field("delegations"), letter, Casing::kExact);
  std::vector<std::string> shown;
  for (const Part& part : items->front().more) {
    shown.push_back(std::string(part.name) + "=" +
                    (!part.answered ? "?"
                     : part.value   ? part.value->shown()
                                    : "null"));
  }
  EXPECT_THAT(shown, ElementsAre("seq=3", "head=?", "content=?", "partners=JETRO, Kandal",
                                 "members=6..7", "days=~5", "count=Do Trưởng đoàn quyết định",
                                 "period=2010-04-01..2010-06-30", "funding=null"));
}

TEST(CheckGold, NamesWhatCannotBeScored) {
  const CheckedGold good = CheckGold(ordered_json::parse(
      R"({"schema_version": 1, "source": {}, "pages": [], "number": null, "tables": [], "figures": []})"));
  EXPECT_THAT(good.problems, IsEmpty());
  EXPECT_EQ(good.fields.dump(), R"({"number":null,"tables":[],"figures":[]})");

  const CheckedGold bad = CheckGold(ordered_json::parse(
      R"({"doc_type": "Công văn", "adressees": [], "recipients": ["x"], "place": null})"));
  EXPECT_THAT(bad.problems,
              ElementsAre("\"doc_type\" is not in the form of the schema: not scored",
                          "\"adressees\" is no field of the schema",
                          "\"recipients\" is not in the form of the schema: not scored"));
  EXPECT_EQ(bad.fields.dump(), R"({"place":null})");

  EXPECT_EQ(CheckGold(ordered_json::parse("[1]")).problems.size(), 1U);
}

}  // namespace
}  // namespace vanthu::evaluate
