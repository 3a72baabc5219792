// One kind of harm done to a page beyond its age, chosen by name, so that what the reader's repairs
// are worth can be measured kind by kind. Own models of what copiers, fax machines and phones do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ageing_plan.h"
#include "raster.h"
#include "result.h"

namespace vanthu::corpus {

enum class Damage {
  kNone,
  kPhoto,      // by a phone: perspective, a curled sheet, uneven light, a table around it
  kFax,        // one bit, 204 x 98 dots an inch, some dust
  kShadow,     // a hand's or a book fold's soft shadow over part of the sheet
  kBleed,      // the print of the back shows through, half as dark as the front's
  kBorder,     // black glass beyond the sheet on every side
  kHoles,      // four punch holes, a staple with its shadow, a turned-down corner
  kSpecks,     // one bit, some thousand dots of dust
  kSkew2,      // fed askew by 2 degrees
  kSkew4,      // by 4 degrees
  kHalves,     // folded: the left half askew one way, the right half the other
  kDarkPaper,  // brown, mottled paper and pale ink
  kLowRes,     // 100 dots an inch
};

// By its name on the command line ("dark-paper"); nothing where there is no such kind.
std::optional<Damage> DamageNamed(std::string_view name);
std::vector<std::string> DamageNames();

// Dots an inch; those of a fax differ.
struct Dots {
  double across = 0, down = 0;
};

struct DamagedPage {
  Raster page;
  Dots dots;
};

// `behind` is the print on the back or null: then the page's own stands for it. `number` of the page,
// 0-based. The error is Leptonica's.
Result<DamagedPage> DamagePage(const Raster& page, const Raster* behind, int number, double dpi,
                               Damage damage, std::uint64_t seed);

// How the scanner stores a page so harmed: `usual` unless the kind asks for another.
ScanKind KindFor(Damage damage, ScanKind usual);

}  // namespace vanthu::corpus
