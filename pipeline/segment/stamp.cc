#include "pipeline/segment/stamp.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// A stamp lies on the head: among the first lines of the letter.
constexpr size_t kStampReach = 40;

// The words of a stamp, each on a line of its own or one after the other. ĐẾN comes first: OCR reads
// the letters of a worn stamp as DEN, ĐÊN, DỄN.
enum Cue { kIncoming, kNumber, kDay, kForwarded, kFile, kCues };

bool HasCue(std::string_view folded, Cue cue) {
  static const std::array<RE2, kCues> patterns = {{
      RE2(R"(^(?:cong van|cv|c\.v)?\s*den(?:\W.{0,12})?$|^den\s*(?:so|ngay|gio)?\s*[:.]|^(?:so|ngay|gio) den\b)"),
      RE2(R"((?:^|\bden |^cv )so\s*:\s*[.…_]*\s*\d{1,6}\s*[.…_]*\s*(?:$|ngay))"),
      RE2(R"((?:^|\s)ngay\s*:\s*[.…_]*\s*\d)"),
      RE2(R"(^chuyen\s*:)"),
      RE2(R"(^(?:so va ky hieu hs|gio\s*:))"),
  }};
  return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), patterns[cue]);
}

unsigned Cues(std::string_view folded) {
  unsigned cues = 0;
  if (folded.size() > 120) return 0;
  for (int cue = 0; cue < kCues; ++cue) {
    if (HasCue(folded, static_cast<Cue>(cue))) cues |= 1u << cue;
  }
  return cues;
}

bool IsStampGrid(const Grid& grid) {
  int hits = 0;
  for (const Cell& cell : grid.cells) {
    if (Cues(Fold(cell.text)) != 0 && ++hits >= 2) return true;
  }
  return false;
}

// The office in the stamp's upper part. The letter's own issuer stands there as well; it is told by
// what follows it (another issuer line after the stamp) or by what came before (number, motto, title).
bool IsOffice(const Letter& letter, size_t office, size_t after_stamp) {
  const LetterLine& line = letter.lines[office];
  if (!IsCapitals(line.text) || !OpensAgency(line.text)) return false;
  for (size_t i = 0; i < office; ++i) {
    const LetterLine& above = letter.lines[i];
    if (IsNumberLine(above.folded) || IsMotto(above.folded)) return true;
  }
  for (size_t i = after_stamp; i < std::min(letter.lines.size(), after_stamp + 4); ++i) {
    if (IsCapitals(letter.lines[i].text) && OpensAgency(letter.lines[i].text)) return true;
  }
  return false;
}

}  // namespace

void MarkStamp(Letter& letter) {
  for (LetterLine& line : letter.lines) {
    if (!letter.Printed(line).stamp) continue;
    line.zone = IsUrgency(line.folded) ? Zone::kUrgency
                : IsSecrecy(line.text) ? Zone::kSecrecy
                                       : Zone::kStamp;
  }
  const size_t end = std::min(letter.lines.size(), kStampReach);
  for (size_t i = 0; i < end; ++i) {
    unsigned cues = 0;
    size_t last = i;
    for (; last < end; ++last) {
      const unsigned found =
          letter.Printed(letter.lines[last]).cell ? 0 : Cues(letter.lines[last].folded);
      if (found == 0) break;
      cues |= found;
    }
    if (last == i) continue;
    const bool incoming = (cues & (1u << kIncoming | 1u << kForwarded | 1u << kFile)) != 0;
    const bool several = (cues & (cues - 1)) != 0;
    if (incoming && several) {
      for (size_t k = i; k < last; ++k) letter.lines[k].zone = Zone::kStamp;
      if (i > 0 && IsOffice(letter, i - 1, last)) letter.lines[i - 1].zone = Zone::kStamp;
    }
    i = last;
  }
}

bool LooksLikeStamp(const Letter& letter, size_t i) {
  const LetterLine& line = letter.lines[i];
  const Line& printed = letter.Printed(line);
  if (!printed.cell) {
    const unsigned cues = Cues(line.folded);
    // A day alone may be anything's.
    if (cues == 1u << kDay) return i > 0 && letter.lines[i - 1].zone == Zone::kStamp;
    return cues != 0;
  }
  const Page& page = letter.pages[static_cast<size_t>(line.page)];
  return IsStampGrid(page.grids[static_cast<size_t>(printed.cell->grid)]);
}

}  // namespace vanthu::segment
