#include "pipeline/intake/text_quality.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/intake/fixtures.h"

namespace vanthu::intake {
namespace {

std::vector<SetText> Words(const std::string& text, const std::string& font = "") {
  std::vector<SetText> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) words.push_back({word, font});
  return words;
}

std::string Fault(const std::vector<SetText>& words) {
  return FindTextFault(words).value_or("none");
}

const char* const kSound =
    "Thực hiện chế độ thông tin báo cáo định kỳ, Sở Ngoại vụ báo cáo kết quả hoạt động đối ngoại "
    "tháng 8 "
    "và dự kiến công tác đối ngoại tháng 9/2021 như sau:";

TEST(TextQuality, TrustsWhatLettersHold) {
  for (const char* text : {
           kSound,
           "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
           "UBND TTHC GCNQSDĐ KT-XH HĐND STTTT CNTT VPUB PCVP LĐTBXH KHĐT TNMT NN&PTNT",
           "The Department of Foreign Affairs of Quang Ngai Province presents its compliments to "
           "the "
           "Consulate General and has the honour to inform that a delegation will visit in March",
           "(1) (2) (3) (4) (5) (6) (7) (8) (9) 1.234 5.678 9.012",
           "1",
           "",
       }) {
    EXPECT_EQ(Fault(Words(text)), "none") << text;
  }
}

TEST(TextQuality, FindsWhatMustBeReadFromThePicture) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"QuyÕt ®Þnh cña Thñ t−íng ChÝnh phñ vÒ viÖc söa ®æi, bæ sung Quy chÕ thµnh lËp, tæ chøc",
       "is in a legacy encoding (2 of 17 words with marks can be Vietnamese)"},
      {"UÛY BAN NHAÂN DAÂN TÆNH COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM Ñoäc laäp Töï do Haïnh "
       "phuùc",
       "is in a legacy encoding"},
      {"C Ộ N G H Ò A X Ã H Ộ I C H Ủ N G H Ĩ A", "has its letters apart"},
      {"C NG H A X H I CH NGH A VI T NAM c l p T do H nh ph c", "has its letters apart"},
      {"Thc hin ch thông tin báo cáo nh k, S Ngoi v báo cáo kt qu hot ng i ngoi",
       "is no Vietnamese"},
      {"\xEF\x80\xA1\xEF\x80\xA2\xEF\x80\xA3 \xEF\x80\xA4\xEF\x80\xA5\xEF\x80\xA6\xEF\x80\xA7 "
       "\xEF\x80\xA8\xEF\x80\xA9\xEF\x80\xAA\xEF\x80\xAB\xEF\x80\xAC\xEF\x80\xAD thông tin",
       "has characters without a meaning"},
      {"xqzt wrtp klmn bvcx zzqw pplk mnbv qwrt sdfg hjkl zxcv bnmq wert", "is no Vietnamese"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Fault(Words(row.text)).substr(0, std::string(row.want).size()), row.want) << row.text;
  }
}

TEST(TextQuality, AHeadingInALegacyFontSpoilsThePage) {
  std::vector<SetText> words = Words(kSound, "ABCDEF+TimesNewRoman");
  EXPECT_EQ(Fault(words), "none");
  for (SetText& word : Words("QuyÕt ®Þnh", "ABCDEF+VnTimeH")) words.push_back(word);
  EXPECT_EQ(Fault(words), "is in a legacy encoding in the font VnTimeH");
}

TEST(TextQuality, AFontNameAloneProvesNothing) {
  EXPECT_EQ(Fault(Words(kSound, ".VnTime")), "none");
}

TEST(TextQuality, TrustsEverySeedAndGroundTruth) {
  if (Shared("").empty()) GTEST_SKIP() << "there is no ../shared";
  int read = 0;
  for (const char* folder : {"seeds", "scans", "docs"}) {
    for (const auto& entry : std::filesystem::directory_iterator(Shared(folder))) {
      if (entry.path().extension() != ".txt") continue;
      EXPECT_EQ(Fault(Words(ReadAll(entry.path()))), "none") << entry.path();
      ++read;
    }
  }
  EXPECT_GT(read, 15);
}

}  // namespace
}  // namespace vanthu::intake
