#include "pipeline/export/rows.h"

#include <algorithm>
#include <utility>

#include "models/text/utf8.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

std::string Dump(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::vector<std::string> CellsOf(const ordered_json& row, const std::vector<std::string>& columns) {
  std::vector<std::string> cells;
  for (const std::string& column : columns) {
    const auto at = row.find(column);
    cells.push_back(at != row.end() ? CellText(*at) : "");
  }
  return cells;
}

std::string CsvLine(const std::vector<std::string>& cells) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) {
      if (c == '"') line += '"';
      line += c;
    }
    line += '"';
  }
  return line + "\r\n";
}

// --- Table ---------------------------------------------------------------------------------------

constexpr int kGap = 2;    // blanks between columns
constexpr int kLeast = 8;  // a column is not cut below this
// Words up to this are not broken where lines wrap, while other columns can give way: a span of dates.
constexpr int kLongWord = 22;

int WidthOf(char32_t c) {
  if (c < 0x20 || c == 0x7F) return 0;
  if ((c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF)
    return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
                    (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

// One line: what would break the table (line ends, tabs) becomes a blank.
std::string OneLine(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

// Filled up with blanks, or cut with "…", to exactly `width`.
std::string Fit(const std::string& text, int width) {
  const int own = DisplayWidth(text);
  if (own <= width) return text + std::string(static_cast<size_t>(width - own), ' ');
  std::string cut;
  int used = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (used + WidthOf(at.value) > width - 1) break;
    cut.append(text, i, at.length);
    used += WidthOf(at.value);
    i += at.length;
  }
  return cut + "…" + std::string(static_cast<size_t>(std::max(0, width - 1 - used)), ' ');
}

// Takes from the widest column that is wider than its least, until the table fits or none is.
void Shrink(std::vector<int>& widths, const std::vector<int>& least, int table_width) {
  int total = -kGap;
  for (const int width : widths) total += width + kGap;
  while (total > table_width) {
    size_t widest = widths.size();
    for (size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] > least[i] && (widest == widths.size() || widths[i] > widths[widest]))
        widest = i;
    }
    if (widest == widths.size()) return;
    --widths[widest];
    --total;
  }
}

int LongestWord(std::string_view text) {
  int longest = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    longest = std::max(longest, DisplayWidth(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

// The bytes of `text` that fit into `width`: up to a blank where there is one, and more than none.
size_t BreakOf(std::string_view text, int width) {
  size_t blank = std::string_view::npos;
  int used = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    if (at.value == ' ') blank = i;
    used += WidthOf(at.value);
    if (used > width && at.value != ' ') {
      if (blank != std::string_view::npos && blank > 0) return blank;
      return i > 0 ? i : at.length;
    }
    i += at.length;
  }
  return text.size();
}

// At most `lines` lines (0: any number) of at most `width`; the last holds all that is left.
std::vector<std::string> Wrapped(std::string_view text, int width, int lines) {
  std::vector<std::string> wrapped;
  while (lines == 0 || static_cast<int>(wrapped.size()) + 1 < lines) {
    const size_t end = BreakOf(text, width);
    if (end == text.size()) break;
    wrapped.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.starts_with(' ')) text.remove_prefix(1);
  }
  wrapped.emplace_back(text);
  return wrapped;
}

std::string TableLine(const std::vector<std::string>& cells, const std::vector<int>& widths) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.append(kGap, ' ');
    line += Fit(cells[i], widths[i]);
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\n";
}

// A row in as many lines as its longest cell takes.
std::string TableRow(const std::vector<std::string>& cells, const std::vector<int>& widths,
                     int lines) {
  std::vector<std::vector<std::string>> wrapped;
  size_t height = 1;
  for (size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(Wrapped(cells[i], widths[i], lines));
    height = std::max(height, wrapped.back().size());
  }
  std::string text;
  for (size_t k = 0; k < height; ++k) {
    std::vector<std::string> line;
    for (const auto& cell : wrapped) line.push_back(k < cell.size() ? cell[k] : "");
    text += TableLine(line, widths);
  }
  return text;
}

// Widths at which no word is broken, long ones aside.
std::vector<int> WholeWords(const std::vector<std::string>& columns,
                            const std::vector<std::vector<std::string>>& rows) {
  std::vector<int> widths;
  for (const std::string& column : columns) widths.push_back(std::max(kLeast, LongestWord(column)));
  for (const auto& cells : rows) {
    for (size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], std::min(LongestWord(cells[i]), kLongWord));
    }
  }
  return widths;
}

}  // namespace

