#include "extractors/list_items.h"

#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

bool EndsItem(std::string_view text) {
  return text.ends_with(";") || text.ends_with(".") || text.ends_with("./");
}

std::string Trimmed(std::string text) {
  static const RE2 lead(R"(^[\s•*·]*(?:[-–—+]\s*)?)");
  static const RE2 tail(R"([\s;.,/]+$)");
  RE2::Replace(&text, lead, "");
  RE2::Replace(&text, tail, "");
  return text;
}

// "- Bộ Ngoại giao; - Bộ Công an;" on one printed line. Without dashes "Như trên; Lưu: VT" are two as well,
// but not "Lưu: VT; TH", "Các Bộ: Tài chính; Tư pháp" or what stands in brackets; behind a dash a line is one.
std::vector<std::string> SplitLine(const std::string& text) {
  std::vector<std::string> parts;
  static const RE2 dashed(R"(^(.*?[;.])\s+([-–+]\s*\p{Lu}.*)$)");
  static const RE2 plain(R"(^([^:(]*(?:\([^()]*\)[^:(]*)?;)\s+(\p{Lu}.*)$)");
  static const RE2 dash(R"(^\s*[-–—+•*])");
  const bool is_plain = !RE2::PartialMatch(text, dash);
  std::string rest = text;
  std::string first, second;
  while (RE2::FullMatch(rest, dashed, &first, &second) ||
         (is_plain && RE2::FullMatch(rest, plain, &first, &second))) {
    parts.push_back(first);
    rest = second;
  }
  parts.push_back(rest);
  return parts;
}

}  // namespace

size_t CaptionLength(const Letter& letter, const LetterLine& line, const RE2& caption) {
  const FoldedText folded = FoldWithOffsets(letter.Printed(line).text);
  std::string lead;
  RE2::PartialMatch(folded.folded, caption, &lead);
  return folded.offsets[lead.size()];
}

std::vector<ListItem> ListItems(const Letter& letter, const std::vector<const LetterLine*>& lines,
                                size_t lead) {
  static const RE2 dash(R"(^\s*[-–—+•*]\s*\S)");
  std::vector<ListItem> items;
  bool open = false;  // the last item may go on
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& printed = letter.Printed(*lines[i]);
    const std::string text =
        i == 0 ? printed.text.substr(std::min(lead, printed.text.size())) : printed.text;
    for (const std::string& part : SplitLine(text)) {
      const std::string trimmed = Trimmed(part);
      if (trimmed.empty()) continue;
      const bool dashed = RE2::PartialMatch(part, dash);
      const bool starts = dashed || !open || items.empty();
      if (starts) {
        items.push_back({trimmed, {lines[i]}});
      } else {
        items.back().text += ' ';
        items.back().text += trimmed;
        items.back().lines.push_back(lines[i]);
      }
      open = !EndsItem(part);
      // The closing mark of a part in the middle was trimmed; what is joined keeps its comma.
      if (open && part.ends_with(",")) items.back().text += ',';
    }
  }
  for (ListItem& item : items) item.text = Trimmed(item.text);
  return items;
}

}  // namespace vanthu::extractors
