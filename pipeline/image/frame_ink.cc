#include "pipeline/image/frame_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/image/colour.h"

namespace vanthu::image {
namespace {

constexpr int kColoured = 160;    // of 255: channels that differ by 48 are a colour
constexpr int kInkContrast = 50;  // of 255, darker than paper (ink.cc)
constexpr double kRim = 2;        // points that a frame's lines reach beyond its place
constexpr double kBeside = 28;    // points beside a frame in which the letter's lines must go on
constexpr double kLeastBeside = 2.2;  // points of ink in a row there
constexpr size_t kFewestLines = 6;    // that margins are told from

uint8_t Value(const Image& grey, int x, int y) {
  x = std::clamp(x, 0, grey.width() - 1);
  y = std::clamp(y, 0, grey.height() - 1);
  const l_uint32* row =
      pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
  return static_cast<uint8_t>(GET_DATA_BYTE(row, x));
}

void Set(Image& grey, int x, int y, int value) {
  l_uint32* row = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
  SET_DATA_BYTE(row, x, static_cast<l_uint8>(value));
}

bool IsInk(const Image& ink, int x, int y) {
  if (x < 0 || y < 0 || x >= ink.width() || y >= ink.height()) return false;
  const l_uint32* row =
      pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink.get());
  return GET_DATA_BIT(row, x) != 0;
}

// The grey value that most of an image has.
int PaperLevel(const Image& grey) {
  NUMA* histogram = pixGetGrayHistogram(grey.get(), 2);
  float paper = 255;
  numaHistogramGetValFromRank(histogram, 0.7F, &paper);
  numaDestroy(&histogram);
  return std::clamp(static_cast<int>(paper), 1, 255);
}

Image InkOfCut(const Image& cut, int paper) {
  return Image(pixThresholdToBinary(cut.get(), std::max(1, paper - kInkContrast)));
}

// Letters of which the greater part is gone go as well, others come back whole. `lines` are neither.
template <typename Inside>
void MendLetters(Image& page, const Image& before, const Image& lines, const vanthu::Box& box,
                 Inside inside, int paper) {
  BOX* part = boxCreate(static_cast<int>(box.x0), static_cast<int>(box.y0),
                        static_cast<int>(box.width()), static_cast<int>(box.height()));
  Image old(pixClipRectangle(before.get(), part, nullptr));
  const Image is(pixClipRectangle(page.get(), part, nullptr));
  const Image drawn(pixClipRectangle(lines.get(), part, nullptr));
  boxDestroy(&part);
  if (old.empty() || is.empty() || drawn.empty()) return;
  const Image was = InkOfCut(old, paper);
  if (was.empty()) return;
  pixSubtract(was.get(), was.get(), drawn.get());
  const Image now = InkOfCut(is, paper);
  if (now.empty()) return;
  const int left = static_cast<int>(box.x0), top = static_cast<int>(box.y0);
  PIXA* shapes = nullptr;
  BOXA* boxes = pixConnCompPixa(was.get(), &shapes, 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    PIX* shape = pixaGetPix(shapes, i, L_CLONE);
    std::vector<std::pair<int, int>> pixels;
    int left_over = 0;
    for (int v = 0; v < height; ++v) {
      for (int u = 0; u < width; ++u) {
        l_uint32 set = 0;
        pixGetPixel(shape, u, v, &set);
        if (set == 0) continue;
        pixels.emplace_back(x + u, y + v);
        if (IsInk(now, x + u, y + v)) ++left_over;
      }
    }
    pixDestroy(&shape);
    if (left_over == 0) continue;
    const bool stays = 2 * static_cast<size_t>(left_over) > pixels.size();
    for (const auto& [u, v] : pixels) {
      if (!inside(left + u, top + v)) continue;
      Set(page, left + u, top + v, stays ? Value(old, u, v) : paper);
    }
  }
  boxaDestroy(&boxes);
  pixaDestroy(&shapes);
}

}  // namespace

