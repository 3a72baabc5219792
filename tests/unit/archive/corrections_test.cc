#include "pipeline/archive/corrections.h"

#include <gmock/gmock.h>

#include "pipeline/archive/correctable.h"
#include "pipeline/archive/doubts.h"
#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CorrectionsTest : public RowsTest {
 protected:
  CorrectionsTest() {
    letter_.sections.clear();
    Delegation delegation = MakeDelegation("Đoàn ra", {"LA"});
    letter_.delegations = {delegation};
    id_ = Put(1, letter_);
  }

  ordered_json Field(const char* key) { return archive_.Get(id_)->record.at(key); }

  std::vector<int64_t> Found(std::string_view query) {
    std::vector<int64_t> ids;
    const Result<SearchAnswer> answer = Search(archive_, query);
    if (!answer.ok()) throw std::runtime_error(answer.error().Describe());
    for (const SearchRow& row : answer->rows) {
      if (!row.near) ids.push_back(row.id);
    }
    return ids;
  }

  FieldCorrection Said(std::string_view field, std::string_view value) {
    const Result<FieldCorrection> done = Correct(archive_, "lan", id_, field, value);
    if (!done.ok()) throw std::runtime_error(done.error().Describe());
    return *done;
  }

  void ExpectSound() {
    const Status index = archive_.database().Execute(
        "INSERT INTO letter_fts(letter_fts, rank) VALUES('integrity-check', 1)");
    EXPECT_TRUE(index.ok()) << index.error().Describe();
  }

  Record letter_ = MakeRecord({.number = "650/UBND-ĐNMN",
                               .type = "CV",
                               .date = "2014-02-27",
                               .issuer = "Ủy ban nhân dân tỉnh An Phú",
                               .subject = "họp bàn chuyện bò",
                               .body = "nội dung"});
  int64_t id_ = 0;
};

TEST_F(CorrectionsTest, StandsInRecordRowsAndIndex) {
  const FieldCorrection done = Said("subject", "họp bàn chuyện  bờ");
  EXPECT_EQ(done.before, "họp bàn chuyện bò");
  EXPECT_EQ(done.after, "họp bàn chuyện bờ");
  const ordered_json subject = Field("subject");
  EXPECT_EQ(subject.at("value"), "họp bàn chuyện bờ");
  EXPECT_EQ(subject.at("raw"), "họp bàn chuyện bò");
  EXPECT_EQ(subject.at("rule"), "person");
  EXPECT_EQ(subject.at("score"), 1);
  EXPECT_EQ(subject.at("evidence").at(0).at("page"), 1);
  EXPECT_THAT(Found("bờ"), ElementsAre(id_));
  EXPECT_THAT(Found("\"chuyện bò\""), IsEmpty());
  ExpectSound();
}

TEST_F(CorrectionsTest, EachFieldGoesWhereItIsAsked) {
  Said("number", "0651 /UBND-NC");
  Said("issue_date", "3/2015");
  Said("doc_type", "báo cáo");
  Said("issuer", "Sở Ngoại vụ tỉnh An Phú");
  Said("parent", "Ủy ban nhân dân tỉnh An Phú");
  Said("signer_title", "GIÁM ĐỐC");
  Said("signer", "Trần Văn Minh");
  EXPECT_EQ(Field("number").at("serial"), 651);
  EXPECT_EQ(Field("issue_date").at("day"), nullptr);
  EXPECT_EQ(Field("doc_type").at("code"), "BC");
  EXPECT_EQ(Field("issuer").at("parent"), "Ủy ban nhân dân tỉnh An Phú");
  EXPECT_EQ(Field("signer").at("title"), "GIÁM ĐỐC");
  EXPECT_EQ(Field("signer").at("name"), "Trần Văn Minh");
  for (const char* query : {"651/UBND-NC", "so:651", "nam:2015", "ngay:2015-03", "loai:BC",
                            "coquan:\"sở ngoại vụ\"", "nguoiky:minh"}) {
    EXPECT_THAT(Found(query), ElementsAre(id_)) << query;
  }
  for (const char* query : {"nam:2014", "loai:CV"}) EXPECT_THAT(Found(query), IsEmpty()) << query;
  // A delegation without a period is of the year of its letter.
  const auto rows =
      RowsOf([&](const RowSink& take) { return EachDelegation(archive_, {.year = 2015}, take); });
  EXPECT_EQ(rows.size(), 1U);
  ExpectSound();
}

TEST_F(CorrectionsTest, StaysWhenTheFileIsReadAgain) {
  Said("subject", "của người");
  Said("signer", "Lê Thị Hoa");
  Record again = letter_;
  again.subject->value = "máy đọc lại";
  ASSERT_EQ(Put(1, again, IfPresent::kReplace), id_);
  EXPECT_EQ(Field("subject").at("value"), "của người");
  EXPECT_EQ(Field("signer").at("name"), "Lê Thị Hoa");
  EXPECT_THAT(Found("\"của người\" nguoiky:hoa"), ElementsAre(id_));
  ASSERT_TRUE(TakeBackCorrection(archive_, "lan", id_, "subject").ok());
  EXPECT_EQ(Field("subject").at("value"), "máy đọc lại");
  EXPECT_EQ(Field("subject").at("rule"), "by hand");
  EXPECT_EQ(Field("signer").at("name"), "Lê Thị Hoa");
  ASSERT_TRUE(TakeBackCorrection(archive_, "lan", id_, "signer").ok());
  EXPECT_EQ(Field("signer"), nullptr);
  EXPECT_EQ(TakeBackCorrection(archive_, "lan", id_, "signer").error().code, ErrorCode::kUsage);
  // With nothing corrected the next reading stands as it is, and is what comes back later.
  again.subject->value = "lần ba";
  Put(1, again, IfPresent::kReplace);
  Said("subject", "khác");
  ASSERT_TRUE(TakeBackCorrection(archive_, "lan", id_, "subject").ok());
  EXPECT_EQ(Field("subject").at("value"), "lần ba");
  ExpectSound();
}

