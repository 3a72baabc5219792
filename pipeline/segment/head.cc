#include "pipeline/segment/head.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"
#include "pipeline/segment/shape.h"
#include "pipeline/segment/stamp.h"

namespace vanthu::segment {
namespace {

// A head is at most so many lines long; beyond it a line that looks like one is running text.
constexpr size_t kLongestHead = 60;

// A line of running text is longer than the trích yếu's and the title's lines, in bytes of folded text.
constexpr size_t kRunningText = 100;

class HeadMarker {
 public:
  explicit HeadMarker(Letter& letter) : letter_(letter) {}

  size_t Mark() {
    FindAnchors();
    if (!HasHead()) return 0;
    MarkBlocks();
    size_t body = head_end_;
    if (title_ != kNone) body = MarkTitle();
    if (addressee_ != kNone && addressee_ >= head_end_) body = MarkAddressees(addressee_);
    return body;
  }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  LetterLine& At(size_t i) { return letter_.lines[i]; }
  const Line& Printed(size_t i) const { return letter_.Printed(letter_.lines[i]); }

  // Công điện: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … điện:" stands where Kính gửi does in other letters.
  bool IsTelegramAddress(size_t i) {
    static const RE2 telegram(R"(\sdien\s*:)");
    return title_ != kNone && i > title_ && At(title_).folded.starts_with("cong dien") &&
           RE2::PartialMatch(At(i).folded, telegram);
  }

  bool IsBodyStart(size_t i) {
    const LetterLine& line = At(i);
    if (Printed(i).cell || IsSubjectMark(line.folded)) return false;
    if (IsBasis(line.folded)) return true;
    static const RE2 section(R"(^(?:[IVX]{1,5}|\d{1,2})\s*(?:[.)-]\s*|/\s+)[^\s\d]|^Điều\s+\d)");
    return RE2::PartialMatch(line.text, section) && Printed(i).column == Column::kFull;
  }

  // Under the issuer OCR may leave little of "Số:" and of a serial written by hand; the symbol stays.
  bool IsNumberAt(size_t i) {
    if (IsNumberLine(At(i).folded)) return true;
    return Printed(i).column == Column::kLeft && IsDamagedNumberLine(At(i).text);
  }

  void FindAnchors() {
    const size_t end = std::min(letter_.lines.size(), kLongestHead);
    size_t i = 0;
    for (; i < end; ++i) {
      const LetterLine& line = At(i);
      if (line.zone == Zone::kStamp) continue;
      if (IsMotto(line.folded)) motto_ = i;
      if (number_ == kNone && IsNumberAt(i)) number_ = i;
      if (place_date_ == kNone && IsPlaceDate(line.folded)) place_date_ = i;
      if (subject_ == kNone && title_ == kNone && IsSubjectMark(line.folded)) subject_ = i;
      if (title_ == kNone && Printed(i).column != Column::kLeft && !Printed(i).cell &&
          TypeTitle(line, Printed(i)) != nullptr) {
        title_ = i;
      }
      if (IsAddresseeMark(line.folded) || IsTelegramAddress(i)) {
        addressee_ = i;
        break;
      }
      if (IsBodyStart(i) && i != number_ && (title_ == kNone || i > title_)) break;
      // Past the title only Kính gửi may still belong to the head; running text ends it.
      if (title_ == kNone && line.folded.size() > kRunningText && !Printed(i).cell &&
          !IsLongSubject(i)) {
        break;
      }
      if (title_ != kNone && i > title_ + 12) break;
    }
    head_end_ = std::min({title_, addressee_, i});
    if (title_ == kNone && addressee_ == kNone) head_end_ = std::min(i, AfterAnchors());
  }

  // A text file may hold the whole V/v on one line, or on a long one and the next.
  bool IsLongSubject(size_t i) {
    if (subject_ == kNone) return false;
    if (i == subject_) return true;
    return i == subject_ + 1 && GoesOn(i, Printed(i)) && !OpensRunningText(At(i));
  }

  // A letter that lost its title and its Kính gửi: the head ends behind the last of its marks.
  size_t AfterAnchors() {
    size_t end = 0;
    for (const size_t anchor : {motto_, number_, place_date_, subject_}) {
      if (anchor != kNone) end = std::max(end, anchor + 1);
    }
    bool in_subject = subject_ != kNone && end == subject_ + 1;
    for (; end > 0 && end < letter_.lines.size(); ++end) {
      const LetterLine& line = At(end);
      in_subject = in_subject && GoesOn(end, Printed(end)) && !OpensRunningText(line);
      if (!in_subject && line.zone == Zone::kNone && !IsRule(line.text) &&
          !IsUrgency(line.folded) && !IsSecrecy(line.text) && !LooksLikeStamp(letter_, end)) {
        break;
      }
    }
    return end;
  }

