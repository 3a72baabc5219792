#include "pipeline/image/stamp_form.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "pipeline/image/frames.h"

namespace vanthu::image {
namespace {

constexpr int kInkContrast = 50;  // of 255, darker than paper (ink.cc)
constexpr double kDot = 2.2;      // points, of a dot's sides; of dots that run together the height
constexpr double kOffLine = 1.6;  // points by which a dot lies beside its line
constexpr double kMostTogether = 45;  // points of dots that run together
constexpr double kRun = 12;           // points of a line without a gap
constexpr double kLeastDots = 0.12;   // of the width, dots of a dotted line
constexpr double kNoSide = 0.26;      // of the width that ĐẾN takes where no line parts it off
constexpr double kLeastSide = 0.75;  // share of the line beside ĐẾN that is drawn; a stem has 0.6
constexpr double kPitch = 7;         // points between two entries at least
constexpr double kLeastLine = 0.55;  // share of a dividing line that is drawn

Image InkOfCut(const Image& cut) {
  NUMA* histogram = pixGetGrayHistogram(cut.get(), 2);
  float paper = 255;
  numaHistogramGetValFromRank(histogram, 0.7F, &paper);
  numaDestroy(&histogram);
  return Image(
      pixThresholdToBinary(cut.get(), std::max(1, static_cast<int>(paper) - kInkContrast)));
}

// Pixels of ink in each row (or column) of a part, a line thick: those of three neighbours count as one.
std::vector<double> Profile(const Image& ink, const Box& part, bool rows) {
  const int x0 = static_cast<int>(part.x0), x1 = static_cast<int>(part.x1);
  const int y0 = static_cast<int>(part.y0), y1 = static_cast<int>(part.y1);
  std::vector<double> out(static_cast<size_t>(std::max(0, rows ? y1 - y0 : x1 - x0)), 0);
  for (int y = y0; y < y1; ++y) {
    const l_uint32* row =
        pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink.get());
    for (int x = x0; x < x1; ++x) {
      if (GET_DATA_BIT(row, x)) ++out[static_cast<size_t>(rows ? y - y0 : x - x0)];
    }
  }
  return out;
}

// Place of the strongest line in a part, and its share of the part's length.
struct Divider {
  double at = 0, share = 0;
};

Divider FindDivider(const Image& lines, const Box& part, bool level) {
  Divider best;
  const std::vector<double> profile = Profile(lines, part, level);
  const double length = level ? part.width() : part.height();
  for (size_t i = 0; i < profile.size(); ++i) {
    if (profile[i] / length <= best.share) continue;
    best.share = profile[i] / length;
    best.at = (level ? part.y0 : part.x0) + static_cast<double>(i) + 0.5;
  }
  return best;
}

struct Speck {
  double x0 = 0, x1 = 0, y0 = 0, y1 = 0, y = 0;
};

// Ink no higher than a dot, also where it touches what is written over it.
Image ThinInk(const Image& ink, double dpi) {
  const int high = std::max(3, static_cast<int>(std::lround(kDot * dpi / 72)));
  const Image strokes(pixOpenBrick(nullptr, ink.get(), 1, high));
  if (strokes.empty()) return {};
  return Image(pixSubtract(nullptr, ink.get(), strokes.get()));
}

std::vector<Speck> Specks(const Image& thin, double dpi) {
  const double point = dpi / 72;
  std::vector<Speck> out;
  BOXA* boxes = pixConnCompBB(thin.get(), 8);
  for (int i = 0; i < boxaGetCount(boxes); ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    if (height > kDot * point || width > kMostTogether * point) continue;
    out.push_back({static_cast<double>(x), static_cast<double>(x + width), static_cast<double>(y),
                   static_cast<double>(y + height), y + height / 2.0});
  }
  boxaDestroy(&boxes);
  return out;
}

bool Inside(const Speck& speck, const Box& box) {
  return speck.x0 >= box.x0 && speck.x1 <= box.x1 && speck.y >= box.y0 && speck.y <= box.y1;
}

// Heights at which the most dots lie, each with its reach.
std::vector<DottedLine> FindDotted(const std::vector<Speck>& specks, const std::vector<Speck>& dots,
                                   const Box& part, double dpi) {
  const double point = dpi / 72;
  std::vector<double> weight(static_cast<size_t>(std::max(1.0, part.y1)) + 2, 0);
  for (const Speck& speck : specks) {
    if (!Inside(speck, part)) continue;
    const auto y = static_cast<size_t>(speck.y);
    for (size_t k = y > 0 ? y - 1 : 0; k <= y + 1 && k < weight.size(); ++k) {
      weight[k] += std::max(point, speck.x1 - speck.x0);
    }
  }
  std::vector<DottedLine> out;
  while (out.size() < 5) {
    const auto most = std::max_element(weight.begin(), weight.end());
    if (*most < kLeastDots * part.width()) break;
    DottedLine line;
    line.y = static_cast<double>(most - weight.begin()) + 0.5;
    line.x0 = part.x1;
    for (const std::vector<Speck>* found : {&dots, &specks}) {
      for (const Speck& speck : *found) {
        if (!Inside(speck, part) || std::abs(speck.y - line.y) > 1.3 * point) continue;
        line.x0 = std::min(line.x0, speck.x0);
        line.x1 = std::max(line.x1, speck.x1);
      }
      if (line.x1 - line.x0 > 0.25 * part.width()) break;
    }
    const auto reach = static_cast<std::ptrdiff_t>(kPitch * point);
    const std::ptrdiff_t at = most - weight.begin();
    const auto size = static_cast<std::ptrdiff_t>(weight.size());
    std::fill(weight.begin() + std::max<std::ptrdiff_t>(0, at - reach),
              weight.begin() + std::min(size, at + reach + 1), 0.0);
    if (line.x1 - line.x0 > 0.25 * part.width()) out.push_back(line);
  }
  std::sort(out.begin(), out.end(),
            [](const DottedLine& a, const DottedLine& b) { return a.y < b.y; });
  return out;
}

}  // namespace

