#include "extractors/extractor.h"

namespace vanthu::extractors {

#define VANTHU_EXTRACTOR(field, function) void function(const Letter& letter, Record& record);
#include "extractors/registry.def"
#undef VANTHU_EXTRACTOR

const std::vector<Extractor>& Registry() {
  static const std::vector<Extractor> registry = {
#define VANTHU_EXTRACTOR(field, function) {#field, function},
#include "extractors/registry.def"
#undef VANTHU_EXTRACTOR
  };
  return registry;
}

void ExtractAll(Letter letter, Record& record) {
  for (const Extractor& extractor : Registry()) extractor.extract(letter, record);
  record.pages = std::move(letter.pages);
  record.sections = std::move(letter.sections);
  record.tables = std::move(letter.tables);
  record.annexes = std::move(letter.annexes);
  record.footnotes = std::move(letter.footnotes);
  record.diagnostics.insert(record.diagnostics.end(), letter.diagnostics.begin(),
                            letter.diagnostics.end());
}

}  // namespace vanthu::extractors
