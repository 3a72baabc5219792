#include "pipeline/archive/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive/schema.h"
#include "tests/unit/archive/search_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Case {
  const char* query;
  std::vector<int64_t> ids;
};

TEST_F(SearchTest, Numbers) {
  Fill({
      {.number = "650/UBND-ĐNMN", .type = "CV", .date = "2014-02-27", .body = "Số: 650/UBND-ĐNMN"},
      {.number = "1650/UBND-ĐNMN",
       .type = "CV",
       .date = "2014-03-01",
       .body = "Số: 1650/UBND-ĐNMN"},
      {.number = "650/UBND-KTTH", .type = "CV", .date = "2015-05-05", .body = "Số: 650/UBND-KTTH"},
      {.number = "12/HD-SNgV", .type = "HD", .date = "2020-01-01", .body = "Số: 12/HD-SNgV"},
      {.number = "12/HĐ-SNgV", .type = "HĐ", .date = "2021-01-01", .body = "Số: 12/HĐ-SNgV"},
      {.number = "09/2011/QĐ-UBND",
       .type = "QĐ",
       .date = "2011-09-09",
       .body = "Số: 09/2011/QĐ-UBND"},
      {.number = "/BC-BCĐ", .type = "BC", .date = "2021-06", .body = "Số:   /BC-BCĐ"},
      {.number = "77/BC-SNgV",
       .type = "BC",
       .date = "2014-12-01",
       .body = "Thực hiện Công văn số 650/UBND-ĐNMN ngày 27/02/2014",
       .cites = {"650/UBND-ĐNMN"},
       .cites_type = "CV"},
      {.number = "3176B/QĐ-SYT", .type = "QĐ", .date = "2019-01-01", .body = "Số: 3176B/QĐ-SYT"},
  });
  const Case cases[] = {
      {"650/UBND-ĐNMN", {1, 8}},
      {"650-UBND-ĐNMN", {1, 8}},
      {"650/UBND-\u00D0NMN", {1, 8}},
      {"650/UBND-\u0110NMN năm 2014", {1, 8}},
      {"650 ubnd dnmn", {1, 8}},
      {"650 ubnd đnmn", {1, 8}},
      {"Số: 650/UBND-ĐNMN", {1}},
      {"so:650", {3, 1}},
      {"so:650 nam:2014", {1}},
      {"so:650/UBND-ĐNMN", {1}},
      {"cv 650/2014", {1, -8}},
      {"cv 650 năm 2014", {1, -8}},
      {"công văn 650", {3, 1, 8}},
      {"cong van 650", {3, 1, 8}},
      {"số 650", {3, 1, 8}},
      {"650", {3, 1, 8}},
      {"1650", {2}},
      {"650/UBND", {3, 1, 8}},
      {"165", {}},
      {"50/UBND-ĐNMN", {}},
      {"bc 650", {8}},
      {"650 nam:2014", {1, 8}},
      // A symbol in capitals is exact, other spellings come after.
      {"12/HD-SNgV", {4, -5}},
      {"12/HĐ-SNgV", {5, -4}},
      {"12 hd sngv", {5, 4}},
      {"hd 12", {5, 4}},
      {"HD 12", {4, -5}},
      {"650/UBND-DNMN", {-1, -8}},
      {"650/UBNDĐNMN", {-1, -8}},
      // Leading zeros, years in the number, blanks.
      {"9/2011/QĐ-UBND", {6}},
      {"09/2011/QĐ-UBND", {6}},
      {"9/2011", {6}},
      {"qđ 9", {6}},
      {"/BC-BCĐ", {7}},
      {"3176B/QĐ-SYT", {9}},
      {"3176b", {9}},
      {"3176", {9}},
  };
  for (const Case& c : cases) {
    std::vector<int64_t> ids = Ids(c.query);
    EXPECT_EQ(ids, c.ids) << c.query;
  }
}

