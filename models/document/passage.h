// Running text of a letter: its printed lines joined to paragraphs again, with a map back to the lines,
// so that a rule sees "1744/QĐ-BGTVT" where the page breaks it after the hyphen.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/document/letter.h"

namespace vanthu {

// Adds a printed line to running text: with a blank between, or with none where the line above breaks
// a word or a number after its hyphen or slash ("1744/QĐ-" + "BGTVT").
void JoinLine(std::string& text, std::string_view line);

struct Passage {
  std::string text;  // normalised
  Zone zone = Zone::kBody;
  int annex = -1;
  int section = -1;
  struct Piece {
    size_t begin = 0;  // byte of `text` at which the line's text begins
    size_t line = 0;   // index into Letter::lines
    // Where each byte of the line's text stands in the printed line; empty where both are of one length.
    std::vector<uint32_t> offsets = {};
  };
  std::vector<Piece> pieces;  // by begin

  // Index of the piece that holds byte `byte` of the text, the nearest one before it where none does.
  size_t PieceAt(size_t byte) const;
};

// The paragraphs of the zones in which a letter speaks: trích yếu, basis, headings, body, cells of
// tables, footnotes. A paragraph that goes on over a page's end is one passage.
std::vector<Passage> Passages(const Letter& letter);

// Where bytes [begin, end) of a passage stand: one evidence a printed line, each with the box of its
// words where the page has boxes.
std::vector<Evidence> WhereIn(const Letter& letter, const Passage& passage, size_t begin,
                              size_t end);

// Those bytes as printed, lines joined with a blank.
std::string PrintedIn(const Letter& letter, const Passage& passage, size_t begin, size_t end);

}  // namespace vanthu
