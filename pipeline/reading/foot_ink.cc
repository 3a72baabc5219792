#include "pipeline/reading/foot_ink.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "pipeline/image/colour.h"

namespace vanthu::reading {
namespace {

using image::Blob;
using image::Blobs;
using image::InkPatch;
using image::TextRow;

constexpr float kInk = 0.45F;
constexpr size_t kFewestLetters = 3;

// Paper is most of a block; so small a share of the darkest stands for its ink.
constexpr double kPaperRank = 0.75, kPrintRank = 0.01, kStampRank = 0.002;
constexpr int kMinContrast = 50;

// How far letters may stand beside a row's, and how far marks above and below, in heights of words.
constexpr double kLeftward = 7, kRightward = 7, kAbove = 0.32, kBelow = 0.35;
constexpr double kClip = 0.03;
// Letters within the seal join the row only over an ordinary gap, others over a blank.
constexpr double kGapInSeal = 0.6, kGap = 1.1;

InkPatch Darkest(InkPatch patch) {
  for (float& ink : patch.ink) ink = std::clamp((ink - 0.5F) / 0.35F, 0.0F, 1.0F);
  return patch;
}

Box Moved(const Box& box, double dx, double dy) {
  return {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
}

void Blank(InkPatch& patch, const Box& box) {
  const int x0 = std::max(0, static_cast<int>(box.x0) - 1);
  const int y0 = std::max(0, static_cast<int>(box.y0) - 1);
  const int x1 = std::min(patch.width, static_cast<int>(std::ceil(box.x1)) + 1);
  const int y1 = std::min(patch.height, static_cast<int>(std::ceil(box.y1)) + 1);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) patch.ink[static_cast<size_t>(y * patch.width + x)] = 0;
  }
}

InkPatch PartOf(const InkPatch& from, const Box& box) {
  InkPatch out;
  const int x0 = std::max(0, static_cast<int>(box.x0)), y0 = std::max(0, static_cast<int>(box.y0));
  const int x1 = std::min(from.width, static_cast<int>(std::ceil(box.x1)));
  const int y1 = std::min(from.height, static_cast<int>(std::ceil(box.y1)));
  if (x1 - x0 < 3 || y1 - y0 < 3) return out;
  out.width = x1 - x0;
  out.height = y1 - y0;
  out.ink.reserve(static_cast<size_t>(out.width) * static_cast<size_t>(out.height));
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) out.ink.push_back(from.at(x, y));
  }
  return out;
}

// Ink of the block by its own levels: a red stamp is a few thousandths of it.
InkPatch InkIn(const image::Image& grey, const Box& region, double ink_rank) {
  InkPatch patch;
  const int x0 = std::max(0, static_cast<int>(region.x0));
  const int y0 = std::max(0, static_cast<int>(region.y0));
  const int x1 = std::min(grey.width(), static_cast<int>(std::ceil(region.x1)));
  const int y1 = std::min(grey.height(), static_cast<int>(std::ceil(region.y1)));
  if (x1 - x0 < 3 || y1 - y0 < 3) return patch;
  std::array<size_t, 256> histogram{};
  std::vector<uint8_t> values;
  values.reserve(static_cast<size_t>(x1 - x0) * static_cast<size_t>(y1 - y0));
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      l_uint32 value = 255;
      pixGetPixel(grey.get(), x, y, &value);
      values.push_back(static_cast<uint8_t>(value));
      ++histogram[value & 255U];
    }
  }
  const auto rank = [&](double share) {
    auto left = static_cast<size_t>(share * static_cast<double>(values.size()));
    int value = 0;
    while (value < 255 && left >= histogram[static_cast<size_t>(value)]) {
      left -= histogram[static_cast<size_t>(value)];
      ++value;
    }
    return value;
  };
  const int paper = rank(kPaperRank), dark = rank(ink_rank);
  if (paper - dark < kMinContrast) return patch;
  patch.width = x1 - x0;
  patch.height = y1 - y0;
  patch.ink.reserve(values.size());
  for (const uint8_t value : values) {
    const float ink = static_cast<float>(paper - value) / static_cast<float>(paper - dark);
    patch.ink.push_back(std::clamp(ink, 0.0F, 1.0F));
  }
  return patch;
}

std::optional<InkLayer> LayerOf(const image::Image& ink, const FootBlock& block, double ink_rank) {
  InkLayer layer;
  if (ink.empty()) return std::nullopt;
  layer.scanned = InkIn(ink, block.region, ink_rank);
  if (layer.scanned.empty()) return std::nullopt;
  for (const Box& box : block.taken) {
    Blank(layer.scanned, Moved(box, -block.region.x0, -block.region.y0));
  }
  return layer;
}

