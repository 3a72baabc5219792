#include "models/document/lattice.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace vanthu {
namespace {

constexpr double kSameLine = 2.5;  // points between the two strokes of a double line
constexpr double kBreak = 6;       // points: the widest gap that a worn line has
constexpr double kMeet = 4;        // points: how far from each other lines end that should meet
constexpr double kSameEdge = 5;    // points: the narrowest column is wider
constexpr double kOpen = 12;       // points by which lines go on over the last one across them
constexpr double kLongLevel = 40;  // points: longer than the strokes of letters
constexpr double kLongUpright = 30;
constexpr double kWallShare = 0.4;  // of a cell's side that is drawn, where it is a side
constexpr size_t kMostPlaces = 20'000;

// Points: a line drawn as long tells its slope to a tenth of a degree; together they must be longer
// than the rule under the motto and what underlines words.
constexpr double kLongRuling = 100;
constexpr double kEnoughRulings = 800;
constexpr double kMaxSlope = 0.123;  // 7°

// A level or upright line: `at` is its y or x, `from` and `to` the x or y of its ends.
struct Rule {
  double at = 0, from = 0, to = 0;
  double length() const { return to - from; }
};

class Groups {
 public:
  explicit Groups(size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
  }
  size_t Of(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) { parent_[Of(a)] = Of(b); }

