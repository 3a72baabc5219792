#include "pipeline/image/strokes.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace vanthu::image {
namespace {

// How much darker than the paper the darkest ink of a region is at least, of 255: a thin pen on a pale
// scan has 70, what shows through the sheet 20.
constexpr int kMinContrast = 50;
// From here on a pixel is ink. Lower than one half: pens are thin, and their strokes must not break.
constexpr float kInk = 0.4F;
// A piece with less of a side than this share of the highest piece is dust or a dot of a base line.
constexpr double kDust = 0.14;
constexpr int kMostParts = 4;

size_t Place(const InkPatch& patch, int x, int y) {
  return static_cast<size_t>(y) * static_cast<size_t>(patch.width) + static_cast<size_t>(x);
}

void Grow(Box& box, int x, int y) {
  box.x0 = std::min(box.x0, static_cast<double>(x));
  box.y0 = std::min(box.y0, static_cast<double>(y));
  box.x1 = std::max(box.x1, static_cast<double>(x + 1));
  box.y1 = std::max(box.y1, static_cast<double>(y + 1));
}

constexpr Box kNowhere{1e9, 1e9, -1, -1};

std::vector<Piece> Components(const InkPatch& patch) {
  std::vector<Piece> out;
  std::vector<bool> seen(patch.ink.size(), false);
  std::vector<int> open;
  for (size_t start = 0; start < patch.ink.size(); ++start) {
    if (seen[start] || patch.ink[start] < kInk) continue;
    Piece piece;
    piece.box = kNowhere;
    piece.component = static_cast<int>(out.size());
    open.assign(1, static_cast<int>(start));
    seen[start] = true;
    while (!open.empty()) {
      const int at = open.back();
      open.pop_back();
      piece.pixels.push_back(at);
      const int x = at % patch.width, y = at / patch.width;
      Grow(piece.box, x, y);
      for (int ny = std::max(0, y - 1); ny <= std::min(patch.height - 1, y + 1); ++ny) {
        for (int nx = std::max(0, x - 1); nx <= std::min(patch.width - 1, x + 1); ++nx) {
          const size_t next = Place(patch, nx, ny);
          if (seen[next] || patch.ink[next] < kInk) continue;
          seen[next] = true;
          open.push_back(static_cast<int>(next));
        }
      }
    }
    out.push_back(std::move(piece));
  }
  return out;
}

// Columns, counted from the piece's left, where a cut meets the least ink.
std::vector<int> CutsOf(const InkPatch& patch, const Piece& piece, double high) {
  const int width = static_cast<int>(piece.box.width());
  const int apart = std::max(3, static_cast<int>(high * 0.2));
  if (width < high * 0.45 || width < 2 * apart) return {};
  std::vector<int> column(static_cast<size_t>(width), 0);
  for (const int at : piece.pixels) {
    ++column[static_cast<size_t>(at % patch.width - static_cast<int>(piece.box.x0))];
  }
  // Digits touch at a point or along a side: a cut through more than half of the height is none.
  std::vector<std::pair<double, int>> found;
  for (int x = apart; x + apart < width; ++x) {
    const int here = column[static_cast<size_t>(x)];
    const int before = column[static_cast<size_t>(x - 1)],
              after = column[static_cast<size_t>(x + 1)];
    if (here > high * 0.5 || here > before || here > after) continue;
    // Of equal columns the middle one is the best.
    const double off_middle = std::abs(x - width / 2.0) / width;
    found.emplace_back(here + off_middle * 2, x);
  }
  std::sort(found.begin(), found.end());
  std::vector<int> cuts;
  for (const auto& [ink, x] : found) {
    if (cuts.size() + 1 >= kMostParts) break;
    const bool near = std::any_of(cuts.begin(), cuts.end(),
                                  [&, at = x](int cut) { return std::abs(cut - at) < apart; });
    if (!near) cuts.push_back(x);
  }
  std::sort(cuts.begin(), cuts.end());
  return cuts;
}

void AddParts(const InkPatch& patch, Piece piece, double high, std::vector<Piece>& out) {
  const std::vector<int> cuts = CutsOf(patch, piece, high);
  if (cuts.empty()) {
    out.push_back(std::move(piece));
    return;
  }
  std::vector<Piece> parts(cuts.size() + 1);
  for (Piece& part : parts) {
    part.box = kNowhere;
    part.component = piece.component;
  }
  for (const int at : piece.pixels) {
    const int x = at % patch.width, y = at / patch.width;
    const auto place =
        std::upper_bound(cuts.begin(), cuts.end(), x - static_cast<int>(piece.box.x0));
    Piece& part = parts[static_cast<size_t>(place - cuts.begin())];
    part.pixels.push_back(at);
    Grow(part.box, x, y);
  }
  for (Piece& part : parts) {
    if (!part.pixels.empty()) out.push_back(std::move(part));
  }
}

// Sum of the squares of the columns' ink: strokes that stand upright are in few columns.
double Gathered(const InkPatch& patch, double lean) {
  std::vector<double> column(static_cast<size_t>(patch.width + patch.height), 0);
  for (int y = 0; y < patch.height; ++y) {
    const int shift = static_cast<int>(std::lround(lean * y));
    for (int x = 0; x < patch.width; ++x) {
      if (patch.at(x, y) >= kInk) column[static_cast<size_t>(x + shift)] += 1;
    }
  }
  double sum = 0;
  for (const double c : column) sum += c * c;
  return sum;
}

}  // namespace

