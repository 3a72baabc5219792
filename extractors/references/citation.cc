#include "extractors/references/citation.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "extractors/references/issuer_phrase.h"
#include "extractors/references/laws.h"
#include "models/core/date.h"
#include "models/lexicon/doc_types.h"
#include "models/lexicon/docnumber.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// "Báo cáo thẩm định số", "Chương trình hành động": so far before its number a type may begin.
constexpr size_t kTypeReach = 60;

// Bytes of a sentence before a citation in which its date or its issuer may stand.
constexpr size_t kSentenceReach = 800;

// Bytes that may stand between the verb that follows a date and the document of that date.
constexpr size_t kNearDate = 200;

struct TypeBefore {
  std::optional<std::string> code;
  size_t begin = 0;  // where the type's name begins; the number's own place where there is none
  bool so = false;   // "số" stands before the number
};

// What stands between the sentence's last mark and the number: [type] [qualifier] [số] [:].
TypeBefore FindTypeBefore(std::string_view text, size_t number) {
  TypeBefore found;
  found.begin = number;
  size_t from = number > kTypeReach ? number - kTypeReach : 0;
  while (from < number && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  std::string_view before = text.substr(from, number - from);
  static const RE2 so(R"((?i)(?:^|[\s(,;])(số)\s*[:.]?\s*$)");
  re2::StringPiece mark;
  if (RE2::PartialMatch(Piece(before), so, &mark)) {
    found.so = true;
    before = before.substr(0, static_cast<size_t>(mark.data() - before.data()));
    found.begin = from + before.size();
  }
  // The last capitalised type name with nothing but small letters after it.
  const FoldedText folded = FoldWithOffsets(before);
  for (size_t at = folded.folded.size(); at-- > 0;) {
    if (at > 0 && folded.folded[at - 1] != ' ' && folded.folded[at - 1] != '(' &&
        folded.folded[at - 1] != '"') {
      continue;
    }
    const size_t printed = folded.offsets[at];
    const char c = before[printed];
    const bool capital = (c >= 'A' && c <= 'Z') || before.substr(printed).starts_with("Đ");
    if (!capital) continue;
    const DocTypeMatch match = DocTypeAtStart(std::string_view(folded.folded).substr(at));
    if (match.type == nullptr) {
      // Another capitalised word in between cuts the tie, but for names in qualifiers of the type.
      static const RE2 cut(R"(^\p{Lu}[\pL]*\s)");
      if (RE2::PartialMatch(Piece(before.substr(printed)), cut)) return found;
      continue;
    }
    const std::string_view between = before.substr(folded.offsets[at + match.length]);
    static const RE2 qualifier(R"(^[\s:]*(?:[\p{Ll}]+\s*){0,6}[:]?\s*$)");
    if (!RE2::FullMatch(Piece(between), qualifier)) return found;
    found.code = match.type->code;
    found.begin = from + printed;
    return found;
  }
  return found;
}

bool OnlyListMarks(std::string_view between) {
  static const RE2 marks(R"((?i)^[\s,;]*(?:và|&|hoặc)?[\s,;]*(?:số\s*:?\s*)?$)");
  return RE2::FullMatch(Piece(between), marks);
}

// ", ngày 20/12/2013", "ngày 20 tháng 12 năm 2013", "ký ngày …", "năm 2013".
std::optional<CitedDate> DateAfter(std::string_view text, size_t at) {
  static const RE2 lead(R"(^[\s,(]*(?:(?:ký|ban hành)\s+)?(?:ngày|Ngày)\s*)");
  re2::StringPiece rest = Piece(text.substr(at));
  if (!RE2::Consume(&rest, lead)) return std::nullopt;
  return DateAt(text, static_cast<size_t>(rest.data() - text.data()));
}

// What the symbol says after its type: UBND of QĐ-UBND and of KH-UBND.
std::string_view OfficeOf(std::string_view number) {
  const size_t dash = number.rfind('-');
  return dash == std::string_view::npos ? std::string_view() : number.substr(dash + 1);
}

// "ngày 26/12/2013, UBND tỉnh đã có Công văn số …": a date before its document, in the same sentence.
struct Opening {
  CitedDate date;
  std::optional<std::string> issuer;
};
std::optional<Opening> DateBefore(std::string_view text, size_t sentence, size_t citation,
                                  size_t longest) {
  static const RE2 pattern(R"((?:^|[\s(])[Nn]gày\s+)");
  std::optional<Opening> found;
  re2::StringPiece rest = Piece(text.substr(sentence, citation - sentence));
  while (RE2::FindAndConsume(&rest, pattern)) {
    const size_t at = static_cast<size_t>(rest.data() - text.data());
    const auto date = DateAt(text, at);
    if (!date || date->end > citation) continue;
    const std::string_view between = text.substr(date->end, citation - date->end);
    // ", UBND tỉnh đã ban hành " with perhaps earlier citations of the same list.
    static const RE2 subject(
        R"(^\s*,?\s*(\p{Lu}[^,;.]{1,70}?)\s+(?:đã\s+|vừa\s+)?(?:có|ban hành|gửi|trình|ký|phê duyệt)(?:\s(.*))?$)");
    re2::StringPiece who, tail;
    if (RE2::FullMatch(Piece(between), subject, &who, &tail) && tail.size() <= longest) {
      found = Opening{*date, IssuerPhrase(std::string_view(who.data(), who.size()))};
    }
  }
  return found;
}

// Who issued a document, where the sentence says it before naming the document.
std::optional<std::string> IssuerBefore(std::string_view text, size_t sentence, size_t citation) {
  static const std::array<RE2, 5> patterns = {
      // UBND tỉnh đã ban hành Quyết định số …; UBND tỉnh đã ban hành Quyết định bãi bỏ Quyết định số …: an office takes back its own
      RE2(R"((?:^|[,;] )(\p{Lu}[^,;.:]{1,60}?)\s+(?:đã\s+|vừa\s+)?(?:có|ban hành|gửi|trình|ký|phê duyệt)\s+(?:(?:Quyết định|Nghị quyết|Chỉ thị)\s+(?:bãi bỏ|thay thế|hủy bỏ|huỷ bỏ|sửa đổi|sửa đổi, bổ sung)\s+)?(?:các\s+)?$)"),
      // theo đề nghị của Sở Ngoại vụ tại Tờ trình số …
      RE2(R"(của\s+(\p{Lu}[^;.:]{1,90}?)\s+tại\s+(?:các\s+)?(?:[Vv]ăn bản\s+)?$)"),
      // đã được UBND tỉnh báo cáo Thủ tướng Chính phủ tại Tờ trình số …
      RE2(R"((?:được|do)\s+(\p{Lu}[^,;.:]{1,60}?)\s+(?:báo cáo|trình|ban hành|gửi|phê duyệt|công bố|thông qua|cho phép|giao|quy định|chấp thuận)(?:\s[^,;]{0,60})?$)"),
      // trình HĐND tỉnh ban hành Nghị quyết số …
      RE2(R"(trình\s+(\p{Lu}[^,;.:]{1,60}?)\s+(?:ban hành|thông qua|phê duyệt)\s+(?:(?:Quyết định|Nghị quyết)\s+(?:bãi bỏ|thay thế|hủy bỏ|huỷ bỏ|sửa đổi|sửa đổi, bổ sung)\s+)?(?:các\s+)?$)"),
      // sau khi nghe Sở Kế hoạch và Đầu tư trình bày Báo cáo số …
      RE2(R"(nghe\s+(\p{Lu}[^,;.:]{1,80}?)\s+(?:trình bày|báo cáo)\s+$)")};
  // A name and its verb are no longer than this.
  constexpr size_t kReach = 360;
  if (citation - sentence > kReach) sentence = citation - kReach;
  while (sentence < citation && (static_cast<unsigned char>(text[sentence]) & 0xC0) == 0x80) {
    ++sentence;
  }
  const re2::StringPiece before = Piece(text.substr(sentence, citation - sentence));
  for (const RE2& pattern : patterns) {
    re2::StringPiece who;
    if (!RE2::PartialMatch(before, pattern, &who)) continue;
    std::string_view phrase(who.data(), who.size());
    // "Xét đề nghị của … và ý kiến của Sở Ngoại vụ": the last one speaks.
    const size_t last = phrase.rfind(" của ");
    if (last != std::string_view::npos)
      phrase.remove_prefix(last + std::string_view(" của ").size());
    if (auto name = IssuerPhrase(phrase)) return name;
  }
  return std::nullopt;
}

// "Tại Quyết định số … ngày …, Thủ tướng Chính phủ giao thành phố …": who speaks in it.
std::optional<std::string> IssuerSpeaking(std::string_view text, size_t citation, size_t end) {
  static const RE2 inside(R"((?:^|[\s.;(])[Tt]ại\s+(?:\pL+\s+){0,2}$)");
  static const RE2 speaks(
      R"(^\s*,\s+(\p{Lu}[^,;.:\d]{1,70}?)\s+(?:đã\s+|cũng\s+)?(?:giao|yêu cầu|cho phép|chấp thuận|quyết định|chỉ đạo|đề nghị|thông báo|phê duyệt|cho biết)\s)");
  constexpr size_t kReach = 24;
  const size_t from = citation > kReach ? citation - kReach : 0;
  re2::StringPiece who;
  if (!RE2::PartialMatch(Piece(text.substr(from, citation - from)), inside) ||
      !RE2::PartialMatch(Piece(text.substr(end)), speaks, &who)) {
    return std::nullopt;
  }
  return IssuerPhrase(std::string_view(who.data(), who.size()));
}

// Not further back than kSentenceReach: a text without marks must not be searched from its beginning
// for each of its numbers.
size_t SentenceBegin(std::string_view text, size_t at) {
  size_t floor = at > kSentenceReach ? at - kSentenceReach : 0;
  while (floor < at && (static_cast<unsigned char>(text[floor]) & 0xC0) == 0x80) ++floor;
  for (size_t i = at; i > floor + 1; --i) {
    if (text[i - 1] == ' ' && (text[i - 2] == '.' || text[i - 2] == ';' || text[i - 2] == ':'))
      return i;
  }
  return floor;
}

// "và Kế hoạch số …", "; Quyết định số …", "; đồng thời, đã ban hành Quyết định số …": the document goes on
// with what its sentence said of one above.
bool OpensClause(std::string_view text, size_t citation) {
  static const RE2 opening(
      R"((?:;|,|\svà)\s+(?:(?:đồng thời|theo đó),?\s+)?(?:và\s+)?(?:(?:đã\s+)?ban hành\s+)?(?:các\s+)?$)");
  size_t from = citation > 60 ? citation - 60 : 0;
  while (from < citation && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  return RE2::PartialMatch(Piece(text.substr(from, citation - from)), opening);
}

// A number that only its symbol calls a document: none where the symbol is that type and no more (điểm
// 3/QĐ), or where it is a foreign contract's (No: 15/2019/HD-ABC).
bool IsUnsaid(std::string_view text, const NumberInText& number, const std::string& type) {
  static const RE2 foreign(R"((?i)(?:^|\s)no\s*[.:]?\s*$)");
  const size_t from = number.begin > 8 ? number.begin - 8 : 0;
  return number.parts.symbol == type ||
         RE2::PartialMatch(Piece(text.substr(from, number.begin - from)), foreign);
}

// các Công văn: số A, số B: the document that a list's type is printed with. `printed` is the type that the
// symbol of the next one prints; `listed`: nothing but list marks stand before it; `so`: the word số does.
const Citation* HeadOfList(const std::vector<Citation>& found,
                           const std::optional<std::string>& printed, bool listed, bool so) {
  constexpr size_t kReach = 6;
  const Citation* above = !found.empty() && found.back().type_printed ? &found.back() : nullptr;
  if (printed) return listed ? above : nullptr;
  if (!listed && !so) return nullptr;
  // Documents may stand in between whose numbers print their types: "Công văn: số 10/BTC-QL về dự thảo
  // thay Nghị định số 3/2024/NĐ-CP; số 11/BTC-QL".
  for (size_t i = found.size(); i-- > 0 && found.size() - i <= kReach;) {
    const auto parts = found[i].number ? ParseNumber(*found[i].number) : std::nullopt;
    if (found[i].type_printed && parts && !TypeInSymbol(parts->symbol)) return &found[i];
  }
  return listed ? above : nullptr;
}

std::vector<Citation> Numbered(std::string_view text) {
  std::vector<Citation> found;
  for (const NumberInText& number : FindNumbers(text)) {
    const TypeBefore type = FindTypeBefore(text, number.begin);
    const Citation* above = found.empty() ? nullptr : &found.back();
    const bool listed = above != nullptr && type.begin >= above->end &&
                        OnlyListMarks(text.substr(above->end, number.begin - above->end));
    const std::optional<std::string> printed = TypeInSymbol(number.parts.symbol);
    if (!type.code && !type.so && !listed && (!printed || IsUnsaid(text, number, *printed)))
      continue;

    Citation citation;
    citation.begin = type.begin;
    citation.end = number.end;
    citation.number = number.parts.normalized;
    if (type.code) {
      citation.type = type.code;
      citation.type_printed = true;
    } else if (const Citation* head = HeadOfList(found, printed, listed, type.so);
               head != nullptr) {
      citation.type = printed ? printed : head->type;
      citation.type_printed = true;
      citation.listed = listed && head == above;
    } else {
      citation.type = printed;
    }
    citation.date = DateAfter(text, citation.end);
    if (citation.date) citation.end = citation.date->end;
    size_t issuer_end = citation.end;
    citation.issuer = IssuerAfter(text, citation.end, &issuer_end);
    if (citation.issuer) citation.end = issuer_end;
    const size_t sentence = SentenceBegin(text, citation.begin);
    if (!citation.date) {
      // "…, UBND tỉnh đã ban hành Quyết định số A về việc … và Kế hoạch số B": one day for both of that office.
      const bool joined = above != nullptr && above->begin >= sentence && above->number &&
                          type.code && OpensClause(text, citation.begin) &&
                          OfficeOf(*above->number) == OfficeOf(*citation.number);
      if (const auto opening =
              DateBefore(text, sentence, citation.begin, joined ? kSentenceReach : kNearDate)) {
        citation.date = opening->date;
        if (!citation.issuer) citation.issuer = opening->issuer;
      }
    }
    const bool issuer_open = !citation.issuer.has_value();
    if (issuer_open) citation.issuer = IssuerBefore(text, sentence, citation.begin);
    // A list shares the issuer that is named before it: các Tờ trình: số …, số ….
    // So does what its sentence goes on with, of the same office.
    if (!citation.issuer && above != nullptr && above->issuer && above->number &&
        (type.code ? OpensClause(text, citation.begin) &&
                         OfficeOf(*above->number) == OfficeOf(*citation.number) &&
                         citation.begin - above->end < kSentenceReach
                   : above->issuer_before) &&
        text.substr(above->end, number.begin - above->end).find(". ") == std::string_view::npos) {
      citation.issuer = above->issuer;
    }
    citation.issuer_before = issuer_open && citation.issuer.has_value();
    if (!citation.issuer) citation.issuer = IssuerSpeaking(text, citation.begin, citation.end);
    found.push_back(std::move(citation));
  }
  return found;
}

// "các Quyết định số: A, B ngày 31/12/2024": a date printed once, after the last document of a list.
void ShareDates(std::string_view text, std::vector<Citation>& citations) {
  static const RE2 plural(R"((?i)(?:^|\s)các\s+$)");
  size_t head = 0;  // the first document of the list
  for (size_t i = 1; i < citations.size(); ++i) {
    if (!citations[i].listed) {
      head = i;
      continue;
    }
    const Citation& below = citations[i];
    const size_t from = citations[head].begin > 8 ? citations[head].begin - 8 : 0;
    if (!below.date ||
        !RE2::PartialMatch(Piece(text.substr(from, citations[head].begin - from)), plural))
      continue;
    for (size_t k = i; k-- > head && !citations[k].date;) citations[k].date = below.date;
  }
}

// An issuer printed after the last document of a list is the issuer of all of them.
void ShareIssuers(std::string_view text, std::vector<Citation>& citations) {
  for (size_t i = citations.size(); i-- > 1;) {
    Citation& above = citations[i - 1];
    const Citation& below = citations[i];
    if (above.issuer || !below.issuer || below.begin < above.end) continue;
    if (OnlyListMarks(text.substr(above.end, below.begin - above.end))) above.issuer = below.issuer;
  }
}

}  // namespace

std::optional<CitedDate> DateAt(std::string_view text, size_t at) {
  static const RE2 slashed(
      R"(^(\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2}))(?:\D|$))");
  static const RE2 worded(R"(^(\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})))");
  if (at > text.size()) return std::nullopt;
  const re2::StringPiece rest = Piece(text.substr(at));
  re2::StringPiece all;
  int day = 0, month = 0, year = 0;
  if (!RE2::PartialMatch(rest, slashed, &all, &day, &month, &year) &&
      !RE2::PartialMatch(rest, worded, &all, &day, &month, &year)) {
    return std::nullopt;
  }
  if (year < 100) year += year < 50 ? 2000 : 1900;
  if (!IsCalendarDate(year, month, day) || year < 1900 || year > 2100) return std::nullopt;
  return CitedDate{year, month, day, at, at + all.size()};
}

std::vector<Citation> FindCitations(std::string_view text) {
  std::vector<Citation> citations = Numbered(text);
  ShareIssuers(text, citations);
  ShareDates(text, citations);
  for (Citation& law : FindLaws(text)) {
    // "Luật đấu thầu số 43/2013/QH13": one document, found by its name and by its number.
    const auto same = std::ranges::find_if(citations, [&](const Citation& c) {
      return law.number && c.number == law.number && c.begin >= law.begin && c.begin <= law.end;
    });
    if (same != citations.end()) {
      *same = std::move(law);
    } else {
      citations.push_back(std::move(law));
    }
  }
  std::ranges::stable_sort(citations, {}, &Citation::begin);
  return citations;
}

}  // namespace vanthu::extractors
