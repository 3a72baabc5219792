#include "extractors/fields/annex_head.h"

#include <re2/re2.h>

#include <string>

#include "models/core/date.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// Lines over which the sentence runs.
constexpr size_t kMostLines = 3;

void ReadDate(std::string_view after, AnnexHead& head) {
  static const RE2 date(
      R"(^\W*ngay\s*(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*(\d{4})(?:\D|$))");
  const std::string folded = Fold(after);
  int day = 0, month = 0, year = 0;
  if (!RE2::PartialMatch(folded, date, &day, &month, &year)) return;
  if (!IsCalendarDate(year, month, day)) return;
  head.day = day;
  head.month = month;
  head.year = year;
}

}  // namespace

bool IsScanned(const Letter& letter, const LetterLine& line) {
  return letter.pages[static_cast<size_t>(line.page)].origin == PageOrigin::kOcr;
}

std::optional<AnnexHead> AnnexHeadOf(const Letter& letter, std::string_view symbol) {
  if (symbol.empty()) return std::nullopt;
  const std::string wanted = Fold(symbol);
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    const LetterLine& line = letter.lines[i];
    if (line.page == 0 || line.folded.find("kem theo") == std::string::npos) continue;
    std::string text = line.text;
    for (size_t k = i + 1; k < std::min(letter.lines.size(), i + kMostLines); ++k)
      text.append(" ").append(letter.lines[k].text);
    for (const NumberInText& found : FindNumbers(text)) {
      if (!found.parts.serial || Fold(found.parts.symbol) != wanted) continue;
      AnnexHead head{found.parts, {}, {}, {}, &line};
      ReadDate(std::string_view(text).substr(found.end), head);
      return head;
    }
  }
  return std::nullopt;
}

}  // namespace vanthu::extractors
