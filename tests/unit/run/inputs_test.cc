#include "pipeline/run/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;

class InputsTest : public testing::Test {
 protected:
  void Write(const std::string& name, const std::string& content = "Số: 12/BC-UBND\n") {
    fs::create_directories(Path(name).parent_path());
    std::ofstream(Path(name), std::ios::binary) << content;
  }
  fs::path Path(const std::string& name) const { return folder_->path() / name; }

  // Every input as "NAME" or "NAME: error_code", below the folder.
  std::vector<std::string> All(const std::vector<fs::path>& roots) const {
    Inputs inputs(roots, folder_->path() / ".unpacked", intake::Limits{});
    std::vector<std::string> out;
    while (std::optional<Result<InputFile>> input = inputs.Next()) {
      const std::string name = input->ok() ? (*input)->Name() : input->error().file;
      std::string line = name.substr(folder_->path().string().size() + 1);
      if (!input->ok()) line += ": " + std::string(ErrorCodeName(input->error().code));
      out.push_back(line);
    }
    return out;
  }

  Result<TempFolder> folder_ = TempFolder::Make(fs::temp_directory_path());
};

using Names = std::vector<std::string>;

TEST_F(InputsTest, FoldersToAnyDepthInSortedOrder) {
  Write("in/b.txt");
  Write("in/a/z/deep.txt");
  Write("in/a.txt");
  Write("in/.hidden.txt");
  Write("in/.git/config.txt");
  EXPECT_EQ(All({Path("in")}), (Names{"in/a/z/deep.txt", "in/a.txt", "in/b.txt"}));
}

TEST_F(InputsTest, RootsInTheOrderGiven) {
  Write("b.txt");
  Write(".a.txt");
  EXPECT_EQ(All({Path("b.txt"), Path(".a.txt"), Path("b.txt")}),
            (Names{"b.txt", ".a.txt", "b.txt"}));
}

TEST_F(InputsTest, LinksStayInsideTheFolder) {
  Write("outside/secret.txt");
  Write("in/real/a.txt");
  fs::create_symlink(Path("in/real/a.txt"), Path("in/again.txt"));
  fs::create_symlink(Path("in"), Path("in/loop"));
  fs::create_symlink(Path("outside/secret.txt"), Path("in/out.txt"));
  fs::create_symlink(Path("outside"), Path("in/outfolder"));
  fs::create_symlink("nowhere", Path("in/dangling"));
  EXPECT_EQ(All({Path("in")}),
            (Names{"in/again.txt", "in/dangling: unreadable", "in/out.txt: unreadable",
                   "in/outfolder: unreadable", "in/real/a.txt"}));
}

TEST_F(InputsTest, ALinkThatWasNamedIsFollowed) {
  Write("outside/a.txt");
  fs::create_symlink(Path("outside"), Path("link"));
  EXPECT_EQ(All({Path("link")}), (Names{"link/a.txt"}));
}

TEST_F(InputsTest, WhatCannotBeReadIsNamed) {
  Write("in/empty.txt", "");
  Write("in/unknown.bin", std::string("\x01\x02\x03\xFF\0\0\0\x07", 8));
  fs::create_directories(Path("in"));
  ASSERT_EQ(mkfifo(Path("in/pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(All({Path("in"), Path("none")}),
            (Names{"in/empty.txt: damaged", "in/pipe.txt: unreadable",
                   "in/unknown.bin: unsupported", "none: not_found"}));
}

}  // namespace
}  // namespace vanthu::run