 private:
  std::vector<size_t> parent_;
};

// Pieces of one line and the two strokes of a double line as one.
std::vector<Rule> Joined(std::vector<Rule> rules) {
  std::ranges::sort(rules, {}, &Rule::at);
  Groups groups(rules.size());
  for (size_t i = 0; i < rules.size(); ++i) {
    for (size_t j = i + 1; j < rules.size() && rules[j].at - rules[i].at <= kSameLine; ++j) {
      const double gap =
          std::max(rules[i].from, rules[j].from) - std::min(rules[i].to, rules[j].to);
      if (gap <= kBreak) groups.Join(i, j);
    }
  }
  struct Sum {
    Rule rule;
    double weight = 0;
  };
  std::map<size_t, Sum> sums;
  for (size_t i = 0; i < rules.size(); ++i) {
    const auto [found, is_new] = sums.try_emplace(groups.Of(i), Sum{rules[i], 0});
    Sum& sum = found->second;
    const double weight = std::max(1.0, rules[i].length());
    sum.rule.at = (sum.rule.at * sum.weight + rules[i].at * weight) / (sum.weight + weight);
    sum.weight += weight;
    sum.rule.from = std::min(sum.rule.from, rules[i].from);
    sum.rule.to = std::max(sum.rule.to, rules[i].to);
  }
  std::vector<Rule> out;
  for (const auto& [group, sum] : sums) out.push_back(sum.rule);
  std::ranges::sort(out, {}, &Rule::at);
  return out;
}

bool Meet(const Rule& a, const Rule& b) {
  return b.at >= a.from - kMeet && b.at <= a.to + kMeet && a.at >= b.from - kMeet &&
         a.at <= b.to + kMeet;
}

// Whether the line is a table's: met at both ends, or long with another that meets it. Strokes of
// letters are neither.
bool Holds(const Rule& rule, const std::vector<Rule>& across, bool is_long) {
  bool begins = false, ends = false, met = false;
  for (const Rule& other : across) {
    if (!Meet(rule, other)) continue;
    met = true;
    begins = begins || std::abs(other.at - rule.from) <= kMeet;
    ends = ends || std::abs(other.at - rule.to) <= kMeet;
  }
  return (begins && ends) || (met && is_long);
}

std::vector<Rule> HoldingLevel(const std::vector<Rule>& rules, const std::vector<Rule>& across) {
  std::vector<Rule> out;
  std::ranges::copy_if(rules, std::back_inserter(out), [&](const Rule& rule) {
    return Holds(rule, across, rule.length() >= kLongLevel);
  });
  return out;
}

// Pieces of an upright line count together, however far apart: letters do not stand in columns so
// exactly.
std::vector<Rule> HoldingUpright(const std::vector<Rule>& rules, const std::vector<Rule>& across) {
  std::vector<Rule> out;
  size_t first = 0, end = 0;
  double length = 0;  // of [first, end), those in the place of the rule
  for (const Rule& rule : rules) {  // by `at`
    for (; end < rules.size() && rules[end].at <= rule.at + kSameLine; ++end) {
      length += rules[end].length();
    }
    for (; rules[first].at < rule.at - kSameLine; ++first) length -= rules[first].length();
    if (Holds(rule, across, length >= kLongUpright)) out.push_back(rule);
  }
  return out;
}

// Lines at one place, give or take, as one edge of the lattice.
std::vector<double> Edges(const std::vector<Rule>& rules) {
  std::vector<double> edges;
  double sum = 0, weight = 0;
  for (const Rule& rule : rules) {  // by `at`
    if (weight > 0 && rule.at - sum / weight <= kSameEdge) {
      sum += rule.at * rule.length(), weight += rule.length();
      edges.back() = sum / weight;
    } else {
      sum = rule.at * rule.length(), weight = rule.length();
      edges.push_back(rule.at);
    }
  }
  return edges;
}

// Adds an edge where two lines or more go on over the first or last edge across them.
void AddOpenEdges(std::vector<double>& edges, const std::vector<Rule>& across) {
  const double first = edges.front(), last = edges.back();
  double low = first, high = last;
  int below = 0, above = 0;
  for (const Rule& rule : across) {
    if (rule.to < first || rule.from > last) continue;
    if (rule.from < first - kOpen) ++below, low = std::min(low, rule.from);
    if (rule.to > last + kOpen) ++above, high = std::max(high, rule.to);
  }
  if (below >= 2) edges.insert(edges.begin(), low);
  if (above >= 2) edges.push_back(high);
}

// For each inner edge, whether it is drawn between each two neighbours of `along`: element
// [edge - 1][i] for the part from along[i] to along[i + 1].
std::vector<std::vector<bool>> Walls(const std::vector<double>& edges,
                                     const std::vector<double>& along,
                                     const std::vector<Rule>& rules) {
  std::vector<std::vector<bool>> out;
  for (size_t e = 1; e + 1 < edges.size(); ++e) {
    std::vector<Rule> pieces;
    for (const Rule& rule : rules) {
      if (std::abs(rule.at - edges[e]) <= kSameEdge) pieces.push_back(rule);
    }
    std::ranges::sort(pieces, {}, &Rule::from);
    std::vector<bool>& drawn = out.emplace_back();
    for (size_t i = 0; i + 1 < along.size(); ++i) {
      double reach = along[i], covered = 0;
      for (const Rule& piece : pieces) {
        const double from = std::max(reach, piece.from), to = std::min(along[i + 1], piece.to);
        if (to > from) covered += to - from, reach = to;
      }
      drawn.push_back(covered >= kWallShare * (along[i + 1] - along[i]));
    }
  }
  return out;
}

// Cells as large as no wall divides them, each a rectangle: first to the right, then down.
std::vector<LatticeCell> Cells(const std::vector<double>& xs, const std::vector<double>& ys,
                               const std::vector<Rule>& level, const std::vector<Rule>& upright) {
  const size_t rows = ys.size() - 1, columns = xs.size() - 1;
  const auto right = Walls(xs, ys, upright);  // [column][row]: at the right of the place
  const auto under = Walls(ys, xs, level);    // [row][column]
  std::vector<std::vector<bool>> taken(rows, std::vector<bool>(columns, false));
  std::vector<LatticeCell> out;
  for (size_t r = 0; r < rows; ++r) {
    for (size_t c = 0; c < columns; ++c) {
      if (taken[r][c]) continue;
      size_t end = c + 1;
      while (end < columns && !taken[r][end] && !right[end - 1][r]) ++end;
      size_t bottom = r + 1;
      const auto goes_on = [&] {
        for (size_t i = c; i < end; ++i) {
          if (taken[bottom][i] || under[bottom - 1][i]) return false;
          if (i + 1 < end && right[i][bottom]) return false;
        }
        return true;
      };
      while (bottom < rows && goes_on()) ++bottom;
      for (size_t i = r; i < bottom; ++i) {
        std::fill(taken[i].begin() + static_cast<std::ptrdiff_t>(c),
                  taken[i].begin() + static_cast<std::ptrdiff_t>(end), true);
      }
      out.push_back({static_cast<int>(r), static_cast<int>(c), static_cast<int>(bottom - r),
                     static_cast<int>(end - c), Box{xs[c], ys[r], xs[end], ys[bottom]}});
    }
  }
  return out;
}

struct Net {  // lines that hold each other
  std::vector<Rule> level, upright;
};

std::optional<Lattice> MakeLattice(const Net& net, const std::vector<Rule>& all_level,
                                   const std::vector<Rule>& all_upright) {
  if (net.level.empty() || net.upright.empty()) return std::nullopt;
  std::vector<double> xs = Edges(net.upright), ys = Edges(net.level);
  const size_t drawn_columns = xs.size(), drawn_rows = ys.size();
  AddOpenEdges(xs, net.level);
  AddOpenEdges(ys, net.upright);
  if (xs.size() < 3 || ys.size() < 3) return std::nullopt;
  // Open at both sides (or above and below): two lines at least must stand inside.
  if (xs.size() == drawn_columns + 2 && drawn_columns < 2) return std::nullopt;
  if (ys.size() == drawn_rows + 2 && drawn_rows < 2) return std::nullopt;
  if ((xs.size() - 1) * (ys.size() - 1) > kMostPlaces) return std::nullopt;
  Lattice out;
  out.rows = static_cast<int>(ys.size()) - 1;
  out.columns = static_cast<int>(xs.size()) - 1;
  out.box = {xs.front(), ys.front(), xs.back(), ys.back()};
  // Worn lines lie in pieces, not all of which meet another: those at an edge count as well.
  const auto inside = [](const std::vector<Rule>& rules, double from, double to, double low,
                         double high) {
    std::vector<Rule> kept;
    for (const Rule& rule : rules) {
      const bool within = rule.at > low - kMeet && rule.at < high + kMeet;
      if (within && rule.to > from && rule.from < to) kept.push_back(rule);
    }
    return kept;
  };
  out.cells = Cells(xs, ys, inside(all_level, xs.front(), xs.back(), ys.front(), ys.back()),
                    inside(all_upright, ys.front(), ys.back(), xs.front(), xs.back()));
  if (out.cells.size() < 3) return std::nullopt;
  return out;
}

std::vector<Net> Nets(const std::vector<Rule>& level, const std::vector<Rule>& upright) {
  Groups groups(level.size() + upright.size());
  for (size_t i = 0; i < level.size(); ++i) {
    for (size_t j = 0; j < upright.size(); ++j) {
      if (Meet(level[i], upright[j])) groups.Join(i, level.size() + j);
    }
  }
  std::map<size_t, Net> nets;
  for (size_t i = 0; i < level.size(); ++i) nets[groups.Of(i)].level.push_back(level[i]);
  for (size_t j = 0; j < upright.size(); ++j) {
    nets[groups.Of(level.size() + j)].upright.push_back(upright[j]);
  }
  std::vector<Net> out;
  for (auto& [group, net] : nets) out.push_back(std::move(net));
  return out;
}

}  // namespace

