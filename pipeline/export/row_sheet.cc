#include "pipeline/export/row_sheet.h"

#include <charconv>
#include <optional>
#include <utility>

#include "models/text/utf8.h"
#include "pipeline/export/fact_rows.h"
#include "pipeline/export/rows.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// Digits that a double keeps of any decimal; a workbook shows no more.
constexpr size_t kExactDigits = 15;
constexpr size_t kTabLetters = 31;

// What a tab may be called.
std::string TabName(std::string_view title) {
  std::string name;
  for (size_t i = 0, letters = 0; i < title.size() && letters < kTabLetters; ++letters) {
    const CodePoint at = DecodeAt(title, i);
    const bool banned =
        at.value < 0x80 && std::string_view("[]:*?/\\'").find(title[i]) != std::string_view::npos;
    name += banned ? std::string_view(" ") : title.substr(i, at.length);
    i += at.length;
  }
  return name;
}

std::optional<CalendarDate> DayOf(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  CalendarDate day;
  const auto number = [&](size_t begin, size_t size, int& to) {
    const char* end = text.data() + begin + size;
    const auto read = std::from_chars(text.data() + begin, end, to);
    return read.ec == std::errc() && read.ptr == end;
  };
  if (!number(0, 4, day.year) || !number(5, 2, day.month) || !number(8, 2, day.day)) {
    return std::nullopt;
  }
  if (!IsCalendarDate(day.year, day.month, day.day)) return std::nullopt;
  return day;
}

// None where a digit would get lost.
std::optional<double> NumberOf(const std::string& decimal) {
  size_t digits = 0;
  for (const char c : decimal) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits > kExactDigits) return std::nullopt;
  double number = 0;
  const char* end = decimal.data() + decimal.size();
  const auto read = std::from_chars(decimal.data(), end, number);
  if (decimal.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

bool IsRange(const ordered_json& value) { return value.is_object() && value.contains("min"); }

SheetCell RangeCell(const ordered_json& range) {
  const ordered_json min = range.value("min", ordered_json());
  const ordered_json max = range.value("max", ordered_json());
  if (!min.is_number() || (max.is_number() && max != min)) return RangeText(range);
  if (range.value("approx", false)) return AboutNumber{min.get<double>()};
  return min.get<double>();
}

}  // namespace

RowSheet::RowSheet(const std::string& title, std::vector<std::string> columns,
                   SheetLanguage language)
    : columns_(std::move(columns)), language_(language) {
  sheet_.name = TabName(title);
  sheet_.title = {title};
  for (const std::string& key : columns_) {
    ColumnShape shape = ShapeOf(key, language);
    kinds_.push_back(shape.kind);
    sheet_.columns.push_back(
        {std::move(shape.name), shape.width,
         shape.kind == ColumnKind::kPlain ? NumberStyle::kPlain : NumberStyle::kGrouped});
  }
}

void RowSheet::Add(const ordered_json& row) {
  std::vector<SheetCell> cells;
  for (size_t i = 0; i < columns_.size(); ++i) {
    const auto at = row.find(columns_[i]);
    cells.push_back(at == row.end() ? SheetCell() : CellOf(columns_[i], kinds_[i], *at));
  }
  sheet_.rows.push_back(std::move(cells));
}

SheetCell RowSheet::CellOf(const std::string& key, ColumnKind kind,
                           const ordered_json& value) const {
  if (value.is_null()) return {};
  if (value.is_number()) return value.get<double>();
  if (IsRange(value)) return RangeCell(value);
  // A page alone is a number; several are "1; 3".
  if (value.is_array() && value.size() == 1) return CellOf(key, kind, value.front());
  const std::string text = CellText(value);
  if (kind == ColumnKind::kDay) {
    if (const std::optional<CalendarDate> day = DayOf(text)) return *day;
  }
  if (kind == ColumnKind::kDecimal) {
    if (const std::optional<double> number = NumberOf(text)) return *number;
  }
  return std::string(CodeWord(key, text, language_));
}

Result<std::string> RowSheet::Bytes() const { return Workbook(std::span(&sheet_, 1)); }

}  // namespace vanthu::exporting