Image LevelCut(const Image& page, const StampFrame& frame, double margin, double scale) {
  const int width = static_cast<int>((frame.width + 2 * margin) * scale);
  const int height = static_cast<int>((frame.height + 2 * margin) * scale);
  if (width < 3 || height < 3 || width > 4000 || height > 4000) return {};
  Image out(pixCreateNoInit(width, height, 8));
  if (out.empty()) return out;
  pixSetAll(out.get());
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Point at = frame.At((x + 0.5) / scale - margin, (y + 0.5) / scale - margin);
      const double px = at.x - 0.5, py = at.y - 0.5;
      if (px < 0 || py < 0 || px > page.width() - 1 || py > page.height() - 1) {
        Set(out, x, y, 255);
        continue;
      }
      const int left = static_cast<int>(px), top = static_cast<int>(py);
      const double u = px - left, v = py - top;
      const double value =
          (1 - v) * ((1 - u) * Value(page, left, top) + u * Value(page, left + 1, top)) +
          v * ((1 - u) * Value(page, left, top + 1) + u * Value(page, left + 1, top + 1));
      Set(out, x, y, static_cast<int>(std::lround(value)));
    }
  }
  return out;
}

Image WithoutRim(const Image& cut) {
  Image out(pixCopy(nullptr, cut.get()));
  const int paper = PaperLevel(cut);
  const Image ink = InkOfCut(cut, paper);
  if (out.empty() || ink.empty()) return {};
  PIXA* shapes = nullptr;
  BOXA* boxes = pixConnCompPixa(ink.get(), &shapes, 8);
  const int w = cut.width(), h = cut.height();
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    const bool at_side = x <= 0 || y <= 0 || x + width >= w || y + height >= h;
    const bool round = width > 0.85 * w || height > 0.85 * h;
    if (!at_side && !round) continue;
    PIX* shape = pixaGetPix(shapes, i, L_CLONE);
    PIX* grown = pixAddBorder(shape, 2, 0);
    PIX* wide = pixDilateBrick(nullptr, grown, 3, 3);
    pixSetMaskedGeneral(out.get(), wide, static_cast<l_uint32>(paper), x - 2, y - 2);
    pixDestroy(&wide);
    pixDestroy(&grown);
    pixDestroy(&shape);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&shapes);
  return out;
}

Image WithoutLines(const Image& cut, double dpi, double run) {
  Image out(pixCopy(nullptr, cut.get()));
  const int paper = PaperLevel(cut);
  const Image ink = InkOfCut(cut, paper);
  if (out.empty() || ink.empty()) return {};
  const Image lines = LineInk(ink, dpi, run);
  if (lines.empty()) return {};
  pixSetMasked(out.get(), lines.get(), static_cast<l_uint32>(paper));
  return out;
}

TextMargins FindMargins(const Image& ink, double dpi) {
  const Image small(pixReduceRankBinaryCascade(ink.get(), 1, 1, 0, 0));
  if (small.empty()) return {};
  const double scale = dpi / 72 / 4;
  const int blank = std::max(3, static_cast<int>(14 * scale));
  const Image lines(pixCloseSafeBrick(nullptr, small.get(), blank, 1));
  if (lines.empty()) return {};
  BOXA* boxes = pixConnCompBB(lines.get(), 4);
  std::vector<double> left, right;
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (width < 0.5 * lines.width() || height > 30 * scale) continue;
    left.push_back(x * 4.0);
    right.push_back((x + width) * 4.0);
  }
  boxaDestroy(&boxes);
  if (left.size() < kFewestLines) return {};
  const auto rank = [](std::vector<double>& values, double share) {
    const auto at = values.begin() +
                    static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
  };
  return {rank(left, 0.3), rank(right, 0.7)};
}

