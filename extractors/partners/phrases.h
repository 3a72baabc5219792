// Partners that the words around them make known: missions, organisations and places that no table
// holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/partners/lexicon.h"
#include "extractors/partners/names.h"
#include "extractors/partners/words.h"

namespace vanthu::extractors {

struct Phrase {
  size_t words = 0;                 // taken from where it begins; 0: begins with none
  std::optional<PartnerName> name;  // none: words that hold no partner (the embassy of Việt Nam)
};

// The country that words [at, ...) name, behind "nước", "Cộng hòa", …; `end` is the first word
// after it.
struct NamedCountry {
  std::string code;
  bool domestic = false;  // Việt Nam
  size_t end = 0;
};
std::optional<NamedCountry> CountryAt(std::string_view text, const std::vector<TextWord>& words,
                                      size_t at);

// The country given with a name that ends before word `end`: "(Hàn Quốc)", " - Nhật Bản", " của
// Pháp".
std::optional<NamedCountry> CountryAfter(std::string_view text, const std::vector<TextWord>& words,
                                         size_t end, bool comma_too);

// "Tổng Lãnh sự quán Hà Lan tại Thành phố Hồ Chí Minh"
Phrase MissionAt(std::string_view text, const std::vector<TextWord>& words, size_t at);
// "Tập đoàn Hanil Agro (Hàn Quốc)", "tổ chức OneSky", "Trường Đại học Kyoto", "Hội Nông dân Lào"
Phrase OrganisationAt(std::string_view text, const std::vector<TextWord>& words, size_t at);
// "huyện Phin (Lào)", "thành phố Gochang, Hàn Quốc"
Phrase LocalityAt(std::string_view text, const std::vector<TextWord>& words, size_t at);
// "ông Ito Naoki, Đại sứ Nhật Bản"
Phrase PersonAt(std::string_view text, const std::vector<TextWord>& words, size_t at);

}  // namespace vanthu::extractors
