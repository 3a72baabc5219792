// Kính gửi: Decree 30/2020/ND-CP, Annex I, part II, component 9a.
#include <re2/re2.h>

#include "extractors/list_items.h"

namespace vanthu::extractors {

void ExtractAddressees(const Letter& letter, Record& record) {
  std::vector<const LetterLine*> lines = LinesOf(letter, Zone::kAddressee);
  if (lines.empty()) return;
  // Công điện: "CHỦ TỊCH … điện:" names the sender; its addressees follow.
  static const RE2 telegram(R"(dien\s*:$)");
  if (RE2::PartialMatch(lines.front()->folded, telegram)) {
    lines.erase(lines.begin());
    if (lines.empty()) return;
  }
  static const RE2 caption(R"((?i)^(\s*[-*]?\s*kính\s+(?:gửi|gởi|trình|mời)\s*[:;.,-]?\s*))");
  const std::string& first = letter.Printed(*lines.front()).text;
  std::string lead;
  RE2::PartialMatch(first, caption, &lead);
  for (ListItem& item : ListItems(letter, lines, lead.size())) {
    TextValue value;
    SetEvidence(letter, item.lines, "addressees/kinh_gui", 0.96, value);
    value.value = std::move(item.text);
    record.addressees.push_back(std::move(value));
  }
}

}  // namespace vanthu::extractors
