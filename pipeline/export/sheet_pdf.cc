#include "pipeline/export/sheet_pdf.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <type_traits>
#include <utility>

namespace vanthu::exporting {
namespace {

// Points. The workbook has the same margins.
constexpr double kLong = 841.89, kShort = 595.28;
constexpr double kSide = 36, kTop = 43, kBottom = 54;
constexpr double kPadding = 3;        // between a cell's rule and its text
constexpr double kRule = 0.5;         // thickness
constexpr double kFoot = 24;          // the page number's top above the paper's end
constexpr double kHeaderGrey = 0.91;  // of the header's ground
constexpr double kFontSize = 10.5, kTitleSize = 14;
constexpr const char* kFont = "Times New Roman, Liberation Serif, serif";

enum class Weight { kPlain, kBold };

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

std::string TextOfNumber(double value, NumberStyle numbers) {
  if (!std::isfinite(value)) return "";
  const bool whole = value == std::floor(value) && std::abs(value) < 1e15;
  if (!whole) return fmt::format("{}", value);
  std::string digits = std::to_string(static_cast<int64_t>(value));
  if (numbers == NumberStyle::kPlain) return digits;
  const size_t sign = value < 0 ? 1 : 0;
  for (size_t at = digits.size(); at > sign + 3;) digits.insert(at -= 3, 1, '.');
  return digits;
}

std::string TextOf(const SheetCell& cell, NumberStyle numbers) {
  return std::visit(
      [numbers](const auto& value) -> std::string {
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>) {
          return value;
        } else if constexpr (std::is_same_v<T, CalendarDate>) {
          return fmt::format("{:02}/{:02}/{:04}", value.day, value.month, value.year);
        } else if constexpr (std::is_same_v<T, double>) {
          return TextOfNumber(value, numbers);
        } else if constexpr (std::is_same_v<T, AboutNumber>) {
          return fmt::format("~{}", TextOfNumber(value.value, numbers));
        } else {
          return "";
        }
      },
      cell);
}

// Lines [from, to) of a row, from `top` of the page down.
struct Placed {
  size_t row = 0;
  int from = 0, to = 0;
  double top = 0;
};
using PagePlan = std::vector<Placed>;

class SheetPainter {
 public:
  SheetPainter(const Sheet& sheet, cairo_t* cairo) : sheet_(sheet), cairo_(cairo) {
    const bool landscape = sheet.turn == PageTurn::kLandscape;
    width_ = landscape ? kLong : kShort;
    height_ = landscape ? kShort : kLong;
    double total = 0;
    for (const SheetColumn& column : sheet.columns) total += column.width;
    for (const SheetColumn& column : sheet.columns) {
      columns_.push_back(column.width / total * (width_ - 2 * kSide));
    }
    const Layout line = MakeLayout("Ậg", kFontSize, Weight::kPlain, 0);
    int pitch = 0;
    pango_layout_get_size(line.get(), nullptr, &pitch);
    pitch_ = static_cast<double>(pitch) / PANGO_SCALE;
    ascent_ = static_cast<double>(pango_layout_get_baseline(line.get())) / PANGO_SCALE;
  }

  void Paint() {
    const std::vector<PagePlan> pages = Plan();
    for (size_t page = 0; page < pages.size(); ++page) {
      if (page == 0) PaintTitle();
      PaintRow(header_, Weight::kBold, page == 0 ? TitleHeight() + kTop : kTop, 0, HeaderLines());
      for (const Placed& placed : pages[page]) {
        PaintRow(CellsOf(placed.row), Weight::kPlain, placed.top, placed.from, placed.to);
      }
      PaintLine(fmt::format("{}/{}", page + 1, pages.size()), kFontSize, Weight::kPlain,
                height_ - kFoot - pitch_);
      cairo_show_page(cairo_);
    }
  }

