#include "pipeline/evaluate/compare.h"

#include <algorithm>

#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "models/text/utf8.h"
#include "pipeline/evaluate/edit_distance.h"

namespace vanthu::evaluate {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string SoftForm(std::string_view text, ValueKind kind) {
  const std::string folded = Fold(Normalize(text).text);
  std::string out;
  for (size_t i = 0; i < folded.size();) {
    const CodePoint at = DecodeAt(folded, i);
    const bool kept = kind == ValueKind::kText ? IsWordChar(at.value)
                                               : kBlanks.find(folded[i]) == std::string_view::npos;
    if (kept) out.append(folded, i, at.length);
    i += at.length;
  }
  return out;
}

}  // namespace

Comparable::Comparable(std::string_view text, ValueKind kind, Casing casing)
    : kind_(kind),
      shown_(Trimmed(ToNfc(text))),
      strict_(casing == Casing::kAny ? Lower(shown_) : shown_),
      soft_(SoftForm(shown_, kind)),
      points_(CodePoints(strict_)) {}

Match Comparable::CompareTo(const Comparable& other) const {
  if (strict_ == other.strict_) return Match::kStrict;
  // Signs alone ("%", "./.") have an empty soft form: they are what they are.
  if (!soft_.empty() && soft_ == other.soft_) return Match::kSoft;
  if (kind_ == ValueKind::kCode) return Match::kNone;
  return SimilarityTo(other, kEditSimilarity) >= kEditSimilarity ? Match::kEdit : Match::kNone;
}

double Comparable::SimilarityTo(const Comparable& other, double at_least) const {
  const auto longer = static_cast<double>(std::max(points_.size(), other.points_.size()));
  if (longer == 0) return 1;
  // The lengths alone cost this many edits.
  if (static_cast<double>(std::min(points_.size(), other.points_.size())) / longer < at_least) {
    return 0;
  }
  return 1 - static_cast<double>(EditDistance(points_, other.points_)) / longer;
}

}  // namespace vanthu::evaluate
