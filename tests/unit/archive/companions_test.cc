#include "pipeline/archive/companions.h"

#include <gtest/gtest.h>

#include "models/document/letter_json.h"
#include "pipeline/archive/soundness.h"
#include "pipeline/archive/trash.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

constexpr const char* kIssuer = "Ủy ban nhân dân tỉnh An Phú";
const std::string kText =
    "Thực hiện Kế hoạch công tác đối ngoại năm 2014, Ủy ban nhân dân tỉnh tổ chức đoàn công tác sang tỉnh "
    "Champasak để trao đổi về hợp tác nông nghiệp, du lịch và giáo dục trong thời gian bảy ngày. Kinh phí "
    "do ngân sách tỉnh bảo đảm theo quy định hiện hành của Nhà nước.";

Sketch Letter(const std::string& text = kText) {
  return {.number = "650/UBND-VX", .type = "CV", .date = "2014-02-27", .issuer = kIssuer, .body = text};
}

class CompanionsTest : public ArchiveTest {
 protected:
  static FileInfo Scan(int n) {
    FileInfo file = FakeFile(n);
    file.name = "scan" + std::to_string(n) + ".pdf";
    file.media_type = "application/pdf";
    return file;
  }
  std::optional<int64_t> Twin(const FileInfo& file, const Sketch& sketch) {
    const auto twin = TwinOf(archive_, file, MakeRecord(sketch));
    EXPECT_TRUE(twin.ok());
    if (!twin.ok() || !twin->has_value()) return std::nullopt;
    return (*twin)->id;
  }
  void Join(const FileInfo& file, const Sketch& sketch, int64_t id) {
    const Record record = MakeRecord(sketch);
    const Status added = AddCompanion(archive_, 0, file, record, LetterJsonLine(record), id);
    ASSERT_TRUE(added.ok()) << added.error().Describe();
  }
  std::vector<int64_t> Found(const char* query) {
    std::vector<int64_t> ids;
    const auto answer = Search(archive_, query);
    EXPECT_TRUE(answer.ok());
    for (const SearchRow& row : answer->rows) ids.push_back(row.id);
    return ids;
  }

  Archive archive_ = Open();
};

TEST_F(CompanionsTest, TheSameLetterAsTextAndAsScan) {
  const int64_t id = Add(archive_, 1, Letter());
  std::string misread = kText;
  misread.replace(misread.find("Champasak"), 9, "Ghampasak");
  EXPECT_EQ(Twin(Scan(2), Letter(misread)), id);
  EXPECT_EQ(Twin(Scan(2), Letter("UBND TỈNH AN PHÚ\n" + kText + "\nPhụ lục danh sách đoàn")), id);
}

TEST_F(CompanionsTest, WeakEvidenceJoinsNothing) {
  Add(archive_, 1, Letter());
  const auto without = [](auto change) {
    Sketch sketch = Letter();
    change(sketch);
    return sketch;
  };
  const struct {
    const char* what;
    Sketch sketch;
  } rows[] = {
      {"another number", without([](Sketch& s) { s.number = "651/UBND-VX"; })},
      {"another symbol", without([](Sketch& s) { s.number = "650/UBND-NC"; })},
      {"no serial", without([](Sketch& s) { s.number = "/UBND-VX"; })},
      {"another day", without([](Sketch& s) { s.date = "2014-02-28"; })},
      {"no day", without([](Sketch& s) { s.date = "2014-02"; })},
      {"another issuer", without([](Sketch& s) { s.issuer = "Ủy ban nhân dân tỉnh Lào Cai"; })},
      {"no issuer", without([](Sketch& s) { s.issuer = ""; })},
      {"another type", without([](Sketch& s) { s.type = "BC"; })},
      {"another text", without([](Sketch& s) {
         s.body = "Kính đề nghị các sở, ban, ngành gửi báo cáo kết quả thực hiện cải cách hành chính quý một "
                  "về Sở Nội vụ trước ngày mười lăm tháng ba để tổng hợp trình Ủy ban nhân dân tỉnh xem xét.";
       })},
      {"hardly any text", without([](Sketch& s) { s.body = "Thực hiện Kế hoạch công tác"; })},
  };
  for (const auto& row : rows) EXPECT_EQ(Twin(Scan(2), row.sketch), std::nullopt) << row.what;
  // Two scans, or two texts, are for a person to judge.
  EXPECT_EQ(Twin(FakeFile(2), Letter()), std::nullopt);
}

