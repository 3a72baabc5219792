#include "extractors/reconcile/text_checks.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <charconv>
#include <cmath>
#include <string>

#include "extractors/quantity/context.h"
#include "extractors/quantity/quantity.h"
#include "extractors/quantity/tokens.h"
#include "extractors/reconcile/finding.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// So many bytes may stand between two quantities that are held against each other.
constexpr size_t kReach = 120;

double NumberOf(const std::string& decimal) {
  double value = 0;
  std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
  return value;
}

int DecimalsOf(const std::string& decimal) {
  const size_t point = decimal.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(decimal.size() - point - 1);
}

class Sentences {
 public:
  Sentences(const Letter& letter, const Passage& passage, std::vector<Diagnostic>& found)
      : letter_(letter),
        passage_(passage),
        found_(found),
        tokens_(passage.text),
        all_(FindQuantities(tokens_)) {}

  void Check() {
    for (size_t i = 0; i < all_.size(); ++i) {
      if (all_[i].kind == FigureKind::kPercent && IsExact(i)) {
        CheckPlan(i);
        CheckFraction(i);
      }
      CheckParts(i);
    }
  }

 private:
  size_t Begin(size_t i) const { return tokens_[all_[i].first].begin; }
  size_t End(size_t i) const { return tokens_[all_[i].last - 1].end; }
  std::string Printed(size_t i) const { return passage_.text.substr(Begin(i), End(i) - Begin(i)); }
  bool IsExact(size_t i) const {
    const Approximation hedge = HedgeOf(tokens_, all_[i]);
    // A result is "ước đạt" before its year is over; its share is worked out from it all the same.
    return !all_[i].value_max && (hedge == Approximation::kExact || hedge == Approximation::kAbout);
  }
  // Folded words between two quantities; none where they stand far apart.
  std::optional<std::string> Between(size_t a, size_t b) const {
    if (Begin(b) < End(a) || Begin(b) - End(a) > kReach) return std::nullopt;
    return Fold(std::string_view(passage_.text).substr(End(a), Begin(b) - End(a)));
  }
  void Say(std::string code, std::string message, size_t a, size_t b) {
    std::vector<Evidence> places = WhereIn(letter_, passage_, Begin(a), End(a));
    for (const Evidence& place : WhereIn(letter_, passage_, Begin(b), End(b)))
      places.push_back(place);
    found_.push_back(Finding(std::move(code), std::move(message), std::move(places)));
  }
  // Whether `share` percent is what a / b makes, as far as the printed decimals tell.
  bool Follows(size_t share, double a, double b) const {
    const double want = 100 * a / b;
    const double printed = NumberOf(all_[share].value);
    return std::abs(want - printed) <= 0.5 * std::pow(10.0, -DecimalsOf(all_[share].value)) + 0.06;
  }

  // 876 triệu USD, đạt 62,6% kế hoạch năm (KH: 1.400 triệu USD)
  void CheckPlan(size_t share) {
    if (share == 0 || share + 1 >= all_.size()) return;
    const size_t done = share - 1, plan = share + 1;
    if (all_[done].unit != all_[plan].unit || all_[done].of || !IsExact(done) || !IsExact(plan))
      return;
    const auto reached = Between(done, share);
    const auto planned = Between(share, plan);
    static const RE2 reaches(R"(^[\s,(]*(?:dat|bang)\s*$)");
    static const RE2 of_plan(
        R"(^\s*(?:so voi\s+)?(?:ke hoach|kh|du toan|muc tieu|chi tieu)[^.;,(]{0,40}\((?:kh|ke hoach|du toan|muc tieu|chi tieu)?[^.;,\d]{0,24}$)");
    if (!reached || !planned || !RE2::PartialMatch(*reached, reaches) ||
        !RE2::PartialMatch(*planned, of_plan)) {
      return;
    }
    const double whole = NumberOf(all_[plan].value);
    if (whole <= 0 || Follows(share, NumberOf(all_[done].value), whole)) return;
    Say("reconcile_percent",
        fmt::format("{} of {} is {:.1f} %, the letter says {}", Printed(done), Printed(plan),
                    100 * NumberOf(all_[done].value) / whole, Printed(share)),
        done, share);
  }

