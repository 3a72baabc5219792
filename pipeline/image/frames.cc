#include "pipeline/image/frames.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace vanthu::image {
namespace {

// Points. A word's stamp is 20 x 8 to 40 x 8 mm, the receiving one 50 x 35 (Decree 30/2020, Annex I).
constexpr double kLeastWidth = 34, kMostWidth = 230;
constexpr double kLeastHeight = 12, kMostHeight = 170;
constexpr double kLineRun = 10;       // points of a line without a gap; a bold capital's stem is 9
constexpr double kMostGap = 34;       // points between two pieces of one worn line
constexpr double kReach = 1.1;        // points by which ink may lie beside a side's place
constexpr double kCorner = 4;         // points by which two sides may miss a corner
constexpr double kMostSlope = 0.07;   // of a stamp set by hand
constexpr double kGoesOn = 7;         // points over which a line is followed beyond a corner
constexpr size_t kMostLines = 400;    // of one direction; a page of tables has more
constexpr double kLeastSide = 0.55;   // of three sides, their share of ink
constexpr double kLeastDrawn = 0.62;  // of the whole outline

int Pixels(double points, double dpi) {
  return std::max(1, static_cast<int>(std::lround(points * dpi / 72)));
}

// Runs of ink as long as a line; a slanted line is a staircase whose steps are made to overlap.
Image Runs(const Image& ink, bool level, double dpi, double run) {
  const int length = Pixels(run, dpi);
  const Image thick(level ? pixDilateBrick(nullptr, ink.get(), 1, 3)
                          : pixDilateBrick(nullptr, ink.get(), 3, 1));
  if (thick.empty()) return {};
  return Image(level ? pixOpenBrick(nullptr, thick.get(), length, 1)
                     : pixOpenBrick(nullptr, thick.get(), 1, length));
}

// A line along its direction: from `begin` to `end`, at `at` across in its middle, leaning by `slope`.
// Upright lines are kept with x and y exchanged.
struct Stroke {
  double begin = 0, end = 0, at = 0, slope = 0;
  double length() const { return end - begin; }
  double middle() const { return (begin + end) / 2; }
  double Across(double along) const { return at + slope * (along - middle()); }
};

// Least squares through the ink of one piece.
std::optional<Stroke> Fitted(PIX* piece, int x, int y, bool level, double dpi) {
  const int along = level ? pixGetWidth(piece) : pixGetHeight(piece);
  const int across = level ? pixGetHeight(piece) : pixGetWidth(piece);
  if (across > Pixels(4, dpi) + static_cast<int>(kMostSlope * 1.5 * along)) return std::nullopt;
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  const l_uint32* data = pixGetData(piece);
  const int stride = pixGetWpl(piece);
  for (int j = 0; j < pixGetHeight(piece); ++j) {
    const l_uint32* row = data + static_cast<std::ptrdiff_t>(j) * stride;
    for (int i = 0; i < pixGetWidth(piece); ++i) {
      if (!GET_DATA_BIT(row, i)) continue;
      const double u = level ? i : j, v = level ? j : i;
      n += 1, sx += u, sy += v, sxx += u * u, sxy += u * v;
    }
  }
  const double spread = n * sxx - sx * sx;
  if (n < 8 || spread <= 0) return std::nullopt;
  Stroke out;
  out.slope = (n * sxy - sx * sy) / spread;
  if (std::abs(out.slope) > kMostSlope * 1.5) return std::nullopt;
  out.begin = level ? x : y;
  out.end = out.begin + along;
  out.at = (level ? y : x) + sy / n + out.slope * (along / 2.0 - sx / n) + 0.5;
  return out;
}

// Pieces of one worn line are one, the longest first.
std::vector<Stroke> Joined(std::vector<Stroke> pieces, double dpi) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Stroke& a, const Stroke& b) { return a.length() > b.length(); });
  const double gap = kMostGap * dpi / 72, beside = kReach * dpi / 72;
  std::vector<bool> gone(pieces.size(), false);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (gone[i]) continue;
    for (bool grown = true; grown;) {
      grown = false;
      for (size_t k = i + 1; k < pieces.size(); ++k) {
        const Stroke &line = pieces[i], &piece = pieces[k];
        if (gone[k] || piece.begin > line.end + gap || piece.end < line.begin - gap) continue;
        if (std::abs(piece.at - line.Across(piece.middle())) > beside) continue;
        Stroke both = line;
        both.begin = std::min(line.begin, piece.begin);
        both.end = std::max(line.end, piece.end);
        const bool apart = piece.begin >= line.end || piece.end <= line.begin;
        if (apart) both.slope = (piece.at - line.at) / (piece.middle() - line.middle());
        both.at = line.at + both.slope * (both.middle() - line.middle());
        pieces[i] = both;
        gone[k] = grown = true;
      }
    }
  }
  std::vector<Stroke> out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!gone[i] && std::abs(pieces[i].slope) <= kMostSlope) out.push_back(pieces[i]);
  }
  return out;
}

