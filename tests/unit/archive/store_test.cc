#include "pipeline/archive/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "models/document/letter_json.h"
#include "models/document/page_json.h"
#include "pipeline/archive/schema.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using StoreTest = ArchiveTest;

// sha256 of "abc".
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_F(StoreTest, OpensWhatIsThere) {
  EXPECT_EQ(Archive::Open(dir(), OpenMode::kReadOnly).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Archive::Open(dir(), OpenMode::kReadWrite).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(fs::exists(dir()));
  { const Archive archive = Open(OpenMode::kCreate); }
  { const Archive archive = Open(OpenMode::kReadWrite); }
  { const Archive archive = Open(OpenMode::kCreate); }
  { const Archive archive = Open(OpenMode::kReadOnly); }
}

TEST_F(StoreTest, OneWritesManyRead) {
  Archive writer = Open();
  const Result<Archive> second = Archive::Open(dir(), OpenMode::kReadWrite);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, ErrorCode::kBusy);
  EXPECT_THAT(second.error().message, HasSubstr(std::to_string(getpid())));
  Archive reader = Open(OpenMode::kReadOnly);
  Add(writer, 1, {.body = "một"});
  EXPECT_EQ(*reader.CountLetters(), 1);
  EXPECT_EQ(reader.StartRun("import").error().code, ErrorCode::kDisk);
  writer = std::move(reader);  // the lock goes with the archive that held it
  EXPECT_TRUE(Archive::Open(dir(), OpenMode::kReadWrite).ok());
}

TEST_F(StoreTest, AReaderSeesOneState) {
  Archive writer = Open();
  Archive reader = Open(OpenMode::kReadOnly);
  Result<Transaction> batch = writer.BeginBatch();
  ASSERT_TRUE(batch.ok());
  Add(writer, 1, {.body = "một"});
  EXPECT_EQ(*reader.CountLetters(), 0);
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(*reader.CountLetters(), 1);
}

TEST_F(StoreTest, RefusesWhatIsNoArchive) {
  fs::create_directories(dir());
  std::ofstream(dir() / "archive.db") << std::string(5000, 'x');
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    const Result<Archive> archive = Archive::Open(dir(), mode);
    ASSERT_FALSE(archive.ok());
    EXPECT_EQ(archive.error().code, ErrorCode::kDamaged) << archive.error().Describe();
    EXPECT_THAT(archive.error().file, HasSubstr("archive.db"));
  }
}

TEST_F(StoreTest, RefusesANewerVersionAndLeavesItAlone) {
  {
    Archive archive = Open();
    ASSERT_TRUE(archive.database().Execute("PRAGMA user_version = 99").ok());
  }
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    const Result<Archive> archive = Archive::Open(dir(), mode);
    ASSERT_FALSE(archive.ok());
    EXPECT_EQ(archive.error().code, ErrorCode::kUnsupported);
    EXPECT_THAT(archive.error().message, HasSubstr("newer version"));
  }
}

TEST_F(StoreTest, MigratesFromEveryVersion) {
  for (int version = 0; version < SchemaVersion(); ++version) {
    const fs::path file = root_ / ("v" + std::to_string(version) + ".db");
    Result<Database> db = Database::Open(file, Access::kCreate);
    ASSERT_TRUE(db.ok());
    ASSERT_TRUE(MigrateTo(*db, version).ok());
    ASSERT_EQ(*VersionOf(*db), version);
    ASSERT_TRUE(Migrate(*db).ok());
    EXPECT_EQ(*VersionOf(*db), SchemaVersion());
    ASSERT_TRUE(Migrate(*db).ok());  // nothing to do
  }
}

// Version 3 held records and readings as they are.
TEST_F(StoreTest, WhatWasStoredPlainIsReadAndPacked) {
  const Record record = MakeRecord({.number = "1/BC-UBND", .body = "một\nhai"});
  fs::create_directories(dir());
  {
    Result<Database> db = Database::Open(dir() / "archive.db", Access::kCreate);
    ASSERT_TRUE(MigrateTo(*db, 3).ok());
    ASSERT_TRUE(db->Execute("INSERT INTO files (id, sha256, name, path, media_type, bytes, state) "
                            "VALUES (1, 'a', 'a', 'a', 'text/plain', 1, 'done')")
                    .ok());
    Result<Statement> letter =
        db->Prepare("INSERT INTO letters (file_id, letter, record) VALUES (1, 1, ?)");
    ASSERT_TRUE(letter->With(LetterJsonLine(record)).Run().ok());
    ASSERT_TRUE(
        db->Execute("INSERT INTO letter_pages (letter_id, ordinal, page, origin, text, raw) "
                    "VALUES (1, 0, 1, 'ocr', 'một', 'môt')")
            .ok());
    Result<Statement> reading = db->Prepare("INSERT INTO readings VALUES ('a', 1, 'vie', ?)");
    const std::vector<uint8_t> cbor = nlohmann::json::to_cbor(PageToJson(record.pages[0]));
    reading->BindBlob(0, {reinterpret_cast<const char*>(cbor.data()), cbor.size()});
    ASSERT_TRUE(reading->Run().ok());
  }
  Archive archive = Open(OpenMode::kReadWrite);
  EXPECT_EQ(*archive.database().QueryInt(
                "SELECT count(*) FROM letters JOIN letter_pages ON letter_id = "
                "letters.id WHERE typeof(record) = 'blob' AND typeof(text) = 'blob'"),
            1);
  EXPECT_EQ(
      *archive.database().QueryInt("SELECT json_extract(record, '$.number.serial') FROM records"),
      1);
  const Result<StoredLetter> stored = archive.Get(1);
  ASSERT_TRUE(stored.ok());
  EXPECT_EQ(stored->record.dump(), LetterToJson(record).dump());
  ASSERT_EQ(stored->pages.size(), 1U);
  EXPECT_EQ(stored->pages[0].text, "một");
  EXPECT_EQ(stored->pages[0].raw, "môt");
  const Result<std::optional<Page>> reading = archive.GetReading("a", 1, "vie");
  ASSERT_TRUE(reading.ok() && reading->has_value());
  EXPECT_EQ((*reading)->Text(), record.pages[0].Text());
}

