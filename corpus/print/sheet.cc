#include "sheet.h"

#include "rng.h"

namespace vanthu::corpus {

Sheet SheetFor(const Letter& letter) {
  Rng rng = Rng::For(HashOf(letter.name), "sheet");
  Sheet sheet;
  sheet.top = rng.Between(20, 25) * kPointsPerMm;
  sheet.bottom = rng.Between(20, 25) * kPointsPerMm;
  sheet.left = rng.Between(30, 35) * kPointsPerMm;
  sheet.right = rng.Between(15, 20) * kPointsPerMm;
  sheet.body_size = rng.Chance(0.7) ? 14 : 13;
  sheet.body_pitch = sheet.body_size * rng.Between(1.17, 1.35);
  sheet.indent = (rng.Chance(0.6) ? 12.7 : 10) * kPointsPerMm;
  sheet.paragraph_gap = rng.Between(2, 6);
  switch (letter.layout) {
    case Layout::kDecree30:
    case Layout::kParty:
      sheet.page_number = PageNumberPlace::kTopCentre;
      break;
    case Layout::kCircular01:
      sheet.page_number = PageNumberPlace::kFootRight;
      break;
    case Layout::kOld:
      sheet.page_number = PageNumberPlace::kFootCentre;
      break;
  }
  return sheet;
}

double TableTypeSize(std::size_t columns, Orientation orientation) {
  const std::size_t room = orientation == Orientation::kLandscape ? columns : columns + 3;
  if (room <= 7) return 12;
  return room <= 10 ? 11 : 10;
}

}  // namespace vanthu::corpus
