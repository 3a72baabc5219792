#include "pipeline/intake/docx_numbering.h"

#include <fmt/format.h>

#include <utility>

#include "models/text/fold.h"
#include "models/text/utf8.h"
#include "pipeline/intake/xml.h"

namespace vanthu::intake {
namespace {

std::string Roman(int number) {
  constexpr std::array<std::pair<int, const char*>, 13> kSigns = {{{1000, "M"},
                                                                   {900, "CM"},
                                                                   {500, "D"},
                                                                   {400, "CD"},
                                                                   {100, "C"},
                                                                   {90, "XC"},
                                                                   {50, "L"},
                                                                   {40, "XL"},
                                                                   {10, "X"},
                                                                   {9, "IX"},
                                                                   {5, "V"},
                                                                   {4, "IV"},
                                                                   {1, "I"}}};
  if (number <= 0 || number > 4000) return std::to_string(number);
  std::string roman;
  for (const auto& [value, sign] : kSigns) {
    for (; number >= value; number -= value) roman += sign;
  }
  return roman;
}

// a … z, aa, bb … as Word counts.
std::string Letters(int number) {
  if (number <= 0 || number > 26 * 20) return std::to_string(number);
  const auto times = static_cast<size_t>((number - 1) / 26 + 1);
  return std::string(times, static_cast<char>('A' + (number - 1) % 26));
}

// Bullets are signs of a symbol font without a meaning in Unicode; letters print dashes.
std::string BulletText(std::string_view text) {
  const CodePoint first = DecodeAt(text, 0);
  const bool symbol = first.value >= 0xE000 && first.value <= 0xF8FF;
  const bool letter = first.value == 'o' || first.value == 0x00B7 || first.value == 0xFFFD;
  return text.empty() || symbol || letter ? "-" : std::string(text);
}

}  // namespace

std::string FormatNumber(int number, std::string_view format) {
  if (format == "none") return {};
  if (format == "upperRoman") return Roman(number);
  if (format == "lowerRoman") return Lower(Roman(number));
  if (format == "upperLetter") return Letters(number);
  if (format == "lowerLetter") return Lower(Letters(number));
  return format == "decimalZero" ? fmt::format("{:02}", number) : std::to_string(number);
}

DocxNumbering::Level DocxNumbering::ReadLevel(const pugi::xml_node& node) {
  Level level;
  if (const pugi::xml_node format = Child(node, "numFmt")) level.format = Attribute(format, "val");
  level.text = Attribute(Child(node, "lvlText"), "val");
  level.blank_after = Attribute(Child(node, "suff"), "val") != "nothing";
  level.start = Number(Child(node, "start"), "val", 1);
  level.restarts = Number(Child(node, "lvlRestart"), "val", 1) != 0;
  level.plain_numbers = IsOn(Child(node, "isLgl"));
  return level;
}

DocxNumbering::DocxNumbering(const pugi::xml_document& numbering) {
  for (const pugi::xml_node& node : numbering.document_element().children()) {
    if (LocalName(node) == "abstractNum") {
      std::map<int, Level>& levels = abstract_[Number(node, "abstractNumId", 0)];
      for (const pugi::xml_node& level : node.children()) {
        if (LocalName(level) == "lvl") levels[Number(level, "ilvl", 0)] = ReadLevel(level);
      }
    } else if (LocalName(node) == "num") {
      List list;
      list.abstract_id = Number(Child(node, "abstractNumId"), "val", 0);
      for (const pugi::xml_node& change : node.children()) {
        if (LocalName(change) != "lvlOverride") continue;
        const int level = Number(change, "ilvl", 0);
        if (const pugi::xml_node own = Child(change, "lvl"))
          list.own_levels[level] = ReadLevel(own);
        if (const pugi::xml_node start = Child(change, "startOverride")) {
          list.own_starts[level] = Number(start, "val", 1);
        }
      }
      lists_.emplace(Number(node, "numId", 0), std::move(list));
    }
  }
}

const DocxNumbering::Level& DocxNumbering::LevelOf(const List& list, int level) const {
  static const Level kNone;
  if (const auto own = list.own_levels.find(level); own != list.own_levels.end())
    return own->second;
  const auto levels = abstract_.find(list.abstract_id);
  if (levels == abstract_.end()) return kNone;
  const auto found = levels->second.find(level);
  return found == levels->second.end() ? kNone : found->second;
}

std::string DocxNumbering::Label(const List& list, int level, const Counters& counters) const {
  const Level& format = LevelOf(list, level);
  std::string label;
  if (format.format == "bullet") {
    label = BulletText(format.text);
  } else {
    for (size_t i = 0; i < format.text.size(); ++i) {
      const bool place = format.text[i] == '%' && i + 1 < format.text.size() &&
                         format.text[i + 1] >= '1' && format.text[i + 1] <= '9';
      if (!place) {
        label.push_back(format.text[i]);
        continue;
      }
      const int other = format.text[++i] - '1';
      const Level& counted = LevelOf(list, other);
      label += FormatNumber(counters[static_cast<size_t>(other)].value_or(counted.start),
                            format.plain_numbers ? "decimal" : counted.format);
    }
  }
  if (!label.empty() && format.blank_after) label.push_back(' ');
  return label;
}

std::string DocxNumbering::NextLabel(int num_id, int level) {
  const auto found = lists_.find(num_id);
  if (found == lists_.end() || level < 0 || level >= kLevels) return {};
  const List& list = found->second;
  Counters& counters = counters_[list.abstract_id];
  std::optional<int>& counter = counters[static_cast<size_t>(level)];
  const auto own_start = list.own_starts.find(level);
  if (own_start != list.own_starts.end() && restarted_.insert({num_id, level}).second) {
    counter = own_start->second;
  } else {
    counter = counter ? *counter + 1 : LevelOf(list, level).start;
  }
  for (int deeper = level + 1; deeper < kLevels; ++deeper) {
    if (LevelOf(list, deeper).restarts) counters[static_cast<size_t>(deeper)].reset();
  }
  return Label(list, level, counters);
}

}  // namespace vanthu::intake
