#include "source_blocks.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <array>

namespace vanthu::corpus {
namespace {

constexpr std::array kDirectives = {
    "layout", "head-left", "head-right", "title",   "to",      "body",    "center",
    "table",  "foot-left", "foot-right", "annex",   "contact", "urgency", "secrecy",
    "stamp",  "footnote",  "pagebreak",  "seal",    "signature"};

void CheckEncoding(std::string_view bytes) {
  int number = 0;
  for (const auto text : Split(bytes, "\n")) {
    ++number;
    const auto size = static_cast<gssize>(text.size());
    if (!g_utf8_validate(text.data(), size, nullptr)) throw LineError{number, "not UTF-8"};
    gchar* normal = g_utf8_normalize(text.data(), size, G_NORMALIZE_NFC);
    const bool same = normal != nullptr && text == normal;
    g_free(normal);
    if (!same) throw LineError{number, "not NFC"};
  }
}

}  // namespace

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> Split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::vector<SourceBlock> CutIntoBlocks(std::string_view bytes) {
  CheckEncoding(bytes);
  std::vector<SourceBlock> blocks;
  int number = 0;
  for (std::string_view text : Split(bytes, "\n")) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    if (!text.empty() && text.front() == '@') {
      const auto blank = std::min(text.find(' '), text.size());
      const auto name = Trim(text.substr(1, blank - 1));
      if (std::find(kDirectives.begin(), kDirectives.end(), name) == kDirectives.end()) {
        throw LineError{number, fmt::format("unknown directive @{}", name)};
      }
      blocks.push_back({number, name, Trim(text.substr(blank)), {}});
      continue;
    }
    if (blocks.empty()) {
      if (Trim(text).empty()) continue;
      throw LineError{number, "text before the first directive"};
    }
    if (text.substr(0, 2) == "\\@") text.remove_prefix(1);
    blocks.back().content.push_back({number, text});
  }
  for (SourceBlock& block : blocks) {
    while (!block.content.empty() && Trim(block.content.back().text).empty()) {
      block.content.pop_back();
    }
  }
  return blocks;
}

}  // namespace vanthu::corpus
