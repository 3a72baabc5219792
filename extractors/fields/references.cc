// Cited documents: Decree 30/2020/ND-CP, Annex I, part II, component 6 (viện dẫn văn bản).
#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>

#include "extractors/evidence.h"
#include "extractors/references/citation.h"
#include "models/document/passage.h"
#include "models/document/record.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// What stands this far before a citation can say what it is to the letter.
constexpr size_t kRoleReach = 130;

// "Thông báo số … của Ban Thường vụ Tỉnh ủy hết hiệu lực"
bool Expires(const Passage& passage, const Citation& citation) {
  static const RE2 expires(R"(^[^.;:]{0,90}\shet hieu luc\b)");
  constexpr size_t kReach = 160;
  const std::string_view behind = std::string_view(passage.text).substr(citation.end, kReach);
  return RE2::PartialMatch(Fold(behind), expires);
}

// `above` is the citation before this one in the passage, nullptr for the first, and its role.
ReferenceRole RoleOf(const Passage& passage, const Citation& citation, const Citation* above,
                     ReferenceRole role_above) {
  if (passage.zone == Zone::kBasis) return ReferenceRole::kBasis;
  if (above != nullptr && above->end <= citation.begin) {
    const std::string between =
        Fold(std::string_view(passage.text).substr(above->end, citation.begin - above->end));
    // "Phúc đáp Công văn số A, Công văn số B": a list is of one role.
    static const RE2 listed(R"(^[\s,;]*(?:va)?(?:\s*cac)?\s*$)");
    if (RE2::FullMatch(between, listed)) return role_above;
    // "Gửi kèm Báo cáo số A tổng hợp ý kiến và Báo cáo thẩm định số B"
    static const RE2 goes_on(R"([^.;]*(?:,|\sva)\s+(?:cac\s+)?)");
    if (role_above == ReferenceRole::kAttached && RE2::FullMatch(between, goes_on)) {
      return role_above;
    }
    // "xét đề nghị của A tại Tờ trình số B và ý kiến của C tại Công văn số D"
    static const RE2 opinion(
        R"([^.;]*(?:,|\sva)\s+(?:y kien|de nghi|bao cao)\s[^.;]*\stai\s+(?:cac\s+)?)");
    if (role_above == ReferenceRole::kBasis && RE2::FullMatch(between, opinion)) return role_above;
    // "Nghị định số A sửa đổi Nghị định số B": A amends B, not this letter.
    static const RE2 other(
        R"(^\s*(?:ve (?:viec )?)?(?:sua doi|bo sung|dieu chinh|thay the|bai bo|huy bo)\b)");
    if (between.find(';') == std::string::npos && RE2::PartialMatch(between, other)) {
      return ReferenceRole::kCites;
    }
  }
  size_t from = citation.begin > kRoleReach ? citation.begin - kRoleReach : 0;
  while (from < citation.begin && (static_cast<unsigned char>(passage.text[from]) & 0xC0) == 0x80)
    ++from;
  std::string before = Fold(std::string_view(passage.text).substr(from, citation.begin - from));
  // Only the clause it stands in.
  const size_t clause = before.find_last_of(".;:");
  if (clause != std::string::npos) before.erase(0, clause + 1);
  static const RE2 reply(R"((?:phuc dap|tra loi|dap lai|phuc cong van)\s[^,]{0,60}$)");
  static const RE2 replaces(
      R"((?:thay the|bai bo|huy bo|thay cho)(?:\s(?:toan bo|mot phan|cho|cac|khoan|diem|dieu|muc|phu luc|noi dung|\d+|[a-z])\b)*\s[^,]{0,30}$)");
  static const RE2 amends(
      R"((?:sua doi|bo sung|dieu chinh|dinh chinh)[^,]{0,20}(?:, bo sung)?[^,]{0,60}$)");
  static const RE2 attached(R"((?:gui kem|dinh kem|trinh kem|(?:^|[^h] )kem theo)\s[^,]{0,40}$)");
  if (RE2::PartialMatch(before, reply)) return ReferenceRole::kReplyTo;
  static const RE2 instead(R"((?:^|\s)thay\s+(?:cac\s+)?$)");  // "Giấy mời này thay Thư mời số …"
  if (RE2::PartialMatch(before, replaces) || RE2::PartialMatch(before, instead) ||
      Expires(passage, citation)) {
    return ReferenceRole::kReplaces;
  }
  // "… ưu đãi bổ sung vì không phù hợp Luật Đầu tư": the verb has its own object.
  static const RE2 amends_other(
      R"((?:sua doi|bo sung|dieu chinh|dinh chinh)\b.*(?:\s(?:vi|do|can cu|phu hop|nham|khi|trai)|[^m]\stheo)\s)");
  if (RE2::PartialMatch(before, amends) && !RE2::PartialMatch(before, amends_other)) {
    return ReferenceRole::kAmends;
  }
  if (RE2::PartialMatch(before, attached)) return ReferenceRole::kAttached;
  static const RE2 proposal(R"(xet\s+(?:de nghi|y kien)\s[^.;]*\stai\s+(?:cac\s+)?$)");
  if (RE2::PartialMatch(before, proposal)) return ReferenceRole::kBasis;
  return ReferenceRole::kCites;
}

