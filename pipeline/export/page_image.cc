#include "pipeline/export/page_image.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <utility>

namespace vanthu::exporting {
namespace {

constexpr int kLabelSize = 4;  // of Leptonica's fonts, which are made for 300 dpi: 16 pixels high

struct PixDelete {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixHandle = std::unique_ptr<Pix, PixDelete>;

struct FontDelete {
  void operator()(L_Bmf* font) const { bmfDestroy(&font); }
};
using FontHandle = std::unique_ptr<L_Bmf, FontDelete>;

struct LeptFree {
  void operator()(l_uint8* bytes) const { lept_free(bytes); }
};

// 32 bits.
PixHandle ToPix(const Raster& raster) {
  const auto channels = static_cast<size_t>(raster.channels);
  const auto width = static_cast<size_t>(raster.width), height = static_cast<size_t>(raster.height);
  if (raster.pixels.size() != width * height * channels) return nullptr;
  PixHandle pix(pixCreateNoInit(raster.width, raster.height, 32));
  if (!pix) return pix;
  l_uint32* line = pixGetData(pix.get());
  const uint8_t* from = raster.pixels.data();
  for (size_t y = 0; y < height; ++y, line += pixGetWpl(pix.get())) {
    for (size_t x = 0; x < width; ++x, from += channels) {
      const uint8_t green = channels == 3 ? from[1] : from[0];
      const uint8_t blue = channels == 3 ? from[2] : from[0];
      composeRGBPixel(from[0], green, blue, line + x);
    }
  }
  return pix;
}

struct Rectangle {
  int x = 0, y = 0, width = 0, height = 0;

  bool Meets(const Rectangle& other) const {
    return x < other.x + other.width && other.x < x + width && y < other.y + other.height &&
           other.y < y + height;
  }
};

class Canvas {
 public:
  Canvas(Pix* pix, double width, double height)
      : pix_(pix),
        x_scale_(pixGetWidth(pix) / width),
        y_scale_(pixGetHeight(pix) / height),
        font_(bmfCreate(nullptr, kLabelSize)),
        left_(pixGetWidth(pix)) {}

  void Draw(const PageMark& mark) {
    const Rectangle box = Map(mark.box, mark.thickness);
    BOX* drawn = boxCreate(box.x, box.y, box.width, box.height);
    pixRenderBoxArb(pix_, drawn, mark.thickness, Red(mark), Green(mark), Blue(mark));
    boxDestroy(&drawn);
    // A frame touches what it is drawn round.
    taken_.push_back({box.x + mark.thickness, box.y + mark.thickness,
                      std::max(1, box.width - 2 * mark.thickness),
                      std::max(1, box.height - 2 * mark.thickness)});
    left_ = std::min(left_, box.x);
    right_ = std::max(right_, box.x + box.width);
  }

  void Label(const PageMark& mark) {
    if (mark.label.empty() || !font_) return;
    l_int32 text_width = 0;
    bmfGetStringWidth(font_.get(), mark.label.c_str(), &text_width);
    const int descent = font_->lineheight - font_->baselinetab['A' - 32];
    Rectangle label{0, 0, text_width + 4, font_->lineheight + 2};
    if (!Place(Map(mark.box, mark.thickness), label)) return;
    BOX* paper = boxCreate(label.x, label.y, label.width, label.height);
    pixSetInRect(pix_, paper);
    boxDestroy(&paper);
    l_uint32 colour = 0;
    composeRGBPixel(Red(mark), Green(mark), Blue(mark), &colour);
    pixSetTextline(pix_, font_.get(), mark.label.c_str(), colour, label.x + 2,
                   label.y + label.height - 1 - std::max(0, descent), nullptr, nullptr);
    taken_.push_back(label);
  }

 private:
  static l_uint8 Red(const PageMark& m) { return static_cast<l_uint8>(m.colour >> 16); }
  static l_uint8 Green(const PageMark& m) { return static_cast<l_uint8>(m.colour >> 8); }
  static l_uint8 Blue(const PageMark& m) { return static_cast<l_uint8>(m.colour); }

  // A thick frame goes round the words, not over them.
  Rectangle Map(const Box& box, int thickness) const {
    const auto at = [](double value) { return static_cast<int>(std::lround(value)); };
    const int x0 = at(box.x0 * x_scale_) - thickness, y0 = at(box.y0 * y_scale_) - thickness;
    return {x0, y0, std::max(1, at(box.x1 * x_scale_) + thickness - x0),
            std::max(1, at(box.y1 * y_scale_) + thickness - y0)};
  }

  // Over the box, under it, beside it, in the margins at its height: where neither a word nor another
  // label stands. Where all is full there is none.
  bool Place(const Rectangle& box, Rectangle& label) const {
    const int over = box.y - label.height, under = box.y + box.height;
    const int end = box.x + box.width - label.width;
    const std::pair<int, int> places[] = {{box.x, over},
                                          {end, over},
                                          {box.x, under},
                                          {end, under},
                                          {box.x + box.width, box.y},
                                          {box.x - label.width, box.y},
                                          {left_ - label.width - 2, box.y},
                                          {right_ + 2, box.y},
                                          {left_ - label.width - 2, under},
                                          {right_ + 2, under}};
    return std::any_of(std::begin(places), std::end(places), [&](const auto& place) {
      label.x = std::clamp(place.first, 0, std::max(0, pixGetWidth(pix_) - label.width));
      label.y = std::clamp(place.second, 0, std::max(0, pixGetHeight(pix_) - label.height));
      return std::none_of(taken_.begin(), taken_.end(),
                          [&](const Rectangle& other) { return other.Meets(label); });
    });
  }

  Pix* pix_;
  double x_scale_, y_scale_;
  FontHandle font_;
  std::vector<Rectangle> taken_;  // by marks and labels
  int left_, right_ = 0;          // of all marks
};

}  // namespace

Result<std::string> DrawMarks(Raster raster, double width, double height, double dpi,
                              const std::vector<PageMark>& marks) {
  const Error no_memory{ErrorCode::kInternal, "the page is not drawn", "", 0};
  PixHandle pix = ToPix(raster);
  raster.pixels = std::vector<uint8_t>();
  if (!pix) return no_memory;
  if (width <= 0 || height <= 0) {
    width = raster.width;
    height = raster.height;
  }
  const double shrink = width / 72 * dpi / raster.width;
  if (shrink < 0.98) {
    const auto factor = static_cast<l_float32>(shrink);
    pix.reset(pixScale(pix.get(), factor, factor));
    if (!pix) return no_memory;
  }
  Canvas canvas(pix.get(), width, height);
  for (const PageMark& mark : marks) canvas.Draw(mark);
  for (const PageMark& mark : marks) canvas.Label(mark);
  pixSetResolution(pix.get(), static_cast<l_int32>(dpi), static_cast<l_int32>(dpi));

  l_uint8* made = nullptr;
  size_t size = 0;
  const l_ok failed = pixWriteMemPng(&made, &size, pix.get(), 0);
  const std::unique_ptr<l_uint8, LeptFree> owned(made);
  if (failed != 0 || !owned) return no_memory;
  return std::string(reinterpret_cast<const char*>(owned.get()), size);
}

}  // namespace vanthu::exporting