TEST_F(CompanionsTest, OneLetterWithTwoFiles) {
  const int64_t id = Add(archive_, 1, Letter());
  Join(Scan(2), Letter(kText + " Chữ chỉ có trong bản quét: xoài."), id);
  EXPECT_EQ(*archive_.CountLetters(), 1);
  EXPECT_TRUE(*archive_.HasFile(FakeSha(2)));
  EXPECT_EQ(Found("650/UBND-VX"), std::vector<int64_t>{id});
  EXPECT_EQ(Found("xoài"), std::vector<int64_t>{id});
  const auto files = CompanionsOf(archive_, id);
  ASSERT_TRUE(files.ok());
  ASSERT_EQ(files->size(), 1U);
  EXPECT_EQ(files->front().name, "scan2.pdf");
  EXPECT_EQ(files->front().sha256, FakeSha(2));
}

TEST_F(CompanionsTest, ReadAgainItStaysOne) {
  const int64_t id = Add(archive_, 1, Letter());
  Join(Scan(2), Letter(kText + " xoài"), id);
  // The scan once more, with other words.
  EXPECT_EQ(Twin(Scan(2), Letter()), id);
  Join(Scan(2), Letter(kText + " mít"), id);
  EXPECT_TRUE(Found("xoài").empty());
  EXPECT_EQ(Found("mít"), std::vector<int64_t>{id});
  // The letter's own file once more.
  const std::vector<Record> letters = {MakeRecord(Letter(kText + " chuối"))};
  const auto ids = archive_.AddLetters(0, FakeFile(1), letters, IfPresent::kReplace);
  ASSERT_TRUE(ids.ok());
  EXPECT_EQ(ids->front(), id);
  EXPECT_EQ(Found("mít"), std::vector<int64_t>{id});
  EXPECT_EQ(Found("chuối"), std::vector<int64_t>{id});
}

TEST_F(CompanionsTest, WhatWasKeptAsTwoStaysTwo) {
  Add(archive_, 1, Letter());
  const std::vector<Record> letters = {MakeRecord(Letter())};
  ASSERT_TRUE(archive_.AddLetters(0, Scan(2), letters).ok());
  EXPECT_EQ(Twin(Scan(2), Letter()), std::nullopt);
}

TEST(TextLikenessTest, SharedRunsOfWords) {
  EXPECT_DOUBLE_EQ(TextLikeness(kText, kText), 1);
  EXPECT_GT(TextLikeness(kText, kText + kText + " và nhiều chữ khác ở phụ lục"), 0.95);
  EXPECT_EQ(TextLikeness("một hai ba", "một hai ba"), 0);
  EXPECT_EQ(TextLikeness("", ""), 0);
}

TEST_F(CompanionsTest, GoesToTheTrashWithItsLetterAndComesBack) {
  const int64_t id = Add(archive_, 1, Letter());
  Join(Scan(2), Letter(), id);
  const std::string sha256 = Scan(2).sha256;
  EXPECT_EQ(WantedFiles(archive_.database())->size(), 2U);
  ASSERT_TRUE(ThrowAway(archive_, "lan", {id}).ok());
  EXPECT_FALSE(*archive_.HasFile(sha256));
  EXPECT_TRUE(ThrownAwaySince(archive_, sha256)->has_value());
  EXPECT_EQ(WantedFiles(archive_.database())->size(), 2U);
  EXPECT_EQ(EmptyTrash(archive_, "lan", 30)->letters, 0);
  ASSERT_TRUE(BringBack(archive_, "lan", {id}).ok());
  EXPECT_TRUE(*archive_.HasFile(sha256));
  EXPECT_EQ(CompanionsOf(archive_, id)->size(), 1U);
  ASSERT_TRUE(ThrowAway(archive_, "lan", {id}).ok());
  EXPECT_EQ(EmptyTrash(archive_, "lan", 0)->letters, 1);
  EXPECT_FALSE(ThrownAwaySince(archive_, sha256)->has_value());
  EXPECT_TRUE(WantedFiles(archive_.database())->empty());
}

}  // namespace
}  // namespace vanthu::archive
