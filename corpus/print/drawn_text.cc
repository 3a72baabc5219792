#include "drawn_text.h"

#include <pango/pangocairo.h>

#include <memory>

namespace vanthu::corpus {
namespace {

struct FreeObject {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using LayoutHandle = std::unique_ptr<PangoLayout, FreeObject>;

const char* Description(Face face) {
  switch (face) {
    case Face::kSansBold: return "Liberation Sans Bold";
    case Face::kNarrow: return "Liberation Sans Narrow";
    case Face::kItalic: return "Liberation Serif Italic";
    case Face::kSans: break;
  }
  return "Liberation Sans";
}

LayoutHandle MakeLayout(cairo_t* cairo, const std::string& text, Face face, double size) {
  LayoutHandle layout(pango_cairo_create_layout(cairo));
  PangoFontDescription* font = pango_font_description_from_string(Description(face));
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

}  // namespace

double DrawnTextWidth(cairo_t* cairo, const std::string& text, Face face, double size) {
  const LayoutHandle layout = MakeLayout(cairo, text, face, size);
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  return static_cast<double>(extents.width) / PANGO_SCALE;
}

void DrawText(cairo_t* cairo, const std::string& text, Face face, double size, double x,
              double y) {
  const LayoutHandle layout = MakeLayout(cairo, text, face, size);
  cairo_new_path(cairo);
  cairo_move_to(cairo, x, y);
  pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout.get(), 0));
  cairo_fill(cairo);
}

}  // namespace vanthu::corpus
