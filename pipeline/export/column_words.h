// How the columns of rows are called and shown in a workbook, for the people who open it. One table for
// all rows: a key means the same wherever it stands.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::exporting {

enum class SheetLanguage { kEnglish, kVietnamese };

enum class ColumnKind {
  kText,
  kAmount,   // numbers to be added up
  kDecimal,  // exact decimals written as texts; numbers where no digit gets lost
  kPlain,    // numbers that are names: of letters, pages, years
  kDay,      // ISO dates; a month or a year alone stays text
};

struct ColumnShape {
  std::string name;
  double width = 14;  // in characters
  ColumnKind kind = ColumnKind::kText;
};

// letter_id -> "Mã văn bản" or "Letter id". A key that the table does not know is called by itself, its
// numbers are amounts.
ColumnShape ShapeOf(std::string_view key, SheetLanguage language);

// A code as a clerk says it: role, basis -> căn cứ. The code itself where it has no other name, and in
// English. Valid as long as `code` and the program.
std::string_view CodeWord(std::string_view key, std::string_view code, SheetLanguage language);

}  // namespace vanthu::exporting
