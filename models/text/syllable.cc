#include "models/text/syllable.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu {
namespace {

// The six tones in this order: ngang, huyền, sắc, hỏi, ngã, nặng.
constexpr std::array<std::u32string_view, 12> kToned = {
    U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ", U"êềếểễệ", U"iìíỉĩị",
    U"oòóỏõọ", U"ôồốổỗộ", U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

struct Vowel {
  int row = 0;
  int tone = 0;
};

std::optional<Vowel> FindVowel(char32_t lower) {
  for (int row = 0; row < static_cast<int>(kToned.size()); ++row) {
    const size_t tone = kToned[static_cast<size_t>(row)].find(lower);
    if (tone != std::u32string_view::npos) return Vowel{row, static_cast<int>(tone)};
  }
  return std::nullopt;
}

bool BearsMark(int row) {  // ă â ê ô ơ ư
  return row == 1 || row == 2 || row == 4 || row == 7 || row == 8 || row == 10;
}

std::u32string Decode(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const CodePoint at = DecodeAt(text, i);
    out.push_back(at.value);
    i += at.length;
  }
  return out;
}

std::string Encode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) AppendUtf8(c, out);
  return out;
}

// A token taken apart: lower-case letters without tone, where the onset ends, the tone.
struct Parts {
  std::u32string letters;  // toneless
  size_t onset = 0;        // its length; holds the u of qu and the i of gi before a vowel
  int tone = 0;
  int tones = 0;  // how many letters bear one
};

Parts TakeApart(std::u32string_view lower) {
  Parts parts;
  for (const char32_t c : lower) {
    const auto vowel = FindVowel(c);
    if (vowel) {
      parts.letters.push_back(kToned[static_cast<size_t>(vowel->row)][0]);
      if (vowel->tone != 0) {
        parts.tone = vowel->tone;
        ++parts.tones;
      }
    } else {
      parts.letters.push_back(c);
    }
  }
  const std::u32string& s = parts.letters;
  size_t i = 0;
  while (i < s.size() && !FindVowel(s[i])) ++i;
  const bool vowel_after = i + 1 < s.size() && FindVowel(s[i + 1]).has_value();
  if (i == 1 && s[0] == U'q' && s.size() > 1 && s[1] == U'u') ++i;
  else if (i == 1 && s[0] == U'g' && s.size() > 1 && s[1] == U'i' && vowel_after) ++i;
  parts.onset = i;
  return parts;
}

const std::unordered_set<std::string>& Onsets() {
  static const std::unordered_set<std::string> onsets = {
      "",  "b", "c", "ch", "d", "đ", "g",  "gh", "gi", "h", "k", "kh", "l",  "m",  "n",
      "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"};
  return onsets;
}

const std::unordered_set<std::string>& Rimes() {
  static const std::unordered_set<std::string> rimes = [] {
    constexpr std::string_view all =
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên "
        "iêng iêp iêt iêu o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao "
        "oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uơ uân uâng uât uây uê uêch uênh uy "
        "uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương "
        "ươp ươt ươu y yêm yên yêng yêt yêu";
    std::unordered_set<std::string> set;
    for (size_t i = 0; i < all.size();) {
      const size_t end = std::min(all.find(' ', i), all.size());
      set.emplace(all.substr(i, end - i));
      i = end + 1;
    }
    return set;
  }();
  return rimes;
}

bool StartsWithFrontVowel(std::u32string_view rime) {
  if (rime.empty()) return false;
  return rime[0] == U'e' || rime[0] == U'ê' || rime[0] == U'i' || rime[0] == U'y';
}

// Index of the letter that takes the tone, or npos where there is no vowel after the onset.
size_t TonePlace(const Parts& parts) {
  const std::u32string& s = parts.letters;
  size_t first = parts.onset;
  size_t end = first;
  while (end < s.size() && FindVowel(s[end])) ++end;
  if (end == first) return std::u32string::npos;
  for (size_t i = end; i > first; --i) {
    if (BearsMark(FindVowel(s[i - 1])->row)) return i - 1;
  }
  if (end < s.size()) return end - 1;       // a coda follows: hoàn, huỳnh
  return end - first == 3 ? first + 1 : first;  // ngoài, khuỷu; hòa, ủy, mía
}

}  // namespace

