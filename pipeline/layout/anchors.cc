#include "pipeline/layout/anchors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::layout {
namespace {

using Words = std::vector<std::string>;

Words FoldedWords(std::string_view text) {
  const std::string folded = Fold(text);
  Words words(1);
  for (const char c : folded) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

const std::array<Words, 3>& Mottos() {
  static const std::array<Words, 3> mottos = {
      Words{"cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"},
      Words{"doc", "lap", "tu", "do", "hanh", "phuc"},
      Words{"dang", "cong", "san", "viet", "nam"},
  };
  return mottos;
}

// Share of the motto's words that `words` has, in order.
double Share(const Words& motto, const Words& words) {
  size_t found = 0;
  auto from = words.begin();
  for (const std::string& word : motto) {
    const auto at = std::find(from, words.end(), word);
    if (at == words.end()) continue;
    ++found;
    from = std::next(at);
  }
  return static_cast<double>(found) / static_cast<double>(motto.size());
}

}  // namespace

bool IsMotto(std::string_view text) {
  const Words words = FoldedWords(text);
  return std::any_of(Mottos().begin(), Mottos().end(), [&](const Words& motto) {
    // A sentence that mentions the name of the state is longer.
    return words.size() <= motto.size() + 8 && Share(motto, words) >= 0.6;
  });
}

std::optional<size_t> MottoStart(const Segment& segment) {
  if (!IsMotto(TextOf(segment))) return std::nullopt;
  for (size_t i = 0; i < segment.tokens.size(); ++i) {
    const Words word = FoldedWords(segment.tokens[i].word.text);
    for (const Words& motto : Mottos()) {
      if (word.empty() || word.front() != motto[0]) continue;
      Words rest = word;
      for (size_t j = i + 1; j < segment.tokens.size(); ++j) {
        const Words more = FoldedWords(segment.tokens[j].word.text);
        rest.insert(rest.end(), more.begin(), more.end());
      }
      if (Share(motto, rest) >= 0.6) return i;
    }
  }
  return 0;
}

bool OpensAddressees(std::string_view text) {
  const Words words = FoldedWords(text);
  return words.size() >= 2 && words[0] == "kinh" && words[1] == "gui";
}

bool OpensRecipients(std::string_view text) {
  const Words words = FoldedWords(text);
  if (words.empty() || words.size() > 4) return false;
  if (words[0] == "noinhan") return true;
  if (words.size() < 2 || words[1] != "nhan") return false;
  return words[0].size() <= 4 && words[0].ends_with("oi");
}

bool IsCapitals(std::string_view text) {
  size_t capitals = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsLower(c.value)) return false;
    if (IsUpper(c.value)) ++capitals;
    at += c.length;
  }
  return capitals >= 4;
}

}  // namespace vanthu::layout
