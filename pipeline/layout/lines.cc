#include "pipeline/layout/lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "models/text/normalize.h"
#include "pipeline/layout/anchors.h"

namespace vanthu::layout {
namespace {

// First-line indent is 1 or 1.27 cm (28 or 36 points); half of the smaller one tells it from noise.
constexpr double kMinIndent = 1.1;  // em
// A justified paragraph's last line ends before the margin; other lines reach it but for hyphens.
constexpr double kShortEnd = 3;  // em
// Blank above a paragraph that is set off, as a share of the usual distance of two lines.
constexpr double kWideStep = 1.45;

// Margins on both sides, alike to a tenth of the text's width.
bool IsCentered(const Box& box, const Measure& measure) {
  const double left = box.x0 - measure.left, right = measure.right - box.x1;
  return left > 0.08 * measure.width() && right > 0.08 * measure.width() &&
         std::abs(left - right) < 0.1 * measure.width();
}

double UsualStep(const std::vector<PlacedLine>& lines) {
  std::vector<double> steps;
  for (size_t i = 1; i < lines.size(); ++i) {
    const double step = lines[i].flat.center_y() - lines[i - 1].flat.center_y();
    if (step > 0) steps.push_back(step);
  }
  if (steps.empty()) return 0;
  // The lower quartile: blank lines between short paragraphs must not count as usual.
  const auto at = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 4);
  std::nth_element(steps.begin(), at, steps.end());
  return *at;
}

bool OpensItem(const std::string& text) {
  return text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("* ");
}

bool StartsParagraph(const PlacedLine& line, const PlacedLine& before, double step,
                     const Measure& measure) {
  const double down = line.flat.center_y() - before.flat.center_y();
  if (step > 0 && down > kWideStep * step) return true;
  if (OpensItem(line.line.text)) return true;
  if (line.line.column != Column::kFull) return false;
  if (line.line.centered) {
    return !before.line.centered || IsCapitals(line.line.text) != IsCapitals(before.line.text);
  }
  if (line.flat.x0 - measure.left > kMinIndent * measure.em) {
    // A hanging block (addressees, a list) is indented as a whole.
    return std::abs(line.flat.x0 - before.flat.x0) > 0.5 * measure.em ||
           measure.right - before.flat.x1 > kShortEnd * measure.em;
  }
  return before.line.centered || measure.right - before.flat.x1 > kShortEnd * measure.em;
}

}  // namespace

PlacedLine MakeLine(const Segment& segment, Column column) {
  PlacedLine out;
  out.flat = segment.box;
  Line& line = out.line;
  line.text = CleanLine(TextOf(segment));
  line.column = column;
  line.bold = line.italic = true;
  Box box = segment.tokens.front().word.box;
  double sum = 0;
  for (const Token& token : segment.tokens) {
    box = Union(box, token.word.box);
    sum += token.word.confidence;
    line.bold = line.bold && token.word.bold;
    line.italic = line.italic && token.word.italic;
    line.words.push_back(token.word);
  }
  line.box = box;
  line.confidence = sum / static_cast<double>(segment.tokens.size());
  return out;
}

Measure Margins(const std::vector<PlacedLine>& lines, Measure measure) {
  if (lines.size() < 8) return measure;
  std::vector<double> lefts, rights;
  for (const PlacedLine& placed : lines) {
    lefts.push_back(placed.flat.x0);
    rights.push_back(placed.flat.x1);
  }
  const auto outlier = static_cast<std::ptrdiff_t>(lines.size() / 10);
  std::nth_element(lefts.begin(), lefts.begin() + outlier, lefts.end());
  std::nth_element(rights.begin(), rights.end() - 1 - outlier, rights.end());
  measure.left = lefts[static_cast<size_t>(outlier)];
  measure.right = rights[rights.size() - 1 - static_cast<size_t>(outlier)];
  return measure;
}

void MarkShapes(std::vector<PlacedLine>& lines, const Measure& measure) {
  const double step = UsualStep(lines);
  for (size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i].line;
    line.centered = line.column == Column::kFull && IsCentered(lines[i].flat, measure);
    line.starts_paragraph = i == 0 || StartsParagraph(lines[i], lines[i - 1], step, measure);
  }
}

}  // namespace vanthu::layout
