#include "pipeline/archive/number_chain.h"

#include <algorithm>

#include "models/text/fold.h"

namespace vanthu::archive {
namespace {

// U+01C2, a letter that no word of a letter holds.
constexpr std::string_view kJoint = "\u01c2";

// 6 parts: 02/2016/NQ-HĐND-TU-1. What goes on is no number.
constexpr int kMostParts = 6;
// "12 / QĐ - UBND" is read so from loose print.
constexpr size_t kWidestGap = 4;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsDigits(std::string_view word) { return std::ranges::all_of(word, IsDigit); }

bool IsJoined(std::string_view gap, std::string_view printed) {
  if (gap.empty() || gap.size() > kWidestGap) return false;
  if (gap.find_first_of("/-") != std::string_view::npos) return true;
  // 650 UBND: the bar was lost.
  return gap == " " && printed.size() > 1 && !IsDigit(printed[0]) && Upper(printed) == printed &&
         Lower(printed) != printed;
}

}  // namespace

void AppendPart(std::string& chain, std::string_view part) {
  if (!chain.empty()) {
    chain += kJoint;
  } else {
    const size_t zeros = part.find_first_not_of('0');
    if (zeros < part.size() && IsDigit(part[zeros])) part.remove_prefix(zeros);
  }
  chain += part;
}

bool NumberChain::Take(std::string_view gap, std::string_view printed, std::string_view exact,
                       std::string_view folded) {
  const bool joined = parts_ > 0 && parts_ < kMostParts && IsJoined(gap, printed);
  if (!joined) {
    parts_ = 0;
    named_ = false;
    exact_.clear();
    folded_.clear();
    if (!IsDigit(printed[0])) return false;
  }
  ++parts_;
  AppendPart(exact_, IsDigits(exact) ? std::string(exact) : Upper(exact));
  AppendPart(folded_, folded);
  named_ = named_ || (joined && !IsDigits(folded));
  return named_;
}

}  // namespace vanthu::archive
