// Dấu chỉ độ mật, mức độ khẩn: Decree 30/2020/ND-CP, Annex I, part II, components 10a and 10b.
#include <re2/re2.h>

#include <array>
#include <utility>

#include "extractors/evidence.h"

namespace vanthu::extractors {
namespace {

// The strongest first: "KHẨN" stands inside "THƯỢNG KHẨN".
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kUrgencies = {{
    {"hoa toc hen gio", "Hỏa tốc hẹn giờ"},
    {"hoa toc", "Hỏa tốc"},
    {"thuong khan", "Thượng khẩn"},
    {"khan", "Khẩn"},
}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSecrecies = {{
    {"tuyet mat", "Tuyệt mật"},
    {"toi mat", "Tối mật"},
    {"mat", "Mật"},
}};

template <size_t N>
std::optional<TextValue> FirstOf(
    const Letter& letter, Zone zone, std::string_view rule,
    const std::array<std::pair<std::string_view, std::string_view>, N>& words) {
  for (const LetterLine* line : LinesOf(letter, zone)) {
    for (const auto& [folded, name] : words) {
      if (line->folded.find(folded) == std::string::npos) continue;
      TextValue value;
      SetEvidence(letter, {line}, rule, 0.95, value);
      value.value = name;
      return value;
    }
  }
  return std::nullopt;
}

}  // namespace

void ExtractUrgency(const Letter& letter, Record& record) {
  record.urgency = FirstOf(letter, Zone::kUrgency, "urgency/stamp", kUrgencies);
  // CÔNG ĐIỆN KHẨN: a telegram's title says it.
  if (record.urgency || !record.doc_type || record.doc_type->code != "CĐ") return;
  record.urgency = FirstOf(letter, Zone::kTypeTitle, "urgency/title", kUrgencies);
}

void ExtractSecrecy(const Letter& letter, Record& record) {
  record.secrecy = FirstOf(letter, Zone::kSecrecy, "secrecy/stamp", kSecrecies);
}

}  // namespace vanthu::extractors
