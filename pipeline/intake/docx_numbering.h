// word/numbering.xml: the labels that Word prints before the paragraphs of a list ("I.", "1.2.",
// "a)", "-"), counted in the order of the text. Section labels of a letter are often such labels.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

namespace vanthu::intake {

// A number in one of Word's formats: "decimal", "decimalZero", "lowerLetter", "upperLetter",
// "lowerRoman", "upperRoman", "none"; any other counts in decimals.
std::string FormatNumber(int number, std::string_view format);

class DocxNumbering {
 public:
  explicit DocxNumbering(const pugi::xml_document& numbering);

  // The label of the next paragraph of this list and level, with the blank after it; empty where
  // there is no such list. Counts on.
  std::string NextLabel(int num_id, int level);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    std::string format = "decimal", text;
    int start = 1;
    bool restarts = true;
    bool blank_after = true;
    bool plain_numbers = false;  // w:isLgl: all numbers of the label in decimals
  };
  struct List {
    int abstract_id = 0;
    std::map<int, Level> own_levels;
    std::map<int, int> own_starts;
  };
  using Counters = std::array<std::optional<int>, kLevels>;

  static Level ReadLevel(const pugi::xml_node& node);
  const Level& LevelOf(const List& list, int level) const;
  std::string Label(const List& list, int level, const Counters& counters) const;

  std::map<int, std::map<int, Level>> abstract_;
  std::map<int, List> lists_;
  std::map<int, Counters> counters_;         // by abstract list: lists of one kind count together
  std::set<std::pair<int, int>> restarted_;  // list and level whose own start has been used
};

}  // namespace vanthu::intake
