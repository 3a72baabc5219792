// A number out of the pieces of ink of one field: all ways of joining neighbouring pieces to digits are
// weighed against each other, with what the field may hold and with what the OCR engine made of it.
#pragma once

#include <string>
#include <vector>

#include "pipeline/image/strokes.h"
#include "pipeline/reading/digit_net.h"

namespace vanthu::reading {

enum class FieldKind { kSerial, kDay, kMonth };

// 1 to 99999 with at most one 0 before it, 1 to 31, 1 to 12.
bool IsPossible(FieldKind kind, const std::string& digits);

struct DigitReading {
  std::string digits;  // empty: nothing that is possible
  double score = 0;    // 0..1, chance that the digits are right
};

// The pieces of a field from left to right, and what neighbouring ones are together.
struct Lattice {
  struct Arc {
    size_t first = 0, past = 0;  // pieces
    DigitChances chances{};
  };
  size_t pieces = 0;
  std::vector<Arc> arcs;
  std::vector<double> skips;  // chance, for each piece, that it is no part of the number
};

// The pieces of a patch with all their joints, judged by the net.
Lattice LatticeOf(const image::InkPatch& patch, const DigitNet& net);

// Lattices of the patch as it is, with its lean taken out, and half of it: pieces part at other places.
std::vector<Lattice> ViewsOf(const image::InkPatch& patch, const DigitNet& net);

// The most likely possible number, from one or more views of the same ink. The score counts all ways
// that give it, against all other ways and a floor for what fits no way. What the engine read there is
// a hint that gains by its confidence.
DigitReading BestNumber(const std::vector<Lattice>& views, FieldKind kind,
                        const std::string& engine_text, double engine_confidence);

}  // namespace vanthu::reading