std::vector<Stroke> Strokes(const Image& runs, bool level, double dpi) {
  PIXA* shapes = nullptr;
  BOXA* boxes = pixConnCompPixa(runs.get(), &shapes, 8);
  std::vector<Stroke> out;
  const int count = boxaGetCount(boxes);
  for (int i = 0; i < count && static_cast<size_t>(count) <= 4 * kMostLines; ++i) {
    int x = 0, y = 0, width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &width, &height);
    PIX* shape = pixaGetPix(shapes, i, L_CLONE);
    if (const auto stroke = Fitted(shape, x, y, level, dpi)) out.push_back(*stroke);
    pixDestroy(&shape);
  }
  boxaDestroy(&boxes);
  pixaDestroy(&shapes);
  out = Joined(std::move(out), dpi);
  if (out.size() > kMostLines) out.resize(kMostLines);
  return out;
}

bool IsInk(const Image& image, int x, int y) {
  if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) return false;
  const l_uint32* row =
      pixGetData(image.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(image.get());
  return GET_DATA_BIT(row, x) != 0;
}

// Share of the way from a to b at which there is ink of `runs` within `reach` across.
double Drawn(const Image& runs, Point a, Point b, bool level, int reach) {
  const double length = std::max(std::abs(b.x - a.x), std::abs(b.y - a.y));
  const int steps = std::max(1, static_cast<int>(length / 2));
  int seen = 0;
  for (int i = 0; i <= steps; ++i) {
    const double share = static_cast<double>(i) / steps;
    const int x = static_cast<int>(std::lround(a.x + share * (b.x - a.x)));
    const int y = static_cast<int>(std::lround(a.y + share * (b.y - a.y)));
    bool found = false;
    for (int d = -reach; d <= reach && !found; ++d) {
      found = level ? IsInk(runs, x, y + d) : IsInk(runs, x + d, y);
    }
    seen += found ? 1 : 0;
  }
  return static_cast<double>(seen) / (steps + 1);
}

class FrameFinder {
 public:
  FrameFinder(const Image& ink, double dpi)
      : dpi_(dpi),
        level_(Runs(ink, true, dpi, kLineRun)),
        upright_(Runs(ink, false, dpi, kLineRun)) {}

  std::vector<StampFrame> Find() {
    if (level_.empty() || upright_.empty()) return {};
    const std::vector<Stroke> upright = Strokes(upright_, false, dpi_);
    if (upright.empty()) return {};
    FromPairs(Strokes(level_, true, dpi_), true);
    FromPairs(upright, false);
    std::sort(found_.begin(), found_.end(), [](const StampFrame& a, const StampFrame& b) {
      return a.width * a.height > b.width * b.height;
    });
    return Distinct();
  }

 private:
  double Points(double points) const { return points * dpi_ / 72; }

  // Two lines that run side by side, as long as each other, may be opposite sides.
  void FromPairs(const std::vector<Stroke>& lines, bool level) {
    const double shortest = Points(level ? kLeastWidth : kLeastHeight);
    const double longest = Points(level ? kMostWidth : kMostHeight);
    const double near = Points(level ? kLeastHeight : kLeastWidth);
    const double far = Points(level ? kMostHeight : kMostWidth);
    for (const Stroke& a : lines) {
      if (a.length() < shortest * 0.8 || a.length() > longest) continue;
      for (const Stroke& b : lines) {
        const double apart = b.at - a.at;
        if (apart < near || apart > far || b.length() < shortest * 0.8) continue;
        if (std::abs(a.slope - b.slope) > 0.025) continue;
        const double slope =
            (a.slope * a.length() + b.slope * b.length()) / (a.length() + b.length());
        // Sides of a rectangle: the farther one is shifted against the lean.
        const double shift = -slope * apart;
        const double corner = Points(kCorner);
        const bool starts = std::abs(b.begin - a.begin - shift) < corner;
        const bool ends = std::abs(b.end - a.end - shift) < corner;
        if (!starts && !ends) continue;
        // One of two worn lines may be short at one end.
        const double begin =
            starts ? (a.begin + b.begin - shift) / 2 : std::min(a.begin, b.begin - shift);
        const double end = ends ? (a.end + b.end - shift) / 2 : std::max(a.end, b.end - shift);
        if (end - begin < shortest || end - begin > longest) continue;
        const Point first{begin, a.Across(begin)};
        Add(first, end - begin, apart, slope, level);
      }
    }
  }

