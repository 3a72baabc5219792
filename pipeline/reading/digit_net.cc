#include "pipeline/reading/digit_net.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "models/lexicon/table.h"

namespace vanthu::reading {
namespace {

struct Shape {
  const char* name;
  size_t inputs, side, outputs;  // side of the kernel; 1 for a layer without pictures
};
// 24 x 24 -> 12 of 22 -> 11 -> 24 of 9 -> 4 -> 40 of 2 = 160 -> 64 -> 11; halved by the largest of four.
constexpr std::array<Shape, 5> kShapes = {{{"c1", 1, 3, 12},
                                           {"c2", 12, 3, 24},
                                           {"c3", 24, 3, 40},
                                           {"f1", 160, 1, 64},
                                           {"f2", 64, 1, 11}}};

// Pictures of one size, [row][column][channel].
struct Maps {
  size_t side = 0, channels = 0;
  std::vector<float> values;
};

// Hex digits of bytes in two's complement, times scale, added to `out`.
void AddValues(const std::string& hex, float scale, std::vector<float>& out) {
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    const long byte = std::strtol(hex.substr(i, 2).c_str(), nullptr, 16);
    out.push_back(scale * static_cast<float>(static_cast<int8_t>(byte)));
  }
}

// One row of outputs: sums over the kernel, then nothing below 0.
Maps Convolved(const Maps& in, const std::vector<float>& weights, const std::vector<float>& bias,
               size_t kernel) {
  const size_t outputs = bias.size();
  Maps out{in.side - kernel + 1, outputs, {}};
  out.values.resize(out.side * out.side * outputs);
  for (size_t y = 0; y < out.side; ++y) {
    for (size_t x = 0; x < out.side; ++x) {
      float* const sum = &out.values[(y * out.side + x) * outputs];
      std::copy(bias.begin(), bias.end(), sum);
      for (size_t ky = 0; ky < kernel; ++ky) {
        const float* const from = &in.values[((y + ky) * in.side + x) * in.channels];
        const float* weight = &weights[ky * kernel * in.channels * outputs];
        for (size_t i = 0; i < kernel * in.channels; ++i, weight += outputs) {
          const float value = from[i];
          if (value == 0) continue;
          for (size_t o = 0; o < outputs; ++o) sum[o] += value * weight[o];
        }
      }
      for (size_t o = 0; o < outputs; ++o) sum[o] = std::max(sum[o], 0.0F);
    }
  }
  return out;
}

Maps Halved(const Maps& in) {
  Maps out{in.side / 2, in.channels, {}};
  out.values.resize(out.side * out.side * in.channels);
  for (size_t y = 0; y < out.side; ++y) {
    for (size_t x = 0; x < out.side; ++x) {
      const float* const upper = &in.values[(2 * y * in.side + 2 * x) * in.channels];
      const float* const lower = upper + in.side * in.channels;
      float* const to = &out.values[(y * out.side + x) * in.channels];
      for (size_t c = 0; c < in.channels; ++c) {
        to[c] = std::max({upper[c], upper[c + in.channels], lower[c], lower[c + in.channels]});
      }
    }
  }
  return out;
}

std::vector<float> Connected(const std::vector<float>& in, const std::vector<float>& weights,
                             const std::vector<float>& bias) {
  std::vector<float> out = bias;
  for (size_t i = 0; i < in.size(); ++i) {
    if (in[i] == 0) continue;
    const float* const weight = &weights[i * out.size()];
    for (size_t o = 0; o < out.size(); ++o) out[o] += in[i] * weight[o];
  }
  return out;
}

// From the order of the file (output, input, row, column) to row, column, input, output. The inputs of
// f1 are the maps of c3, channel by channel in the file and place by place here.
std::vector<float> Reordered(const std::vector<float>& file, const Shape& shape) {
  const size_t places = shape.side * shape.side;
  std::vector<float> out(file.size());
  const bool flattened = shape.inputs == 160;
  for (size_t o = 0; o < shape.outputs; ++o) {
    for (size_t i = 0; i < shape.inputs; ++i) {
      for (size_t p = 0; p < places; ++p) {
        const size_t input = flattened ? i % 4 * 40 + i / 4 : i;
        out[(p * shape.inputs + input) * shape.outputs + o] =
            file[(o * shape.inputs + i) * places + p];
      }
    }
  }
  return out;
}

}  // namespace

// Puts a net's weights in the order in which they are used; false where some are missing.
bool DigitNet::Complete(Net& net) {
  for (size_t layer = 0; layer < kLayers; ++layer) {
    const Shape& shape = kShapes[layer];
    Layer& have = net[layer];
    if (have.weights.size() != shape.inputs * shape.side * shape.side * shape.outputs ||
        have.bias.size() != shape.outputs) {
      return false;
    }
    have.weights = Reordered(have.weights, shape);
  }
  return true;
}

const DigitNet& DigitNet::Shared() {
  static const DigitNet nets = [] {
    DigitNet read;
    std::string name;
    for (const std::vector<std::string>& row : ReadTable("digit_net.tsv", 5)) {
      if (read.nets_.empty() || row[0] != name) read.nets_.emplace_back();
      name = row[0];
      for (size_t layer = 0; layer < kLayers; ++layer) {
        if (row[1] != kShapes[layer].name) continue;
        Layer& to = read.nets_.back()[layer];
        AddValues(row[4], std::strtof(row[3].c_str(), nullptr),
                  row[2] == "bias" ? to.bias : to.weights);
      }
    }
    for (Net& net : read.nets_) {
      if (!Complete(net)) return DigitNet();
    }
    return read;
  }();
  return nets;
}

DigitChances DigitNet::Classify(const image::DigitPicture& picture) const {
  DigitChances chances{};
  if (!loaded()) {
    chances[kNoDigit] = 1;
    return chances;
  }
  for (const Net& net : nets_) {
    const DigitChances said = Ask(net, picture);
    for (size_t i = 0; i < chances.size(); ++i)
      chances[i] += said[i] / static_cast<float>(nets_.size());
  }
  return chances;
}

DigitChances DigitNet::Ask(const Net& net, const image::DigitPicture& picture) {
  DigitChances chances{};
  Maps maps{static_cast<size_t>(image::kDigitSide), 1, {picture.begin(), picture.end()}};
  maps = Halved(Convolved(maps, net[0].weights, net[0].bias, 3));
  maps = Halved(Convolved(maps, net[1].weights, net[1].bias, 3));
  maps = Convolved(maps, net[2].weights, net[2].bias, 3);
  std::vector<float> hidden = Connected(maps.values, net[3].weights, net[3].bias);
  for (float& value : hidden) value = std::max(value, 0.0F);
  const std::vector<float> last = Connected(hidden, net[4].weights, net[4].bias);
  const float most = *std::max_element(last.begin(), last.end());
  float sum = 0;
  for (size_t i = 0; i < chances.size(); ++i) sum += chances[i] = std::exp(last[i] - most);
  for (float& chance : chances) chance /= sum;
  return chances;
}

}  // namespace vanthu::reading
