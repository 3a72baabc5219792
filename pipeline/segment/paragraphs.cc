#include "pipeline/segment/paragraphs.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "models/text/utf8.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// A printed line of 13 or 14 points holds 60 to 100 characters; lines beyond this were never wrapped,
// so each is a paragraph of its own.
constexpr size_t kLongestPrintedLine = 140;

// The next line's first word would have fitted on a line shorter than this share of the full width:
// the paragraph ended there. Higher, and the ragged right edge of proportional type ends paragraphs;
// lower, and headings run into the text below them.
constexpr double kFullLine = 0.78;

// Fewer lines say nothing about how wide the text is set.
constexpr size_t kFewLines = 3;

size_t FirstWord(std::string_view text) { return Length(text.substr(0, text.find(' '))); }

// What may open a paragraph: a capital, a number, a mark of a list. Small letters go on, and so does a
// number before small letters ("… kinh phí / 2. tỷ đồng"), but for "a) đoàn ra" and below a closed line.
bool MayOpen(std::string_view text, std::string_view above) {
  static const RE2 letter(R"(^[a-zđ]\s?[.)/])");
  static const RE2 goes_on(R"(^[\d.)/\s]*\p{Ll})");
  // A number broken behind its hyphen or slash, an open comma.
  if (above.ends_with("-") || above.ends_with("/") || above.ends_with(","))
    return EndsLetter(above);
  // An item of a list goes on until its mark.
  const re2::StringPiece piece(text.data(), text.size());
  const bool marked =
      above.ends_with(".") || above.ends_with(";") || above.ends_with(":") || above.ends_with(",");
  if (IsListItem(above) && !marked && !IsListItem(text) && !IsCapitals(text)) return false;
  if (RE2::PartialMatch(piece, letter)) return true;
  const bool closed = above.ends_with(".") || above.ends_with(";") || above.ends_with(":");
  return closed ? !IsLower(DecodeAt(text, 0).value) : !RE2::PartialMatch(piece, goes_on);
}

class ParagraphFinder {
 public:
  ParagraphFinder(Letter& letter, size_t begin) : letter_(letter), begin_(begin) { Measure(); }

  void Find() {
    for (size_t i = std::max<size_t>(begin_, 1); i < letter_.lines.size(); ++i) {
      if (!IsPlain(i) || Printed(i).starts_paragraph) continue;
      if (letter_.lines[i].page != letter_.lines[i - 1].page || !IsPlain(i - 1)) continue;
      if (MayOpen(letter_.lines[i].text, letter_.lines[i - 1].text) && Opens(i))
        Printed(i).starts_paragraph = true;
    }
  }

 private:
  Line& Printed(size_t i) {
    const LetterLine& line = letter_.lines[i];
    return letter_.pages[static_cast<size_t>(line.page)].lines[static_cast<size_t>(line.line)];
  }

  bool IsPlain(size_t i) { return !Printed(i).box && !Printed(i).cell; }

  // How wide the text is set: the length that nine lines in ten do not exceed.
  void Measure() {
    std::vector<size_t> lengths;
    size_t marked = 0;
    for (size_t i = begin_; i < letter_.lines.size(); ++i) {
      if (!IsPlain(i)) continue;
      lengths.push_back(Length(letter_.lines[i].text));
      if (Printed(i).starts_paragraph) ++marked;
    }
    lines_ = lengths.size();
    if (lines_ < kFewLines) return;
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lines_ - 1 - lines_ / 10);
    std::nth_element(lengths.begin(), at, lengths.end());
    width_ = *at;
    const bool wrapped = *std::max_element(at, lengths.end()) <= kLongestPrintedLine;
    // Where most lines are marked the source knows its paragraphs; what is not marked is a line break.
    every_line_ = !wrapped && marked * 2 < lines_;
    wrapped_ = wrapped;
  }

  bool Opens(size_t i) {
    if (every_line_) return true;
    const std::string& above = letter_.lines[i - 1].text;
    const std::string& text = letter_.lines[i].text;
    // I. TÌNH HÌNH CHUNG / Trong quý I …: a title in capitals over its text.
    if (IsCapitals(above) && !IsCapitals(text) && Length(above) > 8 && Length(text) > 8)
      return true;
    if (!wrapped_ || lines_ < kFewLines) return false;
    const size_t filled = Length(above) + 1 + FirstWord(text);
    return static_cast<double>(filled) < kFullLine * static_cast<double>(width_);
  }

  Letter& letter_;
  size_t begin_;
  size_t lines_ = 0;
  size_t width_ = 0;
  bool wrapped_ = false;     // a paragraph takes several lines
  bool every_line_ = false;  // each line is a paragraph
};

}  // namespace

void FindParagraphs(Letter& letter, size_t begin) { ParagraphFinder(letter, begin).Find(); }

}  // namespace vanthu::segment
