// The parts of a receiving stamp by its lines: the office above, ĐẾN at the side, and the entries that a
// clerk fills in on dotted lines. Decree 30/2020/NĐ-CP, Annex IV, form of the stamp; older ones are alike.
#pragma once

#include <optional>
#include <vector>

#include "models/document/geometry.h"
#include "pipeline/image/pix.h"

namespace vanthu::image {

// A dotted line: what is filled in stands on it, its printed label before it. Pixels of the cut.
struct DottedLine {
  double y = 0;
  double x0 = 0, x1 = 0;
};

struct StampForm {
  Box office;                     // over the line across; empty height where there is none
  Box side;                       // ĐẾN
  Box entries;                    // what is left
  std::vector<DottedLine> lines;  // in `entries`, from the top down
};

// `cut` is a frame turned level, without margin (8 bits, at `dpi`). None where it has neither a line across
// its upper part nor one beside ĐẾN.
std::optional<StampForm> FindStampForm(const Image& cut, double dpi);

// `cut` without its dots: small specks that lie on its dotted lines.
Image WithoutDots(const Image& cut, const StampForm& form, double dpi);

// Sets paper in a part of a cut.
void ClearPart(Image& cut, const Box& part);

// A part of a cut, with `margin` pixels of paper round it.
Image PartOfCut(const Image& cut, const Box& part, int margin);

}  // namespace vanthu::image