TEST_F(SearchTest, ADocumentAsItIsCited) {
  const std::string quang_ngai = "Ủy ban nhân dân tỉnh Quảng Ngãi";
  Fill({
      {.number = "650/UBND-ĐNMN",
       .type = "CV",
       .date = "2014-02-27",
       .issuer = quang_ngai,
       .subject = "V/v công tác đối ngoại",
       .body = "Số: 650/UBND-ĐNMN"},
      {.number = "650/UBND-ĐNMN",
       .type = "CV",
       .date = "2016-03-01",
       .issuer = quang_ngai,
       .subject = "V/v đoàn ra",
       .body = "Số: 650/UBND-ĐNMN"},
      {.number = "650/UBND-ĐNMN",
       .type = "CV",
       .date = "2014-06-01",
       .issuer = "Ủy ban nhân dân tỉnh Lào Cai",
       .body = "Số: 650/UBND-ĐNMN"},
      {.number = "7/BC-SNgV",
       .type = "BC",
       .date = "2014-12-01",
       .body = "Thực hiện Công văn số 650/UBND-ĐNMN ngày 27/02/2014 của UBND tỉnh Quảng Ngãi",
       .cites = {"650/UBND-ĐNMN"},
       .cites_type = "CV"},
  });
  const Case cases[] = {
      {"Công văn số 650/UBND-ĐNMN ngày 27/02/2014 của UBND tỉnh Quảng Ngãi", {1, 4, 2, 3}},
      {"650/UBND-ĐNMN ngày 27 tháng 2 năm 2014", {1, 4, 2, 3}},
      {"650/UBND-ĐNMN của UBND tỉnh Quảng Ngãi", {2, 1, 4, 3}},
      {"cv 650 cua ubnd tinh lao cai", {3, 4, 2, 1}},
      {"650/UBND-ĐNMN về việc công tác đối ngoại", {1, 4, 2, 3}},
      {"650/UBND-ĐNMN đoàn ra", {2, -3, -1}},
      // Remembered wrongly: the number tells all the same.
      {"650/UBND-ĐNMN ngày 28/02/2014", {4, 2, 3, 1}},
      {"thực hiện 650/UBND-ĐNMN", {4, -2, -3, -1}},
  };
  for (const Case& c : cases) EXPECT_EQ(Ids(c.query), c.ids) << c.query;
}

TEST_F(SearchTest, ADateAmongWords) {
  Fill({
      {.date = "2014-02-27", .body = "Quảng Ngãi, ngày 27 tháng 02 năm 2014. Đoàn ra"},
      {.date = "2020-01-01", .body = "Công văn ngày 27/2/2014 về đoàn ra"},
      {.date = "2020-01-01", .body = "ngày 27 tháng 3 năm 2014, đoàn ra"},
  });
  for (const char* query : {"27/2/2014", "ngày 27/02/2014", "đoàn ra 27.2.2014", "2014-02-27"}) {
    EXPECT_THAT(Ids(query), ElementsAre(1, 2)) << query;
  }
  EXPECT_THAT(Ids("đoàn ra 3/2014"), ElementsAre(3));
}

TEST_F(SearchTest, WordsNearEachOther) {
  Fill({
      {.date = "2021-01-01", .body = "hợp tác với các tỉnh của nước Lào"},
      {.date = "2020-01-01", .body = "Lào: tăng cường hợp tác"},
      {.date = "2019-01-01",
       .body = "hợp tác một hai ba bốn năm sáu bảy tám chín mười mười một mười hai Lào"},
      {.date = "2018-01-01", .body = "tác hợp Lào"},
  });
  const Case cases[] = {
      {"\"hợp tác\" NEAR Lào", {1, 2}},           {"\"hop tac\" NEAR lao", {1, 2}},
      {"Lào NEAR \"hợp tác\"", {1, 2}},           {"\"hợp tác\" NEAR/2 Lào", {2}},
      {"\"hợp tác\" NEAR/20 Lào", {1, 2, 3}},     {"\"hợp tác\" NEAR Là*", {1, 2}},
      {"tỉnh NEAR nước NEAR Lào", {1}},           {"Lào -hợp NEAR/3 tác", {}},
      {"Lào -\"hợp tác\" NEAR/3 Lào", {1, 3, 4}}, {"\"hợp tác\" NEAR lão", {-1, -2}},
  };
  for (const Case& c : cases) {
    std::vector<int64_t> ids = Ids(c.query);
    std::ranges::sort(ids, std::greater());
    std::vector<int64_t> wanted = c.ids;
    std::ranges::sort(wanted, std::greater());
    EXPECT_EQ(ids, wanted) << c.query;
  }
  EXPECT_THAT(Rows("tăng NEAR/5 hợp")[0].snippet,
              HasSubstr("<mark>tăng</mark> cường <mark>hợp</mark>"));
}

