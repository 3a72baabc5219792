#include "pipeline/segment/foot.h"

#include <re2/re2.h>

#include <algorithm>

#include "models/lexicon/names.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

// A signature's lines: authority over title over name leave at most so many others between them
// (the seal's words, "(Đã ký)", blanks read as noise).
constexpr size_t kSignatureReach = 10;

constexpr double kPersonName = 0.6;  // PersonNameScore from which a line is taken for a name
constexpr double kSureName = 0.95;   // the same for a line in capitals, which titles are as well

class FootMarker {
 public:
  FootMarker(Letter& letter, size_t body) : letter_(letter), body_(body) {}

  size_t Mark() {
    FindLastRecipientsMark();
    const size_t begin = FindBegin();
    return begin == size() ? FirstCaptionedAnnex() : MarkFrom(begin);
  }

 private:
  LetterLine& At(size_t i) { return letter_.lines[i]; }
  const Line& Printed(size_t i) const { return letter_.Printed(letter_.lines[i]); }
  size_t size() const { return letter_.lines.size(); }

  bool IsName(size_t i) {
    if (IsListItem(At(i).text)) return false;
    if (Printed(i).cell) return false;
    const std::string name(PersonNameIn(At(i).text));
    return PersonNameScore(name) >= kPersonName || IsNameInCapitals(i, name);
  }

  // LÒ VĂN PẢN under TRƯỞNG PHÒNG. The last line in capitals, and of a known family: else a title.
  bool IsNameInCapitals(size_t i, const std::string& name) {
    if (i == 0 || !IsCapitals(At(i - 1).text) || !IsCapitals(name) || IsSignTitle(At(i)))
      return false;
    if (i + 1 < size() && IsCapitals(At(i + 1).text)) return false;
    return !OpensAgency(name) && PersonNameScore(InNameCase(name)) >= kSureName;
  }

  bool NameFollows(size_t i) {
    for (size_t k = i + 1; k < std::min(size(), i + 1 + kSignatureReach); ++k) {
      if (IsName(k)) return true;
    }
    return false;
  }

  // The first line of the foot: Nơi nhận, or a title with a name below it.
  size_t FindBegin() {
    for (size_t i = body_; i < size(); ++i) {
      const LetterLine& line = At(i);
      if (Printed(i).cell) continue;
      if (IsAnnexLabel(line) && i > body_ && i < last_recipients_mark_) continue;
      if (IsRecipientsMark(line.folded)) return i;
      // A name that no rule knows stands under a title all the same, where the letter has ended.
      const bool after_closing = line_after_closing_ != 0 && i == line_after_closing_;
      const bool beside_list = Printed(i).column == Column::kRight;
      if (IsSignTitle(line) && (NameFollows(i) || after_closing || beside_list) &&
          !IsFollowedByBasis(i)) {
        return BackToFirstTitle(i);
      }
      if (EndsLetter(line.text)) {
        line_after_closing_ = i + 1;
        if (i + 1 < size() && IsName(i + 1)) return i + 1;
      }
    }
    return size();
  }

  void FindLastRecipientsMark() {
    for (size_t i = body_; i < size(); ++i) {
      if (IsRecipientsMark(At(i).folded)) last_recipients_mark_ = i;
    }
  }

  // Where no foot was found an annex still needs both its label and its caption.
  size_t FirstCaptionedAnnex() {
    for (size_t i = body_; i < size(); ++i) {
      if (!IsAnnexLabel(At(i)) || Printed(i).cell || !Printed(i).starts_paragraph) continue;
      for (size_t k = i + 1; k < std::min(size(), i + 6); ++k) {
        if (At(k).text.starts_with("(") && IsAnnexCaption(At(k).folded)) return i;
      }
    }
    return size();
  }

  bool IsFollowedByBasis(size_t i) {
    for (size_t k = i + 1; k < std::min(size(), i + 4); ++k) {
      if (IsBasis(At(k).folded)) return true;
    }
    return false;
  }

  size_t BackToFirstTitle(size_t i) {
    while (i > body_ && IsCapitals(At(i - 1).text) && !Printed(i - 1).cell &&
           !EndsLetter(At(i - 1).text)) {
      --i;
    }
    return i;
  }

  size_t MarkFrom(size_t begin) {
    size_t i = begin;
    for (; i < size() && !Printed(i).cell; ++i) {
      LetterLine& line = At(i);
      const bool marked = line.zone == Zone::kFootnote || line.zone == Zone::kContact;
      if (marked || IsRule(line.text)) continue;
      const Zone zone = ZoneOf(i);
      if (zone == Zone::kNone) break;
      line.zone = zone;
    }
    return i;
  }

