// Readings as the archive keeps them: JSON of any shape is a page or refused, and a page is the same once
// written and read.
#include "models/document/page_json.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vanthu;
  const nlohmann::json json = nlohmann::json::parse(fuzz::Text(data, size), nullptr, false);
  if (json.is_discarded()) return 0;
  const Result<Page> page = PageFromJson(json);
  if (!page.ok()) return 0;
  const nlohmann::json written = PageToJson(*page);
  const Result<Page> again = PageFromJson(written);
  fuzz::Check(again.ok() && PageToJson(*again) == written,
              "a page is the same once written and read");
  return 0;
}
