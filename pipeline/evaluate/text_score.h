// How well a page was read: predicted text against its transcription. Both are compared after
// Normalize (one kind of dash, quote and blank): what a transcriber and a net can know of them
// differs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::evaluate {

struct TextScore {
  size_t pages = 0;
  size_t characters = 0;       // of the transcriptions, line breaks as blanks
  size_t character_edits = 0;  // whole page against whole page, in order
  size_t words = 0;
  size_t word_edits = 0;  // likewise, word by word
  size_t words_lost = 0;  // transcribed words that the output does not hold as often (in any order)
  size_t lines = 0;
  size_t line_characters = 0;
  size_t line_edits = 0;  // each line against its best place in the output: a lower bound
  std::vector<std::string> lost_lines;  // less than half of the line is found anywhere

  double Cer() const { return Share(character_edits, characters); }
  double Wer() const { return Share(word_edits, words); }
  double WordsLost() const { return Share(words_lost, words); }
  double LineCer() const { return Share(line_edits, line_characters); }

  TextScore& operator+=(const TextScore& other);

 private:
  static double Share(size_t part, size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

// One page.
TextScore ScoreText(std::string_view transcription, std::string_view predicted);

}  // namespace vanthu::evaluate
