// What can be told from the ink of a page without reading it: whether there is any, how high its
// letters are, which way its lines run.
#pragma once

#include "pipeline/image/pix.h"

namespace vanthu::image {

// Nothing on the page but paper, dust, show-through and the dark rim of the scanner. A single line
// of text is not blank; a lone speck or a fold is.
bool IsBlank(const Image& grey);

// Height of a lower-case letter without ascender, pixels: the most frequent height among the pieces
// of ink. 0 where there is too little text to tell.
double LetterHeight(const Image& grey);

// Text lines run from top to bottom: the page lies on its side (either way).
bool LinesRunSideways(const Image& grey);

}  // namespace vanthu::image
