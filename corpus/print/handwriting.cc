#include "handwriting.h"

#include <algorithm>
#include <map>
#include <vector>

#include "drawn_text.h"

namespace vanthu::corpus {
namespace {

using Stroke = std::vector<Point>;

// Points in a box one high, y upward from the baseline; `width` is the way to the next glyph.
struct Glyph {
  double width;
  std::vector<Stroke> strokes;
};

// Several ways to write a character, one of them taken by chance.
const std::map<char, std::vector<Glyph>>& Glyphs() {
  static const std::map<char, std::vector<Glyph>> kGlyphs = {
      {'0', {{0.72, {{{0.34, 0.98}, {0.1, 0.72}, {0.08, 0.3}, {0.3, 0.01}, {0.54, 0.28},
                      {0.55, 0.72}, {0.36, 0.99}, {0.26, 0.92}}}}}},
      {'1', {{0.45, {{{0.22, 1.0}, {0.2, 0.5}, {0.18, 0.0}}}},
             {0.5, {{{0.06, 0.72}, {0.28, 1.0}, {0.26, 0.5}, {0.24, 0.0}}}}}},
      {'2', {{0.72, {{{0.08, 0.76}, {0.28, 1.0}, {0.52, 0.82}, {0.38, 0.42}, {0.08, 0.03},
                      {0.12, 0.02}, {0.36, 0.04}, {0.6, 0.03}}}},
             {0.74, {{{0.1, 0.8}, {0.34, 1.0}, {0.52, 0.76}, {0.3, 0.3}, {0.1, 0.06},
                      {0.2, 0.16}, {0.4, 0.02}, {0.62, 0.08}}}}}},
      {'3', {{0.68, {{{0.1, 0.9}, {0.34, 1.0}, {0.5, 0.78}, {0.24, 0.54}, {0.3, 0.53},
                      {0.54, 0.3}, {0.34, 0.01}, {0.06, 0.1}}}},
             {0.68, {{{0.08, 0.97}, {0.5, 0.97}, {0.26, 0.6}}, {{0.26, 0.6}, {0.54, 0.36},
                      {0.38, 0.02}, {0.06, 0.08}}}}}},
      {'4', {{0.74, {{{0.36, 0.98}, {0.2, 0.62}, {0.06, 0.34}, {0.32, 0.33}, {0.64, 0.36}},
                     {{0.46, 0.62}, {0.44, 0.3}, {0.42, -0.04}}}},
             {0.72, {{{0.14, 0.95}, {0.08, 0.5}, {0.3, 0.42}, {0.6, 0.46}},
                     {{0.5, 0.96}, {0.46, 0.5}, {0.44, -0.05}}}}}},
      {'5', {{0.7, {{{0.18, 0.96}, {0.12, 0.56}, {0.34, 0.6}, {0.54, 0.34}, {0.36, 0.02},
                     {0.06, 0.08}},
                    {{0.18, 0.96}, {0.36, 0.95}, {0.58, 0.98}}}}}},
      {'6', {{0.68, {{{0.46, 0.98}, {0.2, 0.7}, {0.08, 0.28}, {0.28, 0.0}, {0.52, 0.22},
                      {0.36, 0.48}, {0.12, 0.3}}}}}},
      {'7', {{0.66, {{{0.06, 0.92}, {0.3, 0.96}, {0.56, 0.96}, {0.38, 0.5}, {0.24, -0.02}}}},
             {0.68, {{{0.06, 0.86}, {0.12, 0.96}, {0.56, 0.95}, {0.36, 0.46}, {0.26, -0.02}},
                     {{0.16, 0.46}, {0.5, 0.5}}}}}},
      {'8', {{0.68, {{{0.5, 0.86}, {0.3, 1.0}, {0.12, 0.78}, {0.3, 0.54}, {0.52, 0.24},
                      {0.3, 0.0}, {0.08, 0.22}, {0.32, 0.55}, {0.5, 0.84}}}}}},
      {'9', {{0.66, {{{0.52, 0.84}, {0.3, 1.0}, {0.1, 0.74}, {0.26, 0.5}, {0.52, 0.78},
                      {0.5, 0.4}, {0.34, -0.04}}}},
             {0.66, {{{0.5, 0.88}, {0.26, 0.98}, {0.1, 0.7}, {0.34, 0.54}, {0.52, 0.9},
                      {0.46, 0.3}, {0.16, 0.02}}}}}},
      {'/', {{0.46, {{{0.4, 1.08}, {0.24, 0.5}, {0.04, -0.12}}}}}},
      {'-', {{0.46, {{{0.06, 0.44}, {0.36, 0.47}}}}}},
      {'.', {{0.26, {{{0.1, 0.02}}}}}},
      {',', {{0.26, {{{0.12, 0.04}, {0.06, -0.14}}}}}},
      {':', {{0.28, {{{0.12, 0.08}}, {{0.13, 0.5}}}}}},
      {' ', {{0.35, {}}}},
  };
  return kGlyphs;
}

std::string FirstCharacter(const std::string& text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  return text.substr(at, end - at);
}

constexpr double kTypeSize = 1.35;  // of italic type beside digits one high

class Writer {
 public:
  Writer(cairo_t* cairo, const WritingPlace& place, const Pen& pen, Rng& rng)
      : cairo_(cairo), place_(place), pen_(pen), rng_(rng) {}

