#include "pipeline/image/deskew.h"

#include <leptonica/allheaders.h>

#include <numbers>

namespace vanthu::image {

Skew MeasureSkew(const Image& grey) {
  const Image binary = Binarize(grey);
  if (binary.empty()) return {};
  float degrees = 0, confidence = 0;
  if (pixFindSkew(binary.get(), &degrees, &confidence) != 0) return {};
  // Leptonica's own bound: the sharpness at the best angle over that at the worst.
  constexpr float kMinConfidence = 3.0F;
  const bool clear = confidence >= kMinConfidence;
  return {clear ? static_cast<double>(degrees) : 0, static_cast<double>(confidence)};
}

Image Rotated(const Image& grey, double degrees) {
  const auto radians = static_cast<float>(degrees * std::numbers::pi / 180);
  return Image(pixRotate(grey.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, grey.width(),
                         grey.height()));
}

Image Turned(const Image& grey, int quarter_turns) {
  return Image(pixRotateOrth(grey.get(), quarter_turns & 3));
}

}  // namespace vanthu::image
