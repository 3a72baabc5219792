#include "pipeline/reading/line_value.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "models/lexicon/names.h"
#include "models/lexicon/person_names.h"
#include "models/lexicon/sign_titles.h"
#include "models/text/syllable.h"

namespace vanthu::reading {
namespace {

// A name of a known family, every syllable well formed; and one that only has a name's shape.
constexpr double kKnownName = 0.95, kNameShape = 0.6;
// What each byte of a known title adds.
constexpr double kPerByte = 0.03;
// A line of text at the foot has at least this share of syllables.
constexpr double kTextShare = 0.6;

// TM. BAN CHỈ ĐẠO PHÒNG CHỐNG …: bodies that no table holds.
bool IsAuthorityLine(std::string_view text) {
  static const RE2 authority(R"(^(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)(?:\.|\s)\s*(\p{Lu}.*)$)");
  re2::StringPiece rest(text.data(), text.size());
  return RE2::FullMatch(rest, authority, &rest) && OpensAgency({rest.data(), rest.size()});
}

// Share of the letters that stand in well-formed syllables of two letters or more.
double SyllableShare(std::string_view text) {
  static const RE2 word(R"(([^\s]+))");
  re2::StringPiece rest(text.data(), text.size()), at;
  double good = 0, all = 0;
  while (RE2::FindAndConsume(&rest, word, &at)) {
    std::string_view token(at.data(), at.size());
    while (!token.empty() && std::string_view(".,;:()/-").find(token.back()) != token.npos) {
      token.remove_suffix(1);
    }
    all += static_cast<double>(at.size());
    if (token.size() > 1 && IsSyllable(token)) good += static_cast<double>(at.size());
  }
  return all > 0 ? good / all : 0;
}

}  // namespace

LineValue ValueOf(std::string_view text, double confidence) {
  if (const auto title = NearestSignTitle(text)) {
    // A longer title was not read into a shorter one by chance.
    return {LineKind::kTitle,
            3 + confidence - 2 * title->cost + kPerByte * static_cast<double>(title->text.size())};
  }
  if (IsAuthorityLine(text)) return {LineKind::kTitle, 2.8 + confidence};
  const double name = PersonNameScore(PersonNameIn(text));
  if (name >= kKnownName) return {LineKind::kName, 2 + confidence};
  if (MendedName(text)) return {LineKind::kName, 1.5 + confidence};
  const double share = SyllableShare(text);
  if (share < kTextShare) return {LineKind::kNoise, share * confidence};
  if (name >= kNameShape) return {LineKind::kName, 1 + share * confidence};
  return {LineKind::kText, share * confidence};
}

std::string JoinedText(const std::vector<ReadWord>& words) {
  std::string text;
  for (const ReadWord& word : words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

}  // namespace vanthu::reading
