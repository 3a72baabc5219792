#include "pipeline/evaluate/report.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace vanthu::evaluate {
namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char kGold[] = R"({
  "doc_type": {"code": "CV", "name": "Công văn"},
  "number": {"normalized": "650/UBND-ĐNMN"},
  "place": {"value": "Huế"},
  "urgency": null,
  "recipients": [{"value": "Như trên"}, {"value": "Lưu: VT"}]})";

constexpr char kPrediction[] = R"({
  "doc_type": {"code": "CV", "name": "Công văn"},
  "number": {"normalized": "650/UBND-DNMN"},
  "place": {"value": "Huế"},
  "subject": {"value": "không hỏi"},
  "urgency": null,
  "recipients": [{"value": "Như trên"}]})";

Evaluation Evaluate(const char* gold, const char* prediction) {
  Evaluation evaluation;
  evaluation.letters.push_back(
      ScoreLetter("a.txt", GoldFromJson(gold).value(), ordered_json::parse(prediction)));
  return evaluation;
}

Counts CountsOf(const std::vector<FieldScore>& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &FieldScore::field);
  return found == fields.end() ? Counts{} : found->counts;
}

TEST(Reliability, CountsHowManyOfTheScoredValuesAreRight) {
  const Evaluation evaluation = Evaluate(
      R"({"place": {"value": "Huế"},
          "issuer": {"name": "Sở Y tế", "parent": "Bộ Y tế"},
          "recipients": [{"value": "Như trên"}, {"value": "Lưu: VT"}]})",
      R"({"place": {"value": "Hué", "score": 0.97},
          "issuer": {"name": "Sở Y tế", "parent": null, "score": 0.95},
          "recipients": [{"value": "Như trên", "score": 1}, {"value": "Lưu VT", "score": 0.42},
                         {"value": "Sở Y tế"}]})");
  const Summary summary = Summarize(evaluation);
  std::vector<std::string> bins, sure;
  for (const ReliabilityBin& bin : summary.reliability) {
    bins.push_back(fmt::format("{:.2f}: {} of {}", bin.from, bin.right, bin.values));
  }
  for (const FieldReliability& field : summary.sure) {
    sure.push_back(fmt::format("{}: {} of {}", field.field, field.sure_right, field.sure));
  }
  EXPECT_THAT(bins, ElementsAre("0.00: 0 of 1", "0.95: 2 of 3"));
  EXPECT_THAT(sure, ElementsAre("issuer: 1 of 1", "place: 0 of 1", "recipients: 1 of 1"));
}

TEST(ScoreLetter, ScoresWhatTheGoldAnswers) {
  const LetterScore score = Evaluate(kGold, kPrediction).letters.front();
  std::vector<std::string> names;
  for (const FieldScore& field : score.fields) names.push_back(field.field);
  EXPECT_THAT(names, ElementsAre("doc_type", "number", "place", "recipients", "urgency"));
  EXPECT_EQ(CountsOf(score.fields, "number"), (Counts{1, 1, 0, 1, 1}));
  EXPECT_EQ(CountsOf(score.fields, "recipients"), (Counts{2, 1, 1, 1, 1}));
  EXPECT_EQ(score.head_right, false);
  EXPECT_EQ(Evaluate(kGold, kGold).letters.front().head_right, true);
  EXPECT_EQ(Evaluate("{}", kGold).letters.front().head_right, std::nullopt);
}

TEST(ScoreLetter, AStampIsOnPaperAlone) {
  const char* stamped = R"({"stamp": {"number": "5126"}})";
  const auto asked = [](const char* gold, const char* prediction) {
    return !Evaluate(gold, prediction).letters.front().fields.empty();
  };
  EXPECT_FALSE(asked(stamped, R"({"pages": [{"origin": "text"}]})"));
  EXPECT_TRUE(asked(stamped, R"({"pages": [{"origin": "text"}, {"origin": "ocr"}]})"));
  EXPECT_TRUE(asked(stamped, "{}"));
  EXPECT_TRUE(asked(R"({"stamp": null})", R"({"pages": [{"origin": "text"}]})"));
}

