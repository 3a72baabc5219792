// Probabilities worked out by hand from a table of ten rows, and the counts that come with the program.
#include "models/lexicon/language_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "models/lexicon/table.h"

namespace vanthu {
namespace {

using Context = LanguageModel::Context;

LanguageModel Tiny() {
  const std::vector<LanguageModel::NgramCount> counts = {
      {"ủy", 10},         {"ban", 20},        {"bàn", 6},      {"nhân", 40},
      {"<p>", 24},        {"ủy ban", 8},      {"ban nhân", 5}, {"bàn nhân", 1},
      {"ủy ban nhân", 4}, {"ban nhân lạ", 3}, {"lạ lùng", 9},  {"nhân ủy ban", 7}};
  return LanguageModel::FromCounts(counts);
}

// Probability of the last of `words` after the others.
double Probability(const LanguageModel& model, const std::vector<std::string>& words) {
  Context context;
  LanguageModel::Step step;
  for (const std::string& word : words) {
    step = model.Next(context, model.Find(word));
    context = step.next;
  }
  return std::exp(step.log_probability);
}

TEST(LanguageModel, AbsoluteDiscountingByHand) {
  const LanguageModel model = Tiny();
  ASSERT_EQ(model.size(), 5U);
  const struct {
    std::vector<std::string> words;
    double want;
  } rows[] = {
      // c(w) / 100.
      {{"ban"}, 0.2},
      {{"<p>"}, 0.24},
      // (8 - 0.75) / 10 + (1 - 7.25 / 10) * 0.2
      {{"ủy", "ban"}, 0.725 + 0.275 * 0.2},
      // No such pair: what the pairs of "ủy" leave.
      {{"ủy", "bàn"}, 0.275 * 0.06},
      // "nhân" begins no pair: all is left to the word alone.
      {{"nhân", "ban"}, 0.2},
      // (4 - 0.75) / 8 + (1 - 3.25 / 8) * P(nhân | ban); P(nhân | ban) = 4.25 / 20 + 15.75 / 20 * 0.4
      {{"ủy", "ban", "nhân"}, 0.40625 + 0.59375 * (0.2125 + 0.7875 * 0.4)},
      // The pair was counted, this triple was not.
      {{"ủy", "ban", "bàn"}, 0.59375 * 0.7875 * 0.06},
      // The pair "ủy bàn" was not: what is left is P(nhân | bàn) = 0.25 / 6 + 5.75 / 6 * 0.4.
      {{"ủy", "bàn", "nhân"}, 0.25 / 6 + 5.75 / 6 * 0.4},
      // Words outside the table: well-formed or not, after anything, and anything after them.
      {{"quyết"}, 2e-8},
      {{"qquyết"}, 2e-9},
      {{"ủy", "quyết"}, 0.275 * 2e-8},
      {{"quyết", "ban"}, 0.2},
  };
  for (const auto& row : rows) {
    std::string name;
    for (const std::string& word : row.words) name += word + ' ';
    EXPECT_NEAR(Probability(model, row.words), row.want, 1e-7 * std::max(row.want, 1e-8)) << name;
  }
}

TEST(LanguageModel, ProbabilitiesAfterAContextSumToOne) {
  const LanguageModel model = Tiny();
  for (const std::vector<std::string>& before :
       {std::vector<std::string>{}, {"ủy"}, {"ủy", "ban"}, {"ban", "nhân"}, {"nhân", "nhân"}}) {
    double sum = 0;
    for (uint32_t token = 0; token < model.size(); ++token) {
      std::vector<std::string> words = before;
      words.emplace_back(model.Word(token));
      sum += Probability(model, words);
    }
    EXPECT_NEAR(sum, 1, 1e-6) << before.size();
  }
}

TEST(LanguageModel, TokensAreWrittenAsTheCountsAre) {
  const LanguageModel model = Tiny();
  const auto read = [&model](std::string_view printed) {
    std::string out;
    for (const LanguageModel::Token token : model.Tokenize(printed)) {
      out += token == LanguageModel::kUnknownSyllable ? "?"
             : token == LanguageModel::kUnknownWord   ? "!"
                                                      : std::string(model.Word(token));
      out += ' ';
    }
    return out;
  };
  const struct {
    const char* printed;
    const char* want;
  } rows[] = {
      {"ỦY BAN NHÂN", "ủy ban nhân "},
      {"Uỷ ban", "ủy ban "},  // one convention of tone placement
      {"ban, nhân.", "ban <p> nhân <p> "},
      {"(ban)...", "<p> ban <p> "},
      {"01/2025/QĐ", "! <p> ! "},  // <num> and <abbr> are not in this table
      {"12.500 1,5", "! ! "},
      {"quyết", "? "},
      {"Champasak", "! "},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.printed), row.want) << row.printed;
}

TEST(LanguageModel, WithoutWordsNothingIsKnown) {
  const LanguageModel model;
  EXPECT_TRUE(model.empty());
  EXPECT_EQ(model.Find("ban"), LanguageModel::kUnknownSyllable);
  EXPECT_EQ(model.Count(model.Find("ban")), 0U);
  EXPECT_NEAR(Probability(model, {"ban", "ban"}), 2e-8, 1e-12);
}

TEST(LanguageModel, TheCountsOfTheProgram) {
  const LanguageModel& model = LanguageModel::Administrative();
  ASSERT_EQ(model.size(), 6015U);
  for (const std::string_view name : {LanguageModel::kNumber, LanguageModel::kPunctuation,
                                      LanguageModel::kAbbreviation, std::string_view("ủy")}) {
    EXPECT_LT(model.Find(name), model.size()) << name;
  }
  EXPECT_EQ(model.Count(model.Find("điều")), 460086U);
  EXPECT_GT(Probability(model, {"ủy", "ban", "nhân", "dân"}), 0.9);
  EXPECT_GT(Probability(model, {"<num>", "tháng", "<num>"}), 0.8);
  EXPECT_LT(Probability(model, {"ủy", "ban", "nhàn"}), 1e-4);
}

TEST(LanguageModel, DamagedFilesAreErrors) {
  namespace fs = std::filesystem;
  EXPECT_EQ(LanguageModel::Load("/nonexistent/ngrams.bin").error().code, ErrorCode::kNotFound);
  std::ifstream in(DataDir() / "language" / "ngrams.bin", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const fs::path file = fs::path(testing::TempDir()) / "vanthu_ngrams.bin";
  const auto load = [&file](const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    return LanguageModel::Load(file);
  };
  EXPECT_TRUE(load(whole).ok());
  EXPECT_FALSE(load("").ok());
  for (const size_t size : {5U, 20U, 2000U, 1000000U})
    EXPECT_FALSE(load(whole.substr(0, size)).ok());
  EXPECT_FALSE(load(whole + "x").ok());
  for (const size_t at : {0U, 9U, 13U, 17U, 21U}) {
    std::string bent = whole;
    bent[at] = static_cast<char>(bent[at] ^ 0x15);
    EXPECT_EQ(load(bent).error().code, ErrorCode::kDamaged) << at;
  }
  // Words of pairs that the vocabulary does not have.
  std::string bent = whole;
  bent.replace(bent.size() - 2, 2, "\xff\xff");
  EXPECT_FALSE(load(bent).ok());
  fs::remove(file);
}

}  // namespace
}  // namespace vanthu
