#include "signature.h"

#include <cmath>
#include <numbers>

namespace vanthu::corpus {

void PaintSignature(cairo_t* cairo, const Box& box, const Pen& pen, Rng& rng) {
  const double middle = box.top + box.height * 0.52;
  std::vector<Point> loops;
  const int count = 3 + rng.Below(4);
  double x = box.left + box.width * rng.Between(0.08, 0.22);
  for (int loop = 0; loop < count; ++loop) {
    // The first loop is the tallest, as a capital would be.
    const double height = box.height * (loop == 0 ? rng.Between(0.34, 0.46)
                                                  : rng.Between(0.08, 0.24));
    const double width = box.width * rng.Between(0.05, 0.11);
    const double turn = rng.Between(-0.3, 0.3);
    for (int step = 0; step < 6; ++step) {
      const double angle = turn + std::numbers::pi * (0.7 - step / 3.0);
      loops.push_back({x + width * std::cos(angle) + height * std::sin(angle) * pen.slant,
                       middle - height * std::sin(angle) + rng.Between(-1, 1)});
    }
    x += width * rng.Between(1.1, 1.9);
  }
  // The tail runs out to the right and often sweeps back under the name of the signer.
  const double end = box.left + box.width * rng.Between(0.85, 1.1);
  loops.push_back({(x + end) / 2, middle + rng.Between(-10, 8)});
  loops.push_back({end, middle - box.height * rng.Between(0.05, 0.35)});
  StrokeThrough(cairo, loops, pen);

  if (rng.Chance(0.7)) {
    const double y = middle + box.height * rng.Between(0.12, 0.3);
    Pen thin = pen;
    thin.width *= 0.8;
    StrokeThrough(cairo,
                  {{end - 8, y - box.height * 0.22},
                   {box.left + box.width * 0.55, y},
                   {box.left + box.width * rng.Between(0.0, 0.15), y + rng.Between(-4, 10)},
                   {box.left + box.width * 0.4, y + rng.Between(-6, 0)},
                   {end + rng.Between(-10, 12), y - box.height * rng.Between(0.1, 0.3)}},
                  thin);
  }
}

}  // namespace vanthu::corpus
