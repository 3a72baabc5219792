// Document numbers: taken apart, found in running text, told from what only looks like one.
#include "models/lexicon/docnumber.h"

#include <gtest/gtest.h>

#include "models/text/normalize.h"

namespace vanthu {
namespace {

std::string Joined(const std::vector<NumberInText>& numbers) {
  std::string out;
  for (const NumberInText& number : numbers) {
    if (!out.empty()) out += " + ";
    out += number.parts.normalized;
  }
  return out;
}

TEST(ParseNumber, TakesApartWhatStandsBehindSo) {
  const struct {
    const char* printed;
    int64_t serial;
    const char* suffix;
    const char* symbol;
    const char* normalized;
  } rows[] = {
      // As the decree prints it
      {"650/UBND-ĐNMN", 650, "", "UBND-ĐNMN", "650/UBND-ĐNMN"},
      {"02/2016/NQ-HĐND", 2, "", "2016/NQ-HĐND", "02/2016/NQ-HĐND"},
      {"351/2017/UBTVQH14", 351, "", "2017/UBTVQH14", "351/2017/UBTVQH14"},
      // The Party's: a dash behind the serial
      {"703-TB/TU", 703, "", "-TB/TU", "703-TB/TU"},
      {"6840-CV/VPTW", 6840, "", "-CV/VPTW", "6840-CV/VPTW"},
      // A letter behind the serial
      {"3176B/QĐ-SYT", 3176, "B", "QĐ-SYT", "3176B/QĐ-SYT"},
      {"30c/NQ-CP", 30, "c", "NQ-CP", "30c/NQ-CP"},
      // Blanks and dashes
      {"575 /UBND-KTTH", 575, "", "UBND-KTTH", "575/UBND-KTTH"},
      {"22 – NQ/TW", 22, "", "-NQ/TW", "22-NQ/TW"},
      {"4532 /UBND- KSTTHC", 4532, "", "UBND-KSTTHC", "4532/UBND-KSTTHC"},
      {"157/ QĐ-NĐ-UB", 157, "", "QĐ-NĐ-UB", "157/QĐ-NĐ-UB"},
      {"1444 BKH/KTĐN", 1444, "", "BKH/KTĐN", "1444BKH/KTĐN"},
      // Old and short
      {"88/CP", 88, "", "CP", "88/CP"},
      {"7767-PT", 7767, "", "-PT", "7767-PT"},
      {"01/1999/QĐ.UB", 1, "", "1999/QĐ.UB", "01/1999/QĐ.UB"},
      {"158", 158, "", "", "158"},
      // Other characters of the same look
      {"1478⁄CĐ-TTg", 1478, "", "CĐ-TTg", "1478/CĐ-TTg"},
      {"12/Q\u00D0-UBND", 12, "", "QĐ-UBND", "12/QĐ-UBND"},
      // A point of the sentence is none of the number
      {"12/QĐ-UBND.", 12, "", "QĐ-UBND", "12/QĐ-UBND"},
  };
  for (const auto& row : rows) {
    const auto parts = ParseNumber(row.printed);
    ASSERT_TRUE(parts) << row.printed;
    EXPECT_EQ(parts->serial, row.serial) << row.printed;
    EXPECT_EQ(parts->suffix.value_or(""), row.suffix) << row.printed;
    EXPECT_EQ(parts->symbol, row.symbol) << row.printed;
    EXPECT_EQ(parts->normalized, row.normalized) << row.printed;
  }
}

TEST(ParseNumber, KeepsTheSymbolOfABlankNumber) {
  for (const char* printed :
       {"/BC-BCĐ", "      /BC-BCĐ", "…/BC-BCĐ", ".........../BC-BCĐ", "____/BC-BCĐ"}) {
    const auto parts = ParseNumber(printed);
    ASSERT_TRUE(parts) << printed;
    EXPECT_FALSE(parts->serial) << printed;
    EXPECT_EQ(parts->normalized, "/BC-BCĐ") << printed;
  }
  EXPECT_EQ(ParseNumber("-BC/TU")->normalized, "-BC/TU");
}

TEST(ParseNumber, NeedsASerialOrASymbol) {
  for (const char* printed : {"", " ", "…", "/", "-", "......", "/ -", "ngày", "của"}) {
    EXPECT_FALSE(ParseNumber(printed)) << printed;
  }
}

TEST(FindNumbers, FindsThemInSentences) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"Công văn số 650/UBND-ĐNMN ngày 27/02/2014", "650/UBND-ĐNMN"},
      {"Thông báo số 703-TB/TU ngày 20/12/2013", "703-TB/TU"},
      {"Nghị quyết số 22 – NQ/TW", "22-NQ/TW"},
      {"Tờ trình số 473/TTr - NN&PTNT ngày", "473/TTr-NN&PTNT"},
      {"Công văn số 1444 BKH/KTĐN", "1444BKH/KTĐN"},
      {"Luật số 43/2013/QH 13 ngày 26/11/2013", "43/2013/QH13"},
      {"Nghị định số: 88/CP, ngày 17/8/1994, số 60/CP", "88/CP + 60/CP"},
      {"Quyết định số 01/1999/QĐ.UB của", "01/1999/QĐ.UB"},
      {"(số 3176B/QĐ-SYT)", "3176B/QĐ-SYT"},
      {"các số 1743/QĐ-BGTVT, 1744/QĐ-BGTVT;", "1743/QĐ-BGTVT + 1744/QĐ-BGTVT"},
      {"số 30c/NQ-CP.", "30c/NQ-CP"},
      {"phiếu trình số 13/UB-TP, ngày", "13/UB-TP"},
      {"số 26/ QH-NĐ-UB ngày", "26/QH-NĐ-UB"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Joined(FindNumbers(Normalize(row.text).text)), row.want) << row.text;
}

