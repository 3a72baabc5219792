// Calls of LibreOffice, with a shell script in its place that does to each file what its name says.
#include "pipeline/run/soffice_batch.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "pipeline/run/temp_folder.h"

namespace vanthu::run {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

// Every call appends a line to `calls`: how many files it was given.
constexpr const char* kActor = R"(#!/bin/sh
shift 3
while [ $# -gt 0 ] && [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
mkdir -p "$out"
echo $# >> "$out/../calls"
seen=0
for file in "$@"; do
  name=$(basename "$file" .doc)
  case $name in
    *bad*) continue;;
    *hangs*) sleep 60;;
    *dies*) kill -SEGV $$;;
    *half*) printf x > "$out/$name.docx"; [ $# -gt 1 ] && kill -SEGV $$;;
    *closing*) printf 'PK\005\006..................' > "$out/$name.docx"; kill -SEGV $$;;
    *restart*) [ -e "$out/../again" ] || { : > "$out/../again"; exit 81; };;
  esac
  cat "$file" > "$out/$name.docx"
  seen=$((seen + 1))
  [ $seen -ge 247 ] && exit 0
done
exit 0
)";

class SofficeBatchTest : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path actor = folder_->path() / "actor";
    std::ofstream(actor) << kActor;
    fs::permissions(actor, fs::perms::owner_all);
    options_.starter = actor;
    options_.file_timeout = std::chrono::milliseconds(300);
  }

  // By file: what is in the result, or the code of the error.
  std::map<std::string, std::string> Convert(const std::vector<std::string>& names) {
    SofficeBatch batch;
    batch.call.program = "/none/soffice.bin";
    batch.call.profile = folder_->path() / "profile";
    batch.call.out = folder_->path() / "out";
    batch.call.conversion = ConversionOf("application/msword");
    for (const std::string& name : names) {
      batch.call.files.push_back(folder_->path() / (name + ".doc"));
      std::ofstream(batch.call.files.back()) << "text of " << name;
    }
    std::map<std::string, std::string> results;
    batch.done = [&](size_t at, const Result<fs::path>& made) {
      EXPECT_EQ(at, results.size());
      if (!made.ok()) {
        results[names[at]] = ErrorCodeName(made.error().code);
        return;
      }
      std::ifstream in(*made);
      std::getline(in, results[names[at]]);
    };
    RunSofficeBatch(options_, ProcessOutput::kDiscard, batch, stop_);
    return results;
  }

  std::vector<std::string> Calls() const {
    std::vector<std::string> calls;
    std::ifstream in(folder_->path() / "calls");
    for (std::string line; std::getline(in, line);) calls.push_back(line);
    return calls;
  }

  Result<TempFolder> folder_ = TempFolder::Make(fs::temp_directory_path());
  SofficeOptions options_;
  std::atomic<bool> stop_ = false;
};

using Results = std::map<std::string, std::string>;

TEST_F(SofficeBatchTest, ConvertsManyInOneCall) {
  EXPECT_EQ(Convert({"a", "b", "c"}),
            (Results{{"a", "text of a"}, {"b", "text of b"}, {"c", "text of c"}}));
  EXPECT_THAT(Calls(), ElementsAre("3"));
}

TEST_F(SofficeBatchTest, NamesWhatItPassesOver) {
  EXPECT_EQ(Convert({"a", "bad", "c"}),
            (Results{{"a", "text of a"}, {"bad", "damaged"}, {"c", "text of c"}}));
  EXPECT_EQ(Convert({"bad1", "bad2"}), (Results{{"bad1", "damaged"}, {"bad2", "damaged"}}));
}

TEST_F(SofficeBatchTest, AFileAtWhichItDiesCostsThatFile) {
  EXPECT_EQ(Convert({"a", "b", "dies", "d", "e"}), (Results{{"a", "text of a"},
                                                            {"b", "text of b"},
                                                            {"dies", "crashed"},
                                                            {"d", "text of d"},
                                                            {"e", "text of e"}}));
}

TEST_F(SofficeBatchTest, AFileAtWhichItHangsCostsThatFile) {
  options_.start_time = std::chrono::milliseconds(200);
  EXPECT_EQ(Convert({"a", "hangs", "c"}),
            (Results{{"a", "text of a"}, {"hangs", "timeout"}, {"c", "text of c"}}));
}

TEST_F(SofficeBatchTest, HalfAResultIsNone) {
  EXPECT_EQ(Convert({"a", "half", "c"}),
            (Results{{"a", "text of a"}, {"half", "text of half"}, {"c", "text of c"}}));
}

TEST_F(SofficeBatchTest, AResultThatIsWholeCountsHoweverItEnds) {
  EXPECT_EQ(Convert({"a", "closing"}),
            (Results{{"a", "text of a"}, {"closing", "PK\x05\x06.................."}}));
  EXPECT_THAT(Calls(), ElementsAre("2"));
}

TEST_F(SofficeBatchTest, IsStartedAgainWhereItAsksForIt) {
  EXPECT_EQ(Convert({"restart"}), (Results{{"restart", "text of restart"}}));
  EXPECT_THAT(Calls(), ElementsAre("1", "1"));
}

TEST_F(SofficeBatchTest, TakesNoMoreAtOnceThanItWillDo) {
  std::vector<std::string> names;
  for (int i = 0; i < 250; ++i) names.push_back(fmt::format("f{}", 1000 + i));
  const Results results = Convert(names);
  EXPECT_EQ(results.size(), 250U);
  for (const auto& [name, text] : results) EXPECT_EQ(text, "text of " + name);
  EXPECT_THAT(Calls(), ElementsAre("100", "100", "50"));
}

TEST_F(SofficeBatchTest, EndsWhenItIsStopped) {
  stop_ = true;
  EXPECT_EQ(Convert({"a"}), Results());
}

TEST(Soffice, NamesThePackageThatIsMissing) {
  SofficeOptions options;
  options.program = "/none/soffice";
  const auto soffice = FindSoffice(options, true);
  ASSERT_FALSE(soffice.ok());
  EXPECT_EQ(soffice.error().code, ErrorCode::kUnsupported);
  EXPECT_THAT(soffice.error().message, testing::HasSubstr("/none/soffice"));
}

TEST(Soffice, KnowsWhatBecomesOfWhat) {
  EXPECT_EQ(ConversionOf("application/rtf")->to, "docx");
  EXPECT_EQ(ConversionOf("application/vnd.ms-excel")->to, "ods");
  EXPECT_EQ(ConversionOf("application/pdf"), nullptr);
}

}  // namespace
}  // namespace vanthu::run