InkPatch InkOf(const Image& grey, const Box& region) {
  const int x0 = std::max(0, static_cast<int>(std::floor(region.x0)));
  const int y0 = std::max(0, static_cast<int>(std::floor(region.y0)));
  const int x1 = std::min(grey.width(), static_cast<int>(std::ceil(region.x1)));
  const int y1 = std::min(grey.height(), static_cast<int>(std::ceil(region.y1)));
  InkPatch patch;
  if (x1 - x0 < 3 || y1 - y0 < 3) return patch;
  std::array<int, 256> histogram{};
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
  // Paper is most of a region; the darkest hundredth stands for the ink.
  const auto rank = [&](double share) {
    auto left = static_cast<int>(share * static_cast<double>(values.size()));
    int value = 0;
    while (value < 255 && left >= histogram[static_cast<size_t>(value)]) {
      left -= histogram[static_cast<size_t>(value)];
      ++value;
    }
    return value;
  };
  const int paper = rank(0.75), dark = rank(0.01);
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

void KeepField(InkPatch& patch, const Box& field) {
  for (const Piece& piece : Components(patch)) {
    const double across = HorizontalOverlap(piece.box, field) / piece.box.width();
    const double down = VerticalOverlap(piece.box, field) / piece.box.height();
    const double middle = piece.box.center_x();
    const bool inside = middle >= field.x0 && middle < field.x1;
    const bool gone = down < 0.5 || (!inside && across < 0.35);
    const bool whole = inside && across > 0.75;
    for (const int at : piece.pixels) {
      const int x = at % patch.width;
      if (gone || (!whole && (x < field.x0 || x >= field.x1)))
        patch.ink[static_cast<size_t>(at)] = 0;
    }
  }
}

InkPatch Sheared(const InkPatch& patch, double lean) {
  if (patch.empty() || lean == 0) return patch;
  InkPatch out;
  const int room = static_cast<int>(std::ceil(std::abs(lean) * patch.height));
  out.width = patch.width + room;
  out.height = patch.height;
  out.ink.assign(static_cast<size_t>(out.width) * static_cast<size_t>(out.height), 0.0F);
  for (int y = 0; y < patch.height; ++y) {
    const double shift = lean >= 0 ? lean * y : room + lean * y;
    const int whole = static_cast<int>(shift);
    const auto part = static_cast<float>(shift - whole);
    for (int x = 0; x < patch.width; ++x) {
      const float ink = patch.at(x, y);
      out.ink[Place(out, x + whole, y)] += ink * (1 - part);
      if (part > 0) out.ink[Place(out, x + whole + 1, y)] += ink * part;
    }
  }
  return out;
}

InkPatch Stretched(const InkPatch& patch, double factor) {
  if (patch.empty() || factor <= 0) return patch;
  InkPatch out;
  out.width = std::max(1, static_cast<int>(std::lround(patch.width * factor)));
  out.height = patch.height;
  out.ink.reserve(static_cast<size_t>(out.width) * static_cast<size_t>(out.height));
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const double at = std::clamp((x + 0.5) / factor - 0.5, 0.0, patch.width - 1.0);
      const int left = static_cast<int>(at), right = std::min(left + 1, patch.width - 1);
      const auto part = static_cast<float>(at - left);
      out.ink.push_back(patch.at(left, y) * (1 - part) + patch.at(right, y) * part);
    }
  }
  return out;
}

