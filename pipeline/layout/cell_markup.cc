#include "pipeline/layout/cell_markup.h"

#include <re2/re2.h>

#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu::layout {
namespace {

struct Tag {
  std::string name;  // lower case
  bool closing = false;
  std::string_view attributes;
  size_t length = 0;  // bytes, with the brackets
};

// Longest tag that is looked for: a "<" without its ">" must not cost a walk over the whole cell.
constexpr size_t kMaxTag = 400;

std::optional<Tag> TagAt(std::string_view text) {
  Tag tag;
  size_t at = 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const size_t name = at;
  while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0) ++at;
  if (at == name || std::isalpha(static_cast<unsigned char>(text[name])) == 0) return std::nullopt;
  const size_t end = text.substr(0, kMaxTag).find('>', at);
  if (end == std::string_view::npos) return std::nullopt;
  for (const char c : text.substr(name, at - name)) {
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  tag.attributes = text.substr(at, end - at);
  tag.length = end + 1;
  return tag;
}

struct Entity {
  std::string text;
  size_t length = 0;
};

std::optional<Entity> EntityAt(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kNamed = {{
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&apos;", "'"},
      {"&nbsp;", " "},
  }};
  for (const auto& [name, value] : kNamed) {
    if (text.starts_with(name)) return Entity{std::string(value), name.size()};
  }
  const size_t end = text.substr(0, 10).find(';');
  if (!text.starts_with("&#") || end == std::string_view::npos) return std::nullopt;
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* first = text.data() + (hex ? 3 : 2);
  const char* last = text.data() + end;
  uint32_t value = 0;
  const auto [stop, problem] = std::from_chars(first, last, value, hex ? 16 : 10);
  if (problem != std::errc() || stop != last || value == 0 || value > 0x10FFFF ||
      (value >= 0xD800 && value < 0xE000)) {
    return std::nullopt;
  }
  Entity entity{{}, end + 1};
  AppendUtf8(static_cast<char32_t>(value), entity.text);
  return entity;
}

bool IsMarked(std::string_view item) {
  return item.starts_with("-") || item.starts_with("+") || item.starts_with("•");
}

bool StartsLine(std::string_view name) {
  return name == "br" || name == "p" || name == "div" || name == "ul" || name == "ol" ||
         name == "tr" || name == "table";
}

bool IsKnown(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kInline = {
      "b",    "i", "u",  "em", "strong", "sup", "sub",   "span",
      "font", "a", "li", "td", "th",     "s",   "tbody", "thead"};
  for (const std::string_view known : kInline) {
    if (name == known) return true;
  }
  return StartsLine(name);
}

// Markdown in a cell: **bold** and *italic* lose their marks, \* and \| are the signs themselves. A lone
// star is printed ("(*) tạm tính").
std::string WithoutEmphasis(std::string text) {
  static const RE2 bold(R"(\*\*([^*]+)\*\*)");
  static const RE2 italic(R"((^|[\s(])\*([^\s*][^*]*)\*($|[\s,.;:)]))");
  static const RE2 escaped(R"(\\([*_|#-]))");
  RE2::GlobalReplace(&text, bold, R"(\1)");
  RE2::GlobalReplace(&text, italic, R"(\1\2\3)");
  RE2::GlobalReplace(&text, escaped, R"(\1)");
  return text;
}

class Writer {
 public:
  void Add(std::string_view text) { line_ += text; }

  void Break() {
    std::string text = CleanLine(WithoutEmphasis(line_));
    line_.clear();
    if (text.empty()) return;
    const bool wrapped = std::exchange(wraps_, false) && !IsMarked(text) && !lines_.empty();
    if (item_ && !IsMarked(text)) text = "- " + text;
    item_ = false;
    if (wrapped) {
      lines_.back() += ' ';
      lines_.back() += text;
    } else {
      lines_.push_back(std::move(text));
    }
  }

  void Apply(const Tag& tag) {
    if (tag.name == "li") {
      Break();
      item_ = !tag.closing && marked_;
      // A reader of scans writes each printed line of a cell as an item of a list without marks.
      wraps_ = !tag.closing && !marked_ && !first_;
      first_ = first_ && tag.closing;
    } else if (StartsLine(tag.name)) {
      Break();
    } else if (tag.name == "td" || tag.name == "th") {
      Add(" ");
    }
    if ((tag.name == "ul" || tag.name == "ol") && !tag.closing) {
      first_ = true;
      const size_t style = tag.attributes.find("list-style");
      marked_ = style == std::string_view::npos ||
                tag.attributes.find("none", style) == std::string_view::npos;
    }
  }

  std::vector<std::string> Finish() {
    Break();
    return std::move(lines_);
  }

 private:
  std::vector<std::string> lines_;
  std::string line_;
  bool marked_ = true;  // the list that is open marks its items
  bool item_ = false;   // the line begins an item that gets a mark
  bool first_ = true;   // no item of the open list has begun
  bool wraps_ = false;  // the line is an item without mark, below another one
};

}  // namespace

std::vector<std::string> CellLines(std::string_view cell) {
  Writer writer;
  for (size_t at = 0; at < cell.size();) {
    const std::string_view rest = cell.substr(at);
    if (rest.front() == '<') {
      const std::optional<Tag> tag = TagAt(rest);
      if (tag && IsKnown(tag->name)) {
        writer.Apply(*tag);
        at += tag->length;
        continue;
      }
    }
    if (rest.front() == '&') {
      if (const std::optional<Entity> entity = EntityAt(rest)) {
        writer.Add(entity->text);
        at += entity->length;
        continue;
      }
    }
    const size_t next = rest.find_first_of("<&", 1);
    const size_t length = next == std::string_view::npos ? rest.size() : next;
    writer.Add(rest.substr(0, length));
    at += length;
  }
  return writer.Finish();
}

}  // namespace vanthu::layout
