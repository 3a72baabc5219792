// A typed query cut at its blanks and quotation marks, before anybody asks what the pieces mean.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/archive/query.h"

namespace vanthu::archive {

// What stands between blanks, or between quotation marks.
struct Piece {
  std::string_view text;
  bool quoted = false;
  bool negated = false;
  bool starred = false;
  std::optional<Field> field;  // NAME: with `text` the rest, which may be empty

  // A word that is nothing but a word.
  bool IsPlain() const { return !quoted && !negated && !field; }
};

// `text` is normalised: every blank is one " ", every quotation mark is straight. Valid as long as it.
std::vector<Piece> SplitPieces(std::string_view text);

// The Vietnamese name of a field as it is typed; empty for kText.
std::string_view NameOfField(Field field);

// NEAR or NEAR/5: how many words may stand between two others at most; none for another piece.
std::optional<int> ParseNear(const Piece& piece);

}  // namespace vanthu::archive
