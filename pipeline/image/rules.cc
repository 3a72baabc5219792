#include "pipeline/image/rules.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/image/thin_ink.h"

namespace vanthu::image {
namespace {

constexpr double kMostThickness = 5;  // points
constexpr double kLeastLevel = 16;    // points; a bold capital is 12 wide
constexpr double kLeastUpright = 12;  // points; the tallest letters of a table are 10 high
constexpr double kLeastTable = 40;    // points of all upright lines together
constexpr int kContrast = 45;         // of 255, darker than both sides of the line
constexpr double kEnd = 3;            // points at an end over which its height is measured

int Pixels(double points, double dpi) {
  return std::max(1, static_cast<int>(std::lround(points * dpi / 72)));
}

// The runs of ink as long as a line is. A slanted line is a staircase: its steps are made to overlap
// before they are measured.
Image LongRuns(const Image& ink, bool level, double dpi) {
  const int length = Pixels(level ? kLeastLevel : kLeastUpright, dpi);
  const Image thick(level ? pixDilateBrick(nullptr, ink.get(), 1, 3)
                          : pixDilateBrick(nullptr, ink.get(), 3, 1));
  if (thick.empty()) return {};
  return Image(level ? pixOpenBrick(nullptr, thick.get(), length, 1)
                     : pixOpenBrick(nullptr, thick.get(), 1, length));
}

// Mean height (level) or distance from the left (upright) of a piece's ink over the first or last
// pixels along it.
double MeanAcross(PIX* piece, bool level, bool first, int end) {
  const int along = level ? pixGetWidth(piece) : pixGetHeight(piece);
  const int across = level ? pixGetHeight(piece) : pixGetWidth(piece);
  const int depth = std::min(end, along);
  double sum = 0;
  int count = 0;
  for (int i = 0; i < depth; ++i) {
    const int at = first ? i : along - 1 - i;
    for (int j = 0; j < across; ++j) {
      l_uint32 set = 0;
      pixGetPixel(piece, level ? at : j, level ? j : at, &set);
      if (set == 0) continue;
      sum += j;
      ++count;
    }
  }
  return count > 0 ? sum / count + 0.5 : across / 2.0;
}

// One line a connected piece. False where there are more than a page has.
bool Lines(const Image& runs, bool level, double dpi, std::vector<Ruling>& out) {
  int pieces = 0;
  pixCountConnComp(runs.get(), 8, &pieces);
  if (static_cast<size_t>(pieces) > kMostRules) return false;
  PIXA* shapes = nullptr;
  BOXA* boxes = pixConnCompPixa(runs.get(), &shapes, 8);
  const int end = Pixels(kEnd, dpi);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    PIX* shape = pixaGetPix(shapes, i, L_CLONE);
    const double from = MeanAcross(shape, level, true, end);
    const double to = MeanAcross(shape, level, false, end);
    pixDestroy(&shape);
    if (level) {
      out.push_back({static_cast<double>(x), y + from, static_cast<double>(x + width), y + to});
    } else {
      out.push_back({x + from, static_cast<double>(y), x + to, static_cast<double>(y + height)});
    }
  }
  boxaDestroy(&boxes);
  pixaDestroy(&shapes);
  return true;
}

// Whether there are as many upright lines as the smallest table has. Most pages have none, and half
// of the work is saved.
bool MayRule(const std::vector<Ruling>& upright, double dpi) {
  double length = 0;
  for (const Ruling& line : upright) length += line.y1 - line.y0;
  return upright.size() >= 2 && length >= Pixels(kLeastTable, dpi);
}

}  // namespace

Rules FindRules(const Image& grey, double dpi) {
  Rules out;
  for (const bool level : {false, true}) {
    // Shaded cells and the rim of the scanner go, lines inside them stay.
    const Image ink = ThinInk(grey, level ? Across::kLevel : Across::kUpright,
                              Pixels(kMostThickness, dpi) | 1, kContrast);
    if (ink.empty()) return {};
    Image runs = LongRuns(ink, level, dpi);
    if (runs.empty()) return {};
    if (!Lines(runs, level, dpi, level ? out.level : out.upright)) {
      out = {};
      out.too_many = true;
      return out;
    }
    (level ? out.level_ink : out.upright_ink) = std::move(runs);
    if (!level && !MayRule(out.upright, dpi)) return out;
  }
  return out;
}

std::vector<Ruling> RulingsOnPage(const Rules& rules, const PageMap& to_page) {
  std::vector<Ruling> out;
  for (const std::vector<Ruling>* lines : {&rules.level, &rules.upright}) {
    for (const Ruling& line : *lines) {
      const Point a = to_page.Apply({line.x0, line.y0}), b = to_page.Apply({line.x1, line.y1});
      out.push_back({a.x, a.y, b.x, b.y});
    }
  }
  return out;
}

void NoteRules(const Rules& rules, Page& page) {
  if (!rules.too_many) return;
  page.diagnostics.push_back({Severity::kInfo, "too_many_rules",
                              "more lines are drawn on the page than tables have; none was used",
                              page.number});
}

}  // namespace vanthu::image
