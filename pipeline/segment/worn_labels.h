// Labels of sections that a scan's reading has damaged, told by the labels before them: "II" without its
// point, "2," and "s-" for 5-, "đ)" for the d) that follows c).
#pragma once

#include <optional>
#include <vector>

#include "pipeline/segment/labels.h"

namespace vanthu::segment {

// The label that follows one of `open`, the labels of the sections that are open, outermost first, where
// `line` opens with a damaged form of it or, of Roman ones, with the first. None where it opens as
// LabelOf reads it, or with nothing near.
std::optional<Label> WornLabelOf(const LetterLine& line, const std::vector<Label>& open);

// "1", "2" … "I", "II" … "a", "b", "c", "d", "đ", "e" …: the label after `label`; none after the last.
std::optional<Label> NextLabel(const Label& label);

}  // namespace vanthu::segment
