#include "pipeline/intake/pdf_text.h"

#include <poppler-page.h>

#include <algorithm>
#include <string_view>

#include "models/text/normalize.h"
#include "pipeline/intake/text_quality.h"

namespace vanthu::intake {
namespace {

// Of the font size: a word goes on in another font when the gap is smaller. Word spaces are 0.2 and
// more; kerning within a word stays below 0.1.
constexpr double kJoinGap = 0.12;

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Word MakeWord(const poppler::text_box& box, const std::string& font) {
  const poppler::byte_array utf8 = box.text().to_utf8();
  const poppler::rectf area = box.bbox();
  Word word;
  word.text = CleanLine({utf8.data(), utf8.size()});
  word.box = {std::min(area.left(), area.right()), std::min(area.top(), area.bottom()),
              std::max(area.left(), area.right()), std::max(area.top(), area.bottom())};
  word.bold = Contains(font, "Bold") || Contains(font, "bold") || Contains(font, "Black");
  word.italic = Contains(font, "Italic") || Contains(font, "italic") || Contains(font, "Oblique");
  return word;
}

// Producers change the font inside a word where one font lacks a letter ("t" "ư" "ớng").
bool GoesOn(const Word& before, const Word& after, double font_size) {
  const double gap = after.box.x0 - before.box.x1;
  const double common = VerticalOverlap(before.box, after.box);
  return gap > -kJoinGap * font_size && gap < kJoinGap * font_size &&
         common * 2 > std::min(before.box.height(), after.box.height());
}

}  // namespace

TextLayer ReadTextLayer(const poppler::page& page) {
  TextLayer layer;
  int block = 0;
  bool line_ended = false;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const std::string font = box.has_font_info() ? box.get_font_name() : std::string();
    Word word = MakeWord(box, font);
    if (word.text.empty()) continue;
    const size_t letters = CountLetters(word.text);
    layer.letters += letters;
    if (box.rotation() != 0) layer.turned_letters += letters;
    const bool same_line = !line_ended;
    line_ended = !box.has_space_after();
    if (!same_line && !layer.words.empty()) {
      Word& last = layer.words.back();
      if (GoesOn(last, word, box.has_font_info() ? box.get_font_size() : word.box.height())) {
        if (word.text.size() > last.text.size()) {  // a bold "(" makes no bold word
          last.bold = word.bold;
          last.italic = word.italic;
        }
        last.text = CleanLine(last.text + word.text);
        last.box = Union(last.box, word.box);
        continue;
      }
      ++block;
    }
    word.block = block;
    layer.words.push_back(std::move(word));
    layer.fonts.push_back(font);
  }
  return layer;
}

}  // namespace vanthu::intake
