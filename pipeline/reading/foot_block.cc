#include "pipeline/reading/foot_block.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "models/lexicon/sign_titles.h"
#include "models/text/fold.h"

namespace vanthu::reading {
namespace {

constexpr double kBelieved = 0.6;  // confidence of words that places are taken from
// Of a signature block, share of a page: three lines of titles, a seal, a name; and the next signer's.
constexpr double kMostHeight = 0.5;
constexpr size_t kFewestWords = 8;

// Words of one line with ordinary blanks between.
struct Run {
  Box box;
  std::string text, folded;
  double confidence = 0;
  std::vector<size_t> words;
};

std::vector<Run> RunsOf(const std::vector<ReadWord>& words, double word_height) {
  std::vector<Run> runs;
  for (size_t i = 0; i < words.size(); ++i) {
    const ReadWord& word = words[i];
    const bool on = i > 0 && words[i - 1].line == word.line &&
                    word.box.x0 - words[i - 1].box.x1 < 2 * word_height;
    if (!on) runs.push_back({word.box, {}, {}, 0, {}});
    Run& run = runs.back();
    run.box = Union(run.box, word.box);
    if (!run.folded.empty()) run.folded += ' ';
    run.folded += Fold(word.text);
    if (!run.text.empty()) run.text += ' ';
    run.text += word.text;
    run.words.push_back(i);
    run.confidence += word.confidence;
  }
  for (Run& run : runs) run.confidence /= static_cast<double>(run.words.size());
  return runs;
}

// Nơi nhận:, and what is left of it.
bool OpensRecipients(const Run& run) {
  return run.folded.starts_with("noi nh") || run.folded.starts_with("noi gui") ||
         run.folded.starts_with("nơi nh") || run.folded.find("i nhan:") != std::string::npos;
}

bool IsTitle(const Run& run, const Box& region) {
  const Box& box = run.box;
  return box.center_x() > region.x0 && box.y0 > region.y0 && box.y1 < region.y1 &&
         NearestSignTitle(run.text).has_value();
}

}  // namespace

double WordHeight(const std::vector<ReadWord>& words) {
  std::vector<double> heights;
  for (const ReadWord& word : words) {
    if (word.confidence >= kBelieved && word.text.size() > 2) heights.push_back(word.box.height());
  }
  if (heights.size() < kFewestWords) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::ranges::nth_element(heights, middle);
  return *middle;
}

std::optional<FootBlock> FindFootBlock(const std::vector<ReadWord>& words, double word_height,
                                       double width, double height) {
  const std::vector<Run> runs = RunsOf(words, word_height);
  const Run* anchor = nullptr;
  for (const Run& run : runs) {
    if (run.box.x0 < 0.45 * width && OpensRecipients(run)) {
      if (anchor == nullptr || run.box.y0 > anchor->box.y0) anchor = &run;
    }
  }
  const auto wide = [&](const Run& run) {
    return run.box.width() > 0.5 * width && run.confidence >= kBelieved;
  };
  double top = 0, bottom = height;
  for (const Run& run : runs) {
    if (!wide(run)) continue;
    if (anchor == nullptr || run.box.y1 < anchor->box.center_y()) {
      top = std::max(top, run.box.y1);
    } else if (run.box.y0 > anchor->box.center_y()) {
      bottom = std::min(bottom, run.box.y0);
    }
  }
  if (anchor != nullptr) {
    top = std::max(top, anchor->box.y0 - 5 * word_height);
    bottom = std::min(bottom, top + kMostHeight * height);
  }
  if (top == 0 || bottom - top < 5 * word_height) return std::nullopt;

  FootBlock block;
  block.region = {(anchor != nullptr ? 0.38 : 0.3) * width, top, width, bottom};
  const double left = anchor != nullptr ? anchor->box.x0 + 3 * word_height : 0.25 * width;
  for (const Run& run : runs) {
    const bool elsewhere = run.box.x0 < left || wide(run);
    if (!elsewhere || run.box.x1 < block.region.x0) continue;
    if (run.box.y1 < top || run.box.y0 > bottom) continue;
    for (const size_t i : run.words) {
      if (words[i].confidence >= 0.4) block.taken.push_back(words[i].box);
    }
  }
  block.sure = anchor != nullptr || std::ranges::any_of(runs, [&](const Run& run) {
                 return IsTitle(run, block.region);
               });
  return block;
}

}  // namespace vanthu::reading
