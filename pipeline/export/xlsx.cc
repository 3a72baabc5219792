#include "pipeline/export/xlsx.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <memory>
#include <utility>

#include "models/text/utf8.h"
#include "pipeline/export/rows.h"

namespace vanthu::exporting {
namespace {

constexpr const char* kFont = "Times New Roman";
constexpr double kFontSize = 12;
constexpr double kTitleSize = 14;
constexpr size_t kMostRows = LXW_ROW_MAX;
constexpr size_t kMostUnits = 32767;  // UTF-16 units of a cell
constexpr uint8_t kA4 = 9;            // of the paper sizes of the format
// Inches; the head of the page needs less than the foot, where the page number stands.
constexpr double kSideMargin = 0.5, kTopMargin = 0.6, kBottomMargin = 0.75;

// Columns this wide together fill a landscape page at about three quarters of the size, the smallest that
// is still read with ease; wider sheets go on on pages beside. In characters.
constexpr double kPageWidth = 170;
constexpr double kLineHeight = 16;       // points, of the body
constexpr double kGreatestHeight = 409;  // points, of a row; Excel takes no more
// Words do not fill their lines: so much more room is reckoned for them.
constexpr double kRagged = 1.12;

// The library writes to a path alone: this is one that is nowhere on a disk.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool ok() const { return descriptor_ >= 0; }
  std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
  Result<std::string> Read() const {
    std::string bytes;
    std::array<char, 65536> block{};
    for (ssize_t got = 0;;) {
      got = pread(descriptor_, block.data(), block.size(), static_cast<off_t>(bytes.size()));
      if (got == 0) return bytes;
      if (got < 0) return Error{ErrorCode::kInternal, std::strerror(errno), "", 0};
      bytes.append(block.data(), static_cast<size_t>(got));
    }
  }

 private:
  int descriptor_;
};

// Owned by the workbook.
struct Formats {
  lxw_format *title = nullptr, *subtitle = nullptr, *header = nullptr, *text = nullptr;
  lxw_format *whole = nullptr, *fraction = nullptr, *plain = nullptr, *about = nullptr,
             *day = nullptr;
};

lxw_format* MakeFormat(lxw_workbook* book, double size) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, kFont);
  format_set_font_size(format, size);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* MakeCellFormat(lxw_workbook* book, const char* number_format = nullptr) {
  lxw_format* format = MakeFormat(book, kFontSize);
  format_set_border(format, LXW_BORDER_THIN);
  if (number_format != nullptr) {
    format_set_num_format(format, number_format);
  } else {
    format_set_text_wrap(format);
  }
  return format;
}

Formats MakeFormats(lxw_workbook* book) {
  Formats formats;
  formats.title = MakeFormat(book, kTitleSize);
  format_set_bold(formats.title);
  formats.subtitle = MakeFormat(book, kFontSize);
  for (lxw_format* format : {formats.title, formats.subtitle})
    format_set_align(format, LXW_ALIGN_CENTER);
  formats.header = MakeCellFormat(book);
  format_set_bold(formats.header);
  format_set_align(formats.header, LXW_ALIGN_CENTER);
  format_set_align(formats.header, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bg_color(formats.header, 0xE7E6E6);
  formats.text = MakeCellFormat(book);
  formats.whole = MakeCellFormat(book, "#,##0");
  formats.fraction = MakeCellFormat(book, "#,##0.########");
  formats.plain = MakeCellFormat(book, "General");
  format_set_align(formats.plain, LXW_ALIGN_CENTER);
  formats.about = MakeCellFormat(book, "\"~\"#,##0");
  formats.day = MakeCellFormat(book, "dd/mm/yyyy");
  format_set_align(formats.day, LXW_ALIGN_CENTER);
  return formats;
}

std::string Cut(const std::string& text) {
  if (text.size() <= kMostUnits) return text;  // a unit takes a byte at least
  size_t units = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    units += at.value > 0xFFFF ? 2 : 1;
    if (units > kMostUnits - 1 && i + at.length < text.size()) return text.substr(0, i) + "…";
    i += at.length;
  }
  return text;
}