void TakeRings(InkLayer& layer) {
  layer.whole = layer.scanned;
  if (layer.seal) image::EraseRings(layer.whole, *layer.seal);
  layer.dark = Darkest(layer.whole);
}

// Whether a blob stands on the same line as letters that are surely the row's and is as high: the words of
// a seal's rim stand askew to it.
struct Alignment {
  double bottom = 0, height = 0;  // medians
  // A piece of a letter that a ring has cut.
  bool Holds(const Box& box) const {
    return box.y0 > bottom - 1.45 * height && box.y1 < bottom + 0.2 * height;
  }
  bool Fits(const Box& box) const {
    return std::abs(box.y1 - bottom) < 0.22 * height && box.height() > 0.6 * height &&
           box.height() < 1.7 * height;
  }
};

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

bool InSeal(const InkLayer& layer, const Box& box) {
  return layer.seal && layer.seal->Holds(box.center_x(), box.center_y(), -2);
}

Alignment AlignmentOf(const std::vector<Box>& letters) {
  std::vector<double> bottoms, heights;
  for (const Box& box : letters) {
    bottoms.push_back(box.y1);
    heights.push_back(box.height());
  }
  return {Median(std::move(bottoms)), Median(std::move(heights))};
}

// The row without letters of the seal; none where nothing of it stands outside.
std::optional<TextRow> OutsideSeal(const InkLayer& layer, const Blobs& blobs, const TextRow& row) {
  if (!layer.seal) return row;
  const auto box = [&](int i) -> const Box& { return blobs.blobs[static_cast<size_t>(i)].box; };
  std::vector<Box> outside;
  for (const int letter : row.letters) {
    if (!InSeal(layer, box(letter))) outside.push_back(box(letter));
  }
  if (outside.size() < 2) return std::nullopt;
  const Alignment line = AlignmentOf(outside);
  TextRow out;
  out.box = outside.front();
  for (const Box& here : outside) out.box = Union(out.box, here);
  // From the seal's edge inward.
  std::vector<int> inside;
  for (const int letter : row.letters) {
    (InSeal(layer, box(letter)) ? inside : out.letters).push_back(letter);
  }
  std::ranges::sort(inside, {}, [&](int letter) {
    return std::abs(box(letter).center_x() - out.box.center_x());
  });
  for (const int letter : inside) {
    const Box& here = box(letter);
    const double gap = std::max(out.box.x0 - here.x1, here.x0 - out.box.x1);
    if (!line.Fits(here) || gap > kGapInSeal * layer.word) continue;
    out.box = Union(out.box, here);
    out.letters.push_back(letter);
  }
  return out;
}

bool ReachesIn(const Box& box, const InkPatch& patch, Cut cut) {
  return (box.y0 <= 0 && cut != Cut::kUnderLast) ||
         (box.y1 >= patch.height && cut != Cut::kOverNext);
}

// A row's surroundings while it is decided what of them is the row's.
struct Surroundings {
  Blobs blobs;
  std::vector<bool> gone;
  Box letters;  // the row's
};

// Blobs over and under the row's letters stay, those beside it at its height join while they are near.
Box Join(const InkLayer& layer, const Strip& strip, Cut cut, Surroundings& around) {
  const double word = layer.word;
  const std::vector<Blob>& blobs = around.blobs.blobs;
  Alignment line{around.letters.y1, around.letters.height()};
  std::vector<Box> sure;
  for (const Blob& blob : blobs) {
    const bool within =
        blob.box.center_x() > around.letters.x0 && blob.box.center_x() < around.letters.x1;
    if (within && blob.box.height() > 0.3 * word && !ReachesIn(blob.box, strip.patch, cut) &&
        !InSeal(layer, Moved(blob.box, strip.x, strip.y))) {
      sure.push_back(blob.box);
    }
  }
  if (!sure.empty()) line = AlignmentOf(sure);

  std::vector<size_t> beside;
  for (size_t i = 0; i < blobs.size(); ++i) {
    const Box& box = blobs[i].box;
    const bool stroke = box.width() > 5 * word && blobs[i].area < 0.2 * word * box.width();
    if (stroke || ReachesIn(box, strip.patch, cut)) continue;
    const bool seals = InSeal(layer, Moved(box, strip.x, strip.y)) && box.height() > 0.3 * word &&
                       !line.Fits(box) && (cut == Cut::kDark || !line.Holds(box));
    if (seals) continue;
    const bool within = box.center_x() > around.letters.x0 && box.center_x() < around.letters.x1;
    if (within) {
      around.gone[i] = false;
    } else if (VerticalOverlap(box, around.letters) > 0.5 * box.height() &&
               box.height() >= 0.3 * word) {
      beside.push_back(i);
    }
  }
  Box kept = around.letters;
  for (bool grown = true; grown;) {
    grown = false;
    for (const size_t i : beside) {
      const Box& box = blobs[i].box;
      if (!around.gone[i]) continue;
      const double gap = word * (InSeal(layer, Moved(box, strip.x, strip.y)) ? kGapInSeal : kGap);
      if (kept.x0 - box.x1 > gap || box.x0 - kept.x1 > gap) continue;
      around.gone[i] = false;
      kept = Union(kept, box);
      grown = true;
    }
  }
  // Marks over letters that were added.
  for (size_t i = 0; i < blobs.size(); ++i) {
    const Box& box = blobs[i].box;
    if (!ReachesIn(box, strip.patch, cut) && box.height() < 0.5 * word && box.width() < word &&
        box.center_x() > kept.x0 && box.center_x() < kept.x1) {
      around.gone[i] = false;
    }
  }
  return kept;
}

