#include "default_style.h"

#include <algorithm>
#include <cstddef>

namespace vanthu::corpus {
namespace {

bool HasOwnStyle(const Lines& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
    return std::any_of(line.begin(), line.end(),
                       [](const Span& span) { return span.bold || span.italic; });
  });
}

void MakeBold(Line& line) {
  for (Span& span : line) span.bold = true;
}

void MakeItalic(Line& line) {
  for (Span& span : line) span.italic = true;
}

bool IsNumberLine(const Line& line) { return PlainText(line).rfind("Số", 0) == 0; }

void StyleHead(Head& head) {
  if (!HasOwnStyle(head.left)) {
    // The issuer is the last line over the rule, or over the number when there is no rule; the
    // parent body above it stays plain.
    std::size_t issuer = head.left.size();
    for (std::size_t i = 0; i < head.left.size(); ++i) {
      if (IsShortRule(head.left[i]) || IsNumberLine(head.left[i])) break;
      issuer = i;
    }
    if (issuer < head.left.size()) MakeBold(head.left[issuer]);
    if (issuer > 0 && issuer < head.left.size() && IsSplitName(PlainText(head.left[issuer - 1]))) {
      MakeBold(head.left[issuer - 1]);
    }
  }
  if (!HasOwnStyle(head.right)) {
    for (Line& line : head.right) {
      const bool is_date = PlainText(line).find("ngày") != std::string::npos;
      if (is_date) MakeItalic(line); else MakeBold(line);
    }
  }
}

void StyleFoot(Foot& foot) {
  if (!HasOwnStyle(foot.right)) {
    for (Line& line : foot.right) MakeBold(line);
  }
  if (!HasOwnStyle(foot.left) && !foot.left.empty() &&
      PlainText(foot.left.front()).rfind("Nơi nhận", 0) == 0) {
    MakeBold(foot.left.front());
    MakeItalic(foot.left.front());
  }
}

void StyleTable(Table& table) {
  const auto head_rows = std::min(static_cast<std::size_t>(table.head_rows), table.rows.size());
  for (std::size_t row = 0; row < head_rows; ++row) {
    for (Cell& cell : table.rows[row]) {
      if (HasOwnStyle(cell.lines)) return;
    }
  }
  for (std::size_t row = 0; row < head_rows; ++row) {
    for (Cell& cell : table.rows[row]) {
      for (Line& line : cell.lines) MakeBold(line);
    }
  }
}

void BoldUnlessStyled(Lines& lines) {
  if (HasOwnStyle(lines)) return;
  for (Line& line : lines) {
    const bool is_aside = PlainText(line).rfind('(', 0) == 0;  // (Kèm theo Công văn số …)
    if (is_aside) MakeItalic(line); else MakeBold(line);
  }
}

struct Styler {
  void operator()(Head& head) const { StyleHead(head); }
  void operator()(Title& title) const { BoldUnlessStyled(title.lines); }
  void operator()(Center& center) const { BoldUnlessStyled(center.lines); }
  void operator()(Foot& foot) const { StyleFoot(foot); }
  void operator()(Table& table) const { StyleTable(table); }
  void operator()(To&) const {}
  void operator()(Body&) const {}
  void operator()(Annex&) const {}
  void operator()(PageBreak&) const {}
};

}  // namespace

Letter WithDefaultStyle(Letter letter) {
  for (Element& element : letter.elements) std::visit(Styler{}, element);
  return letter;
}

}  // namespace vanthu::corpus
