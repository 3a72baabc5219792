#include "pipeline/archive/query_document.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/text/fold.h"
#include "pipeline/archive/tokenizer.h"
#include "pipeline/archive/word_shape.h"

namespace vanthu::archive {
namespace {

// Pieces that a number may be typed in: "công văn số 650 / UBND - ĐNMN năm 2014" has ten.
constexpr size_t kMostNumberPieces = 12;

bool IsText(const QueryItem& item) {
  return item.clause.field == Field::kText && !item.clause.negated;
}

// Number [begin, end) of the items.
struct NumberSpan {
  size_t begin = 0, end = 0;
  NumberQuery number;
  // Nothing else can be meant: words that do not fit the document do not make it another.
  bool certain = false;
};

class Reader {
 public:
  explicit Reader(std::vector<QueryItem> items) : items_(std::move(items)) {}

  Alternative Read() {
    const std::optional<NumberSpan> span = FindNumber();
    if (span) {
      made_.number = span->number;
      made_.certain = span->certain;
      PutNumberWords(*span);
    }
    for (at_ = 0; at_ < items_.size();) {
      if (span && at_ == span->begin) at_ = span->end;
      if (at_ == items_.size()) break;
      if (span && span->certain && at_ >= span->end && ReadOfDocument()) continue;
      Clause clause = std::move(items_[at_++].clause);
      if (std::ranges::find(made_.clauses, clause) == made_.clauses.end()) {
        made_.clauses.push_back(std::move(clause));
      }
    }
    return std::move(made_);
  }

 private:
  // --- The number ------------------------------------------------------------------------------

  std::optional<NumberSpan> FindNumber() const {
    const auto is_text = [](const QueryItem& item) { return IsText(item); };
    const auto texts = static_cast<size_t>(std::ranges::count_if(items_, is_text));
    const auto first = static_cast<size_t>(std::ranges::find_if(items_, is_text) - items_.begin());
    for (size_t begin = first; begin < items_.size(); ++begin) {
      std::string text;
      std::optional<NumberSpan> longest;
      for (size_t end = begin; end < std::min(items_.size(), begin + kMostNumberPieces); ++end) {
        if (!IsText(items_[end]) || items_[end].source.empty()) break;
        if (!text.empty()) text += ' ';
        text += items_[end].source;
        std::optional<NumberQuery> number = ParseNumberQuery(text);
        if (!number) continue;
        NumberSpan span{begin, end + 1, *std::move(number), false};
        const bool opens = begin == first;
        span.certain = IsCertain(span, opens);
        const bool whole = end + 1 - begin == texts;
        if (!whole && EndsInWord(span)) continue;
        if (whole || span.certain || (opens && span.number.types)) longest = std::move(span);
      }
      if (longest) return longest;
    }
    return std::nullopt;
  }

  // It has a symbol, or it says "số", or its type is an abbreviation: cv 650. In the middle of words a
  // symbol that hangs together alone.
  bool IsCertain(const NumberSpan& span, bool opens) const {
    if (!span.number.symbol.empty()) {
      if (opens) return true;
      const auto joined = [](const QueryItem& item) {
        return item.source.find_first_of("/-") != std::string::npos;
      };
      return std::any_of(items_.begin() + Place(span.begin), items_.begin() + Place(span.end),
                         joined);
    }
    if (!opens) return false;
    for (size_t i = span.begin; i < span.end; ++i) {
      if (FoldedAt(i) == "so") return true;
    }
    return span.number.types && !HasWordShape(FoldedAt(span.begin));
  }

  // 650 ubnd tinh: of the words that follow the number this is the first, not the last of its symbol.
  bool EndsInWord(const NumberSpan& span) const {
    const std::string last = FoldedAt(span.end - 1);
    return last.find_first_of("0123456789/-.") == std::string::npos && HasWordShape(last);
  }

