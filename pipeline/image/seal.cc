#include "pipeline/image/seal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

namespace vanthu::image {
namespace {

constexpr float kInk = 0.45F;
// Radii of seals, millimetres.
constexpr double kLeastRadius = 12.5, kMostRadius = 21.5;
// Share of the round that must be drawn. Seals on bad copies have 0.6, three letters by chance 0.3.
constexpr double kLeastRound = 0.55;
constexpr double kRingShare = 0.55;  // of a ring's round that is drawn
constexpr double kCrossing = 2;      // pixels beyond a ring where a stroke that crosses it goes on
constexpr int kTries = 30000;
constexpr int kRays = 120;

struct Ring {
  double x = 0, y = 0, r = 0, share = 0;
};

bool InkNear(const InkPatch& patch, double x, double y, int reach) {
  const int cx = static_cast<int>(std::lround(x)), cy = static_cast<int>(std::lround(y));
  for (int py = cy - reach; py <= cy + reach; ++py) {
    for (int px = cx - reach; px <= cx + reach; ++px) {
      if (px < 0 || py < 0 || px >= patch.width || py >= patch.height) continue;
      if (patch.at(px, py) >= kInk) return true;
    }
  }
  return false;
}

struct Ray {
  double dx = 0, dy = 0;
};

const std::vector<Ray>& Rays() {
  static const std::vector<Ray> rays = [] {
    std::vector<Ray> out;
    for (int i = 0; i < kRays; ++i) {
      // In an order that meets all sides early: a bad circle is left after few rays.
      const double angle = 2 * std::numbers::pi * (i * 47 % kRays) / kRays;
      out.push_back({std::cos(angle), std::sin(angle)});
    }
    return out;
  }();
  return rays;
}

// Share of the round at which there is ink; 0 as soon as it cannot reach `least`.
double ShareOf(const InkPatch& patch, const Ring& ring, int reach, double least) {
  int misses = 0, hits = 0;
  const int most_misses = static_cast<int>((1 - least) * kRays);
  for (const Ray& ray : Rays()) {
    if (InkNear(patch, ring.x + ray.dx * ring.r, ring.y + ray.dy * ring.r, reach)) {
      ++hits;
    } else if (++misses > most_misses) {
      return 0;
    }
  }
  return static_cast<double>(hits) / kRays;
}

// The circle through three points; r 0 where they lie on a line.
Ring Through(double ax, double ay, double bx, double by, double cx, double cy) {
  const double d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (std::abs(d) < 1) return {};
  const double a = ax * ax + ay * ay, b = bx * bx + by * by, c = cx * cx + cy * cy;
  Ring ring;
  ring.x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / d;
  ring.y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / d;
  ring.r = std::hypot(ax - ring.x, ay - ring.y);
  return ring;
}

// The same numbers every time: what is read must not change from run to run.
class Dice {
 public:
  size_t Below(size_t count) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<size_t>((state_ >> 33U) % count);
  }

 private:
  uint64_t state_ = 1;
};

Ring Refined(const InkPatch& patch, Ring ring) {
  for (const double step : {2.0, 1.0}) {
    for (bool better = true; better;) {
      better = false;
      for (const auto& [dx, dy, dr] :
           {std::array{step, 0.0, 0.0}, std::array{-step, 0.0, 0.0}, std::array{0.0, step, 0.0},
            std::array{0.0, -step, 0.0}, std::array{0.0, 0.0, step}, std::array{0.0, 0.0, -step}}) {
        Ring moved{ring.x + dx, ring.y + dy, ring.r + dr, 0};
        moved.share = ShareOf(patch, moved, 0, ring.share);
        if (moved.share > ring.share) {
          ring = moved;
          better = true;
        }
      }
    }
  }
  return ring;
}

}  // namespace

bool Seal::Holds(double px, double py, double margin) const {
  return std::hypot(px - x, py - y) <= radius - margin;
}

std::optional<Seal> FindSeal(const InkPatch& patch, double dpi) {
  std::vector<int> points;
  for (size_t i = 0; i < patch.ink.size(); ++i) {
    if (patch.ink[i] >= kInk) points.push_back(static_cast<int>(i));
  }
  if (points.size() < 200) return std::nullopt;
  const double least = kLeastRadius / 25.4 * dpi, most = kMostRadius / 25.4 * dpi;
  Dice dice;
  Ring best;
  best.share = kLeastRound;
  bool found = false;
  for (int i = 0; i < kTries; ++i) {
    double x[3], y[3];
    for (size_t k = 0; k < 3; ++k) {
      const int at = points[dice.Below(points.size())];
      x[k] = at % patch.width;
      y[k] = at / patch.width;
    }
    const double far =
        std::max({std::hypot(x[0] - x[1], y[0] - y[1]), std::hypot(x[0] - x[2], y[0] - y[2]),
                  std::hypot(x[1] - x[2], y[1] - y[2])});
    if (far > 2 * most || far < least) continue;
    Ring ring = Through(x[0], y[0], x[1], y[1], x[2], y[2]);
    if (ring.r < least || ring.r > most) continue;
    ring.share = ShareOf(patch, ring, 1, best.share);
    if (ring.share > best.share) {
      best = ring;
      found = true;
    }
  }
  if (!found) return std::nullopt;
  best.share = ShareOf(patch, best, 0, 0);
  best = Refined(patch, best);

  Seal seal{best.x, best.y, best.r, {}};
  const int reach = static_cast<int>(best.r * 1.25);
  seal.rings.assign(static_cast<size_t>(reach) + 2, false);
  for (int r = static_cast<int>(best.r * 0.5); r < reach; ++r) {
    const Ring ring{best.x, best.y, static_cast<double>(r), 0};
    if (ShareOf(patch, ring, 0, kRingShare) == 0) continue;
    for (int near = r - 1; near <= r + 1; ++near) seal.rings[static_cast<size_t>(near)] = true;
    seal.radius = std::max(seal.radius, static_cast<double>(r + 1));
  }
  return seal;
}

void EraseRings(InkPatch& patch, const Seal& seal) {
  // Of each radius the ring that it is part of: its first and last radius.
  struct Span {
    int from = 0, to = 0;
  };
  std::vector<Span> span(seal.rings.size());
  for (size_t r = 0; r < seal.rings.size();) {
    if (!seal.rings[r]) {
      ++r;
      continue;
    }
    size_t past = r;
    while (past < seal.rings.size() && seal.rings[past]) ++past;
    for (size_t i = r; i < past; ++i) span[i] = {static_cast<int>(r), static_cast<int>(past) - 1};
    r = past;
  }
  const InkPatch before = patch;
  const auto ink_at = [&](double dx, double dy, double r) {
    return InkNear(before, seal.x + dx * r, seal.y + dy * r, 1);
  };
  for (int y = 0; y < patch.height; ++y) {
    for (int x = 0; x < patch.width; ++x) {
      const double far = std::hypot(x - seal.x, y - seal.y);
      const auto r = static_cast<size_t>(std::lround(far));
      if (r >= seal.rings.size() || !seal.rings[r] || far < 1) continue;
      // Ink on both sides: a stroke crosses the ring.
      const double dx = (x - seal.x) / far, dy = (y - seal.y) / far;
      if (ink_at(dx, dy, span[r].from - kCrossing) && ink_at(dx, dy, span[r].to + kCrossing))
        continue;
      patch.ink[static_cast<size_t>(y * patch.width + x)] = 0;
    }
  }
}

}  // namespace vanthu::image
