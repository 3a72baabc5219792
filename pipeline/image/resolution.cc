#include "pipeline/image/resolution.h"

#include <algorithm>
#include <iterator>

#include "pipeline/image/ink.h"

namespace vanthu::image {
namespace {

constexpr double kA4LongInches = 297.0 / 25.4;
constexpr double kA4ShortInches = 210.0 / 25.4;

// Long side of what is called a page: from a slip to A3. A 300 dpi scan of A4 that claims 72 dpi
// would be 49 inches long.
constexpr double kMinLongInches = 5;
constexpr double kMaxLongInches = 18;

// What programs write that do not know: the resolutions of screens. Believed only of an A4 page.
constexpr double kScreenDpi[] = {72, 96};
constexpr double kA4Tolerance = 0.05;

// Letters and cropped A4 lie between 1.29 and 1.5; A4 is 1.414.
constexpr double kMinA4Ratio = 1.28;
constexpr double kMaxA4Ratio = 1.52;

// Times New Roman's lower-case letters are 0.45 of the type size; bodies are set in 13 or 14 point
// (Decree 30/2020, Annex I).
constexpr double kLetterPoints = 0.45 * 13.5;

}  // namespace

Resolution EstimateResolution(const Image& grey, double stated_dpi) {
  const double long_side = std::max(grey.width(), grey.height());
  const double short_side = std::min(grey.width(), grey.height());
  if (stated_dpi > 0) {
    const double inches = long_side / stated_dpi;
    const bool screen = std::find(std::begin(kScreenDpi), std::end(kScreenDpi), stated_dpi) !=
                        std::end(kScreenDpi);
    const double longest = screen ? kA4LongInches * (1 + kA4Tolerance) : kMaxLongInches;
    const double shortest = screen ? kA4LongInches * (1 - kA4Tolerance) : kMinLongInches;
    if (inches >= shortest && inches <= longest) return {stated_dpi, true};
  }
  const double ratio = long_side / std::max(1.0, short_side);
  if (ratio >= kMinA4Ratio && ratio <= kMaxA4Ratio) return {long_side / kA4LongInches, false};
  const double letter = LetterHeight(grey);
  const double across = short_side / kA4ShortInches;
  if (letter <= 0) return {across, false};
  // Letters tell the size to a quarter; a sheet as wide as A4 is likelier than one nearly so.
  const double by_letters = letter * 72 / kLetterPoints;
  const bool fits_width = by_letters > 0.75 * across && by_letters < 1.35 * across;
  return {fits_width ? across : by_letters, false};
}

}  // namespace vanthu::image
