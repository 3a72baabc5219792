#include "pipeline/segment/sheets.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "models/document/letter.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/segment/segment.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// Bytes. A separator sheet says little more than what it is, and what to do with it.
constexpr size_t kSeparatorLetters = 240;

// The head of a letter begins within so many lines of its page: an incoming stamp and marks of electronic
// signatures may stand above it.
constexpr size_t kLinesAboveHead = 12;
// Where a caption would stand that makes the page part of another document.
constexpr size_t kCaptionLines = 16;

Diagnostic Note(const char* code, std::string message, const Page& page) {
  return {Severity::kInfo, code, std::move(message), page.number, {}};
}

// "PATCHT", "PATCH T", "Patch Code T".
bool SaysPatch(std::string_view text) {
  static const RE2 patch(R"((?i)\bpatch[\s_-]*(?:code[\s_-]*)?t\b)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), patch);
}

bool SaysPatch(const Page& page, const std::string& text) {
  return SaysPatch(text) || std::ranges::any_of(page.barcodes, [](const Barcode& code) {
           return SaysPatch(code.text);
         });
}

// What the engine makes of the bars themselves, or of the signs printed below them.
bool BelongsToBarcode(const Word& word, const Barcode& code) {
  const Box &bars = code.box, &box = word.box;
  const bool on_bars = box.center_x() > bars.x0 && box.center_x() < bars.x1 &&
                       box.center_y() > bars.y0 && box.center_y() < bars.y1;
  return on_bars || code.text.find(word.text) != std::string::npos;
}

// "https://…": the way to more of the letter that it is printed in.
bool IsLink(const Barcode& code) { return code.text.find("://") != std::string::npos; }

// Only a barcode: a sheet that no letter was written on.
bool IsBareBarcode(const Page& page) {
  if (std::ranges::any_of(page.barcodes, IsLink)) return false;
  const auto of_a_code = [&page](const Word& word) {
    return std::ranges::any_of(
        page.barcodes, [&word](const Barcode& code) { return BelongsToBarcode(word, code); });
  };
  return !page.barcodes.empty() && std::ranges::all_of(page.lines, [&](const Line& line) {
    return std::ranges::all_of(line.words, of_a_code);
  });
}

bool IsSeparator(const Page& page) {
  const std::string text = page.Text();
  return text.size() <= kSeparatorLetters && (SaysPatch(page, text) || IsBareBarcode(page));
}

std::string SheetNote(const Page& page) {
  if (page.barcodes.empty()) return "a separator sheet was left out";
  return "a separator sheet was left out: " + page.barcodes.front().text;
}

std::vector<Page> Unstacked(std::vector<Page> pages) {
  std::vector<Page> ordered;
  for (size_t front = 0; front < pages.size() / 2; ++front) {
    const size_t back = pages.size() - 1 - front;
    ordered.push_back(std::move(pages[front]));
    ordered.push_back(std::move(pages[back]));
  }
  return ordered;
}

// --- The head of a letter at the top of a page -----------------------------------------------------

bool MayHaveHead(const Page& page) {
  const size_t end = std::min(page.lines.size(), kLinesAboveHead);
  for (size_t i = 0; i < end; ++i) {
    const std::string folded = Fold(Normalize(page.lines[i].text).text);
    if (IsMotto(folded) || IsNumberLine(folded) || IsPlaceDate(folded)) return true;
  }
  return false;
}

// Forms and annexes of other documents.
bool IsPartOfAnother(const Letter& letter) {
  static const RE2 form(
      R"(^\(?\s*(?:mau|bieu)(?: so)?\s*[:.]?\s*[\divx]|^bieu mau\b|^\(?kem theo\b)");
  const size_t end = std::min(letter.lines.size(), kCaptionLines);
  for (size_t i = 0; i < end; ++i) {
    const LetterLine& line = letter.lines[i];
    if (IsAnnexLabel(line) || IsAnnexCaption(line.folded) || RE2::PartialMatch(line.folded, form))
      return true;
  }
  return false;
}

// The lines of a head, by what they are.
struct Head {
  const LetterLine* motto = nullptr;
  const LetterLine* issuer = nullptr;
  const LetterLine* number = nullptr;      // with its serial
  const LetterLine* place_date = nullptr;  // with its month
  const LetterLine* subject = nullptr;     // a title, a V/v or Kính gửi
  size_t first = 0;                        // line of the page
};

Head HeadOf(const Letter& letter) {
  static const RE2 serial(R"(^s[o0][^\d/]{0,4}\d)");
  // Serial and day are often written by hand, and lost; forms leave the month blank as well.
  static const RE2 month(R"(thang\s*\d{1,2}\s*nam\s*\d{4})");
  Head head;
  head.first = letter.lines.size();
  for (size_t i = 0; i < letter.lines.size(); ++i) {
    const LetterLine& line = letter.lines[i];
    const LetterLine** place = nullptr;
    switch (line.zone) {
      case Zone::kMotto: place = &head.motto; break;
      case Zone::kIssuer: place = &head.issuer; break;
      case Zone::kNumber:
        if (RE2::PartialMatch(line.folded, serial)) place = &head.number;
        break;
      case Zone::kPlaceDate:
        if (RE2::PartialMatch(line.folded, month)) place = &head.place_date;
        break;
      case Zone::kTypeTitle:
      case Zone::kSubject:
      case Zone::kAddressee: place = &head.subject; break;
      default: break;
    }
    if (place == nullptr || *place != nullptr) continue;
    *place = &line;
    head.first = std::min(head.first, i);
  }
  return head;
}

bool BeginsWithPageNumber(const Letter& letter) {
  static const RE2 first(R"(^\W*1(?:\s*/\s*\d+)?\W*$)");
  const LetterLine& line = letter.lines.front();
  return IsPageNumber(line.folded) && !RE2::FullMatch(line.folded, first);
}

// The lines that say that a letter begins on this page; none where it does not.
std::optional<std::vector<Evidence>> LetterBegins(const Page& page) {
  if (!MayHaveHead(page)) return std::nullopt;
  const Letter letter = Segment({page});
  if (letter.lines.empty() || BeginsWithPageNumber(letter) || IsPartOfAnother(letter))
    return std::nullopt;
  const Head head = HeadOf(letter);
  const int blocks = (head.motto != nullptr) + (head.issuer != nullptr) + (head.number != nullptr) +
                     (head.place_date != nullptr);
  // One of the four may be lost under a stamp or a seal.
  const bool dated = head.number != nullptr || head.place_date != nullptr;
  if (blocks < 3 || !dated || head.subject == nullptr || head.first >= kLinesAboveHead)
    return std::nullopt;
  std::vector<Evidence> places;
  for (const LetterLine* line : {head.motto, head.issuer, head.number, head.place_date})
    if (line != nullptr) places.push_back(letter.Where(*line));
  return places;
}

// Whether a letter has come to its end on these pages: somebody signed, or it says where it went.
bool HasEnded(const std::vector<Page>& pages) {
  const Letter letter = Segment(pages);
  return std::ranges::any_of(letter.lines, [](const LetterLine& line) {
    return line.zone == Zone::kSignName || line.zone == Zone::kRecipients;
  });
}

class Piler {
 public:
  // At least one of the pages is kept.
  std::vector<LetterPages> Take(std::vector<Page> pages) {
    for (Page& page : pages) {
      if (page.origin == PageOrigin::kBlank) {
        Say(Note("blank_page", "a blank page was left out", page));
      } else if (IsSeparator(page)) {
        Say(Note("separator_sheet", SheetNote(page), page));
        open_ = false;
      } else {
        Add(std::move(page));
      }
    }
    Append(piles_.back().notes, std::exchange(pending_, {}));
    return std::move(piles_);
  }

 private:
  static void Append(std::vector<Diagnostic>& to, std::vector<Diagnostic> notes) {
    std::move(notes.begin(), notes.end(), std::back_inserter(to));
  }

  // What is said between two letters belongs to the one that follows.
  void Say(Diagnostic note) { pending_.push_back(std::move(note)); }

  void Add(Page page) {
    if (open_) {
      std::optional<std::vector<Evidence>> places = LetterBegins(page);
      if (places && HasEnded(piles_.back().pages)) {
        Diagnostic note = Note("letter_begins", "another letter begins on this page", page);
        note.evidence = *std::move(places);
        Say(std::move(note));
        open_ = false;
      }
    }
    if (!open_) piles_.emplace_back();
    open_ = true;
    Append(piles_.back().notes, std::exchange(pending_, {}));
    piles_.back().pages.push_back(std::move(page));
  }

  std::vector<LetterPages> piles_;
  std::vector<Diagnostic> pending_;
  bool open_ = false;  // the last pile is not at its end
};

}  // namespace

std::vector<LetterPages> PileUp(std::vector<Page> pages, PageOrder order) {
  if (pages.empty()) return {};
  std::vector<Diagnostic> notes;
  if (order == PageOrder::kStacks && pages.size() > 1) {
    if (pages.size() % 2 == 0) {
      pages = Unstacked(std::move(pages));
    } else {
      notes.push_back({Severity::kWarning,
                       "odd_stacks",
                       "an odd number of pages cannot be a stack of fronts and one of backs",
                       0,
                       {}});
    }
  }
  const auto left_out = [](const Page& page) {
    return page.origin == PageOrigin::kBlank || IsSeparator(page);
  };
  if (std::ranges::all_of(pages, left_out)) return {{std::move(pages), std::move(notes)}};
  std::vector<LetterPages> piles = Piler().Take(std::move(pages));
  piles.front().notes.insert(piles.front().notes.begin(), notes.begin(), notes.end());
  return piles;
}

}  // namespace vanthu::segment
