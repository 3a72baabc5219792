// Markdown as text converters write it: headings, emphasis, rules, footnotes, HTML tables. Lines of
// text tables (tab-separated, pipes) are passed on as they are; layout makes grids of them.
#include <algorithm>
#include <string>
#include <vector>

#include "models/text/normalize.h"
#include "pipeline/intake/flow.h"
#include "pipeline/intake/formats.h"
#include "pipeline/intake/html.h"
#include "pipeline/intake/markdown_inline.h"

namespace vanthu::intake {
namespace {

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

// "---", "***", "___", "- - -": three or more of one sign and nothing else.
bool IsRule(std::string_view line) {
  const std::string_view text = Trim(line);
  if (text.empty() || std::string_view("-*_").find(text[0]) == std::string_view::npos) return false;
  const auto signs = std::count(text.begin(), text.end(), text[0]);
  const auto blanks = std::count(text.begin(), text.end(), ' ');
  return signs >= 3 && static_cast<size_t>(signs + blanks) == text.size();
}

// Number of "#" that open a heading, 0 for another line.
int HeadingLevel(std::string_view line) {
  const std::string_view text = Trim(line);
  const size_t marks = std::min(text.find_first_not_of('#'), text.size());
  if (marks == 0 || marks > 6) return 0;
  return marks == text.size() || text[marks] == ' ' ? static_cast<int>(marks) : 0;
}

bool IsPipeRow(std::string_view line) {
  const std::string_view text = Trim(line);
  return text.size() > 2 && text.front() == '|' && text.back() == '|';
}

// Tables that a line opens less those that it closes.
int TablesOpened(std::string_view line) {
  int opened = 0;
  for (size_t at = line.find("table"); at != std::string_view::npos;
       at = line.find("table", at + 5)) {
    if (at >= 1 && line[at - 1] == '<') ++opened;
    if (at >= 2 && line.substr(at - 2, 2) == "</") --opened;
  }
  return opened;
}

class MarkdownReader {
 public:
  Page Read(std::string_view text) {
    rest_ = text;
    while (!rest_.empty()) ReadLine(NextLine());
    EndParagraph();
    return flow_.Finish();
  }

 private:
  std::string_view NextLine() {
    const size_t end = rest_.find_first_of("\n\f");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return line;
  }

  void ReadLine(std::string_view line) {
    const std::string_view text = Trim(line);
    if (text.starts_with("```")) {
      EndParagraph();
      in_code_ = !in_code_;
    } else if (CleanLine(text).empty()) {
      EndParagraph();
      after_blank_ = true;
    } else if (in_code_) {
      flow_.AddTabbedLine(line, after_blank_);
      after_blank_ = false;
    } else if (IsRule(text)) {
      EndParagraph();
      after_blank_ = true;
    } else if (const int level = HeadingLevel(text); level > 0) {
      ReadHeading(text, level);
    } else if (text.starts_with("<table")) {
      ReadHtmlTable(line);
    } else if (text.find('\t') != std::string_view::npos || line.ends_with('\t') ||
               IsPipeRow(text)) {
      EndParagraph();
      flow_.AddTabbedLine(line, after_blank_);
      after_blank_ = false;
    } else {
      paragraph_ += text.starts_with("> ") ? text.substr(2) : line;
      paragraph_ += '\n';
    }
  }

  void ReadHeading(std::string_view text, int level) {
    EndParagraph();
    text.remove_prefix(static_cast<size_t>(level));
    const size_t end = text.find_last_not_of("# ");
    text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
    flow_.BeginParagraph({.heading = level});
    AddSpans(text);
    flow_.EndParagraph();
    after_blank_ = true;
  }

  void ReadHtmlTable(std::string_view first_line) {
    EndParagraph();
    std::string html(first_line);
    int open = TablesOpened(first_line);
    while (open > 0 && !rest_.empty()) {
      const std::string_view line = NextLine();
      open += TablesOpened(line);
      html += '\n';
      html += line;
    }
    AppendHtml(html, flow_);
    after_blank_ = true;
  }

  void EndParagraph() {
    if (paragraph_.empty()) return;
    if (after_blank_) flow_.BeginParagraph({});
    AddSpans(paragraph_);
    paragraph_.clear();
    after_blank_ = false;
  }

  void AddSpans(std::string_view source) {
    for (const MarkdownSpan& span : ParseMarkdownInline(source)) {
      switch (span.kind) {
        case MarkdownSpan::Kind::kText: flow_.Add(span.text, span.emphasis); break;
        case MarkdownSpan::Kind::kLabel: flow_.AddLabel(span.text); break;
        case MarkdownSpan::Kind::kBreak: flow_.Break(); break;
      }
    }
  }

  Flow flow_;
  std::string_view rest_;
  std::string paragraph_;
  bool after_blank_ = true;
  bool in_code_ = false;
};

}  // namespace

OpenResult OpenMarkdown(const std::filesystem::path& file, const Limits& limits) {
  const auto text = ReadTextFile(file, limits);
  if (!text) return text.error();
  return MakeSinglePage(MarkdownReader().Read(*text));
}

}  // namespace vanthu::intake