TEST_F(SearchTest, Accents) {
  Fill({
      {.body = "hòa bình"},
      {.body = "hoà bình"},
      {.body = "hoa hồng"},
      {.body = "hóa học"},
      {.body = "Ủy ban"},
      {.body = "UỶ BAN"},
      {.body = "đường đi"},
      {.body = "dương cầm"},
      {.body = "hoàn thành"},
      {.body = "NGUYỄN Viết Vy, Hợp đồng số 1/HĐ"},
      {.body = "Hướng dẫn số 1/HD"},
  });
  const Case cases[] = {
      {"hoa", {4, 3, 2, 1}},
      {"hòa", {2, 1}},
      {"hoà", {2, 1}},
      {"HÒA", {2, 1}},
      {"ho\u0061\u0300", {2, 1}},
      {"hóa", {4}},
      {"hoá", {4}},
      {"uy", {6, 5}},
      {"ủy", {6, 5}},
      {"uỷ", {6, 5}},
      {"UỶ BAN", {6, 5}},
      {"duong", {8, 7}},
      {"đường", {7}},
      {"dương", {8}},
      {"đuong", {-7, -8}},
      {"hỏa", {-4, -3, -2, -1}},
      {"hoa*", {9, 4, 3, 2, 1}},
      {"hoà*", {9, 2, 1}},
      {"hoàn", {9}},
      {"ho", {}},
      {"hoab", {}},
      // Capitals: words are words, symbols are exact first.
      {"NGUYEN VIET", {10}},
      {"nguyen", {10}},
      {"hd", {11, 10}},
      {"hđ", {10}},
  };
  for (const Case& c : cases) {
    std::vector<int64_t> ids = Ids(c.query);
    if (!c.ids.empty() && c.ids[0] < 0) {
      std::ranges::sort(ids);
      std::vector<int64_t> wanted = c.ids;
      std::ranges::sort(wanted);
      EXPECT_EQ(ids, wanted) << c.query;
    } else {
      EXPECT_EQ(ids, c.ids) << c.query;
    }
  }
}

TEST_F(SearchTest, ASymbolInCapitalsIsExactFirst) {
  Fill({{.date = "2022-01-01", .body = "Hợp đồng 1/HĐ"}, {.date = "2020-01-01", .body = "1/HD"}});
  EXPECT_THAT(Ids("HD"), ElementsAre(2, -1));
  EXPECT_THAT(Ids("HĐ"), ElementsAre(1));
  EXPECT_THAT(Ids("hd"), ElementsAre(1, 2));
}

TEST_F(SearchTest, Operators) {
  Fill({
      {.date = "2020-01-01", .body = "công tác đối ngoại với tỉnh Champasak, Lào"},
      {.date = "2021-01-01", .body = "kế hoạch đối nội; ngoại giao với Attapeu, Lào"},
      {.date = "2021-05-01", .body = "kế hoạch công tác với Campuchia"},
  });
  const Case cases[] = {
      {"đối ngoại", {1, 2}},
      {"\"đối ngoại\"", {1}},
      {"\"doi ngoai\"", {1}},
      {"\"ngoại đối\"", {}},
      {"Lào", {2, 1}},
      {"Lào -Champasak", {2}},
      {"-Champasak", {3, 2}},
      {"-\"đối ngoại\" Lào", {2}},
      {"Champasak OR Attapeu", {2, 1}},
      {"Champasak OR Attapeu nam:2021", {2}},
      {"Champasak OR Campuchia -Lào", {3, 1}},
      {"kế hoạch OR Champasak", {2, 3, 1}},
      {"champ*", {1}},
      {"\"tỉnh champ\"*", {1}},
      {"cham", {}},
      {"Lào Campuchia", {}},
      {"nam:2021", {3, 2}},
      {"nam:2021 -Lào", {3}},
      {"-nam:2021", {1}},
      {"nam:1999", {}},
      {"ngay:2020-06..2021-02", {2}},
      {"ngay:2021-05", {3}},
      {"doitac:Champasak", {1}},
      {"nuoc:Campuchia", {3}},
      {"nuoc:Lào", {}},  // the word alone may be a name: places and bodies of the country tell
  };
  for (const Case& c : cases) {
    std::vector<int64_t> ids = Ids(c.query);
    std::vector<int64_t> wanted = c.ids;
    if (std::string_view(c.query).find(" OR ") != std::string_view::npos) {
      std::ranges::sort(ids);
      std::ranges::sort(wanted);
    }
    EXPECT_EQ(ids, wanted) << c.query;
  }
}

