// What every extractor needs: the lines of a zone, and a value's evidence made from lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/document/letter.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {

// The letter's own lines of a zone (annexes left out), in reading order. Valid as long as the letter.
std::vector<const LetterLine*> LinesOf(const Letter& letter, Zone zone);

// Printed text of lines, joined with one blank.
std::string PrintedText(const Letter& letter, const std::vector<const LetterLine*>& lines);

// Fills raw, evidence, rule and score of a value read from whole lines. The score is `certainty` (how
// sure the rule is on clean text, 0..1) times the reading's confidence in its least sure line.
void SetEvidence(const Letter& letter, const std::vector<const LetterLine*>& lines,
                 std::string_view rule, double certainty, Evidenced& value);

// The reading's confidence in the least sure of the lines that bytes [begin, end) of a passage stand on.
double LeastConfidence(const Letter& letter, const Passage& passage, size_t begin, size_t end);

}  // namespace vanthu::extractors
