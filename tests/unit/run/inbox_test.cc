#include "pipeline/run/inbox.h"

#include <gtest/gtest.h>

#include <fstream>

#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

TEST(PassingTest, NamesOfWhatIsNotADocumentYet) {
  for (const char* name : {".hidden", "~$cong-van.docx", "~WRL0001.tmp", "a.pdf.part", "a.TMP",
                           "Thumbs.db", "b.crdownload", ".~lock.a.odt#"})
    EXPECT_TRUE(IsPassing(name, {})) << name;
  for (const char* name : {"a.pdf", "công văn.docx", "tmp", "part.pdf", "~a.pdf"})
    EXPECT_FALSE(IsPassing(name, {})) << name;
  EXPECT_TRUE(IsPassing("cũ.bak", {"*.bak"}));
  EXPECT_FALSE(IsPassing("cũ.bak.pdf", {"*.bak"}));
}

class InboxTest : public testing::Test {
 protected:
  void Write(const std::string& name, const std::string& content = "x") {
    fs::create_directories(Path(name).parent_path());
    std::ofstream(Path(name), std::ios::binary) << content;
  }
  fs::path Path(const std::string& name) const { return folder_->path() / name; }

  // Ready after so many seconds, below the folder.
  std::vector<std::string> At(int when) {
    std::vector<std::string> names;
    const auto ready = inbox_.Ready(Inbox::Time{} + seconds(when));
    EXPECT_TRUE(ready.ok());
    for (const fs::path& file : *ready) names.push_back(file.lexically_relative(folder_->path()));
    return names;
  }

  Result<TempFolder> folder_ = TempFolder::Make(fs::temp_directory_path());
  Inbox inbox_{folder_->path(), {folder_->path() / "done"}, {}, seconds(5)};
};

using Names = std::vector<std::string>;

TEST_F(InboxTest, FilesThatHaveComeToRest) {
  Write("b/c.txt");
  Write("a.txt");
  Write("done/old.txt");
  EXPECT_EQ(At(0), Names{});
  EXPECT_TRUE(inbox_.waiting());
  EXPECT_EQ(At(4), Names{});
  EXPECT_EQ(At(5), (Names{"a.txt", "b/c.txt"}));
  EXPECT_FALSE(inbox_.waiting());
}

TEST_F(InboxTest, AFileThatGrowsIsLeftAlone) {
  Write("a.txt", "x");
  EXPECT_EQ(At(0), Names{});
  Write("a.txt", "xx");
  EXPECT_EQ(At(6), Names{});
  EXPECT_EQ(At(10), Names{});
  EXPECT_EQ(At(11), Names{"a.txt"});
}

TEST_F(InboxTest, ATakenFileIsReadyAgainOnceItChanges) {
  Write("a.txt", "x");
  EXPECT_EQ(At(0), Names{});
  EXPECT_EQ(At(5), Names{"a.txt"});
  inbox_.Take(Path("a.txt"));
  EXPECT_TRUE(inbox_.IsAsSeen(Path("a.txt")));
  EXPECT_EQ(At(10), Names{});
  EXPECT_FALSE(inbox_.waiting());
  Write("a.txt", "xyz");
  EXPECT_FALSE(inbox_.IsAsSeen(Path("a.txt")));
  EXPECT_EQ(At(11), Names{});
  EXPECT_EQ(At(16), Names{"a.txt"});
  inbox_.Take(Path("a.txt"));
  inbox_.GiveBack(Path("a.txt"));
  EXPECT_EQ(At(17), Names{"a.txt"});
}

TEST_F(InboxTest, LinksAreNotFollowed) {
  Write("elsewhere/a.txt");
  fs::create_directory_symlink(Path("elsewhere"), Path("link"));
  fs::create_symlink(Path("elsewhere/a.txt"), Path("a-link.txt"));
  At(0);
  EXPECT_EQ(At(5), Names{"elsewhere/a.txt"});
}

TEST(InboxFolderTest, AFolderThatIsAwayIsAnError) {
  Inbox inbox("/nowhere/at/all", {}, {}, seconds(1));
  const auto ready = inbox.Ready({});
  ASSERT_FALSE(ready.ok());
  EXPECT_EQ(ready.error().code, ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace vanthu::run
