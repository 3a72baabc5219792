// One letter against its gold answers, and what many of them add up to.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/evaluate/gold.h"
#include "pipeline/evaluate/matching.h"
#include "pipeline/evaluate/text_score.h"

namespace vanthu::evaluate {

// The predicted values of one field, each with its score.
struct FieldJudged {
  std::string field;
  std::vector<Judged> values;
};

struct LetterScore {
  std::string file;
  std::vector<FieldScore> fields;  // those that the gold answers, in the order of the schema
  std::vector<FieldError> errors;
  std::vector<FieldJudged> judged;
  std::optional<bool>
      head_right;  // every head field strictly; none where no head field is answered
  std::optional<std::set<std::string, std::less<>>> handwritten;  // as in Gold
};

// `predicted` is a letter in the form of the schema. A receiving office's stamp lies on paper
// alone: where no page of the prediction was read by OCR, a stamp of the gold answers is not scored
// (the corpus prints the same letter as text and as a scan).
LetterScore ScoreLetter(std::string_view file, const Gold& gold,
                        const nlohmann::ordered_json& predicted);

struct PageScore {
  std::string file;  // of the transcription
  TextScore text;
};

// Something that was not scored, and why.
struct Unscored {
  std::string file;
  std::string reason;
};

struct Evaluation {
  std::vector<LetterScore> letters;
  std::vector<PageScore> pages;
  std::vector<Unscored> unscored;
};

// How far scores can be believed: of the values scored from `from` to below `to`, how many are right.
struct ReliabilityBin {
  double from = 0, to = 0;  // 0..1; the last bin holds 1 as well
  int values = 0, right = 0;
};

// From here on a value counts as sure: what a person need not look at.
inline constexpr double kSureScore = 0.95;

struct FieldReliability {
  std::string field;
  int sure = 0, sure_right = 0;  // values scored kSureScore or above
};

struct Summary {
  size_t letters = 0;
  int heads_right = 0;
  int heads_scored = 0;
  std::vector<FieldScore> fields;           // in the order of the schema, those that were scored
  std::vector<FieldScore> handwritten;      // of letters that say so: fields with digits by hand,
  std::vector<FieldScore> printed;          // and the same fields where nothing is by hand
  std::vector<ReliabilityBin> reliability;  // from 0 up; those that hold values
  std::vector<FieldReliability> sure;       // by field, those that have sure values
  TextScore text;
};

Summary Summarize(const Evaluation& evaluation);

// None where it would be 0 / 0.
struct Rates {
  std::optional<double> precision, recall, f1;
};
// `level` is kStrict, kSoft or kEdit.
Rates RatesOf(const Counts& counts, Match level);

}  // namespace vanthu::evaluate
