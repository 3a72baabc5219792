// A workbook as clerks open and print it (XLSX, ISO/IEC 29500): sheets of rows under a header, with
// numbers as numbers and days as days, in Times New Roman on A4. What the rows mean is their maker's
// business; charts, formulas and reading workbooks are not for here.
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "models/core/date.h"
#include "models/core/result.h"

namespace vanthu::exporting {

// A number that is about right: 12 that is shown as ~12 and adds up as 12.
struct AboutNumber {
  double value = 0;
};

// A cell. Text stays text, whatever it begins with ("=1+1", "0012"). A day before 1900, which workbooks
// do not know, is written as the text 1899-12-31; a number that is not finite as an empty cell.
using SheetCell = std::variant<std::monostate, std::string, double, AboutNumber, CalendarDate>;

enum class NumberStyle {
  kGrouped,  // with marks between thousands: amounts, counts
  kPlain,    // without: numbers of letters, years
};

struct SheetColumn {
  std::string name;   // in the header row
  double width = 12;  // in characters of the body; longer text goes on in the next line
  NumberStyle numbers = NumberStyle::kGrouped;
};

enum class PageTurn { kPortrait, kLandscape };

struct Sheet {
  std::string name;                // on its tab: 1..31 characters, none of []:*?/\, no other has it
  std::vector<std::string> title;  // lines above the header, the first one large; may be empty
  std::vector<SheetColumn> columns;  // at least one
  std::vector<std::vector<SheetCell>> rows =
      {};  // cells in the order of `columns`; missing ones are empty
  PageTurn turn = PageTurn::kLandscape;
};

// The bytes of a workbook. Each sheet prints on A4 as wide as the paper (very wide ones on two or more pages beside
// each other), its header on every page and "page/pages" at the foot; rows are as high as their texts; on the screen the header stays in sight and has filters. What is longer than
// a cell may be (32,767 characters) is cut with "…".
// Errors: kUsage for a sheet whose name or columns are not as said above, or for none; kLimit for more
// rows than a sheet has (1,048,576); kDisk where there is no room for the file while it is made.
Result<std::string> Workbook(std::span<const Sheet> sheets);

}  // namespace vanthu::exporting
