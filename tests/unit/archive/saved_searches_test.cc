#include "pipeline/archive/saved_searches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_fixture.h"

namespace vanthu::archive {
namespace {

using testing::IsEmpty;

class SavedSearchesTest : public ArchiveTest {
 protected:
  Archive archive_ = Open();
};

TEST_F(SavedSearchesTest, KeptUnderAName) {
  ASSERT_TRUE(SaveSearch(archive_, "Đoàn ra", "doan ra nam:2021").ok());
  ASSERT_TRUE(SaveSearch(archive_, "báo cáo", "loai:BC").ok());
  const Result<SavedSearch> found = FindSavedSearch(archive_, "  ĐOÀN   ra ");
  ASSERT_TRUE(found.ok()) << found.error().Describe();
  EXPECT_EQ(found->name, "Đoàn ra");
  EXPECT_EQ(found->query, "doan ra nam:2021");
  EXPECT_EQ(FindSavedSearch(archive_, "doan ra").error().code, ErrorCode::kNotFound);
  // The same name again takes the new query.
  ASSERT_TRUE(SaveSearch(archive_, "đoàn ra", "nam:2022").ok());
  const Result<std::vector<SavedSearch>> all = SavedSearches(archive_);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].name, "báo cáo");
  EXPECT_EQ((*all)[1].query, "nam:2022");
  ASSERT_TRUE(DeleteSavedSearch(archive_, "ĐOÀN RA").ok());
  EXPECT_EQ(DeleteSavedSearch(archive_, "đoàn ra").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(SavedSearches(archive_)->size(), 1U);
}

TEST_F(SavedSearchesTest, WhatIsRefused) {
  EXPECT_EQ(SaveSearch(archive_, " ", "báo cáo").error().code, ErrorCode::kUsage);
  EXPECT_EQ(SaveSearch(archive_, std::string(101, 'a'), "báo cáo").error().code, ErrorCode::kUsage);
  EXPECT_EQ(SaveSearch(archive_, "tên", "\"\" OR").error().code, ErrorCode::kUsage);
  EXPECT_THAT(*SavedSearches(archive_), IsEmpty());
}

TEST_F(SavedSearchesTest, OutliveTheArchiveBeingClosed) {
  ASSERT_TRUE(SaveSearch(archive_, "a", "báo cáo").ok());
  { const Archive closed = std::move(archive_); }
  Archive again = Open(OpenMode::kReadOnly);
  EXPECT_EQ(FindSavedSearch(again, "a")->query, "báo cáo");
}

}  // namespace
}  // namespace vanthu::archive
