// Số, ký hiệu: Decree 30/2020/ND-CP, Annex I, part II, component 3.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "models/lexicon/docnumber.h"

namespace vanthu::extractors {
namespace {

// "Số: 650/UBND-ĐNMN", "Số 127-QĐ/TW"; whatever else the line holds (place and date, V/v) is cut off.
std::string AfterSo(const std::string& text) {
  static const RE2 pattern(R"((?i)^s[ốồôỗổộoóò0]\s*[:;.,]?\s*(.*?)\s*(?:\t.*|\pL[\pL .]*, ngày.*|v/v.*)?$)");
  std::string number;
  return RE2::FullMatch(text, pattern, &number) ? number : text;
}

// Between digits OCR reads O for 0 and l or I for 1: "O1/2025/QĐ-TTg", "l57/UB".
std::string DigitsRepaired(std::string number) {
  static const RE2 head(R"(^([\dOolI|]{1,6})\s*[/-])");
  std::string digits;
  if (!RE2::PartialMatch(number, head, &digits) || digits.find_first_of("0123456789") == std::string::npos) {
    return number;
  }
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == 'O' || digits[i] == 'o') number[i] = '0';
    if (digits[i] == 'l' || digits[i] == 'I' || digits[i] == '|') number[i] = '1';
  }
  return number;
}

}  // namespace

void ExtractNumber(const Letter& letter, Record& record) {
  for (const LetterLine* line : LinesOf(letter, Zone::kNumber)) {
    const auto parts = ParseNumber(DigitsRepaired(AfterSo(line->text)));
    if (!parts) continue;
    DocNumber number;
    // A serial alone is a number on old letters, and elsewhere the sign of a lost symbol.
    SetEvidence(letter, {line}, "number/head", parts->symbol.empty() ? 0.6 : 0.98, number);
    number.serial = parts->serial;
    number.suffix = parts->suffix;
    number.symbol = parts->symbol;
    number.normalized = parts->normalized;
    record.number = std::move(number);
    return;
  }
}

}  // namespace vanthu::extractors
