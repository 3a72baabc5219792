#include "pipeline/reading/replay.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "tests/unit/image/sheet.h"

namespace vanthu::reading {
namespace {

namespace fs = std::filesystem;

// Answers one word, or fails.
class OneWordReader : public Reader {
 public:
  Result<Page> Read(const Raster& raster, Page page) override {
    if (raster.pixels.empty()) return Error{ErrorCode::kDamaged, "no pixels", {}, page.number};
    page.origin = PageOrigin::kOcr;
    page.width = 595;
    page.words.push_back({"Kính", Box{10, 20, 30, 40}, 0.5});
    page.diagnostics.push_back({Severity::kInfo, "page_skewed", "fed askew", page.number});
    return page;
  }
};

class Replay : public testing::Test {
 protected:
  // A folder of its own: tests run beside each other.
  Replay() {
    std::string name = (fs::path(testing::TempDir()) / "vanthu-replay-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Replay() override { fs::remove_all(folder_); }

  fs::path folder_;
  Settings settings_;
  Raster sheet_ = image::WhiteSheet(20, 30);
};

TEST_F(Replay, PlaysBackWhatWasRecorded) {
  Page asked;
  asked.number = 2;
  const auto recorder = MakeRecordingReader(std::make_unique<OneWordReader>(), folder_, settings_);
  const Result<Page> live = recorder->Read(sheet_, asked);
  ASSERT_TRUE(live.ok());

  asked.number = 7;
  asked.reason = "no text layer";
  const Result<Page> replayed = MakeReplayReader(folder_, settings_)->Read(sheet_, asked);
  ASSERT_TRUE(replayed.ok()) << replayed.error().Describe();
  ASSERT_EQ(replayed->words.size(), 1U);
  EXPECT_EQ(replayed->words[0].text, "Kính");
  EXPECT_EQ(replayed->words[0].box, live->words[0].box);
  EXPECT_EQ(replayed->number, 7);
  EXPECT_EQ(replayed->reason, "no text layer");
  EXPECT_EQ(replayed->diagnostics.at(0).page, 7);
}

TEST_F(Replay, OtherPixelsOrSettingsAreNotFound) {
  const auto recorder = MakeRecordingReader(std::make_unique<OneWordReader>(), folder_, settings_);
  ASSERT_TRUE(recorder->Read(sheet_, {}).ok());

  Raster other = sheet_;
  other.pixels[7] ^= 1;
  const Result<Page> missing = MakeReplayReader(folder_, settings_)->Read(other, {});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().file.find(RecordingName(other, settings_)), std::string::npos);

  Settings thorough;
  thorough.quality = Quality::kThorough;
  EXPECT_FALSE(MakeReplayReader(folder_, thorough)->Read(sheet_, {}).ok());
}

TEST_F(Replay, DamagedRecordingIsAnError) {
  std::ofstream(folder_ / RecordingName(sheet_, settings_)) << "{\"words\": [";
  const Result<Page> page = MakeReplayReader(folder_, settings_)->Read(sheet_, {});
  ASSERT_FALSE(page.ok());
  EXPECT_EQ(page.error().code, ErrorCode::kDamaged);
}

TEST_F(Replay, ErrorsAreNotRecordedAndAFullDiskIsOne) {
  const auto recorder = MakeRecordingReader(std::make_unique<OneWordReader>(), folder_, settings_);
  EXPECT_EQ(recorder->Read(Raster{}, {}).error().code, ErrorCode::kDamaged);
  EXPECT_TRUE(fs::is_empty(folder_));
  const auto nowhere =
      MakeRecordingReader(std::make_unique<OneWordReader>(), folder_ / "missing", settings_);
  EXPECT_EQ(nowhere->Read(sheet_, {}).error().code, ErrorCode::kDisk);
}

}  // namespace
}  // namespace vanthu::reading
