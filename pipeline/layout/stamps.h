// Lines of stamps among the lines of a page.
#pragma once

#include "models/document/page.h"

namespace vanthu::layout {

// Sets page.stamps into page.lines: a word in a frame (HỎA TỐC) among the lines of the head's left block,
// where the form of a letter has it, by its height; all others before the first line.
void PlaceStamps(Page& page);

}  // namespace vanthu::layout