TEST_F(StoreTest, AReaderDoesNotMigrate) {
  fs::create_directories(dir());
  {
    Result<Database> db = Database::Open(dir() / "archive.db", Access::kCreate);
    ASSERT_TRUE(db->Execute("CREATE TABLE t (x)").ok());
  }
  EXPECT_EQ(Archive::Open(dir(), OpenMode::kReadOnly).error().code, ErrorCode::kUnsupported);
}

TEST_F(StoreTest, FailedMigrationsAreUndone) {
  Result<Database> db = Database::Open(root_ / "x.db", Access::kCreate);
  ASSERT_TRUE(db.ok());
  // In the way of the last statement of the first migration.
  ASSERT_TRUE(db->Execute("CREATE TABLE letter_fts (x)").ok());
  EXPECT_FALSE(Migrate(*db).ok());
  EXPECT_EQ(*VersionOf(*db), 0);
  EXPECT_EQ(*db->QueryInt("SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(StoreTest, KeepsOriginalsByContent) {
  Archive archive = Open();
  const fs::path source = WriteFile("thư số 1.txt", "abc");
  const Result<fs::path> kept = archive.KeepOriginal(source, kAbc);
  ASSERT_TRUE(kept.ok()) << kept.error().Describe();
  EXPECT_EQ(*kept, dir() / "originals" / "ba" / std::string(kAbc).substr(2));
  EXPECT_EQ(ReadFile(*kept), "abc");
  // What is there is never written again.
  std::ofstream(*kept) << "kept";
  EXPECT_TRUE(archive.KeepOriginal(source, kAbc).ok());
  EXPECT_EQ(ReadFile(*kept), "kept");
}

TEST_F(StoreTest, RefusesAFileThatChanged) {
  Archive archive = Open();
  const Result<fs::path> kept = archive.KeepOriginal(WriteFile("a.txt", "abcd"), kAbc);
  ASSERT_FALSE(kept.ok());
  EXPECT_EQ(kept.error().code, ErrorCode::kDamaged);
  EXPECT_TRUE(fs::is_empty(archive.OriginalPath(kAbc).parent_path()));
  const Result<fs::path> missing = archive.KeepOriginal(root_ / "none", kAbc);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, KeepsAnEmptyFileAndALargeOne) {
  Archive archive = Open();
  EXPECT_TRUE(archive
                  .KeepOriginal(WriteFile("empty", ""),
                                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                  .ok());
  const std::string bytes(3'000'000, 'x');
  const Result<fs::path> kept =
      archive.KeepOriginal(WriteFile("large", bytes),
                           "35e387fe1bf85b04db3d8ee7e6ba3c1ba9b7bd37a7f54a68d0fd3c6ecc2b4a2f");
  EXPECT_EQ(kept.error().code, ErrorCode::kDamaged);  // a made-up hash
}

TEST_F(StoreTest, GivesLettersBack) {
  Archive archive = Open();
  const std::vector<Record> letters = {
      MakeRecord({.number = "1/BC-X", .body = "trang một\fdòng hai\ndòng ba"}),
      MakeRecord({.subject = "V/v họp", .body = "khác"})};
  const Result<std::vector<int64_t>> ids = archive.AddLetters(0, FakeFile(7), letters);
  ASSERT_TRUE(ids.ok()) << ids.error().Describe();
  EXPECT_THAT(*ids, ElementsAre(1, 2));
  const Result<StoredLetter> letter = archive.Get(1);
  ASSERT_TRUE(letter.ok());
  EXPECT_EQ(letter->file.name, "letter7.txt");
  EXPECT_EQ(letter->file.path, "/in/letter7.txt");
  EXPECT_EQ(letter->record["number"]["normalized"], "1/BC-X");
  ASSERT_EQ(letter->pages.size(), 2u);
  EXPECT_EQ(letter->pages[1].text, "dòng hai\ndòng ba");
  EXPECT_EQ(letter->pages[1].number, 2);
  EXPECT_EQ(letter->pages[1].origin, "text");
  EXPECT_EQ(letter->added_at.size(), 20u);
  EXPECT_EQ(archive.Get(3).error().code, ErrorCode::kNotFound);
  EXPECT_THAT(*archive.LetterIds(), ElementsAre(1, 2));
  EXPECT_THAT(*archive.LettersOfFile(FakeSha(7)), ElementsAre(1, 2));
  EXPECT_THAT(*archive.LettersOfFile(FakeSha(8)), IsEmpty());
  EXPECT_TRUE(*archive.HasFile(FakeSha(7)));
  EXPECT_FALSE(*archive.HasFile(FakeSha(8)));
}

TEST_F(StoreTest, HoldsNothingTwice) {
  Archive archive = Open();
  Add(archive, 1, {.body = "một"});
  const std::vector<Record> again = {MakeRecord({.body = "hai"})};
  EXPECT_EQ(archive.AddLetters(0, FakeFile(1), again).error().code, ErrorCode::kUsage);
  EXPECT_EQ(*archive.CountLetters(), 1);
  EXPECT_EQ(Search(archive, "hai")->rows.size(), 0u);
}

TEST_F(StoreTest, ReplacesLettersUnderTheirIds) {
  Archive archive = Open();
  const std::vector<Record> two = {MakeRecord({.body = "một"}),
                                   MakeRecord({.body = "hai", .cites = {"1/BC"}})};
  ASSERT_TRUE(archive.AddLetters(0, FakeFile(1), two).ok());
  Add(archive, 2, {.body = "khác"});
  const std::vector<Record> three = {MakeRecord({.body = "bốn"}), MakeRecord({.body = "năm"}),
                                     MakeRecord({.body = "sáu"})};
  const Result<std::vector<int64_t>> ids =
      archive.AddLetters(0, FakeFile(1), three, IfPresent::kReplace);
  ASSERT_TRUE(ids.ok()) << ids.error().Describe();
  EXPECT_THAT(*ids, ElementsAre(1, 2, 4));
  EXPECT_TRUE(Search(archive, "một")->rows.empty());
  EXPECT_TRUE(Search(archive, "trichdan:1/BC")->rows.empty());
  EXPECT_EQ(Search(archive, "bốn")->rows.at(0).id, 1);
  EXPECT_EQ(Search(archive, "khác")->rows.at(0).id, 3);
  // Fewer letters than before.
  ASSERT_TRUE(archive.AddLetters(0, FakeFile(1), two, IfPresent::kReplace).ok());
  EXPECT_THAT(*archive.LettersOfFile(FakeSha(1)), ElementsAre(1, 2));
  EXPECT_TRUE(Search(archive, "sáu")->rows.empty());
  EXPECT_TRUE(archive.database()
                  .Execute("INSERT INTO letter_fts(letter_fts, rank) VALUES('integrity-check', 1)")
                  .ok());
}

TEST_F(StoreTest, KeepsReadings) {
  Archive archive = Open();
  Page page = TextPage(3, "dòng một");
  page.origin = PageOrigin::kOcr;
  page.width = 595.5;
  Word word;
  word.text = "dòng";
  word.box = {1.25, 2, 30.1, 40};
  word.confidence = 0.93;
  page.words = {word};
  EXPECT_FALSE(archive.GetReading(kAbc, 3, "vie/normal")->has_value());
  ASSERT_TRUE(archive.PutReading(kAbc, 3, "vie/normal", page).ok());
  const Result<std::optional<Page>> read = archive.GetReading(kAbc, 3, "vie/normal");
  ASSERT_TRUE(read.ok() && read->has_value());
  EXPECT_EQ((*read)->words.at(0).text, "dòng");
  EXPECT_EQ((*read)->words.at(0).box, word.box);
  EXPECT_EQ((*read)->origin, PageOrigin::kOcr);
  EXPECT_EQ((*read)->width, 595.5);
  EXPECT_FALSE(archive.GetReading(kAbc, 3, "vie/thorough")->has_value());
  EXPECT_FALSE(archive.GetReading(kAbc, 2, "vie/normal")->has_value());
  page.words.clear();
  ASSERT_TRUE(archive.PutReading(kAbc, 3, "vie/normal", page).ok());
  EXPECT_TRUE((*archive.GetReading(kAbc, 3, "vie/normal"))->words.empty());
}

TEST_F(StoreTest, TakesTextThatIsNoUtf8) {
  Archive archive = Open();
  EXPECT_EQ(Add(archive, 1, {.subject = "a\xff b", .body = "c\xc3"}), 1);
  EXPECT_TRUE(archive.Get(1).ok());
}

}  // namespace
}  // namespace vanthu::archive