TEST(FindNumbers, LeavesDatesFractionsRatesAndSizesAlone) {
  for (const char* text : {"ngày 24/7/1993 và 24 / 7/ 1993",
                           "60/60 cột mốc",
                           "17 đoàn/35 lượt khách",
                           "60 km/giờ",
                           "10 triệu Yên/dự án",
                           "từ 01/4-31/3/2022",
                           "24 TTHC/3 lĩnh vực",
                           "800.000 kíp/người/tháng",
                           "giai đoạn 2021-2025",
                           "ISO 9001:2015",
                           "dịch Covid-19",
                           "giá 12.000đ/kg",
                           "1987,64 triệu USD",
                           "tỷ lệ 1/2000",
                           "điện thoại 0255.3822",
                           "tỷ số 2-1",
                           "5/Khách",
                           "7-Eleven",
                           "10/Yên",
                           "mức độ 3/4",
                           "lúc 7h30/ngày",
                           "12-15 người",
                           "",
                           "số",
                           "31/12/2024"}) {
    EXPECT_EQ(Joined(FindNumbers(Normalize(text).text)), "") << text;
  }
}

TEST(FindNumbers, GivesTheBytesThatItRead) {
  const std::string text = "Công văn số 4532 /UBND- KSTTHC ngày 5/8/2019";
  const auto numbers = FindNumbers(text);
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(text.substr(numbers[0].begin, numbers[0].end - numbers[0].begin), "4532 /UBND- KSTTHC");
}

TEST(TypeInSymbol, ReadsTheTypeThatASymbolPrints) {
  const struct {
    const char* symbol;
    const char* want;
  } rows[] = {
      {"QĐ-UBND", "QĐ"},
      {"2016/NQ-HĐND", "NQ"},
      {"-TB/TU", "TB"},
      {"UB-QĐ-NĐ", "QĐ"},
      {"SNgV-BC", "BC"},
      {"TTR-SNV", "TTr"},
      {"2013/TTLT-BTC-BNG", "TTLT"},
      {"-CV/VPTW", "CV"},
      // no type: a dispatch
      {"UBND-ĐNMN", ""},
      {"SNgV-LS", ""},
      {"BKH/KTĐN", ""},
      {"CP", ""},
      {"", ""},
      {"QH13", ""},
      {"QH-NĐ-UB", ""},
      {"2016/NĐ-CP", "NĐ"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(TypeInSymbol(row.symbol).value_or(""), row.want) << row.symbol;
}

}  // namespace
}  // namespace vanthu
