// Blocks in two columns: the head of a letter (issuer | motto, date) and its foot (Nơi nhận |
// signature).
#pragma once

#include "letter.h"
#include "page.h"
#include "page_flow.h"

namespace vanthu::corpus {

// Places the head at the current height and moves below it. Returns the free space at the right
// under place and date, where an office likes to stamp.
Box PlaceHead(const Head& head, Layout layout, PageFlow& flow);

// The height of a foot, so that the caller can keep it in one piece.
double HeightOfFoot(const Foot& foot, PageFlow& flow);

// Places the foot at the current height, with the places of seal and signature, and moves below it.
void PlaceFoot(const Foot& foot, PageFlow& flow);

// A rule of `length` centred in a column at the current height; moves a little down.
void PlaceShortRule(double left, double width, double length, PageFlow& flow);

}  // namespace vanthu::corpus
