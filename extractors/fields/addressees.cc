// Kính gửi: Decree 30/2020/ND-CP, Annex I, part II, component 9a.
#include <re2/re2.h>

#include "extractors/list_items.h"
#include "models/lexicon/names.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

// "Sở Tài chính, Sở Y tế": several bodies on the line of Kính gửi. A comma inside one name (Bộ Văn hóa,
// Thể thao và Du lịch; Các sở, ban, ngành) has no body's name on both sides.
std::vector<ListItem> SplitNames(ListItem item) {
  std::vector<ListItem> names;
  for (size_t begin = 0; begin <= item.text.size();) {
    const size_t end = std::min(item.text.find(", ", begin), item.text.size());
    const std::string name = item.text.substr(begin, end - begin);
    if (!IsUpper(DecodeAt(name, 0).value) || !OpensAgency(name)) return {std::move(item)};
    names.push_back({name, item.lines});
    begin = end + 2;
  }
  return names;
}

}  // namespace

void ExtractAddressees(const Letter& letter, Record& record) {
  std::vector<const LetterLine*> lines = LinesOf(letter, Zone::kAddressee);
  if (lines.empty()) return;
  // Công điện: "CHỦ TỊCH … điện:" names the sender; its addressees follow.
  static const RE2 telegram(R"(dien\s*:$)");
  if (RE2::PartialMatch(lines.front()->folded, telegram)) {
    lines.erase(lines.begin());
    if (lines.empty()) return;
  }
  static const RE2 caption(R"(^(\s*[-*]?\s*kinh\s+(?:gui|goi|trinh|moi)\s*[:;.,-]?\s*))");
  std::vector<ListItem> items =
      ListItems(letter, lines, CaptionLength(letter, *lines.front(), caption));
  if (items.size() == 1) items = SplitNames(std::move(items.front()));
  for (ListItem& item : items) {
    TextValue value;
    SetEvidence(letter, item.lines, "addressees/kinh_gui", 0.96, value);
    value.value = std::move(item.text);
    record.addressees.push_back(std::move(value));
  }
}

}  // namespace vanthu::extractors