 private:
  // `width` in points; 0: as wide as it is.
  Layout MakeLayout(const std::string& text, double size, Weight weight, double width) const {
    Layout layout(pango_cairo_create_layout(cairo_));
    PangoFontDescription* font = pango_font_description_from_string(kFont);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (weight == Weight::kBold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    if (width > 0) {
      pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
  }

  Layout CellLayout(const std::string& text, size_t column, Weight weight) const {
    return MakeLayout(text, kFontSize, weight, columns_[column] - 2 * kPadding);
  }

  std::vector<std::string> CellsOf(size_t row) const {
    std::vector<std::string> cells;
    for (size_t i = 0; i < sheet_.columns.size(); ++i) {
      const bool there = i < sheet_.rows[row].size();
      cells.push_back(there ? TextOf(sheet_.rows[row][i], sheet_.columns[i].numbers) : "");
    }
    return cells;
  }

  int LinesOf(const std::vector<std::string>& cells, Weight weight) const {
    int lines = 1;
    for (size_t i = 0; i < cells.size(); ++i) {
      lines = std::max(lines, pango_layout_get_line_count(CellLayout(cells[i], i, weight).get()));
    }
    return lines;
  }

  int HeaderLines() {
    if (header_.empty()) {
      for (const SheetColumn& column : sheet_.columns) header_.push_back(column.name);
      header_lines_ = LinesOf(header_, Weight::kBold);
    }
    return header_lines_;
  }

  double HeightOf(int lines) const { return lines * pitch_ + 2 * kPadding; }

  double TitleHeight() const {
    if (sheet_.title.empty()) return 0;
    // The large first line, the others, and an empty one before the table.
    return kTitleSize / kFontSize * pitch_ + static_cast<double>(sheet_.title.size()) * pitch_;
  }

  std::vector<PagePlan> Plan() {
    const double header = HeightOf(HeaderLines());
    const double first = kTop + header, end = height_ - kBottom;
    std::vector<PagePlan> pages(1);
    double top = first + TitleHeight();
    const auto turn = [&] {
      pages.emplace_back();
      top = first;
    };
    for (size_t row = 0; row < sheet_.rows.size(); ++row) {
      const int lines = LinesOf(CellsOf(row), Weight::kPlain);
      const bool fits_a_page = first + HeightOf(lines) <= end;
      if (fits_a_page && top + HeightOf(lines) > end) turn();
      for (int from = 0; from < lines;) {
        const int room = static_cast<int>((end - top - 2 * kPadding) / pitch_);
        if (room < 1) {
          turn();
          continue;
        }
        const int to = std::min(lines, from + room);
        pages.back().push_back({row, from, to, top});
        top += HeightOf(to - from);
        from = to;
      }
    }
    return pages;
  }

  void PaintTitle() {
    double top = kTop;
    for (size_t i = 0; i < sheet_.title.size(); ++i) {
      PaintLine(sheet_.title[i], i == 0 ? kTitleSize : kFontSize,
                i == 0 ? Weight::kBold : Weight::kPlain, top);
      top += i == 0 ? kTitleSize / kFontSize * pitch_ : pitch_;
    }
  }

  // Centred on the page.
  void PaintLine(const std::string& text, double size, Weight weight, double top) {
    const Layout layout = MakeLayout(text, size, weight, width_ - 2 * kSide);
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_move_to(cairo_, kSide, top);
    pango_cairo_show_layout(cairo_, layout.get());
  }

  void PaintRow(const std::vector<std::string>& cells, Weight weight, double top, int from,
                int to) {
    const bool header = weight == Weight::kBold;
    double left = kSide;
    for (size_t i = 0; i < cells.size(); ++i) {
      PaintFrame(left, top, columns_[i], HeightOf(to - from), header);
      const Layout layout = CellLayout(cells[i], i, weight);
      // A header's cells stand in the middle of its height.
      const int own = pango_layout_get_line_count(layout.get());
      const double down = header ? (to - from - own) * pitch_ / 2 : 0;
      for (int line = from; line < std::min(own, to); ++line) {
        PangoLayoutLine* text = pango_layout_get_line_readonly(layout.get(), line);
        PangoRectangle extent;
        pango_layout_line_get_extents(text, nullptr, &extent);
        const double room =
            columns_[i] - 2 * kPadding - static_cast<double>(extent.width) / PANGO_SCALE;
        cairo_move_to(cairo_, left + kPadding + (header ? room / 2 : 0),
                      top + kPadding + down + (line - from) * pitch_ + ascent_);
        pango_cairo_show_layout_line(cairo_, text);
      }
      left += columns_[i];
    }
  }

  void PaintFrame(double left, double top, double width, double height, bool filled) {
    cairo_rectangle(cairo_, left, top, width, height);
    if (filled) {
      cairo_set_source_rgb(cairo_, kHeaderGrey, kHeaderGrey, kHeaderGrey);
      cairo_fill_preserve(cairo_);
    }
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_set_line_width(cairo_, kRule);
    cairo_stroke(cairo_);
  }

  const Sheet& sheet_;
  cairo_t* cairo_;
  double width_ = 0, height_ = 0;  // of the paper
  std::vector<double> columns_;    // widths
  double pitch_ = 0, ascent_ = 0;  // from line to line; from a line's top to its foot
  std::vector<std::string> header_;
  int header_lines_ = 0;
};

cairo_status_t Append(void* bytes, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> SheetPdf(const Sheet& sheet) {
  if (sheet.columns.empty()) return Error{ErrorCode::kUsage, "a sheet needs columns", "", 0};
  const bool landscape = sheet.turn == PageTurn::kLandscape;
  std::string bytes;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
      Append, &bytes, landscape ? kLong : kShort, landscape ? kShort : kLong);
  if (!sheet.title.empty()) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sheet.title.front().c_str());
  }
  cairo_t* cairo = cairo_create(surface);
  SheetPainter(sheet, cairo).Paint();
  const cairo_status_t drawn = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const cairo_status_t finished =
      drawn != CAIRO_STATUS_SUCCESS ? drawn : cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (finished == CAIRO_STATUS_SUCCESS) return bytes;
  return Error{ErrorCode::kInternal, std::string("pdf: ") + cairo_status_to_string(finished), "",
               0};
}

}  // namespace vanthu::exporting
