// Tên loại văn bản: Decree 30/2020/ND-CP, article 7 and Annex III.
#include "extractors/evidence.h"
#include "models/lexicon/doc_types.h"
#include "models/lexicon/docnumber.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

const DocTypeEntry* TitledType(const LetterLine& line) {
  if (const DocTypeMatch match = DocTypeAtStart(line.folded); match.type != nullptr)
    return match.type;
  return DocTypeNear(line.folded);
}

void Set(const Letter& letter, const LetterLine* line, const DocTypeEntry& type,
         std::string_view rule, double certainty, Record& record) {
  DocType value;
  SetEvidence(letter, {line}, rule, certainty, value);
  value.code = type.code;
  value.name = type.name;
  record.doc_type = std::move(value);
}

}  // namespace

void ExtractDocType(const Letter& letter, Record& record) {
  // The type line decides: QĐ in a symbol is both Quyết định and the Party's Quy định.
  for (const LetterLine* line : LinesOf(letter, Zone::kTypeTitle)) {
    if (const DocTypeEntry* type = TitledType(*line)) {
      Set(letter, line, *type, "doc_type/title", 0.98, record);
      return;
    }
  }
  const auto numbers = LinesOf(letter, Zone::kNumber);
  const auto subjects = LinesOf(letter, Zone::kSubject);
  const bool dispatch_subject =
      !subjects.empty() && (subjects.front()->folded.starts_with("v/v") ||
                            subjects.front()->folded.starts_with("ve viec"));
  if (record.number && !numbers.empty() && !dispatch_subject) {
    if (const auto code = TypeInSymbol(record.number->symbol)) {
      if (const DocTypeEntry* type = DocTypeByCode(*code)) {
        Set(letter, numbers.front(), *type, "doc_type/symbol", 0.85, record);
        return;
      }
    }
  }
  const DocTypeEntry* dispatch = DocTypeByCode("CV");
  if (dispatch == nullptr) return;
  if (record.number && !numbers.empty()) {
    const double certainty = dispatch_subject ? 0.97 : 0.8;
    Set(letter, numbers.front(), *dispatch, "doc_type/dispatch", certainty, record);
  } else if (dispatch_subject) {
    Set(letter, subjects.front(), *dispatch, "doc_type/dispatch", 0.85, record);
  }
}

}  // namespace vanthu::extractors
