#include "pipeline/image/uncovered.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace vanthu::image {
namespace {

// Measures of letters as shares of the height of a word with its marks.
constexpr double kLeastHeight = 0.33, kMostHeight = 1.5;
constexpr double kLeastWidth = 0.08, kMostWidth = 5;  // bold print touches: a syllable is one blob
constexpr double kMostGap = 1.5;                      // between the letters of a row
// Pieces of ink of a page: a dense A3 table has 15,000, with more they are specks or a picture.
constexpr int kMostBlobs = 40'000;
// Of a letter's box that must lie under a word's, and how far a word's marks reach out of its box, in heights of words.
constexpr double kUnder = 0.5, kReach = 0.2;

void Grow(Box& box, int x, int y) {
  box.x0 = std::min(box.x0, static_cast<double>(x));
  box.y0 = std::min(box.y0, static_cast<double>(y));
  box.x1 = std::max(box.x1, static_cast<double>(x + 1));
  box.y1 = std::max(box.y1, static_cast<double>(y + 1));
}

}  // namespace

Blobs BlobsOf(const InkPatch& patch, float threshold) {
  Blobs out;
  out.label.assign(patch.ink.size(), -1);
  std::vector<int> open;
  for (size_t start = 0; start < patch.ink.size(); ++start) {
    if (out.label[start] >= 0 || patch.ink[start] < threshold) continue;
    const int number = static_cast<int>(out.blobs.size());
    Blob blob;
    blob.box = {1e9, 1e9, -1, -1};
    open.assign(1, static_cast<int>(start));
    out.label[start] = number;
    while (!open.empty()) {
      const int at = open.back();
      open.pop_back();
      ++blob.area;
      const int x = at % patch.width, y = at / patch.width;
      Grow(blob.box, x, y);
      for (int ny = std::max(0, y - 1); ny <= std::min(patch.height - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(patch.width - 1, x + 1); ++nx) {
          const int next = ny * patch.width + nx;
          int& label = out.label[static_cast<size_t>(next)];
          if (label >= 0 || patch.ink[static_cast<size_t>(next)] < threshold) continue;
          label = number;
          open.push_back(next);
        }
      }
    }
    out.blobs.push_back(blob);
  }
  return out;
}

void Erase(InkPatch& patch, const Blobs& blobs, const std::vector<bool>& gone) {
  const int w = patch.width, h = patch.height;
  const auto goes = [&](int x, int y) {
    const int label = blobs.label[static_cast<size_t>(y * w + x)];
    return label >= 0 && gone[static_cast<size_t>(label)];
  };
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      const int label = blobs.label[static_cast<size_t>(y * w + x)];
      if (label >= 0 && !gone[static_cast<size_t>(label)]) continue;
      // The pale edge of what goes, goes as well.
      bool beside = false;
      for (int ny = std::max(0, y - 1); ny <= std::min(h - 1, y + 1) && !beside; ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(w - 1, x + 1) && !beside; ++nx) {
          beside = goes(nx, ny);
        }
      }
      if (beside) patch.ink[static_cast<size_t>(y * w + x)] = 0;
    }
  }
}

bool IsLetterSized(const Blob& blob, double word) {
  return blob.box.height() >= kLeastHeight * word && blob.box.height() <= kMostHeight * word &&
         blob.box.width() >= kLeastWidth * word && blob.box.width() <= kMostWidth * word;
}

std::vector<TextRow> RowsOf(const std::vector<Blob>& blobs, double word, size_t fewest) {
  std::vector<int> order;
  for (size_t i = 0; i < blobs.size(); ++i) {
    if (IsLetterSized(blobs[i], word)) order.push_back(static_cast<int>(i));
  }
  const auto box = [&](int i) -> const Box& { return blobs[static_cast<size_t>(i)].box; };
  std::ranges::sort(order, [&](int a, int b) { return box(a).x0 < box(b).x0; });
  std::vector<TextRow> open, rows;
  const auto close = [&](TextRow row) {
    if (row.letters.size() >= fewest && row.box.width() >= 1.5 * word)
      rows.push_back(std::move(row));
  };
  for (const int letter : order) {
    const Box& here = box(letter);
    TextRow* best = nullptr;
    double most = 0.4;
    for (size_t i = 0; i < open.size();) {
      if (here.x0 - open[i].box.x1 > kMostGap * word) {
        close(std::exchange(open[i], std::move(open.back())));
        open.pop_back();
        continue;
      }
      // Against the last letters: a row may climb.
      Box last = box(open[i].letters.back());
      if (open[i].letters.size() > 1) last = Union(last, box(*(open[i].letters.end() - 2)));
      const double overlap = VerticalOverlap(last, here) / std::min(last.height(), here.height());
      if (overlap > most) {
        most = overlap;
        best = &open[i];
      }
      ++i;
    }
    if (best == nullptr) {
      open.push_back({here, {letter}});
    } else {
      best->box = Union(best->box, here);
      best->letters.push_back(letter);
    }
  }
  for (TextRow& row : open) close(std::move(row));
  std::ranges::sort(rows, {}, [](const TextRow& row) { return row.box.y0; });
  return rows;
}

PageCoverage CoverageOf(const Image& grey, std::span<const Box> covered, double word,
                        size_t fewest) {
  PageCoverage out;
  const Image ink = Binarize(grey);
  if (ink.empty()) return out;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  const int count = boxaGetCount(boxes);
  std::vector<Blob> open;
  for (int i = 0; i < count && count <= kMostBlobs; ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const Blob blob{{static_cast<double>(x), static_cast<double>(y), static_cast<double>(x + w),
                     static_cast<double>(y + h)},
                    w * h};
    if (!IsLetterSized(blob, word)) continue;
    ++out.letters;
    const bool under = std::ranges::any_of(covered, [&](Box box) {
      box = {box.x0 - kReach * word, box.y0 - kReach * word, box.x1 + kReach * word,
             box.y1 + kReach * word};
      return HorizontalOverlap(box, blob.box) * VerticalOverlap(box, blob.box) >=
             kUnder * blob.box.width() * blob.box.height();
    });
    if (under) {
      ++out.covered;
    } else {
      open.push_back(blob);
    }
  }
  boxaDestroy(&boxes);
  out.rows = RowsOf(open, word, fewest);
  return out;
}

}  // namespace vanthu::image