std::string CellText(const ordered_json& value) {
  if (value.is_null()) return "";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (!value.is_array()) return Dump(value);
  std::string text;
  for (const ordered_json& item : value) {
    if (!text.empty()) text += "; ";
    text += CellText(item);
  }
  return text;
}

Result<RowFormat> ParseRowFormat(std::string_view name) {
  if (name == "json") return RowFormat::kJson;
  if (name == "jsonl") return RowFormat::kJsonl;
  if (name == "csv") return RowFormat::kCsv;
  if (name == "table") return RowFormat::kTable;
  if (name == "xlsx") return RowFormat::kXlsx;
  return Error{ErrorCode::kUsage,
               "unknown format '" + std::string(name) + "': json, jsonl, csv, table or xlsx", "",
               0};
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    width += WidthOf(at.value);
    i += at.length;
  }
  return width;
}

int CountLines(std::string_view text, int width) {
  int lines = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines += static_cast<int>(Wrapped(text.substr(begin, end - begin), width, 0).size());
    begin = end + 1;
  }
  return lines;
}

RowWriter::RowWriter(RowFormat format, std::vector<std::string> columns, Sink sink, int table_width,
                     int lines)
    : format_(format),
      columns_(std::move(columns)),
      sink_(std::move(sink)),
      table_width_(table_width),
      lines_(lines) {
  if (format_ == RowFormat::kCsv) sink_(CsvLine(columns_));
}

void RowWriter::Add(const ordered_json& row) {
  switch (format_) {
    case RowFormat::kJson: sink_((count_ == 0 ? "[\n" : ",\n") + Dump(row)); break;
    case RowFormat::kJsonl: sink_(Dump(row) + "\n"); break;
    case RowFormat::kCsv: sink_(CsvLine(CellsOf(row, columns_))); break;
    case RowFormat::kTable: {
      std::vector<std::string> cells = CellsOf(row, columns_);
      for (std::string& cell : cells) cell = OneLine(cell);
      cells_.push_back(std::move(cells));
      break;
    }
    case RowFormat::kXlsx: break;
  }
  ++count_;
}

void RowWriter::Finish() {
  if (format_ == RowFormat::kJson) sink_(count_ == 0 ? "[]\n" : "\n]\n");
  if (format_ != RowFormat::kTable || count_ == 0) return;
  std::vector<int> widths;
  for (size_t i = 0; i < columns_.size(); ++i) {
    int width = DisplayWidth(columns_[i]);
    for (const auto& cells : cells_) width = std::max(width, DisplayWidth(cells[i]));
    widths.push_back(width);
  }
  if (table_width_ > 0) {
    if (lines_ != 1) Shrink(widths, WholeWords(columns_, cells_), table_width_);
    Shrink(widths, std::vector<int>(widths.size(), kLeast), table_width_);
  }
  sink_(TableRow(columns_, widths, lines_));
  for (const auto& cells : cells_) sink_(TableRow(cells, widths, lines_));
}

std::string RenderRows(RowFormat format, std::vector<std::string> columns,
                       std::span<const ordered_json> rows, int table_width) {
  std::string out;
  RowWriter writer(
      format, std::move(columns), [&](std::string_view text) { out += text; }, table_width);
  for (const ordered_json& row : rows) writer.Add(row);
  writer.Finish();
  return out;
}

}  // namespace vanthu::exporting
