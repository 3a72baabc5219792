// The letter as plain text, as a clerk would have it, and as Markdown, as tools that read a scan
// into Markdown give it. Neither has seal, signature or incoming stamp.
#pragma once

#include <string>

#include "letter.h"

namespace vanthu::corpus {

// UTF-8 text that ends with one line feed. Paragraphs one a line with blank lines between them,
// tables one row a line with tabs, footnotes after `---` as `[1] text`.
std::string SetAsText(const Letter& letter);

// UTF-8 Markdown. Which kind of table a letter gets (tabs or pipes; lists or <br> in cells) and
// whether its headings keep their stars is drawn from its name.
std::string SetAsMarkdown(const Letter& letter);

}  // namespace vanthu::corpus
