#include "pipeline/image/table_cells.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "models/document/lattice.h"

namespace vanthu::image {
namespace {

constexpr double kInset = 1.2;       // points: what is left of a worn line beside its place
constexpr double kOutset = 1;        // points: half of a line's thickness
constexpr double kInkRim = 3;        // points of the cell that are kept round its ink
constexpr int kMargin = 12;          // pixels of paper that the engine wants round text
constexpr double kLeastInk = 1.5;    // points: smaller specks are dust
constexpr int kInkContrast = 50;     // of 255, darker than paper (ink.cc)
constexpr size_t kFewestCells = 4;   // of what is read as a table
constexpr size_t kMostCells = 1000;  // of a page; squared paper has more, and each costs a reading

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

// What holds the cell's ink and a rim, in its pixels; none where there is only dust.
std::optional<Frame> FindInk(const Image& cell, int paper, double scale) {
  const Image ink(pixThresholdToBinary(cell.get(), std::max(1, paper - kInkContrast)));
  if (ink.empty()) return std::nullopt;
  BOXA* boxes = pixConnCompBB(ink.get(), 8);
  int x0 = cell.width(), y0 = cell.height(), x1 = 0, y1 = 0;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (std::max(width, height) < kLeastInk * scale) continue;
    x0 = std::min(x0, x), y0 = std::min(y0, y);
    x1 = std::max(x1, x + width), y1 = std::max(y1, y + height);
  }
  boxaDestroy(&boxes);
  if (x0 >= x1) return std::nullopt;
  const int rim = static_cast<int>(std::lround(kInkRim * scale));
  x0 = std::max(0, x0 - rim), y0 = std::max(0, y0 - rim);
  return Frame{x0, y0, std::min(cell.width(), x1 + rim) - x0,
               std::min(cell.height(), y1 + rim) - y0};
}

// The cell on the page whose lines are painted over; none where nothing is written in it.
std::optional<CellImage> CutCell(const Image& clean, Frame frame, int paper, double scale) {
  if (frame.width <= 2 || frame.height <= 2) return std::nullopt;
  const Image whole = Cut(clean, frame);
  if (whole.empty()) return std::nullopt;
  const std::optional<Frame> ink = FindInk(whole, paper, scale);
  if (!ink) return std::nullopt;
  const Image inked = Cut(whole, *ink);
  if (inked.empty()) return std::nullopt;
  CellImage out;
  out.image = Image(pixAddBorder(inked.get(), kMargin, static_cast<l_uint32>(paper)));
  if (out.image.empty()) return std::nullopt;
  out.x = frame.x + ink->x - kMargin;
  out.y = frame.y + ink->y - kMargin;
  return out;
}

void PaintOver(Image& page, const Frame& frame, int paper) {
  BOX* box = boxCreate(frame.x, frame.y, frame.width, frame.height);
  pixSetInRectArbitrary(page.get(), box, static_cast<l_uint32>(paper));
  boxDestroy(&box);
}

Box Grown(const Box& box, double by) {
  return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
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
  size_t cells = 0;
  for (const Lattice& lattice : lattices) cells += lattice.cells.size();
  if (cells == 0 || cells > kMostCells) return out;

  const Image clean(pixCopy(nullptr, page.get()));
  out.rest = Image(pixCopy(nullptr, page.get()));
  if (clean.empty() || out.rest.empty()) return {};
  const int paper = PaperLevel(page);
  for (const Image* ink : {&rules.level_ink, &rules.upright_ink}) {
    pixSetMasked(clean.get(), ink->get(), static_cast<l_uint32>(paper));
  }
  for (const Lattice& lattice : lattices) {
    for (const LatticeCell& cell : lattice.cells) {
      const Frame inner = OnPage(Grown(cell.box, -kInset), slope, scale, page);
      if (auto cut = CutCell(clean, inner, paper, scale)) out.cells.push_back(*std::move(cut));
      PaintOver(out.rest, OnPage(Grown(cell.box, kOutset), slope, scale, page), paper);
    }
  }
  return out;
}

}  // namespace vanthu::image
