// Whether a word that can be a foreign name is one where it stands: Anh is a country and an elder
// brother.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/partners/words.h"

namespace vanthu::extractors {

// A name at words [at, at + count).
struct NamePlace {
  size_t at = 0, count = 1;
  bool beside_name = false;  // a list goes on with another foreign name: "Pháp, Anh"
  bool before_name = false;  // a foreign name follows with a blank between
  bool country = true;
};

// For names of Vietnamese words that other names hold as well (Anh, Đức, Vân Nam). `text` is what
// the words are of.
bool StandsForItself(std::string_view text, const std::vector<TextWord>& words,
                     const NamePlace& place);

// A language, a currency, a domestic body named after two countries ("Khu công nghiệp Việt Nam -
// Singapore"): the country in it is not what the letter speaks of.
bool IsOfAnotherThing(const std::vector<TextWord>& words, size_t at);

}  // namespace vanthu::extractors
