// A page as it goes through the pipeline. The gates (intake, reading) fill `words` where the page has
// a geometry (PDF text layer, OCR) or `lines` and `grids` where it has none (text, Word, HTML).
// Layout turns the former into the latter. Nothing here knows what a letter is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/document/geometry.h"

namespace vanthu {

struct Word {
  std::string text;       // NFC
  Box box;                // points
  double confidence = 1;  // 0..1; 1 for a text layer
  bool bold = false;
  bool italic = false;
  int block = 0;  // the engine's own text line, counted from 0 over the page, as a hint for layout
  std::string raw = {};  // what the engine read where `text` was put in its place; else empty
};

// Where a two-column head or foot was split. Full is everything else.
enum class Column { kFull, kLeft, kRight };

// Names the cell of a Page's grid that a line stands in.
struct CellRef {
  int grid = 0, row = 0, column = 0;
  bool operator==(const CellRef&) const = default;
};

struct Line {
  std::string text;        // NFC, as printed, single blanks, no blank at either end
  std::optional<Box> box;  // none for sources without pages
  double confidence = 1;   // mean of its words
  std::vector<Word> words;
  Column column = Column::kFull;
  bool bold = false;    // all of it
  bool italic = false;  // all of it
  bool centered = false;
  int heading = 0;  // level of an HTML, Markdown or Word heading; 0 none
  // A new paragraph begins here. Text sources know it; layout works it out for the others.
  bool starts_paragraph = false;
  std::optional<CellRef> cell;
  bool stamp = false;    // stands in a stamp, over the letter's own text
  std::string raw = {};  // as the source writes it where that is no Unicode; else empty
};

struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::string text;  // lines joined with '\n'
  bool header = false;
  std::optional<Box> box;
};

// A table as the source gives it, before anyone asks what its columns mean. Its text stands in the
// page's lines as well, each with a CellRef.
struct Grid {
  int rows = 0, columns = 0;
  std::vector<Cell> cells;  // in reading order; a merged cell stands once
  bool ruled = true;        // false: a borderless table, used to place a head or a foot
  std::optional<Box> box;
};

// A barcode of any kind and what it says.
struct Barcode {
  std::string text;
  Box box;  // points
};

enum class PageOrigin { kText, kOcr, kBlank, kFailed };

// A place on the page that a value was read from.
struct Evidence {
  int page = 1;            // 1-based
  std::optional<Box> box;  // points; none for sources without pages
  int line = 0;            // 1-based line of the page's text; 0: not known
};

enum class Severity { kInfo, kWarning, kError };

struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string code;                     // stable, snake_case
  std::string message;                  // for a person
  int page = 0;                         // 1-based; 0: the whole letter
  std::vector<Evidence> evidence = {};  // the places that it speaks of, where it speaks of places
};

struct Page {
  int number = 1;  // 1-based place in the file
  PageOrigin origin = PageOrigin::kText;
  std::string reason;           // why text or OCR was chosen, or what failed
  std::optional<double> width;  // points; none for sources without pages
  std::optional<double> height;
  double dpi = 0;  // pixels an inch of the picture that was read; 0: none was
  std::vector<Word> words;
  std::vector<Ruling> rulings;  // lines drawn on the page, points; underlines and frames among them
  std::vector<Line> stamps;     // lines of stamps that reading took off the page
  std::vector<Barcode> barcodes;  // looked for where a page that was read by OCR has little text
  std::vector<Line> lines;
  std::vector<Grid> grids;
  std::vector<Diagnostic> diagnostics;

  // Mean confidence of the words, none where the text was not read by OCR.
  std::optional<double> Confidence() const;
  // One printed line a line, '\n' between.
  std::string Text() const;
  // The lines in which words were put right, as the engine first read them, and those that were no
  // Unicode, as the source writes them; empty where there is none.
  std::string RawText() const;
};

}  // namespace vanthu
