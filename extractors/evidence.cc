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

double LeastConfidence(const Letter& letter, const Passage& passage, size_t begin, size_t end) {
  double least = 1;
  for (size_t p = passage.PieceAt(begin); p < passage.pieces.size(); ++p) {
    const Passage::Piece& piece = passage.pieces[p];
    if (piece.begin >= end) break;
    least = std::min(least, letter.Printed(letter.lines[piece.line]).confidence);
  }
  return least;
}

}  // namespace vanthu::extractors
