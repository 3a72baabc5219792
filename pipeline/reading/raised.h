// Small raised signs behind a word, as footnote marks are: told by where their ink stands, since engines
// take them for quotes, exclamation marks or nothing.
#pragma once

#include <optional>

#include "pipeline/image/pix.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

struct RaisedSign {
  Box box;        // of its ink, pixels of the image
  int digit = 0;  // 1 to 9; 0: not told
};

// The raised sign at the right end of `word` or up to `room` pixels behind it; points, commas and
// brackets may follow it. `high` is the height of a capital of the page's text, pixels. Quotes are too
// small to be taken.
std::optional<RaisedSign> FindRaised(const image::Image& image, const Box& word, double room,
                                     double high);

// The digit that the ink of `box` shows, 0 where it shows none.
int PrintedDigit(const image::Image& image, const Box& box);

// Which of two digits it shows rather; 0 where there is no ink or no net.
int LikelierDigit(const image::Image& image, const Box& box, int a, int b);

}  // namespace vanthu::reading