TEST_F(SearchTest, Fields) {
  Fill({
      {.number = "1/BC-SNgV",
       .type = "BC",
       .date = "2021-06",
       .issuer = "Sở Ngoại vụ tỉnh Quảng Ngãi",
       .signer = "Nguyễn Viết Vy",
       .body = "trang một",
       .cites = {"22-NQ/TW", "1191/QĐ-TTg"}},
      {.number = "2/KH-UBND",
       .type = "KH",
       .date = "2021-06-15",
       .issuer = "Ủy ban nhân dân tỉnh Quảng Ngãi",
       .signer = "Cao Khoa",
       .body = "trang hai",
       .cites = {"122-NQ/TW"},
       .cited_law = "Luật Doanh nghiệp"},
      {.number = "3/HĐ-SNgV", .type = "HĐ", .body = "Sở Ngoại vụ; Cao Khoa; báo cáo"},
  });
  const Case cases[] = {
      {"loai:BC", {1}},
      {"loai:bc", {1}},
      {"loai:báo cáo", {1}},
      {"loai:\"bao cao\"", {1}},
      {"type:KH", {2}},
      {"loai:HĐ", {3}},
      {"loai:hd", {3}},
      {"loai:HD", {-3}},
      {"-loai:BC", {2, 3}},
      {"loai:XYZ", {}},
      {"coquan:\"Sở Ngoại vụ\"", {1}},
      {"coquan:\"so ngoai vu\"", {1}},
      {"coquan:\"UBND tỉnh Quảng Ngãi\"", {2}},
      {"coquan:UBND", {2}},
      {"coquan:\"ubnd tinh quang ngai\"", {2}},
      {"coquan:\"Ủy ban nhân dân\"", {2}},
      {"coquan:quảng", {2, 1}},
      {"-coquan:UBND coquan:quảng", {1}},
      {"nguoiky:Khoa", {2}},
      {"nguoiky:\"cao khoa\"", {2}},
      {"signer:Vy", {1}},
      {"nguoiky:Khỏa", {-2}},
      {"trichdan:22-NQ/TW", {1}},
      {"trichdan:\"22 nq tw\"", {1}},
      {"trichdan:122-NQ/TW", {2}},
      {"trichdan:2-NQ/TW", {}},
      {"trichdan:\"Luật Doanh nghiệp\"", {2}},
      {"trichdan:\"doanh nghiep\"", {2}},
      {"trichdan:\"luật doanh\"", {2}},
      {"trichdan:\"uật doanh\"", {}},
      {"ngay:2021-06", {2, 1}},
      {"ngay:2021-06-15", {2}},
      {"ngay:2021-06-16", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Ids(c.query), c.ids) << c.query;
}

Record CosignedLetter() {
  Record record = MakeRecord({.signer = "Lê Văn An", .body = "liên ngành"});
  record.signer->cosigners = {{std::nullopt, "GIÁM ĐỐC", "Hồ Thị Bích"},
                              {std::nullopt, "GIÁM ĐỐC", "Trần Cao"}};
  return record;
}

TEST_F(SearchTest, WhoSignsBesideTheFirstIsASigner) {
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{CosignedLetter()}).ok());
  Add(archive_, 2, {.signer = "Cao Thị Hồ", .body = "Hồ Thị Bích"});
  for (const char* query : {"nguoiky:an", "nguoiky:\"ho thi bich\"", "nguoiky:\"Trần Cao\""}) {
    EXPECT_THAT(Ids(query), ElementsAre(1)) << query;
  }
}

TEST_F(SearchTest, CosignersOfAnOlderArchiveAreFoundOnceItIsBroughtUpToDate) {
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{CosignedLetter()}).ok());
  Add(archive_, 2, {.signer = "Cao Thị Hồ", .body = "Hồ Thị Bích"});
  const std::filesystem::path old = root_ / "old";
  std::filesystem::create_directories(old);
  {
    Result<Database> db = Database::Open(old / "archive.db", Access::kCreate);
    ASSERT_TRUE(db.ok() && MigrateTo(*db, 3).ok());
    CopyTables(*db, dir() / "archive.db", {"files", "letters", "letter_pages"});
    ASSERT_TRUE(db->Execute("UPDATE letter_pages SET text = vanthu_unpacked(text)").ok());
    ASSERT_TRUE(db->Execute("INSERT INTO letter_fts (letter_fts) VALUES ('rebuild')").ok());
  }
  Result<Archive> archive = Archive::Open(old, OpenMode::kReadWrite);
  ASSERT_TRUE(archive.ok()) << archive.error().Describe();
  archive_ = std::move(*archive);
  EXPECT_THAT(Ids("nguoiky:bich"), ElementsAre(1));
  EXPECT_THAT(Ids("nguoiky:ho"), ElementsAre(2, 1));
  EXPECT_THAT(Ids("bích"), ElementsAre(1, 2));
  EXPECT_TRUE(archive_.database()
                  .Execute("INSERT INTO letter_fts (letter_fts) VALUES ('integrity-check')")
                  .ok());
}

