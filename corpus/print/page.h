// A page laid out: what lies where, in points from the top left, and its transcription. Filled by
// LayOut (layout.h), drawn by PaintPage (paint.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "letter.h"
#include "type_setter.h"

namespace vanthu::corpus {

struct Box {
  double left = 0, top = 0, width = 0, height = 0;
};

struct TextItem {
  SetLine line;
  double left = 0;      // of the setting width; the ink begins at left + line.x
  double baseline = 0;
};

struct RuleItem {  // a straight thin line
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double thickness = 0.6;
};

struct BoxedWords {  // secrecy, urgency
  Box box;
  TextItem text;
};

struct Page {
  double width = 0, height = 0;
  std::vector<TextItem> texts;
  std::vector<RuleItem> rules;
  std::vector<BoxedWords> boxed;
  std::optional<Box> signature;  // free space between title and name
  std::optional<Box> seal;
  std::optional<Box> stamp;      // of the receiving office
  std::vector<std::string> transcript;  // one printed line a line, in reading order
};

}  // namespace vanthu::corpus
