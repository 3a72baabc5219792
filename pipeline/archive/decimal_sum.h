// The exact sum of decimals written as texts. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

// Whether the text is a decimal as records hold them: -?[0-9]+(.[0-9]+)?
bool IsDecimal(std::string_view text);

class DecimalSum {
 public:
  // False, and nothing is added, where the text is no decimal.
  bool Add(std::string_view decimal);
  // Without zeros that say nothing: 37500000, -0.5, 0.
  std::string Text() const;

 private:
  // Digits from the lowest; `point` of them stand behind the point.
  struct Magnitude {
    std::vector<int> digits;
    size_t point = 0;
    void Add(std::string_view whole, std::string_view fraction);
  };
  Magnitude positive_, negative_;
};

}  // namespace vanthu::archive
