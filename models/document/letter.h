// A letter cut into its parts: what segment makes and extractors read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/document/page.h"
#include "models/document/record.h"

namespace vanthu {

// What a line of a letter is for. Numbers in comments: component of Decree 30/2020 Annex I.
enum class Zone {
  kNone,
  kMotto,        // 1  Quốc hiệu, Tiêu ngữ; ĐẢNG CỘNG SẢN VIỆT NAM
  kIssuer,       // 2  issuer and its parent
  kNumber,       // 3  Số: …
  kPlaceDate,    // 4  …, ngày … tháng … năm …
  kTypeTitle,    // 5a the type line: BÁO CÁO
  kSubject,      // 5a trích yếu under the type, 5b V/v …
  kAddressee,    // 9a Kính gửi
  kUrgency,      // 10b
  kSecrecy,      // 10a
  kBasis,        // Căn cứ …
  kBody,         // 6
  kHeading,      // a numbered or titled opening of a section
  kTable,        //    cells of a table
  kTableTitle,   //    caption over a table
  kClosing,      //    ./.
  kSignTitle,    // 7a authority and title
  kSignName,     // 7b
  kRecipients,   // 9b Nơi nhận
  kAnnexTitle,   //    Phụ lục, its title and (Kèm theo …)
  kFootnote,     //    text of a footnote
  kStamp,        //    the receiving office's stamp
  kPageNumber,   //
  kContact,      // 13 address line
  kOther,        //    electronic-signature blocks, circulation marks
};

// One line of the letter. Points into Letter::pages, which owns the text.
struct LetterLine {
  int page = 0;  // index into Letter::pages
  int line = 0;  // index into that page's lines
  Zone zone = Zone::kNone;
  int annex = -1;    // index into Letter::annexes, -1: the letter itself
  int section = -1;  // index into Letter::sections, -1: before the first
  std::string text;  // normalised for matching (models/text/normalize.h)
  std::string folded;  // Fold(text)
};

struct Letter {
  std::vector<Page> pages;
  std::vector<LetterLine> lines;  // all lines in reading order
  std::vector<Section> sections;  // in reading order, with evidence
  std::vector<Table> tables;      // a table that runs over pages is one
  std::vector<Annex> annexes;
  std::vector<Footnote> footnotes;
  std::vector<Diagnostic> diagnostics;

  const Line& Printed(const LetterLine& line) const {
    return pages[static_cast<size_t>(line.page)].lines[static_cast<size_t>(line.line)];
  }
  // Where a line stands, for a value's evidence.
  Evidence Where(const LetterLine& line) const;
};

}  // namespace vanthu
