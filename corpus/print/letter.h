// The letter as its author wrote it: what a .letter file says, before any form is set from it.
// Plain values, filled once by ParseLetter (parse_letter.h). Format: corpus/FORMAT.md.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vanthu::corpus {

enum class SpanKind {
  kText,
  kHand,   // filled in by hand: pen strokes on a scan
  kBlank,  // a gap nobody filled in; `text` is that many blanks
  kMark,   // a raised footnote mark; `text` is its number
  kRaised, // a raised figure that no footnote belongs to (m^2^)
};

struct Span {
  SpanKind kind = SpanKind::kText;
  std::string text;
  bool bold = false;
  bool italic = false;
};

using Line = std::vector<Span>;  // one printed line or one paragraph
using Lines = std::vector<Line>;

enum class Layout { kDecree30, kCircular01, kParty, kOld };
enum class Orientation { kPortrait, kLandscape };

// A line of a Lines block that holds this text alone is the short rule.
inline constexpr const char* kShortRule = "---";

struct Head {
  Lines left, right;
  std::vector<std::string> boxed;  // secrecy and urgency words, boxed under the left head
};
struct Title { Lines lines; };
struct To { Lines lines; };         // Kính gửi
struct Body { Lines paragraphs; };
struct Center { Lines lines; };

enum class CellKind { kOwn, kFromAbove, kFromLeft };
struct Cell {
  CellKind kind = CellKind::kOwn;
  Lines lines;
};
struct Table {
  std::vector<double> widths;            // relative; one a column
  int head_rows = 0;
  std::vector<std::vector<Cell>> rows;   // every row has widths.size() cells
};

struct Foot {
  Lines left;   // Nơi nhận
  Lines right;  // authority, title, empty lines for the signature, name
  bool seal = false;
  bool signature = false;
};
struct Annex { Orientation orientation = Orientation::kPortrait; };
struct PageBreak {};

using Element = std::variant<Head, Title, To, Body, Center, Table, Foot, Annex, PageBreak>;

enum class StampPlace { kTitle, kBody, kRight };
struct IncomingStamp {
  StampPlace place = StampPlace::kRight;
  Lines lines;
};

struct Footnote {
  std::string mark;
  Line text;
};

struct Letter {
  std::string name;  // the file name without .letter
  Layout layout = Layout::kDecree30;
  std::vector<Element> elements;               // in the order in which they are printed
  std::vector<Footnote> footnotes;             // in the order of the file
  Lines contact;                               // address lines at the foot of page 1
  std::optional<IncomingStamp> stamp;
};

// The text of a line without its marks; a footnote mark becomes `mark_open` number `mark_close`.
std::string PlainText(const Line& line, const std::string& mark_open = "[",
                      const std::string& mark_close = "]");

// The footnote of a mark, or null. Valid as long as the letter.
const Footnote* FindFootnote(const Letter& letter, const std::string& mark);

// Whether the line is only the first half of an office's name, which the next line completes:
// "ỦY BAN NHÂN DÂN" over "TỈNH …".
bool IsSplitName(const std::string& line);

// Whether the line is the short rule `---`.
bool IsShortRule(const Line& line);

}  // namespace vanthu::corpus
