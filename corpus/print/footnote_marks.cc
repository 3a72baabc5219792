#include "footnote_marks.h"

#include <set>

namespace vanthu::corpus {
namespace {

struct MarkMatcher {
  const Letter& letter;
  std::set<std::string>& used;

  void operator()(Head& head) const {
    Match(head.left);
    Match(head.right);
  }
  void operator()(Title& title) const { Match(title.lines); }
  void operator()(To& to) const { Match(to.lines); }
  void operator()(Body& body) const { Match(body.paragraphs); }
  void operator()(Center& center) const { Match(center.lines); }
  void operator()(Table& table) const {
    for (auto& row : table.rows) {
      for (Cell& cell : row) Match(cell.lines);
    }
  }
  void operator()(Foot& foot) const {
    Match(foot.left);
    Match(foot.right);
  }
  void operator()(Annex&) const {}
  void operator()(PageBreak&) const {}

  void Match(Lines& lines) const {
    for (Line& line : lines) {
      for (Span& span : line) {
        if (span.kind != SpanKind::kMark) continue;
        if (FindFootnote(letter, span.text) == nullptr) {
          span.kind = SpanKind::kRaised;
        } else {
          used.insert(span.text);
        }
      }
    }
  }
};

}  // namespace

std::string MatchFootnotes(Letter& letter) {
  std::set<std::string> used;
  for (Element& element : letter.elements) std::visit(MarkMatcher{letter, used}, element);
  for (const Footnote& note : letter.footnotes) {
    if (used.count(note.mark) == 0) return note.mark;
  }
  return "";
}

}  // namespace vanthu::corpus
