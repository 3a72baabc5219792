#include "models/lexicon/person_names.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "models/lexicon/names.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/syllable.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

constexpr double kKnownName = 0.95;
// What a reading costs that is taken for a family name: a mark, a letter that a seal hides or that it
// added; the most that is taken; how much nearer than all others the name is.
constexpr double kMark = 0.3, kHidden = 0.4, kAdded = 0.3;
constexpr double kMostCost = 1.9, kNearer = 0.9, kNearerByMarks = 0.35;

std::vector<char32_t> LettersOf(std::string_view text) {
  std::vector<char32_t> out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    out.push_back(at.value);
    i += at.length;
  }
  return out;
}

// The end of the name was read, the beginning is under the seal: "xrân" and "ân" of Trần. Both in lower
// case. Nothing less than two letters tells a name.
double CostOf(const std::string& read, const std::string& name) {
  const std::vector<char32_t> rs = LettersOf(read), ns = LettersOf(name);
  const std::vector<char32_t> rp = LettersOf(Fold(read)), np = LettersOf(Fold(name));
  double best = 99;
  if (rp.size() != rs.size() || np.size() != ns.size()) return best;
  for (size_t added = 0; added < std::min<size_t>(2, rs.size()); ++added) {
    const size_t kept = rs.size() - added;
    if (kept < 2 || kept > ns.size()) continue;
    double cost =
        kAdded * static_cast<double>(added) + kHidden * static_cast<double>(ns.size() - kept);
    for (size_t i = 1; i <= kept; ++i) {
      if (rp[rp.size() - i] != np[np.size() - i]) cost = 99;
      if (rs[rs.size() - i] != ns[ns.size() - i]) cost += kMark;
    }
    best = std::min(best, cost);
  }
  return best;
}

const std::vector<std::string>& FamilyNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const auto& row : ReadTable("surnames.tsv", 1)) out.push_back(row[0]);
    return out;
  }();
  return names;
}

bool IsGivenSyllable(std::string_view word) {
  const CodePoint first = DecodeAt(word, 0);
  const std::string_view rest = word.substr(first.length);
  return IsUpper(first.value) && rest == Lower(rest) && IsSyllable(word);
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> out;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// The family name that alone is near to what was read.
std::optional<std::string> FamilyNameOf(const std::string& read, size_t syllables) {
  const std::string lower = Lower(read);
  const std::string* best = nullptr;
  double least = kMostCost, second = 99;
  for (const std::string& name : FamilyNames()) {
    const double cost = CostOf(lower, Lower(name));
    if (cost < least) {
      if (best != nullptr) second = least;
      least = cost;
      best = &name;
    } else {
      second = std::min(second, cost);
    }
  }
  if (best == nullptr) return std::nullopt;
  const bool marks_alone = least <= 2 * kMark && LettersOf(read).size() == LettersOf(*best).size();
  if (second - least < (marks_alone ? kNearerByMarks : kNearer)) return std::nullopt;
  // What is a syllable of its own may be the middle of a name whose first syllable is hidden; so may the
  // first of two.
  const bool whole = IsGivenSyllable(read);
  if (!marks_alone && whole) return std::nullopt;
  if (!whole && syllables < 3) return std::nullopt;
  return *best;
}

}  // namespace

std::optional<std::string> MendedName(std::string_view line) {
  std::string text(PersonNameIn(line));
  std::vector<std::string> words = WordsOf(text);
  // Thị is the one word of names that is recognised by two of its letters; Nhị is another.
  if (words.size() > 2 && words[1].ends_with("hị") && words[1] != "Nhị" && words[1] != "Thị") {
    text.replace(text.find(words[1], words[0].size()), words[1].size(), "Thị");
    words[1] = "Thị";
  }
  if (PersonNameScore(text) >= kKnownName) return text;
  if (words.size() < 2 || words.size() > 4) return std::nullopt;
  const std::optional<std::string> family = FamilyNameOf(words.front(), words.size());
  if (!family) return std::nullopt;
  std::string name = *family;
  for (size_t i = 1; i < words.size(); ++i) {
    if (!IsGivenSyllable(words[i])) return std::nullopt;
    name += ' ' + words[i];
  }
  return name;
}

}  // namespace vanthu
