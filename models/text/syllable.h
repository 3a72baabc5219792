// The structure of a Vietnamese syllable (onset, rime, tone).
#pragma once

#include <string>
#include <string_view>

namespace vanthu {

// Whether `word` (one token, any case, NFC) can be a Vietnamese syllable: an onset, a rime of the
// language, a tone its coda allows (c, ch, p, t take sắc or nặng alone).
bool IsSyllable(std::string_view word);

// The same syllable with its tone mark where the older convention puts it: hoà -> hòa, uỷ -> ủy,
// hòan -> hoàn, quí stays quí. A token that is no syllable comes back unchanged. Case is kept.
std::string PlaceTone(std::string_view syllable);

// The word in lower case without its tone; the letters stay: "Đoàn" -> "đoan", "ưỡng" -> "ương".
std::string WithoutTone(std::string_view word);

// 0 ngang, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng: the first tone mark of the word.
int ToneOf(std::string_view word);

}  // namespace vanthu
