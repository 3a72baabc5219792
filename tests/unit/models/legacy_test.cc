#include "models/text/legacy.h"

#include <gtest/gtest.h>

#include <string>

#include "models/text/legacy_guess.h"

namespace vanthu {
namespace {

TEST(Legacy, ReadsWhatFontsDraw) {
  const struct {
    LegacyEncoding encoding;
    const char* seen;
    const char* want;
  } rows[] = {
      {LegacyEncoding::kTcvn3, "Céng hßa x· héi chñ nghÜa ViÖt nam",
       "Cộng hòa xã hội chủ nghĩa Việt nam"},
      {LegacyEncoding::kTcvn3, "tr\u00ADëng, T\u00AD ph¸p", "trưởng, Tư pháp"},
      {LegacyEncoding::kTcvn3, "t\u2212íng, l\u2219nh, \u03BC",
       "tướng, lãnh, \u03BC"},  // as PDFs have it
      {LegacyEncoding::kTcvn3, "10 \u2212 20", "10 \u2212 20"},
      {LegacyEncoding::kTcvn3, "“§iÒu” – “NghÞ ®Þnh”", "“Điều” – “Nghị định”"},
      {LegacyEncoding::kTcvn3, "\uF053\uF0E8", "Số"},  // as Word holds symbols
      {LegacyEncoding::kTcvn3Capitals, "C—NG H’A X‚ H—I", "CỘNG HÒA XÃ HỘI"},
      {LegacyEncoding::kTcvn3Capitals, "PH\u0002 L\u0002C, T\u0012 DO", "PHỤ LỤC, TỰ DO"},
      {LegacyEncoding::kVni, "UÛY BAN NHAÂN DAÂN TÆNH BÌNH PHÖÔÙC",
       "ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC"},
      {LegacyEncoding::kVni, "UYÛ ban, Ñoäc laäp - Töï do", "UỶ ban, Độc lập - Tự do"},
      {LegacyEncoding::kVni, "Soá, soÁ, SOá", "Số, số, SỐ"},  // a mark of either case
      {LegacyEncoding::kViscii, "C\u00B5ng hòa xã h\u00B5i", "Cộng hòa xã hội"},
      {LegacyEncoding::kViscii, "M\u0006u", "MẪu"},
      {LegacyEncoding::kCp1258, "Cô\u00F2ng ho\u00CCa", "Cộng hòa"},
      {LegacyEncoding::kTcvn3, "Độc lập", "Độc lập"},  // what is no byte stays
      {LegacyEncoding::kVni, "", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(FromLegacy(row.seen, row.encoding), row.want) << row.seen;
}

TEST(Legacy, SeesBytesAsWindowsDoes) {
  EXPECT_EQ(SeenAsLatin("C\xE9ng \x93\x97\x81"), "Céng “—\u0081");
}

TEST(Legacy, KnowsFontsByName) {
  const struct {
    const char* name;
    LegacyFont want;
  } rows[] = {
      {".VnTime", {LegacyEncoding::kTcvn3, false}},
      {".VnTimeH", {LegacyEncoding::kTcvn3, true}},
      {".VnTimeH Bold", {LegacyEncoding::kTcvn3, true}},
      {"GDNPMG+VnTimeHBold", {LegacyEncoding::kTcvn3, true}},
      {"ABCDEF+.VnArialH,BoldItalic", {LegacyEncoding::kTcvn3, true}},
      {".VnArial NarrowH", {LegacyEncoding::kTcvn3, true}},
      {"VnTimeItalic", {LegacyEncoding::kTcvn3, false}},
      {"VNI-Times", {LegacyEncoding::kVni, false}},
      {"ABCDEF+VNI-Helve-Bold", {LegacyEncoding::kVni, false}},
      {"VI Times", {LegacyEncoding::kViscii, false}},
  };
  for (const auto& row : rows) {
    const auto font = LegacyFontOf(row.name);
    ASSERT_TRUE(font) << row.name;
    EXPECT_EQ(*font, row.want) << row.name;
  }
  for (const char* name : {"", "Times New Roman", "ABCDEF+TimesNewRomanPS-BoldMT", "Vntime",
                           "Verdana", "Vivaldi", "VIcon"})
    EXPECT_FALSE(LegacyFontOf(name)) << name;
}

std::string Read(const std::vector<SetText>& line,
                 const std::vector<std::vector<SetText>>& others = {}) {
  LegacyGuess guess;
  guess.Learn(line);
  for (const auto& other : others) guess.Learn(other);
  return guess.Convert(line).text;
}

TEST(LegacyGuess, ReadsARunByItsFont) {
  EXPECT_EQ(Read({{"bé tµi chÝnh", ".VnTimeH"}}), "BỘ TÀI CHÍNH");
  EXPECT_EQ(Read({{"bao cao", ".VnTimeH"}}), "BAO CAO");
  EXPECT_EQ(Read({{"Sè: ", ".VnTime"}, {"144", "Arial"}, {"/Q§-BTC", ".VnTime"}}),
            "Số: 144/QĐ-BTC");
  EXPECT_EQ(Read({{"®) KOTO (", ".VnTime"}, {"ó", ".VnTimeH"}, {"c)", ".VnTime"}}), "đ) KOTO (Úc)");
  EXPECT_EQ(Read({{"Ñ", "VNI-Times"}, {"iÒu", ".VnTime"}}), "Điều");
  EXPECT_EQ(Read({{"Ho", "VNI-Times"}, {"aø", "VNI-Times"}}), "Hoà");
  EXPECT_EQ(Read({{"ch", ".VnTime"}, {"\u00ADa ®\u00AD", ".VnTime"}, {"îc", ".VnTime"}}),
            "chưa được");
}

TEST(LegacyGuess, AFontThatOnlyNamesProvesNothing) {
  const std::string text = "Quyết định của Thủ tướng Chính phủ về việc ban hành quy chế";
  EXPECT_EQ(Read({{text, ".VnTime"}}), text);
  // Of single runs the letters are of Latin-1: the rest of the font decides.
  EXPECT_EQ(Read({{"và tài trợ", ".VnTime"}}, {{{text, ".VnTime"}}}), "và tài trợ");
  EXPECT_EQ(Read({{"Sao gửi", ".VnTimeH"}}, {{{text, ".VnTimeH"}}}), "Sao gửi");
  EXPECT_EQ(Read({{"và", ".VnTime"}}, {{{"Céng hßa x· héi chñ nghÜa ViÖt Nam", ".VnTime"}}}), "và");
}

TEST(LegacyGuess, TellsEncodingsByTheirWords) {
  const struct {
    const char* seen;
    const char* want;
  } rows[] = {
      {"QuyÕt ®Þnh cña Thñ t\u00ADíng ChÝnh phñ vÒ viÖc söa ®æi",
       "Quyết định của Thủ tướng Chính phủ về việc sửa đổi"},
      {"C—NG H’A X‚ H—I CHž NGH\u008FA VI\u008CT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {"Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"},
      {"Cµng hòa xã hµi chü nghîa Vi®t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {"Cô\u00F2ng hoa\u00CC xa\u00DE hô\u00F2i chu\u00D2 nghi\u00DEa Viê\u00F2t Nam",
       "Cộng hoà xã hội chủ nghĩa Việt Nam"},
      // Not to be touched.
      {"Cộng hòa xã hội chủ nghĩa Việt Nam", nullptr},
      {"Đoàn công tác Lào và Thái", nullptr},
      {"Bà Trà và ông Hà", nullptr},
      {"L'été dernier, l'élève a été reçu à l'école française", nullptr},
      {"Der Präsident würdigte die Bemühungen für größere Stabilität", nullptr},
      {"§ 1 © 2020 – ½ ngày, 20 ± 2 °C", nullptr},
      {"São Paulo, Côte d'Ivoire, Curaçao, Réunion", nullptr},
  };
  for (const auto& row : rows) EXPECT_EQ(Read({{row.seen}}), row.want ? row.want : row.seen);
}

TEST(LegacyGuess, ReadsLinesOfAnotherEncodingInAUnicodeText) {
  const std::vector<std::vector<SetText>> sound = {
      {{"Căn cứ Luật Tổ chức Chính phủ và đề nghị của Bộ trưởng Bộ Tài chính"}},
      {{"Xét tờ trình số 12 về việc bàn giao công trình"}}};
  EXPECT_EQ(Read({{"Ñoäc laäp - Töï do - Haïnh phuùc"}}, sound), "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(Read({{"Bàn giao hàng hóa"}}, sound), "Bàn giao hàng hóa");
}

TEST(LegacyGuess, CapitalsAreMadeOfTheLettersThatWereMeant) {
  LegacyGuess guess;
  const std::vector<SetText> line = {{"Bé tr\u00ADëng", ".VnTime", true}};
  guess.Learn(line);
  EXPECT_EQ(guess.Convert(line).text, "BỘ TRƯỞNG");
  EXPECT_TRUE(guess.Convert(line).legacy);
  EXPECT_FALSE(guess.Convert({{"Bộ trưởng", "Arial", true}}).legacy);
}

}  // namespace
}  // namespace vanthu
