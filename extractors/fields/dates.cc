// Dates and periods that the letter speaks of, in its body, headings and footnotes. Not those that belong to
// its parts: the date of the letter, of a cited document, of a cell of a table.
#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "extractors/evidence.h"
#include "extractors/references/citation.h"
#include "extractors/time/letter_year.h"
#include "extractors/time/periods.h"
#include "models/document/passage.h"
#include "models/document/record.h"

namespace vanthu::extractors {
namespace {

// A date whose year is not printed is as sure as the rule that finds its year.
constexpr double kPrinted = 0.97, kBySentence = 0.9, kByIssue = 0.85;

double Certainty(YearFrom year) {
  switch (year) {
    case YearFrom::kSentence: return kBySentence;
    case YearFrom::kIssue: return kByIssue;
    case YearFrom::kPrinted: break;
  }
  return kPrinted;
}

struct Bytes {
  size_t begin = 0, end = 0;
};

// What belongs to cited documents: each from its type to its issuer, and its date where that stands apart.
std::vector<Bytes> Cited(const std::string& text) {
  std::vector<Bytes> taken;
  for (const Citation& citation : FindCitations(text)) {
    taken.push_back({citation.begin, citation.end});
    if (citation.date) taken.push_back({citation.date->begin, citation.date->end});
  }
  std::ranges::sort(taken, {}, &Bytes::begin);
  return taken;
}

// "Nghị quyết số L/NQ-CP ngày 07/3/2019", "Tờ trình số   /TTr-UBND ngày 05/3/2019": the number was misread or left blank.
bool IsDocuments(std::string_view text, const PeriodSpan& span) {
  constexpr size_t kNumberReach = 64;
  size_t from = span.begin > kNumberReach ? span.begin - kNumberReach : 0;
  while (from < span.begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  static const RE2 number(R"(\s[Ss]ố\s*:?\s*(?:\S{1,12}\s)?\s*\S*[/-]\s?\p{Lu}\S*\s*,?\s*$)");
  return RE2::PartialMatch(re2::StringPiece(text.data() + from, span.begin - from), number);
}

Period Found(const Letter& letter, const Passage& passage, const PeriodSpan& span) {
  Period period;
  period.raw = PrintedIn(letter, passage, span.begin, span.end);
  period.evidence = WhereIn(letter, passage, span.begin, span.end);
  period.rule = *span.start == *span.last ? "dates/day" : "dates/period";
  period.score = Certainty(span.year_from) * LeastConfidence(letter, passage, span.begin, span.end);
  period.start = span.start;
  period.end = span.last;
  return period;
}

bool HoldsDates(Zone zone) { return zone != Zone::kSubject && zone != Zone::kTable; }

}  // namespace

void ExtractDates(const Letter& letter, Record& record) {
  const LetterYears years(letter, record);
  for (const Passage& passage : Passages(letter)) {
    if (!HoldsDates(passage.zone)) continue;
    const std::vector<PeriodSpan> spans = FindPeriods(passage.text, years.For(passage));
    if (spans.empty()) continue;
    const std::vector<Bytes> cited = Cited(passage.text);
    // Both in reading order: one walk finds what overlaps. A long citation may hold later ones.
    size_t next = 0, taken_to = 0;
    for (const PeriodSpan& span : spans) {
      while (next < cited.size() && cited[next].begin < span.end) {
        taken_to = std::max(taken_to, cited[next++].end);
      }
      if (span.begin < taken_to || IsDocuments(passage.text, span)) continue;
      record.dates.push_back(Found(letter, passage, span));
    }
  }
}

}  // namespace vanthu::extractors
