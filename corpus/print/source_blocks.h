// Cuts the bytes of a .letter file into blocks: a directive and its content lines, not yet
// understood. Shared by the parts of the parser alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::corpus {

struct SourceLine {
  int number = 0;  // 1-based
  std::string_view text;
};

struct SourceBlock {
  int number = 0;             // line of the directive
  std::string_view name;      // without @
  std::string_view argument;  // what follows the name, trimmed
  std::vector<SourceLine> content;
};

// Thrown inside the parser alone; ParseLetter turns it into an Error with the file's name.
struct LineError {
  int number;
  std::string reason;
};

// Views valid as long as `bytes`. Throws LineError: not UTF-8, not NFC, an unknown directive, text
// before the first directive.
std::vector<SourceBlock> CutIntoBlocks(std::string_view bytes);

std::string_view Trim(std::string_view text);
std::vector<std::string_view> Split(std::string_view text, std::string_view separator);

}  // namespace vanthu::corpus
