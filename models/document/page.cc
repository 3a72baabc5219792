#include "models/document/page.h"

namespace vanthu {

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

}  // namespace vanthu
