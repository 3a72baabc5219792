// The head and the foot of a letter are set in two blocks side by side: issuer, number and subject
// at the left of motto, place and date; recipients at the left of title, name and seal (Decree
// 30/2020/NĐ-CP, Annex I). Takes them apart from the rest of the page.
#pragma once

#include <vector>

#include "pipeline/layout/token.h"

namespace vanthu::layout {

// Segments of a page by where they stand. Without a two-column head, `above`, `head_left` and
// `head_right` are empty; without a two-column foot, the last three are.
struct Zones {
  std::vector<Segment> above;  // over the head: page number, marks of circulation, e-signature
  std::vector<Segment> head_left, head_right;
  std::vector<Segment> body;
  std::vector<Segment> foot_left, foot_right;
  std::vector<Segment> below;  // under the foot: page number, address, footnotes
};

Zones FindZones(std::vector<Segment> segments, const Measure& measure);

}  // namespace vanthu::layout
