#include "pipeline/export/cite_dot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "models/text/utf8.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

// A box is about as wide as its number; longer texts go on in the next line or are cut.
constexpr size_t kLineLetters = 34;
constexpr size_t kSubjectLines = 2;
constexpr size_t kNameLines = 3;  // of a law: its name is all that tells it from others

constexpr const char* kHead =
    "digraph {\n"
    "  graph [rankdir=RL, ranksep=0.9, nodesep=0.18, fontname=\"Arial\", bgcolor=white];\n"
    "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#F4F6F8\", color=\"#5B6B7B\", "
    "fontname=\"Arial\", fontsize=11, margin=\"0.12,0.07\"];\n"
    "  edge [color=\"#5B6B7B\", fontname=\"Arial\", fontsize=10, fontcolor=\"#34495E\", "
    "arrowsize=0.7, tailport=w, headport=e];\n";
constexpr const char* kAsked = "fillcolor=\"#FFE8A3\", color=\"#B7791F\", penwidth=2";
constexpr const char* kAbsent =
    "style=\"rounded,dashed\", color=\"#9AA5B1\", fontcolor=\"#52606D\"";

std::string TextAt(const ordered_json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      // Graphviz would take what is no character for the end.
      default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string Cut(std::string_view text, size_t letters) {
  size_t end = 0;
  for (size_t count = 0; end < text.size() && count < letters; ++count) {
    end += DecodeAt(text, end).length;
  }
  return end == text.size() ? std::string(text) : std::string(text.substr(0, end)) + "…";
}

// At most `most` lines of whole words; the last is cut where there is more.
std::vector<std::string> Lines(const std::string& text, size_t most) {
  std::vector<std::string> lines;
  std::string line;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!line.empty() && Length(line) + 1 + Length(word) > kLineLetters &&
        lines.size() + 1 < most) {
      lines.push_back(std::exchange(line, ""));
    }
    if (!line.empty() && !word.empty()) line += ' ';
    line += word;
    begin = end + 1;
  }
  if (!line.empty()) lines.push_back(Cut(line, kLineLetters));
  return lines;
}

// 2014-02-27 as 27/02/2014, 2014-02 as 02/2014.
std::string DayText(const std::string& iso, SheetLanguage language) {
  if (language == SheetLanguage::kEnglish) return iso;
  std::string text = iso.substr(0, 4);
  if (iso.size() >= 7) text = iso.substr(5, 2) + "/" + text;
  if (iso.size() >= 10) text = iso.substr(8, 2) + "/" + text;
  return text;
}

class Drawing {
 public:
  Drawing(SheetLanguage language, const std::string& not_in_archive)
      : language_(language), not_in_archive_(not_in_archive) {}

  void Node(size_t number, const ordered_json& node) {
    const bool absent = node.value("letter_id", ordered_json()).is_null();
    text_ += fmt::format("  n{} [label=<{}>", number, Label(node, absent));
    if (absent) text_ += fmt::format(", {}", kAbsent);
    // Both may hold: what was asked for and is not there keeps its colour.
    if (node.value("asked", false)) {
      text_ += fmt::format(", {}", kAsked);
      if (absent) text_ += ", style=\"rounded,dashed,filled\", fontcolor=\"black\"";
    }
    text_ += "];\n";
  }

  // One arrow for all roles in which one cites the other.
  void Edges(const ordered_json& edges) {
    struct Arrow {
      std::string roles;
      bool certain = true;
    };
    std::map<std::pair<size_t, size_t>, Arrow> arrows;
    for (const ordered_json& edge : edges) {
      Arrow& arrow = arrows[{edge.at("from").get<size_t>(), edge.at("to").get<size_t>()}];
      if (!arrow.roles.empty()) arrow.roles += ", ";
      arrow.roles += CodeWord("role", TextAt(edge, "role"), language_);
      arrow.certain = arrow.certain && edge.value("certain", true);
    }
    for (const auto& [ends, arrow] : arrows) {
      // A white ground keeps a line that passes from striking the word through.
      text_ += fmt::format(
          "  n{} -> n{} [label=<<TABLE BORDER=\"0\" CELLPADDING=\"1\" BGCOLOR=\"white\"><TR><TD>{}"
          "</TD></TR></TABLE>>{}];\n",
          ends.first, ends.second, arrow.roles, arrow.certain ? "" : ", style=dashed");
    }
  }

  std::string text() const { return kHead + text_ + "}\n"; }

 private:
  std::string Label(const ordered_json& node, bool absent) const {
    const std::string number = TextAt(node, "number"), title = TextAt(node, "title");
    std::vector<std::string> parts;
    const auto add = [&](const std::string& text, size_t lines, const char* form) {
      for (const std::string& line : Lines(text, lines)) {
        parts.push_back(fmt::format(fmt::runtime(form), Escaped(line)));
      }
    };
    if (!number.empty()) add(number, 1, "<B>{}</B>");
    add(title, kNameLines, number.empty() ? "<B>{}</B>" : "{}");
    if (number.empty() && title.empty()) add(NameOf(node), kSubjectLines, "<B>{}</B>");
    add(DayText(TextAt(node, "issue_date"), language_), 1, "{}");
    add(TextAt(node, "issuer"), 1, "{}");
    add(TextAt(node, "subject"), kSubjectLines, "<I>{}</I>");
    if (absent) add(not_in_archive_, 1, "<FONT POINT-SIZE=\"9\">{}</FONT>");
    return fmt::format("{}", fmt::join(parts, "<BR/>"));
  }

  // Of a document without number and title.
  static std::string NameOf(const ordered_json& node) {
    const std::string raw = TextAt(node, "raw");
    if (!raw.empty()) return raw;
    const std::string type = TextAt(node, "doc_type");
    return type.empty() ? "?" : type;
  }

  SheetLanguage language_;
  std::string not_in_archive_;
  std::string text_;
};

}  // namespace

std::string CiteDot(const ordered_json& graph, SheetLanguage language,
                    const std::string& not_in_archive) {
  Drawing drawing(language, not_in_archive);
  size_t number = 0;
  for (const ordered_json& node : graph.at("nodes")) drawing.Node(number++, node);
  drawing.Edges(graph.at("edges"));
  return drawing.text();
}

}  // namespace vanthu::exporting
