#include "pipeline/evaluate/matching.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/evaluate/tables.h"

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

Scores Score(std::string_view name, const char* gold, const char* predicted) {
  const FieldSpec& field = *std::ranges::find(Fields(), name, &FieldSpec::name);
  const std::string member(field.member);
  const auto items = [&](const char* json) {
    return ItemsOf(field, {{member, ordered_json::parse(json)}}, Casing::kExact).value();
  };
  return ScoreItems(field, items(gold), items(predicted));
}

Counts CountsOf(const Scores& scores, std::string_view field) {
  return std::ranges::find(scores.fields, field, &FieldScore::field)->counts;
}

std::vector<std::string> Told(const Scores& scores) {
  std::vector<std::string> out;
  for (const FieldError& error : scores.errors) {
    out.push_back(error.field + ": " + error.gold.value_or("-") + " > " +
                  error.predicted.value_or("-"));
  }
  return out;
}

TEST(ScoreItems, OneValue) {
  const struct {
    const char *gold, *predicted;
    Counts want;
  } cases[] = {
      {R"({"value": "Huế"})", R"({"value": "Huế"})", {1, 1, 1, 1, 1}},
      {R"({"value": "Huế"})", R"({"value": "HUE"})", {1, 1, 0, 1, 1}},
      {R"({"value": "Huế"})", R"({"value": "Hà Nội"})", {1, 1, 0, 0, 0}},
      {R"({"value": "Huế"})", "null", {1, 0, 0, 0, 0}},
      {"null", R"({"value": "Huế"})", {0, 1, 0, 0, 0}},
      {"null", "null", {0, 0, 0, 0, 0}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(CountsOf(Score("place", c.gold, c.predicted), "place"), c.want)
        << c.gold << " / " << c.predicted;
  }
  EXPECT_THAT(Told(Score("place", R"({"value": "Huế"})", R"({"value": "Hà Nội"})")),
              ElementsAre("place: Huế > Hà Nội"));
  EXPECT_THAT(Told(Score("place", "null", R"({"value": "Huế"})")), ElementsAre("place: - > Huế"));
}

TEST(ScoreItems, ListsArePairedBestFirst) {
  const Scores scores = Score(
      "recipients", R"([{"value": "Như trên"}, {"value": "Sở Tài chính"}, {"value": "Sở Y tế"}])",
      R"([{"value": "Lưu: VT"}, {"value": "SỞ Y TẾ"}, {"value": "Sở Y tế"}, {"value": "Như trên"}])");
  EXPECT_EQ(CountsOf(scores, "recipients"), (Counts{3, 4, 2, 2, 2}));
  EXPECT_THAT(Told(scores), ElementsAre("recipients: Sở Tài chính > -", "recipients: - > Lưu: VT",
                                        "recipients: - > SỞ Y TẾ"));
}

TEST(ScoreItems, TheSameValueTwiceIsTwoItems) {
  const Scores scores =
      Score("figures",
            R"([{"value": "6", "value_max": null, "unit": "đoàn", "section": "1"},
                                  {"value": "6", "value_max": null, "unit": "đoàn", "section": "2"}])",
            R"([{"value": "6", "value_max": null, "unit": "đoàn", "section": "2"}])");
  EXPECT_EQ(CountsOf(scores, "figures"), (Counts{2, 1, 1, 1, 1}));
  // The hint has brought the right two together.
  EXPECT_EQ(CountsOf(scores, "figures.section"), (Counts{1, 1, 1, 1, 1}));
}

TEST(ScoreItems, PartsAreCountedOnWhatWasFound) {
  const Scores scores = Score(
      "references",
      R"([{"type": "QĐ", "number": "1/QĐ-TTg", "issuer": "Thủ tướng", "date": null, "role": "basis"},
          {"type": "TB", "number": "703-TB/TU", "issuer": null, "date": null, "role": "cites"}])",
      R"([{"type": "QĐ", "number": "1/QĐ-TTg", "issuer": null, "role": "cites",
           "date": {"year": 2014, "month": 1, "day": 2}}])");
  EXPECT_EQ(CountsOf(scores, "references"), (Counts{2, 1, 1, 1, 1}));
  EXPECT_EQ(CountsOf(scores, "references.type"), (Counts{1, 1, 1, 1, 1}));
  EXPECT_EQ(CountsOf(scores, "references.issuer"), (Counts{1, 0, 0, 0, 0}));
  EXPECT_EQ(CountsOf(scores, "references.date"), (Counts{0, 1, 0, 0, 0}));
  EXPECT_EQ(CountsOf(scores, "references.role"), (Counts{1, 1, 0, 0, 0}));
  EXPECT_THAT(Told(scores),
              ElementsAre("references: 703-TB/TU > -", "references.date: - > 1/QĐ-TTg: 2014-01-02",
                          "references.issuer: 1/QĐ-TTg: Thủ tướng > -",
                          "references.role: 1/QĐ-TTg: basis > 1/QĐ-TTg: cites"));
}

