// Golden letters: each NAME.txt of this folder must give NAME.json, but for the hash of the file.
//
// A rule that changes an answer on purpose: run with VANTHU_WRITE_GOLDEN=DIR, which writes what is read now to
// DIR/NAME.json, look at the differences (`diff -u tests/golden DIR`), copy what is right.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extractors/extractor.h"
#include "models/document/letter_json.h"
#include "pipeline/intake/intake.h"
#include "pipeline/layout/layout.h"
#include "pipeline/segment/segment.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(VANTHU_GOLDEN)) {
    if (entry.path().extension() == ".txt" && entry.path().filename() != "CMakeLists.txt") {
      names.push_back(entry.path().stem().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

std::string Content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::string ReadLetter(const fs::path& file) {
  const auto type = intake::Sniff(file);
  if (!type) return type.error().message;
  const auto source = intake::OpenSource(file, *type, {});
  if (!source) return source.error().message;
  std::vector<Page> pages;
  for (int i = 0; i < (*source)->page_count(); ++i) {
    auto page = (*source)->ReadPage(i);
    if (!page) return page.error().message;
    pages.push_back(layout::Arrange(std::move(page->page)));
  }
  Record record;
  record.source.name = file.filename().string();
  record.source.media_type = intake::MimeName(*type);
  record.source.bytes = fs::file_size(file);
  extractors::ExtractAll(segment::Segment(std::move(pages)), record);
  auto json = LetterToJson(record);
  json["source"].erase("sha256");
  return json.dump(1) + "\n";
}

// The first lines in which two texts differ, for a person.
std::string Difference(const std::string& want, const std::string& got) {
  std::istringstream a(want), b(got);
  std::string left, right;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, left));
    const bool more_b = static_cast<bool>(std::getline(b, right));
    if (!more_a && !more_b) return {};
    if (!more_a) left = "(end)";
    if (!more_b) right = "(end)";
    if (left != right) {
      return "line " + std::to_string(line) + "\n  want " + left + "\n  got  " + right;
    }
  }
}

class GoldenLetter : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenLetter, IsReadAsBefore) {
  const fs::path folder = VANTHU_GOLDEN;
  const std::string name = GetParam();
  const std::string got = ReadLetter(folder / (name + ".txt"));
  if (const char* out = std::getenv("VANTHU_WRITE_GOLDEN")) {
    fs::create_directories(out);
    std::ofstream(fs::path(out) / (name + ".json"), std::ios::binary) << got;
    return;
  }
  const std::string note = Content(folder / (name + ".note"));
  EXPECT_FALSE(note.empty()) << name << ".note must say what the case guards";
  EXPECT_EQ(Difference(Content(folder / (name + ".json")), got), "") << note;
}

INSTANTIATE_TEST_SUITE_P(Letters, GoldenLetter, ::testing::ValuesIn(Names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace vanthu