TEST_F(CorrectionsTest, NoneIsAValue) {
  EXPECT_EQ(Said("number", "").after, nullptr);
  EXPECT_EQ(Field("number"), nullptr);
  EXPECT_THAT(Found("so:650"), IsEmpty());
  ASSERT_TRUE(TakeBackCorrection(archive_, "lan", id_, "number").ok());
  EXPECT_THAT(Found("so:650"), ElementsAre(id_));
}

TEST_F(CorrectionsTest, IsLoggedOnce) {
  Said("subject", "mới");
  Said("subject", "mới");
  ASSERT_TRUE(TakeBackCorrection(archive_, "hoa", id_, "subject").ok());
  const auto rows = RowsOf([&](const RowSink& take) { return EachEvent(archive_, id_, take); });
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("what"), "correct");
  EXPECT_EQ(rows[0].at("subject"), "subject");
  EXPECT_EQ(rows[0].at("old"), "họp bàn chuyện bò");
  EXPECT_EQ(rows[0].at("new"), "mới");
  EXPECT_EQ(rows[1].at("who"), "hoa");
  EXPECT_EQ(rows[1].at("new"), "họp bàn chuyện bò");
}

TEST_F(CorrectionsTest, RefusesWhatCannotBe) {
  struct Row {
    const char* field;
    const char* value;
  };
  for (const Row& row : {Row{"issue_date", "31/2/2021"}, Row{"issue_date", "2021-13"},
                         Row{"issue_date", "2020..2021"}, Row{"issue_date", "hôm qua"},
                         Row{"issue_date", "0021"}, Row{"doc_type", "chuyện phiếm"},
                         Row{"number", "không số"}, Row{"number", "12"}, Row{"màu", "đỏ"}}) {
    const auto done = Correct(archive_, "lan", id_, row.field, row.value);
    ASSERT_FALSE(done.ok()) << row.field << " " << row.value;
    EXPECT_EQ(done.error().code, ErrorCode::kUsage) << row.field << " " << row.value;
  }
  Said("issuer", "");
  EXPECT_EQ(Correct(archive_, "lan", id_, "parent", "UBND tỉnh").error().code, ErrorCode::kUsage);
  EXPECT_EQ(Correct(archive_, "lan", 99, "subject", "x").error().code, ErrorCode::kNotFound);
}

TEST(CorrectableTest, ValuesAreKeptInOneForm) {
  struct Row {
    const char* field;
    const char* typed;
    const char* kept;
  };
  for (const Row& row :
       {Row{"issue_date", "1/3/2024", "2024-03-01"}, Row{"issue_date", "2024-3", "2024-03"},
        Row{"issue_date", "2024", "2024"}, Row{"doc_type", "qđ", "QĐ"},
        Row{"doc_type", "Báo cáo", "BC"}, Row{"number", "12 /QĐ – UBND", "12/QĐ-UBND"},
        Row{"subject", " a  b ", "a b"}}) {
    const Result<std::string> kept = CheckedValue(*FindCorrectable(row.field), row.typed);
    ASSERT_TRUE(kept.ok()) << row.typed << ": " << kept.error().message;
    EXPECT_EQ(*kept, row.kept);
  }
}

TEST_F(CorrectionsTest, DoubtsComeWorstFirst) {
  Record sure = letter_;
  sure.signer = Evident<Signer>("Trần Văn Minh");
  sure.signer->name = "Trần Văn Minh";
  Put(2, sure);
  Record unsure = sure;
  unsure.subject->score = 0.62;
  unsure.issuer->score = 0.9;
  Diagnostic wrong;
  wrong.severity = Severity::kWarning;
  wrong.code = "reconcile_sum";
  unsure.diagnostics = {wrong, wrong};
  const int64_t third = Put(3, unsure);
  const auto doubts = [&](const DoubtFilter& filter) {
    return RowsOf([&](const RowSink& take) { return EachDoubt(archive_, filter, take); });
  };
  Rows rows = doubts({});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("letter_id"), id_);
  EXPECT_EQ(rows[0].at("missing"), ordered_json({"signer"}));
  EXPECT_EQ(rows[0].at("score"), 0);
  EXPECT_EQ(rows[1].at("letter_id"), third);
  EXPECT_EQ(rows[1].at("doubtful"), ordered_json({"issuer 0.90", "subject 0.62"}));
  EXPECT_EQ(rows[1].at("findings"), ordered_json({"reconcile_sum"}));
  EXPECT_EQ(rows[1].at("score"), 0.62);
  EXPECT_EQ(doubts({.below = 0.95, .limit = 1}).size(), 1U);
  // What a person said is sure, also that there is none.
  Said("signer", "");
  ASSERT_TRUE(Correct(archive_, "lan", third, "subject", "đúng").ok());
  rows = doubts({.below = 0.7});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].at("doubtful"), ordered_json::array());
}

}  // namespace
}  // namespace vanthu::archive
