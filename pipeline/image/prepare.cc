#include "pipeline/image/prepare.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pipeline/image/deskew.h"

namespace vanthu::image {
namespace {

Error NoMemory() {
  return {ErrorCode::kLimit, "not enough memory to turn or scale the image", {}, 0};
}

}  // namespace

Result<Prepared> Prepare(const Image& grey, double dpi, int quarter_turns) {
  Prepared out;
  out.quarter_turns = quarter_turns & 3;
  Affine back = UndoTurn(out.quarter_turns, grey.width(), grey.height());
  Image image = Turned(grey, out.quarter_turns);
  if (image.empty()) return NoMemory();

  const double skew = FindSkew(image);
  if (std::abs(skew) >= kMinSkew) {
    Image level = Rotated(image, skew);
    if (level.empty()) return NoMemory();
    out.skew_degrees = skew;
    back = UndoRotation(skew, image.width(), image.height(), level.width(), level.height())
               .Then(back);
    image = std::move(level);
  }

  const double factor =
      static_cast<double>(kReadingHeight) / std::max(grey.width(), grey.height());
  Image scaled(pixScale(image.get(), static_cast<float>(factor), static_cast<float>(factor)));
  if (scaled.empty()) return NoMemory();
  back = Scaling(static_cast<double>(image.width()) / scaled.width(),
                 static_cast<double>(image.height()) / scaled.height())
             .Then(back);
  out.image = std::move(scaled);
  out.to_page = back.Then(Scaling(72 / dpi, 72 / dpi));
  out.dpi = dpi * factor;
  return out;
}

}  // namespace vanthu::image
