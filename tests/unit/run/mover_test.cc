#include "pipeline/run/mover.h"

#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/intake/intake.h"
#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

class MoverTest : public testing::Test {
 protected:
  void Write(const std::string& name, const std::string& content) {
    fs::create_directories(Path(name).parent_path());
    std::ofstream(Path(name), std::ios::binary) << content;
  }
  std::string Read(const std::string& name) const {
    std::ifstream file(Path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  fs::path Path(const std::string& name) const { return folder_->path() / name; }

  ImportedFile File(const std::string& name, ImportState state, const std::string& content) const {
    ImportedFile file{Path(name).string(), state, {}, 0, {}};
    if (state == ImportState::kFailed)
      file.errors = {{ErrorCode::kDamaged, "is cut", file.name, 0}};
    file.sha256 = intake::Sha256OfBytes(content);
    return file;
  }
  Mover Make(std::optional<fs::path> failed) {
    MoveOptions options{{Path("in")}, Path("done"), std::move(failed), {}, {}};
    options.reason = [](const std::string&, const std::vector<Error>& errors) {
      return errors[0].message;
    };
    return Mover(std::move(options), {[](const fs::path&, const fs::path&) {},
                                      [this](const Error& error) { errors_.push_back(error); }});
  }

  Result<TempFolder> folder_ = TempFolder::Make(fs::temp_directory_path());
  std::vector<Error> errors_;
};

TEST_F(MoverTest, KeepsTheWayBelowTheFolder) {
  Write("in/2021/a.txt", "a");
  Write("in/2022/a.txt", "b");
  Make({}).Settled({File("in/2021/a.txt", ImportState::kImported, "a"),
                    File("in/2022/a.txt", ImportState::kSkipped, "b")});
  EXPECT_EQ(Read("done/2021/a.txt"), "a");
  EXPECT_EQ(Read("done/2022/a.txt"), "b");
  EXPECT_FALSE(fs::exists(Path("in/2021/a.txt")));
}

TEST_F(MoverTest, NothingIsWrittenOver) {
  Write("in/a.txt", "new");
  Write("done/a.txt", "old");
  Make({}).Settled({File("in/a.txt", ImportState::kImported, "new")});
  EXPECT_EQ(Read("done/a.txt"), "old");
  EXPECT_EQ(Read("done/a-2.txt"), "new");
}

TEST_F(MoverTest, AFileThatIsAnotherByNowStays) {
  Write("in/a.txt", "another letter");
  Make({}).Settled({File("in/a.txt", ImportState::kImported, "a letter")});
  EXPECT_EQ(Read("in/a.txt"), "another letter");
}

TEST_F(MoverTest, FailedFilesStayOrGoWithTheirReason) {
  Write("in/a.pdf", "a");
  Make({}).Settled({File("in/a.pdf", ImportState::kFailed, "a")});
  EXPECT_EQ(Read("in/a.pdf"), "a");
  Make(Path("failed")).Settled({File("in/a.pdf", ImportState::kFailed, "a")});
  EXPECT_EQ(Read("failed/a.pdf"), "a");
  EXPECT_EQ(Read("failed/a.pdf.reason.txt"), "is cut");
  EXPECT_TRUE(errors_.empty());
}

TEST_F(MoverTest, AZipGoesAtTheEndAndAsAWhole) {
  Write("in/good!.zip", "z");
  Write("in/bad.zip", "z");
  Mover mover = Make(Path("failed"));
  mover.Settled({File("in/good!.zip!a.txt", ImportState::kImported, "a"),
                 File("in/bad.zip!a.txt", ImportState::kImported, "a"),
                 File("in/bad.zip!b.txt", ImportState::kFailed, "b")});
  EXPECT_TRUE(fs::exists(Path("in/good!.zip")));
  mover.Finish();
  EXPECT_TRUE(fs::exists(Path("done/good!.zip")));
  EXPECT_TRUE(fs::exists(Path("failed/bad.zip")));
}

TEST_F(MoverTest, SaysWhatCannotBeMoved) {
  Write("in/a.txt", "a");
  Write("done", "a file where the folder should be");
  Make({}).Settled({File("in/a.txt", ImportState::kImported, "a")});
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::kDisk);
  EXPECT_TRUE(fs::exists(Path("in/a.txt")));
}

}  // namespace
}  // namespace vanthu::run