TEST(ScoreLetter, CaseOfALineInCapitalsIsNotAsked) {
  const Gold gold = GoldFromMeta(R"({"issuer": "BAN LẠ ĐỜI", "parent": null})").value();
  const LetterScore score = ScoreLetter(
      "x", gold, ordered_json::parse(R"({"issuer": {"name": "BAN LẠ ĐỜI", "parent": null}})"));
  EXPECT_EQ(CountsOf(score.fields, "issuer").strict, 1);
}

TEST(Summarize, AddsLettersAndKeepsTheOrderOfTheSchema) {
  Evaluation evaluation = Evaluate(R"({"number": null, "urgency": null})", kPrediction);
  evaluation.letters.push_back(Evaluate(kGold, kPrediction).letters.front());
  const Summary summary = Summarize(evaluation);
  std::vector<std::string> names;
  for (const FieldScore& field : summary.fields) names.push_back(field.field);
  EXPECT_THAT(names, ElementsAre("doc_type", "number", "place", "recipients", "urgency"));
  EXPECT_EQ(CountsOf(summary.fields, "number"), (Counts{1, 2, 0, 1, 1}));
  EXPECT_EQ(summary.heads_scored, 2);
  EXPECT_EQ(summary.heads_right, 0);
}

TEST(Summarize, DigitsByHandAreCountedApart) {
  Evaluation evaluation;
  const auto add = [&](const char* meta) {
    evaluation.letters.push_back(
        ScoreLetter("x", GoldFromMeta(meta).value(), ordered_json::object()));
  };
  add(R"({"number": "1/QĐ", "date": "2014-02-27", "handwritten": ["1"]})");
  add(R"({"number": "2/QĐ", "handwritten": []})");
  add(R"({"number": "3/QĐ"})");  // does not say
  const Summary summary = Summarize(evaluation);
  EXPECT_EQ(CountsOf(summary.fields, "number").gold, 3);
  EXPECT_EQ(CountsOf(summary.handwritten, "number").gold, 1);
  EXPECT_EQ(CountsOf(summary.printed, "number").gold, 1);
  EXPECT_EQ(CountsOf(summary.printed, "issue_date").gold, 1);
  EXPECT_EQ(summary.printed.front().field, "number");
}

TEST(RatesOf, PrecisionRecallF1) {
  const Rates rates = RatesOf({4, 2, 1, 1, 2}, Match::kStrict);
  EXPECT_DOUBLE_EQ(*rates.precision, 0.5);
  EXPECT_DOUBLE_EQ(*rates.recall, 0.25);
  EXPECT_DOUBLE_EQ(*rates.f1, 1.0 / 3);
  EXPECT_DOUBLE_EQ(*RatesOf({4, 2, 1, 1, 2}, Match::kEdit).precision, 1);
  EXPECT_FALSE(RatesOf({0, 3, 0, 0, 0}, Match::kStrict).recall.has_value());
  EXPECT_EQ(RatesOf({0, 3, 0, 0, 0}, Match::kStrict).f1, 0);
  EXPECT_FALSE(RatesOf({}, Match::kStrict).f1.has_value());
}

TEST(ReportJson, HoldsFiguresAndErrors) {
  Evaluation evaluation = Evaluate(kGold, kPrediction);
  evaluation.pages.push_back({"a.p1.gt.txt", ScoreText("abcd", "abcX")});
  evaluation.unscored.push_back({"b.txt", "no gold answers beside it"});
  const ordered_json report = ReportJson(evaluation);
  EXPECT_EQ(report["letters"], 1);
  EXPECT_EQ(report["whole_letters"]["rate"], 0);
  EXPECT_EQ(report["fields"]["recipients"]["strict"]["f1"], 0.6667);
  EXPECT_EQ(report["fields"]["urgency"]["strict"]["f1"], nullptr);
  EXPECT_EQ(report["text"]["cer"], 0.25);
  EXPECT_EQ(report["by_letter"][0]["errors"][0]["match"], "soft");
  EXPECT_EQ(report["by_page"][0]["file"], "a.p1.gt.txt");
  EXPECT_EQ(report["unscored"][0]["file"], "b.txt");
  EXPECT_EQ(ReportJson({})["text"], nullptr);
}

