#include "pipeline/layout/flatten.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "models/document/lattice.h"

namespace vanthu::layout {
namespace {

// Pairs of words further apart than this many heights are not neighbours on a line.
constexpr double kMaxNeighbourGap = 4;

// Steepest slope taken for skew: 7°, what image/deskew.h looks for.
constexpr double kMaxSlope = 0.123;

// Below this a line of 450 points drifts by less than 1 point: leave the page as it is.
constexpr double kMinSlope = 0.002;

// The slope of words and that of drawn lines agree so far, where both are right.
constexpr double kSameSlope = 0.01;

// Turned clockwise by `turns` quarters about the origin, which no rule here depends on.
Box TurnedBox(const Box& b, int turns) {
  switch (turns) {
    case 1: return {-b.y1, b.x0, -b.y0, b.x1};
    case 2: return {-b.x1, -b.y1, -b.x0, -b.y0};
    case 3: return {b.y0, -b.x1, b.y1, -b.x0};
    default: return b;
  }
}

// Quarter turns (clockwise) that make the words run to the right.
int FindTurn(const std::vector<Word>& words) {
  // Votes by the step from a word to the next on the same engine line: right, down, left, up.
  std::array<int, 4> votes{};
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].block != words[i - 1].block) continue;
    const Box& from = words[i - 1].box;
    const Box& to = words[i].box;
    const double dx = to.center_x() - from.center_x(), dy = to.center_y() - from.center_y();
    if (std::abs(dx) > 2 * std::abs(dy)) ++votes[dx > 0 ? 0 : 2];
    if (std::abs(dy) > 2 * std::abs(dx)) ++votes[dy > 0 ? 1 : 3];
  }
  const int all = votes[0] + votes[1] + votes[2] + votes[3];
  const size_t best =
      static_cast<size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
  // Half of the votes and twenty words: a column of numbers alone must not turn a page.
  if (all < 20 || votes[best] * 2 < all) return 0;
  return best == 0 ? 0 : 4 - static_cast<int>(best);
}

double Median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Slope of the lines: the median over runs of neighbouring words of the rise from first to last.
double FindSlope(const std::vector<Token>& tokens) {
  struct Run {
    double x = 0, y = 0, length = 0, rise = 0;
  };
  std::vector<double> slopes;
  size_t begin = 0;
  const auto follows = [&](size_t i) {
    const Box& a = tokens[i - 1].flat;
    const Box& b = tokens[i].flat;
    const double gap = b.x0 - a.x1;
    const double height = std::max(a.height(), b.height());
    return tokens[i].word.block == tokens[i - 1].word.block && gap > -height &&
           gap < kMaxNeighbourGap * height && std::abs(b.center_y() - a.center_y()) < 0.8 * height;
  };
  const auto close_run = [&](size_t end) {
    // Halves of a run are compared, so that one tall letter at an end weighs little.
    if (end - begin < 6) return;
    const size_t middle = begin + (end - begin) / 2;
    Run left, right;
    const auto add = [&](Run& run, size_t from, size_t to) {
      for (size_t i = from; i < to; ++i) {
        run.x += tokens[i].flat.center_x();
        run.y += tokens[i].flat.center_y();
      }
      run.x /= static_cast<double>(to - from);
      run.y /= static_cast<double>(to - from);
    };
    add(left, begin, middle);
    add(right, middle, end);
    if (right.x - left.x > 1) slopes.push_back((right.y - left.y) / (right.x - left.x));
  };
  for (size_t i = 1; i <= tokens.size(); ++i) {
    if (i < tokens.size() && follows(i)) continue;
    close_run(i);
    begin = i;
  }
  if (slopes.size() < 3) return 0;
  const double slope = Median(std::move(slopes));
  return std::abs(slope) > kMaxSlope || std::abs(slope) < kMinSlope ? 0 : slope;
}

// Turned as TurnedBox, left or upper end first.
Ruling TurnedRuling(const Ruling& r, int turns) {
  const Box a = TurnedBox({r.x0, r.y0, r.x0, r.y0}, turns);
  const Box b = TurnedBox({r.x1, r.y1, r.x1, r.y1}, turns);
  const bool level = std::abs(b.x0 - a.x0) >= std::abs(b.y0 - a.y0);
  const bool swapped = level ? b.x0 < a.x0 : b.y0 < a.y0;
  return swapped ? Ruling{b.x0, b.y0, a.x0, a.y0} : Ruling{a.x0, a.y0, b.x0, b.y0};
}

}  // namespace

Leveling::Leveling(const std::vector<Word>& words, const std::vector<Ruling>& rulings)
    : turns_(FindTurn(words)) {
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  for (const Word& word : words) tokens.push_back({word, TurnedBox(word.box, turns_)});
  slope_ = FindSlope(tokens);
  if (rulings.empty()) return;
  std::vector<Ruling> turned;
  for (const Ruling& ruling : rulings) turned.push_back(TurnedRuling(ruling, turns_));
  // Where both tell, lines that are drawn tell it more exactly.
  const std::optional<double> drawn = SlopeOf(turned);
  if (drawn && (slope_ == 0 || std::abs(*drawn - slope_) < kSameSlope)) slope_ = *drawn;
}

// A shear suffices at these angles, and keeps margins where they are up to 1 %.
Box Leveling::Level(const Box& box) const { return Sheared(TurnedBox(box, turns_), slope_); }

Ruling Leveling::Level(const Ruling& ruling) const {
  return Sheared(TurnedRuling(ruling, turns_), slope_);
}

std::vector<Token> Leveling::Level(const std::vector<Word>& words) const {
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  for (const Word& word : words) tokens.push_back({word, Level(word.box)});
  return tokens;
}

Measure MeasurePage(const std::vector<Token>& tokens) {
  Measure out;
  std::vector<double> heights, lefts, rights;
  for (const Token& token : tokens) {
    if (token.word.confidence < 0.5) continue;
    lefts.push_back(token.flat.x0);
    rights.push_back(token.flat.x1);
    if (token.word.text.size() >= 3) heights.push_back(token.flat.height());
  }
  if (heights.empty()) {
    for (const Token& token : tokens) heights.push_back(token.flat.height());
  }
  out.em = std::max(1.0, Median(std::move(heights)));
  if (lefts.empty()) return out;
  // Single words beyond the margins (page numbers, specks) do not move them.
  const auto percentile = [](std::vector<double>& values, double share) {
    const auto at = values.begin() +
                    static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
  };
  out.left = percentile(lefts, 0.01);
  out.right = percentile(rights, 0.99);
  return out;
}

}  // namespace vanthu::layout
