// Forms of Vietnamese text for comparison. Input is UTF-8 in NFC; output is UTF-8 and never longer
// than the input. All are pure and never fail; bytes that are no UTF-8 are passed on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

// Lower case, marks gone, đ (and ð, Ð, Ɖ) as d: "Đoàn Ủy" -> "doan uy". Other letters lose their
// marks as well (é -> e); letters of other scripts are kept.
std::string Fold(std::string_view text);

// Lower case with marks, one convention of tone placement (hòa, ủy, quý, hoàn): "Hoà" -> "hòa",
// "UỶ" -> "ủy", Ð -> đ. What exact search compares.
std::string MatchForm(std::string_view text);

// Lower and upper case by Unicode for the letters of Vietnamese and Latin.
std::string Lower(std::string_view text);
std::string Upper(std::string_view text);

// Fold() with a map back: offsets[i] is the byte of `text` that byte i of `folded` came from;
// offsets has folded.size() + 1 entries, the last is text.size().
struct FoldedText {
  std::string folded;
  std::vector<uint32_t> offsets;
};
FoldedText FoldWithOffsets(std::string_view text);

}  // namespace vanthu
