// What is marked on a page, and how.
#include <array>
#include <optional>
#include <string_view>

#include "pipeline/export/page_blocks.h"
#include "pipeline/export/page_image.h"

namespace vanthu::exporting {
namespace {

using nlohmann::ordered_json;

constexpr double kSure = 0.9, kFair = 0.7;
constexpr uint32_t kSureColour = 0x5FB35F, kFairColour = 0xE0A020, kPoorColour = 0xD03030;
constexpr uint32_t kCellColour = 0x9060C0, kUnreadColour = 0xE01010;

struct FieldColour {
  std::string_view field;
  uint32_t colour;
};
// In the order in which they are drawn. What is not here (sections, annexes: most of the page) is not
// marked.
constexpr std::array kFields = {
    FieldColour{"doc_type", 0x1F4E9E},    FieldColour{"number", 0x0B6EBF},
    FieldColour{"issuer", 0x1B7F4B},      FieldColour{"place", 0x7A5C10},
    FieldColour{"issue_date", 0x8A2BA0},  FieldColour{"subject", 0xB0308F},
    FieldColour{"addressees", 0x0F7F8F},  FieldColour{"signer", 0x2040C0},
    FieldColour{"recipients", 0x4A7A2A},  FieldColour{"urgency", 0xC02020},
    FieldColour{"secrecy", 0xC02020},     FieldColour{"stamp", 0xA02050},
    FieldColour{"references", 0x1060A0},  FieldColour{"dates", 0x8A2BA0},
    FieldColour{"deadlines", 0xC04000},   FieldColour{"figures", 0x806000},
    FieldColour{"partners", 0x007060},    FieldColour{"tables", 0x9060C0},
    FieldColour{"delegations", 0x305090}, FieldColour{"delegation_totals", 0x305090},
    FieldColour{"conferences", 0x703060}, FieldColour{"footnotes", 0x505050},
};

std::optional<Box> BoxFrom(const ordered_json& evidence) {
  const auto at = evidence.find("box");
  if (at == evidence.end() || !at->is_array() || at->size() != 4) return std::nullopt;
  return Box{(*at)[0].get<double>(), (*at)[1].get<double>(), (*at)[2].get<double>(),
             (*at)[3].get<double>()};
}

// One mark a place; the first of a value's places has the label.
void MarkPlaces(const ordered_json& value, int page, PageMark mark, std::vector<PageMark>& marks) {
  const auto places = value.is_object() ? value.find("evidence") : value.end();
  if (!value.is_object() || places == value.end() || !places->is_array()) return;
  for (const ordered_json& place : *places) {
    const std::optional<Box> box = BoxFrom(place);
    if (!box || place.value("page", 0) != page) continue;
    mark.box = *box;
    marks.push_back(mark);
    mark.label.clear();
  }
}

uint32_t ColourOf(double confidence) {
  return confidence >= kSure ? kSureColour : confidence >= kFair ? kFairColour : kPoorColour;
}

}  // namespace

std::vector<PageMark> MarksOf(const ordered_json& record, const Page& page) {
  std::vector<PageMark> marks;
  for (const Line& line : page.lines)
    for (const Word& word : WordsOf(line))
      marks.push_back({word.box, ColourOf(word.confidence), 1, ""});
  for (const Grid& grid : page.grids)
    for (const Cell& cell : grid.cells)
      if (cell.box) marks.push_back({*cell.box, kCellColour, 1, ""});
  for (const FieldColour& field : kFields) {
    const auto at = record.find(field.field);
    if (at == record.end()) continue;
    const PageMark mark{{}, field.colour, 2, std::string(field.field)};
    if (at->is_array()) {
      for (const ordered_json& value : *at) MarkPlaces(value, page.number, mark, marks);
    } else {
      MarkPlaces(*at, page.number, mark, marks);
    }
  }
  const auto diagnostics = record.find("diagnostics");
  if (diagnostics != record.end() && diagnostics->is_array()) {
    for (const ordered_json& diagnostic : *diagnostics)
      MarkPlaces(diagnostic, page.number, {{}, kUnreadColour, 3, diagnostic.value("code", "")},
                 marks);
  }
  return marks;
}

}  // namespace vanthu::exporting
