#include "pipeline/run/stages.h"

#include <utility>

#include "extractors/extractor.h"
#include "models/document/letter_json.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/layout/layout.h"
#include "pipeline/segment/segment.h"

namespace vanthu::run {
namespace {

MadeLetter MakeLetter(SourceInfo source, segment::LetterPages pile) {
  std::vector<Diagnostic> notes = std::move(pile.notes);
  for (const Page& page : pile.pages)
    if (page.origin == PageOrigin::kFailed)
      notes.push_back({Severity::kError, "page_failed", page.reason, page.number});
  Letter letter = segment::Segment(std::move(pile.pages));
  MadeLetter made;
  made.text = exporting::LetterText(letter);
  made.record.source = std::move(source);
  extractors::ExtractAll(std::move(letter), made.record);
  made.record.diagnostics.insert(made.record.diagnostics.end(), notes.begin(), notes.end());
  made.json = LetterJsonLine(made.record);
  return made;
}

}  // namespace

Page LayOut(Page page) {
  page = layout::Arrange(std::move(page));
  if (page.origin == PageOrigin::kText) {
    page.words = std::vector<Word>();
    page.rulings = std::vector<Ruling>();
  }
  return page;
}

std::vector<MadeLetter> MakeLetters(const SourceInfo& source, std::vector<Page> pages,
                                    segment::PageOrder order) {
  std::vector<segment::LetterPages> piles = segment::PileUp(std::move(pages), order);
  std::vector<MadeLetter> letters;
  for (segment::LetterPages& pile : piles) {
    SourceInfo part = source;
    part.letter = static_cast<int>(letters.size()) + 1;
    part.letters = static_cast<int>(piles.size());
    letters.push_back(MakeLetter(std::move(part), std::move(pile)));
  }
  return letters;
}

}  // namespace vanthu::run
