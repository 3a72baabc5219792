// Labels of sections: Phần I, Chương II, Điều 3, A., IV., 1., 1.2., a), and dashes.
// Source of the order: Decree 30/2020/ND-CP, Annex I, part II, component 6.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "models/document/letter.h"

namespace vanthu::segment {

// The kinds of labels from the outermost in. A section closes every open one of its own kind or
// below; which kinds a letter uses, and thus its levels, is its own affair.
enum class Kind {
  kAnnex,
  kPart,
  kChapter,
  kItem,
  kSubItem,
  kArticle,
  kCapital,
  kRoman,
  kCapitalInRoman,
  kNumber,
  kDotted,
  kDotted2,
  kLetter,
  kDash
};

struct Label {
  Kind kind = Kind::kNumber;
  std::string label;  // without its closing mark
  size_t length = 0;  // bytes of the normalised line that label and mark take
};

// The label that a line begins with; none where what looks like one is a number, a date or a word
// (1.987,64; 24/7/1993; Phần lớn …).
std::optional<Label> LabelOf(const LetterLine& line);

// "A. TÌNH HÌNH CHUNG": the letter before what may be a heading, as kCapital. Whether the line is set as one is
// for the caller to see: people's initials look alike.
std::optional<Label> CapitalLabelOf(const LetterLine& line);

// "ĐIỀU 2", "điều2", "CHƯƠNG I" as the schema writes them: Điều 2, Chương I.
std::string LabelInSentenceCase(const Label& label);

}  // namespace vanthu::segment
