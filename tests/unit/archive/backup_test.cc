#include "pipeline/archive/backup.h"

#include <gmock/gmock.h>

#include "pipeline/archive/schema.h"
#include "pipeline/archive/trash.h"
#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const std::string kX = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
const std::atomic<bool> kGoOn = false;

class BackupTest : public ArchiveTest {
 protected:
  void Put(Archive& archive, const std::string& name, const std::string& bytes,
           const std::string& sha256) {
    const std::vector<Record> letters = {MakeRecord({.subject = name, .body = name})};
    const FileInfo file{sha256, name, "/in/" + name, "text/plain", bytes.size()};
    ASSERT_TRUE(archive.KeepOriginal(WriteFile(name, bytes), sha256).ok());
    ASSERT_TRUE(archive.AddLetters(0, file, letters).ok());
  }

  CopyTools Tools() const {
    return {DiskFileOps(), [] { return Status(Done{}); }, [](int64_t, int64_t) {}};
  }
  Result<CopiedArchive> Back() { return BackUp(dir(), backup(), Tools(), kGoOn); }
  Result<CopiedArchive> Bring(const fs::path& to) {
    return archive::Restore(backup(), to, Tools(), kGoOn);
  }
  fs::path backup() const { return root_ / "backup"; }
};

TEST_F(BackupTest, CopiesWhatIsNewWhileTheArchiveIsOpen) {
  Archive archive = Open();
  Put(archive, "một", "abc", kAbc);
  Result<CopiedArchive> done = Back();
  ASSERT_TRUE(done.ok()) << done.error().Describe();
  EXPECT_EQ(done->letters, 1);
  EXPECT_EQ(done->copied, 1);
  Put(archive, "hai", "x", kX);
  {
    // What is not committed is in no backup.
    const Result<Transaction> open = archive.BeginBatch();
    Add(archive, 9, {.subject = "chưa xong"});
    done = Back();
  }
  ASSERT_TRUE(done.ok()) << done.error().Describe();
  EXPECT_EQ(done->letters, 2);
  EXPECT_EQ(done->files, 2);
  EXPECT_EQ(done->copied, 1);
  ASSERT_TRUE(Bring(root_ / "new").ok());
  Result<Archive> restored = Archive::Open(root_ / "new", OpenMode::kReadOnly);
  ASSERT_TRUE(restored.ok());
  EXPECT_EQ(Search(*restored, "hai")->rows.size(), 1U);
  EXPECT_EQ(ReadFile(restored->OriginalPath(kX)), "x");
}

TEST_F(BackupTest, WhatIsGoneForGoodGoesFromTheBackup) {
  Archive archive = Open();
  Put(archive, "một", "abc", kAbc);
  ASSERT_TRUE(Back().ok());
  ASSERT_TRUE(ThrowAway(archive, "lan", {1}).ok());
  ASSERT_TRUE(Back().ok());
  EXPECT_TRUE(fs::exists(backup() / "originals" / "ba" / kAbc.substr(2)));
  ASSERT_TRUE(EmptyTrash(archive, "lan", 0).ok());
  ASSERT_TRUE(Back().ok());
  EXPECT_FALSE(fs::exists(backup() / "originals" / "ba" / kAbc.substr(2)));
}

TEST_F(BackupTest, WritesOverNothingElse) {
  {
    Archive archive = Open();
    Put(archive, "một", "abc", kAbc);
  }
  EXPECT_EQ(BackUp(dir(), dir(), Tools(), kGoOn).error().code, ErrorCode::kUsage);
  fs::create_directory(backup());
  WriteFile("backup/letter.txt", "mine");
  EXPECT_EQ(Back().error().code, ErrorCode::kUsage);
  fs::remove(backup() / "letter.txt");
  ASSERT_TRUE(Back().ok());
  EXPECT_EQ(Bring(dir()).error().code, ErrorCode::kUsage);
  // Another archive does not go into the same backup.
  fs::remove_all(dir());
  { const Archive other = Open(); }
  EXPECT_EQ(Back().error().code, ErrorCode::kUsage);
  EXPECT_EQ(BackUp(root_ / "none", backup(), Tools(), kGoOn).error().code, ErrorCode::kNotFound);
}

TEST_F(BackupTest, ABrokenFileEndsItAndTheOlderBackupStays) {
  Archive archive = Open();
  Put(archive, "một", "abc", kAbc);
  ASSERT_TRUE(Back().ok());
  Put(archive, "hai", "x", kX);
  std::ofstream(archive.OriginalPath(kX)) << "y";
  const Result<CopiedArchive> failed = Back();
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kDamaged);
  EXPECT_THAT(failed.error().file, testing::EndsWith(kX.substr(2)));
  const Result<CopiedArchive> restored = Bring(root_ / "new");
  ASSERT_TRUE(restored.ok()) << restored.error().Describe();
  EXPECT_EQ(restored->letters, 1);
}

TEST_F(BackupTest, ABrokenBackupGivesNoArchive) {
  {
    Archive archive = Open();
    Put(archive, "một", "abc", kAbc);
  }
  ASSERT_TRUE(Back().ok());
  const fs::path file = backup() / "originals" / "ba" / kAbc.substr(2);
  std::ofstream(file) << "abd";
  EXPECT_EQ(Bring(root_ / "new").error().code, ErrorCode::kDamaged);
  EXPECT_EQ(Archive::Open(root_ / "new", OpenMode::kReadOnly).error().code, ErrorCode::kNotFound);
  // Once it is put right the same call goes on.
  std::ofstream(file) << "abc";
  EXPECT_TRUE(Bring(root_ / "new").ok());
}

}  // namespace
}  // namespace vanthu::archive
