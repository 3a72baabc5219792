#include "inline_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace vanthu::corpus {
namespace {

constexpr int kMostBlanks = 80;  // a printed line holds no more

bool IsMarkCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '*';
}

class InlineReader {
 public:
  explicit InlineReader(std::string_view text) : text_(text) {}

  Result<Line> Read() {
    while (at_ < text_.size()) {
      if (const auto error = Step()) return *error;
    }
    if (bold_) return Error{"** is not closed on its line"};
    if (italic_) return Error{"* is not closed on its line (a literal star is \\*)"};
    Flush();
    return line_;
  }

 private:
  bool Follows(std::string_view what) const { return text_.substr(at_, what.size()) == what; }

  std::optional<Error> Step() {
    if (Follows("\\*")) {
      run_ += '*';
      at_ += 2;
    } else if (Follows("**")) {
      Flush();
      bold_ = !bold_;
      at_ += 2;
    } else if (Follows("*")) {
      Flush();
      italic_ = !italic_;
      at_ += 1;
    } else if (Follows("{{")) {
      return Braces();
    } else if (!(Follows("^") && RaisedMark())) {
      run_ += text_[at_++];
    }
    return std::nullopt;
  }

  // Takes ^n^ and says so; a caret that opens no mark is an ordinary character.
  bool RaisedMark() {
    const auto close = text_.find('^', at_ + 1);
    if (close == std::string_view::npos || close == at_ + 1 || close > at_ + 4) return false;
    const auto mark = text_.substr(at_ + 1, close - at_ - 1);
    if (!std::all_of(mark.begin(), mark.end(), IsMarkCharacter)) return false;
    Put(SpanKind::kMark, std::string(mark));
    at_ = close + 1;
    return true;
  }

  std::optional<Error> Braces() {
    const auto close = text_.find("}}", at_);
    if (close == std::string_view::npos) return Error{"{{ is not closed on its line"};
    const auto inside = text_.substr(at_ + 2, close - at_ - 2);
    at_ = close + 2;
    constexpr std::string_view kHand = "hand:", kBlank = "blank:";
    if (inside.substr(0, kHand.size()) == kHand && inside.size() > kHand.size()) {
      Put(SpanKind::kHand, std::string(inside.substr(kHand.size())));
      return std::nullopt;
    }
    if (inside.substr(0, kBlank.size()) == kBlank) {
      const auto digits = inside.substr(kBlank.size());
      int count = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
      const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
      if (whole && count >= 1 && count <= kMostBlanks) {
        Put(SpanKind::kBlank, std::string(static_cast<std::size_t>(count), ' '));
        return std::nullopt;
      }
    }
    return Error{fmt::format("unknown mark {{{{{}}}}}", inside)};
  }

  void Put(SpanKind kind, std::string text) {
    Flush();
    line_.push_back({kind, std::move(text), bold_, italic_});
  }

  void Flush() {
    if (run_.empty()) return;
    line_.push_back({SpanKind::kText, std::move(run_), bold_, italic_});
    run_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool bold_ = false;
  bool italic_ = false;
  std::string run_;
  Line line_;
};

}  // namespace

Result<Line> ParseInlineMarks(std::string_view text) { return InlineReader(text).Read(); }

}  // namespace vanthu::corpus
