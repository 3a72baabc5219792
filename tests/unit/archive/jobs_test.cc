#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using JobsTest = ArchiveTest;

TEST_F(JobsTest, GoesThroughItsStates) {
  Archive archive = Open();
  const int64_t run = *archive.StartRun("import /in");
  const int64_t a = *archive.Enqueue(run, "/in/a.pdf");
  const int64_t b = *archive.Enqueue(run, "/in/b.zip", "c/d.txt");
  const int64_t c = *archive.Enqueue(run, "/in/c.txt");
  EXPECT_EQ(archive.CountJobs(run)->queued, 3);

  const Result<std::optional<Job>> first = archive.NextJob(run);
  ASSERT_TRUE(first.ok() && first->has_value());
  EXPECT_EQ((*first)->id, a);
  EXPECT_EQ((*first)->path, "/in/a.pdf");
  EXPECT_EQ((*first)->state, JobState::kReading);
  EXPECT_EQ((*first)->attempts, 1);
  EXPECT_EQ((*archive.NextJob(run))->member, "c/d.txt");
  EXPECT_EQ((*archive.NextJob(run))->id, c);
  EXPECT_FALSE(archive.NextJob(run)->has_value());

  const std::vector<Record> letters = {MakeRecord({.body = "một"})};
  ASSERT_TRUE(archive.AddLetters(a, FakeFile(1), letters).ok());
  ASSERT_TRUE(archive.FailJob(b, {ErrorCode::kEncrypted, "needs a password", "", 2}).ok());
  ASSERT_TRUE(archive.SkipJob(c, FakeSha(1), "is in the archive already").ok());

  EXPECT_EQ(archive.GetJob(a)->state, JobState::kDone);
  EXPECT_EQ(archive.GetJob(a)->sha256, FakeSha(1));
  EXPECT_EQ(archive.GetJob(b)->error->Describe(), "/in/b.zip!c/d.txt, page 2: needs a password");
  EXPECT_EQ(archive.GetJob(b)->error->code, ErrorCode::kEncrypted);
  EXPECT_EQ(archive.GetJob(c)->state, JobState::kSkipped);
  EXPECT_EQ(archive.GetJob(c)->error->message, "is in the archive already");
  EXPECT_EQ(archive.GetJob(99).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(archive.SkipJob(99, "", "").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(archive.FailJob(99, {}).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(archive.AddLetters(99, FakeFile(2), letters).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(*archive.CountLetters(), 1);

  const JobCounts counts = *archive.CountJobs(run);
  EXPECT_EQ(counts.done, 1);
  EXPECT_EQ(counts.failed, 1);
  EXPECT_EQ(counts.skipped, 1);
  EXPECT_EQ(counts.queued + counts.reading, 0);
  EXPECT_TRUE(archive.FinishRun(run, "1 letter").ok());
}

TEST_F(JobsTest, ADeadProcessLeavesItsJobsQueued) {
  {
    Archive archive = Open();
    const int64_t run = *archive.StartRun("import");
    ASSERT_TRUE(archive.Enqueue(run, "/in/a").ok());
    ASSERT_TRUE(archive.Enqueue(run, "/in/b").ok());
    ASSERT_TRUE(archive.NextJob(run).ok());
  }
  Archive archive = Open(OpenMode::kReadWrite);
  EXPECT_EQ(archive.CountJobs(1)->queued, 2);
  // The same command again: a new run takes both over, and knows which was tried before.
  const int64_t run = *archive.StartRun("import");
  EXPECT_EQ(*archive.Enqueue(run, "/in/a"), 1);
  EXPECT_EQ(*archive.Enqueue(run, "/in/b"), 2);
  EXPECT_EQ(archive.CountJobs(1)->queued, 0);
  EXPECT_EQ((*archive.NextJob(run))->attempts, 2);
  EXPECT_EQ((*archive.NextJob(run))->attempts, 1);
}

TEST_F(JobsTest, AnInterruptedJobIsNotCounted) {
  Archive archive = Open();
  const int64_t run = *archive.StartRun("import");
  ASSERT_TRUE(archive.Enqueue(run, "/in/a").ok());
  const int64_t job = (*archive.NextJob(run))->id;
  ASSERT_TRUE(archive.RequeueJob(job).ok());
  EXPECT_EQ((*archive.NextJob(run))->attempts, 1);
}

TEST_F(JobsTest, AFinishedJobStartsAfresh) {
  Archive archive = Open();
  const int64_t run = *archive.StartRun("import");
  const int64_t job = *archive.Enqueue(run, "/in/a");
  ASSERT_TRUE(archive.NextJob(run).ok());
  ASSERT_TRUE(archive.FailJob(job, {ErrorCode::kCrashed, "died", "", 0}).ok());
  EXPECT_EQ(*archive.Enqueue(run, "/in/a"), job);
  EXPECT_EQ(archive.GetJob(job)->attempts, 0);
  EXPECT_FALSE(archive.GetJob(job)->error);
  EXPECT_EQ(archive.GetJob(job)->state, JobState::kQueued);
}

TEST_F(JobsTest, FailuresAreListedByRun) {
  Archive archive = Open();
  const int64_t one = *archive.StartRun("import");
  const int64_t two = *archive.StartRun("import");
  const int64_t job = *archive.Enqueue(two, "/in/a");
  ASSERT_TRUE(archive.AddFailure(one, {ErrorCode::kTimeout, "took too long", "/in/x", 3}).ok());
  ASSERT_TRUE(archive.FailJob(job, {ErrorCode::kDamaged, "cut", "/in/a", 0}).ok());
  const std::vector<Failure> all = *archive.ListFailures();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].error.Describe(), "/in/x, page 3: took too long");
  EXPECT_EQ(all[0].error.code, ErrorCode::kTimeout);
  EXPECT_EQ(all[1].error.Describe(), "/in/a: cut");
  ASSERT_EQ(archive.ListFailures(two)->size(), 1u);
  EXPECT_EQ(archive.ListFailures(two)->at(0).run, two);
  EXPECT_TRUE(archive.ListFailures(99)->empty());
}

}  // namespace
}  // namespace vanthu::archive
