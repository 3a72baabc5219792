// The job around an evaluation, over kept predictions: no letter is read here.
#include "pipeline/run/evaluate_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class RunEvaluateTest : public testing::Test {
 protected:
  RunEvaluateTest() : made_(TempFolder::Make(fs::temp_directory_path())) {
    options_.folder = Path("letters");
    options_.predictions = Path("predictions.jsonl");
    fs::create_directory(options_.folder);
    Write("letters/a.txt", "");
    Write("letters/a.gold.json", R"({"place": {"value": "Huế"}})");
    Write("predictions.jsonl",
          R"({"file": "a.txt", "letter": {"place": {"value": "Huế"}}, "text": ""})");
  }

  fs::path Path(const std::string& name) const { return made_->path() / name; }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(Path(name)) << text;
  }

  std::string Read(const std::string& name) const {
    std::ostringstream bytes;
    bytes << std::ifstream(Path(name)).rdbuf();
    return bytes.str();
  }

  Result<EvaluateReport> Run() const {
    const std::atomic<bool> stop = false;
    return RunEvaluate(options_, stop, {[](const Error&) {}, [](const Progress&) {}});
  }

  std::vector<std::string> Unscored() const {
    const Result<EvaluateReport> report = Run();
    std::vector<std::string> out;
    for (const evaluate::Unscored& item : report->evaluation.unscored) {
      out.push_back(item.file + ": " + item.reason);
    }
    return out;
  }

  Result<TempFolder> made_;
  EvaluateOptions options_;
};

TEST_F(RunEvaluateTest, ScoresKeptPredictions) {
  const Result<EvaluateReport> report = Run();
  ASSERT_TRUE(report.ok()) << report.error().Describe();
  ASSERT_EQ(report->evaluation.letters.size(), 1U);
  EXPECT_EQ(report->evaluation.letters.front().head_right, true);
  EXPECT_THAT(report->evaluation.unscored, IsEmpty());
  EXPECT_THAT(report->falls, IsEmpty());
}

TEST_F(RunEvaluateTest, ALetterThatCouldNotBeReadIsMissedAltogether) {
  Write("predictions.jsonl", R"({"file": "a.txt", "letter": null, "text": ""})");
  const Result<EvaluateReport> report = Run();
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->evaluation.letters.front().head_right, false);
}

TEST_F(RunEvaluateTest, TranscriptionsOfPages) {
  Write("letters/a.p2.gt.txt", "trang hai");
  Write("predictions.jsonl",
        "{\"file\": \"a.txt\", \"letter\": {}, \"text\": \"x\\n\\ftrang hai\\n\"}");
  const Result<EvaluateReport> report = Run();
  ASSERT_EQ(report->evaluation.pages.size(), 1U);
  EXPECT_EQ(report->evaluation.pages.front().text.characters, 9U);
  EXPECT_EQ(report->evaluation.pages.front().text.character_edits, 0U);
}

TEST_F(RunEvaluateTest, WhatWasNotScoredIsNamed) {
  Write("letters/b.txt", "");
  Write("letters/b.gold.json", "{");
  Write("letters/c.txt", "");
  Write("letters/c.gold.json", R"({"plaice": null})");
  Write("letters/d.txt", "");
  fs::create_directory(Path("letters/.hidden"));
  Write("letters/.hidden/e.txt", "");
  std::string lines = Read("predictions.jsonl") + "\n";
  lines += R"({"file": "b.txt", "letter": {}, "text": ""})";
  Write("predictions.jsonl", lines);
  EXPECT_THAT(Unscored(), ElementsAre("d.txt: no gold answers beside it",
                                      "c.txt: no prediction of it", "b.gold.json: not JSON"));
  lines +=
      "\n"
      R"({"file": "c.txt", "letter": {}, "text": ""})";
  Write("predictions.jsonl", lines);
  EXPECT_THAT(Unscored(), ElementsAre("d.txt: no gold answers beside it", "b.gold.json: not JSON",
                                      "c.gold.json: \"plaice\" is no field of the schema"));
}

TEST_F(RunEvaluateTest, FallsBelowABaselineThatItSaved) {
  options_.save = Path("report.json");
  ASSERT_TRUE(Run().ok());
  options_.baseline = options_.save;
  options_.save.reset();
  const Result<EvaluateReport> same = Run();
  EXPECT_THAT(same->falls, IsEmpty());
  Write("predictions.jsonl", R"({"file": "a.txt", "letter": {}, "text": ""})");
  const Result<EvaluateReport> report = Run();
  ASSERT_EQ(report->falls.size(), 1U);
  EXPECT_EQ(report->falls.front().what, "F1 of place");
}

TEST_F(RunEvaluateTest, KeepsWhatItScored) {
  options_.save_predictions = Path("kept.jsonl");
  ASSERT_TRUE(Run().ok());
  options_.predictions = options_.save_predictions;
  options_.save_predictions.reset();
  EXPECT_EQ(Run()->evaluation.letters.front().head_right, true);
}

TEST_F(RunEvaluateTest, ErrorsSayWhatToFix) {
  const auto code = [this] { return Run().error().code; };
  const EvaluateOptions good = options_;
  options_.folder = Path("nowhere");
  EXPECT_EQ(code(), ErrorCode::kNotFound);
  options_ = good;
  fs::create_directory(Path("empty"));
  options_.folder = Path("empty");
  EXPECT_EQ(code(), ErrorCode::kNotFound);
  options_ = good;
  options_.predictions = Path("none.jsonl");
  EXPECT_EQ(code(), ErrorCode::kNotFound);
  options_ = good;
  options_.baseline = Path("letters/a.gold.json");
  EXPECT_EQ(code(), ErrorCode::kUsage);
  options_ = good;
  options_.predictions = Path("letters/b.jsonl");
  Write("letters/b.jsonl", "no prediction");
  EXPECT_EQ(code(), ErrorCode::kUsage);
  options_ = good;
  options_.save = Path("no/such/folder/report.json");
  EXPECT_EQ(code(), ErrorCode::kDisk);
}

}  // namespace
}  // namespace vanthu::run