  bool HasHead() const {
    return title_ != kNone || addressee_ != kNone || number_ != kNone || motto_ != kNone ||
           place_date_ != kNone;
  }

  // Everything above the title or Kính gửi.
  void MarkBlocks() {
    Zone open = Zone::kNone;  // the block that a plain line goes on with
    bool number_seen = false;
    for (size_t i = 0; i < head_end_; ++i) {
      issuer_at_left_ |= Printed(i).column == Column::kLeft && OpensAgency(At(i).text);
    }
    for (size_t i = 0; i < head_end_; ++i) {
      LetterLine& line = At(i);
      const Line& printed = Printed(i);
      if (line.zone == Zone::kFootnote || line.zone == Zone::kContact) continue;
      const Zone single = SingleLineZone(i, number_seen);
      if (single != Zone::kNone) {
        line.zone = single;
        open = single == Zone::kSubject ? Zone::kSubject : Zone::kNone;
        number_seen = number_seen || single == Zone::kNumber;
        continue;
      }
      if (open == Zone::kSubject && GoesOn(i, printed)) {
        line.zone = Zone::kSubject;
      } else if (IsIssuerLine(line, printed, number_seen)) {
        line.zone = Zone::kIssuer;
        open = Zone::kNone;
      } else if (!IsRule(line.text)) {
        line.zone = Zone::kOther;
        open = Zone::kNone;
      }
    }
  }

  // Zones that a line has by its own look.
  Zone SingleLineZone(size_t i, bool number_seen) {
    const LetterLine& line = At(i);
    if (IsStampLine(i, number_seen)) return Zone::kStamp;
    if (Printed(i).cell) return Zone::kTable;
    if (IsMotto(line.folded)) return Zone::kMotto;
    if (i == number_) return Zone::kNumber;
    if (i == place_date_) return Zone::kPlaceDate;
    if (IsSubjectMark(line.folded)) return Zone::kSubject;
    if (IsUrgency(line.folded)) return Zone::kUrgency;
    if (IsSecrecy(line.text)) return Zone::kSecrecy;
    if (IsDigitalSignature(line.folded)) return Zone::kOther;
    if (IsPageNumber(line.folded)) return Zone::kPageNumber;
    return Zone::kNone;
  }

  // A line of the incoming stamp that stands apart from the rest of it: behind the letter's own number,
  // so that it cannot be taken for one. A table in the head is a stamp (its cells print side by side).
  bool IsStampLine(size_t i, bool number_seen) {
    if (At(i).zone == Zone::kStamp) return true;
    return i != number_ && (number_seen || Printed(i).cell) && LooksLikeStamp(letter_, i);
  }

  // Whether line i goes on with the V/v above it.
  bool GoesOn(size_t i, const Line& printed) {
    const Line& above = Printed(i - 1);
    if (printed.column != above.column) return false;
    if (printed.column == Column::kFull && printed.starts_paragraph) return false;
    return !IsCapitals(At(i).text) || At(i).folded.size() < 12;
  }

  bool IsIssuerLine(const LetterLine& line, const Line& printed, bool number_seen) {
    if (number_seen || printed.column == Column::kRight || IsRule(line.text)) return false;
    // Marks of electronic signatures lie across the page, above the head's two columns.
    if (issuer_at_left_ && printed.column != Column::kLeft) return false;
    return IsCapitals(line.text) || (printed.bold && OpensAgency(line.text)) ||
           (printed.column == Column::kLeft && OpensAgency(line.text));
  }

  // The type line and the trích yếu under it. Returns the line after them.
  size_t MarkTitle() {
    At(title_).zone = Zone::kTypeTitle;
    size_t i = title_ + 1;
    bool any = false;
    bool capitals_above = IsCapitals(At(title_).text) && TitleHasTail();
    for (; i < std::min(letter_.lines.size(), title_ + 14); ++i) {
      LetterLine& line = At(i);
      const Line& printed = Printed(i);
      if (IsRule(line.text)) continue;
      if (IsStampLine(i, true)) {
        line.zone = Zone::kStamp;
        continue;
      }
      if (IsPlaceDate(line.folded) && place_date_ == kNone) {
        line.zone = Zone::kPlaceDate;
        place_date_ = i;
        continue;
      }
      if (IsUrgency(line.folded) || IsSecrecy(line.text)) {
        line.zone = IsUrgency(line.folded) ? Zone::kUrgency : Zone::kSecrecy;
        continue;
      }
      if (i == addressee_ || IsBodyStart(i) || printed.cell) break;
      // KẾT LUẬN / CỦA BAN THƯỜNG VỤ TỈNH ỦY / về …: whose it is, not what it is about.
      if (!any && IsCapitals(line.text) && line.folded.starts_with("cua ")) {
        line.zone = Zone::kOther;
        continue;
      }
      if (EndsTitle(i, any, capitals_above)) break;
      line.zone = Zone::kSubject;
      any = true;
      capitals_above = capitals_above && IsCapitals(line.text);
    }
    // Whose decision it is, between the trích yếu and its basis: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …
    while (i < letter_.lines.size() && IsDecidingBody(i)) At(i++).zone = Zone::kOther;
    return i;
  }

