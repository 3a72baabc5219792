// Pictures and broken PDFs as far as this project takes their bytes apart itself. The first byte says
// which: p PNG, j JPEG, t TIFF, d PDF without its end.
#include "pipeline/intake/packed_picture.h"
#include "pipeline/intake/pdf_salvage.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace vanthu;
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::Text(data + 1, size - 1);
  if (data[0] == 'd') {
    const std::optional<std::string> whole = intake::SalvagePdf(bytes);
    fuzz::Check(!whole || whole->size() >= bytes.size() / 2, "a salvaged PDF keeps its bytes");
    return 0;
  }
  intake::Limits limits;
  limits.max_pixels = 1'000'000;
  const intake::MediaType type = data[0] == 'p'   ? intake::MediaType::kPng
                                 : data[0] == 'j' ? intake::MediaType::kJpeg
                                                  : intake::MediaType::kTiff;
  const fuzz::MemoryFile file(bytes);
  (void)intake::ReadPacked(file.path(), bytes, type, 0, limits).ok();
  return 0;
}
