#include "pipeline/segment/sheets.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/unit/letter_builder.h"

namespace vanthu::segment {
namespace {

using test::PagesOf;

const std::string kHead =
    "<|UBND TỈNH AN PHÚ\n<|SỞ NGOẠI VỤ\n>|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    ">|Độc lập - Tự do - Hạnh phúc\n<|Số: 12/BC-SNgV\n>|An Phú, ngày 05 tháng 3 năm 2021\n"
    "^|BÁO CÁO\n^|Kết quả công tác đối ngoại\n";
const std::string kBody = "\nSở Ngoại vụ báo cáo kết quả công tác đối ngoại như sau.\n";
const std::string kFoot =
    "\n<|Nơi nhận:\n<|- Như trên;\n<|- Lưu: VT.\n>|GIÁM ĐỐC\n>|Nguyễn Văn Hòa\n";

std::string Second(std::string head) {
  head.replace(head.find("12/BC"), 5, "13/BC");
  return head + kBody + kFoot;
}

// Pages of each letter: "1 2|3".
std::string Piles(std::vector<Page> pages, PageOrder order = PageOrder::kAsGiven) {
  std::string out;
  for (const LetterPages& pile : PileUp(std::move(pages), order)) {
    if (!out.empty()) out += '|';
    for (const Page& page : pile.pages) {
      if (!out.empty() && out.back() != '|') out += ' ';
      out += std::to_string(page.number);
    }
  }
  return out;
}

std::string Piles(const std::string& text) { return Piles(PagesOf(text)); }

std::vector<std::string> Codes(const LetterPages& pile) {
  std::vector<std::string> codes;
  for (const Diagnostic& note : pile.notes)
    codes.push_back(note.code + " " + std::to_string(note.page));
  return codes;
}

using Strings = std::vector<std::string>;

TEST(SheetsTest, OneLetterStaysOne) {
  EXPECT_EQ(Piles(kHead + kBody + "\f" + kBody + kFoot), "1 2");
  EXPECT_EQ(Piles(kHead + kBody + kFoot), "1");
  EXPECT_TRUE(PileUp({}, PageOrder::kAsGiven).empty());
}

TEST(SheetsTest, ALetterBeginsAfterAFoot) {
  const std::string two = kHead + kBody + "\f" + kBody + kFoot + "\f" + Second(kHead);
  EXPECT_EQ(Piles(two), "1 2|3");
  const std::vector<LetterPages> piles = PileUp(PagesOf(two), PageOrder::kAsGiven);
  ASSERT_EQ(piles.size(), 2U);
  EXPECT_TRUE(piles[0].notes.empty());
  EXPECT_EQ(Codes(piles[1]), Strings{"letter_begins 3"});
  EXPECT_EQ(piles[1].notes[0].evidence.size(), 4U);
  EXPECT_EQ(piles[1].notes[0].evidence[0].page, 3);
}

TEST(SheetsTest, OneBlockOfTheHeadMayBeLost) {
  std::string no_motto = kHead;
  no_motto.erase(no_motto.find(">|CỘNG"), no_motto.find("<|Số") - no_motto.find(">|CỘNG"));
  EXPECT_EQ(Piles(kHead + kBody + kFoot + "\f" + Second(no_motto)), "1|2");
}

TEST(SheetsTest, SerialAndDayMayBeWrittenByHand) {
  std::string by_hand = kHead;
  by_hand.replace(by_hand.find("12/BC"), 5, "      /BC");
  by_hand.replace(by_hand.find("ngày 05"), 8, "ngày     ");
  EXPECT_EQ(Piles(kHead + kBody + kFoot + "\f" + by_hand + kBody + kFoot), "1|2");
}

TEST(SheetsTest, NothingBeginsBeforeTheLetterHasEnded) {
  EXPECT_EQ(Piles(kHead + kBody + "\f" + Second(kHead)), "1 2");
}

TEST(SheetsTest, FormsAndAnnexesAreNoLetters) {
  const std::string first = kHead + kBody + kFoot + "\f";
  std::string form = kHead;
  form.replace(form.find("12/BC-SNgV"), 10, "      /BC-…");
  form.replace(form.find("ngày 05 tháng 3 năm 2021"), 27, "ngày … tháng … năm …");
  EXPECT_EQ(Piles(first + form + kBody + kFoot), "1 2");
  EXPECT_EQ(Piles(first + "Phụ lục I\n" + Second(kHead)), "1 2");
  EXPECT_EQ(Piles(first + "Mẫu số 02\n" + Second(kHead)), "1 2");
  EXPECT_EQ(
      Piles(first + "^|DANH SÁCH CÁC ĐOÀN RA\n^|(Kèm theo Báo cáo số 12/BC-SNgV ngày 05 tháng 3 "
                    "năm 2021 của Sở Ngoại vụ)\n\nTT\tTên đoàn\n1\tĐoàn xúc tiến\n"),
      "1 2");
  // The national heading alone heads lists and minutes as well.
  EXPECT_EQ(Piles(first +
                  ">|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n>|Độc lập - Tự do - Hạnh phúc\n"
                  "^|DANH SÁCH\n" +
                  kBody),
            "1 2");
}

TEST(SheetsTest, SeparatorSheetsAreLeftOut) {
  const std::string text =
      kHead + kBody + "\fPATCHT\n\f" + kBody + "\fPATCH T\n\fPatch Code T\n\f" + kBody;
  EXPECT_EQ(Piles(text), "1|3|6");
  const std::vector<LetterPages> piles = PileUp(PagesOf(text), PageOrder::kAsGiven);
  EXPECT_EQ(Codes(piles[1]), Strings{"separator_sheet 2"});
  EXPECT_EQ(Codes(piles[2]), (Strings{"separator_sheet 4", "separator_sheet 5"}));
  // The first and the last sheet part nothing from nothing.
  EXPECT_EQ(Piles("PATCHT\n\f" + kHead + kBody + "\fPATCHT\n"), "2");
  EXPECT_EQ(Piles("PATCHT\n"), "1");
}

// A page with a code, and words in points.
Page CodePage(const std::string& says, const std::vector<Word>& words) {
  Page page;
  page.number = 2;
  page.origin = PageOrigin::kOcr;
  page.barcodes = {{says, {100, 100, 300, 200}}};
  for (const Word& word : words) {
    Line line;
    line.text = word.text;
    line.words = {word};
    page.lines.push_back(line);
  }
  return page;
}

TEST(SheetsTest, ABarcodeMayPartLetters) {
  std::vector<Page> pages = PagesOf(kHead + kBody + "\f\f" + kBody + kFoot);
  const auto parted = [&pages](Page sheet) {
    pages[1] = std::move(sheet);
    return Piles(pages);
  };
  const Word garbage{"|||I", {120, 110, 280, 190}}, below{"2024-014", {150, 205, 250, 215}},
      caption{"Quét", {150, 80, 250, 95}};
  EXPECT_EQ(parted(CodePage("PATCHT", {caption})), "1|3");
  EXPECT_EQ(parted(CodePage("2024-014", {})), "1|3");
  EXPECT_EQ(parted(CodePage("2024-014", {garbage, below})), "1|3");
  // Pages of a letter.
  EXPECT_EQ(parted(CodePage("2024-014", {caption})), "1 2 3");
  EXPECT_EQ(parted(CodePage("https://vanban.angiang.example/tra-cuu", {})), "1 2 3");
}

TEST(SheetsTest, TheNoteTellsWhatTheBarcodeSays) {
  std::vector<Page> pages = PagesOf(kHead + kBody + "\f\f" + kBody + kFoot);
  pages[1] = CodePage("2024-014", {});
  const std::vector<LetterPages> piles = PileUp(pages, PageOrder::kAsGiven);
  ASSERT_EQ(piles.size(), 2U);
  ASSERT_EQ(Codes(piles[1]), Strings{"separator_sheet 2"});
  EXPECT_EQ(piles[1].notes[0].message, "a separator sheet was left out: 2024-014");
}

TEST(SheetsTest, WordsOfALetterAreNoSeparator) {
  EXPECT_EQ(Piles(kHead + kBody + "\fBản vá PATCHT của phần mềm " + kHead + kBody + kBody), "1 2");
  EXPECT_EQ(Piles(kHead + kBody + "\fDispatch Team\n\f" + kBody), "1 2 3");
}

TEST(SheetsTest, BlankPagesAreLeftOut) {
  std::vector<Page> pages = PagesOf(kHead + kBody + "\f\f" + kBody + kFoot + "\f");
  pages[1].origin = pages[3].origin = PageOrigin::kBlank;
  const std::vector<LetterPages> piles = PileUp(pages, PageOrder::kAsGiven);
  EXPECT_EQ(Codes(piles.at(0)), (Strings{"blank_page 2", "blank_page 4"}));
  EXPECT_EQ(Piles(std::move(pages)), "1 3");
  std::vector<Page> empty(2);
  empty[0].origin = empty[1].origin = PageOrigin::kBlank;
  empty[1].number = 2;
  EXPECT_EQ(Piles(std::move(empty)), "1 2");
}

TEST(SheetsTest, StacksArePutIntoOrder) {
  const auto stack = [](int count) {
    std::vector<Page> pages = PagesOf(kBody);
    pages.resize(static_cast<size_t>(count), pages.front());
    for (int i = 0; i < count; ++i) pages[static_cast<size_t>(i)].number = i + 1;
    return pages;
  };
  EXPECT_EQ(Piles(stack(6), PageOrder::kStacks), "1 6 2 5 3 4");
  EXPECT_EQ(Piles(stack(2), PageOrder::kStacks), "1 2");
  EXPECT_EQ(Piles(stack(1), PageOrder::kStacks), "1");
  EXPECT_EQ(Piles(stack(3), PageOrder::kStacks), "1 2 3");
  EXPECT_EQ(Codes(PileUp(stack(3), PageOrder::kStacks).at(0)), Strings{"odd_stacks 0"});
  EXPECT_TRUE(PileUp(stack(1), PageOrder::kStacks).at(0).notes.empty());
}

}  // namespace
}  // namespace vanthu::segment
