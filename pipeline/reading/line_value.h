// How good the text of one line at a letter's foot is: whether it says what is printed there. For
// choosing among readings of the same ink; what it says is for the extractors.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/reading/engine.h"

namespace vanthu::reading {

enum class LineKind {
  kNoise,  // marks, strokes, letters of a seal
  kText,   // mostly syllables
  kName,   // a person's name
  kTitle,  // an office, or an authority before one
};

struct LineValue {
  LineKind kind = LineKind::kNoise;
  double worth = 0;  // higher is better; of equal kinds mostly the confidence
};

// `confidence` is the mean of its words.
LineValue ValueOf(std::string_view text, double confidence);

// Words with a blank between.
std::string JoinedText(const std::vector<ReadWord>& words);

}  // namespace vanthu::reading
