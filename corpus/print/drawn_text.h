// Short texts drawn as outlines, for seals and stamps: they leave no text layer behind.
#pragma once

#include <cairo.h>

#include <string>

namespace vanthu::corpus {

enum class Face { kSans, kSansBold, kNarrow, kItalic };

// Width of the text in points at that size.
double DrawnTextWidth(cairo_t* cairo, const std::string& text, Face face, double size);

// Fills the outlines of the text with the current source, its baseline beginning at (x, y).
void DrawText(cairo_t* cairo, const std::string& text, Face face, double size, double x, double y);

}  // namespace vanthu::corpus
