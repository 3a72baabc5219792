// The head of a letter's first page, line by line and column by column: what was read in doubt is read
// again by itself, without the rules that stand under an issuer and under a title.
#pragma once

#include <vector>

#include "pipeline/image/pix.h"
#include "pipeline/reading/engine.h"

namespace vanthu::reading {

// Words [first, past) of one of the engine's lines that stand in one column.
struct HeadPart {
  size_t first = 0, past = 0;
  Box box;            // of its words, pixels of the image
  double letter = 0;  // height of a capital, pixels
};

// The parts of the lines above the first running text, from the motto's line or from the top.
std::vector<HeadPart> PartsOfHead(const std::vector<ReadWord>& words, double image_height);

// How well words are read, 0..1: their confidence, less where signs stand in them that letters do not
// have. By their lengths.
double HeadQuality(const std::vector<ReadWord>& words);

// Reads the doubtful parts again. Words that were little more than noise are replaced by better ones of
// the same print; what else was read comes back, as a further reading that others may be held against.
// Nothing where the engine fails.
std::vector<ReadWord> RereadHead(Engine& engine, const image::Image& image, double dpi,
                                 std::vector<ReadWord>& words);

}  // namespace vanthu::reading
