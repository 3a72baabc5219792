// Where the signature block of a page may stand: the right part of what lies beside or under the end
// of the text.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/reading/engine.h"

namespace vanthu::reading {

struct FootBlock {
  Box region;              // pixels of the page
  std::vector<Box> taken;  // of words inside it that belong to other blocks
  bool sure = false;       // recipients or a signer's title stand there; else a seal must tell
};

// Median height of the words that were read well, pixels; 0 with too few of them.
double WordHeight(const std::vector<ReadWord>& words);

// `width`, `height`: of the page, pixels. Nothing where the text fills the page.
std::optional<FootBlock> FindFootBlock(const std::vector<ReadWord>& words, double word_height,
                                       double width, double height);

}  // namespace vanthu::reading
