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

class FootMarker {
 public:
  FootMarker(Letter& letter, size_t body) : letter_(letter), body_(body) {}

  size_t Mark() {
    const size_t begin = FindBegin();
    if (begin == letter_.lines.size()) return begin;
    return MarkFrom(begin);
  }

 private:
  LetterLine& At(size_t i) { return letter_.lines[i]; }
  const Line& Printed(size_t i) const { return letter_.Printed(letter_.lines[i]); }
  size_t size() const { return letter_.lines.size(); }

  bool IsName(size_t i) {
    return !Printed(i).cell &&
           PersonNameScore(WithoutAcademicTitle(At(i).text)) >= kPersonName;
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
      if (IsAnnexLabel(line) && i > body_ && HasFootAfter(i)) continue;
      if (IsRecipientsMark(line.folded)) return i;
      if (IsSignTitle(line) && NameFollows(i) && !IsFollowedByBasis(i)) {
        return BackToFirstTitle(i);
      }
      if (EndsLetter(line.text)) {
        line_after_closing_ = i + 1;
        if (i + 1 < size() && IsName(i + 1)) return i + 1;
      }
    }
    return size();
  }

  bool HasFootAfter(size_t i) {
    for (size_t k = i; k < size(); ++k) {
      if (IsRecipientsMark(At(k).folded)) return true;
    }
    return false;
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
    bool recipients = false;   // inside the Nơi nhận list
    bool title_seen = false;
    bool name_seen = false;
    size_t i = begin;
    for (; i < size(); ++i) {
      LetterLine& line = At(i);
      const Line& printed = Printed(i);
      if (printed.cell) break;
      if (IsRule(line.text)) continue;
      if (IsPageNumber(line.folded)) {
        line.zone = Zone::kPageNumber;
      } else if (IsRecipientsMark(line.folded)) {
        line.zone = Zone::kRecipients;
        recipients = true;
      } else if (IsAnnexLabel(line) || IsAnnexCaption(line.folded)) {
        break;
      } else if (IsSignTitle(line) && NameOrSealFollows(i, title_seen && !name_seen)) {
        line.zone = Zone::kSignTitle;
        title_seen = true;
      } else if (IsName(i) && (title_seen || printed.column == Column::kRight || recipients ||
                               i == line_after_closing_) &&
                 !(recipients && printed.column == Column::kLeft)) {
        line.zone = Zone::kSignName;
        name_seen = true;
      } else if (recipients && GoesOnWithRecipients(i)) {
        line.zone = Zone::kRecipients;
      } else if (title_seen && !name_seen && IsCapitals(line.text) && !OpensAnnex(i)) {
        line.zone = Zone::kSignTitle;  // a title that goes on: GIÁM ĐỐC / SỞ NGOẠI VỤ
      } else if (printed.column == Column::kRight && IsCapitals(line.text) && !name_seen) {
        line.zone = Zone::kSignTitle;
        title_seen = true;
      } else if (IsContact(line.folded)) {
        line.zone = Zone::kContact;
      } else if ((name_seen || (recipients && title_seen)) && !IsSealNoise(line)) {
        break;
      } else if (!title_seen && recipients && !printed.starts_paragraph) {
        line.zone = Zone::kRecipients;
      } else if (IsSealNoise(line) || title_seen) {
        line.zone = Zone::kOther;
      } else {
        break;
      }
    }
    return i;
  }

  // A title inside the foot needs a name below it, unless the name was lost under the seal.
  bool NameOrSealFollows(size_t i, bool chain) {
    if (chain || NameFollows(i)) return true;
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

  static bool IsContact(std::string_view folded) {
    static const RE2 contact(R"(^(?:dia chi|dien thoai|so dien thoai|dt|email|e-mail|website|fax)\s*[:.])");
    return RE2::PartialMatch(re2::StringPiece(folded.data(), folded.size()), contact);
  }

  Letter& letter_;
  size_t body_;
  size_t line_after_closing_ = 0;
};

}  // namespace

size_t MarkFoot(Letter& letter, size_t body) { return FootMarker(letter, body).Mark(); }

}  // namespace vanthu::segment
