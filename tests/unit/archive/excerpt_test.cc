#include "pipeline/archive/excerpt.h"

#include <gtest/gtest.h>

namespace vanthu::archive {
namespace {

std::vector<Pattern> Patterns(std::initializer_list<const char*> texts,
                              Level level = Level::kExact) {
  std::vector<Pattern> patterns;
  for (const char* text : texts) {
    const Query query = ParseQuery(text);
    for (Pattern& pattern : Compile(query.alternatives.at(0), level, HitKind::kWords).patterns) {
      patterns.push_back(std::move(pattern));
    }
  }
  return patterns;
}

TEST(MakeExcerpt, MarksWhatIsPrinted) {
  const struct {
    const char* page;
    const char* query;
    const char* text;
  } rows[] = {
      {"Ủy ban tỉnh Hoà Bình", "hoa", "Ủy ban tỉnh <mark>Hoà</mark> Bình"},
      {"Ủy ban tỉnh Hoà Bình", "hòa", "Ủy ban tỉnh <mark>Hoà</mark> Bình"},
      {"Ủy ban tỉnh Hoà Bình", "hóa", "Ủy ban tỉnh Hoà Bình"},
      {"CÔNG TÁC ĐỐI NGOẠI", "\"doi ngoai\"", "CÔNG TÁC <mark>ĐỐI NGOẠI</mark>"},
      {"công tác đối\nngoại năm", "\"đối ngoại\"", "công tác <mark>đối ngoại</mark> năm"},
      {"công tác đối ngoại", "đối ngoại", "công tác <mark>đối</mark> <mark>ngoại</mark>"},
      {"Số: 650/UBND-\u00D0NMN", "\"650/UBND-ĐNMN\"", "Số: <mark>650/UBND-\u00D0NMN</mark>"},
      {"1650/UBND", "650", "1650/UBND"},
      {"quyền, quyển sách", "quye*", "<mark>quyền</mark>, <mark>quyển</mark> sách"},
      {"Hướng dẫn 12/HD, Hợp đồng 12/HĐ", "HD", "Hướng dẫn 12/<mark>HD</mark>, Hợp đồng 12/HĐ"},
      {"đ Đ d", "d", "<mark>đ</mark> <mark>Đ</mark> <mark>d</mark>"},
      {"a < b & \"c\"", "b", "a < <mark>b</mark> & \"c\""},
  };
  for (const auto& row : rows) {
    const std::vector<std::string> pages = {row.page};
    EXPECT_EQ(MakeExcerpt(pages, Patterns({row.query})).text, row.text) << row.query;
  }
}

TEST(MakeExcerpt, TakesTheFirstPageWithMostWords) {
  const std::vector<std::string> pages = {"không có gì", "chỉ có Lào", "Lào và Attapeu",
                                          "Lào, Attapeu"};
  EXPECT_EQ(MakeExcerpt(pages, Patterns({"Lào"})).page, 1u);
  EXPECT_EQ(MakeExcerpt(pages, Patterns({"Lào", "Attapeu"})).page, 2u);
  const Excerpt none = MakeExcerpt(pages, Patterns({"Champasak"}));
  EXPECT_FALSE(none.found);
  EXPECT_EQ(none.page, 0u);
  EXPECT_EQ(none.text, "không có gì");
  EXPECT_EQ(MakeExcerpt({}, Patterns({"Lào"})).text, "");
}

TEST(MakeExcerpt, IsCutAtWordEdges) {
  std::string page;
  for (int i = 0; i < 100; ++i) page.append("đường số").append(std::to_string(i)).append(" ");
  page += "Champasak ";
  for (int i = 0; i < 100; ++i) page.append("phố số").append(std::to_string(i)).append(" ");
  const std::vector<std::string> pages = {page};
  const Excerpt excerpt = MakeExcerpt(pages, Patterns({"champasak"}));
  const size_t mark = excerpt.text.find("<mark>Champasak</mark>");
  ASSERT_NE(mark, std::string::npos);
  EXPECT_LE(excerpt.text.size(), kExcerptBytes + std::string("<mark></mark>").size());
  EXPECT_GE(excerpt.text.size(), kExcerptBytes * 3 / 4);
  std::string plain = excerpt.text;
  plain.erase(mark, 6);
  plain.erase(plain.find("</mark>"), 7);
  EXPECT_NE((" " + page).find(" " + plain + " "), std::string::npos) << plain;
}

TEST(MakeExcerpt, CutsALongRunBetweenLetters) {
  std::string page;
  for (int i = 0; i < 500; ++i) page += "ế";
  const std::vector<std::string> pages = {page};
  const Excerpt excerpt = MakeExcerpt(pages, {});
  EXPECT_FALSE(excerpt.text.empty());
  EXPECT_EQ(excerpt.text.size() % 3, 0u);
}

}  // namespace
}  // namespace vanthu::archive
