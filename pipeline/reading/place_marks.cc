#include "pipeline/reading/place_marks.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::reading {
namespace {

constexpr size_t kMostSyllables = 4;

// Folded name -> name in capitals; empty where two places share the letters.
using Names = std::unordered_map<std::string, std::string>;

const Names& Places() {
  static const Names names = [] {
    Names out;
    for (const std::vector<std::string>& row : ReadTable("places.tsv", 2)) {
      if (row[1].find(' ') == std::string::npos) continue;
      const std::string name = Upper(row[1]);
      const auto [at, is_new] = out.emplace(Fold(name), name);
      if (!is_new && MatchForm(at->second) != MatchForm(name)) at->second.clear();
    }
    return out;
  }();
  return names;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) words.emplace_back(text.substr(0, blank));
    text.remove_prefix(std::min(text.size(), blank + 1));
  }
  return words;
}

std::string Joined(const std::vector<std::string>& words, size_t first, size_t past) {
  std::string text;
  for (size_t i = first; i < past; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

}  // namespace

std::string WithPlaceMarks(std::string_view text) {
  const Names& places = Places();
  const std::vector<std::string> words = WordsOf(text);
  std::string out;
  for (size_t i = 0; i < words.size();) {
    size_t past = i + 1;
    std::string put = words[i];
    for (size_t longest = std::min(words.size(), i + kMostSyllables); longest > i + 1; --longest) {
      const auto place = places.find(Fold(Joined(words, i, longest)));
      if (place == places.end() || place->second.empty()) continue;
      put = place->second;
      past = longest;
      break;
    }
    if (!out.empty()) out += ' ';
    out += put;
    i = past;
  }
  return out;
}

}  // namespace vanthu::reading
