// The letter as a scan: an image-only PDF of aged pages and the transcription of every page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "damage.h"
#include "letter.h"
#include "raster.h"
#include "result.h"

namespace vanthu::corpus {

struct ScanSpec {
  int dpi = 200;
  int strength = 1;  // of the ageing, 1 to 3
  std::uint64_t seed = 1;
  Damage damage = Damage::kNone;
};

struct Scan {
  std::string pdf;                       // bytes of the file
  std::vector<std::string> transcripts;  // one a page: NFC, one printed line a line
};

// The same letter and the same spec give the same bytes. The error is cairo's or Leptonica's.
Result<Scan> SetAsScan(const Letter& letter, const ScanSpec& spec);

// A page that was scanned before, harmed again; without transcription. Its long side is taken for
// that of A4. `name` goes into the seed.
Result<Scan> DamageScan(const Raster& page, const std::string& name, const ScanSpec& spec);

}  // namespace vanthu::corpus