// The letter's own number, which captions and stamps repeat, is no citation.
bool IsOwn(const Citation& citation, const Record& record) {
  if (!record.number || !citation.number) return false;
  const std::string own = Fold(record.number->normalized);
  return Fold(*citation.number) == own;
}

bool SameLaw(const Reference& reference, const Citation& citation) {
  if (!reference.title || !citation.title || Fold(*reference.title) != Fold(*citation.title))
    return false;
  return !reference.date || !citation.date || reference.date->year == citation.date->year;
}

bool Same(const Reference& reference, const Citation& citation) {
  if (reference.number || citation.number) {
    // A law is named with its number once, and without it later.
    if (!reference.number || !citation.number) return SameLaw(reference, citation);
    if (Fold(*reference.number) != Fold(*citation.number)) return false;
    // Numbers begin again each year: two dates make two documents.
    if (reference.date && citation.date) {
      return reference.date->year == citation.date->year &&
             reference.date->month == citation.date->month &&
             reference.date->day == citation.date->day;
    }
    return true;
  }
  return SameLaw(reference, citation);
}

DateValue DateOf(const Letter& letter, const Passage& passage, const CitedDate& cited) {
  DateValue date;
  date.raw = PrintedIn(letter, passage, cited.begin, cited.end);
  date.evidence = WhereIn(letter, passage, cited.begin, cited.end);
  date.rule = "references/date";
  date.score = 0.95;
  date.year = cited.year;
  date.month = cited.month;
  date.day = cited.day;
  return date;
}

// A report "Thực hiện Công văn số … của Bộ Ngoại giao về việc báo cáo …" to that very ministry answers it, and
// so does a dispatch "Sở Y tế nhận được Công văn số … của Bộ Y tế"; an invitation or a decision does not.
bool AnswersAddressee(const Passage& passage, const Citation& citation, const Record& record) {
  if (citation.type != "CV" || !citation.issuer || !record.doc_type) return false;
  const std::string before = Fold(std::string_view(passage.text).substr(0, citation.begin));
  if (before.find(';') != std::string::npos) return false;
  const bool asked = record.doc_type->code == "BC" && before.starts_with("thuc hien");
  const bool received = record.doc_type->code == "CV" && before.ends_with("nhan duoc ");
  if (!asked && !received) return false;
  const std::string issuer = Fold(*citation.issuer);
  return std::ranges::any_of(record.addressees, [&](const TextValue& addressee) {
    return Fold(addressee.value).starts_with(issuer);
  });
}

// What a mention says about the letter, the strongest first: an amended basis is amended.
int Strength(ReferenceRole role) {
  switch (role) {
    case ReferenceRole::kReplaces: return 5;
    case ReferenceRole::kAmends: return 4;
    case ReferenceRole::kReplyTo: return 3;
    case ReferenceRole::kAttached: return 2;
    case ReferenceRole::kBasis: return 1;
    case ReferenceRole::kCites: break;
  }
  return 0;
}

// Places in Record::references by folded title, else folded number: a list of a thousand documents is
// looked through once.
using Known = std::unordered_multimap<std::string, size_t>;

std::string KeyOf(const Citation& citation) {
  return Fold(citation.title ? *citation.title : citation.number.value_or(""));
}

void Add(const Letter& letter, const Passage& passage, const Citation& citation, ReferenceRole role,
         Record& record, Known& index) {
  const std::string key = KeyOf(citation);
  const auto [first, last] = index.equal_range(key);
  for (auto at = first; at != last; ++at) {
    Reference& known = record.references[at->second];
    if (!Same(known, citation)) continue;
    // A later mention fills in what the first left out.
    if (!known.date && citation.date) known.date = DateOf(letter, passage, *citation.date);
    if (!known.issuer) known.issuer = citation.issuer;
    if (!known.number) known.number = citation.number;
    if (!known.type && citation.type_printed) known.type = citation.type;
    if (Strength(role) > Strength(known.role)) known.role = role;
    return;
  }
  index.emplace(key, record.references.size());
  Reference reference;
  reference.raw = PrintedIn(letter, passage, citation.begin, citation.end);
  reference.evidence = WhereIn(letter, passage, citation.begin, citation.end);
  reference.rule = citation.number ? "references/number" : "references/law";
  const double certainty = citation.number ? (citation.type_printed ? 0.97 : 0.85) : 0.88;
  reference.score = certainty * LeastConfidence(letter, passage, citation.begin, citation.end);
  reference.type = citation.type;
  reference.number = citation.number;
  reference.title = citation.title;
  if (citation.date) reference.date = DateOf(letter, passage, *citation.date);
  reference.issuer = citation.issuer;
  reference.role = role;
  record.references.push_back(std::move(reference));
}

}  // namespace

void ExtractReferences(const Letter& letter, Record& record) {
  Known index;
  for (const Passage& passage : Passages(letter)) {
    const std::vector<Citation> citations = FindCitations(passage.text);
    const Citation* above = nullptr;
    ReferenceRole role = ReferenceRole::kCites;
    for (const Citation& citation : citations) {
      if (IsOwn(citation, record)) continue;
      role = RoleOf(passage, citation, above, role);
      if (role == ReferenceRole::kCites && AnswersAddressee(passage, citation, record)) {
        role = ReferenceRole::kReplyTo;
      }
      above = &citation;
      Add(letter, passage, citation, role, record, index);
    }
  }
}

}  // namespace vanthu::extractors
