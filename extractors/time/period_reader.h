// What the grammar of periods is read with: patterns one after the other, links of a list, and where a number ends.
// Internal to period_grammar and period_parts.
#pragma once

#include <re2/re2.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "extractors/time/period_grammar.h"

namespace vanthu::extractors {

// No part of a period (a number with its sign, a word with its number) is longer, in bytes.
inline constexpr size_t kPartReach = 64;

// Reads patterns one after the other. Each looks at the next kPartReach bytes only.
class PeriodReader {
 public:
  PeriodReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  template <typename... Parts>
  bool Eat(const RE2& pattern, Parts*... parts) {
    const std::string_view window = text_.substr(at_, kPartReach);
    re2::StringPiece rest(window.data(), window.size());
    if (!RE2::Consume(&rest, pattern, parts...)) return false;
    at_ = static_cast<size_t>(rest.data() - text_.data());
    return true;
  }
  bool At(const RE2& pattern) const {
    const std::string_view window = text_.substr(at_, kPartReach);
    return RE2::PartialMatch(re2::StringPiece(window.data(), window.size()), pattern);
  }
  size_t at() const { return at_; }
  void MoveTo(size_t at) { at_ = at; }

 private:
  std::string_view text_;
  size_t at_;
};

// How an item follows the one before it: one that is listed, or the other end of a range or a choice.
enum class Link { kList, kSpan };

// "," "và" list; "-" "đến" "hoặc" span. A number must follow.
std::optional<Link> EatLink(PeriodReader& reader);

// A number that goes on is another number: 5/3/2021/QĐ, 12.5.20.3, 30%.
bool NumberEnds(const PeriodReader& reader);

// Whether the calendar has such an end; a day without its month or year may be.
bool IsPossible(const PeriodEnd& end);

}  // namespace vanthu::extractors
