#include "pipeline/segment/segment.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"
#include "pipeline/segment/annex.h"
#include "pipeline/segment/foot.h"
#include "pipeline/segment/head.h"
#include "pipeline/segment/notes.h"
#include "pipeline/segment/outline.h"
#include "pipeline/segment/paragraphs.h"
#include "pipeline/segment/shape.h"
#include "pipeline/segment/stamp.h"
#include "pipeline/segment/tables.h"

namespace vanthu::segment {
namespace {

// No paragraph has so many bytes. A longer line (a file without line ends) is cut at blanks, so that
// work on a line stays small.
constexpr size_t kLongestLine = 8'000;

// Where a line that is too long is cut: behind a blank, else between two letters.
size_t CutBefore(std::string_view text, size_t limit) {
  const size_t blank = text.rfind(' ', limit);
  if (blank != std::string_view::npos && blank > 0) return blank + 1;
  while (limit > 1 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
  return limit;
}

void CutLongLines(Page& page) {
  const auto too_long = [](const Line& line) {
    return line.text.size() > kLongestLine && line.words.empty() && !line.cell;
  };
  if (std::ranges::none_of(page.lines, too_long)) return;
  std::vector<Line> lines;
  for (Line& line : page.lines) {
    if (!too_long(line)) {
      lines.push_back(std::move(line));
      continue;
    }
    Line part = line;
    for (std::string_view rest = line.text; !rest.empty(); part.starts_paragraph = false) {
      const size_t end = rest.size() > kLongestLine ? CutBefore(rest, kLongestLine) : rest.size();
      part.text = CleanLine(rest.substr(0, end));
      lines.push_back(part);
      rest.remove_prefix(end);
    }
  }
  page.lines = std::move(lines);
}

Letter LinesOf(std::vector<Page> pages) {
  Letter letter;
  letter.pages = std::move(pages);
  for (size_t p = 0; p < letter.pages.size(); ++p) {
    CutLongLines(letter.pages[p]);
    const Page& page = letter.pages[p];
    letter.diagnostics.insert(letter.diagnostics.end(), page.diagnostics.begin(),
                              page.diagnostics.end());
    for (size_t l = 0; l < page.lines.size(); ++l) {
      LetterLine line;
      line.page = static_cast<int>(p);
      line.line = static_cast<int>(l);
      line.text = Normalize(page.lines[l].text).text;
      line.folded = Fold(line.text);
      letter.lines.push_back(std::move(line));
    }
  }
  return letter;
}

// A page number stands alone as the first or last line of a page.
void MarkPageNumbers(Letter& letter) {
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    LetterLine& line = letter.lines[i];
    const Page& page = letter.pages[static_cast<size_t>(line.page)];
    const bool edge = line.line == 0 || line.line + 1 == static_cast<int>(page.lines.size());
    if (edge && page.width && IsPageNumber(line.folded)) line.zone = Zone::kPageNumber;
  }
}

// The issuer's address, component 13, stands under the text at the foot of the first page.
void MarkContacts(Letter& letter) {
  for (size_t i = letter.lines.size(); i-- > 0;) {
    LetterLine& line = letter.lines[i];
    const Line& printed = letter.Printed(line);
    if (!printed.box || printed.cell || line.zone != Zone::kNone) continue;
    const bool last = i + 1 == letter.lines.size() || letter.lines[i + 1].page != line.page;
    const Zone below = last ? Zone::kPageNumber : letter.lines[i + 1].zone;
    const bool at_foot = below == Zone::kPageNumber || below == Zone::kContact;
    if (at_foot &&
        (IsContact(line.folded) || (below == Zone::kContact && IsAddress(line.folded)))) {
      line.zone = Zone::kContact;
    }
  }
}

// A line that begins in a small letter under an open sentence goes on with it, whatever its indent.
void MendParagraphs(Letter& letter) {
  const LetterLine* above = nullptr;
  for (const LetterLine& line : letter.lines) {
    if (line.zone == Zone::kPageNumber || line.zone == Zone::kFootnote ||
        line.zone == Zone::kContact)
      continue;
    Line& printed =
        letter.pages[static_cast<size_t>(line.page)].lines[static_cast<size_t>(line.line)];
    if (above != nullptr && printed.starts_paragraph && !printed.cell &&
        IsLower(DecodeAt(line.text, 0).value) && letter.Printed(*above).column == printed.column) {
      const std::string_view text = above->text;
      const bool closed = text.ends_with(".") || text.ends_with(";") || text.ends_with(":");
      static const RE2 label(R"(^[a-zđ]\s*[.)/])");
      if (!closed && !RE2::PartialMatch(line.text, label)) printed.starts_paragraph = false;
    }
    above = &line;
  }
}

}  // namespace

Letter Segment(std::vector<Page> pages) {
  Letter letter = LinesOf(std::move(pages));
  MarkPageNumbers(letter);
  MarkFootnotes(letter);
  MarkContacts(letter);
  MendParagraphs(letter);
  MarkStamp(letter);
  const size_t body = MarkHead(letter);
  FindParagraphs(letter, body);
  const size_t after_foot = MarkFoot(letter, body);
  MarkAnnexes(letter, after_foot);
  MarkOutline(letter, body, letter.lines.size());
  CollectTables(letter);
  return letter;
}

}  // namespace vanthu::segment
