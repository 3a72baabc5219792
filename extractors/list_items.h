// Lists as a letter's head and foot print them (Kính gửi, Nơi nhận): one entry a dash, a semicolon or
// a line, each perhaps running over several printed lines.
#pragma once

#include <re2/re2.h>

#include <string>
#include <vector>

#include "extractors/evidence.h"

namespace vanthu::extractors {

struct ListItem {
  std::string text;  // as printed, without dash and closing mark
  std::vector<const LetterLine*> lines;
};

// How many bytes of the line's printed text its caption ("Kính gửi:") takes: the first group of a pattern
// for the folded text, since OCR drops the marks. 0 where it does not match.
size_t CaptionLength(const Letter& letter, const LetterLine& line, const RE2& caption);

// `lead` is how many bytes of the first line's printed text belong to its caption ("Kính gửi:").
std::vector<ListItem> ListItems(const Letter& letter, const std::vector<const LetterLine*>& lines,
                                size_t lead);

}  // namespace vanthu::extractors
