// A text file all the way to its record: layout, segmenter and every extractor. Values bear evidence that
// lies in the letter, and the JSON is one line that can be read.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "pipeline/intake/intake.h"
#include "pipeline/run/stages.h"
#include "tests/fuzz/fuzz.h"

namespace {

using namespace vanthu;
using Json = nlohmann::json;

// Every object with "evidence" is a value.
void CheckValues(const Json& json, int pages) {
  if (json.is_object() && json.contains("evidence") && json.contains("rule")) {
    fuzz::Check(!json["evidence"].empty(), "a value has evidence");
    for (const Json& evidence : json["evidence"]) {
      fuzz::Check(evidence["page"] >= 1 && evidence["page"] <= pages,
                  "evidence lies in the letter");
    }
    fuzz::Check(json["score"] >= 0 && json["score"] <= 1, "a score lies between 0 and 1");
  }
  if (!json.is_structured()) return;
  for (const Json& part : json) CheckValues(part, pages);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const fuzz::MemoryFile file(fuzz::Text(data, size));
  const auto source = intake::OpenSource(file.path(), intake::MediaType::kText, {});
  if (!source.ok()) return 0;
  std::vector<Page> pages;
  for (int i = 0; i < (*source)->page_count(); ++i) {
    Result<intake::SourcePage> page = (*source)->ReadPage(i);
    fuzz::Check(page.ok(), "a page of an opened text can be read");
    pages.push_back(run::LayOut(std::move(page->page)));
  }
  const auto count = static_cast<int>(pages.size());
  SourceInfo info;
  info.name = "letter.txt";
  info.media_type = "text/plain";
  for (const run::MadeLetter& letter : run::MakeLetters(info, std::move(pages))) {
    fuzz::Check(letter.json.find('\n') == std::string::npos, "a letter is one line of JSON");
    const Json json = Json::parse(letter.json, nullptr, false);
    fuzz::Check(!json.is_discarded(), "a letter's JSON can be read");
    CheckValues(json, count);
  }
  return 0;
}
