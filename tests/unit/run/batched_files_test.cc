#include "pipeline/run/batched_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

class BatchedFilesTest : public testing::Test {
 protected:
  // As the archive writes an original.
  void Keep(const std::string& name) {
    const Result<int> file = files_.Create(Path(name + ".part"));
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE(files_.Write(*file, name).ok());
    EXPECT_TRUE(files_.Sync(*file).ok());
    EXPECT_TRUE(files_.Close(*file).ok());
    EXPECT_TRUE(files_.Rename(Path(name + ".part"), Path(name)).ok());
  }
  fs::path Path(const std::string& name) const { return folder_->path() / name; }

  Result<TempFolder> folder_ = TempFolder::Make(fs::temp_directory_path());
  BatchedFiles files_{archive::DiskFileOps()};
};

TEST_F(BatchedFilesTest, FilesGetTheirNamesTogether) {
  Keep("a");
  Keep("b");
  EXPECT_FALSE(fs::exists(Path("a")));
  ASSERT_TRUE(files_.Settle(folder_->path()).ok());
  std::string content;
  std::ifstream(Path("b")) >> content;
  EXPECT_EQ(content, "b");
  EXPECT_TRUE(fs::exists(Path("a")));
  EXPECT_FALSE(fs::exists(Path("a.part")));
}

TEST_F(BatchedFilesTest, DiscardedFilesLeaveNothing) {
  Keep("a");
  files_.Discard();
  EXPECT_TRUE(fs::is_empty(folder_->path()));
  EXPECT_TRUE(files_.Settle(folder_->path()).ok());
}

TEST_F(BatchedFilesTest, ANameThatCannotBeGivenIsAnErrorOfTheDisk) {
  Keep("a");
  ASSERT_TRUE(files_.Rename(Path("none.part"), Path("none")).ok());
  const Status settled = files_.Settle(folder_->path());
  ASSERT_FALSE(settled.ok());
  EXPECT_EQ(settled.error().code, ErrorCode::kDisk);
  EXPECT_EQ(settled.error().file, Path("none").string());
}

}  // namespace
}  // namespace vanthu::run
