#include "pipeline/run/stages.h"

#include <utility>

#include "extractors/extractor.h"
#include "pipeline/layout/layout.h"
#include "pipeline/segment/segment.h"

namespace vanthu::run {

std::vector<Record> MakeLetters(const SourceInfo& source, std::vector<Page> pages) {
  if (pages.empty()) return {};
  std::vector<Diagnostic> failed;
  for (Page& page : pages) {
    if (page.origin == PageOrigin::kFailed)
      failed.push_back({Severity::kError, "page_failed", page.reason, page.number});
    page = layout::Arrange(std::move(page));
  }
  Record record;
  record.source = source;
  record.source.letter = 1;
  record.source.letters = 1;
  extractors::ExtractAll(segment::Segment(std::move(pages)), record);
  record.diagnostics.insert(record.diagnostics.end(), failed.begin(), failed.end());
  std::vector<Record> letters;
  letters.push_back(std::move(record));
  return letters;
}

}  // namespace vanthu::run
