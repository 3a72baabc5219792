#include "letter.h"

namespace vanthu::corpus {

std::string PlainText(const Line& line, const std::string& mark_open,
                      const std::string& mark_close) {
  std::string text;
  for (const Span& span : line) {
    if (span.kind == SpanKind::kMark) {
      text += mark_open + span.text + mark_close;
    } else {
      text += span.text;
    }
  }
  return text;
}

const Footnote* FindFootnote(const Letter& letter, const std::string& mark) {
  for (const Footnote& note : letter.footnotes) {
    if (note.mark == mark) return &note;
  }
  return nullptr;
}

bool IsSplitName(const std::string& line) {
  return line == "ỦY BAN NHÂN DÂN" || line == "UỶ BAN NHÂN DÂN" || line == "HỘI ĐỒNG NHÂN DÂN";
}

bool IsShortRule(const Line& line) { return PlainText(line) == kShortRule; }

}  // namespace vanthu::corpus
