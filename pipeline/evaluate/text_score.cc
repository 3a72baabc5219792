#include "pipeline/evaluate/text_score.h"

#include <algorithm>
#include <unordered_map>

#include "models/text/normalize.h"
#include "pipeline/evaluate/edit_distance.h"

namespace vanthu::evaluate {
namespace {

// Share of a line's characters that must be found in one place; below, what was found is chance.
constexpr double kLineFound = 0.5;

// Printed lines, normalised, blanks trimmed, empty ones left out.
std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of("\n\f", begin), text.size());
    std::string line = CleanLine(Normalize(text.substr(begin, end - begin)).text);
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += ' ';
    out += line;
  }
  return out;
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Words as symbols: the same number for the same word.
class Numbering {
 public:
  std::u32string Of(const std::vector<std::string_view>& words) {
    std::u32string out;
    for (const std::string_view word : words) {
      out.push_back(
          numbers_.try_emplace(word, static_cast<char32_t>(numbers_.size())).first->second);
    }
    return out;
  }

 private:
  std::unordered_map<std::string_view, char32_t> numbers_;
};

size_t CountLost(const std::vector<std::string_view>& words,
                 const std::vector<std::string_view>& predicted) {
  std::unordered_map<std::string_view, int> left;
  for (const std::string_view word : predicted) ++left[word];
  size_t lost = 0;
  for (const std::string_view word : words) {
    const auto found = left.find(word);
    if (found == left.end() || found->second-- <= 0) ++lost;
  }
  return lost;
}

bool IsLost(size_t edits, size_t length) {
  return static_cast<double>(length - edits) < kLineFound * static_cast<double>(length);
}

}  // namespace

TextScore& TextScore::operator+=(const TextScore& other) {
  pages += other.pages;
  characters += other.characters;
  character_edits += other.character_edits;
  words += other.words;
  word_edits += other.word_edits;
  words_lost += other.words_lost;
  lines += other.lines;
  line_characters += other.line_characters;
  line_edits += other.line_edits;
  lost_lines.insert(lost_lines.end(), other.lost_lines.begin(), other.lost_lines.end());
  return *this;
}

TextScore ScoreText(std::string_view transcription, std::string_view predicted) {
  const std::vector<std::string> lines = Lines(transcription);
  const std::string text = Joined(lines);
  const std::string output = Joined(Lines(predicted));
  const std::u32string output_points = CodePoints(output);
  TextScore score;
  score.pages = 1;
  const std::u32string points = CodePoints(text);
  score.characters = points.size();
  score.character_edits = EditDistance(points, output_points);
  const std::vector<std::string_view> words = Words(text);
  const std::vector<std::string_view> output_words = Words(output);
  Numbering numbering;
  score.words = words.size();
  const std::u32string symbols = numbering.Of(words);
  score.word_edits = EditDistance(symbols, numbering.Of(output_words));
  score.words_lost = CountLost(words, output_words);
  score.lines = lines.size();
  for (const std::string& line : lines) {
    const std::u32string line_points = CodePoints(line);
    const size_t edits = BestPlaceDistance(line_points, output_points);
    score.line_characters += line_points.size();
    score.line_edits += edits;
    if (IsLost(edits, line_points.size())) score.lost_lines.push_back(line);
  }
  return score;
}

}  // namespace vanthu::evaluate