void TakeOff(Image& page, const Image& ink, const StampFrame& frame, const TextMargins& margins,
             double dpi, bool whole) {
  const double point = dpi / 72, rim = kRim * point;
  const Box box = frame.Bounds(rim);
  const int x0 = std::max(0, static_cast<int>(box.x0)), y0 = std::max(0, static_cast<int>(box.y0));
  const int x1 = std::min(page.width(), static_cast<int>(box.x1) + 1);
  const int y1 = std::min(page.height(), static_cast<int>(box.y1) + 1);
  if (x0 >= x1 || y0 >= y1) return;
  const int paper = PaperLevel(page);
  const bool known = margins.right > margins.left;
  const int from = known ? static_cast<int>(margins.left - 2 * point) : 0;
  const int to = known ? static_cast<int>(margins.right + 2 * point) : page.width();
  // A row is the letter's where there is print beside the frame, between the margins.
  std::vector<bool> kept(static_cast<size_t>(y1 - y0), false);
  const int reach = static_cast<int>(kBeside * point), gap = static_cast<int>(rim);
  for (int y = y0; y < y1 && !whole; ++y) {
    int beside = 0;
    for (int d = gap; d < reach; ++d) {
      if (x1 + d < to && IsInk(ink, x1 + d, y)) ++beside;
      if (x0 - d > from && IsInk(ink, x0 - d, y)) ++beside;
    }
    if (beside < kLeastBeside * point) continue;
    const int around = static_cast<int>(2.5 * point);
    for (int k = std::max(y0, y - around); k <= std::min(y1 - 1, y + around); ++k) {
      kept[static_cast<size_t>(k - y0)] = true;
    }
  }
  const Image lines = LineInk(ink, dpi, 16);
  const Image before(pixCopy(nullptr, page.get()));
  if (lines.empty() || before.empty()) return;
  const auto inside = [&](int x, int y) {
    const double dx = x + 0.5 - frame.middle.x, dy = y + 0.5 - frame.middle.y;
    const double u = dx + frame.slope * dy, v = dy - frame.slope * dx;
    return std::abs(u) <= frame.width / 2 + rim && std::abs(v) <= frame.height / 2 + rim;
  };
  const auto is_text = [&](int x, int y) {
    return kept[static_cast<size_t>(y - y0)] && x >= from && x <= to;
  };
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      if (inside(x, y) && (!is_text(x, y) || IsInk(lines, x, y))) Set(page, x, y, paper);
    }
  }
  if (!whole)
    MendLetters(page, before, lines,
                {static_cast<double>(x0), static_cast<double>(y0), static_cast<double>(x1),
                 static_cast<double>(y1)},
                inside, paper);
}

void TakeOffDifference(Image& page, const StampFrame& frame, const Image& cut, const Image& without,
                       double scale) {
  if (cut.width() != without.width() || cut.height() != without.height()) return;
  const Box box = frame.Bounds();
  const int x0 = std::max(0, static_cast<int>(box.x0)), y0 = std::max(0, static_cast<int>(box.y0));
  const int x1 = std::min(page.width(), static_cast<int>(box.x1) + 1);
  const int y1 = std::min(page.height(), static_cast<int>(box.y1) + 1);
  const int paper = PaperLevel(page);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const double dx = x + 0.5 - frame.middle.x, dy = y + 0.5 - frame.middle.y;
      const double u = dx + frame.slope * dy + frame.width / 2;
      const double v = dy - frame.slope * dx + frame.height / 2;
      const int i = static_cast<int>(std::floor(u * scale));
      const int j = static_cast<int>(std::floor(v * scale));
      if (i < 0 || j < 0 || i >= cut.width() || j >= cut.height()) continue;
      if (Value(without, i, j) > Value(cut, i, j)) Set(page, x, y, paper);
    }
  }
}

void TakeOffInk(Image& page, const Image& ink, const StampFrame& frame, double dpi) {
  const Image wide(pixDilateBrick(nullptr, ink.get(), 3, 3));
  if (wide.empty()) return;
  const Box box = frame.Bounds(kRim * dpi / 72);
  const int x0 = std::max(0, static_cast<int>(box.x0)), y0 = std::max(0, static_cast<int>(box.y0));
  const int x1 = std::min(page.width(), static_cast<int>(box.x1) + 1);
  const int y1 = std::min(page.height(), static_cast<int>(box.y1) + 1);
  const int paper = PaperLevel(page);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      if (IsInk(wide, x, y)) Set(page, x, y, paper);
    }
  }
}

Image ColouredInk(const Raster& scanned, const Prepared& prepared) {
  if (!HasColour(scanned)) return {};
  Raster one{scanned.width, scanned.height, 1, scanned.dpi, {}};
  one.pixels.resize(scanned.pixels.size() / 3);
  for (size_t i = 0; i < one.pixels.size(); ++i) {
    const auto [least, most] =
        std::minmax({scanned.pixels[3 * i], scanned.pixels[3 * i + 1], scanned.pixels[3 * i + 2]});
    one.pixels[i] = static_cast<uint8_t>(255 - std::min(255, 2 * (most - least)));
  }
  const Result<Image> layer = GreyFromRaster(one);
  return layer ? Alike(*layer, prepared) : Image();
}

Image InkOfColour(const Image& coloured) {
  return Image(pixThresholdToBinary(coloured.get(), kColoured));
}

}  // namespace vanthu::image