TEST_F(SearchTest, RowsSayWhatWasFound) {
  Fill({{.number = "650/UBND-ĐNMN",
         .type = "CV",
         .date = "2014-02-27",
         .issuer = "Ủy ban nhân dân tỉnh Quảng Ngãi",
         .subject = "V/v công tác đối ngoại",
         .body = "Số: 650/UBND-ĐNMN\fTrang hai: tỉnh Hoà Bình\fTrang ba"},
        {.date = "2021-06", .body = "hoà"},
        {.date = "2021", .body = "hoà"},
        {.issuer = "Ủy ban nhân dân tỉnh Lào Cai", .body = "trống"}});
  const std::vector<SearchRow> rows = Rows("hòa bình");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(ToJson(rows[0]).dump(),
            "{\"id\":1,\"source\":\"letter1.txt\",\"number\":\"650/UBND-ĐNMN\","
            "\"issue_date\":\"2014-02-27\",\"doc_type\":\"CV\","
            "\"issuer\":\"Ủy ban nhân dân tỉnh Quảng Ngãi\",\"subject\":\"V/v công tác đối ngoại\","
            "\"page\":2,\"snippet\":\"Trang hai: tỉnh <mark>Hoà</mark> <mark>Bình</mark>\","
            "\"score\":" +
                nlohmann::json(rows[0].score).dump() + ",\"near\":false}");
  const std::vector<SearchRow> blank = Rows("hòa -bình");
  ASSERT_EQ(blank.size(), 2u);
  EXPECT_EQ(blank[0].issue_date, "2021-06");
  EXPECT_EQ(blank[1].issue_date, "2021");
  EXPECT_FALSE(blank[0].number);
  EXPECT_EQ(Rows("650 ubnd dnmn")[0].snippet, "Số: <mark>650/UBND-ĐNMN</mark>");
  // The issuer's full name is printed nowhere: its value is shown.
  const std::vector<SearchRow> issued = Rows("coquan:\"UBND tỉnh Lào Cai\"");
  ASSERT_EQ(issued.size(), 1u);
  EXPECT_THAT(issued[0].snippet, HasSubstr("<mark>Ủy ban nhân dân tỉnh Lào Cai</mark>"));
  EXPECT_EQ(issued[0].page, 1);
}

TEST_F(SearchTest, AnyBytesAreAQuery) {
  Fill({{.number = "1/BC", .body = "một hai ba"}});
  std::string words, quotes, operators, alternatives, letters, all;
  for (int i = 0; i < 2000; ++i) words.append("w").append(std::to_string(i)).append(" ");
  for (int i = 0; i < 10'000; ++i) quotes += '"';
  for (int i = 0; i < 2500; ++i) operators += "OR -";
  for (int i = 0; i < 2500; ++i)
    alternatives.append("a").append(std::to_string(i % 700)).append(" OR ");
  letters.assign(10'000, 'a');
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  for (const std::string& query : {words,
                                   quotes,
                                   operators,
                                   alternatives,
                                   letters,
                                   all,
                                   std::string("\0\0", 2),
                                   std::string("một\0hai", 9),
                                   std::string("'; DROP TABLE letters; --"),
                                   std::string("\"một"),
                                   std::string("NEAR(một hai)"),
                                   std::string("number : một"),
                                   std::string("{body} : một"),
                                   std::string("^một"),
                                   std::string("một + hai"),
                                   std::string("* * *"),
                                   std::string("\"*\"*"),
                                   std::string("a*b*c*"),
                                   std::string("so:"),
                                   std::string("so:\""),
                                   std::string("-so:1 -loai:BC"),
                                   std::string("\xed\xa0\x80\xf4\x90\x80\x80"),
                                   std::string("ngay:.."),
                                   std::string("nam:99999999999999"),
                                   std::string("99999999999999999999/BC"),
                                   std::string("so:1/ - / -"),
                                   std::string("\u0301\u0301")}) {
    const Result<SearchAnswer> answer = Search(archive_, query);
    EXPECT_TRUE(answer.ok()) << query.substr(0, 40) << ": " << answer.error().Describe();
  }
  EXPECT_THAT(Ids("số: 1/BC"), ElementsAre(1));
  const Result<SearchAnswer> empty = Search(archive_, "\"\"");
  ASSERT_TRUE(empty.ok());
  EXPECT_THAT(empty->rows, IsEmpty());
  EXPECT_THAT(empty->notes, ElementsAre(Note::kEmptyQuery));
  EXPECT_THAT(Search(archive_, words)->notes, ElementsAre(Note::kWordsDropped));
}

TEST_F(SearchTest, FindsWordsAsTheyWereFirstRead) {
  Record record = MakeRecord({.body = "về trình độ học vấn"});
  Word word;
  word.text = "trình";
  word.raw = "trỉnh";
  record.pages.front().lines.front().words = {word};
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{record}).ok());
  const Result<SearchAnswer> answer = Search(archive_, "trỉnh");
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->rows.size(), 1U);
  EXPECT_FALSE(answer->rows.front().near);
  EXPECT_EQ(answer->rows.front().snippet, "<mark>trỉnh</mark>");
  EXPECT_THAT(Ids("trình"), ElementsAre(1));
}

