// Builds the one page of a source that has no pages (text, Markdown, HTML, Word): running text with
// emphasis goes in, Lines and Grids come out. Not for pages that have a geometry.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"

namespace vanthu::intake {

struct Emphasis {
  bool bold = false;
  bool italic = false;
};

struct ParagraphStyle {
  int heading = 0;
  bool centered = false;
};

class Flow {
 public:
  // Ends the paragraph before.
  void BeginParagraph(ParagraphStyle style);
  // Opens a paragraph of no style where none is open. Tabs in the text are kept for the moment the
  // line is made: a tab after a short label ("a)") becomes a blank, one between two texts stays.
  void Add(std::string_view text, Emphasis emphasis);
  // Text that has no say in whether the line is bold: labels of lists, marks of footnotes.
  void AddLabel(std::string_view text);
  // The next text stands on a new printed line of the same paragraph; after an empty line, of a new
  // one.
  void Break();
  void EndParagraph();

  // A line of a text table: tabs stay where they are, its cells are cleaned one by one.
  void AddTabbedLine(std::string_view text, bool starts_paragraph);

  // A table; grids do not nest: what stands in a table inside a cell is text of the cell.
  void BeginGrid(bool ruled);
  // The paragraphs that follow stand in this cell, whose text they become. place.text is ignored.
  void BeginCell(Cell place);
  void EndCell();
  void EndGrid();
  bool in_grid() const { return in_grid_; }

  // The last bytes of the line that is being written, for a superscript that depends on them.
  std::string_view tail() const { return text_; }

  // Page 1, origin text. The flow is empty afterwards.
  Page Finish();

 private:
  void EmitLine();

  Page page_;
  std::string text_;
  size_t letters_ = 0, bold_letters_ = 0, italic_letters_ = 0;
  ParagraphStyle style_;
  bool paragraph_open_ = false;
  bool first_line_ = false;
  bool in_grid_ = false;
  std::optional<Cell> cell_;
  size_t cell_first_line_ = 0;
};

// Each cell of a tabbed text cleaned by CleanLine, the tabs kept.
std::string CleanTabbed(std::string_view text);

// What a superscript is in plain text: the mark of a footnote as "[1]", the exponent of a measure
// ("2.280 m" before it) as the bare digit, anything else as it is.
std::string SuperscriptText(std::string_view superscript, std::string_view before);

}  // namespace vanthu::intake
