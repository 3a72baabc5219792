#include "pipeline/image/table_cells.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "models/document/lattice.h"

namespace vanthu::image {
namespace {

constexpr double kInset = 1.2;      // points: what is left of a worn line beside its place
constexpr int kMargin = 12;         // pixels of paper that the engine wants round text
constexpr double kLeastInk = 1.5;   // points: smaller specks are dust
constexpr int kInkContrast = 50;    // of 255, darker than paper (ink.cc)
constexpr size_t kFewestCells = 4;  // of what is read as a table

struct Frame {  // whole pixels
  int x = 0, y = 0, width = 0, height = 0;
};

// Where a box of the level page lies on this one, cut to its sides.
Frame OnPage(const Box& box, double slope, double scale, const Image& page) {
  const Box askew = Sheared(box, -slope);
  const auto clip = [](double value, int most) {
    return std::clamp(static_cast<int>(std::lround(value)), 0, most);
  };
  Frame out;
  out.x = clip(askew.x0 * scale, page.width());
  out.y = clip(askew.y0 * scale, page.height());
  out.width = clip(askew.x1 * scale, page.width()) - out.x;
  out.height = clip(askew.y1 * scale, page.height()) - out.y;
  return out;
}

Image Cut(const Image& page, const Frame& frame) {
  BOX* box = boxCreate(frame.x, frame.y, frame.width, frame.height);
  Image out(pixClipRectangle(page.get(), box, nullptr));
  boxDestroy(&box);
  return out;
}

// The grey value that most of the page has.
int PaperLevel(const Image& grey) {
  NUMA* histogram = pixGetGrayHistogram(grey.get(), 4);
  float paper = 255;
  numaHistogramGetValFromRank(histogram, 0.6F, &paper);
  numaDestroy(&histogram);
  return std::clamp(static_cast<int>(paper), 0, 255);
}

// More than dust.
bool HasInk(const Image& cell, int paper, double scale) {
  const Image ink(pixThresholdToBinary(cell.get(), std::max(1, paper - kInkContrast)));
  if (ink.empty()) return false;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  bool found = false;
  for (int i = 0; i < boxaGetCount(boxes) && !found; ++i) {
    int width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &width, &height);
    found = std::max(width, height) >= kLeastInk * scale;
  }
  boxaDestroy(&boxes);
  return found;
}

}  // namespace

CutTables CutOutTables(const Image& page, const Rules& rules, double dpi) {
  CutTables out;
  if (rules.level.size() < 3 || rules.upright.size() < 2) return out;
  const double scale = dpi / 72;
  std::vector<Ruling> rulings = RulingsOnPage(rules, Scaling(1 / scale, 1 / scale));
  const double slope = SlopeOf(rulings).value_or(0);
  for (Ruling& ruling : rulings) ruling = Sheared(ruling, slope);
  std::vector<Lattice> lattices = FindLattices(rulings);
  std::erase_if(lattices, [](const Lattice& l) { return l.cells.size() < kFewestCells; });
  if (lattices.empty()) return out;

  const Image clean(pixCopy(nullptr, page.get()));
  out.rest = Image(pixCopy(nullptr, page.get()));
  if (clean.empty() || out.rest.empty()) return {};
  const int paper = PaperLevel(page);
  for (const Image* ink : {&rules.level_ink, &rules.upright_ink}) {
    pixSetMasked(clean.get(), ink->get(), static_cast<l_uint32>(paper));
  }
  for (const Lattice& lattice : lattices) {
    for (const LatticeCell& cell : lattice.cells) {
      const Box inner = {cell.box.x0 + kInset, cell.box.y0 + kInset, cell.box.x1 - kInset,
                         cell.box.y1 - kInset};
      const Frame frame = OnPage(inner, slope, scale, page);
      if (frame.width <= 2 || frame.height <= 2) continue;
      Image image = Cut(clean, frame);
      if (image.empty() || !HasInk(image, paper, scale)) continue;
      Image framed(pixAddBorder(image.get(), kMargin, static_cast<l_uint32>(paper)));
      if (framed.empty()) continue;
      out.cells.push_back({std::move(framed), static_cast<double>(frame.x - kMargin),
                           static_cast<double>(frame.y - kMargin)});
    }
    for (const LatticeCell& cell : lattice.cells) {
      const Box outer = {cell.box.x0 - 1, cell.box.y0 - 1, cell.box.x1 + 1, cell.box.y1 + 1};
      const Frame frame = OnPage(outer, slope, scale, page);
      BOX* box = boxCreate(frame.x, frame.y, frame.width, frame.height);
      pixSetInRectArbitrary(out.rest.get(), box, static_cast<l_uint32>(paper));
      boxDestroy(&box);
    }
  }
  return out;
}

}  // namespace vanthu::image
