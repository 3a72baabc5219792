#include "stamp.h"

#include <algorithm>
#include <string>
#include <vector>

#include "drawn_text.h"
#include "handwriting.h"
#include "sheet.h"

namespace vanthu::corpus {
namespace {

constexpr double kWidth = 50 * kPointsPerMm, kHeight = 35 * kPointsPerMm;
constexpr double kSideShare = 0.27;  // of the width, for ĐẾN

// How much type a box would cover, in square points.
double Covered(const Page& page, const Box& box) {
  double covered = 0;
  for (const TextItem& item : page.texts) {
    const double left = item.left + item.line.x;
    const double top = item.baseline - item.line.size;
    const double width = std::min(left + item.line.width, box.left + box.width) -
                         std::max(left, box.left);
    const double height = std::min(item.baseline + 3, box.top + box.height) -
                          std::max(top, box.top);
    if (width > 0 && height > 0) covered += width * height;
  }
  return covered;
}

// The place in the right half that covers the least type, the higher one of equals.
Box FreePlace(const Page& page) {
  Box best{page.width / 2, 40, kWidth, kHeight};
  double least = 1e12;
  for (double top = 36; top + kHeight < page.height - 36; top += 5) {
    for (double left = page.width - kWidth - 14; left > page.width / 2 - 20; left -= 10) {
      const Box box{left, top, kWidth, kHeight};
      const double cost = Covered(page, box) + top * 0.02;
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
  }
  return best;
}

struct Entry {       // "Số: 1046": a printed label and what the clerk filled in
  std::string label;
  std::string filled;
};

struct StampText {
  std::vector<std::string> office;
  std::string side;  // ĐẾN, CÔNG VĂN ĐẾN
  std::vector<Entry> entries;
};

bool EndsWith(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() &&
         text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

StampText Understand(const Lines& lines) {
  StampText stamp;
  for (const Line& line : lines) {
    const std::string text = PlainText(line);
    const auto colon = text.find(':');
    if (colon != std::string::npos) {
      const auto begin = text.find_first_not_of(" .…", colon + 1);
      stamp.entries.push_back({text.substr(0, colon + 1),
                               begin == std::string::npos ? "" : text.substr(begin)});
    } else if (EndsWith(text, "ĐẾN") || text == "ĐẾN") {
      stamp.side = text;
    } else {
      stamp.office.push_back(text);
    }
  }
  return stamp;
}

void CentredText(cairo_t* cairo, const std::string& text, Face face, double size, const Box& box,
                 double y) {
  const double natural = DrawnTextWidth(cairo, text, face, size);
  const double fitted = std::min(size, size * (box.width - 6) / std::max(natural, 1.0));
  const double width = DrawnTextWidth(cairo, text, face, fitted);
  DrawText(cairo, text, face, fitted, box.left + (box.width - width) / 2, y);
}

void Line2(cairo_t* cairo, double x1, double y1, double x2, double y2) {
  cairo_move_to(cairo, x1, y1);
  cairo_line_to(cairo, x2, y2);
  cairo_stroke(cairo);
}

void DottedLine(cairo_t* cairo, double x1, double x2, double y) {
  const double dash[] = {0.9, 1.8};
  cairo_save(cairo);
  cairo_set_line_width(cairo, 0.9);
  cairo_set_dash(cairo, dash, 2, 0);
  Line2(cairo, x1, y, x2, y);
  cairo_restore(cairo);
}

void PaintEntries(cairo_t* cairo, const Box& box, const StampText& stamp, Colour colour,
                  const Pen& pen, Rng& rng) {
  if (stamp.entries.empty()) return;
  const double pitch = box.height / static_cast<double>(stamp.entries.size());
  double y = box.top + pitch * 0.66;
  for (const Entry& entry : stamp.entries) {
    SetColour(cairo, colour);
    constexpr double kSize = 9.5;
    DrawText(cairo, entry.label, Face::kNarrow, kSize, box.left + 4, y);
    const double start =
        box.left + 7 + DrawnTextWidth(cairo, entry.label, Face::kNarrow, kSize);
    DottedLine(cairo, start, box.left + box.width - 4, y + 1);
    const WritingPlace place{start, y, box.left + box.width - 5 - start,
                             std::min(13.0, pitch * 0.62)};
    WriteByHand(cairo, entry.filled, place, pen, rng);
    y += pitch;
  }
}

}  // namespace

Box PlaceStamp(const Page& page, StampPlace place, Rng& rng) {
  if (place == StampPlace::kRight) return FreePlace(page);
  const Box& hint = *page.stamp;
  const bool left = rng.Chance(0.6);
  const double x = left ? hint.left - rng.Between(30, 60)
                        : hint.left + hint.width - kWidth + rng.Between(5, 40);
  // Over the title the stamp hides one end of it; over the body it lies across the first lines.
  const double y = place == StampPlace::kTitle ? hint.top + rng.Between(-24, 4)
                                               : hint.top + rng.Between(0, 60);
  const double last_x = page.width - kWidth - 8;
  return {std::clamp(x, 8.0, last_x), y, kWidth, kHeight};
}

void PaintStamp(cairo_t* cairo, const Box& box, const Lines& lines, Colour colour, const Pen& pen,
                Rng& rng) {
  const StampText stamp = Understand(lines);
  const double x = box.left + box.width / 2, y = box.top + box.height / 2;
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_rotate(cairo, rng.Between(-0.06, 0.06));
  cairo_translate(cairo, -x, -y);
  SetColour(cairo, colour);
  cairo_set_line_width(cairo, 1.3);
  cairo_rectangle(cairo, box.left, box.top, box.width, box.height);
  cairo_stroke(cairo);

  double top = box.top;
  for (const std::string& office : stamp.office) {
    CentredText(cairo, office, Face::kSansBold, 8.5, {box.left, top, box.width, 12}, top + 11.5);
    top += 12.5;
  }
  if (!stamp.office.empty()) top += 4;
  Line2(cairo, box.left, top, box.left + box.width, top);
  const double side = box.left + (stamp.side.empty() ? 0 : box.width * kSideShare);
  const double bottom = box.top + box.height;
  if (!stamp.side.empty()) {
    Line2(cairo, side, top, side, bottom);
    CentredText(cairo, stamp.side, Face::kSansBold, 15, {box.left, top, side - box.left, 0},
                (top + bottom) / 2 + 5);
  }
  PaintEntries(cairo, {side, top, box.left + box.width - side, bottom - top}, stamp, colour, pen,
               rng);
  cairo_restore(cairo);
}

}  // namespace vanthu::corpus