  void Write(const std::string& text) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
      signs_.push_back(Choose(FirstCharacter(text, at)));
      at += signs_.back().character.size();
      width += signs_.back().width;
    }
    const double fit = std::min(1.0, place_.width / std::max(width, 1.0));
    double x = place_.left + std::max(0.0, (place_.width - width * fit) * rng_.Between(0.2, 0.8));
    const double rise = rng_.Between(-0.04, 0.03);  // of the whole word along its line
    for (const Sign& sign : signs_) {
      const double y = place_.baseline + rise * (x - place_.left) + rng_.Between(-0.7, 0.7);
      Draw(sign, x, y, fit);
      x += sign.width * fit;
    }
  }

 private:
  struct Sign {
    std::string character;
    const Glyph* glyph;  // null: no curves for it
    double width;
  };

  Sign Choose(const std::string& character) {
    const auto found = character.size() == 1 ? Glyphs().find(character[0]) : Glyphs().end();
    if (found == Glyphs().end()) {
      return {character, nullptr,
              DrawnTextWidth(cairo_, character, Face::kItalic, place_.digit_height * kTypeSize)};
    }
    const auto& ways = found->second;
    const Glyph& glyph = ways[static_cast<std::size_t>(rng_.Below(static_cast<int>(ways.size())))];
    return {character, &glyph, glyph.width * place_.digit_height * rng_.Between(0.92, 1.1)};
  }

  void Draw(const Sign& sign, double x, double y, double fit) {
    if (sign.glyph == nullptr) {
      SetColour(cairo_, pen_.ink);
      DrawText(cairo_, sign.character, Face::kItalic, place_.digit_height * kTypeSize * fit, x, y);
      return;
    }
    const double height = place_.digit_height * rng_.Between(0.92, 1.1) * std::max(fit, 0.75);
    for (const Stroke& stroke : sign.glyph->strokes) {
      std::vector<Point> points;
      for (const Point& point : stroke) {
        const double px = (point.x + Shake()) * place_.digit_height * fit;
        const double py = (point.y + Shake()) * height;
        points.push_back({x + px + py * pen_.slant, y - py});
      }
      StrokeThrough(cairo_, points, pen_);
    }
  }

  double Shake() { return rng_.Between(-0.03, 0.03); }

  cairo_t* cairo_;
  const WritingPlace& place_;
  const Pen& pen_;
  Rng& rng_;
  std::vector<Sign> signs_;
};

}  // namespace

void WriteByHand(cairo_t* cairo, const std::string& text, const WritingPlace& place,
                 const Pen& pen, Rng& rng) {
  Writer(cairo, place, pen, rng).Write(text);
}

}  // namespace vanthu::corpus
