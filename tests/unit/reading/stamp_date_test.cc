// The day in a receiving stamp, written with the pen of the digit tests; the day of issue among words.
#include "pipeline/reading/stamp_date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/image/strokes.h"
#include "pipeline/reading/place_marks.h"
#include "tests/unit/image/pen.h"
#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

// Digits and strokes between them, 40 pixels high, on a sheet of its own.
image::InkPatch Written(const std::string& text) {
  Raster sheet = image::WhiteSheet(700, 100);
  int x = 30;
  for (const char sign : text) {
    if (sign == '/') {
      for (int y = 0; y < 44; ++y)
        image::Fill(sheet, x + 24 - y / 2, 28 + y, x + 28 - y / 2, 29 + y, 20);
      x += 34;
    } else {
      x = image::WriteByHand(sheet, std::string(1, sign), x, 30, 40) + 8;
    }
  }
  Result<image::Image> grey = image::GreyFromRaster(sheet);
  return image::InkOf(*grey, {0, 0, 700, 100});
}

TEST(StampDate, IsADaySoonAfterTheIssue) {
  const struct {
    const char* written;
    CalendarDate issued, want;
  } rows[] = {
      {"26/9/2023", {2023, 9, 21}, {2023, 9, 26}},
      {"04/4/18", {2018, 4, 3}, {2018, 4, 4}},
      {"02/01/2025", {2024, 12, 27}, {2025, 1, 2}},
  };
  for (const auto& row : rows) {
    const auto date = ReadWrittenDate(Written(row.written), DigitNet::Shared(), row.issued);
    ASSERT_TRUE(date) << row.written;
    EXPECT_EQ(IsoDate(date->date), IsoDate(row.want)) << row.written << " read as " << date->text;
  }
}

TEST(StampDate, InkThatIsNoDayFitsNone) {
  for (const char* written : {"5555555", "26/9/1998"}) {
    const auto date = ReadWrittenDate(Written(written), DigitNet::Shared(), {2023, 9, 21});
    EXPECT_TRUE(!date || date->fit < 0.3) << written << " read as " << date->text;
  }
  EXPECT_FALSE(ReadWrittenDate({}, DigitNet::Shared(), {2023, 9, 21}));
}

std::vector<ReadWord> Words(const std::string& text) {
  std::vector<ReadWord> words;
  int line = 0;
  std::string word;
  for (const char c : text + " ") {
    if (c == ' ' || c == '\n') {
      if (!word.empty()) words.push_back({word, 0.9, {}, line});
      word.clear();
      if (c == '\n') ++line;
    } else {
      word += c;
    }
  }
  return words;
}

TEST(StampDate, DayOfIssueIsThePlacesLine) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"Độc lập - Tự do\nHà Giang, ngày 14 tháng 3 năm 2014", "2014-03-14"},
      {"Hà Giang, ngày tháng 3 năm 2014", "2014-03-01"},
      {"Hà Giang, ngày ? tháng 12 năm 2014", "2014-12-01"},
      {"Căn cứ Công văn ngày 14/3/2014", ""},
      {"Hà Giang, ngày 14 tháng năm 2014", ""},
      {"ngày 14\ntháng 3 năm 2014", ""},
  };
  for (const auto& row : rows) {
    const auto date = FindIssueDate(Words(row.text));
    EXPECT_EQ(date ? IsoDate(*date) : "", row.want) << row.text;
  }
}

TEST(PlaceMarks, ComeBackToPlacesAlone) {
  const struct {
    const char* text;
    const char* want;
  } rows[] = {
      {"SỞ NGOẠI VỤ KHANH HÒA", "SỞ NGOẠI VỤ KHÁNH HÒA"},
      {"SỞ Y TẾ BINH ĐỊNH", "SỞ Y TẾ BÌNH ĐỊNH"},
      {"SỞ Y TẾ BÌNH ĐỊNH", "SỞ Y TẾ BÌNH ĐỊNH"},
      {"VĂN PHÒNG CHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ"},
      {"BO Y TE", "BO Y TE"},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(WithPlaceMarks(row.text), row.want);
}

}  // namespace
}  // namespace vanthu::reading