  // `corner`: where the nearer line begins; along, apart: of the sides.
  void Add(Point corner, double along, double apart, double slope, bool level) {
    StampFrame frame;
    frame.slope = level ? slope : -slope;
    frame.width = level ? along : apart;
    frame.height = level ? apart : along;
    const Point top_left = level ? corner : Point{corner.y, corner.x};
    frame.middle = {top_left.x + frame.width / 2 - frame.slope * frame.height / 2,
                    top_left.y + frame.height / 2 + frame.slope * frame.width / 2};
    if (frame.width < 0.8 * frame.height) return;
    Judge(frame);
  }

  void Judge(StampFrame frame) {
    const int reach = std::max(2, Pixels(kReach, dpi_));
    const double w = frame.width, h = frame.height;
    const std::array<Point, 4> corner = {frame.At(0, 0), frame.At(w, 0), frame.At(w, h),
                                         frame.At(0, h)};
    std::array<double, 4> side{};
    for (size_t i = 0; i < 4; ++i) {
      const bool level = i % 2 == 0;
      side[i] = Drawn(level ? level_ : upright_, corner[i], corner[(i + 1) % 4], level, reach);
    }
    // What the scanner's edge cut off cannot be missed.
    const double edge = Points(3);
    if (frame.middle.x - w / 2 < edge) side[3] = std::max(side[3], 0.7);
    if (frame.middle.x + w / 2 > level_.width() - edge) side[1] = std::max(side[1], 0.7);
    std::array<double, 4> sorted = side;
    std::sort(sorted.begin(), sorted.end());
    frame.drawn = std::accumulate(side.begin(), side.end(), 0.0) / 4;
    if (sorted[1] < kLeastSide || frame.drawn < kLeastDrawn) return;
    if (GoesOn(frame) >= 2) return;
    found_.push_back(frame);
  }

  // How many of its lines go on beyond a corner, as those of a table's cells do.
  int GoesOn(const StampFrame& frame) const {
    const int reach = std::max(2, Pixels(kReach, dpi_));
    const double w = frame.width, h = frame.height, a = Points(2.5), b = Points(kGoesOn);
    const auto on = [&](double x0, double y0, double x1, double y1, bool level) {
      return Drawn(level ? level_ : upright_, frame.At(x0, y0), frame.At(x1, y1), level, reach) >
             0.8;
    };
    return on(-b, 0, -a, 0, true) + on(w + a, 0, w + b, 0, true) + on(-b, h, -a, h, true) +
           on(w + a, h, w + b, h, true) + on(0, -b, 0, -a, false) + on(w, -b, w, -a, false) +
           on(0, h + a, 0, h + b, false) + on(w, h + a, w, h + b, false);
  }

  // One of those that are the same but for a few points.
  std::vector<StampFrame> Distinct() const {
    std::vector<StampFrame> out;
    const double near = Points(3);
    for (const StampFrame& frame : found_) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const StampFrame& other) {
        return std::abs(other.middle.x - frame.middle.x) < near &&
               std::abs(other.middle.y - frame.middle.y) < near &&
               std::abs(other.width - frame.width) < 2 * near &&
               std::abs(other.height - frame.height) < 2 * near;
      });
      if (same == out.end()) {
        out.push_back(frame);
      } else if (frame.drawn > same->drawn + 0.05) {
        *same = frame;
      }
    }
    return out;
  }

  double dpi_;
  Image level_, upright_;
  std::vector<StampFrame> found_;
};

}  // namespace

Point StampFrame::At(double x, double y) const {
  const double u = x - width / 2, v = y - height / 2;
  return {middle.x + u - slope * v, middle.y + v + slope * u};
}

Box StampFrame::Bounds(double by) const {
  const double w = width / 2 + std::abs(slope) * height / 2 + by;
  const double h = height / 2 + std::abs(slope) * width / 2 + by;
  return {middle.x - w, middle.y - h, middle.x + w, middle.y + h};
}

std::vector<StampFrame> FindFrames(const Image& ink, double dpi) {
  return FrameFinder(ink, dpi).Find();
}

Image DarkInk(const Image& grey) { return Binarize(grey); }

Image LineInk(const Image& ink, double dpi, double run) {
  Image level = Runs(ink, true, dpi, run);
  const Image upright = Runs(ink, false, dpi, run);
  if (level.empty() || upright.empty()) return {};
  pixOr(level.get(), level.get(), upright.get());
  return level;
}

}  // namespace vanthu::image
