// How far each place of an image was pushed up or down, as a field over it.
#pragma once

#include <vector>

namespace vanthu::image {

// Where a place of the straightened image lay before: as far across, lower by At. Empty: as it was.
struct Shift {
  double pitch = 1;  // pixels between two samples, either way
  int columns = 0, rows = 0;
  std::vector<float> samples;  // pixels, row by row

  bool empty() const { return samples.empty(); }
  double At(double x, double y) const;
};

}  // namespace vanthu::image