TEST(ReportText, Tables) {
  Evaluation evaluation = Evaluate(kGold, kPrediction);
  evaluation.pages.push_back({"a.p1.gt.txt", ScoreText("abcd\nnothing of this", "abcX")});
  evaluation.unscored.push_back({"b.txt", "no gold answers beside it"});
  const std::string plain = ReportText(evaluation, TableStyle::kPlain, ErrorList::kNone);
  EXPECT_THAT(plain, HasSubstr("recipients        2  100.0   50.0   66.7   100.0"));
  EXPECT_THAT(plain, HasSubstr("urgency           0      -      -      -"));
  EXPECT_THAT(plain, HasSubstr("Letters with every head field strictly right: 0 of 1\n"));
  EXPECT_THAT(plain, HasSubstr("Not scored:\n  b.txt: no gold answers beside it\n"));
  EXPECT_THAT(plain, Not(HasSubstr("line lost")));
  const std::string markdown = ReportText(evaluation, TableStyle::kMarkdown, ErrorList::kAll);
  EXPECT_THAT(markdown, HasSubstr("|---|--:|"));
  EXPECT_THAT(
      markdown,
      HasSubstr("- a.txt: number: gold \"650/UBND-ĐNMN\", predicted \"650/UBND-DNMN\" (soft)\n"));
  EXPECT_THAT(markdown, HasSubstr("- a.txt: recipients: gold \"Lưu: VT\", predicted nothing\n"));
  EXPECT_THAT(markdown, HasSubstr("- a.p1.gt.txt: line lost: \"nothing of this\"\n"));
}

std::vector<std::string> Falls(const ordered_json& baseline, const Evaluation& now) {
  const Result<std::vector<Fall>> falls = FallsBelow(baseline, now);
  std::vector<std::string> out;
  for (const Fall& fall : *falls) out.push_back(fall.Describe());
  return out;
}

TEST(FallsBelow, NamesEveryFigureThatFell) {
  const Evaluation before = Evaluate(kGold, kGold);
  EXPECT_THAT(Falls(ReportJson(before), before), IsEmpty());
  EXPECT_THAT(Falls(ReportJson(before), Evaluate(kGold, kPrediction)),
              ElementsAre("F1 of number: 100.00 % in the baseline, 0.00 % now",
                          "F1 of recipients: 100.00 % in the baseline, 66.67 % now"));
  EXPECT_THAT(Falls(ReportJson(Evaluate(kGold, kPrediction)), before), IsEmpty());
  // A field that is no longer asked.
  EXPECT_THAT(
      Falls(ReportJson(before), Evaluate(R"({"number": {"normalized": "650/UBND-ĐNMN"}})", kGold))
          .size(),
      3U);
}

TEST(FallsBelow, HalfAPointIsTolerated) {
  ordered_json baseline = ReportJson(Evaluate(kGold, kPrediction));
  baseline["fields"]["recipients"]["strict"]["f1"] = 0.6717;
  EXPECT_THAT(Falls(baseline, Evaluate(kGold, kPrediction)), IsEmpty());
  baseline["fields"]["recipients"]["strict"]["f1"] = 0.6718;
  EXPECT_EQ(Falls(baseline, Evaluate(kGold, kPrediction)).size(), 1U);
}

TEST(FallsBelow, ReadingThatGotWorse) {
  Evaluation before, now;
  before.pages.push_back({"a", ScoreText("abcd efgh", "abcd efgh")});
  now.pages.push_back({"a", ScoreText("abcd efgh", "abcd efgX")});
  EXPECT_THAT(Falls(ReportJson(before), now),
              ElementsAre("CER: 0.00 % in the baseline, 11.11 % now",
                          "WER: 0.00 % in the baseline, 50.00 % now"));
  EXPECT_EQ(Falls(ReportJson(before), {}).size(), 2U);
  EXPECT_THAT(Falls(ReportJson(now), before), IsEmpty());
}

TEST(FallsBelow, WhatIsNoReport) {
  const ordered_json odd = {{"report_version", 1}, {"fields", {{"a", 3}, {"b", {{"strict", 1}}}}}};
  EXPECT_THAT(Falls(odd, {}), IsEmpty());
  for (const char* json : {"{}", "[]", "3", R"({"fields": {}})"}) {
    EXPECT_EQ(FallsBelow(ordered_json::parse(json), {}).error().code, ErrorCode::kDamaged) << json;
  }
}

}  // namespace
}  // namespace vanthu::evaluate
