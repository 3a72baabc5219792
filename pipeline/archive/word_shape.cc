#include "pipeline/archive/word_shape.h"

#include <algorithm>
#include <array>

namespace vanthu::archive {
namespace {

constexpr std::string_view kVowels = "aeiouy";
constexpr std::array<std::string_view, 26> kOnsets = {
    "",   "b",   "c",  "ch", "d",  "g", "gh", "h", "k", "kh", "l",  "m", "n",
    "ng", "ngh", "nh", "p",  "ph", "q", "r",  "s", "t", "th", "tr", "v", "x"};
constexpr std::array<std::string_view, 9> kCodas = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

}  // namespace

bool HasWordShape(std::string_view folded) {
  const size_t nucleus = folded.find_first_of(kVowels);
  if (nucleus == std::string_view::npos) return false;
  const std::string_view onset = folded.substr(0, nucleus);
  if (std::ranges::find(kOnsets, onset) == kOnsets.end()) return false;
  const size_t coda = std::min(folded.find_first_not_of(kVowels, nucleus), folded.size());
  return coda - nucleus <= 3 && std::ranges::find(kCodas, folded.substr(coda)) != kCodas.end();
}

}  // namespace vanthu::archive
