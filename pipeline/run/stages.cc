#include "pipeline/run/stages.h"

#include <utility>

#include "extractors/extractor.h"
#include "models/document/letter_json.h"
#include "pipeline/export/letter_text.h"
#include "pipeline/layout/layout.h"
#include "pipeline/segment/segment.h"

namespace vanthu::run {

Page LayOut(Page page) {
  page = layout::Arrange(std::move(page));
  if (page.origin == PageOrigin::kText) {
    page.words = std::vector<Word>();
    page.rulings = std::vector<Ruling>();
  }
  return page;
}

std::vector<MadeLetter> MakeLetters(const SourceInfo& source, std::vector<Page> pages) {
  if (pages.empty()) return {};
  std::vector<Diagnostic> failed;
  for (const Page& page : pages)
    if (page.origin == PageOrigin::kFailed)
      failed.push_back({Severity::kError, "page_failed", page.reason, page.number});
  Letter letter = segment::Segment(std::move(pages));
  std::vector<MadeLetter> letters(1);
  MadeLetter& made = letters.front();
  made.text = exporting::LetterText(letter);
  made.record.source = source;
  made.record.source.letter = 1;
  made.record.source.letters = 1;
  extractors::ExtractAll(std::move(letter), made.record);
  made.record.diagnostics.insert(made.record.diagnostics.end(), failed.begin(), failed.end());
  made.json = LetterJsonLine(made.record);
  return letters;
}

}  // namespace vanthu::run
