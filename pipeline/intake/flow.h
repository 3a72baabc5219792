// Builds the one page of a source that has no pages (text, Markdown, HTML, Word): running text with
// emphasis goes in, Lines and Grids come out, in Unicode: what was written in an encoding before it
// is told by its font and its words once all of the source is there. Not for pages that have a
// geometry.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/page.h"
#include "models/text/legacy_guess.h"

namespace vanthu::intake {

// How a run of text is set.
struct Emphasis {
  bool bold = false;
  bool italic = false;
  bool capitals = false;  // shown as capitals, however it is written
  std::string font = {};  // as the file names it; empty where it does not
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
  void Add(std::string_view text, const Emphasis& emphasis);
  // Text that has no say in whether the line is bold: labels of lists, marks of footnotes.
  void AddLabel(std::string_view text, const std::string& font = {});
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

  // The line that is being written, for a superscript that depends on it. Valid until the next call.
  std::string_view tail() const { return text_; }

  // What follows stands on the next page.
  void BreakPage();

  // Page 1, origin text, and those after it. The flow is empty afterwards.
  std::vector<Page> FinishPages();
  // The one page of a source that has no more.
  Page Finish();

 private:
  // What a line of a page was made of, until it is known in which encoding.
  struct SourceLine {
    std::vector<SetText> pieces;
    bool tabbed = false;  // a line of a text table
  };
  // The lines that a cell of the page's grids holds.
  struct CellLines {
    size_t grid = 0, cell = 0, begin = 0, end = 0;
  };
  struct OpenPage {
    Page page;
    std::vector<SourceLine> sources;  // of each line
    std::vector<CellLines> cells;
  };

  void Put(std::string_view text, const std::string& font, bool capitals);
  void EmitLine();
  void PushLine(Line line, SourceLine source);
  static Page Close(OpenPage open, const LegacyGuess& guess);

  std::vector<OpenPage> closed_;
  OpenPage open_;
  std::string text_;
  std::vector<SetText> pieces_;  // of text_
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
