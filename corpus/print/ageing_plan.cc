#include "ageing_plan.h"

#include <array>
#include <numbers>

namespace vanthu::corpus {
namespace {

// One row a strength. Reading fails on more than a few letters of strength 1 when any of them is
// doubled.
struct Limits {
  double skew_degrees, light, toner_loss, bleed, noise, blur_points, specks;
  double hole_share, stain_share;
};
constexpr std::array<Limits, 3> kLimits = {{
    {0.4, 0.05, 0.08, 0.03, 3, 0.10, 30, 0.25, 0.0},
    {1.2, 0.12, 0.22, 0.07, 7, 0.20, 110, 0.40, 0.3},
    {2.2, 0.20, 0.38, 0.12, 12, 0.32, 260, 0.50, 0.7},
}};

const Limits& LimitsOf(int strength) { return kLimits[static_cast<std::size_t>(strength - 1)]; }

}  // namespace

AgeingPlan DrawAgeingPlan(std::uint64_t seed, int strength) {
  Rng rng = Rng::For(seed, "ageing");
  const Limits& limits = LimitsOf(strength);
  AgeingPlan plan;
  plan.strength = strength;
  plan.seed = seed;
  const double kind = rng.Unit();
  plan.kind = kind < 0.33 ? ScanKind::kFax : kind < 0.5 ? ScanKind::kGrey : ScanKind::kColour;
  plan.jpeg_quality = 40 + rng.Below(36);
  // From white over cream to the green and grey of old copies.
  const double age = rng.Between(0.0, 0.04 + 0.04 * strength);
  const double tone = rng.Unit();
  plan.paper = {1 - age * (tone < 0.3 ? 0.9 : 0.3), 1 - age * 0.35,
                1 - age * (tone > 0.5 ? 1.4 : 0.6)};
  plan.light_across = rng.Between(-limits.light, limits.light);
  plan.light_down = rng.Between(-limits.light, limits.light);
  plan.toner = 1 - rng.Between(0, limits.toner_loss);
  plan.bleed_through = rng.Chance(0.6) ? rng.Between(0.3, 1) * limits.bleed : 0;
  plan.noise = rng.Between(0.4, 1) * limits.noise;
  plan.blur_points = rng.Between(0.3, 1) * limits.blur_points;
  plan.specks_per_page = rng.Between(0.2, 1) * limits.specks;
  plan.punch_holes = rng.Chance(limits.hole_share);
  plan.dark_borders = rng.Chance(0.5);
  plan.stains = rng.Chance(limits.stain_share) ? 1 + rng.Below(3) : 0;
  return plan;
}

double DrawSkew(const AgeingPlan& plan, Rng& rng) {
  const double most = LimitsOf(plan.strength).skew_degrees;
  return rng.Between(-most, most) * std::numbers::pi / 180;
}

}  // namespace vanthu::corpus
