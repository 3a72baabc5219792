#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "rng.h"
#include "text_form.h"
#include "text_page.h"

namespace vanthu::corpus {
namespace {

// Stars go around the words, not around the blanks beside them.
std::string Starred(const std::string& text, const std::string& stars) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos || stars.empty()) return text;
  const auto last = text.find_last_not_of(' ');
  return text.substr(0, first) + stars + text.substr(first, last - first + 1) + stars +
         text.substr(last + 1);
}

bool IsRaised(const Span& span) {
  return span.kind == SpanKind::kMark || span.kind == SpanKind::kRaised;
}

std::string MarkdownLine(const Line& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    if (IsRaised(line[i])) {
      text += "<sup>" + line[i].text + "</sup>";
      ++i;
      continue;
    }
    // Neighbours of one weight share one pair of stars.
    std::string run;
    std::size_t j = i;
    while (j < line.size() && !IsRaised(line[j]) && line[j].bold == line[i].bold &&
           line[j].italic == line[i].italic) {
      run += line[j++].text;
    }
    text += Starred(run, std::string(line[i].bold ? "**" : "") + (line[i].italic ? "*" : ""));
    i = j;
  }
  return text;
}

// "I. …" or "1. …", bold from end to end.
bool IsHeading(const Line& line) {
  const bool bold = !line.empty() && std::all_of(line.begin(), line.end(), [](const Span& span) {
    return span.bold || IsRaised(span) || span.text == " ";
  });
  const std::string text = PlainText(line);
  const auto number_end = text.find_first_not_of("IVX");
  const auto digits_end = text.find_first_not_of("0123456789");
  const auto end = std::max(number_end == std::string::npos ? 0 : number_end,
                            digits_end == std::string::npos ? 0 : digits_end);
  return bold && end > 0 && end < text.size() && text[end] == '.';
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const Letter& letter) : letter_(letter), kind_(HashOf(letter.name)) {}

  std::string Write() {
    for (const Element& element : letter_.elements) std::visit(*this, element);
    PutBlock(letter_.contact);
    if (!letter_.footnotes.empty()) {
      page_.Put("---");
      for (const Footnote& note : letter_.footnotes) {
        page_.Blank();
        page_.Put(fmt::format("<sup>{}</sup> {}", note.mark, MarkdownLine(note.text)));
      }
    }
    return page_.Finish();
  }

  void operator()(const Head& head) {
    PutBlock(head.left);
    for (const std::string& words : head.boxed) PutParagraph("**" + words + "**");
    PutBlock(head.right);
  }
  void operator()(const Title& title) { PutBlock(title.lines); }
  void operator()(const To& to) { PutBlock(to.lines); }
  void operator()(const Center& center) { PutBlock(center.lines); }
  void operator()(const Body& body) {
    for (const Line& paragraph : body.paragraphs) {
      if (IsHeading(paragraph)) {
        const bool keeps_stars = kind_ % 2 == 1;
        PutParagraph("## " + (keeps_stars ? MarkdownLine(paragraph)
                                          : PlainText(paragraph, "<sup>", "</sup>")));
      } else {
        PutParagraph(MarkdownLine(paragraph));
      }
    }
  }
  void operator()(const Table& table) {
    const bool pipes = (kind_ / 2 + static_cast<std::uint64_t>(tables_++)) % 2 == 0;
    if (pipes) PutPipeTable(table); else PutTabTable(table);
    page_.Blank();
  }
  void operator()(const Foot& foot) {
    PutBlock(foot.left);
    PutBlock(foot.right);
  }
  void operator()(const Annex&) { page_.Blank(); }
  void operator()(const PageBreak&) { page_.Blank(); }

 private:
  void PutParagraph(const std::string& text) {
    page_.Put(text);
    page_.Blank();
  }

  // Printed lines keep their breaks: two blanks before the line feed. An empty line or a short rule
  // ends the paragraph.
  void PutBlock(const Lines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].empty() || IsShortRule(lines[i])) {
        page_.Blank();
        continue;
      }
      const bool goes_on =
          i + 1 < lines.size() && !lines[i + 1].empty() && !IsShortRule(lines[i + 1]);
      page_.Put(MarkdownLine(lines[i]) + (goes_on ? "  " : ""));
    }
    page_.Blank();
  }

  void PutTabTable(const Table& table) {
    for (const auto& row : table.rows) {
      std::string text;
      for (const Cell& cell : row) {
        if (&cell != &row.front()) text += '\t';
        text += CellText(cell);
      }
      page_.Put(text);
    }
  }

  void PutPipeTable(const Table& table) {
    const int head_rows = std::max(table.head_rows, 1);
    int number = 0;
    for (const auto& row : table.rows) {
      std::string text = "|";
      for (const Cell& cell : row) text += " " + CellText(cell) + " |";
      page_.Put(text);
      if (++number == head_rows) {
        std::string rule = "|";
        for (std::size_t i = 0; i < row.size(); ++i) rule += "---|";
        page_.Put(rule);
      }
    }
  }

  // One line: the breaks of a cell become a list when its lines are dashed, <br> otherwise.
  std::string CellText(const Cell& cell) const {
    if (cell.lines.size() <= 1) return cell.lines.empty() ? "" : MarkdownLine(cell.lines.front());
    const bool dashed = std::all_of(cell.lines.begin(), cell.lines.end(), [](const Line& line) {
      return PlainText(line).rfind('-', 0) == 0;
    });
    std::string text;
    if (dashed && (kind_ / 4) % 2 == 0) {
      text = "<ul style=\"list-style-type: none\"> ";
      for (const Line& line : cell.lines) text += "<li>" + MarkdownLine(line) + "</li> ";
      return text + "</ul>";
    }
    for (const Line& line : cell.lines) {
      if (!text.empty()) text += "<br>";
      text += MarkdownLine(line);
    }
    return text;
  }

  const Letter& letter_;
  const std::uint64_t kind_;
  int tables_ = 0;
  TextPage page_;
};

}  // namespace

std::string SetAsMarkdown(const Letter& letter) { return MarkdownWriter(letter).Write(); }

}  // namespace vanthu::corpus
