// The words of a text as names are compared by: folded, with what stands between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::extractors {

// What stands between a word and the one before it.
enum class Gap {
  kStart,  // nothing: the first word
  kBlank,  // a blank, or " & "
  kTight,  // a hyphen, full stop, apostrophe or & without blanks: Chăm-pa-sắc
  kDash,   // " - "
  kComma,  // ", "
  kOther
};

struct TextWord {
  size_t begin = 0, end = 0;  // bytes of the text
  std::string folded;
  Gap gap = Gap::kStart;
  bool capital = false;   // the first letter is
  bool capitals = false;  // two letters or more, all of them
  bool ends_clause =
      false;  // a full stop, colon or semicolon stands between it and the word before
};

std::vector<TextWord> WordsOf(std::string_view text);

// What a gap adds to a key: hyphens go (Chăm-pa-sắc is champasac), " - " and ", " stay; none where
// no name goes over it.
const char* KeyOfGap(Gap gap);

}  // namespace vanthu::extractors