  // The zone of line i after what came before it; kNone where the foot has ended.
  Zone ZoneOf(size_t i) {
    const LetterLine& line = At(i);
    const Line& printed = Printed(i);
    const bool right = printed.column == Column::kRight;
    if (IsPageNumber(line.folded)) return Zone::kPageNumber;
    if (IsRecipientsMark(line.folded)) {
      recipients_ = true;
      return Zone::kRecipients;
    }
    if (IsAnnexLabel(line) || IsAnnexCaption(line.folded)) return Zone::kNone;
    if ((IsSignTitle(line) && NameOrSealFollows(i)) || IsOfficeOverTitle(i)) return OpenTitle();
    if (IsSigningName(i)) {
      name_seen_ = true;
      title_open_ = false;
      return Zone::kSignName;
    }
    if (recipients_ && GoesOnWithRecipients(i)) return Zone::kRecipients;
    // A title that goes on: GIÁM ĐỐC / SỞ NGOẠI VỤ.
    if (title_open_ && IsCapitals(line.text) && !OpensAnnex(i)) return Zone::kSignTitle;
    if (right && IsCapitals(line.text) && !name_seen_) return OpenTitle();
    if (IsContact(line.folded)) return Zone::kContact;
    // Words of the seal or of an electronic signature over the name.
    if (title_open_ && right) return Zone::kOther;
    if (IsSealNoise(line)) return Zone::kOther;
    if (name_seen_ || (recipients_ && title_seen_)) return Zone::kNone;
    if (title_seen_) return Zone::kOther;
    return recipients_ && !printed.starts_paragraph ? Zone::kRecipients : Zone::kNone;
  }

  Zone OpenTitle() {
    title_seen_ = title_open_ = true;
    return Zone::kSignTitle;
  }

  bool IsSigningName(size_t i) {
    if (title_open_ && IsUnknownName(i)) return true;
    const Column column = Printed(i).column;
    if (!IsName(i) || (recipients_ && column == Column::kLeft)) return false;
    return title_seen_ || recipients_ || column == Column::kRight || i == line_after_closing_;
  }

  // CÔNG AN TỈNH / GIÁM ĐỐC: where several offices sign, each stands over its title.
  bool IsOfficeOverTitle(size_t i) {
    if (!IsCapitals(At(i).text) || !OpensAgency(At(i).text) || i + 1 >= size()) return false;
    return IsSignTitle(At(i + 1)) && !IsAnnexCaption(At(i + 1).folded) && NameFollows(i + 1);
  }

  // Names of peoples whose syllables no rule knows (Y Krông Niê): each word with a capital, right under
  // the title, or under the seal's words.
  bool IsUnknownName(size_t i) {
    static const RE2 name(R"(^\p{Lu}\p{Ll}*(?: (?:\p{Lu}['’])?\p{Lu}\p{Ll}*){1,5}$)");
    const std::string_view text = PersonNameIn(At(i).text);
    const Zone above = At(i - 1).zone;
    return (above == Zone::kSignTitle || above == Zone::kOther) && !IsCapitals(text) &&
           !OpensAgency(text) && RE2::FullMatch(re2::StringPiece(text.data(), text.size()), name);
  }

  static std::string InNameCase(std::string_view capitals) {
    std::string out;
    for (size_t begin = 0; begin < capitals.size();) {
      const size_t end = std::min(capitals.find(' ', begin), capitals.size());
      if (!out.empty()) out += ' ';
      out += SentenceCase(capitals.substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  // A title inside the foot needs a name below it, unless the name was lost under the seal.
  bool NameOrSealFollows(size_t i) {
    if (title_open_ || NameFollows(i)) return true;
    return Printed(i).column == Column::kRight || !OpensAnnex(i);
  }

  bool GoesOnWithRecipients(size_t i) {
    const LetterLine& line = At(i);
    const Line& printed = Printed(i);
    if (printed.column == Column::kRight) return false;
    if (IsListItem(line.text)) return line.folded.size() < 160;
    static const RE2 archive_copy(R"(^(?:luu|nhu (?:tren|dieu|kinh gui))\b)");
    if (RE2::PartialMatch(line.folded, archive_copy)) return true;
    if (IsCapitals(line.text) && line.folded.size() > 12) return false;
    if (printed.column == Column::kLeft) return true;
    const std::string_view above = At(i - 1).text;
    return At(i - 1).zone == Zone::kRecipients && !printed.starts_paragraph &&
           line.folded.size() < 100 &&
           (above.ends_with(";") || above.ends_with(",") || above.ends_with(":") ||
            !above.ends_with("."));
  }

  // A title in capitals on a page of its own, or over a caption: an annex, not an office.
  bool OpensAnnex(size_t i) {
    if (TypeTitle(At(i), Printed(i)) != nullptr) return true;
    for (size_t k = i; k < std::min(size(), i + 5); ++k) {
      if (IsAnnexLabel(At(k))) return k == i;  // another line's annex
      if (IsAnnexCaption(At(k).folded) || Printed(k).cell) return true;
      if (IsName(k)) return false;
    }
    return i > 0 && At(i).page != At(i - 1).page && At(i).folded.size() > 40;
  }

  static bool IsSealNoise(const LetterLine& line) {
    static const RE2 signed_mark(R"(^\(?\s*(?:da ky|ky ten|ky|[\W\d]{0,6})(?:\W.*)?\)?$)");
    return line.folded.size() < 4 || RE2::FullMatch(line.folded, signed_mark) ||
           IsDigitalSignature(line.folded);
  }

  Letter& letter_;
  size_t body_;
  size_t line_after_closing_ = 0;
  size_t last_recipients_mark_ = 0;
  bool recipients_ = false;  // inside the Nơi nhận list
  bool title_seen_ = false;
  bool title_open_ = false;  // a title whose name has not come yet
  bool name_seen_ = false;
};

}  // namespace

size_t MarkFoot(Letter& letter, size_t body) { return FootMarker(letter, body).Mark(); }

}  // namespace vanthu::segment
