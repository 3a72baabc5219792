#include "pipeline/layout/columns.h"

#include <utility>

#include "pipeline/layout/foot.h"
#include "pipeline/layout/head.h"

namespace vanthu::layout {

Zones FindZones(std::vector<Segment> segments, const Measure& measure) {
  Head head = TakeHead(std::move(segments), measure);
  Foot foot = TakeFoot(std::move(head.rest), measure);
  Zones out;
  out.above = std::move(head.above);
  out.head_left = std::move(head.left);
  out.head_right = std::move(head.right);
  out.body = std::move(foot.before);
  out.foot_left = std::move(foot.left);
  out.foot_right = std::move(foot.right);
  out.below = std::move(foot.below);
  return out;
}

}  // namespace vanthu::layout