  // In the text, too, the parts of a number stand side by side, and so do "số" and what follows it.
  // A number with its symbol says all; without one, type and year are words like any other.
  void PutNumberWords(const NumberSpan& span) {
    std::vector<std::string> tokens;
    for (size_t i = span.begin; i < span.end; ++i) {
      std::ranges::move(items_[i].clause.words.tokens, std::back_inserter(tokens));
    }
    const auto add = [&](std::vector<std::string> words) {
      Clause clause;
      clause.words.tokens = std::move(words);
      made_.number_words.push_back(std::move(clause));
    };
    if (!span.number.serial) return add(std::move(tokens));
    const bool whole = !span.number.symbol.empty();
    const auto is_digit = [](const std::string& token) {
      return token[0] >= '0' && token[0] <= '9';
    };
    // A serial that was typed with letters for digits has no digit first: l650.
    auto begin = std::ranges::find_if(tokens, is_digit);
    if (begin == tokens.end()) return add(std::move(tokens));
    auto end = whole ? tokens.end() : begin + 1;
    if (whole && span.number.year) --end;
    if (whole && span.number.year && Fold(*(end - 1)) == "nam") --end;
    if (!whole && begin != tokens.begin() && Fold(*(begin - 1)) == "so") --begin;
    if (!whole) std::for_each(tokens.begin(), begin, [&](std::string& token) { add({token}); });
    add({begin, end});
    made_.number_words.back().words.number = whole;
    if (!whole) std::for_each(end, tokens.end(), [&](std::string& token) { add({token}); });
  }

  // --- What is said of the document ------------------------------------------------------------

  // ngày 27/02/2014, ngày 27 tháng 02 năm 2014, năm 2014, của UBND tỉnh …, về việc …: true where one
  // begins here, which is then behind us.
  bool ReadOfDocument() {
    const std::string word = FoldedAt(at_);
    if (word == "ngay" || word == "nam") return ReadDate(word == "ngay");
    if (word == "cua") return ReadIssuer();
    if (word == "ve" || word == "v/v") return ReadSubject();
    return false;
  }

  bool ReadDate(bool day) {
    std::optional<DateRange> dates = ParseDates(SourceAt(at_ + 1));
    size_t end = at_ + 2;
    if (day && !dates && FoldedAt(at_ + 2) == "thang" && FoldedAt(at_ + 4) == "nam") {
      const std::string text = std::string(SourceAt(at_ + 1)) + "/" +
                               std::string(SourceAt(at_ + 3)) + "/" +
                               std::string(SourceAt(at_ + 5));
      dates = ParseDates(text);
      end = at_ + 6;
    }
    if (!dates) return false;
    Clause clause;
    clause.field = Field::kDate;
    clause.dates = dates;
    made_.of_document.push_back(std::move(clause));
    at_ = end;
    return true;
  }

  bool ReadIssuer() {
    Clause clause;
    clause.field = Field::kIssuer;
    size_t end = at_ + 1;
    for (; end < items_.size() && IsText(items_[end]); ++end) {
      const std::string word = FoldedAt(end);
      if (word == "ve" || word == "v/v" || word == "ngay") break;
      std::ranges::move(items_[end].clause.words.tokens, std::back_inserter(clause.words.tokens));
    }
    if (clause.words.tokens.empty()) return false;
    made_.of_document.push_back(std::move(clause));
    at_ = end;
    return true;
  }

  bool ReadSubject() {
    ++at_;
    if (FoldedAt(at_) == "viec") ++at_;
    for (; at_ < items_.size() && IsText(items_[at_]); ++at_) {
      made_.of_document.push_back(std::move(items_[at_].clause));
    }
    return true;
  }

  // Empty where there is no word that is nothing but a word.
  std::string_view SourceAt(size_t at) const {
    return at < items_.size() && IsText(items_[at]) ? std::string_view(items_[at].source) : "";
  }
  std::string FoldedAt(size_t at) const { return Fold(SourceAt(at)); }
  static std::ptrdiff_t Place(size_t at) { return static_cast<std::ptrdiff_t>(at); }

  std::vector<QueryItem> items_;
  size_t at_ = 0;
  Alternative made_;
};

}  // namespace

Alternative MakeAlternative(std::vector<QueryItem> items) {
  return Reader(std::move(items)).Read();
}

}  // namespace vanthu::archive
