#include "pipeline/intake/pdf_text.h"

#include <poppler-page.h>

#include <algorithm>
#include <string_view>

#include "models/text/normalize.h"
#include "pipeline/intake/text_quality.h"

namespace vanthu::intake {
namespace {

// Of the font size: a word goes on in another font when the gap is smaller. Word spaces are 0.2 and
// more; kerning within a word stays below 0.1, letters of a title that are set wider below 0.13.
constexpr double kJoinGap = 0.15;

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

SetText TextOf(const poppler::text_box& box) {
  const poppler::byte_array utf8 = box.text().to_utf8();
  return {std::string(utf8.begin(), utf8.end()),
          box.has_font_info() ? box.get_font_name() : std::string()};
}

// A word before it is known in which encoding it is written, by the pieces that the page sets.
struct Draft {
  Word word;  // without its text
  std::vector<SetText> pieces;
  size_t longest = 0;  // bytes of the piece that says how the word is set
};

Draft MakeDraft(const poppler::text_box& box, SetText piece) {
  const std::string& font = piece.font;
  const poppler::rectf area = box.bbox();
  Draft draft;
  Word& word = draft.word;
  word.box = {std::min(area.left(), area.right()), std::min(area.top(), area.bottom()),
              std::max(area.left(), area.right()), std::max(area.top(), area.bottom())};
  word.bold = Contains(font, "Bold") || Contains(font, "bold") || Contains(font, "Black");
  word.italic = Contains(font, "Italic") || Contains(font, "italic") || Contains(font, "Oblique");
  draft.longest = piece.text.size();
  draft.pieces.push_back(std::move(piece));
  return draft;
}

// Producers change the font inside a word where one font lacks a letter ("t" "ư" "ớng").
bool GoesOn(const Word& before, const Word& after, double font_size) {
  const double gap = after.box.x0 - before.box.x1;
  const double common = VerticalOverlap(before.box, after.box);
  return gap > -kJoinGap * font_size && gap < kJoinGap * font_size &&
         common * 2 > std::min(before.box.height(), after.box.height());
}

void Append(Draft draft, Draft& last) {
  if (draft.longest > last.longest) {  // a bold "(" makes no bold word
    last.word.bold = draft.word.bold;
    last.word.italic = draft.word.italic;
    last.longest = draft.longest;
  }
  last.word.box = Union(last.word.box, draft.word.box);
  last.pieces.push_back(std::move(draft.pieces.front()));
}

Word Finish(Draft draft, const LegacyGuess& guess) {
  std::string printed;
  for (const SetText& piece : draft.pieces) printed += piece.text;
  const UnicodeLine unicode = guess.Convert(draft.pieces);
  draft.word.text = CleanLine(unicode.text);
  if (unicode.legacy) draft.word.raw = CleanLine(printed);
  return std::move(draft.word);
}

}  // namespace

TextLayer ReadTextLayer(const poppler::page& page) {
  TextLayer layer;
  LegacyGuess guess;
  std::vector<Draft> drafts;
  int block = 0;
  bool line_ended = false;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    SetText piece = TextOf(box);
    guess.Learn({piece});
    if (CleanLine(piece.text).empty()) continue;
    const size_t letters = CountLetters(piece.text);
    layer.letters += letters;
    if (box.rotation() != 0) layer.turned_letters += letters;
    Draft draft = MakeDraft(box, std::move(piece));
    const bool same_line = !line_ended;
    line_ended = !box.has_space_after();
    if (!same_line && !drafts.empty()) {
      const double size = box.has_font_info() ? box.get_font_size() : draft.word.box.height();
      if (GoesOn(drafts.back().word, draft.word, size)) {
        Append(std::move(draft), drafts.back());
        continue;
      }
      ++block;
    }
    draft.word.block = block;
    drafts.push_back(std::move(draft));
  }
  for (Draft& draft : drafts) {
    layer.fonts.push_back(draft.pieces.front().font);
    layer.words.push_back(Finish(std::move(draft), guess));
  }
  return layer;
}

}  // namespace vanthu::intake
