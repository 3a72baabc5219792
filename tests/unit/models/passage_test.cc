// Running text joined from printed lines, and the way back to the lines.
#include "models/document/passage.h"

#include <gtest/gtest.h>

#include "models/text/fold.h"
#include "models/text/normalize.h"

namespace vanthu {
namespace {

// A letter of body lines alone; "¶" before a line begins a paragraph.
Letter BodyOf(const std::vector<std::string>& lines) {
  Letter letter;
  letter.pages.emplace_back();
  for (size_t i = 0; i < lines.size(); ++i) {
    static const std::string mark = "¶";
    Line printed;
    printed.starts_paragraph = lines[i].starts_with(mark);
    printed.text = printed.starts_paragraph ? lines[i].substr(mark.size()) : lines[i];
    letter.pages[0].lines.push_back(printed);
    LetterLine line;
    line.line = static_cast<int>(i);
    line.zone = Zone::kBody;
    line.text = Normalize(printed.text).text;
    line.folded = Fold(line.text);
    letter.lines.push_back(line);
  }
  return letter;
}

TEST(Passages, JoinLinesAndMendWhatAPageBreaks) {
  const struct {
    std::vector<std::string> lines;
    const char* want;
  } rows[] = {
      {{"¶Thực hiện Công văn số", "12/UBND-NC ngày"}, "Thực hiện Công văn số 12/UBND-NC ngày"},
      // a number broken behind a hyphen or a slash
      {{"¶các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-", "BGTVT ngày"},
       "các Quyết định số: 1743/QĐ-BGTVT, 1744/QĐ-BGTVT ngày"},
      {{"¶Công văn số 4869/", "UBND-SYT"}, "Công văn số 4869/UBND-SYT"},
      {{"¶số 22 –", "NQ/TW"}, "số 22 - NQ/TW"},
      // a dash between blanks breaks no word
      {{"¶giai đoạn 2019 -", "2020"}, "giai đoạn 2019 - 2020"},
      {{"¶kết thúc./", "Nơi"}, "kết thúc./ Nơi"},
      {{"¶một", "hai", "ba"}, "một hai ba"},
  };
  for (const auto& row : rows) {
    const Letter letter = BodyOf(row.lines);
    const auto passages = Passages(letter);
    ASSERT_EQ(passages.size(), 1u) << row.want;
    EXPECT_EQ(passages[0].text, row.want);
  }
}

TEST(Passages, BeginAtParagraphsAndAtOtherZones) {
  Letter letter = BodyOf({"¶một", "hai", "¶ba", "bốn"});
  EXPECT_EQ(Passages(letter).size(), 2u);
  letter.lines[1].zone = Zone::kFootnote;
  EXPECT_EQ(Passages(letter).size(), 3u);
  letter.lines[0].zone = Zone::kRecipients;  // a list of offices does not speak
  EXPECT_EQ(Passages(letter).size(), 2u);
}

TEST(Passages, KnowThePieceThatHoldsAByte) {
  const Letter letter = BodyOf({"¶một", "hai", "ba"});
  const Passage passage = Passages(letter).front();  // "một hai ba"
  const size_t hai = passage.text.find("hai");
  const size_t ba = passage.text.find("ba");
  for (const auto& [byte, want] : std::vector<std::pair<size_t, size_t>>{
           {0, 0}, {hai - 1, 0}, {hai, 1}, {ba - 1, 1}, {ba, 2}, {passage.text.size() + 9, 2}}) {
    EXPECT_EQ(passage.PieceAt(byte), want) << byte;
  }
  EXPECT_EQ(Passage{}.PieceAt(5), 0u);
}

TEST(Passages, LeadBackToTheLinesAndTheirPrint) {
  const Letter letter = BodyOf({"¶Quyết định số 1744/Q\u00D0\u2013", "BGTVT ngày 31/12"});
  const Passage passage = Passages(letter).front();
  const size_t begin = passage.text.find("1744");
  const size_t end = passage.text.find(" ngày");
  EXPECT_EQ(passage.text.substr(begin, end - begin), "1744/QĐ-BGTVT");
  EXPECT_EQ(PrintedIn(letter, passage, begin, begin + 4), "1744");
  const auto where = WhereIn(letter, passage, begin, end);
  ASSERT_EQ(where.size(), 2u);
  EXPECT_EQ(where[0].line, 1);
  EXPECT_EQ(where[1].line, 2);
  EXPECT_TRUE(WhereIn(letter, passage, 3, 3).empty());
}

}  // namespace
}  // namespace vanthu
