#include "pipeline/evaluate/edit_distance.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "models/text/utf8.h"

namespace vanthu::evaluate {
namespace {

constexpr size_t kBits = 64;
constexpr uint64_t kOne = 1;

// Where the match may begin and end in the longer sequence.
enum class Ends { kFixed, kFree };

// One symbol of the alphabet: bit i of block b says that pattern[b * 64 + i] is that symbol.
class Occurrences {
 public:
  explicit Occurrences(std::u32string_view pattern)
      : blocks_((pattern.size() + kBits - 1) / kBits), none_(blocks_, 0) {
    for (size_t i = 0; i < pattern.size(); ++i) {
      std::vector<uint64_t>& bits = of_.try_emplace(pattern[i], blocks_, 0).first->second;
      bits[i / kBits] |= kOne << (i % kBits);
    }
  }

  size_t blocks() const { return blocks_; }

  const std::vector<uint64_t>& Of(char32_t symbol) const {
    const auto found = of_.find(symbol);
    return found == of_.end() ? none_ : found->second;
  }

 private:
  size_t blocks_;
  std::vector<uint64_t> none_;
  std::unordered_map<char32_t, std::vector<uint64_t>> of_;
};

// 64 cells of a column as differences between neighbours: which go up, which go down.
struct Block {
  uint64_t up = ~uint64_t{0};
  uint64_t down = 0;
};

// Moves a block one column on. `in` is the difference that enters from the block above (-1, 0, 1);
// returns the one at the bit of `last`.
int Advance(Block& block, uint64_t equal, int in, uint64_t last) {
  const uint64_t vertical = equal | block.down;
  if (in < 0) equal |= kOne;
  const uint64_t horizontal = (((equal & block.up) + block.up) ^ block.up) | equal;
  uint64_t rises = block.down | ~(horizontal | block.up);
  uint64_t falls = block.up & horizontal;
  const int out = (rises & last) != 0 ? 1 : (falls & last) != 0 ? -1 : 0;
  rises = (rises << 1) | (in > 0 ? kOne : 0);
  falls = (falls << 1) | (in < 0 ? kOne : 0);
  block.up = falls | ~(vertical | rises);
  block.down = rises & vertical;
  return out;
}

size_t Distance(std::u32string_view pattern, std::u32string_view text, Ends ends) {
  if (pattern.empty()) return ends == Ends::kFree ? 0 : text.size();
  const Occurrences occurrences(pattern);
  std::vector<Block> column(occurrences.blocks());
  const uint64_t whole = kOne << (kBits - 1);
  const uint64_t last = kOne << ((pattern.size() - 1) % kBits);
  auto score = static_cast<ptrdiff_t>(pattern.size());
  ptrdiff_t best = score;
  for (const char32_t symbol : text) {
    const std::vector<uint64_t>& equal = occurrences.Of(symbol);
    int carried = ends == Ends::kFree ? 0 : 1;
    for (size_t b = 0; b + 1 < column.size(); ++b) {
      carried = Advance(column[b], equal[b], carried, whole);
    }
    score += Advance(column.back(), equal.back(), carried, last);
    best = std::min(best, score);
  }
  return static_cast<size_t>(ends == Ends::kFree ? best : score);
}

}  // namespace

size_t EditDistance(std::u32string_view a, std::u32string_view b) {
  // What both begin and end with costs nothing: near-equal texts of any length are quick.
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  return a.size() < b.size() ? Distance(a, b, Ends::kFixed) : Distance(b, a, Ends::kFixed);
}

size_t BestPlaceDistance(std::u32string_view pattern, std::u32string_view text) {
  return Distance(pattern, text, Ends::kFree);
}

std::u32string CodePoints(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint at = DecodeAt(utf8, i);
    out.push_back(at.value);
    i += at.length;
  }
  return out;
}

}  // namespace vanthu::evaluate
