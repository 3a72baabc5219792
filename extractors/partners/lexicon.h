// The tables of foreign names (countries.tsv, foreign_localities.tsv, partners.tsv), looked up by
// the words of a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/partners/words.h"
#include "models/document/record.h"

namespace vanthu::extractors {

struct KnownPartner {
  std::string name;  // canonical
  std::string full;  // how a letter prints it that gives no abbreviation; empty: as `name`
  PartnerKind kind = PartnerKind::kOther;
  std::optional<std::string> country;
  bool foreign =
      true;  // false: looks like a foreign name and is none (a domestic company, an ocean)
};

// What a name asks of its place in the text.
enum class NameTest {
  kPlain,
  kGuarded,  // as written, and the words around must not make it part of another name: Anh, Vân Nam
  kLetters,  // letter by letter: MAG
  kNear      // its country is named near by: Hà Nam
};

struct LexiconHit {
  size_t words = 0;  // how many words it takes
  const KnownPartner* partner = nullptr;
  NameTest test = NameTest::kPlain;
  bool abbreviated = false;  // one word (UNDP) or the short name itself (UN Women)
};

// The longest name that begins at word `at`, none where no name does. The partner lives as long as
// the program.
std::optional<LexiconHit> LookUp(std::string_view text, const std::vector<TextWord>& words,
                                 size_t at);

// Whether a word is part of the name of a province or district of Việt Nam (Đắk, Pleiku), folded.
bool IsOfDomesticPlace(std::string_view folded);

}  // namespace vanthu::extractors
