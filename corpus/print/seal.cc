#include "seal.h"

#include <glib.h>

#include <cmath>
#include <numbers>

#include "drawn_text.h"

namespace vanthu::corpus {
namespace {

constexpr std::size_t kCentreLine = 12;  // characters in a line of the middle

std::size_t Characters(const std::string& text) {
  return static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
}

std::vector<std::string> CharactersOf(const std::string& text) {
  std::vector<std::string> characters;
  const gchar* at = text.c_str();
  while (*at != '\0') {
    const gchar* next = g_utf8_next_char(at);
    characters.emplace_back(at, static_cast<std::size_t>(next - at));
    at = next;
  }
  return characters;
}

// At most three lines, broken at blanks.
std::vector<std::string> Broken(const std::string& text) {
  std::vector<std::string> lines;
  std::string word;
  const auto take = [&] {
    if (word.empty()) return;
    const bool joins =
        !lines.empty() && (Characters(lines.back()) + Characters(word) < kCentreLine ||
                           lines.size() == 3);
    if (joins) lines.back() += " " + word; else lines.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ') take(); else word += c;
  }
  take();
  return lines;
}

void Star(cairo_t* cairo, double x, double y, double radius) {
  for (int i = 0; i < 10; ++i) {
    const double angle = i * std::numbers::pi / 5 - std::numbers::pi / 2;
    const double reach = i % 2 == 0 ? radius : radius * 0.38;
    cairo_line_to(cairo, x + reach * std::cos(angle), y + reach * std::sin(angle));
  }
  cairo_close_path(cairo);
  cairo_fill(cairo);
}

// Letters around the upper three quarters of a ring, reading clockwise.
void RingText(cairo_t* cairo, const std::string& text, double radius, double size) {
  const auto characters = CharactersOf(text);
  const double arc = 1.55 * std::numbers::pi;
  const double step = std::min(arc / static_cast<double>(characters.size()), 0.34);
  double angle = -step * (static_cast<double>(characters.size()) - 1) / 2;
  for (const std::string& character : characters) {
    cairo_save(cairo);
    cairo_rotate(cairo, angle);
    const double width = DrawnTextWidth(cairo, character, Face::kSansBold, size);
    DrawText(cairo, character, Face::kSansBold, size, -width / 2, -radius);
    cairo_restore(cairo);
    angle += step;
  }
}

}  // namespace

SealWords SealWordsOf(const Letter& letter) {
  std::vector<std::string> offices;
  for (const Element& element : letter.elements) {
    const auto* head = std::get_if<Head>(&element);
    if (head == nullptr) continue;
    for (const Line& line : head->left) {
      const std::string text = PlainText(line);
      if (text.rfind("Số", 0) == 0 || IsShortRule(line) || text == "*") break;
      offices.push_back(text);
    }
    break;
  }
  if (offices.empty()) offices.push_back("VIỆT NAM");
  SealWords words;
  if (IsSplitName(offices.front())) {
    for (const std::string& part : offices) words.ring += (words.ring.empty() ? "" : " ") + part;
    return words;
  }
  words.ring = offices.size() > 1 ? offices.front() : "C.H.X.H.C.N VIỆT NAM";
  std::string rest;
  for (std::size_t i = offices.size() > 1 ? 1 : 0; i < offices.size(); ++i) {
    rest += (rest.empty() ? "" : " ") + offices[i];
  }
  words.centre = Broken(rest);
  return words;
}

void PaintSeal(cairo_t* cairo, const Box& box, const SealWords& words, Colour colour,
               double tilt) {
  const double radius = box.width / 2;
  cairo_save(cairo);
  cairo_translate(cairo, box.left + radius, box.top + box.height / 2);
  cairo_rotate(cairo, tilt);
  SetColour(cairo, colour);
  cairo_new_path(cairo);
  cairo_set_line_width(cairo, radius * 0.045);
  cairo_arc(cairo, 0, 0, radius * 0.975, 0, 2 * std::numbers::pi);
  cairo_stroke(cairo);
  cairo_set_line_width(cairo, radius * 0.02);
  cairo_arc(cairo, 0, 0, radius * 0.9, 0, 2 * std::numbers::pi);
  cairo_stroke(cairo);
  cairo_arc(cairo, 0, 0, radius * 0.62, 0, 2 * std::numbers::pi);
  cairo_stroke(cairo);
  RingText(cairo, words.ring, radius * 0.68, radius * 0.2);
  Star(cairo, 0, radius * 0.76, radius * 0.1);

  if (words.centre.empty()) Star(cairo, 0, 0, radius * 0.4);
  const double size = radius * 0.2;
  const double pitch = size * 1.35;
  double y = -pitch * (static_cast<double>(words.centre.size()) - 1) / 2 + size * 0.36;
  for (const std::string& line : words.centre) {
    const double width = DrawnTextWidth(cairo, line, Face::kSansBold, size);
    const double fitted = std::min(size, size * radius * 1.16 / std::max(width, 1.0));
    const double fitted_width = DrawnTextWidth(cairo, line, Face::kSansBold, fitted);
    DrawText(cairo, line, Face::kSansBold, fitted, -fitted_width / 2, y);
    y += pitch;
  }
  cairo_restore(cairo);
}

}  // namespace vanthu::corpus
