// Fits the raised marks of a letter to its footnotes.
#pragma once

#include "letter.h"

namespace vanthu::corpus {

// Marks that no footnote belongs to become raised figures. Returns the first footnote that has no
// mark in the letter, or an empty string.
std::string MatchFootnotes(Letter& letter);

}  // namespace vanthu::corpus
