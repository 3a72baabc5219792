#include "models/document/page.h"

#include <algorithm>

namespace vanthu {
namespace {

// Several words that were read as one bear the same raw text, side by side.
std::string RawLine(const std::vector<Word>& words) {
  std::string out;
  const std::string* before = nullptr;
  for (const Word& word : words) {
    const bool again = before != nullptr && !word.raw.empty() && word.raw == *before;
    before = &word.raw;
    if (again) continue;
    if (!out.empty()) out += ' ';
    out += word.raw.empty() ? word.text : word.raw;
  }
  return out;
}

}  // namespace

std::optional<double> Page::Confidence() const {
  if (origin != PageOrigin::kOcr || words.empty()) return std::nullopt;
  double sum = 0;
  for (const Word& word : words) sum += word.confidence;
  return sum / static_cast<double>(words.size());
}

std::string Page::Text() const {
  std::string out;
  for (const Line& line : lines) {
    if (!out.empty()) out += '\n';
    out += line.text;
  }
  return out;
}

std::string Page::RawText() const {
  std::string out;
  for (const Line& line : lines) {
    const bool as_read =
        std::ranges::all_of(line.words, [](const Word& word) { return word.raw.empty(); });
    if (as_read && line.raw.empty()) continue;
    if (!out.empty()) out += '\n';
    out += as_read ? line.raw : RawLine(line.words);
  }
  return out;
}

}  // namespace vanthu