double FindLean(const InkPatch& patch) {
  double best = 0, most = Gathered(patch, 0);
  for (int step = 1; step <= 6; ++step) {
    const double lean = step * 0.1;
    // A steeper lean must be clearly better: rounds have none.
    const double sum = Gathered(patch, lean) / (1 + 0.01 * step);
    if (sum > most) {
      most = sum;
      best = lean;
    }
  }
  return best;
}

std::vector<Piece> PiecesOf(const InkPatch& patch) {
  std::vector<Piece> components = Components(patch);
  double high = 0;
  for (const Piece& piece : components) high = std::max(high, piece.box.height());
  std::vector<Piece> out;
  for (Piece& piece : components) {
    const double side = std::max(piece.box.width(), piece.box.height());
    if (side < high * kDust || side < 3) continue;
    AddParts(patch, std::move(piece), high, out);
  }
  std::sort(out.begin(), out.end(),
            [](const Piece& a, const Piece& b) { return a.box.center_x() < b.box.center_x(); });
  return out;
}

std::vector<Piece> WholePiecesOf(const InkPatch& patch) {
  std::vector<Piece> components = Components(patch);
  double high = 0;
  for (const Piece& piece : components) high = std::max(high, piece.box.height());
  std::erase_if(components, [&](const Piece& piece) {
    const double side = std::max(piece.box.width(), piece.box.height());
    return side < high * kDust || side < 3;
  });
  std::ranges::sort(components, {}, [](const Piece& piece) { return piece.box.center_x(); });
  return components;
}

DigitPicture PictureOf(const InkPatch& patch, const std::vector<Piece>& pieces, size_t first,
                       size_t past) {
  DigitPicture picture{};
  Box box = kNowhere;
  for (size_t i = first; i < past; ++i) box = Union(box, pieces[i].box);
  const double side = std::max(box.width(), box.height());
  if (side <= 0) return picture;
  const double factor = kDigitInk / side;
  const double left = kDigitSide / 2.0 - box.center_x() * factor;
  const double top = kDigitSide / 2.0 - box.center_y() * factor;
  // Each pixel of ink spreads over the area that it covers.
  for (size_t i = first; i < past; ++i) {
    for (const int at : pieces[i].pixels) {
      const int x = at % patch.width, y = at / patch.width;
      const double x0 = x * factor + left, x1 = x0 + factor, y0 = y * factor + top,
                   y1 = y0 + factor;
      const float ink = patch.ink[static_cast<size_t>(at)];
      for (int py = static_cast<int>(y0); py < std::min<double>(kDigitSide, y1); ++py) {
        const double down = std::min<double>(py + 1, y1) - std::max<double>(py, y0);
        for (int px = static_cast<int>(x0); px < std::min<double>(kDigitSide, x1); ++px) {
          const double across = std::min<double>(px + 1, x1) - std::max<double>(px, x0);
          picture[static_cast<size_t>(py * kDigitSide + px)] +=
              ink * static_cast<float>(across * down);
        }
      }
    }
  }
  for (float& value : picture) value = std::min(value, 1.0F);
  return picture;
}

}  // namespace vanthu::image
