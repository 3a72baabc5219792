// The measures of a letter: paper, margins, type sizes, spacing, where the page number stands. One
// place for DOCX and for the pages of PDF and scans. Source: Decree 30/2020, Annex I, and Circular
// 01/2011. All lengths are in points.
#pragma once

#include "letter.h"

namespace vanthu::corpus {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

enum class PageNumberPlace { kTopCentre, kFootRight, kFootCentre };

struct Sheet {
  double width = 210 * kPointsPerMm;   // upright A4
  double height = 297 * kPointsPerMm;
  double top = 0, bottom = 0, left = 0, right = 0;  // margins
  double body_size = 14;
  double body_pitch = 17.5;      // from baseline to baseline
  double indent = 36;            // first line of a paragraph
  double paragraph_gap = 4;
  double head_size = 13;
  double small_head_size = 12;   // V/v lines, parent body
  double notes_title_size = 12;  // "Nơi nhận:"
  double notes_size = 11;
  double footnote_size = 10;
  PageNumberPlace page_number = PageNumberPlace::kTopCentre;
};

// Within what the rules leave free, sizes and spacing are drawn from the letter's name.
Sheet SheetFor(const Letter& letter);

// Size of the type of a table with that many columns on paper of that orientation.
double TableTypeSize(std::size_t columns, Orientation orientation);

}  // namespace vanthu::corpus
