// Số, ký hiệu: Decree 30/2020/ND-CP, Annex I, part II, component 3.
#include <re2/re2.h>

#include "extractors/evidence.h"
#include "extractors/fields/annex_head.h"
#include "extractors/fields/number_symbol.h"
#include "models/lexicon/docnumber.h"

namespace vanthu::extractors {
namespace {

// "Số: 650/UBND-ĐNMN", "Số 127-QĐ/TW"; whatever else the line holds (place and date, V/v) is cut off:
// "Số: 12/BC-SNgV Long An, ngày …", where the place is words in small letters behind a blank.
std::string AfterSo(const std::string& text) {
  static const RE2 lead(R"((?i)^s[ốồôỗổộoóò0]\s*[:;.,]?\s*)");
  static const RE2 place(
      R"(\s+(?:(?:T[Pp]\.? ?|\p{Lu}\p{Ll}+[ -]+)?\p{Lu}\p{Ll}+(?:[ -]+\p{Lu}\p{Ll}+)*[,.]?\s*)?ngày .*$)");
  static const RE2 subject(R"((?i)\s+v\s?/\s?v.*$)");
  std::string number = text;
  if (!RE2::Replace(&number, lead, "")) return text;
  RE2::Replace(&number, place, "");
  RE2::Replace(&number, subject, "");
  return number;
}

// Between digits OCR reads O for 0 and l or I for 1: "O1/2025/QĐ-TTg", "l57/UB".
std::string DigitsRepaired(std::string number) {
  static const RE2 head(R"(^([\dOolI|]{1,6})\s*[/-])");
  std::string digits;
  if (!RE2::PartialMatch(number, head, &digits) ||
      digits.find_first_of("0123456789") == std::string::npos) {
    return number;
  }
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == 'O' || digits[i] == 'o') number[i] = '0';
    if (digits[i] == 'l' || digits[i] == 'I' || digits[i] == '|') number[i] = '1';
  }
  return number;
}

// A serial that a pen stroke or a bad scan spoiled is no serial: only its symbol is sure.
struct Repaired {
  std::string number;
  bool damaged = false;
};
Repaired WithoutSpoiledSerial(const std::string& number) {
  static const RE2 parts(R"(^(.*?)\s*([/-]\s*(?:(?:19|20)\d{2}\s*/\s*)?\p{Lu}.*)$)");
  static const RE2 gap(R"([\s.,_…]+)");
  static const RE2 sound(R"(^(?:\d{1,6}[a-zA-Z]{0,2})?(?: ?\p{Lu}+)?$)");
  std::string serial, rest;
  if (!RE2::FullMatch(number, parts, &serial, &rest)) return {number, false};
  std::string closed = serial;
  RE2::GlobalReplace(&closed, gap, "");
  if (RE2::FullMatch(closed, sound)) return {closed + rest, false};
  return {rest, true};
}

// What the head of a scan may have wrong: letters of the symbol, by the issuer; the serial, by an annex
// that prints it again.
void SettleScanned(const Letter& letter, bool damaged, DocNumber& number) {
  const std::string symbol = RepairedSymbol(number.symbol, letter);
  if (symbol != number.symbol) {
    const size_t at = number.normalized.rfind(number.symbol);
    if (at == std::string::npos) return;
    number.normalized.replace(at, number.symbol.size(), symbol);
    number.symbol = symbol;
  }
  const std::optional<AnnexHead> annex = AnnexHeadOf(letter, number.symbol);
  if (!annex || (number.serial == annex->number.serial && !damaged)) return;
  number.serial = annex->number.serial;
  number.suffix = annex->number.suffix;
  number.normalized = annex->number.normalized;
  number.rule = "number/annex";
  number.score = letter.Printed(*annex->line).confidence;
  number.evidence.push_back(letter.Where(*annex->line));
}

}  // namespace

void ExtractNumber(const Letter& letter, Record& record) {
  for (const LetterLine* line : LinesOf(letter, Zone::kNumber)) {
    const Repaired repaired = WithoutSpoiledSerial(DigitsRepaired(AfterSo(line->text)));
    const auto parts = ParseNumber(repaired.number);
    if (!parts) continue;
    DocNumber number;
    // A serial alone is a number on old letters, and elsewhere the sign of a lost symbol.
    const double certainty = repaired.damaged ? 0.4 : parts->symbol.empty() ? 0.6 : 0.98;
    SetEvidence(letter, {line}, "number/head", certainty, number);
    number.serial = parts->serial;
    number.suffix = parts->suffix;
    number.symbol = parts->symbol;
    number.normalized = parts->normalized;
    if (IsScanned(letter, *line)) SettleScanned(letter, repaired.damaged, number);
    record.number = std::move(number);
    return;
  }
}

}  // namespace vanthu::extractors
