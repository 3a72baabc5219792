// What is left of an archive whose disk fails or whose process is killed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

using FaultTest = ArchiveTest;

constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

// Does as the disk does until the n-th call, which fails, as do all after it.
class FailingFileOps : public FileOps {
 public:
  explicit FailingFileOps(int calls) : left_(calls) {}

  bool failed() const { return left_ < 0; }

  Status MakeFolder(const fs::path& folder) override {
    return Fails() ? Full() : disk_.MakeFolder(folder);
  }
  Result<int> Create(const fs::path& file) override {
    if (Fails()) return Full().error();
    return disk_.Create(file);
  }
  Status Write(int descriptor, std::string_view bytes) override {
    if (!Fails()) return disk_.Write(descriptor, bytes);
    static_cast<void>(disk_.Write(descriptor, bytes.substr(0, bytes.size() / 2)));
    return Full();
  }
  Status Sync(int descriptor) override { return Fails() ? Full() : disk_.Sync(descriptor); }
  Status Close(int descriptor) override {
    const Status closed = disk_.Close(descriptor);
    return Fails() ? Full() : closed;
  }
  Status Rename(const fs::path& from, const fs::path& to) override {
    return Fails() ? Full() : disk_.Rename(from, to);
  }
  Status Remove(const fs::path& file) override { return Fails() ? Full() : disk_.Remove(file); }

 private:
  bool Fails() { return --left_ < 0; }
  static Status Full() { return Error{ErrorCode::kDisk, "no space left", "", 0}; }

  FileOps& disk_ = DiskFileOps();
  int left_;
};

void ExpectSound(Archive& archive) {
  Result<Statement> check = archive.database().Prepare("PRAGMA integrity_check");
  ASSERT_TRUE(check.ok() && check->Step().ok());
  EXPECT_EQ(check->Text(0), "ok");
  const Status index = archive.database().Execute(
      "INSERT INTO letter_fts(letter_fts, rank) VALUES('integrity-check', 1)");
  EXPECT_TRUE(index.ok()) << index.error().Describe();
}

TEST_F(FaultTest, NoHalfOriginalWhereverTheDiskFails) {
  const fs::path source = WriteFile("a.txt", "abc");
  { const Archive archive = Open(); }
  bool passed = false;
  for (int calls = 0; !passed; ++calls) {
    ASSERT_LT(calls, 20);
    FailingFileOps ops(calls);
    Archive archive = Open(OpenMode::kReadWrite, ops);
    const Result<fs::path> kept = archive.KeepOriginal(source, kAbc);
    passed = !ops.failed();
    EXPECT_EQ(kept.ok(), passed) << calls;
    if (!kept.ok()) {
      EXPECT_EQ(kept.error().code, ErrorCode::kDisk) << calls;
    }
    EXPECT_EQ(fs::exists(archive.OriginalPath(kAbc)), passed) << calls;
  }
  EXPECT_EQ(ReadFile(Open().OriginalPath(kAbc)), "abc");
}

TEST_F(FaultTest, ALeftoverIsWrittenOver) {
  Archive archive = Open();
  const fs::path kept = archive.OriginalPath(kAbc);
  fs::create_directories(kept.parent_path());
  std::ofstream(kept.string() + ".part") << "half of something longer";
  ASSERT_TRUE(archive.KeepOriginal(WriteFile("a.txt", "abc"), kAbc).ok());
  EXPECT_EQ(ReadFile(kept), "abc");
  EXPECT_FALSE(fs::exists(kept.string() + ".part"));
}

TEST_F(FaultTest, AFolderThatCannotBeMade) {
  FailingFileOps ops(0);
  const Result<Archive> archive = Archive::Open(dir(), OpenMode::kCreate, ops);
  ASSERT_FALSE(archive.ok());
  EXPECT_EQ(archive.error().code, ErrorCode::kDisk);
}

// No file grows beyond a size while this lives: writes fail as on a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(FaultTest, AllOrNothingOnAFullDisk) {
  std::string body;
  for (int i = 0; i < 2000; ++i) body.append("từ").append(std::to_string(i)).append(" ");
  const std::vector<Record> letters = {MakeRecord({.number = "1/BC", .body = body}),
                                       MakeRecord({.number = "2/BC", .body = body})};
  int failures = 0;
  bool passed = false;
  for (rlim_t size = 4096; !passed; size += 40'000) {
    ASSERT_LT(size, rlim_t{4'000'000});
    std::error_code error;
    fs::remove_all(dir(), error);
    Archive archive = Open();
    const int64_t run = *archive.StartRun("import");
    const int64_t job = *archive.Enqueue(run, "/in/a");
    ASSERT_TRUE(archive.NextJob(run).ok());
    const rlim_t log = fs::file_size(dir() / "archive.db-wal");
    {
      const FileSizeLimit limit(log + size);
      const Result<std::vector<int64_t>> ids = archive.AddLetters(job, FakeFile(1), letters);
      passed = ids.ok();
      if (!passed) {
        ++failures;
        EXPECT_EQ(ids.error().code, ErrorCode::kDisk) << ids.error().Describe();
      }
    }
    // The same process, with room again.
    EXPECT_EQ(*archive.CountLetters(), passed ? 2 : 0);
    EXPECT_EQ(*archive.HasFile(FakeSha(1)), passed);
    EXPECT_EQ(archive.GetJob(job)->state, passed ? JobState::kDone : JobState::kReading);
    ExpectSound(archive);
    if (!passed) {
      EXPECT_TRUE(archive.AddLetters(job, FakeFile(1), letters).ok());
    }
    EXPECT_EQ(Search(archive, "từ1999")->rows.size(), 2u);
    ExpectSound(archive);
  }
  EXPECT_GT(failures, 1);
}

TEST_F(FaultTest, WhatWasAnsweredSurvivesAKill) {
  int total = 0;
  for (int round = 0; round < 4; ++round) {
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      close(pipe_ends[0]);
      Archive archive = Open();
      for (int n = 1000 * round + 1;; ++n) {
        Add(archive, n, {.number = "1/BC", .body = "một hai ba bốn"});
        if (write(pipe_ends[1], "x", 1) != 1) _exit(1);
      }
    }
    close(pipe_ends[1]);
    char byte;
    int answered = 0;
    while (answered < 20 + 7 * round && read(pipe_ends[0], &byte, 1) == 1) ++answered;
    kill(child, SIGKILL);
    while (read(pipe_ends[0], &byte, 1) == 1) ++answered;
    close(pipe_ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    Archive archive = Open(OpenMode::kReadWrite);
    const int64_t count = *archive.CountLetters();
    // One more may have been committed and not yet answered.
    EXPECT_GE(count, total + answered);
    EXPECT_LE(count, total + answered + 1);
    total = static_cast<int>(count);
    ExpectSound(archive);
  }
}

}  // namespace
}  // namespace vanthu::archive
