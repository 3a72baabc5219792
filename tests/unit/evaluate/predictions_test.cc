#include "pipeline/evaluate/predictions.h"

#include <gtest/gtest.h>

namespace vanthu::evaluate {
namespace {

TEST(Prediction, PageText) {
  const Prediction prediction{nullptr, "one\n\ftwo\n\f\f"};
  EXPECT_EQ(prediction.PageText(1), "one\n");
  EXPECT_EQ(prediction.PageText(2), "two\n");
  EXPECT_EQ(prediction.PageText(3), "");
  EXPECT_EQ(prediction.PageText(4), "");
  EXPECT_EQ(prediction.PageText(9), "");
  EXPECT_EQ(prediction.PageText(0), prediction.text);
}

TEST(Predictions, ComeBackAsTheyWere) {
  const Prediction letter{{{"place", {{"value", "Huế"}}}}, "Huế\n\f"};
  const std::string lines = PredictionLine("a b.pdf", letter) + "\n" +
                            PredictionLine("c.pdf", {nullptr, ""}) +
                            PredictionLine("\xff.txt", letter);
  const Result<Predictions> read = ParsePredictions(lines);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->size(), 3U);
  EXPECT_EQ(read->at("a b.pdf").letter, letter.letter);
  EXPECT_EQ(read->at("a b.pdf").text, letter.text);
  EXPECT_TRUE(read->at("c.pdf").letter.is_null());
}

TEST(Predictions, DamagedLines) {
  const char* good = R"({"file": "a", "letter": null, "text": ""})";
  for (const char* bad :
       {"{", "[]", "3", R"({"file": "a"})", R"({"file": 1, "letter": {}, "text": ""})",
        R"({"file": "a", "letter": [], "text": ""})"}) {
    const Result<Predictions> read = ParsePredictions(std::string(good) + "\n" + bad);
    ASSERT_FALSE(read.ok()) << bad;
    EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
    EXPECT_EQ(read.error().message, "line 2 is no prediction");
  }
  EXPECT_TRUE(ParsePredictions("").ok());
}

}  // namespace
}  // namespace vanthu::evaluate
