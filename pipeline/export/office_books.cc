#include "pipeline/export/office_books.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

std::string TextAt(const ordered_json& row, const char* key) {
  const auto at = row.find(key);
  if (at == row.end() || at->is_null()) return "";
  return at->is_string() ? at->get<std::string>() : at->dump();
}

std::optional<CalendarDate> DayOf(std::string_view text) {
  CalendarDate day;
  const auto number = [&](size_t at, size_t size, int& value) {
    const char* end = text.data() + at + size;
    return std::from_chars(text.data() + at, end, value).ptr == end;
  };
  const bool is_day = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                      number(0, 4, day.year) && number(5, 2, day.month) && number(8, 2, day.day) &&
                      IsCalendarDate(day.year, day.month, day.day);
  return is_day ? std::optional(day) : std::nullopt;
}

// 09/06/2021; what is blank on the letter is left out: 06/2021, 2021.
std::string DayText(const std::string& text) {
  if (text.size() == 7) return text.substr(5) + "/" + text.substr(0, 4);
  if (text.size() != 10) return text;
  return text.substr(8) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
}

bool IsDay(std::string_view key) {
  return key == "issue_date" || key == "arrival_date" || key == "passed_on";
}

SheetCell CellOf(const BookColumn& column, const ordered_json& row) {
  const std::string text = TextAt(row, column.key);
  if (!IsDay(column.key)) return text;
  if (const std::optional<CalendarDate> day = DayOf(text)) return *day;
  return DayText(text);
}

}  // namespace

const std::vector<BookColumn>& ColumnsOf(Book book) {
  static const std::vector<BookColumn> outgoing = {{"number", "Số, ký hiệu văn bản", 15},
                                                   {"issue_date", "Ngày tháng văn bản", 11},
                                                   {"title", "Tên loại và trích yếu nội dung", 38},
                                                   {"signer", "Người ký", 15},
                                                   {"sent_to", "Nơi nhận văn bản", 26},
                                                   {"keeper", "Đơn vị, người nhận bản lưu", 13},
                                                   {"copies", "Số lượng bản", 7},
                                                   {"passed_on", "Ngày chuyển", 11},
                                                   {"receipt", "Ký nhận", 9},
                                                   {"remark", "Ghi chú", 11}};
  static const std::vector<BookColumn> incoming = {{"arrival_date", "Ngày đến", 11},
                                                   {"arrival_number", "Số đến", 7},
                                                   {"issuer", "Tác giả", 20},
                                                   {"number", "Số, ký hiệu văn bản", 15},
                                                   {"issue_date", "Ngày tháng văn bản", 11},
                                                   {"title", "Tên loại và trích yếu nội dung", 40},
                                                   {"unit", "Đơn vị hoặc người nhận", 17},
                                                   {"passed_on", "Ngày chuyển", 11},
                                                   {"receipt", "Ký nhận", 9},
                                                   {"remark", "Ghi chú", 12}};
  static const std::vector<BookColumn> dossier = {{"ordinal", "STT", 5},
                                                  {"number", "Số, ký hiệu văn bản", 17},
                                                  {"issue_date", "Ngày tháng văn bản", 11},
                                                  {"title", "Tên loại và trích yếu nội dung", 50},
                                                  {"issuer", "Tác giả", 24},
                                                  {"sheets", "Trang số", 8},
                                                  {"remark", "Ghi chú", 18}};
  switch (book) {
    case Book::kOutgoing: return outgoing;
    case Book::kIncoming: return incoming;
    case Book::kDossier: return dossier;
  }
  return outgoing;
}

ordered_json BookRow(Book book, const ordered_json& row) {
  ordered_json cells;
  for (const BookColumn& column : ColumnsOf(book)) {
    const std::string text = TextAt(row, column.key);
    cells[column.name] = IsDay(column.key) ? DayText(text) : text;
  }
  return cells;
}

Sheet BookSheet(Book book, std::vector<std::string> title, const std::vector<ordered_json>& rows) {
  Sheet sheet;
  sheet.name = book == Book::kOutgoing   ? "Văn bản đi"
               : book == Book::kIncoming ? "Văn bản đến"
                                         : "Mục lục";
  sheet.title = std::move(title);
  for (const BookColumn& column : ColumnsOf(book)) {
    sheet.columns.push_back({column.name, column.width, NumberStyle::kPlain});
  }
  for (const ordered_json& row : rows) {
    std::vector<SheetCell>& cells = sheet.rows.emplace_back();
    for (const BookColumn& column : ColumnsOf(book)) cells.push_back(CellOf(column, row));
  }
  return sheet;
}

std::vector<std::string> RegisterTitle(Book book, const std::string& office, int year) {
  return {book == Book::kOutgoing ? "SỔ ĐĂNG KÝ VĂN BẢN ĐI" : "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", office,
          "Năm " + std::to_string(year)};
}

}  // namespace vanthu::exporting
