#include "pipeline/archive/query.h"

#include <fmt/format.h>
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

std::string Joined(const std::vector<std::string>& tokens) {
  std::string words;
  for (const std::string& token : tokens) words.append(words.empty() ? "" : "_").append(token);
  return words;
}

std::string Shown(const Clause& clause) {
  std::string text = clause.negated ? "-" : "";
  text += NameOf(clause.field);
  if (clause.dates && clause.field != Field::kText) {
    return text + std::to_string(clause.dates->first) + ".." + std::to_string(clause.dates->last);
  }
  text += Joined(clause.words.tokens);
  if (clause.words.prefix) text += '*';
  for (const Words& beside : clause.beside) text.append("~").append(Joined(beside.tokens));
  if (!clause.beside.empty()) text.append("/").append(std::to_string(clause.near_words));
  if (clause.dates) text += "@";
  return text;
}

// A query as one line: clauses parted by blanks, alternatives by " | ", phrase words by "_", words
// near others by "~", words that are a date end in "@". After the number "#650" ("#650!" where nothing
// else can be meant) come its words, then the clauses, then in {} what is said of the document.
std::string Shown(const Query& query) {
  std::string text;
  for (const Alternative& alternative : query.alternatives) {
    if (!text.empty()) text += " | ";
    std::string part;
    if (alternative.number) {
      part.append("#").append(std::to_string(alternative.number->serial.value_or(-1)));
    }
    if (alternative.certain) part += '!';
    const auto add = [&part](const std::string& more) {
      if (!part.empty()) part += ' ';
      part += more;
    };
    for (const Clause& clause : alternative.number_words) add(Shown(clause));
    for (const Clause& clause : alternative.clauses) add(Shown(clause));
    for (const Clause& clause : alternative.of_document) add(fmt::format("{{{}}}", Shown(clause)));
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
      {"650/UBND-ĐNMN", "#650! 650_UBND_ĐNMN"},
      {"650 ubnd dnmn", "#650! 650_ubnd_dnmn"},
      {"\"650/UBND-ĐNMN\"", "#650! 650_UBND_ĐNMN"},
      {"cv 650/UBND-ĐNMN năm 2014", "#650! 650_UBND_ĐNMN"},
      {"cv 650/2014", "#650! cv 650 2014"},
      {"số 650", "#650! số_650"},
      {"công văn số 650", "#650! công văn số_650"},
      {"650", "#650 650"},
      {"650 nam:2014", "#650 650 year:20140000..20149999"},
      {"650 triệu đồng", "650 triệu đồng"},
      {"650 OR 651", "#650 650 | #651 651"},
      {"650*", "650*"},
      // With what is said of the document.
      {"công văn số 650/UBND-ĐNMN ngày 27/02/2014 của UBND tỉnh Quảng Ngãi về việc báo cáo",
       "#650! 650_UBND_ĐNMN {date:20140227..20140227} {issuer:UBND_tỉnh_Quảng_Ngãi} {báo} {cáo}"},
      {"cv 650 ngay 5 thang 5 nam 2014", "#650! cv 650 {date:20140505..20140505}"},
      {"650/UBND-ĐNMN của Bộ Ngoại giao ngày 1/2/2014",
       "#650! 650_UBND_ĐNMN {issuer:Bộ_Ngoại_giao} {date:20140201..20140201}"},
      {"650/UBND-ĐNMN Champasak", "#650! 650_UBND_ĐNMN Champasak"},
      {"650 ubnd tinh lao cai", "#650! 650_ubnd tinh lao cai"},
      {"650 ubnd tinh quang ngai", "#650! 650_ubnd tinh quang ngai"},
      {"87 kl tu", "#87! 87_kl_tu"},
      {"650/ubnd dnmn", "#650! 650_ubnd_dnmn"},
      {"trả lời 650/UBND-ĐNMN", "#650! 650_UBND_ĐNMN trả lời"},
      {"số 650 của UBND", "#650! số_650 {issuer:UBND}"},
      {"650/UBND-ĐNMN ngày của", "#650! 650_UBND_ĐNMN ngày của"},
      // A plan for five years is no plan number five.
      {"kế hoạch 5 năm của tỉnh", "#5 kế hoạch 5 năm của tỉnh"},
      {"Lào số 650", "Lào số 650"},
      {"650 đoàn ra", "650 đoàn ra"},
      // Dates among words.
      {"ngày 27/2/2014 Lào", "ngày 27_2_2014@ Lào"},
      {"giao ban 02/2014", "giao ban 02_2014@"},
      {"giai đoạn 2016-2020", "giai đoạn 2016_2020"},
      {"năm 2014", "năm 2014"},
      // Near.
      {"\"hợp tác\" NEAR Lào", "hợp_tác~Lào/10"},
      {"tỉnh NEAR/3 Lào NEAR/5 đoàn", "tỉnh~Lào~đoàn/5"},
      {"tỉnh NEAR/0 Lào OR biên", "tỉnh~Lào/0 | biên"},
      {"-tỉnh NEAR Lào", "-tỉnh~Lào/10"},
      {"650 NEAR 651", "650~651/10"},
      {"tỉnh NEAR nam:2014", "tỉnh year:20140000..20149999"},
      {"NEAR tỉnh NEAR", "tỉnh"},
      {"tỉnh NEAR NEAR Lào", "tỉnh Lào"},
      {"tỉnh NEAR/99999999999 Lào", "tỉnh~Lào/1000"},
      {"tỉnh NEAR/x", "tỉnh NEAR_x"},
      {"NEAR/5", ""},
      // Values of several words.
      {"nuoc:Hàn Quốc đầu tư", "country:Hàn_Quốc đầu tư"},
      {"doitac:Luang Prabang đoàn", "partner:Luang_Prabang đoàn"},
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

TEST(ParseQuery, SaysWhereADateIsNone) {
  EXPECT_TRUE(ParseQuery("nam:abc").no_date);
  EXPECT_TRUE(ParseQuery("báo cáo ngay:2021-13").no_date);
  EXPECT_FALSE(ParseQuery("báo cáo nam:2021").no_date);
}

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
