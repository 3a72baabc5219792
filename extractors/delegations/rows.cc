#include "extractors/delegations/rows.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "extractors/quantity/numbers.h"
#include "extractors/time/periods.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"

namespace vanthu::extractors {
namespace {

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = CleanLine(text.substr(begin, end - begin));
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

bool IsListItem(const std::string& line) {
  static const RE2 mark(R"(^(?:[-–—+*•]|\d{1,2}[.)]|[a-zđ]\))\s*\S)");
  return RE2::PartialMatch(line, mark);
}

std::string CellText(std::string_view cell) {
  std::string text;
  for (const std::string& line : Lines(cell)) {
    if (!text.empty()) {
      const bool closed = text.ends_with(';') || text.ends_with(':') || text.ends_with('.');
      text += closed || IsListItem(line) ? '\n' : ' ';
    }
    text += line;
  }
  static const RE2 nothing(R"(^[-–—.…\s/x]*$)");
  return RE2::FullMatch(text, nothing) ? std::string() : text;
}

// The year that a title or a trích yếu plans or reports: "KẾ HOẠCH ĐOÀN RA NĂM 2014".
std::optional<int> YearIn(std::string_view text) {
  static const RE2 year(R"(nam\s+(20\d\d|19\d\d)\b)");
  const std::string folded = Fold(text);
  int value = 0;
  if (RE2::PartialMatch(folded, year, &value)) return value;
  return std::nullopt;
}

IssuedOn YearFor(const Table& table, const Record& record) {
  IssuedOn issued;
  if (table.title) issued.year = YearIn(*table.title);
  if (!issued.year && record.subject) issued.year = YearIn(record.subject->value);
  if (issued.year || !record.issue_date) return issued;
  return {record.issue_date->year, record.issue_date->month, record.issue_date->day};
}

// The cell with what stands in brackets blanked out, byte by byte.
std::string WithoutBrackets(std::string text) {
  int depth = 0;
  for (char& c : text) {
    if (c == '(') ++depth;
    if (depth > 0 && c != '\n') {
      if (c == ')') --depth;
      c = ' ';
    }
  }
  return text;
}

void Span(const std::string& text, const IssuedOn& issued, Period& period) {
  for (const PeriodSpan& span : FindPeriods(text, issued)) {
    if (!period.start || *span.start < *period.start) period.start = span.start;
    if (!period.end || *period.end < *span.last) period.end = span.last;
  }
}

}  // namespace

std::optional<std::string> ListedRow::Text(std::string_view role) const {
  const std::optional<size_t> column = roles_->Of(role);
  if (!column || *column >= cells_->size()) return std::nullopt;
  std::string text = CellText((*cells_)[*column]);
  if (*column == 0 && roles_->NameHoldsOrdinal()) {
    static const RE2 ordinal(R"(^\d{1,3}[.)]?\s+)");
    RE2::Replace(&text, ordinal, "");
  }
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<Range> ListedRow::Number(std::string_view role) const {
  const std::optional<std::string> text = Text(role);
  if (!text) return std::nullopt;
  return RangeOf(*text);
}

std::optional<int> ListedRow::Ordinal() const {
  std::optional<std::string> text = Text("seq");
  if (!text && roles_->NameHoldsOrdinal()) text = (*cells_)[0].substr(0, (*cells_)[0].find(' '));
  static const RE2 ordinal(R"(^\(?0*(\d{1,4})[.)]?$)");
  int value = 0;
  if (text && RE2::FullMatch(*text, ordinal, &value)) return value;
  return std::nullopt;
}

bool ListedRow::Lists(std::string_view name_role) const {
  const std::optional<std::string> name = Text(name_role);
  static const RE2 words(R"(\p{L}\p{L})");
  if (!name || !RE2::PartialMatch(*name, words)) return false;
  std::set<std::string> distinct;
  const std::optional<size_t> seq = roles_->Of("seq");
  bool counted = false;
  for (size_t c = 0; c < cells_->size(); ++c) {
    const std::string text = CellText((*cells_)[c]);
    if (text.empty()) continue;
    static const RE2 total(
        R"(^(?:tong cong|tong so|tong|cong)(?:\s*[:.(]|\s+(?:so|cong)\b|\s*$|\s*\())");
    if (c < 3 && RE2::PartialMatch(Fold(text), total)) return false;
    if (seq && c == *seq) {
      counted = Ordinal().has_value();
      static const RE2 group(R"(^(?:[IVX]{1,5}|[A-H])[.)]?$)");
      if (!RE2::FullMatch(text, group)) continue;
      // "I | Đoàn đi Lào": a group, unless the row says more.
      continue;
    }
    distinct.insert(text);
  }
  return distinct.size() > 1 || (counted && !distinct.empty());
}

RowPlaces::RowPlaces(const Letter& letter) : letter_(letter) {
  int page = -1;
  CellRef row;
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    const LetterLine& line = letter.lines[i];
    const Line& printed = letter.Printed(line);
    if (!printed.cell || line.zone == Zone::kStamp) continue;
    if (groups_.empty() || line.page != page || printed.cell->grid != row.grid ||
        printed.cell->row != row.row) {
      groups_.emplace_back();
      page = line.page;
      row = *printed.cell;
    }
    groups_.back().push_back(i);
    std::vector<size_t>& places = by_text_[CleanLine(printed.text)];
    if (places.empty() || places.back() != groups_.size() - 1) places.push_back(groups_.size() - 1);
  }
}

void RowPlaces::Describe(const Table& table, const std::vector<std::string>& cells,
                         std::string_view rule, Evidenced& value) {
  // The row's longest line that the letter prints tells it best from others; the lines of a list
  // that was parted are no printed lines.
  const std::vector<size_t>* found = nullptr;
  size_t longest = 0;
  for (const std::string& cell : cells) {
    for (const std::string& line : Lines(cell)) {
      if (line.size() <= longest) continue;
      const auto at = by_text_.find(line);
      if (at == by_text_.end()) continue;
      found = &at->second;
      longest = line.size();
    }
    const std::string text = CellText(cell);
    if (text.empty()) continue;
    if (!value.raw.empty()) value.raw += " | ";
    value.raw += text;
  }
  value.rule = rule;
  value.score = 0.9;
  const auto group = found == nullptr ? std::vector<size_t>::const_iterator{}
                                      : std::ranges::lower_bound(*found, next_);
  if (found == nullptr || group == found->end()) {
    value.evidence = table.evidence;
    value.score = 0.85;
    return;
  }
  next_ = *group + 1;
  for (const size_t i : groups_[*group]) {
    const LetterLine& line = letter_.lines[i];
    value.evidence.push_back(letter_.Where(line));
    value.score = std::min(value.score, 0.9 * letter_.Printed(line).confidence);
  }
}

std::optional<Period> PeriodOf(const std::optional<std::string>& cell, const Table& table,
                               const Record& record, const Evidenced& row) {
  if (!cell) return std::nullopt;
  Period period;
  period.raw = *cell;
  std::ranges::replace(period.raw, '\n', ' ');
  period.evidence = row.evidence;
  period.rule = "delegations/period";
  period.score = row.score;
  const std::string text = Normalize(*cell).text;
  const IssuedOn issued = YearFor(table, record);
  Span(WithoutBrackets(text), issued, period);
  if (!period.start) Span(text, issued, period);
  return period;
}

}  // namespace vanthu::extractors
