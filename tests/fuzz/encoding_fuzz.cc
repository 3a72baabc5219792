// The gates of text: bytes of any encoding become valid UTF-8 in NFC, and nothing more comes of doing
// it twice.
#include <string>

#include "models/text/legacy.h"
#include "models/text/normalize.h"
#include "pipeline/intake/encoding.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vanthu;
  const std::string_view bytes = fuzz::Text(data, size);
  const std::string text = intake::DecodeText(bytes, intake::DetectEncoding(bytes));
  const std::string line = CleanLine(text);
  fuzz::Check(IsValidUtf8(line), "a cleaned line is valid UTF-8");
  fuzz::Check(CleanLine(line) == line, "a cleaned line is clean");
  const NormalizedText normal = Normalize(text);
  fuzz::Check(normal.offsets.size() == normal.text.size() + 1, "every byte has an origin");
  for (const uint32_t offset : normal.offsets) {
    fuzz::Check(offset <= text.size(), "an origin lies within the text");
  }
  const std::string seen = SeenAsLatin(bytes);
  fuzz::Check(IsValidUtf8(seen), "bytes seen as Latin are valid UTF-8");
  for (const LegacyEncoding encoding : kLegacyEncodings) {
    const std::string letters = FromLegacy(seen, encoding);
    fuzz::Check(IsValidUtf8(letters), "converted text is valid UTF-8");
    fuzz::Check(ToNfc(letters) == letters, "converted text is NFC");
  }
  return 0;
}
