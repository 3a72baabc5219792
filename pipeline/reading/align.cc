#include "pipeline/reading/align.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace vanthu::reading {
namespace {

// Share of the smaller word (of the lower line) that lies in the other one, where they are the same.
constexpr double kSameWord = 0.5;
constexpr double kSameLine = 0.5;

double Overlap(double a0, double a1, double b0, double b1) {
  const double least = std::min(a1 - a0, b1 - b0);
  return least <= 0 ? 0 : (std::min(a1, b1) - std::max(a0, b0)) / least;
}

// Area that two boxes share, of what they cover together.
double Shared(const Box& a, const Box& b) {
  const double width = std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
  const double height = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  if (width <= 0 || height <= 0) return 0;
  return width * height / (a.width() * a.height() + b.width() * b.height() - width * height);
}

// A mark's small box may lie within the box of a word above or below.
bool OnOneLine(const Box& a, const Box& b) {
  return Overlap(a.y0, a.y1, b.y0, b.y1) >= kSameLine &&
         std::abs(a.center_y() - b.center_y()) <= kSameLine * std::max(a.height(), b.height());
}

// The words of the first reading by the height that they stand at.
class Shelves {
 public:
  explicit Shelves(const std::vector<ReadWord>& words) : words_(words) {
    std::vector<double> heights;
    for (const ReadWord& word : words) heights.push_back(word.box.height());
    if (!heights.empty()) {
      const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
      std::nth_element(heights.begin(), middle, heights.end());
      step_ = std::max(*middle, 1.0);
    }
    for (size_t i = 0; i < words.size(); ++i) shelves_[ShelfOf(words[i].box)].push_back(i);
  }

  // Words whose middle is less than two usual heights away.
  template <typename Do>
  void Near(const Box& box, Do visit) const {
    const long shelf = ShelfOf(box);
    for (auto at = shelves_.lower_bound(shelf - 2); at != shelves_.end() && at->first <= shelf + 2;
         ++at) {
      for (const size_t i : at->second) visit(i);
    }
  }

 private:
  long ShelfOf(const Box& box) const { return std::lround(box.center_y() / step_); }

  const std::vector<ReadWord>& words_;
  double step_ = 1;
  std::map<long, std::vector<size_t>> shelves_;
};

class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) {  // the earlier word stands for both
    a = Find(a);
    b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

constexpr size_t kNoWord = static_cast<size_t>(-1);

struct Neighbours {
  std::vector<size_t> same;  // words of the first reading that are this print
  bool on_line = false;      // the first reading has something on this line
};

Neighbours NeighboursOf(const ReadWord& word, const std::vector<ReadWord>& first,
                        const Shelves& shelves) {
  // The line of the word that it covers best: boxes of marks and flourishes reach into others.
  Neighbours out;
  size_t best = kNoWord;
  double most = 0;
  shelves.Near(word.box, [&](size_t k) {
    if (!OnOneLine(word.box, first[k].box)) return;
    out.on_line = true;
    const double shared = Shared(word.box, first[k].box);
    if (shared > most) {
      most = shared;
      best = k;
    }
  });
  if (best == kNoWord) return out;
  shelves.Near(word.box, [&](size_t k) {
    const Box& box = first[k].box;
    if (first[k].line == first[best].line &&
        Overlap(word.box.x0, word.box.x1, box.x0, box.x1) >= kSameWord) {
      out.same.push_back(k);
    }
  });
  return out;
}

}  // namespace

std::vector<Group> Align(const std::vector<std::vector<ReadWord>>& readings) {
  const std::vector<ReadWord>& first = readings.front();
  const Shelves shelves(first);
  std::vector<size_t> begins = {0};
  for (const auto& reading : readings) begins.push_back(begins.back() + reading.size());
  Sets sets(begins.back());

  std::vector<std::pair<size_t, size_t>> missed;  // reading, word
  for (size_t r = 1; r < readings.size(); ++r) {
    std::map<int, std::vector<size_t>> strangers;  // by line; none where the first has a part of it
    for (size_t i = 0; i < readings[r].size(); ++i) {
      const Neighbours near = NeighboursOf(readings[r][i], first, shelves);
      for (const size_t k : near.same) sets.Join(k, begins[r] + i);
      auto& line = strangers.try_emplace(readings[r][i].line).first->second;
      if (near.on_line)
        line.push_back(kNoWord);
      else
        line.push_back(i);
    }
    for (const auto& [line, words] : strangers) {
      if (std::ranges::find(words, kNoWord) != words.end()) continue;
      for (const size_t i : words) missed.push_back({r, i});
    }
  }

  std::vector<Group> groups;
  std::map<size_t, size_t> group_of;  // by the word that stands for it
  const auto add = [&](size_t r, size_t i) {
    const auto [at, is_new] = group_of.try_emplace(sets.Find(begins[r] + i), groups.size());
    if (is_new) groups.emplace_back().words.resize(readings.size());
    groups[at->second].words[r].push_back(i);
  };
  for (size_t i = 0; i < first.size(); ++i) add(0, i);
  for (size_t r = 1; r < readings.size(); ++r) {
    for (size_t i = 0; i < readings[r].size(); ++i) {
      if (sets.Find(begins[r] + i) < begins[1]) add(r, i);
    }
  }
  for (const auto& [r, i] : missed) add(r, i);
  return groups;
}

}  // namespace vanthu::reading
