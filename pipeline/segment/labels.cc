#include "pipeline/segment/labels.h"

#include <re2/re2.h>

#include <array>

#include "models/lexicon/docnumber.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::segment {
namespace {

// "12/UBND-NC ngày …" at the start of a line: a document's number, wrapped from the line above.
bool OpensWithDocument(std::string_view text) {
  const std::vector<NumberInText> numbers = FindNumbers(text.substr(0, 40));
  return !numbers.empty() && numbers.front().begin == 0 &&
         numbers.front().parts.symbol.find_first_of("-/", 1) != std::string::npos;
}

}  // namespace

std::optional<Label> LabelOf(const LetterLine& line) {
  struct Pattern {
    Kind kind;
    RE2 pattern;  // (label)(mark and blanks)
  };
  static const std::array<Pattern, 10> patterns = {{
      {Kind::kPart,
       RE2(R"((?i)^(phần(?: thứ)?\s+(?:[ivxl]+|\d{1,2}|nhất|hai|ba|bốn|tư|năm|sáu))(\s*[.:-]?\s*))")},
      {Kind::kChapter, RE2(R"((?i)^(chương\s+(?:[ivxl]+|\d{1,2}))(\s*[.:-]?\s*))")},
      {Kind::kSubItem, RE2(R"((?i)^(tiểu mục\s+\d{1,2})(\s*[.:-]?\s*))")},
      {Kind::kItem, RE2(R"((?i)^(mục\s+(?:\d{1,2}|[ivxl]+))(\s*[.:-]?\s*))")},
      {Kind::kArticle, RE2(R"((?i)^(điều\s*\d{1,3}[a-zđ]?)(\s*(?:[.:]\s*-?|-)\s*|\s*$))")},
      {Kind::kDotted2, RE2(R"(^(\d{1,2}\.\d{1,2}\.\d{1,2})([.)]?\s+))")},
      {Kind::kDotted, RE2(R"(^(\d{1,2}\.\d{1,2})([.)]?\s+))")},
      {Kind::kRoman, RE2(R"(^([IVX]{1,5})(\s*[.)-]+\s*|\s*/\s+))")},
      {Kind::kNumber, RE2(R"(^(\d{1,2})(\s*(?:[.)/]\s*-?|-)\s*))")},
      {Kind::kLetter, RE2(R"(^([a-zđ])(\s*[.)/]\s*-?\s*))")},
  }};
  for (const Pattern& p : patterns) {
    std::string label, mark;
    if (!RE2::PartialMatch(line.text, p.pattern, &label, &mark)) continue;
    const size_t length = label.size() + mark.size();
    const CodePoint next = DecodeAt(line.text, length);
    // Phần lớn …, Mục 2 của Kế hoạch này …: running text.
    if (p.kind <= Kind::kSubItem &&
        (IsLower(next.value) || (mark.empty() && IsWordChar(next.value))))
      continue;
    if (p.kind == Kind::kNumber && length == label.size() + 1 && OpensWithDocument(line.text))
      continue;
    if (p.kind == Kind::kNumber && (IsDigit(next.value) || next.length == 0)) continue;  // 1.987,64
    if ((p.kind == Kind::kRoman || p.kind == Kind::kLetter) && next.length == 0) continue;
    return Label{p.kind, label, length};
  }
  static const RE2 dash(R"(^([-*+•])(\s*))");
  std::string label, mark;
  if (RE2::PartialMatch(line.text, dash, &label, &mark)) {
    return Label{Kind::kDash, label == "•" ? "-" : label, label.size() + mark.size()};
  }
  return std::nullopt;
}

std::optional<Label> CapitalLabelOf(const LetterLine& line) {
  static const RE2 capital(R"(^([A-ZĐ])(\s*[.)/]\s*-?\s*|\s-\s)\pL\pL)");
  std::string label, mark;
  if (!RE2::PartialMatch(line.text, capital, &label, &mark)) return std::nullopt;
  return Label{Kind::kCapital, label, label.size() + mark.size()};
}

std::string LabelInSentenceCase(const Label& label) {
  if (label.kind > Kind::kArticle) return label.label;
  static const RE2 parts(R"((?i)^([^\d]*?)\s*(\d+\pL?|[ivxl]+|nhất|hai|ba|bốn|tư|năm|sáu)$)");
  std::string word, rest;
  if (!RE2::FullMatch(label.label, parts, &word, &rest)) return label.label;
  const std::string lower = Lower(word);
  const size_t first = DecodeAt(lower, 0).length;
  return Upper(lower.substr(0, first)) + lower.substr(first) + " " + rest;
}

}  // namespace vanthu::segment
