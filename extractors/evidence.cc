#include "extractors/evidence.h"

#include <algorithm>

namespace vanthu::extractors {

std::vector<const LetterLine*> LinesOf(const Letter& letter, Zone zone) {
  std::vector<const LetterLine*> lines;
  for (const LetterLine& line : letter.lines) {
    if (line.zone == zone && line.annex < 0) lines.push_back(&line);
  }
  return lines;
}

std::string PrintedText(const Letter& letter, const std::vector<const LetterLine*>& lines) {
  std::string text;
  for (const LetterLine* line : lines) {
    if (!text.empty()) text += ' ';
    text += letter.Printed(*line).text;
  }
  return text;
}

void SetEvidence(const Letter& letter, const std::vector<const LetterLine*>& lines,
                 std::string_view rule, double certainty, Evidenced& value) {
  value.raw = PrintedText(letter, lines);
  value.rule = rule;
  value.score = certainty;
  for (const LetterLine* line : lines) {
    value.evidence.push_back(letter.Where(*line));
    value.score = std::min(value.score, certainty * letter.Printed(*line).confidence);
  }
}

}  // namespace vanthu::extractors