TEST_F(SearchTest, PartnersInEverySpelling) {
  Fill({{.body = "làm việc với tỉnh Chăm-pa-sắc"},
        {.body = "Sở Ngoại vụ tỉnh Champasak"},
        {.body = "tỉnh Attapeu"}});
  EXPECT_THAT(Ids("doitac:Champasak"), ElementsAre(2, 1));
  EXPECT_THAT(Ids("doitac:chămpasak"), ElementsAre(2, 1));
  EXPECT_THAT(Ids("doitac:Attapeu"), ElementsAre(3));
  // However often it is named, the newest comes first.
  Add(archive_, 4, {.date = "2020", .body = "Champasak"});
  Add(archive_, 5, {.date = "2021", .body = "Chăm-pa-sắc"});
  Add(archive_, 6, {.date = "2019", .subject = "đoàn Champasak", .body = "Champasak, Champasak"});
  EXPECT_THAT(Ids("doitac:Champasak"), ElementsAre(6, 5, 4, 2, 1));
}

TEST_F(SearchTest, ACountryIsEveryLetterThatNamesAPlaceOfIt) {
  Record record = MakeRecord({.body = "làm việc với tỉnh Champasak, lao động nước ngoài"});
  Partner partner = Evident<Partner>("Champasak");
  partner.name = "Champasak";
  partner.country = "LA";
  record.partners = {partner};
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{record}).ok());
  Add(archive_, 2, {.body = "lao động"});
  for (const char* query : {"nuoc:Lào", "nuoc:lao", "nuoc:LA", "tinh nuoc:lao"}) {
    EXPECT_THAT(Ids(query), ElementsAre(1)) << query;
  }
  EXPECT_THAT(Ids("lao động -nuoc:lao"), ElementsAre(2));
  // Read again without the partner it is found no more.
  record.partners.clear();
  ASSERT_TRUE(archive_.AddLetters(0, FakeFile(1), std::vector{record}, IfPresent::kReplace).ok());
  EXPECT_THAT(Ids("nuoc:lao"), IsEmpty());
}

TEST_F(SearchTest, NumbersOneSlipAwayAreOffered) {
  Fill({{.number = "456/UBND-VX", .type = "CV", .date = "2020-05-01"},
        {.number = "456/UBND-NV", .type = "CV", .date = "2021-05-01"},
        {.number = "4567/UBND-VX", .type = "CV", .date = "2020-06-01"}});
  EXPECT_THAT(Ids("465/UBND-VX"), ElementsAre(-1));
  EXPECT_THAT(Ids("436/UBND-VX"), ElementsAre(-1));
  EXPECT_THAT(Ids("so:465 nam:2021"), ElementsAre(-2));
  EXPECT_THAT(Ids("456/UBND-KT"), ElementsAre(-2, -1));  // its symbol was read otherwise
  EXPECT_THAT(Ids("456/UBNDV-X"), ElementsAre(-1));
  EXPECT_THAT(Ids("456/QĐ-VX"), ElementsAre(-1, -2));
  EXPECT_THAT(Ids("45/UBND-VX"), IsEmpty());
  EXPECT_THAT(Ids("4S6/UBND-VX"), IsEmpty());
}

TEST_F(SearchTest, DigitsThatWereReadAsLettersAreDigits) {
  Fill({{.number = "1650/UBND-VX", .type = "CV", .date = "2020-05-01"}});
  EXPECT_THAT(Ids("l65O/UBND-VX"), ElementsAre(1));
}

}  // namespace
}  // namespace vanthu::archive
