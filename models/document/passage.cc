#include "models/document/passage.h"

#include <algorithm>

#include "models/text/normalize.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

bool Speaks(Zone zone) {
  switch (zone) {
    case Zone::kSubject:
    case Zone::kBasis:
    case Zone::kHeading:
    case Zone::kBody:
    case Zone::kTable:
    case Zone::kFootnote:
    case Zone::kClosing: return true;
    default: return false;
  }
}

// A word broken after a hyphen or a slash goes on without a blank: "1744/QĐ-" + "BGTVT". A dash
// between blanks ("2019 -" + "2020") does not.
bool BreaksWord(std::string_view text) {
  if (text.size() < 2 || (text.back() != '-' && text.back() != '/')) return false;
  const char before = text[text.size() - 2];
  return before != ' ' && before != '.' && before != '-';
}

void Add(Passage& passage, const Letter& letter, size_t index) {
  const LetterLine& line = letter.lines[index];
  const std::string& printed = letter.Printed(line).text;
  JoinLine(passage.text, {});
  passage.pieces.push_back({passage.text.size(), index});
  // Normalising never lengthens a text in NFC: of one length, each byte stands in its place. Else it is done once here,
  // for a line may hold thousands of values.
  if (line.text.size() != printed.size())
    passage.pieces.back().offsets = Normalize(printed).offsets;
  passage.text += line.text;
}

// The part of a piece that [begin, end) covers, in bytes of the line's normalised text.
struct Part {
  const Passage::Piece* piece = nullptr;
  size_t begin = 0, end = 0;
};

std::vector<Part> PartsIn(const Letter& letter, const Passage& passage, size_t begin, size_t end) {
  std::vector<Part> parts;
  for (size_t p = passage.PieceAt(begin); p < passage.pieces.size(); ++p) {
    const Passage::Piece& piece = passage.pieces[p];
    if (piece.begin >= end) break;
    const size_t length = letter.lines[piece.line].text.size();
    const size_t from = std::max(begin, piece.begin);
    const size_t to = std::min(end, piece.begin + length);
    if (from < to) parts.push_back({&piece, from - piece.begin, to - piece.begin});
  }
  return parts;
}

// A part's bytes as bytes of the printed line.
std::pair<size_t, size_t> InPrint(const Line& printed, const Part& part) {
  const std::vector<uint32_t>& offsets = part.piece->offsets;
  if (offsets.empty()) {
    const size_t length = printed.text.size();
    return {std::min(part.begin, length), std::min(part.end, length)};
  }
  const size_t last = offsets.size() - 1;
  const size_t from = offsets[std::min(part.begin, last)];
  size_t to = offsets[std::min(part.end, last)];
  while (to > from && printed.text[to - 1] == ' ') --to;
  return {from, to};
}

}  // namespace

void JoinLine(std::string& text, std::string_view line) {
  if (!text.empty() && !BreaksWord(text)) text += ' ';
  text += line;
}

size_t Passage::PieceAt(size_t byte) const {
  const auto after = std::ranges::upper_bound(pieces, byte, {}, &Piece::begin);
  return after == pieces.begin() ? 0 : static_cast<size_t>(after - pieces.begin()) - 1;
}

std::vector<Passage> Passages(const Letter& letter) {
  std::vector<Passage> passages;
  const LetterLine* above = nullptr;
  size_t open = 0;  // passage that the body's next line may go on with
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    const LetterLine& line = letter.lines[i];
    if (!Speaks(line.zone) || line.text.empty()) continue;
    const Line& printed = letter.Printed(line);
    bool goes_on = above != nullptr && !passages.empty() && !printed.starts_paragraph &&
                   above->zone == line.zone && above->annex == line.annex &&
                   above->section == line.section;
    if (line.zone == Zone::kTable && above != nullptr && above->zone == Zone::kTable) {
      goes_on = above->page == line.page && letter.Printed(*above).cell == printed.cell;
    }
    if (line.zone == Zone::kSubject && above != nullptr && above->zone == Zone::kSubject) {
      goes_on = true;
    }
    // A basis line begins with its own words; so does each body line behind a dash.
    if (goes_on && line.zone == Zone::kBody && above->page != line.page) {
      const std::string_view text = above->text;
      goes_on = !text.ends_with(".") && !text.ends_with(";") && !text.ends_with(":");
    }
    if (goes_on) {
      Add(passages[open], letter, i);
    } else {
      Passage passage;
      passage.zone = line.zone;
      passage.annex = line.annex;
      passage.section = line.section;
      Add(passage, letter, i);
      passages.push_back(std::move(passage));
      open = passages.size() - 1;
    }
    above = &line;
  }
  return passages;
}

std::vector<Evidence> WhereIn(const Letter& letter, const Passage& passage, size_t begin,
                              size_t end) {
  std::vector<Evidence> out;
  for (const Part& part : PartsIn(letter, passage, begin, end)) {
    const LetterLine& line = letter.lines[part.piece->line];
    const Line& printed = letter.Printed(line);
    Evidence evidence = letter.Where(line);
    if (!printed.words.empty()) {
      const auto [from, to] = InPrint(printed, part);
      std::optional<Box> box;
      size_t at = 0;
      for (const Word& word : printed.words) {
        const size_t found = printed.text.find(word.text, at);
        if (found == std::string::npos) continue;
        at = found + word.text.size();
        if (found < to && at > from) box = box ? Union(*box, word.box) : word.box;
      }
      if (box) evidence.box = box;
    }
    out.push_back(evidence);
  }
  return out;
}

std::string PrintedIn(const Letter& letter, const Passage& passage, size_t begin, size_t end) {
  std::string out;
  for (const Part& part : PartsIn(letter, passage, begin, end)) {
    const LetterLine& line = letter.lines[part.piece->line];
    const Line& printed = letter.Printed(line);
    const auto [from, to] = InPrint(printed, part);
    JoinLine(out, std::string_view(printed.text).substr(from, to - from));
  }
  return out;
}

}  // namespace vanthu
