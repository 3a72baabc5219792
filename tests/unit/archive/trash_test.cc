#include "pipeline/archive/trash.h"

#include <gmock/gmock.h>

#include "pipeline/archive/corrections.h"
#include "pipeline/archive/entries.h"
#include "pipeline/archive/soundness.h"
#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::atomic<bool> kGoOn = false;

class TrashTest : public RowsTest {
 protected:
  // A file of two letters.
  TrashTest() {
    Record first = MakeRecord({.number = "650/UBND-ĐNMN",
                               .type = "CV",
                               .date = "2014-02-27",
                               .issuer = "Ủy ban nhân dân tỉnh An Phú",
                               .subject = "đoàn Champasak",
                               .body = "trang một\ftrang hai",
                               .cites = {"1/NQ-CP"}});
    first.delegations = {MakeDelegation("Đoàn ra", {"LA"})};
    first.partners = {MakePartner("Champasak", PartnerKind::kLocality, "LA")};
    letters_ = {first, MakeRecord({.number = "7/QĐ-UBND", .subject = "đoàn khác", .body = "ba"})};
    const auto ids = archive_.AddLetters(0, File(), letters_);
    if (!ids.ok()) throw std::runtime_error(ids.error().Describe());
    ids_ = *ids;
    if (!archive_.KeepOriginal(WriteFile("a.txt", "abc"), kAbc).ok()) {
      throw std::runtime_error("the original is not kept");
    }
  }

  static FileInfo File() { return {kAbc, "a.txt", "/in/a.txt", "text/plain", 3}; }

  std::vector<int64_t> Found(std::string_view query) {
    std::vector<int64_t> ids;
    const Result<SearchAnswer> answer = Search(archive_, query);
    if (!answer.ok()) throw std::runtime_error(answer.error().Describe());
    for (const SearchRow& row : answer->rows) ids.push_back(row.id);
    return ids;
  }

  Rows Thrown() {
    return RowsOf([&](const RowSink& take) { return EachThrownAway(archive_, take); });
  }

  std::vector<std::string> Damages() {
    std::vector<std::string> damages;
    const VerifyEvents events{[&](const Damage& damage) -> Status {
                                damages.push_back(damage.file + ": " + damage.reason);
                                return Done{};
                              },
                              [](int64_t, int64_t) {}};
    const Result<Soundness> found = Verify(archive_, kGoOn, events);
    if (!found.ok()) throw std::runtime_error(found.error().Describe());
    return damages;
  }

  std::vector<Record> letters_;
  std::vector<int64_t> ids_;
};

TEST_F(TrashTest, NothingFindsItAndItComesBackAsItWas) {
  const StoredLetter before = *archive_.Get(ids_[0]);
  ASSERT_TRUE(Correct(archive_, "lan", ids_[0], "signer", "Trần Văn Minh").ok());
  const LetterPlace place = *PlaceOf(archive_.database(), ids_[0]);
  ASSERT_TRUE(AddTag(archive_.database(), "lan", place, "lào").ok());
  ASSERT_TRUE(ThrowAway(archive_, "lan", {ids_[0]}).ok());
  EXPECT_THAT(Found("đoàn"), ElementsAre(ids_[1]));
  EXPECT_THAT(Found("650/UBND-ĐNMN"), IsEmpty());
  EXPECT_EQ(archive_.Get(ids_[0]).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(*archive_.CountLetters(), 1);
  const auto partners = [&] {
    return RowsOf([&](const RowSink& take) { return EachPartner(archive_, {}, take); }).size();
  };
  EXPECT_EQ(partners(), 0U);
  const Rows rows = Thrown();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].at("letter_id"), ids_[0]);
  EXPECT_EQ(rows[0].at("number"), "650/UBND-ĐNMN");
  EXPECT_EQ(rows[0].at("who"), "lan");
  // Its file has another letter, and is there.
  EXPECT_TRUE(*archive_.HasFile(kAbc));
  EXPECT_EQ(*ThrownAwaySince(archive_, kAbc), std::nullopt);
  EXPECT_THAT(Damages(), IsEmpty());

  ASSERT_TRUE(BringBack(archive_, "hoa", {ids_[0]}).ok());
  EXPECT_THAT(Found("650/UBND-ĐNMN"), ElementsAre(ids_[0]));
  EXPECT_THAT(Found("nguoiky:minh nhan:lào"), ElementsAre(ids_[0]));
  EXPECT_EQ(partners(), 1U);
  const StoredLetter after = *archive_.Get(ids_[0]);
  EXPECT_EQ(after.record.at("subject"), before.record.at("subject"));
  EXPECT_EQ(after.pages.size(), before.pages.size());
  EXPECT_EQ(after.added_at, before.added_at);
  EXPECT_THAT(Thrown(), IsEmpty());
  EXPECT_THAT(Damages(), IsEmpty());
}

