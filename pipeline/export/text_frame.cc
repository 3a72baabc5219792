#include "pipeline/export/text_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "models/text/utf8.h"

namespace vanthu::exporting {
namespace {

// Of a line's height: what hangs below the base line where no word tells it.
constexpr double kTail = 0.2;
// Degrees: a scan is fed askew by less, beyond it the few words of a page deceive.
constexpr double kMostSkew = 10;
// Words in lines of more than one; a head of two lines has as many.
constexpr int kFewestSteps = 3;

constexpr std::u32string_view kTails = U"gpqyjQ,;()[]{}/|_$ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ";

bool HasTail(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (kTails.find(c.value) != std::u32string_view::npos) return true;
    at += std::max<size_t>(1, c.length);
  }
  return false;
}

// The value that a share of all is below.
double Quantile(std::vector<double> values, double share) {
  const auto place = static_cast<size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                   values.end());
  return values[place];
}

}  // namespace

int TextFrame::Quarters() const {
  if (std::abs(dx) >= std::abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}

TextFrame FrameOf(const Page& page) {
  double x = 0, y = 0;
  int steps = 0;
  for (const Line& line : page.lines) {
    if (line.words.size() < 2) continue;
    const Box &first = line.words.front().box, &last = line.words.back().box;
    x += last.center_x() - first.center_x();
    y += last.center_y() - first.center_y();
    steps += static_cast<int>(line.words.size()) - 1;
  }
  const double length = std::hypot(x, y);
  TextFrame frame;
  if (steps < kFewestSteps || length <= 0) return frame;
  frame = {x / length, y / length};
  const int quarters = frame.Quarters();
  const TextFrame straight{quarters == 0   ? 1.0
                           : quarters == 2 ? -1.0
                                           : 0.0,
                           quarters == 1   ? 1.0
                           : quarters == 3 ? -1.0
                                           : 0.0};
  const double askew = std::asin(std::abs(frame.dx * straight.dy - frame.dy * straight.dx));
  return askew * 180 / std::numbers::pi > kMostSkew ? straight : frame;
}

Span SpanOf(const TextFrame& frame, const Box& box) {
  const PlacePoint center{box.center_x(), box.center_y()};
  double half_along = box.width() / 2, half_across = box.height() / 2;
  if (frame.Quarters() % 2 == 1) std::swap(half_along, half_across);
  const double along = frame.Along(center), across = frame.Across(center);
  return {along - half_along, along + half_along, across - half_across, across + half_across};
}

LineFit FitLine(const TextFrame& frame, const Line& line) {
  if (line.words.empty()) {
    const Span span = SpanOf(frame, *line.box);
    return {span.top, span.bottom - kTail * (span.bottom - span.top), span.bottom};
  }
  std::vector<double> tops, bottoms, bases;
  for (const Word& word : line.words) {
    const Span span = SpanOf(frame, word.box);
    tops.push_back(span.top);
    bottoms.push_back(span.bottom);
    if (!HasTail(word.text)) bases.push_back(span.bottom);
  }
  // A word whose box swallowed a stroke of its neighbour above does not make the line higher.
  LineFit fit{Quantile(tops, 0.1), 0, Quantile(bottoms, 0.9)};
  fit.bottom = std::max(fit.bottom, fit.top + 1);
  const double height = fit.bottom - fit.top;
  fit.base = bases.empty() ? fit.bottom - kTail * height : Quantile(bases, 0.5);
  fit.base = std::clamp(fit.base, fit.top + height / 2, fit.bottom);
  return fit;
}

}  // namespace vanthu::exporting
