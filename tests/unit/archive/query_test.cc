#include "pipeline/archive/query.h"

#include <gtest/gtest.h>

#include <string>

namespace vanthu::archive {
namespace {

const char* NameOf(Field field) {
  switch (field) {
    case Field::kText: return "";
    case Field::kNumber: return "number:";
    case Field::kYear: return "year:";
    case Field::kDate: return "date:";
    case Field::kType: return "type:";
    case Field::kIssuer: return "issuer:";
    case Field::kSigner: return "signer:";
    case Field::kPartner: return "partner:";
    case Field::kCountry: return "country:";
    case Field::kDossier: return "dossier:";
    case Field::kTag: return "tag:";
    case Field::kCites: return "cites:";
  }
  return "?";
}

// A query as one line: clauses parted by blanks, alternatives by " | ", phrase words by "_".
std::string Shown(const Query& query) {
  std::string text;
  for (const Alternative& alternative : query.alternatives) {
    if (!text.empty()) text += " | ";
    std::string part;
    if (alternative.number)
      part.append("#").append(std::to_string(alternative.number->serial.value_or(-1)));
    for (const Clause& clause : alternative.clauses) {
      if (!part.empty()) part += ' ';
      if (clause.negated) part += '-';
      part += NameOf(clause.field);
      if (clause.dates) {
        part += std::to_string(clause.dates->first) + ".." + std::to_string(clause.dates->last);
        continue;
      }
      std::string words;
      for (const std::string& token : clause.words.tokens) {
        words.append(words.empty() ? "" : "_").append(token);
      }
      part += words;
      if (clause.words.prefix) part += '*';
    }
    text += part;
  }
  return text;
}

TEST(ParseQuery, Rows) {
  const struct {
    const char* text;
    const char* shown;
  } rows[] = {
      // Words, phrases, prefixes.
      {"báo cáo", "báo cáo"},
      {"  báo \t cáo\n", "báo cáo"},
      {"\"đối ngoại\" Lào", "đối_ngoại Lào"},
      {"“đối ngoại”", "đối_ngoại"},
      {"quyề*", "quyề*"},
      {"\"công tá\"*", "công_tá*"},
      {"lượt-người", "lượt_người"},
      {"a.b,c", "a_b_c"},
      {"báo báo cáo", "báo cáo"},
      {"\"chưa đóng", "chưa_đóng"},
      {"Hoa\u0300", "Hoà"},  // NFD
      // Not, or.
      {"-Lào", "-Lào"},
      {"Lào -\"kế hoạch\"", "Lào -kế_hoạch"},
      {"--Lào", "-Lào"},
      {"Lào - Campuchia", "Lào Campuchia"},
      {"Lào – Việt", "Lào Việt"},
      {"Lào OR Campuchia", "Lào | Campuchia"},
      {"báo cáo OR kế hoạch", "báo cáo | kế hoạch"},
      {"Lào or Campuchia", "Lào or Campuchia"},
      {"Lào AND Campuchia", "Lào Campuchia"},
      {"OR Lào OR OR Campuchia OR", "Lào | Campuchia"},
      // Fields.
      {"nam:2014", "year:20140000..20149999"},
      {"năm:2014", "year:20140000..20149999"},
      {"year:2014", "year:20140000..20149999"},
      {"nam:2014..2016", "year:20140000..20169999"},
      {"nam:2014-2016", "year:20140000..20169999"},
      {"ngay:2014-02-27", "date:20140227..20140227"},
      {"ngay:27/2/2014", "date:20140227..20140227"},
      {"ngay:27.02.2014", "date:20140227..20140227"},
      {"ngay:2021-06", "date:20210600..20210699"},
      {"ngay:06/2021", "date:20210600..20210699"},
      {"ngay:2021-01..2021-06", "date:20210100..20210699"},
      {"ngay:2021-06..2021-01", "date:20210100..20210699"},
      {"ngay:2021-06..", "date:20210600..99999999"},
      {"ngay:..2021-06", "date:0..20210699"},
      {"ngay:01/6/2021..30/6/2021", "date:20210601..20210630"},
      {"nam: 2014", "year:20140000..20149999"},
      {"coquan:\"Sở Ngoại vụ\" Lào", "issuer:Sở_Ngoại_vụ Lào"},
      {"issuer:UBND", "issuer:UBND"},
      {"nguoiky:Khoa", "signer:Khoa"},
      {"doitac:Champasak nuoc:Lào", "partner:Champasak country:Lào"},
      {"loai:BC Lào", "type:BC Lào"},
      {"loai:báo cáo Lào", "type:báo_cáo Lào"},
      {"loại:bao cao", "type:bao_cao"},
      {"so:650 nam:2014", "number:650 year:20140000..20149999"},
      {"so:650 ubnd dnmn", "number:650_ubnd_dnmn"},
      {"so:650 triệu", "number:650 triệu"},
      {"Số: 650/UBND-ĐNMN", "number:650_UBND_ĐNMN"},
      {"trichdan:22-NQ/TW", "cites:22_NQ_TW"},
      {"trichdan:Nghị quyết 22-NQ/TW", "cites:Nghị_quyết_22_NQ_TW"},
      {"trichdan:\"Luật Doanh nghiệp\"", "cites:Luật_Doanh_nghiệp"},
      {"-loai:BC", "-type:BC"},
      // Fields that cannot be meant are words.
      {"nam:abc", "nam_abc"},
      {"ngay:2021-13", "ngay_2021_13"},
      {"http://x.vn", "http_x_vn"},
      {"foo:bar", "foo_bar"},
      // Fields at the ends of a query with OR.
      {"Champasak OR Attapeu nam:2021",
       "Champasak year:20210000..20219999 | Attapeu year:20210000..20219999"},
      {"loai:BC Champasak OR Attapeu", "Champasak type:BC | Attapeu type:BC"},
      {"Champasak nam:2021 OR Attapeu nam:2020",
       "Champasak year:20210000..20219999 | Attapeu year:20200000..20209999"},
      {"loai:BC OR loai:KH", "type:BC | type:KH"},
      {"loai:BC OR Champasak", "type:BC | Champasak"},
      // Document numbers.
      {"650/UBND-ĐNMN", "#650 650_UBND_ĐNMN"},
      {"650 ubnd dnmn", "#650 650_ubnd_dnmn"},
      {"\"650/UBND-ĐNMN\"", "#650 650_UBND_ĐNMN"},
      {"cv 650/UBND-ĐNMN năm 2014", "#650 650_UBND_ĐNMN"},
      {"cv 650/2014", "#650 cv 650 2014"},
      {"số 650", "#650 số_650"},
      {"công văn số 650", "#650 công văn số_650"},
      {"650", "#650 650"},
      {"650 nam:2014", "#650 year:20140000..20149999 650"},
      {"650 triệu đồng", "650 triệu đồng"},
      {"650 OR 651", "#650 650 | #651 651"},
      {"650*", "650*"},
      // Nothing to look for.
      {"", ""},
      {"\"", ""},
      {"\"\"\"\"", ""},
      {"OR OR", ""},
      {"- -- -\"\" *", ""},
      {":::", ""},
      {"()[]{}^~+?/\\", ""},
      {"\xff\xfe\x80", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(Shown(ParseQuery(row.text)), row.shown) << row.text;
}

TEST(ParseQuery, NulIsABlank) { EXPECT_EQ(Shown(ParseQuery(std::string_view("a\0b", 3))), "a b"); }

TEST(ParseQuery, DropsWordsBeyondTheLimit) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text.append("w").append(std::to_string(i)).append(" ");
  const Query query = ParseQuery(text);
  EXPECT_TRUE(query.words_dropped);
  ASSERT_EQ(query.alternatives.size(), 1u);
  EXPECT_EQ(query.alternatives[0].clauses.size(), kMaxWords);
  EXPECT_FALSE(ParseQuery("một hai").words_dropped);
}

}  // namespace
}  // namespace vanthu::archive
