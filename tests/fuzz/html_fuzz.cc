// HTML: any bytes give pages of clean lines, or an error.
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/source.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  vanthu::fuzz::ReadSource(vanthu::fuzz::Text(data, size), vanthu::intake::MediaType::kHtml);
  return 0;
}
