#include "paint.h"

#include <pango/pangocairo.h>

namespace vanthu::corpus {
namespace {

void PaintText(cairo_t* cairo, const TextItem& item) {
  cairo_move_to(cairo, item.left + item.line.x, item.baseline);
  pango_cairo_show_layout_line(
      cairo, pango_layout_get_line_readonly(item.line.layout.get(), item.line.index));
}

}  // namespace

void PaintType(cairo_t* cairo, const Page& page) {
  SetColour(cairo, kBlack);
  for (const TextItem& item : page.texts) PaintText(cairo, item);
  for (const RuleItem& rule : page.rules) {
    cairo_set_line_width(cairo, rule.thickness);
    cairo_move_to(cairo, rule.x1, rule.y1);
    cairo_line_to(cairo, rule.x2, rule.y2);
    cairo_stroke(cairo);
  }
}

void PaintBoxedWords(cairo_t* cairo, const BoxedWords& words, Colour colour, double tilt) {
  const double x = words.box.left + words.box.width / 2;
  const double y = words.box.top + words.box.height / 2;
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_rotate(cairo, tilt);
  cairo_translate(cairo, -x, -y);
  SetColour(cairo, colour);
  cairo_set_line_width(cairo, 1.2);
  cairo_rectangle(cairo, words.box.left, words.box.top, words.box.width, words.box.height);
  cairo_stroke(cairo);
  PaintText(cairo, words.text);
  cairo_restore(cairo);
}

}  // namespace vanthu::corpus
