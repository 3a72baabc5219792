// Whatever is typed gets an answer or a sentence: never an error of the database, never a question
// without an end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive/counts.h"
#include "pipeline/archive/search.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class BadQueryTest : public ArchiveTest {
 protected:
  BadQueryTest() {
    Add(archive_, 1,
        {.number = "650/UBND-ĐNMN",
         .type = "CV",
         .date = "2014-02-27",
         .body = "công văn về hoà bình"});
    Add(archive_, 2, {.number = "1/BC", .type = "BC", .date = "2021-06-01", .body = "một hai ba"});
  }

  Archive archive_ = Open();
};

std::string Repeated(std::string_view part, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST_F(BadQueryTest, GetsAnAnswerOrASentence) {
  std::string all_bytes;
  for (int i = 0; i < 256; ++i) all_bytes += static_cast<char>(i);
  const struct {
    const char* what;
    std::string query;
    std::vector<int64_t> ids;
    std::vector<Note> notes;
  } rows[] = {
      {"nothing", "", {}, {Note::kEmptyQuery}},
      {"blanks", " \t\n ", {}, {Note::kEmptyQuery}},
      {"10,000 letters", Repeated("a", 10'000), {}, {}},
      {"10,000 bytes of one word", Repeated("công ", 10'000), {1}, {Note::kWordsDropped}},
      {"10,000 bytes of words", Repeated("một 12 hai 345 ba ", 10'000), {}, {Note::kWordsDropped}},
      {"a phrase without an end", "\"" + Repeated("một hai ", 10'000), {}, {Note::kWordsDropped}},
      {"quotation marks", Repeated("\"", 10'000), {}, {Note::kEmptyQuery}},
      {"one quotation mark", "\"", {}, {Note::kEmptyQuery}},
      {"curly quotation marks", "“”„‟", {}, {Note::kEmptyQuery}},
      {"an open quotation mark", "\"hoà bình", {1}, {}},
      {"operators", Repeated("OR AND NEAR NEAR/5 - ", 10'000), {}, {Note::kEmptyQuery}},
      {"an operator", "NEAR", {}, {Note::kEmptyQuery}},
      {"minus signs", Repeated("-", 10'000), {}, {Note::kEmptyQuery}},
      {"stars", "* * ** \"*\"*", {}, {Note::kEmptyQuery}},
      {"marks", "()[]{}^~+?/\\:;,.!@#$%&=<>|'", {}, {Note::kEmptyQuery}},
      {"alternatives", Repeated("một OR ", 10'000), {2}, {Note::kWordsDropped}},
      {"a chain of NEAR", Repeated("hai NEAR ", 10'000), {2}, {Note::kWordsDropped}},
      {"excluded words", Repeated("-a ", 10'000), {2, 1}, {Note::kWordsDropped}},
      {"every prefix", "a* b* c* d* đ*", {}, {}},
      {"NUL", std::string("một\0hai", 9), {2}, {}},
      {"only NUL", std::string("\0\0\0", 3), {}, {Note::kEmptyQuery}},
      {"NFD", "hoa\u0300 bi\u0300nh", {1}, {}},
      {"a mark without a letter", "\u0301\u0301", {}, {}},
      {"SQL", "'; DROP TABLE letters; --", {}, {}},
      {"FTS5 columns", "body : một", {}, {}},
      {"FTS5 groups", "{number body} : (một hai)", {}, {}},
      {"FTS5 near", "NEAR(một hai, 5)", {}, {}},
      {"FTS5 start", "^một + hai", {2}, {}},
      {"surrogates and beyond",
       "\xed\xa0\x80\xf4\x90\x80\x80",
       {},
       {Note::kEmptyQuery, Note::kBrokenText}},
      {"all bytes", all_bytes, {}, {Note::kBrokenText}},
      {"half a letter", "m\xe1\xbb hai", {}, {Note::kBrokenText}},
      {"TCVN3 as bytes", "c\xabng v\xa8n", {1}, {Note::kConverted}},
      {"TCVN3 as a screen shows it", "c«ng v¨n vÒ hoµ b×nh", {1}, {Note::kConverted}},
      {"VNI", "coâng vaên", {1}, {Note::kConverted}},
      {"bytes of neither", "c\xff\xfeng", {}, {Note::kBrokenText}},
      {"Unicode that another code page has as well", "hoà", {1}, {}},
      {"a field without a value", "so:", {}, {Note::kEmptyQuery}},
      {"fields without values", "so: nam: ngay: loai: coquan: nuoc:", {}, {Note::kNoDate}},
      {"a field of a quotation mark", "so:\"", {}, {Note::kEmptyQuery}},
      {"a field of a blank phrase", "coquan:\" \"", {}, {Note::kEmptyQuery}},
      {"a year that is none", "nam:abc", {}, {Note::kNoDate}},
      {"a year of five digits", "nam:20145", {}, {Note::kNoDate}},
      {"a year of twenty digits", "nam:99999999999999999999", {}, {Note::kNoDate}},
      {"a year without letters", "nam:1999", {}, {Note::kNoSuchTime}},
      {"a year to come", "một nam:2999", {}, {Note::kNoSuchTime}},
      {"year zero", "nam:0000", {}, {Note::kNoSuchTime}},
      {"a month without letters", "ngay:2014-03", {}, {Note::kNoSuchTime}},
      {"a month that is none", "ngay:2014-13", {}, {Note::kNoDate}},
      {"a range without ends", "ngay:..", {}, {Note::kNoDate}},
      {"a range that runs backward", "ngay:2022..2013", {2, 1}, {}},
      {"the year is there, the word is not", "dioxin nam:2014", {}, {}},
      {"a type that is none", "loai:XYZ", {}, {}},
      {"a country that is none", "nuoc:Atlantis", {}, {}},
      {"a number beyond numbers", "99999999999999999999/BC", {}, {}},
      {"a number of marks", "so:1/ - / -", {2}, {}},
  };
  for (const auto& row : rows) {
    const Result<SearchAnswer> answer = Search(archive_, row.query);
    ASSERT_TRUE(answer.ok()) << row.what << ": " << answer.error().Describe();
    std::vector<int64_t> ids;
    for (const SearchRow& found : answer->rows) ids.push_back(found.id);
    EXPECT_EQ(ids, row.ids) << row.what;
    EXPECT_EQ(answer->notes, row.notes) << row.what;
    const Result<Counts> counts = CountLetters(archive_, row.query);
    EXPECT_TRUE(counts.ok()) << row.what << ": " << counts.error().Describe();
  }
}

TEST_F(BadQueryTest, TheYearsThatThereAreAreNamed) {
  const Result<SearchAnswer> answer = Search(archive_, "nam:1999");
  ASSERT_TRUE(answer.ok() && answer->years);
  EXPECT_EQ(answer->years->first, 2014);
  EXPECT_EQ(answer->years->last, 2021);
}

TEST_F(BadQueryTest, AnOldEncodingIsSaidToBeOne) {
  const struct {
    const char *typed, *read_as;
  } rows[] = {
      {"§oµn c«ng t¸c", "Đoàn công tác"},
      {"b¸o c¸o nam:2014", "báo cáo nam:2014"},
      {"ñoaøn ra", "đoàn ra"},
      {"Lào", ""},
      {"São Paulo", ""},
      {"Zürich", ""},
      {"Đắk Lắk", ""},
      {"“báo cáo”", ""},
      {"650/UBND–ĐNMN", ""},
      {"café", ""},
      {"m²", ""},
      {"§ 5", ""},
  };
  for (const auto& row : rows) {
    const Result<SearchAnswer> answer = Search(archive_, row.typed);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->read_as, row.read_as) << row.typed;
  }
}

TEST_F(BadQueryTest, APageBeyondTheEnd) {
  const Result<SearchAnswer> answer = Search(archive_, "-dioxin", {.limit = 5, .offset = 40});
  ASSERT_TRUE(answer.ok());
  EXPECT_THAT(answer->rows, IsEmpty());
  EXPECT_THAT(answer->notes, ElementsAre(Note::kBeyondEnd));
  EXPECT_EQ(answer->found, 2U);
  EXPECT_FALSE(answer->more);
  // Where nothing fits at all there is no end to be beyond.
  EXPECT_THAT(Search(archive_, "dioxin", {.limit = 5, .offset = 40})->notes, IsEmpty());
  EXPECT_EQ(Search(archive_, "lao", {.offset = -1}).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace vanthu::archive
