// Trích yếu nội dung: Decree 30/2020/ND-CP, Annex I, part II, component 5.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "models/lexicon/doc_types.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// What stands behind the type on its own line: "BÁO CÁO KẾT QUẢ …"; "CỦA …" says whose it is.
std::string TailOfTitle(const LetterLine& title) {
  const DocTypeMatch match = DocTypeAtStart(title.folded);
  if (match.type == nullptr || match.length >= title.folded.size()) return {};
  const FoldedText folded = FoldWithOffsets(title.text);
  std::string tail = title.text.substr(folded.offsets[match.length]);
  static const RE2 marks(R"(^[\s:.-]+|[\s:.-]+$)");
  RE2::GlobalReplace(&tail, marks, "");
  // CÔNG ĐIỆN KHẨN: how urgent it is.
  static const RE2 other(R"(^cua |^(?:thuong )?khan$|^hoa toc(?: hen gio)?$)");
  return RE2::PartialMatch(Fold(tail), other) ? std::string() : tail;
}

std::string WithoutMarks(std::string subject) {
  // V/v goes and so does Về việc; a plain Về stays.
  static const RE2 lead(R"(^[^\pL\d]{0,4}(?:v\s?/\s?[vy]?|v[ea] ?viec|vv)\s*[:;.]?\s+)");
  const FoldedText folded = FoldWithOffsets(subject);
  re2::StringPiece rest(folded.folded);
  if (RE2::Consume(&rest, lead)) {
    subject.erase(0, folded.offsets[folded.folded.size() - rest.size()]);
  }
  static const RE2 tail(R"([\s.;,:]+$)");
  RE2::Replace(&subject, tail, "");
  return subject;
}

}  // namespace

void ExtractSubject(const Letter& letter, Record& record) {
  std::vector<const LetterLine*> lines = LinesOf(letter, Zone::kSubject);
  std::string text;
  for (const LetterLine* title : LinesOf(letter, Zone::kTypeTitle)) {
    text = TailOfTitle(*title);
    if (!text.empty()) lines.insert(lines.begin(), title);
    break;
  }
  for (const LetterLine* line : lines) {
    if (line->zone == Zone::kTypeTitle) continue;
    if (!text.empty()) text += ' ';
    text += letter.Printed(*line).text;
  }
  text = WithoutMarks(std::move(text));
  if (text.empty()) return;
  TextValue value;
  SetEvidence(letter, lines, "subject/head", lines.size() > 6 ? 0.8 : 0.95, value);
  value.value = std::move(text);
  record.subject = std::move(value);
}

}  // namespace vanthu::extractors
