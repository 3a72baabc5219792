// Cited documents: Decree 30/2020/ND-CP, Annex I, part II, component 6 (viện dẫn văn bản).
#include <re2/re2.h>

#include <algorithm>

#include "extractors/references/citation.h"
#include "models/document/passage.h"
#include "models/document/record.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// What stands this far before a citation can say what it is to the letter.
constexpr size_t kRoleReach = 130;

ReferenceRole RoleOf(const Passage& passage, const Citation& citation, ReferenceRole above) {
  if (passage.zone == Zone::kBasis) return ReferenceRole::kBasis;
  size_t from = citation.begin > kRoleReach ? citation.begin - kRoleReach : 0;
  while (from < citation.begin && (static_cast<unsigned char>(passage.text[from]) & 0xC0) == 0x80) ++from;
  std::string before = Fold(std::string_view(passage.text).substr(from, citation.begin - from));
  // Only the clause it stands in.
  const size_t clause = before.find_last_of(".;:");
  if (clause != std::string::npos) before.erase(0, clause + 1);
  static const RE2 reply(R"((?:phuc dap|tra loi|dap lai|phuc cong van)\s[^,]{0,60}$)");
  static const RE2 replaces(R"((?:thay the|bai bo|huy bo|thay cho)(?:\s(?:toan bo|mot phan|cho|cac|khoan|diem|dieu|muc|phu luc|noi dung|\d+|[a-z])\b)*\s[^,]{0,30}$)");
  static const RE2 amends(R"((?:sua doi|bo sung|dieu chinh|dinh chinh)[^,]{0,20}(?:, bo sung)?[^,]{0,60}$)");
  static const RE2 attached(R"((?:gui kem|dinh kem|trinh kem|(?:^|[^h] )kem theo)\s[^,]{0,40}$)");
  if (RE2::PartialMatch(before, reply)) return ReferenceRole::kReplyTo;
  if (RE2::PartialMatch(before, replaces)) return ReferenceRole::kReplaces;
  if (RE2::PartialMatch(before, amends)) return ReferenceRole::kAmends;
  if (RE2::PartialMatch(before, attached)) return ReferenceRole::kAttached;
  static const RE2 listed(R"(^[\s,]*(?:va)?\s*$)");
  if (RE2::PartialMatch(before, listed) && above != ReferenceRole::kBasis) return above;
  return ReferenceRole::kCites;
}

// The letter's own number, which captions and stamps repeat, is no citation.
bool IsOwn(const Citation& citation, const Record& record) {
  if (!record.number || !citation.number) return false;
  const std::string own = Fold(record.number->normalized);
  return Fold(*citation.number) == own;
}

bool Same(const Reference& reference, const Citation& citation) {
  if (reference.number || citation.number) {
    if (!reference.number || !citation.number) return false;
    if (Fold(*reference.number) != Fold(*citation.number)) return false;
    // Numbers begin again each year: two dates make two documents.
    if (reference.date && citation.date) {
      return reference.date->year == citation.date->year && reference.date->month == citation.date->month &&
             reference.date->day == citation.date->day;
    }
    return true;
  }
  return reference.title && citation.title && Fold(*reference.title) == Fold(*citation.title);
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

double Confidence(const Letter& letter, const Passage& passage, const Citation& citation) {
  double least = 1;
  for (const Passage::Piece& piece : passage.pieces) {
    const LetterLine& line = letter.lines[piece.line];
    if (piece.begin < citation.end && piece.begin + line.text.size() > citation.begin) {
      least = std::min(least, letter.Printed(line).confidence);
    }
  }
  return least;
}

// "Thực hiện Công văn số … của Bộ Ngoại giao về việc báo cáo …" to that very ministry answers it.
bool AnswersAddressee(const Passage& passage, const Citation& citation, const Record& record) {
  if (citation.type != "CV" || !citation.issuer) return false;
  const std::string before = Fold(std::string_view(passage.text).substr(0, citation.begin));
  if (!before.starts_with("thuc hien") || before.find(';') != std::string::npos) return false;
  const std::string issuer = Fold(*citation.issuer);
  return std::ranges::any_of(record.addressees, [&](const TextValue& addressee) {
    return Fold(addressee.value).starts_with(issuer);
  });
}

void Add(const Letter& letter, const Passage& passage, const Citation& citation, ReferenceRole role,
         Record& record) {
  for (Reference& known : record.references) {
    if (!Same(known, citation)) continue;
    // A later mention fills in what the first left out.
    if (!known.date && citation.date) known.date = DateOf(letter, passage, *citation.date);
    if (!known.issuer) known.issuer = citation.issuer;
    if (!known.type && citation.type_printed) known.type = citation.type;
    const bool stronger = known.role == ReferenceRole::kCites && role != ReferenceRole::kBasis;
    if (stronger) known.role = role;
    return;
  }
  Reference reference;
  reference.raw = PrintedIn(letter, passage, citation.begin, citation.end);
  reference.evidence = WhereIn(letter, passage, citation.begin, citation.end);
  reference.rule = citation.number ? "references/number" : "references/law";
  const double certainty = citation.number ? (citation.type_printed ? 0.97 : 0.85) : 0.88;
  reference.score = certainty * Confidence(letter, passage, citation);
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
  for (const Passage& passage : Passages(letter)) {
    ReferenceRole above = ReferenceRole::kCites;
    for (const Citation& citation : FindCitations(passage.text)) {
      if (IsOwn(citation, record)) continue;
      above = RoleOf(passage, citation, above);
      if (above == ReferenceRole::kCites && AnswersAddressee(passage, citation, record)) {
        above = ReferenceRole::kReplyTo;
      }
      Add(letter, passage, citation, above, record);
    }
  }
}

}  // namespace vanthu::extractors
