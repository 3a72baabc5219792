#include "pipeline/reading/number_marks.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/image/strokes.h"

namespace vanthu::reading {
namespace {

using image::Piece;

// Shares of the height of the word's highest piece.
constexpr double kTall = 0.72;   // of a digit, at least
constexpr double kMark = 0.45;   // of a comma, at most
constexpr double kSpeck = 0.09;  // of both sides of a point, at least
constexpr double kLow = 0.38;    // over the base line, where a point or comma begins at most

constexpr double kFoot = 0.07;  // by which a point misses the base line
constexpr double kBlank = 0.3;  // beside a hyphen that stands between blanks; without, 0.15

// The ink of a number: its tall pieces, and between each and the next what is low or flat.
struct Layout {
  std::vector<Piece> tall;
  std::vector<std::vector<Piece>> between;  // one less than tall
  double base = 0, high = 0;
};

std::optional<Layout> LayoutOf(const image::Image& image, const Box& word) {
  const double rim = 0.2 * word.height();
  const image::InkPatch patch =
      image::InkOf(image, {word.x0 - 2, word.y0 - 2, word.x1 + 2, word.y1 + rim});
  if (patch.empty()) return std::nullopt;
  std::vector<Piece> pieces = image::WholePiecesOf(patch);
  Layout out;
  for (const Piece& piece : pieces) out.high = std::max(out.high, piece.box.height());
  std::vector<double> feet;
  for (const Piece& piece : pieces) {
    if (piece.box.height() < kTall * out.high) continue;
    feet.push_back(piece.box.y1);
    out.tall.push_back(piece);
  }
  if (out.tall.size() < 2) return std::nullopt;
  std::sort(feet.begin(), feet.end());
  out.base = feet[feet.size() / 2];
  out.between.resize(out.tall.size() - 1);
  for (const Piece& piece : pieces) {
    if (piece.box.height() >= kTall * out.high) continue;
    if (std::max(piece.box.width(), piece.box.height()) < kSpeck * out.high) continue;
    size_t i = 0;
    while (i < out.tall.size() && out.tall[i].box.center_x() < piece.box.center_x()) ++i;
    if (i > 0 && i < out.tall.size()) out.between[i - 1].push_back(piece);
  }
  return out;
}

enum class Mark { kNone, kPoint, kComma, kHyphen, kWideHyphen, kUnclear };

// What stands between tall pieces i and i + 1.
Mark MarkAfter(const Layout& layout, size_t i) {
  const std::vector<Piece>& pieces = layout.between[i];
  if (pieces.empty()) return Mark::kNone;
  if (pieces.size() > 1) return Mark::kUnclear;
  const Box& box = pieces.front().box;
  const double high = layout.high;
  const double foot = box.y1 - layout.base, top = layout.base - box.y0;
  if (box.height() > kMark * high || box.width() > kMark * high) return Mark::kUnclear;
  if (top <= kLow * high) {
    if (box.height() <= 1.3 * box.width() && std::abs(foot) <= kFoot * high) return Mark::kPoint;
    if (box.height() >= 1.25 * box.width() && foot >= 0.12 * high) return Mark::kComma;
    return Mark::kUnclear;
  }
  if (box.width() < 1.6 * box.height() || -foot < 0.15 * high) return Mark::kUnclear;
  const double left = box.x0 - layout.tall[i].box.x1, right = layout.tall[i + 1].box.x0 - box.x1;
  if (left >= kBlank * high && right >= kBlank * high) return Mark::kWideHyphen;
  return Mark::kUnclear;
}

// What the text has behind each of its digits but the last; none where that is more than one sign.
std::optional<std::vector<std::string>> MarksOf(std::string_view text) {
  std::vector<std::string> marks;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      marks.emplace_back();
    } else if (marks.empty() || !marks.back().empty()) {
      return std::nullopt;
    } else {
      marks.back() = c;
    }
  }
  if (!marks.empty()) marks.pop_back();
  return marks;
}

std::string_view TextOf(Mark mark) {
  switch (mark) {
    case Mark::kPoint: return ".";
    case Mark::kComma: return ",";
    case Mark::kWideHyphen: return " - ";
    default: return "";
  }
}

// The number with the marks that the ink shows; none where that cannot be told.
std::optional<std::string> WithMarks(const Layout& layout, std::string_view text) {
  const std::optional<std::vector<std::string>> marks = MarksOf(text);
  if (!marks || layout.tall.size() != marks->size() + 1) return std::nullopt;
  std::string out;
  size_t digit = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    out += c;
    if (digit == marks->size()) break;
    const Mark shown = MarkAfter(layout, digit);
    if (shown == Mark::kUnclear) {
      out += (*marks)[digit];
    } else if (shown == Mark::kNone && (*marks)[digit] == "-") {
      return std::nullopt;  // joined to a digit
    } else {
      out += TextOf(shown);
    }
    ++digit;
  }
  return out;
}

}  // namespace

void MendNumberMarks(const image::Image& image, std::vector<CorrectedWord>& words) {
  static const RE2 number(R"re(([\d][\d.,/-]*\d)([.,;:]*))re");
  static const RE2 well_formed(
      R"re(\d{1,3}(?:\.\d{3})+(?:,\d{1,3})?|\d{1,4},\d{1,3}|\d{1,4} - \d{1,4})re");
  for (CorrectedWord& word : words) {
    std::string read, rest;
    if (!RE2::FullMatch(word.word.text, number, &read, &rest)) continue;
    const std::optional<Layout> layout = LayoutOf(image, word.word.box);
    if (!layout) continue;
    const std::optional<std::string> text = WithMarks(*layout, read);
    if (!text || *text == read || !RE2::FullMatch(*text, well_formed)) continue;
    if (word.raw.empty()) word.raw = word.word.text;
    word.word.text = *text + rest;
    word.word.symbols.clear();
  }
}

}  // namespace vanthu::reading
