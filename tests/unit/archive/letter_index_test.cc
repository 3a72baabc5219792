// The full-text index after batches that end well, badly, or hold a letter twice.
#include "pipeline/archive/letter_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LetterIndexTest : public ArchiveTest {
 protected:
  Status Put(int n, const std::vector<Sketch>& sketches) {
    std::vector<Record> letters;
    for (const Sketch& sketch : sketches) letters.push_back(MakeRecord(sketch));
    const auto ids = archive_.AddLetters(0, FakeFile(n), letters, IfPresent::kReplace);
    if (!ids.ok()) return ids.error();
    return Done{};
  }

  std::vector<int64_t> Ids(const std::string& query) {
    std::vector<int64_t> ids;
    const Result<SearchAnswer> answer = Search(archive_, query);
    if (!answer.ok()) throw std::runtime_error(answer.error().Describe());
    for (const SearchRow& row : answer->rows) ids.push_back(row.id);
    return ids;
  }

  // FTS5 holds its index against the text that it was made of.
  bool IsSound() {
    return archive_.database()
        .Execute("INSERT INTO letter_fts (letter_fts, rank) VALUES ('integrity-check', 1)")
        .ok();
  }

  Archive archive_ = Open();
};

TEST_F(LetterIndexTest, ABatchIsFoundOnceItIsCommitted) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(Put(1, {{.body = "Lào"}}).ok());
  ASSERT_TRUE(Put(2, {{.body = "Lào"}}).ok());
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_THAT(Ids("Lào"), ElementsAre(2, 1));
  EXPECT_TRUE(IsSound());
}

TEST_F(LetterIndexTest, ABatchThatIsDroppedLeavesNothing) {
  {
    Result<Transaction> batch = archive_.BeginBatch();
    ASSERT_TRUE(Put(1, {{.body = "Lào"}}).ok());
  }
  ASSERT_TRUE(Put(2, {{.body = "Nga"}}).ok());
  EXPECT_THAT(Ids("Lào"), IsEmpty());
  EXPECT_THAT(Ids("Nga"), ElementsAre(1));
  EXPECT_TRUE(IsSound());
}

TEST_F(LetterIndexTest, ALetterIsReplacedInTheBatchThatBroughtIt) {
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(Put(1, {{.body = "Lào"}, {.body = "Thái Lan"}}).ok());
  ASSERT_TRUE(Put(1, {{.body = "Nga"}}).ok());  // and the second letter is gone
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_THAT(Ids("Lào"), IsEmpty());
  EXPECT_THAT(Ids("Thái"), IsEmpty());
  EXPECT_THAT(Ids("Nga"), ElementsAre(1));
  EXPECT_TRUE(IsSound());
}

TEST_F(LetterIndexTest, ALetterOfAnEarlierBatchIsReplaced) {
  ASSERT_TRUE(Put(1, {{.body = "Lào"}}).ok());
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(Put(1, {{.body = "Nga"}}).ok());
  ASSERT_TRUE(Put(1, {{.body = "Anh"}}).ok());
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_THAT(Ids("Lào OR Nga"), IsEmpty());
  EXPECT_THAT(Ids("Anh"), ElementsAre(1));
  EXPECT_TRUE(IsSound());
}

TEST_F(LetterIndexTest, AnErrorInsideABatchCostsThatFileAlone) {
  ASSERT_TRUE(Put(1, {{.body = "Lào"}}).ok());
  Result<Transaction> batch = archive_.BeginBatch();
  ASSERT_TRUE(Put(2, {{.body = "Nga"}}).ok());
  // Fails once the old letter is out and its index with it.
  ASSERT_TRUE(
      archive_.database()
          .Execute("CREATE TEMP TRIGGER no BEFORE INSERT ON main.letters WHEN new.subject = "
                   "'x' BEGIN SELECT raise(FAIL, 'no'); END")
          .ok());
  EXPECT_FALSE(Put(1, {{.subject = "x", .body = "Anh"}}).ok());
  EXPECT_FALSE(Put(2, {{.subject = "x", .body = "Anh"}}).ok());
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_THAT(Ids("Lào"), ElementsAre(1));
  EXPECT_THAT(Ids("Nga"), ElementsAre(2));
  EXPECT_THAT(Ids("Anh"), IsEmpty());
  EXPECT_TRUE(IsSound());
}

}  // namespace
}  // namespace vanthu::archive
