// Document numbers as tokens of the index: 650/UBND-ĐNMN is found by 650ǂUBND and 650ǂUBNDǂĐNMN, and without
// accents by 650ǂubnd and 650ǂubndǂdnmn, beside the tokens of its words. Its words side by side would say as much, but each of them is common.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::archive {

// A part joined to those before it; serials without zeros in front.
void AppendPart(std::string& chain, std::string_view part);

// Follows the words of a text.
class NumberChain {
 public:
  // The next word as printed and in its two forms, and what stands between it and the word before. True where a
  // number may end with it: the chains are then tokens of this place.
  bool Take(std::string_view gap, std::string_view printed, std::string_view exact,
            std::string_view folded);

  const std::string& exact() const { return exact_; }
  const std::string& folded() const { return folded_; }

 private:
  int parts_ = 0;       // 0: no number has begun
  bool named_ = false;  // a part is more than digits
  std::string exact_, folded_;
};

}  // namespace vanthu::archive