// Lines that a text takes in a column of `width` characters.
double LinesOf(std::string_view text, double width) {
  double lines = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const int letters = DisplayWidth(text.substr(begin, end - begin));
    lines += letters <= width ? 1 : std::ceil(letters * kRagged / width);
    begin = end + 1;
  }
  return lines;
}

// One sheet into the library's; keeps the first error.
class SheetWriter {
 public:
  SheetWriter(const Sheet& sheet, lxw_worksheet* out, const Formats& formats)
      : sheet_(sheet), out_(out), formats_(formats) {
    for (const SheetColumn& column : sheet_.columns) width_ += column.width;
    pages_ = static_cast<uint16_t>(std::max(1.0, std::ceil(width_ / kPageWidth)));
  }

  lxw_error Write() {
    SetPage();
    WriteTitle();
    WriteHeader();
    for (const std::vector<SheetCell>& row : sheet_.rows) {
      for (size_t i = 0; i < sheet_.columns.size(); ++i) {
        Put(static_cast<lxw_col_t>(i), i < row.size() ? row[i] : SheetCell(),
            sheet_.columns[i].numbers);
      }
      SetHeight([&](size_t i) {
        const auto* text = i < row.size() ? std::get_if<std::string>(&row[i]) : nullptr;
        return text == nullptr ? std::string_view() : std::string_view(*text);
      });
      ++row_;
    }
    if (!sheet_.rows.empty()) Keep(worksheet_autofilter(out_, header_, 0, row_ - 1, LastColumn()));
    return error_;
  }

 private:
  lxw_col_t LastColumn() const { return static_cast<lxw_col_t>(sheet_.columns.size() - 1); }

