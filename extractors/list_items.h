// Lists as a letter's head and foot print them (Kính gửi, Nơi nhận): one entry a dash, a semicolon or
// a line, each perhaps running over several printed lines.
#pragma once

#include <string>
#include <vector>

#include "extractors/evidence.h"

namespace vanthu::extractors {

struct ListItem {
  std::string text;  // as printed, without dash and closing mark
  std::vector<const LetterLine*> lines;
};

// `lead` is how many bytes of the first line's printed text belong to its caption ("Kính gửi:").
std::vector<ListItem> ListItems(const Letter& letter, const std::vector<const LetterLine*>& lines,
                                size_t lead);

}  // namespace vanthu::extractors
