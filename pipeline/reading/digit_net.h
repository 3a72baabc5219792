// The small nets that say which digit a picture shows, if any: what each of them says is averaged, since
// they err on different pictures. Weights: models/data/digit_net.tsv; how they were trained:
// models/handwriting/README.md.
#pragma once

#include <array>
#include <vector>

#include "pipeline/image/strokes.h"

namespace vanthu::reading {

inline constexpr size_t kNoDigit = 10;  // the class of all that is no digit, or not one digit

// Probabilities of 0 to 9 and of kNoDigit; their sum is 1.
using DigitChances = std::array<float, 11>;

class DigitNet {
 public:
  // The nets of models/data, loaded once; not loaded() where its table is absent or damaged.
  static const DigitNet& Shared();

  bool loaded() const { return !nets_.empty(); }
  DigitChances Classify(const image::DigitPicture& picture) const;

 private:
  static constexpr size_t kLayers = 5;
  struct Layer {
    std::vector<float>
        weights;  // input, row, column, output: the outputs of one weight stand together
    std::vector<float> bias;
  };
  using Net = std::array<Layer, kLayers>;

  static bool Complete(Net& net);
  static DigitChances Ask(const Net& net, const image::DigitPicture& picture);

  std::vector<Net> nets_;
};

}  // namespace vanthu::reading
