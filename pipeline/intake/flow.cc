#include "pipeline/intake/flow.h"

#include <algorithm>
#include <utility>

#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu::intake {
namespace {

// A label such as "1.", "a)", "III." in bytes; a longer text before a tab is a text of its own.
constexpr size_t kLongestLabel = 6;

size_t CountLetters(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    count += IsWordChar(at.value) ? 1U : 0U;
    i += at.length;
  }
  return count;
}

std::vector<std::string> CleanCells(std::string_view text) {
  std::vector<std::string> cells;
  while (true) {
    const size_t tab = text.find('\t');
    cells.push_back(CleanLine(text.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    text.remove_prefix(tab + 1);
  }
}

std::string Join(const std::vector<std::string>& parts, char separator) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out.push_back(separator);
    out += parts[i];
  }
  return out;
}

// Tabs of running text place it on the line: empty steps go, a label is joined to its text.
std::string CleanRunningText(std::string_view text) {
  std::vector<std::string> cells = CleanCells(text);
  std::erase_if(cells, [](const std::string& cell) { return cell.empty(); });
  if (cells.size() > 1 && cells[0].size() <= kLongestLabel) {
    cells[1] = cells[0] + " " + cells[1];
    cells.erase(cells.begin());
  }
  return Join(cells, '\t');
}

}  // namespace

std::string CleanTabbed(std::string_view text) { return Join(CleanCells(text), '\t'); }

std::string SuperscriptText(std::string_view superscript, std::string_view before) {
  std::string mark = CleanLine(superscript);
  if (mark.size() > 2 && (mark.front() == '(' || mark.front() == '[') &&
      (mark.back() == ')' || mark.back() == ']')) {
    mark = mark.substr(1, mark.size() - 2);
  }
  const bool digits = !mark.empty() && mark.size() <= 3 &&
                      mark.find_first_not_of("0123456789") == std::string::npos;
  if (!digits) return CleanLine(superscript);
  if (mark == "2" || mark == "3") {
    for (const std::string_view unit : {"km", "dm", "cm", "mm", "m"}) {
      if (!before.ends_with(unit)) continue;
      before.remove_suffix(unit.size());
      const bool stands_alone = before.empty() || before.back() == ' ' || before.back() == '/' ||
                                before.back() == '(' ||
                                IsDigit(static_cast<unsigned char>(before.back()));
      if (stands_alone) return mark;
      break;
    }
  }
  return "[" + mark + "]";
}

void Flow::BeginParagraph(ParagraphStyle style) {
  EndParagraph();
  style_ = style;
  paragraph_open_ = true;
  first_line_ = true;
}

void Flow::Put(std::string_view text, const std::string& font, bool capitals) {
  if (!paragraph_open_) BeginParagraph({});
  text_ += text;
  if (pieces_.empty() || pieces_.back().font != font || pieces_.back().capitals != capitals)
    pieces_.push_back({{}, font, capitals});
  pieces_.back().text += text;
}

void Flow::Add(std::string_view text, const Emphasis& emphasis) {
  Put(text, emphasis.font, emphasis.capitals);
  const size_t letters = CountLetters(text);
  letters_ += letters;
  if (emphasis.bold) bold_letters_ += letters;
  if (emphasis.italic) italic_letters_ += letters;
}

void Flow::AddLabel(std::string_view text, const std::string& font) { Put(text, font, false); }

void Flow::Break() {
  const bool blank = CleanLine(text_).empty();
  EmitLine();
  if (blank) first_line_ = true;
}

void Flow::EndParagraph() {
  EmitLine();
  paragraph_open_ = false;
}

void Flow::EmitLine() {
  Line line;
  line.bold = letters_ > 0 && bold_letters_ == letters_;
  line.italic = letters_ > 0 && italic_letters_ == letters_;
  SourceLine source{std::exchange(pieces_, {}), false};
  const bool blank = CleanLine(std::exchange(text_, {})).empty();
  letters_ = bold_letters_ = italic_letters_ = 0;
  if (blank) return;
  line.heading = style_.heading;
  line.centered = style_.centered;
  line.starts_paragraph = first_line_;
  first_line_ = false;
  if (cell_) {
    line.cell = CellRef{static_cast<int>(open_.page.grids.size()) - 1, cell_->row, cell_->column};
  }
  PushLine(std::move(line), std::move(source));
}

void Flow::PushLine(Line line, SourceLine source) {
  open_.page.lines.push_back(std::move(line));
  open_.sources.push_back(std::move(source));
}

void Flow::AddTabbedLine(std::string_view text, bool starts_paragraph) {
  EndParagraph();
  if (CleanTabbed(text).find_first_not_of('\t') == std::string::npos) return;
  Line line;
  line.starts_paragraph = starts_paragraph;
  PushLine(std::move(line), {{{std::string(text)}}, true});
}

void Flow::BeginGrid(bool ruled) {
  EndParagraph();
  Grid grid;
  grid.ruled = ruled;
  open_.page.grids.push_back(std::move(grid));
  in_grid_ = true;
}

void Flow::BeginCell(Cell place) {
  EndParagraph();
  cell_ = std::move(place);
  cell_first_line_ = open_.page.lines.size();
}

void Flow::EndCell() {
  EndParagraph();
  if (!cell_) return;
  Grid& grid = open_.page.grids.back();
  open_.cells.push_back(
      {open_.page.grids.size() - 1, grid.cells.size(), cell_first_line_, open_.page.lines.size()});
  grid.rows = std::max(grid.rows, cell_->row + cell_->row_span);
  grid.columns = std::max(grid.columns, cell_->column + cell_->column_span);
  grid.cells.push_back(std::move(*cell_));
  cell_.reset();
}

void Flow::EndGrid() {
  EndCell();
  if (open_.page.grids.back().cells.empty()) open_.page.grids.pop_back();
  in_grid_ = false;
}

void Flow::BreakPage() {
  EndParagraph();
  open_.page.number = static_cast<int>(closed_.size()) + 1;
  closed_.push_back(std::exchange(open_, {}));
}

Page Flow::Close(OpenPage open, const LegacyGuess& guess) {
  Page page = std::move(open.page);
  for (size_t i = 0; i < page.lines.size(); ++i) {
    const SourceLine& source = open.sources[i];
    const auto clean = source.tabbed ? CleanTabbed : CleanRunningText;
    std::string printed;
    for (const SetText& piece : source.pieces) printed += piece.text;
    const UnicodeLine unicode = guess.Convert(source.pieces);
    page.lines[i].text = clean(unicode.text);
    if (unicode.legacy) page.lines[i].raw = clean(printed);
  }
  for (const CellLines& lines : open.cells) {
    std::vector<std::string> texts;
    for (size_t i = lines.begin; i < lines.end; ++i) texts.push_back(page.lines[i].text);
    page.grids[lines.grid].cells[lines.cell].text = Join(texts, '\n');
  }
  page.reason = "the file is text";
  if (page.lines.empty()) {
    page.origin = PageOrigin::kBlank;
    page.reason = "the file has no text";
  }
  return page;
}

std::vector<Page> Flow::FinishPages() {
  BreakPage();
  LegacyGuess guess;
  for (const OpenPage& page : closed_)
    for (const SourceLine& line : page.sources) guess.Learn(line.pieces);
  std::vector<Page> pages;
  for (OpenPage& page : std::exchange(closed_, {})) pages.push_back(Close(std::move(page), guess));
  return pages;
}

Page Flow::Finish() { return std::move(FinishPages().front()); }

}  // namespace vanthu::intake
