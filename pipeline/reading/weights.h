// What the corrector's numbers weigh against each other. They belong together: change one and measure
// all with `reading_trial --search` (tests/bench), which also says what a document is worth that none of
// them was chosen on.
#pragma once

#include <cstdint>

namespace vanthu::reading {

// Costs are natural logarithms. Start: ../shared/reading.md.
struct Weights {
  // Of the model against the costs of candidates, and what a token is worth, so that a text of more words
  // is not the worse one.
  double model = 0.3;
  double token = 5;

  // To read another tone or other marks on the vowels (and đ for d), or both; more for what may be a name;
  // less where the reading is no word of the language.
  double one_kind = 2.4;
  double both_kinds = 3.4;
  double name = 1;
  double no_syllable = 1;
  // Seen less often, a syllable is offered for no reading.
  uint32_t fewest_seen = 20;
  // More where the engine was surer than it mostly is. On the 10 pages of ../shared 0 leaves 3.39 % of the
  // words lost, 4 3.24, 8 3.09, 12 3.09; printed texts read without an error stay as they are with each.
  double sureness = 8;
  double usual_confidence = 0.93;

  // To change a word that is a known name with its neighbour: the name may itself be misread (Phú Yên as
  // Phù Yên), but then the words around must say so.
  double known_name = 2;
  // Where readings differ: a text with signs that letters do not have. Two readings of the 10 pages of
  // ../shared lose 2.23 % of the words without this, 2.08 with 1, 2.05 with 2 and 3.
  double odd_sign = 2;
  // A reading counts by this power of its confidence, at least by the confidence below.
  double power = 2;
  double least_confidence = 0.05;

  // A line that the first reading has not: its mean confidence, the share of syllables among its words.
  double lost_line_confidence = 0.45;
  double lost_line_syllables = 0.6;
};

}  // namespace vanthu::reading
