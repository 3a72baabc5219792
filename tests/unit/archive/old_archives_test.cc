// Archives as each version of the tables left them, tests/data/archives/vN.sql: each opens, is brought up to
// date and gives its letters. They are kept as they were written; a migration that is edited later fails here.
// VANTHU_WRITE_ARCHIVES=DIR writes those that are not there yet: the one before, brought on by one version.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <sstream>

#include "pipeline/archive/corrections.h"
#include "pipeline/archive/schema.h"
#include "pipeline/archive/trash.h"
#include "tests/unit/archive/rows_fixture.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

fs::path FileOf(const fs::path& folder, int version) {
  return folder / fmt::format("v{}.sql", version);
}

void Must(const Status& status) {
  if (!status.ok()) throw std::runtime_error(status.error().Describe());
}

std::vector<std::string> Texts(Database& db, const std::string& sql) {
  Result<Statement> row = db.Prepare(sql);
  if (!row.ok()) throw std::runtime_error(sql + ": " + row.error().Describe());
  std::vector<std::string> texts;
  while (*row->Step()) texts.push_back(row->Text(0));
  return texts;
}

// Statements that make the database anew, but for what the index keeps of its own.
std::string Dump(Database& db, int version) {
  const std::string ours =
      "FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND "
      "name NOT LIKE '%!_fts!_%' ESCAPE '!'";
  std::string dump = fmt::format("PRAGMA user_version = {};\n", version);
  for (const std::string& sql : Texts(db, "SELECT sql " + ours + " ORDER BY rowid")) {
    dump += sql + ";\n";
  }
  const auto tables =
      Texts(db, "SELECT name " + ours +
                    " AND type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid");
  for (const std::string& table : tables) {
    const std::string values = Texts(
        db, fmt::format("SELECT group_concat('quote(\"' || name || '\")', ' || '', '' || ') FROM "
                        "pragma_table_info('{}')",
                        table))[0];
    for (const std::string& row : Texts(db, fmt::format("SELECT {} FROM {}", values, table))) {
      dump += fmt::format("INSERT INTO {} VALUES ({});\n", table, row);
    }
  }
  for (const std::string& index :
       Texts(db, "SELECT name " + ours + " AND sql LIKE 'CREATE VIRTUAL%' ORDER BY rowid")) {
    dump += fmt::format("INSERT INTO {0} ({0}) VALUES ('rebuild');\n", index);
  }
  return dump;
}

class OldArchivesTest : public ArchiveTest {
 protected:
  Database Load(const fs::path& file) {
    fs::create_directories(dir());
    Result<Database> db = Database::Open(dir() / "archive.db", Access::kCreate);
    if (!db.ok()) throw std::runtime_error(db.error().Describe());
    Must(db->Execute(ReadFile(file)));
    return *std::move(db);
  }

  const fs::path kept_ = fs::path(VANTHU_TEST_DATA) / "archives";
};

TEST_F(OldArchivesTest, OneOfEachVersionIsKept) {
  const char* folder = std::getenv("VANTHU_WRITE_ARCHIVES");
  for (int version = 1; version <= SchemaVersion(); ++version) {
    const fs::path file = FileOf(kept_, version);
    if (fs::exists(file)) continue;
    ASSERT_NE(folder, nullptr) << file << " is missing: VANTHU_WRITE_ARCHIVES=DIR writes it";
    const fs::path before = FileOf(kept_, version - 1);
    Database db = Load(fs::exists(before) ? before : FileOf(folder, version - 1));
    Must(MigrateTo(db, version));
    std::ofstream(FileOf(folder, version)) << Dump(db, version);
    fs::remove_all(dir());
  }
}

TEST_F(OldArchivesTest, EachGivesItsLetters) {
  for (int version = 1; version <= SchemaVersion(); ++version) {
    SCOPED_TRACE(version);
    const fs::path file = FileOf(kept_, version);
    if (!fs::exists(file)) continue;  // said above
    {
      Database db = Load(file);
      ASSERT_EQ(*VersionOf(db), version);
    }
    Archive archive = Open(OpenMode::kReadWrite);
    EXPECT_EQ(*archive.CountLetters(), 3);
    const Result<SearchAnswer> number = Search(archive, "214/SNgV-LS");
    ASSERT_TRUE(number.ok());
    ASSERT_EQ(number->rows.size(), 1U);
    const int64_t id = number->rows[0].id;
    const Result<StoredLetter> letter = archive.Get(id);
    ASSERT_TRUE(letter.ok()) << letter.error().Describe();
    EXPECT_EQ(letter->record.at("number").at("normalized"), "214/SNgV-LS");
    EXPECT_EQ(letter->pages.size(), 1U);
    EXPECT_EQ(Search(archive, "Champasak đoàn")->rows.at(0).id, id);
    int delegations = 0;
    Must(EachDelegation(archive, {}, [&](const ordered_json&) -> Status {
      ++delegations;
      return Done{};
    }));
    EXPECT_GT(delegations, 0);
    // What is new since then works on its letters.
    ASSERT_TRUE(Correct(archive, "lan", id, "subject", "đã sửa").ok());
    ASSERT_TRUE(ThrowAway(archive, "lan", {id}).ok());
    ASSERT_TRUE(BringBack(archive, "lan", {id}).ok());
    EXPECT_EQ(Search(archive, "\"đã sửa\"")->rows.at(0).id, id);
    const Status index = archive.database().Execute(
        "INSERT INTO letter_fts(letter_fts, rank) VALUES('integrity-check', 1)");
    EXPECT_TRUE(index.ok()) << index.error().Describe();
    EXPECT_EQ(Texts(archive.database(), "PRAGMA integrity_check")[0], "ok");
    fs::remove_all(dir());
  }
}

}  // namespace
}  // namespace vanthu::archive
