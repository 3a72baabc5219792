// When two strings count as the same. Three levels, each of which takes in the one before it:
//   strict  equal after NFC and trimming;
//   soft    equal when case, blanks, punctuation and accents are ignored;
//   edit    soft, or alike to at least kEditSimilarity by edit distance.
// The levels are GROBID's (end-to-end evaluation), the nesting is ours: a table then reads from
// left to right as "how much of what is missing is spelling".
#pragma once

#include <string>
#include <string_view>

namespace vanthu::evaluate {

enum class Match { kNone, kEdit, kSoft, kStrict };

// Share of code points that stay, from which on two texts count as the same by edit distance. At
// 0.9 one wrong letter in ten passes; lower, and the numbers of two letters of one office begin to
// pass for each other.
inline constexpr double kEditSimilarity = 0.9;

// Codes are values in which every sign counts (dates, decimals, types, paths): their soft form
// ignores case, accents and blanks alone, and there is no such thing as nearly the same date.
enum class ValueKind { kText, kCode };

// Whether strict looks at letter case: gold that was taken from a line in capitals cannot say.
enum class Casing { kExact, kAny };

// A string with its forms for comparison, made once.
class Comparable {
 public:
  Comparable(std::string_view text, ValueKind kind, Casing casing = Casing::kExact);

  Match CompareTo(const Comparable& other) const;

  // 1 - edit distance / length of the longer, on code points of the strict forms; 1 for two empty
  // strings. 0 where it is sure to lie below `at_least`.
  double SimilarityTo(const Comparable& other, double at_least = 0) const;

  // Without case, blanks, accents (and, for texts, punctuation). Valid as long as this.
  std::string_view soft() const { return soft_; }

  // As it came, trimmed.
  const std::string& shown() const { return shown_; }
  bool empty() const { return shown_.empty(); }

 private:
  ValueKind kind_;
  std::string shown_, strict_, soft_;
  std::u32string points_;
};

}  // namespace vanthu::evaluate
