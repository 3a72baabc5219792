#include "pipeline/segment/notes.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "models/document/passage.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// Footnotes are set at 10 points under a body of 13 or 14; a line up to this share of the body's
// height counts as small print. Higher, and body lines without ascenders pass; lower, and footnotes
// with tall capitals do not.
constexpr double kSmallPrint = 0.86;

double MedianHeight(const Page& page) {
  std::vector<double> heights;
  for (const Line& line : page.lines) {
    if (line.box && line.text.size() > 30) heights.push_back(line.box->height());
  }
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

// Lines of small print at the foot of a page, from the first that begins with a mark on.
bool BeginsSmallPrint(const Letter& letter, size_t i, double median) {
  static const RE2 numbered(R"(^\d{1,2}\s*\pL)");
  const LetterLine& line = letter.lines[i];
  const Line& printed = letter.Printed(line);
  const Page& page = letter.pages[static_cast<size_t>(line.page)];
  if (!printed.box || !page.height || median <= 0 || printed.cell) return false;
  return printed.box->y0 > *page.height * 0.45 && printed.box->height() < kSmallPrint * median &&
         RE2::PartialMatch(line.text, numbered);
}

class FootnoteMarker {
 public:
  explicit FootnoteMarker(Letter& letter) : letter_(letter) {}

  void Mark() {
    for (size_t i = 0; i < letter_.lines.size();) {
      const int page = letter_.lines[i].page;
      size_t end = i;
      while (end < letter_.lines.size() && letter_.lines[end].page == page) ++end;
      MarkPage(i, end);
      i = end;
    }
    ReportWithoutMark();
  }

 private:
  void MarkPage(size_t begin, size_t end) {
    static const RE2 bracketed(R"(^\[(\d{1,3}|\*)\]\s*(.*)$)");
    static const RE2 numbered(R"(^(\d{1,2})\s*(.*)$)");
    const double median =
        MedianHeight(letter_.pages[static_cast<size_t>(letter_.lines[begin].page)]);
    bool small_print = false;
    for (size_t i = begin; i < end; ++i) {
      const LetterLine& line = letter_.lines[i];
      const Line& printed = letter_.Printed(line);
      std::string label, text;
      if (!printed.cell && RE2::FullMatch(line.text, bracketed, &label, &text) && !text.empty()) {
        small_print = false;
        Begin(i, label, text);
        while (i + 1 < end && !letter_.Printed(letter_.lines[i + 1]).starts_paragraph &&
               letter_.lines[i + 1].zone == Zone::kNone &&
               !letter_.lines[i + 1].text.starts_with("[")) {
          GoOn(++i);
        }
        continue;
      }
      if (BeginsSmallPrint(letter_, i, median) && RestIsSmall(i, end, median) &&
          RE2::FullMatch(line.text, numbered, &label, &text) && IsMarkedAbove(begin, i, label)) {
        small_print = true;
        Begin(i, label, text);
      } else if (small_print && EndsAbove(i)) {
        letter_.lines[i].zone = Zone::kContact;
      } else if (small_print && !IsPageNumber(line.folded) && !printed.cell) {
        GoOn(i);
      }
    }
  }

  // An address under the notes stands apart from them, and so do its further lines.
  bool EndsAbove(size_t i) const {
    const LetterLine& above = letter_.lines[i - 1];
    const Line& printed = letter_.Printed(letter_.lines[i]);
    const Line& over = letter_.Printed(above);
    if (above.zone == Zone::kContact) return true;
    static const RE2 closed(R"re([.;:!?)"]$)re");
    return printed.box && over.box && RE2::PartialMatch(above.text, closed) &&
           printed.box->y0 - over.box->y1 > 0.8 * over.box->height();
  }

  // Small print goes down to the foot of the page: nothing of the body's size stands below it.
  bool RestIsSmall(size_t i, size_t end, double median) const {
    for (size_t k = i; k < end; ++k) {
      const Line& printed = letter_.Printed(letter_.lines[k]);
      if (printed.text.size() > 30 && printed.box && printed.box->height() > 0.95 * median)
        return false;
    }
    return true;
  }

  // Numbered small print is a footnote where the page's text bears its mark; else it is a table's row.
  bool IsMarkedAbove(size_t begin, size_t i, const std::string& label) const {
    std::set<std::string> marks;
    for (size_t k = begin; k < i; ++k) CollectMarks(letter_.lines[k].text, marks);
    return marks.contains(label);
  }

  void Begin(size_t i, const std::string& label, const std::string& text) {
    LetterLine& line = letter_.lines[i];
    line.zone = Zone::kFootnote;
    Footnote note;
    note.label = label;
    note.text = text;
    note.raw = letter_.Printed(line).text;
    note.rule = "notes/mark";
    note.score = 0.95 * letter_.Printed(line).confidence;
    note.evidence.push_back(letter_.Where(line));
    letter_.footnotes.push_back(std::move(note));
  }

  void GoOn(size_t i) {
    LetterLine& line = letter_.lines[i];
    line.zone = Zone::kFootnote;
    Footnote& note = letter_.footnotes.back();
    JoinLine(note.text, letter_.Printed(line).text);
    note.score = std::min(note.score, 0.95 * letter_.Printed(line).confidence);
    note.evidence.push_back(letter_.Where(line));
  }

  void ReportWithoutMark() {
    if (letter_.footnotes.empty()) return;
    std::set<std::string> marks;
    for (const LetterLine& line : letter_.lines) {
      if (line.zone != Zone::kFootnote) CollectMarks(line.text, marks);
    }
    for (Footnote& note : letter_.footnotes) {
      if (marks.contains(note.label)) continue;
      note.score = std::min(note.score, 0.6);
      letter_.diagnostics.push_back({Severity::kInfo, "footnote_without_mark",
                                     "footnote " + note.label + " has no mark in the text",
                                     note.evidence.front().page});
    }
  }

  // "[1]", and a raised mark without its raise: "WTO1", "doanh2.", behind a year "20141".
  static void CollectMarks(std::string_view text, std::set<std::string>& marks) {
    static const RE2 bracketed(R"(\[(\d{1,3}|\*)\])");
    static const RE2 glued(R"re((?:[\pL%)"]|\b(?:19|20)\d{2})(\d{1,2})(?:[\s.,;:)"]|$))re");
    for (const RE2* pattern : {&bracketed, &glued}) {
      re2::StringPiece rest(text.data(), text.size());
      std::string found;
      while (RE2::FindAndConsume(&rest, *pattern, &found)) marks.insert(found);
    }
  }

  Letter& letter_;
};

}  // namespace

void MarkFootnotes(Letter& letter) { FootnoteMarker(letter).Mark(); }

}  // namespace vanthu::segment