  // 60/64 xã (93,75%); 60/64 xã, đạt 93,75%
  void CheckFraction(size_t share) {
    if (share == 0 || !all_[share - 1].of || !IsExact(share - 1)) return;
    const auto words = Between(share - 1, share);
    static const RE2 next(
        R"(^[^.;\d]{0,40}(?:\(|dat|bang|chiem|ty le|ti le)\s*(?:ty le|ti le)?\s*$)");
    if (!words || !RE2::PartialMatch(*words, next)) return;
    const double part = NumberOf(all_[share - 1].value), whole = NumberOf(*all_[share - 1].of);
    if (whole <= 0 || Follows(share, part, whole)) return;
    Say("reconcile_percent",
        fmt::format("{} is {:.1f} %, the letter says {}", Printed(share - 1), 100 * part / whole,
                    Printed(share)),
        share - 1, share);
  }

  // 356 dự án, gồm 54 dự án … và 302 dự án …: the parts go on to the end of the sentence.
  void CheckParts(size_t whole) {
    if (all_[whole].value_max || all_[whole].of ||
        HedgeOf(tokens_, all_[whole]) != Approximation::kExact || whole + 2 >= all_.size()) {
      return;
    }
    const auto words = Between(whole, whole + 1);
    static const RE2 parts_follow(R"(^[^.;)\d]{0,80}[\s,(:](?:bao )?gom(?: co)?\s*:?\s*$)");
    if (!words || !RE2::PartialMatch(*words, parts_follow)) return;
    const bool bracketed = words->rfind('(') != std::string::npos;
    double sum = 0;
    int parts = 0;
    size_t last = whole;
    for (size_t i = whole + 1; i < all_.size(); ++i) {
      const std::string_view between =
          std::string_view(passage_.text).substr(End(i - 1), Begin(i) - End(i - 1));
      const bool ended =
          i > whole + 1 && (between.find(". ") != std::string_view::npos ||
                            between.find(';') != std::string_view::npos ||
                            (bracketed && between.find(')') != std::string_view::npos));
      if (ended) break;
      if (all_[i].unit != all_[whole].unit) return;  // something else is told of the parts
      if (all_[i].value_max || all_[i].of || HedgeOf(tokens_, all_[i]) != Approximation::kExact)
        return;
      static const RE2 inner(R"(trong do|gom)");
      if (i > whole + 1 && RE2::PartialMatch(Fold(between), inner)) return;
      sum += NumberOf(all_[i].value);
      ++parts;
      last = i;
    }
    const double total = NumberOf(all_[whole].value);
    if (parts < 2 || std::abs(sum - total) <= 1e-9 * std::max(sum, total)) return;
    // Parts of which some are not counted ("gồm 3 đoàn của tỉnh, còn lại …") make less, never more.
    static const RE2 rest(R"(con lai|so con lai|va cac)");
    const size_t end = std::min(passage_.text.size(), End(last) + kReach);
    if (sum < total &&
        RE2::PartialMatch(
            Fold(std::string_view(passage_.text).substr(End(whole), end - End(whole))), rest)) {
      return;
    }
    Say("reconcile_sum",
        fmt::format("{} is said to consist of {} parts that make {}", Printed(whole), parts,
                    ShownNumber(sum)),
        whole, last);
  }

  const Letter& letter_;
  const Passage& passage_;
  std::vector<Diagnostic>& found_;
  Tokens tokens_;
  std::vector<Quantity> all_;
};

}  // namespace

void CheckSentences(const Letter& letter, const Passage& passage, std::vector<Diagnostic>& found) {
  const bool told =
      passage.text.find('%') != std::string::npos || passage.text.find("gồm") != std::string::npos;
  if (passage.zone == Zone::kTable || !told) return;
  Sentences(letter, passage, found).Check();
}

}  // namespace vanthu::extractors
