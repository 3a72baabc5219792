#include "pipeline/layout/stamps.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace vanthu::layout {
namespace {

// Upper part of a page in which a left block is the head's, not the foot's.
constexpr double kHeadShare = 0.5;

// Before which of the page's lines a stamp at this place is read.
std::size_t PlaceOf(const Line& stamp, const Page& page) {
  if (!stamp.box) return 0;
  std::size_t place = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (line.column != Column::kLeft || !line.box) continue;
    if (page.height && line.box->y0 > kHeadShare * *page.height) continue;
    if (line.box->center_y() < stamp.box->center_y()) place = i + 1;
  }
  return place;
}

}  // namespace

void PlaceStamps(Page& page) {
  std::vector<Line> first;
  for (const Line& stamp : page.stamps) {
    // A stamp of several lines has one that says where it came in.
    const bool alone = std::ranges::none_of(page.stamps, [&](const Line& other) {
      return &other != &stamp && other.box && stamp.box &&
             HorizontalOverlap(*other.box, *stamp.box) > 0 &&
             other.box->y0 < stamp.box->y1 + stamp.box->height() &&
             stamp.box->y0 < other.box->y1 + stamp.box->height();
    });
    if (!alone) {
      first.push_back(stamp);
      continue;
    }
    Line line = stamp;
    const std::size_t place = PlaceOf(stamp, page);
    if (place > 0) line.column = Column::kLeft;
    line.starts_paragraph = true;
    page.lines.insert(page.lines.begin() + static_cast<std::ptrdiff_t>(place), std::move(line));
  }
  page.lines.insert(page.lines.begin(), first.begin(), first.end());
}

}  // namespace vanthu::layout