  // "QUYẾT ĐỊNH CỦA UỶ BAN …", "BÁO CÁO KẾT QUẢ …": the type line itself goes on.
  bool TitleHasTail() {
    const DocTypeMatch match = DocTypeAtStart(At(title_).folded);
    return match.type != nullptr && match.length + 3 < At(title_).folded.size();
  }

  bool IsDecidingBody(size_t i) {
    if (!IsCapitals(At(i).text)) return false;
    if (TypeTitle(At(i), Printed(i)) != nullptr) return false;
    return IsSignTitle(At(i)) || OpensAgency(At(i).text) || At(i - 1).zone == Zone::kOther;
  }

  bool EndsTitle(size_t i, bool any, bool capitals_above) {
    const LetterLine& line = At(i);
    const Line& printed = Printed(i);
    const bool set_off = printed.bold || printed.centered || printed.heading > 0;
    if (IsCapitals(line.text)) {
      // Capitals go on with a trích yếu in capitals; else they name the deciding body.
      return !(capitals_above || !any) || (any && !capitals_above) ||
             (IsSignTitle(line) && (IsBasis(Next(i)) || any)) || IsDecidingAfterTitle(i);
    }
    if (IsPageNumber(line.folded)) return true;
    const Line& above = Printed(i - 1);
    if (!any) {
      // The first line under the type is the trích yếu unless it is plainly running text.
      return !set_off && printed.starts_paragraph && line.folded.size() > 2 * kRunningText;
    }
    // A text without boxes tells neither type nor centre: its words do.
    if (!printed.box && !set_off && OpensRunningText(line)) return true;
    if (above.bold && !printed.bold && printed.heading == 0) return true;
    // A line as wide as the page shows no centre; bold, or a small letter, says that it goes on.
    const bool goes_on = !printed.starts_paragraph &&
                         ((above.bold && printed.bold) || IsLower(DecodeAt(line.text, 0).value));
    if (above.centered && !printed.centered && !goes_on) return true;
    if (printed.starts_paragraph && !set_off) return true;
    return !set_off && line.folded.size() > kRunningText && above.centered;
  }

  // A capitals line right under the type that is the deciding body, the trích yếu being absent.
  bool IsDecidingAfterTitle(size_t i) {
    return (IsSignTitle(At(i)) || OpensAgency(At(i).text)) && IsBasis(Next(i));
  }

  std::string_view Next(size_t i) {
    return i + 1 < letter_.lines.size() ? std::string_view(At(i + 1).folded) : std::string_view();
  }

  // Kính gửi and the names after it. Returns the line after them.
  size_t MarkAddressees(size_t first) {
    At(first).zone = Zone::kAddressee;
    size_t i = first + 1;
    bool list = IsListItem(At(first).text.substr(std::min(At(first).text.size(), size_t{10})));
    for (; i < letter_.lines.size(); ++i) {
      const LetterLine& line = At(i);
      const Line& printed = Printed(i);
      if (printed.cell) break;
      if (IsRule(line.text) || line.zone == Zone::kStamp) continue;
      const std::string_view above = At(i - 1).text;
      // "Kế hoạch và" goes on below, whatever stands there.
      const bool broken = above.ends_with(" và") || above.ends_with(" của") || above.ends_with(",");
      const bool open = broken || above.ends_with(";") || above.ends_with(":");
      const bool closed =
          above.ends_with(".") && !above.ends_with("Tp.") && !above.ends_with("TP.");
      if (IsListItem(line.text) && (list || open || !closed)) {
        if (line.folded.size() > 2 * kRunningText) break;
        list = true;
      } else if (IsListItem(line.text) || closed || IsBodyStart(i) ||
                 (!open && printed.starts_paragraph) ||
                 (!open && line.folded.size() > kRunningText - 25) ||
                 ((!open || printed.starts_paragraph) && OpensRunningText(line)) ||
                 (list && !broken && printed.starts_paragraph &&
                  IsUpper(DecodeAt(line.text, 0).value))) {
        break;
      }
      At(i).zone = Zone::kAddressee;
    }
    return i;
  }

  Letter& letter_;
  size_t motto_ = kNone, number_ = kNone, place_date_ = kNone, subject_ = kNone;
  size_t title_ = kNone, addressee_ = kNone;
  size_t head_end_ = 0;
  bool issuer_at_left_ = false;
};

}  // namespace

size_t MarkHead(Letter& letter) { return HeadMarker(letter).Mark(); }

}  // namespace vanthu::segment