bool IsSyllable(std::string_view word) {
  if (word.empty() || word.size() > 21) return false;
  const Parts parts = TakeApart(Decode(Lower(word)));
  if (parts.tones > 1) return false;
  const std::u32string& s = parts.letters;
  std::u32string onset = s.substr(0, parts.onset);
  std::u32string rime = s.substr(parts.onset);
  if (onset == U"q") return false;
  if (onset == U"g" && rime == U"i") onset = U"gi";  // gì
  if (!Onsets().contains(Encode(onset))) return false;
  if (onset == U"qu") {
    // The glide is written in the onset: quốc is q + uôc, quy is q + uy.
    const std::string glided = Encode(U"u" + rime);
    const std::string open = Encode(U"o" + rime);
    if (!Rimes().contains(glided) && !Rimes().contains(open) && !Rimes().contains(Encode(rime)))
      return false;
  } else if (onset == U"gi" && rime == U"êng") {
    return parts.tone == 2 || parts.tone == 0;
  } else if (!Rimes().contains(Encode(rime)) &&
             !(onset == U"gi" && Rimes().contains(Encode(U"i" + rime)))) {
    return false;
  }
  const bool front = StartsWithFrontVowel(rime);
  if ((onset == U"k" || onset == U"gh" || onset == U"ngh") && !front) return false;
  if ((onset == U"c" || onset == U"g" || onset == U"ng") && front && rime != U"i") return false;
  const char32_t last = s.back();
  const bool stopped = last == U'c' || last == U'p' || last == U't' ||
                       (last == U'h' && s.size() > 1 && s[s.size() - 2] == U'c');
  if (stopped && s.size() > parts.onset && parts.tone != 2 && parts.tone != 5) return false;
  return true;
}

std::string PlaceTone(std::string_view syllable) {
  if (syllable.size() > 21) return std::string(syllable);
  std::u32string printed = Decode(syllable);
  const std::u32string lower = Decode(Lower(syllable));
  if (printed.size() != lower.size()) return std::string(syllable);
  const Parts parts = TakeApart(lower);
  if (parts.tones != 1) return std::string(syllable);
  const size_t place = TonePlace(parts);
  if (place == std::u32string::npos) return std::string(syllable);
  const auto there = FindVowel(lower[place]);
  if (there->tone != 0) return std::string(syllable);
  for (size_t i = 0; i < printed.size(); ++i) {
    const auto vowel = FindVowel(lower[i]);
    if (!vowel) continue;
    const int tone = i == place ? parts.tone : 0;
    if (vowel->tone == tone) continue;
    const char32_t letter = kToned[static_cast<size_t>(vowel->row)][static_cast<size_t>(tone)];
    if (printed[i] == lower[i]) {
      printed[i] = letter;
    } else {
      printed[i] = Decode(Upper(Encode(std::u32string_view(&letter, 1))))[0];
    }
  }
  // A token that is no syllable even so (OCR noise, foreign names) stays as it was.
  const std::string placed = Encode(printed);
  return IsSyllable(placed) ? placed : std::string(syllable);
}

std::string WithoutTone(std::string_view word) {
  std::u32string letters = Decode(Lower(word));
  for (char32_t& letter : letters) {
    if (const auto vowel = FindVowel(letter)) letter = kToned[static_cast<size_t>(vowel->row)][0];
  }
  return Encode(letters);
}

int ToneOf(std::string_view word) {
  for (const char32_t letter : Decode(Lower(word))) {
    const auto vowel = FindVowel(letter);
    if (vowel && vowel->tone != 0) return vowel->tone;
  }
  return 0;
}

}  // namespace vanthu
