// What a page says of itself.
#include "models/document/page.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

Line LineOf(std::vector<Word> words) {
  Line line;
  for (const Word& word : words) line.text.append(line.text.empty() ? "" : " ").append(word.text);
  line.words = std::move(words);
  return line;
}

Word Corrected(std::string text, std::string raw) {
  Word word;
  word.text = std::move(text);
  word.raw = std::move(raw);
  return word;
}

TEST(PageTest, RawTextHasTheLinesThatWerePutRight) {
  Page page;
  page.lines = {LineOf({Corrected("Kính", ""), Corrected("gửi", "")}),
                LineOf({Corrected("có", ""), Corrected("quyền", "quyên"), Corrected("lợi", "")})};
  EXPECT_EQ(page.Text(), "Kính gửi\ncó quyền lợi");
  EXPECT_EQ(page.RawText(), "có quyên lợi");
}

TEST(PageTest, WordsThatWereReadAsOneStandOnceInTheRawText) {
  Page page;
  page.lines = {LineOf({Corrected("nhân", "nhândân"), Corrected("dân", "nhândân"),
                        Corrected("tỉnh", "tinh"), Corrected("tình", "tinh.")})};
  EXPECT_EQ(page.RawText(), "nhândân tinh tinh.");
}

TEST(PageTest, WithoutCorrectionsThereIsNoRawText) {
  Page page;
  page.lines = {LineOf({Corrected("Kính", "")}), Line()};
  EXPECT_EQ(page.RawText(), "");
}

}  // namespace
}  // namespace vanthu