  void Keep(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  void SetPage() {
    worksheet_set_paper(out_, kA4);
    if (sheet_.turn == PageTurn::kLandscape) worksheet_set_landscape(out_);
    worksheet_set_margins(out_, kSideMargin, kSideMargin, kTopMargin, kBottomMargin);
    worksheet_fit_to_pages(out_, pages_, 0);
    Keep(worksheet_set_footer(out_, "&C&P/&N"));
  }

  // Programs other than Excel do not fit rows to their texts by themselves.
  template <typename TextOf>
  void SetHeight(const TextOf& text_of) {
    double lines = 1;
    for (size_t i = 0; i < sheet_.columns.size(); ++i) {
      lines = std::max(lines, LinesOf(text_of(i), sheet_.columns[i].width));
    }
    if (lines > 1) {
      Keep(worksheet_set_row(out_, row_, std::min(lines * kLineHeight, kGreatestHeight), nullptr));
    }
  }

  // The last column of the first page, over which titles are centred.
  lxw_col_t TitleEnd() const {
    lxw_col_t last = 0;
    double width = sheet_.columns.front().width;
    while (last < LastColumn() && width + sheet_.columns[last + 1U].width <= width_ / pages_) {
      width += sheet_.columns[++last].width;
    }
    return last;
  }

  void WriteTitle() {
    const lxw_col_t last = TitleEnd();
    for (const std::string& line : sheet_.title) {
      lxw_format* format = row_ == 0 ? formats_.title : formats_.subtitle;
      const std::string text = Cut(line);
      if (last == 0) {
        Keep(worksheet_write_string(out_, row_, 0, text.c_str(), format));
      } else {
        Keep(worksheet_merge_range(out_, row_, 0, row_, last, text.c_str(), format));
      }
      ++row_;
    }
    if (!sheet_.title.empty()) ++row_;  // an empty line before the table
  }

  void WriteHeader() {
    header_ = row_;
    for (size_t i = 0; i < sheet_.columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      Keep(worksheet_set_column(out_, column, column, sheet_.columns[i].width, nullptr));
      Keep(worksheet_write_string(out_, row_, column, Cut(sheet_.columns[i].name).c_str(),
                                  formats_.header));
    }
    SetHeight([&](size_t i) { return std::string_view(sheet_.columns[i].name); });
    ++row_;
    Keep(worksheet_repeat_rows(out_, header_, header_));
    worksheet_freeze_panes(out_, row_, 0);
  }

  void Put(lxw_col_t column, const SheetCell& cell, NumberStyle numbers) {
    if (const auto* text = std::get_if<std::string>(&cell); text != nullptr && !text->empty()) {
      return Keep(worksheet_write_string(out_, row_, column, Cut(*text).c_str(), formats_.text));
    }
    if (const auto* number = std::get_if<double>(&cell)) {
      return PutNumber(column, *number, FormatOf(*number, numbers));
    }
    if (const auto* about = std::get_if<AboutNumber>(&cell)) {
      return PutNumber(column, about->value, formats_.about);
    }
    if (const auto* day = std::get_if<CalendarDate>(&cell)) return PutDay(column, *day);
    Keep(worksheet_write_blank(out_, row_, column, formats_.text));
  }

  lxw_format* FormatOf(double number, NumberStyle numbers) const {
    if (numbers == NumberStyle::kPlain) return formats_.plain;
    return number == std::floor(number) ? formats_.whole : formats_.fraction;
  }

  void PutNumber(lxw_col_t column, double number, lxw_format* format) {
    Keep(std::isfinite(number) ? worksheet_write_number(out_, row_, column, number, format)
                               : worksheet_write_blank(out_, row_, column, formats_.text));
  }

  void PutDay(lxw_col_t column, const CalendarDate& day) {
    if (day.year < 1900) {
      return Keep(worksheet_write_string(out_, row_, column, IsoDate(day).c_str(), formats_.text));
    }
    lxw_datetime date = {day.year, day.month, day.day, 0, 0, 0};
    Keep(worksheet_write_datetime(out_, row_, column, &date, formats_.day));
  }

  const Sheet& sheet_;
  lxw_worksheet* out_;
  const Formats& formats_;
  double width_ = 0;    // of all columns
  uint16_t pages_ = 1;  // beside each other, for these
  lxw_row_t row_ = 0, header_ = 0;
  lxw_error error_ = LXW_NO_ERROR;
};

Error WorkbookError(lxw_error error, ErrorCode code) {
  return Error{code, std::string("workbook: ") + lxw_strerror(error), "", 0};
}

// What the library would print a warning about.
Status Check(lxw_workbook* book, const Sheet& sheet) {
  // An empty name would become "Sheet1".
  if (sheet.name.empty() || sheet.columns.empty() || sheet.columns.size() > LXW_COL_MAX)
    return Error{ErrorCode::kUsage, "workbook: a sheet needs a name and columns", "", 0};
  if (sheet.title.size() + 2 + sheet.rows.size() > kMostRows) {
    return Error{ErrorCode::kLimit,
                 fmt::format("workbook: {} rows are more than a sheet has", sheet.rows.size()), "",
                 0};
  }
  if (const lxw_error bad = workbook_validate_sheet_name(book, sheet.name.c_str());
      bad != LXW_NO_ERROR)
    return WorkbookError(bad, ErrorCode::kUsage);
  return Done{};
}

Status Fill(lxw_workbook* book, std::span<const Sheet> sheets) {
  const Formats formats = MakeFormats(book);
  for (const Sheet& sheet : sheets) {
    if (Status checked = Check(book, sheet); !checked.ok()) return checked;
    lxw_worksheet* out = workbook_add_worksheet(book, sheet.name.c_str());
    if (out == nullptr) return WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, ErrorCode::kInternal);
    if (const lxw_error bad = SheetWriter(sheet, out, formats).Write(); bad != LXW_NO_ERROR)
      return WorkbookError(bad, ErrorCode::kInternal);
  }
  return Done{};
}

}  // namespace

Result<std::string> Workbook(std::span<const Sheet> sheets) {
  if (sheets.empty()) return Error{ErrorCode::kUsage, "workbook: no sheet", "", 0};
  const MemoryFile file;
  if (!file.ok()) return Error{ErrorCode::kInternal, std::strerror(errno), "", 0};
  std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> book(workbook_new(file.path().c_str()),
                                                              lxw_workbook_free);
  if (!book) return WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, ErrorCode::kInternal);
  if (Status filled = Fill(book.get(), sheets); !filled.ok()) return filled.error();
  // Frees the book, be it written or not.
  if (const lxw_error bad = workbook_close(book.release()); bad != LXW_NO_ERROR)
    return WorkbookError(bad, ErrorCode::kDisk);
  return file.Read();
}

}  // namespace vanthu::exporting