TEST(ScoreItems, PartsThatTheGoldLeavesOutAreNotScored) {
  const Scores scores = Score("sections", R"([{"path": "I", "heading": "KẾT QUẢ"}])",
                              R"([{"path": "I", "heading": "KẾT QUẢ", "text": "Năm 2014 …"}])");
  EXPECT_EQ(CountsOf(scores, "sections"), (Counts{1, 1, 1, 1, 1}));
  EXPECT_EQ(CountsOf(scores, "sections.text"), Counts{});
  EXPECT_THAT(scores.errors, IsEmpty());
}

TEST(ScoreItems, EveryKeyPartMustAgree) {
  const Scores scores =
      Score("partners", R"([{"name": "Lào", "kind": "country", "country": "LA"}])",
            R"([{"name": "Lào", "kind": "country", "country": null}])");
  EXPECT_EQ(CountsOf(scores, "partners"), (Counts{1, 1, 0, 0, 0}));
  EXPECT_THAT(Told(scores), ElementsAre("partners: Lào | country | LA > Lào | country | -"));
}

constexpr char kPlan[] = R"([{"title": "KẾ HOẠCH", "kind": "outgoing_delegations",
  "columns": ["TT", "Nước đến"],
  "rows": [["1", "Lào"], ["2", "Thái Lan"], ["3", ""]]}])";

Scores Tables(const char* gold, const char* predicted) {
  return ScoreTables(ordered_json::parse(gold), ordered_json::parse(predicted));
}

TEST(ScoreTables, Right) {
  const Scores scores = Tables(kPlan, kPlan);
  EXPECT_EQ(CountsOf(scores, "tables"), (Counts{1, 1, 1, 1, 1}));
  EXPECT_EQ(CountsOf(scores, "tables.cells"),
            (Counts{7, 7, 7, 7, 7}));  // the empty cell says nothing
  EXPECT_EQ(CountsOf(scores, "tables.rows"), (Counts{1, 1, 1, 1, 1}));
  EXPECT_EQ(CountsOf(scores, "tables.kind"), (Counts{1, 1, 1, 1, 1}));
  EXPECT_THAT(scores.errors, IsEmpty());
}

TEST(ScoreTables, ARowTooManyCostsItsOwnCells) {
  const Scores scores =
      Tables(kPlan, R"([{"title": null, "kind": "other", "columns": ["TT", "Nước đến"],
      "rows": [["x", "y"], ["1", "LÀO"], ["2", "Thái Lan"], ["3", ""]]}])");
  EXPECT_EQ(CountsOf(scores, "tables"), (Counts{1, 1, 0, 0, 0}));
  EXPECT_EQ(CountsOf(scores, "tables.cells"), (Counts{7, 9, 6, 7, 7}));
  EXPECT_EQ(CountsOf(scores, "tables.rows"), (Counts{1, 1, 0, 0, 0}));
  EXPECT_EQ(CountsOf(scores, "tables.kind"), (Counts{1, 1, 0, 0, 0}));
  EXPECT_EQ(CountsOf(scores, "tables.title"), (Counts{1, 0, 0, 0, 0}));
}

TEST(ScoreTables, MissedAndInvented) {
  const Scores missed = Tables(kPlan, "[]");
  EXPECT_EQ(CountsOf(missed, "tables"), (Counts{1, 0, 0, 0, 0}));
  EXPECT_EQ(CountsOf(missed, "tables.cells"), Counts{});
  EXPECT_THAT(Told(missed), ElementsAre("tables: KẾ HOẠCH (3 rows, 7 cells) > -"));
  EXPECT_EQ(CountsOf(Tables("[]", kPlan), "tables"), (Counts{0, 1, 0, 0, 0}));
  // What is no table of the schema is none.
  EXPECT_EQ(CountsOf(Tables(kPlan, R"([7, {"rows": 3}])"), "tables"), (Counts{1, 1, 0, 0, 0}));
}

}  // namespace
}  // namespace vanthu::evaluate
