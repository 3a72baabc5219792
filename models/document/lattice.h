// The cells that lines drawn on a page enclose. Geometry alone: what stands in the cells, and whether
// they are a table, is not asked here.
#pragma once

#include <optional>
#include <vector>

#include "models/document/geometry.h"

namespace vanthu {

// A cell with the lattice's rows and columns that it covers.
struct LatticeCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  Box box;  // between the middles of its lines
};

// Rulings that cross each other, two columns by two rows or more.
struct Lattice {
  int rows = 0, columns = 0;
  std::vector<LatticeCell> cells;  // row by row, left to right; every place is in one cell
  Box box;
};

// Slope (down over right) of the level lines of a page that has a table's worth of them; else none.
std::optional<double> SlopeOf(const std::vector<Ruling>& rulings);

// Places of a page askew by `slope`, as they are on the level page, by a shear.
inline Ruling Sheared(const Ruling& r, double slope) {
  return {r.x0 + slope * r.y0, r.y0 - slope * r.x0, r.x1 + slope * r.y1, r.y1 - slope * r.x1};
}
inline Box Sheared(const Box& box, double slope) {
  const double drop = slope * box.center_x(), shift = slope * box.center_y();
  return {box.x0 + shift, box.y0 - drop, box.x1 + shift, box.y1 - drop};
}

// Lattices of one page, from the top down. `rulings` are on a level page, at most 0.3° askew, points;
// lines in pieces are joined, double lines are one, lines that meet no other are left out. A cell is
// as large as no line divides it. Sides may be open where two upright lines or more stand inside, as
// well as the top and the bottom where the uprights go on over the last line across.
std::vector<Lattice> FindLattices(const std::vector<Ruling>& rulings);

}  // namespace vanthu