std::optional<double> SlopeOf(const std::vector<Ruling>& rulings) {
  struct Long {
    double slope = 0, length = 0;
  };
  std::vector<Long> lines;
  double all = 0;
  for (const Ruling& r : rulings) {
    const double across = r.x1 - r.x0;
    if (across < kLongRuling || std::abs(r.y1 - r.y0) > kMaxSlope * across) continue;
    lines.push_back({(r.y1 - r.y0) / across, across});
    all += across;
  }
  if (all < kEnoughRulings) return std::nullopt;
  std::ranges::sort(lines, {}, &Long::slope);
  double passed = 0;
  for (const Long& line : lines) {  // the median by length
    passed += line.length;
    if (passed * 2 >= all) return line.slope;
  }
  return std::nullopt;
}

std::vector<Lattice> FindLattices(const std::vector<Ruling>& rulings) {
  std::vector<Rule> level, upright;
  for (const Ruling& r : rulings) {
    if (std::abs(r.x1 - r.x0) >= std::abs(r.y1 - r.y0)) {
      level.push_back({(r.y0 + r.y1) / 2, std::min(r.x0, r.x1), std::max(r.x0, r.x1)});
    } else {
      upright.push_back({(r.x0 + r.x1) / 2, std::min(r.y0, r.y1), std::max(r.y0, r.y1)});
    }
  }
  level = Joined(std::move(level));
  upright = Joined(std::move(upright));
  const std::vector<Rule> held_level = HoldingLevel(level, upright);
  const std::vector<Rule> held_upright = HoldingUpright(upright, held_level);
  std::vector<Lattice> out;
  for (const Net& net : Nets(HoldingLevel(held_level, held_upright), held_upright)) {
    if (auto lattice = MakeLattice(net, level, upright)) out.push_back(*std::move(lattice));
  }
  std::ranges::sort(out, [](const Lattice& a, const Lattice& b) { return a.box.y0 < b.box.y0; });
  return out;
}

}  // namespace vanthu
