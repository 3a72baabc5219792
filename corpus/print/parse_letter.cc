#include "parse_letter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "default_style.h"
#include "footnote_marks.h"
#include "inline_marks.h"
#include "source_blocks.h"

namespace vanthu::corpus {
namespace {

// The functions below throw LineError; ParseLetter catches it.

template <typename Number>
std::optional<Number> NumberFrom(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

Line ReadLine(int number, std::string_view text) {
  const auto line = ParseInlineMarks(text);
  if (!line.ok()) throw LineError{number, line.error().message};
  return line.value();
}

Lines ReadLines(const SourceBlock& block) {
  Lines lines;
  for (const SourceLine& source : block.content) {
    lines.push_back(ReadLine(source.number, Trim(source.text)));
  }
  return lines;
}

Lines ReadRequiredLines(const SourceBlock& block) {
  if (block.content.empty()) {
    throw LineError{block.number, fmt::format("@{} has no content", block.name)};
  }
  return ReadLines(block);
}

Lines ReadParagraphs(const SourceBlock& block) {
  Lines paragraphs;
  bool open = false;
  for (const SourceLine& source : block.content) {
    const auto text = Trim(source.text);
    if (text.empty()) {
      open = false;
      continue;
    }
    const Line line = ReadLine(source.number, text);
    if (open) {
      paragraphs.back().push_back({SpanKind::kText, " ", false, false});
      paragraphs.back().insert(paragraphs.back().end(), line.begin(), line.end());
    } else {
      paragraphs.push_back(line);
      open = true;
    }
  }
  return paragraphs;
}

void ReadTableArguments(const SourceBlock& block, Table& table) {
  for (const auto argument : Split(block.argument, " ")) {
    if (argument.empty()) continue;
    const auto equals = argument.find('=');
    const auto key = argument.substr(0, equals);
    const auto value = equals == std::string_view::npos ? "" : argument.substr(equals + 1);
    if (key == "widths") {
      for (const auto width : Split(value, ",")) {
        const auto number = NumberFrom<double>(width);
        if (!number || *number <= 0) throw LineError{block.number, "bad widths of @table"};
        table.widths.push_back(*number);
      }
    } else if (key == "head") {
      const auto rows = NumberFrom<int>(value);
      if (!rows || *rows < 0) throw LineError{block.number, "bad head of @table"};
      table.head_rows = *rows;
    } else {
      throw LineError{block.number, fmt::format("@table does not know {}", argument)};
    }
  }
  if (table.widths.empty()) throw LineError{block.number, "@table has no widths"};
}

Cell ReadCell(const SourceLine& source, std::string_view text, bool first_row, bool first_column) {
  if (text == "^") {
    if (first_row) throw LineError{source.number, "the cell ^ has no cell above it"};
    return {CellKind::kFromAbove, {}};
  }
  if (text == "<") {
    if (first_column) throw LineError{source.number, "the cell < has no cell to its left"};
    return {CellKind::kFromLeft, {}};
  }
  Cell cell;
  for (const auto part : Split(text, "\\n")) {
    cell.lines.push_back(ReadLine(source.number, Trim(part)));
  }
  return cell;
}

Table ReadTable(const SourceBlock& block) {
  Table table;
  ReadTableArguments(block, table);
  for (const SourceLine& source : block.content) {
    if (Trim(source.text).empty()) continue;
    const auto cells = Split(source.text, "\t");
    if (cells.size() != table.widths.size()) {
      throw LineError{source.number, fmt::format("the row has {} cells, the table {} columns",
                                                 cells.size(), table.widths.size())};
    }
    std::vector<Cell> row;
    for (const auto cell : cells) {
      row.push_back(ReadCell(source, Trim(cell), table.rows.empty(), row.empty()));
    }
    table.rows.push_back(std::move(row));
  }
  if (table.rows.empty()) throw LineError{block.number, "@table has no rows"};
  if (static_cast<std::size_t>(table.head_rows) > table.rows.size()) {
    throw LineError{block.number, "@table has fewer rows than head rows"};
  }
  return table;
}

// Puts the blocks together into the letter: left and right halves become one head or foot, and
// what lies upon them (boxed words, seal, signature) is fastened to them.
class Assembler {
 public:
  explicit Assembler(Letter& letter) : letter_(letter) {}

  void Add(const SourceBlock& block) {
    if (AddHeadOrFoot(block) || AddText(block) || AddPageMatter(block)) return;
    AddOverlay(block);
  }

  void Finish(int last_line) {
    if (pending_seal_ || pending_signature_) {
      throw LineError{last_line, "@seal or @signature without @foot-left or @foot-right"};
    }
    if (!pending_boxed_.empty()) throw LineError{last_line, "@urgency or @secrecy without a head"};
    if (letter_.elements.empty()) throw LineError{last_line, "the letter has no content"};
  }

 private:
  template <typename Kind>
  Kind& LastOr(bool join) {
    auto* last = letter_.elements.empty() ? nullptr : std::get_if<Kind>(&letter_.elements.back());
    if (last != nullptr && join) return *last;
    letter_.elements.emplace_back(Kind{});
    return std::get<Kind>(letter_.elements.back());
  }

  // The last head or foot of the letter wherever it stands, or null.
  template <typename Kind>
  Kind* Latest() {
    for (auto it = letter_.elements.rbegin(); it != letter_.elements.rend(); ++it) {
      if (auto* found = std::get_if<Kind>(&*it)) return found;
    }
    return nullptr;
  }

  bool RightIsFree(bool head) const {
    if (letter_.elements.empty()) return false;
    if (head) {
      const auto* last = std::get_if<Head>(&letter_.elements.back());
      return last != nullptr && last->right.empty();
    }
    const auto* last = std::get_if<Foot>(&letter_.elements.back());
    return last != nullptr && last->right.empty();
  }

  bool AddHeadOrFoot(const SourceBlock& block) {
    if (block.name == "head-left") {
      Head& head = LastOr<Head>(false);
      head.left = ReadRequiredLines(block);
      head.boxed = std::move(pending_boxed_);
      pending_boxed_.clear();
    } else if (block.name == "head-right") {
      LastOr<Head>(RightIsFree(true)).right = ReadRequiredLines(block);
    } else if (block.name == "foot-left") {
      Foot& foot = LastOr<Foot>(false);
      foot.left = ReadRequiredLines(block);
      FastenPending(foot);
    } else if (block.name == "foot-right") {
      Foot& foot = LastOr<Foot>(RightIsFree(false));
      foot.right = ReadRequiredLines(block);
      FastenPending(foot);
    } else {
      return false;
    }
    return true;
  }

  void FastenPending(Foot& foot) {
    foot.seal = foot.seal || pending_seal_;
    foot.signature = foot.signature || pending_signature_;
    pending_seal_ = pending_signature_ = false;
  }

  bool AddText(const SourceBlock& block) {
    if (block.name == "title") {
      letter_.elements.emplace_back(Title{ReadRequiredLines(block)});
    } else if (block.name == "to") {
      letter_.elements.emplace_back(To{ReadRequiredLines(block)});
    } else if (block.name == "body") {
      letter_.elements.emplace_back(Body{ReadParagraphs(block)});
    } else if (block.name == "center") {
      letter_.elements.emplace_back(Center{ReadRequiredLines(block)});
    } else if (block.name == "table") {
      letter_.elements.emplace_back(ReadTable(block));
    } else {
      return false;
    }
    return true;
  }

  bool AddPageMatter(const SourceBlock& block) {
    if (block.name == "annex") {
      const bool landscape = block.argument == "landscape";
      if (!landscape && !block.argument.empty() && block.argument != "portrait") {
        throw LineError{block.number, fmt::format("unknown annex {}", block.argument)};
      }
      letter_.elements.emplace_back(
          Annex{landscape ? Orientation::kLandscape : Orientation::kPortrait});
    } else if (block.name == "pagebreak") {
      letter_.elements.emplace_back(PageBreak{});
    } else if (block.name == "contact") {
      letter_.contact = ReadRequiredLines(block);
    } else if (block.name == "footnote") {
      AddFootnote(block);
    } else {
      return false;
    }
    if (block.name != "contact" && block.name != "footnote" && !block.content.empty()) {
      throw LineError{block.content.front().number, "text that belongs to no block"};
    }
    return true;
  }

  void AddFootnote(const SourceBlock& block) {
    const Lines paragraphs = ReadParagraphs(block);
    if (block.argument.empty()) throw LineError{block.number, "@footnote has no number"};
    if (paragraphs.size() != 1) throw LineError{block.number, "a footnote is one paragraph"};
    const std::string mark(block.argument);
    if (FindFootnote(letter_, mark) != nullptr) {
      throw LineError{block.number, fmt::format("footnote {} is given twice", mark)};
    }
    letter_.footnotes.push_back({mark, paragraphs.front()});
  }

  void AddOverlay(const SourceBlock& block) {
    if (block.name == "stamp") {
      AddStamp(block);
      return;
    }
    if (block.name == "urgency" || block.name == "secrecy") {
      if (block.argument.empty()) {
        throw LineError{block.number, fmt::format("@{} has no words", block.name)};
      }
      Head* head = Latest<Head>();
      (head != nullptr ? head->boxed : pending_boxed_).emplace_back(block.argument);
    } else if (block.name == "seal" || block.name == "signature") {
      Foot* foot = Latest<Foot>();
      bool& flag = block.name == "seal" ? (foot != nullptr ? foot->seal : pending_seal_)
                                        : (foot != nullptr ? foot->signature : pending_signature_);
      flag = true;
    } else {
      throw LineError{block.number, "@layout stands once, on the first line"};
    }
    if (!block.content.empty()) {
      throw LineError{block.content.front().number, "text that belongs to no block"};
    }
  }

  void AddStamp(const SourceBlock& block) {
    IncomingStamp stamp;
    if (block.argument == "title") {
      stamp.place = StampPlace::kTitle;
    } else if (block.argument == "body") {
      stamp.place = StampPlace::kBody;
    } else if (block.argument != "right") {
      throw LineError{block.number, "@stamp is title, body or right"};
    }
    stamp.lines = ReadRequiredLines(block);
    if (letter_.stamp) throw LineError{block.number, "a letter has one stamp"};
    letter_.stamp = std::move(stamp);
  }

  Letter& letter_;
  std::vector<std::string> pending_boxed_;
  bool pending_seal_ = false;
  bool pending_signature_ = false;
};

Layout LayoutNamed(const SourceBlock& block) {
  if (block.argument == "decree30") return Layout::kDecree30;
  if (block.argument == "circular01") return Layout::kCircular01;
  if (block.argument == "party") return Layout::kParty;
  if (block.argument == "old") return Layout::kOld;
  throw LineError{block.number, fmt::format("unknown layout {}", block.argument)};
}

}  // namespace

Result<Letter> ParseLetter(std::string_view bytes, const std::string& name,
                           const std::string& file) {
  try {
    const auto blocks = CutIntoBlocks(bytes);
    if (blocks.empty() || blocks.front().name != "layout" || blocks.front().number != 1) {
      throw LineError{1, "the first line is not @layout"};
    }
    Letter letter;
    letter.name = name;
    letter.layout = LayoutNamed(blocks.front());
    Assembler assembler(letter);
    for (auto block = blocks.begin() + 1; block != blocks.end(); ++block) assembler.Add(*block);
    assembler.Finish(blocks.back().number);
    const std::string unmarked = MatchFootnotes(letter);
    if (!unmarked.empty()) {
      throw LineError{blocks.back().number, fmt::format("footnote {} has no mark", unmarked)};
    }
    return WithDefaultStyle(std::move(letter));
  } catch (const LineError& error) {
    return Error{fmt::format("{}:{}: {}", file, error.number, error.reason)};
  }
}

}  // namespace vanthu::corpus
