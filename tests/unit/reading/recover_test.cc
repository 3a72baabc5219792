// The signature block: where it stands, what a reading of one of its lines is worth, and what is put among
// the page's words.
#include "pipeline/reading/recover.h"

#include <gtest/gtest.h>

#include "pipeline/reading/foot_block.h"
#include "pipeline/reading/line_value.h"

namespace vanthu::reading {
namespace {

std::vector<ReadWord> Words(std::initializer_list<std::string> texts, double x, double y, int line,
                            double confidence = 0.95) {
  std::vector<ReadWord> out;
  for (const std::string& text : texts) {
    const double width = 14 * static_cast<double>(text.size());
    out.push_back({text, confidence, {x, y, x + width, y + 30}, line});
    x += width + 12;
  }
  return out;
}

void Add(std::vector<ReadWord>& words, std::vector<ReadWord> more) {
  words.insert(words.end(), more.begin(), more.end());
}

// A page of 1,700 x 2,400 pixels whose text ends at y = 800.
std::vector<ReadWord> Body() {
  std::vector<ReadWord> words;
  for (int i = 0; i < 10; ++i) {
    Add(words, Words({"Thuong", "truc", "tinh", "doan", "va", "cac", "don", "vi", "thuoc", "so",
                      "ban", "nganh", "trong", "tinh", "thuc", "hien"},
                     200, 300 + 50 * i, i));
  }
  return words;
}

TEST(FootBlock, StandsBesideTheRecipients) {
  std::vector<ReadWord> words = Body();
  Add(words, Words({"Nơi", "nhận:"}, 200, 900, 20));
  Add(words, Words({"-", "Như", "trên;"}, 200, 940, 21));
  const auto block = FindFootBlock(words, 30, 1700, 2400);
  ASSERT_TRUE(block.has_value());
  EXPECT_TRUE(block->sure);
  EXPECT_GE(block->region.y0, 780);
  EXPECT_LT(block->region.x0, 800);
  EXPECT_EQ(block->region.x1, 1700);
}

TEST(FootBlock, IsNotSureWithoutRecipientsOrTitle) {
  const auto block = FindFootBlock(Body(), 30, 1700, 2400);
  ASSERT_TRUE(block.has_value());
  EXPECT_FALSE(block->sure);
  std::vector<ReadWord> words = Body();
  Add(words, Words({"GIÁM", "ĐỐC"}, 1100, 900, 20));
  EXPECT_TRUE(FindFootBlock(words, 30, 1700, 2400)->sure);
}

TEST(FootBlock, IsNoneWhereTheTextFillsThePage) {
  EXPECT_FALSE(FindFootBlock(Body(), 30, 1700, 860).has_value());
  EXPECT_FALSE(FindFootBlock({}, 30, 1700, 2400).has_value());
  EXPECT_EQ(WordHeight({}), 0);
  EXPECT_EQ(WordHeight(Body()), 30);
}

TEST(LineValue, TellsTitlesAndNamesFromNoise) {
  const struct {
    const char* text;
    LineKind want;
  } rows[] = {
      {"KT. GIÁM ĐỐC", LineKind::kTitle},
      {"PHÓ CHỦ TỊT", LineKind::kTitle},
      {"TM. BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI", LineKind::kTitle},
      {"Nguyễn Văn An", LineKind::kName},
      {"TS. Lê Anh Đức", LineKind::kName},
      {"xrân Duy Đông", LineKind::kName},
      {"Số cán bộ tham dự", LineKind::kText},
      {"„ TÔ,", LineKind::kNoise},
      {"Š T", LineKind::kNoise},
      {"tñtAWNớc", LineKind::kNoise},
      {"", LineKind::kNoise},
  };
  for (const auto& row : rows) EXPECT_EQ(ValueOf(row.text, 0.8).kind, row.want) << row.text;
}

TEST(LineValue, IsHigherForWhatIsSurer) {
  EXPECT_GT(ValueOf("KT. GIÁM ĐỐC", 0.8).worth, ValueOf("KT. GLAM ĐỘC", 0.8).worth);
  EXPECT_GT(ValueOf("PHÓ GIÁM ĐỐC", 0.8).worth, ValueOf("GIÁM ĐỐC", 0.8).worth);
  EXPECT_GT(ValueOf("Nguyễn Văn An", 0.9).worth, ValueOf("Nguyễn Văn An", 0.6).worth);
  EXPECT_GT(ValueOf("Trần Duy Đông", 0.6).worth, ValueOf("xrân Duy Đông", 0.9).worth);
}

TEST(AddRecovered, TakesThePlaceOfWhatWasReadThere) {
  Page page;
  page.number = 2;
  const auto word = [](const char* text, Box box) {
    Word out;
    out.text = text;
    out.confidence = 0.9;
    out.box = box;
    return out;
  };
  page.words = {word("này./.", {100, 80, 140, 90}), word("HAM", {100, 100, 140, 110})};
  RecoveredFoot foot;
  foot.lines.push_back(
      {{{"GIÁM", 0.9, {200, 200, 280, 220}, 0}, {"ĐỐC", 0.8, {290, 200, 340, 220}, 0}}, "HAM"});
  foot.unread.push_back({400, 400, 500, 420});
  AddRecovered(std::move(foot), image::Scaling(0.5, 0.5), page);
  ASSERT_EQ(page.words.size(), 3U);
  EXPECT_EQ(page.words[0].text, "này./.");
  EXPECT_EQ(page.words[1].text, "GIÁM");
  EXPECT_EQ(page.words[1].raw, "HAM");
  EXPECT_EQ(page.words[1].box, (Box{100, 100, 140, 110}));
  EXPECT_EQ(page.words[2].text, "ĐỐC");
  EXPECT_EQ(page.words[1].block, page.words[2].block);
  ASSERT_EQ(page.diagnostics.size(), 1U);
  EXPECT_EQ(page.diagnostics[0].code, "text_unread");
  ASSERT_EQ(page.diagnostics[0].evidence.size(), 1U);
}

}  // namespace
}  // namespace vanthu::reading
