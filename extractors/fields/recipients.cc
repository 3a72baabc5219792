// Nơi nhận: Decree 30/2020/ND-CP, Annex I, part II, component 9b.
#include <re2/re2.h>

#include "extractors/list_items.h"

namespace vanthu::extractors {

void ExtractRecipients(const Letter& letter, Record& record) {
  const std::vector<const LetterLine*> lines = LinesOf(letter, Zone::kRecipients);
  if (lines.empty()) return;
  static const RE2 caption(R"(^([^\pL]*n[oa]i\s+(?:nhan|gui)\s*[:;.,-]?[^\pL\d-]*))");
  for (ListItem& item : ListItems(letter, lines, CaptionLength(letter, *lines.front(), caption))) {
    TextValue value;
    SetEvidence(letter, item.lines, "recipients/noi_nhan", 0.95, value);
    value.value = std::move(item.text);
    record.recipients.push_back(std::move(value));
  }
}

}  // namespace vanthu::extractors
