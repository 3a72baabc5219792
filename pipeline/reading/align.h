// Which words of several readings of one page are the same print: by where they stand.
#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/reading/engine.h"

namespace vanthu::reading {

// A piece of print as each reading has it: places of its words, left to right. Readings may cut it
// into words differently, and may miss it.
struct Group {
  std::vector<std::vector<size_t>> words;  // by reading
};

// `readings`: at least one, their boxes on the same image. Groups that the first reading has come in
// its order, each of its words in one; behind them, a word each, the lines of the others of which the
// first has nothing. What it missed inside a line it has is passed over: marks of dust for the most.
std::vector<Group> Align(const std::vector<std::vector<ReadWord>>& readings);

}  // namespace vanthu::reading