Strip Part(const InkPatch& from, const Box& band) {
  Strip strip;
  strip.x = std::max(0.0, std::floor(band.x0));
  strip.y = std::max(0.0, std::floor(band.y0));
  strip.patch = PartOf(from, {strip.x, strip.y, band.x1, band.y1});
  return strip;
}

}  // namespace

std::vector<InkLayer> InkLayersOf(const Sheet& sheet, const FootBlock& block, double word) {
  std::vector<InkLayer> layers;
  const auto add = [&](std::optional<InkLayer> layer) {
    if (!layer) return;
    layer->word = word;
    layer->seal = image::FindSeal(layer->scanned, sheet.prepared.dpi);
    TakeRings(*layer);
    layers.push_back(*std::move(layer));
  };
  if (sheet.scanned == nullptr || !image::HasColour(*sheet.scanned)) {
    add(LayerOf(sheet.prepared.image, block, kPrintRank));
    return layers;
  }
  const auto layer = [&](Result<image::Image> ink, double ink_rank) {
    return ink ? LayerOf(image::Alike(*ink, sheet.prepared), block, ink_rank) : std::nullopt;
  };
  add(layer(image::BlackInk(*sheet.scanned), kPrintRank));
  add(layer(image::RedInk(*sheet.scanned), kStampRank));
  // A red seal is not in the print: where its rings cross letters, the letters are whole.
  if (layers.size() == 2 && layers[1].seal) {
    layers[0].seal = layers[1].seal;
    layers[0].whole = layers[0].scanned;
    layers[0].dark = Darkest(layers[0].whole);
  }
  return layers;
}

std::vector<TextRow> LetterRowsOf(const InkLayer& layer) {
  const Blobs blobs = image::BlobsOf(layer.dark, kInk);
  std::vector<TextRow> rows;
  for (const TextRow& row : image::RowsOf(blobs.blobs, layer.word, kFewestLetters)) {
    if (auto outside = OutsideSeal(layer, blobs, row)) rows.push_back(*std::move(outside));
  }
  return rows;
}

Strip CutRow(const InkLayer& layer, const TextRow& row, Cut cut) {
  const double word = layer.word;
  if (cut == Cut::kScanned) {
    return Part(layer.scanned, {row.box.x0 - 0.5 * word, row.box.y0 - 0.3 * word,
                                row.box.x1 + 0.5 * word, row.box.y1 + 0.3 * word});
  }
  const double above = cut == Cut::kUnderLast ? kClip : kAbove;
  const double below = cut == Cut::kOverNext ? kClip : kBelow;
  Strip strip = Part(cut == Cut::kWhole ? layer.whole : layer.dark,
                     {row.box.x0 - kLeftward * word, row.box.y0 - above * word,
                      row.box.x1 + kRightward * word, row.box.y1 + below * word});
  if (strip.patch.empty()) return strip;
  Surroundings around;
  around.blobs = image::BlobsOf(strip.patch, kInk);
  around.gone.assign(around.blobs.blobs.size(), true);
  around.letters = Moved(row.box, -strip.x, -strip.y);
  const Box kept = Join(layer, strip, cut, around);
  image::Erase(strip.patch, around.blobs, around.gone);
  const double x0 = std::max(0.0, std::floor(kept.x0 - 3));
  strip.patch = PartOf(strip.patch, {x0, 0, kept.x1 + 3, static_cast<double>(strip.patch.height)});
  strip.x += x0;
  return strip;
}

}  // namespace vanthu::reading
