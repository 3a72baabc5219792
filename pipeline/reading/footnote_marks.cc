#include "pipeline/reading/footnote_marks.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "models/text/utf8.h"
#include "pipeline/reading/raised.h"

namespace vanthu::reading {
namespace {

constexpr double kSmallPrint = 0.88;  // of the height of the body's words
constexpr double kLowerPart = 0.4;    // of the page, under which footnotes stand
constexpr size_t kLongLine = 5;       // words of a line that is text of the body
constexpr double kCapital = 0.85;     // of the height of most words, which have marks and tails
constexpr double kTold = 0.85;        // confidence of a mark that its place tells
constexpr double kRoom = 0.7;         // of a capital, in which a mark stands behind its word

struct TextLine {
  std::vector<size_t> words;  // from left to right
  double height = 0;          // median of its words
  double top = 0, base = 0;
};

double Median(std::vector<double> values, double rank = 0.5) {
  if (values.empty()) return 0;
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(rank * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

std::vector<TextLine> LinesOf(const std::vector<CorrectedWord>& words) {
  std::map<int, TextLine> by_number;
  for (size_t i = 0; i < words.size(); ++i) by_number[words[i].word.line].words.push_back(i);
  std::vector<TextLine> lines;
  for (auto& [number, line] : by_number) {
    std::ranges::sort(line.words, {}, [&](size_t i) { return words[i].word.box.x0; });
    std::vector<double> heights, tops, feet;
    for (const size_t i : line.words) {
      if (Length(words[i].word.text) < 2) continue;
      const Box& box = words[i].word.box;
      heights.push_back(box.height());
      tops.push_back(box.y0);
      feet.push_back(box.y1);
    }
    line.height = Median(heights);
    line.top = Median(tops);
    line.base = Median(feet, 0.25);
    lines.push_back(std::move(line));
  }
  return lines;
}

class Marker {
 public:
  Marker(const image::Image& image, std::vector<CorrectedWord>& words)
      : image_(image), words_(words), lines_(LinesOf(words)) {
    std::vector<double> heights;
    for (const TextLine& line : lines_) {
      if (line.words.size() >= kLongLine) heights.push_back(line.height);
    }
    body_ = Median(heights);
  }

  void Mark() {
    if (body_ <= 0) return;
    const std::vector<Note> notes = FindNotes();
    if (notes.empty()) return;
    for (const Note& note : notes) Write(note.word, fmt::format("[{}]", note.label));
    MarkBody(notes);
  }

 private:
  struct Note {
    size_t word = 0;  // that is its mark
    int label = 0;
    double top = 0;
  };
  struct Bearer {
    size_t word = 0;
    RaisedSign sign;
  };

  const Box& BoxOf(size_t word) const { return words_[word].word.box; }

  // The first word of a line of small print is small itself and does not stand on the base line.
  bool BeginsWithMark(const TextLine& line) const {
    if (line.words.size() < 2 || line.height > kSmallPrint * body_) return false;
    const Box& mark = BoxOf(line.words.front());
    const double high = line.base - line.top;
    return line.top > kLowerPart * image_.height() &&
           Length(words_[line.words.front()].word.text) <= 2 && mark.height() <= 0.8 * high &&
           mark.height() >= 0.3 * high && mark.width() <= high &&
           mark.y1 <= line.base - 0.2 * high && mark.center_y() < (line.top + line.base) / 2;
  }

  // Text of the body stands under no footnote.
  bool IsAtFoot(const TextLine& line) const {
    return std::ranges::none_of(lines_, [&](const TextLine& other) {
      return other.top > line.base && other.words.size() >= kLongLine &&
             other.height > 0.95 * body_;
    });
  }

  std::vector<Note> FindNotes() const {
    std::vector<Note> notes;
    for (const TextLine& line : lines_) {
      if (!BeginsWithMark(line) || !IsAtFoot(line)) continue;
      notes.push_back({line.words.front(), 0, line.top});
    }
    std::ranges::sort(notes, {}, &Note::top);
    for (size_t i = 0; i < notes.size(); ++i) {
      notes[i].label = i > 0 ? notes[i - 1].label + 1 : LabelOf(notes[i].word);
    }
    if (!notes.empty() && notes.front().label == 0) notes.clear();
    return notes;
  }

  int LabelOf(size_t word) const {
    static const RE2 digits(R"(\[?(\d{1,2})\]?)");
    int read = 0;
    if (RE2::FullMatch(words_[word].word.text, digits, &read) && read > 0) return read;
    return PrintedDigit(image_, BoxOf(word));
  }

  // Words with a raised sign, in the order of reading, above the notes.
  std::vector<Bearer> FindBearers(double end) const {
    static const RE2 unit(R"(^(?:[kcdm]?m|ha)[23²³]?[.,;:)]*$)");
    const double high = kCapital * body_;
    std::vector<Bearer> out;
    for (const TextLine& line : lines_) {
      if (line.top >= end || line.height < 0.8 * body_) continue;
      for (size_t k = 0; k < line.words.size(); ++k) {
        const size_t word = line.words[k];
        const double gap = k + 1 < line.words.size()
                               ? BoxOf(line.words[k + 1]).x0 - BoxOf(word).x1 - 3
                               : kRoom * high;
        const auto sign = FindRaised(image_, BoxOf(word), std::clamp(gap, 0.0, kRoom * high), high);
        if (!sign) continue;
        if (sign->digit > 1 && RE2::PartialMatch(words_[word].word.text, unit)) continue;
        out.push_back({word, *sign});
      }
    }
    return out;
  }

  void MarkBody(const std::vector<Note>& notes) {
    const std::vector<Bearer> bearers = FindBearers(notes.front().top);
    // As many as notes: each is the next one's. Else those that show their digit.
    size_t next = 0;
    for (const Bearer& bearer : bearers) {
      if (next == notes.size()) break;
      const int label = notes[next].label;
      const bool shown = bearer.sign.digit == label % 10;
      if (bearers.size() != notes.size() && !shown) continue;
      Append(bearer, fmt::format("[{}]", label));
      ++next;
    }
  }

  // The word with the mark in the place of what was read for it, before the points that follow.
  void Append(const Bearer& bearer, const std::string& mark) {
    const std::string& text = words_[bearer.word].word.text;
    static const RE2 closed(R"(^(.*?)([.,;:)]*)$)");
    std::string stem, points;
    RE2::FullMatch(text, closed, &stem, &points);
    static const RE2 odd(R"re(^(.+?)(?:["'’‘”“`´*°?!|^~¹²³]+[\dlI]?|)$)re");
    std::string kept;
    RE2::FullMatch(stem, odd, &kept);
    if (kept == stem) kept = WithoutSignAt(bearer, std::move(kept));
    Write(bearer.word, kept + mark + points);
  }

  // A digit or letter that was read where the raised sign stands is the sign.
  std::string WithoutSignAt(const Bearer& bearer, std::string text) const {
    static const RE2 last(R"(^(.+)([\dlItiíì]))");
    std::string kept, sign;
    if (!RE2::FullMatch(text, last, &kept, &sign)) return text;
    const Box& box = bearer.sign.box;
    for (const ReadSymbol& symbol : words_[bearer.word].word.symbols) {
      const double middle = symbol.box.center_x();
      if (symbol.text == sign && middle > box.x0 - 2 && middle < box.x1 + 2) return kept;
    }
    return text;
  }

  void Write(size_t i, std::string text) {
    CorrectedWord& word = words_[i];
    if (word.word.text == text) return;
    if (word.raw.empty()) word.raw = std::move(word.word.text);
    word.word.text = std::move(text);
    word.word.confidence = std::max(word.word.confidence, kTold);
    word.word.symbols.clear();
  }

  const image::Image& image_;
  std::vector<CorrectedWord>& words_;
  std::vector<TextLine> lines_;
  double body_ = 0;  // median height of the body's words, pixels
};

}  // namespace

void MendFootnoteMarks(const image::Image& image, std::vector<CorrectedWord>& words) {
  Marker(image, words).Mark();
}

}  // namespace vanthu::reading