TEST_F(TrashTest, StaysThereWhenItsFileIsReadAgain) {
  ASSERT_TRUE(ThrowAway(archive_, "lan", {ids_[0]}).ok());
  const auto again = archive_.AddLetters(0, File(), letters_, IfPresent::kReplace);
  ASSERT_TRUE(again.ok());
  EXPECT_THAT(*again, ElementsAre(ids_[1]));
  EXPECT_THAT(Found("đoàn"), ElementsAre(ids_[1]));
  // Nobody gets its id.
  ASSERT_TRUE(ThrowAway(archive_, "lan", {ids_[1]}).ok());
  EXPECT_EQ(Add(archive_, 5, {.subject = "mới"}), ids_[1] + 1);
  ASSERT_TRUE(BringBack(archive_, "lan", ids_).ok());
  EXPECT_THAT(Found("đoàn"), testing::UnorderedElementsAre(ids_[0], ids_[1]));
}

TEST_F(TrashTest, AllOrNone) {
  EXPECT_EQ(ThrowAway(archive_, "lan", {ids_[0], 99}).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(Found("Champasak"), ElementsAre(ids_[0]));
  EXPECT_EQ(BringBack(archive_, "lan", {ids_[0]}).error().code, ErrorCode::kNotFound);
}

TEST_F(TrashTest, EmptiedForGood) {
  ASSERT_TRUE(Correct(archive_, "lan", ids_[0], "subject", "của người").ok());
  ASSERT_TRUE(ThrowAway(archive_, "lan", {ids_[0]}).ok());
  ASSERT_EQ(EmptyTrash(archive_, "lan", 1)->left, 1);
  Emptied emptied = *EmptyTrash(archive_, "lan", 0);
  EXPECT_EQ(emptied.letters, 1);
  EXPECT_EQ(emptied.files, 0);
  EXPECT_TRUE(std::filesystem::exists(archive_.OriginalPath(kAbc)));
  ASSERT_TRUE(archive_.PutReading(kAbc, 1, "vie/normal", TextPage(1, "x")).ok());
  ASSERT_TRUE(ThrowAway(archive_, "lan", {ids_[1]}).ok());
  EXPECT_TRUE(ThrownAwaySince(archive_, kAbc)->has_value());
  emptied = *EmptyTrash(archive_, "lan", 0);
  EXPECT_EQ(emptied.letters, 1);
  EXPECT_EQ(emptied.files, 1);
  EXPECT_FALSE(std::filesystem::exists(archive_.OriginalPath(kAbc)));
  EXPECT_FALSE(archive_.GetReading(kAbc, 1, "vie/normal")->has_value());
  EXPECT_EQ(*ThrownAwaySince(archive_, kAbc), std::nullopt);
  EXPECT_THAT(Damages(), IsEmpty());
  // The same file may come in again, and nothing that was said of it is left.
  const auto again = archive_.AddLetters(0, File(), letters_);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(archive_.Get(again->front())->record.at("subject").at("value"), "đoàn Champasak");
  const Rows events =
      RowsOf([&](const RowSink& take) { return EachEvent(archive_, std::nullopt, take); });
  EXPECT_EQ(events.back().at("what"), "delete");
  EXPECT_EQ(events.back().at("subject"), "a.txt");
  EXPECT_EQ(events.back().at("old"), "7/QĐ-UBND");
}

TEST_F(TrashTest, AnImportIsTakenBack) {
  const int64_t run = *archive_.StartRun("import");
  const auto put = [&](int64_t of, int n, IfPresent if_present) {
    const int64_t job = *archive_.Enqueue(of, "/in/" + std::to_string(n));
    const std::vector<Record> letters = {MakeRecord({.subject = "nhập " + std::to_string(n)})};
    return archive_.AddLetters(job, FakeFile(n), letters, if_present)->front();
  };
  const int64_t one = put(run, 1, IfPresent::kRefuse), two = put(run, 2, IfPresent::kRefuse);
  const int64_t next = *archive_.StartRun("import");
  const int64_t three = put(next, 3, IfPresent::kRefuse);
  // Read again by a later import, and by no import: it is still the first that brought it in.
  EXPECT_EQ(put(next, 2, IfPresent::kReplace), two);
  ASSERT_TRUE(archive_
                  .AddLetters(0, FakeFile(1),
                              std::vector<Record>{MakeRecord({.subject = "nhập 1"})},
                              IfPresent::kReplace)
                  .ok());
  const Rows imports = RowsOf([&](const RowSink& take) { return EachImport(archive_, take); });
  ASSERT_EQ(imports.size(), 2U);
  EXPECT_EQ(imports[0].at("run"), next);
  EXPECT_EQ(imports[0].at("letters"), 1);
  EXPECT_EQ(imports[1].at("letters"), 2);
  EXPECT_THAT(*UndoImport(archive_, "lan", run), ElementsAre(one, two));
  EXPECT_THAT(Found("nhập"), ElementsAre(three));
  EXPECT_THAT(*UndoImport(archive_, "lan", run), IsEmpty());
  EXPECT_EQ(UndoImport(archive_, "lan", 99).error().code, ErrorCode::kNotFound);
}

// A migration that adds a column to a table of letters adds it to the trash as well.
TEST_F(TrashTest, HasTheColumnsOfLetters) {
  for (const std::string table : {"letters", "letter_pages", "citations"}) {
    const auto columns = [&](const std::string& of) {
      Result<Statement> row = archive_.database().Prepare(
          "SELECT group_concat(name) FROM (SELECT name FROM pragma_table_info(?) ORDER BY name)");
      return row.ok() && *row->With(of).Step() ? row->Text(0) : "";
    };
    EXPECT_EQ(columns("trash_" + table), columns(table)) << table;
  }
}

TEST_F(TrashTest, VerifyNamesEachDamage) {
  EXPECT_THAT(Damages(), IsEmpty());
  const std::string name = "originals/ba/" + kAbc.substr(2);
  std::ofstream(archive_.OriginalPath(kAbc), std::ios::binary | std::ios::app) << "d";
  EXPECT_THAT(Damages(), ElementsAre(name + ": holds other bytes than its name says"));
  std::filesystem::remove(archive_.OriginalPath(kAbc));
  std::ofstream(dir() / "originals" / "stray") << "x";
  EXPECT_THAT(Damages(),
              ElementsAre(name + ": is missing", "originals/stray: belongs to no letter"));
  std::filesystem::remove(dir() / "originals" / "stray");
  ASSERT_TRUE(archive_.KeepOriginal(WriteFile("a.txt", "abc"), kAbc).ok());
  ASSERT_TRUE(archive_.database()
                  .Execute("UPDATE letters SET subject = 'khác', record = '{' WHERE letter = 1;"
                           "PRAGMA foreign_keys = OFF;"
                           "INSERT INTO tags VALUES (77, 1, 'a', 'a')")
                  .ok());
  EXPECT_THAT(Damages(),
              ElementsAre("archive.db: a row of tags names what is not in files",
                          "archive.db: the full-text index does not hold what the letters say",
                          "archive.db: the record of letter 1 is broken"));
}

TEST_F(TrashTest, VerifyNamesALetterThatTheIndexLacks) {
  ASSERT_TRUE(archive_.database().Execute("DELETE FROM index_rows WHERE letter_id = 1").ok());
  EXPECT_THAT(Damages(),
              ElementsAre("archive.db: the full-text index does not hold what the letters say",
                          "archive.db: letter 1 is not in the full-text index"));
}

}  // namespace
}  // namespace vanthu::archive