std::optional<StampForm> FindStampForm(const Image& cut, double dpi) {
  const Image ink = InkOfCut(cut);
  if (ink.empty()) return std::nullopt;
  const Image lines = LineInk(ink, dpi, kRun);
  if (lines.empty()) return std::nullopt;
  const double w = cut.width(), h = cut.height(), point = dpi / 72;
  // Not the frame's own lines.
  const double rim = 5 * point;
  const Divider across = FindDivider(lines, {rim, rim, w - rim, 0.5 * h}, true);
  const double top = across.share >= kLeastLine ? across.at : 0;
  const Divider beside = FindDivider(lines, {0.15 * w, top + rim, 0.5 * w, h - rim}, false);
  if (top == 0 && beside.share < kLeastSide) return std::nullopt;
  StampForm form;
  const double side = beside.share >= kLeastSide ? beside.at : kNoSide * w;
  form.office = {0, 0, w, top};
  form.side = {0, top, side, h};
  form.entries = {side + 1.5 * point, top + 1.5 * point, w - 2 * point, h - point};
  const Image thin = ThinInk(ink, dpi);
  if (!thin.empty())
    form.lines = FindDotted(Specks(thin, dpi), Specks(ink, dpi), form.entries, dpi);
  return form;
}

Image WithoutDots(const Image& cut, const StampForm& form, double dpi) {
  Image out(pixCopy(nullptr, cut.get()));
  const Image ink = InkOfCut(cut);
  if (out.empty() || ink.empty()) return {};
  const Image thin = ThinInk(ink, dpi);
  if (thin.empty()) return out;
  const double point = dpi / 72;
  // Dots that touch what is written are small parts of it; alone they may run together.
  for (const auto& [specks, widest] :
       {std::pair{Specks(ink, dpi), kMostTogether}, std::pair{Specks(thin, dpi), kDot * 1.2}}) {
    for (const Speck& speck : specks) {
      if (speck.x1 - speck.x0 > widest * point) continue;
      const bool dot = std::any_of(
          form.lines.begin(), form.lines.end(),
          [&](const DottedLine& line) { return std::abs(speck.y - line.y) < kOffLine * point; });
      if (!dot) continue;
      BOX* box = boxCreate(static_cast<int>(speck.x0) - 1, static_cast<int>(speck.y0) - 1,
                           static_cast<int>(speck.x1 - speck.x0) + 2,
                           static_cast<int>(speck.y1 - speck.y0) + 2);
      pixSetInRectArbitrary(out.get(), box, 255);
      boxDestroy(&box);
    }
  }
  return out;
}

void ClearPart(Image& cut, const Box& part) {
  BOX* box = boxCreate(static_cast<int>(part.x0), static_cast<int>(part.y0),
                       static_cast<int>(part.width()), static_cast<int>(part.height()));
  pixSetInRectArbitrary(cut.get(), box, 255);
  boxDestroy(&box);
}

Image PartOfCut(const Image& cut, const Box& part, int margin) {
  const int x = std::max(0, static_cast<int>(part.x0)), y = std::max(0, static_cast<int>(part.y0));
  const int width = std::min(cut.width(), static_cast<int>(part.x1)) - x;
  const int height = std::min(cut.height(), static_cast<int>(part.y1)) - y;
  if (width < 4 || height < 4) return {};
  BOX* box = boxCreate(x, y, width, height);
  const Image inner(pixClipRectangle(cut.get(), box, nullptr));
  boxDestroy(&box);
  if (inner.empty()) return {};
  return Image(pixAddBorder(inner.get(), margin, 255));
}

}  // namespace vanthu::image
