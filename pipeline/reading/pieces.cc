#include "pipeline/reading/pieces.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "pipeline/image/prepare.h"

namespace vanthu::reading {
namespace {

constexpr int kWhole = 2 * image::kReadingHeight;  // pixels
// How far back from the foot of a piece a blank row is looked for: some ten lines.
constexpr int kReach = 500;
constexpr int kInkContrast = 50;  // of 255, darker than paper (ink.cc)

// Pixels of a row that are ink.
int InkOfRow(const image::Image& image, int y) {
  const l_uint32* row =
      pixGetData(image.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(image.get());
  int lightest = 0, ink = 0;
  for (int x = 0; x < image.width(); ++x)
    lightest = std::max(lightest, static_cast<int>(GET_DATA_BYTE(row, x)));
  for (int x = 0; x < image.width(); ++x)
    ink += GET_DATA_BYTE(row, x) + kInkContrast < lightest ? 1 : 0;
  return ink;
}

// The end of the piece that begins at `top`: the middle of the emptiest rows before `top` plus a page.
int EndOf(const image::Image& image, int top) {
  const int latest = top + image::kReadingHeight;
  if (latest >= image.height()) return image.height();
  int best = latest, least = image.width() + 1, first = latest;
  for (int y = latest; y > latest - kReach; --y) {
    const int ink = InkOfRow(image, y);
    if (ink < least) {
      least = ink;
      first = y;
    }
    if (ink == least) best = y;
    if (ink > least && least == 0) break;  // the last gap between lines is found
  }
  return (best + first) / 2 + 1;
}

}  // namespace

Result<std::vector<ReadWord>> RecognizeInPieces(Engine& engine, const image::Image& image,
                                                double dpi) {
  if (image.height() <= kWhole) return engine.Recognize(image, dpi);
  std::vector<ReadWord> words;
  for (int top = 0; top < image.height();) {
    const int end = EndOf(image, top);
    BOX* box = boxCreate(0, top, image.width(), end - top);
    const image::Image piece(pixClipRectangle(image.get(), box, nullptr));
    boxDestroy(&box);
    if (piece.empty()) return Error{ErrorCode::kLimit, "not enough memory to cut the image", {}, 0};
    Result<std::vector<ReadWord>> inside = engine.Recognize(piece, dpi);
    if (!inside) return inside;
    const int lines = words.empty() ? 0 : words.back().line + 1;
    for (ReadWord& word : *inside) {
      word.line += lines;
      word.box.y0 += top;
      word.box.y1 += top;
      for (ReadSymbol& symbol : word.symbols) {
        symbol.box.y0 += top;
        symbol.box.y1 += top;
      }
      words.push_back(std::move(word));
    }
    top = end;
  }
  return words;
}

}  // namespace vanthu::reading
