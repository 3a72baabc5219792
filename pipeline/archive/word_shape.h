// Whether something typed can be a word of the language or must be an abbreviation. Accents do not
// count: nguyen and duong are words here, which IsSyllable (models/text/syllable.h) denies them.
#pragma once

#include <string_view>

namespace vanthu::archive {

// `folded` is Fold() of one word: onset, one to three vowels, coda. True for nguyen, tu, syt; false
// for ubnd, hd, qh14.
bool HasWordShape(std::string_view folded);

}  // namespace vanthu::archive
