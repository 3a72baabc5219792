// The small pieces of WordprocessingML that the body and the parts of a .docx are made of.
#pragma once

#include <string>
#include <string_view>

#include "letter.h"

namespace vanthu::corpus {

enum class Alignment { kLeft, kCentre, kRight, kJustified };

// How a paragraph is set; sizes and lengths in points.
struct ParagraphStyle {
  Alignment alignment = Alignment::kLeft;
  double size = 14;
  double first_indent = 0;
  double left_indent = 0;
  double space_after = 0;
  bool keep_with_next = false;
};

std::string EscapeXml(std::string_view text);

// A paragraph of runs. A footnote mark becomes a reference to the footnote, the short rule an empty
// paragraph with a line under it.
std::string ParagraphXml(const Letter& letter, const Line& line, const ParagraphStyle& style);

// The runs alone, without <w:p>.
std::string RunsXml(const Letter& letter, const Line& line, double size);

}  // namespace vanthu::corpus
