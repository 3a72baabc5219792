#include "pipeline/archive/delegation_stage.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

// On folded words.
bool Holds(const std::string& words, const RE2& pattern) {
  return RE2::PartialMatch(words, pattern);
}

const RE2& DoneWords() {
  static const RE2 pattern(R"(\b(?:ket qua|da thuc hien|thuc te|da to chuc|tong ket)\b)");
  return pattern;
}

const RE2& PlanWords() {
  static const RE2 pattern(
      R"(\b(?:ke hoach|du kien|chuong trinh|dang ky|xin phep|xin chu truong|cu doan|cu can bo|de nghi|de xuat|dieu chinh|bo sung)\b)");
  return pattern;
}

// What columns are headed with where a table sets what was planned beside what was done.
const RE2& DoneColumns() {
  static const RE2 pattern(R"(\b(?:ket qua|thuc hien|thuc te)\b)");
  return pattern;
}
const RE2& PlanColumns() {
  static const RE2 pattern(R"(\b(?:ke hoach|du kien)\b)");
  return pattern;
}

// "Kết quả thực hiện kế hoạch" tells what was done, though it names a plan.
std::optional<DelegationStage> OfTables(const std::vector<std::string>& texts) {
  bool planned = false, done = false;
  for (const std::string& text : texts) {
    const std::string words = FoldedWords(text);
    if (Holds(words, DoneColumns())) {
      done = true;
    } else if (Holds(words, PlanColumns())) {
      planned = true;
    }
  }
  if (planned == done) return std::nullopt;
  return planned ? DelegationStage::kPlanned : DelegationStage::kReported;
}

std::optional<DelegationStage> OfType(const std::string& code) {
  static constexpr std::array kPlans = {"KH", "CTr", "PA", "ĐA", "TTr", "QĐ"};
  if (std::ranges::find(kPlans, code) != kPlans.end()) return DelegationStage::kPlanned;
  if (code == "BC") return DelegationStage::kReported;
  return std::nullopt;
}

std::optional<DelegationStage> OfSubject(const std::string& subject) {
  static const RE2 reports(R"(\b(?:bao cao|tinh hinh)\b)");
  const std::string words = FoldedWords(subject);
  if (Holds(words, DoneWords())) return DelegationStage::kReported;
  if (Holds(words, PlanWords())) return DelegationStage::kPlanned;
  if (Holds(words, reports)) return DelegationStage::kReported;
  return std::nullopt;
}

// ISO dates of any exactness: whether all days of `a` come after all of `b`.
bool IsAfter(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  const size_t known = std::min(a.size(), b.size());
  return a.compare(0, known, b, 0, known) > 0;
}

// The one year that a text names; none for several.
std::optional<int> YearIn(const std::string& text) {
  static const RE2 year(R"(\bnam ((?:19|20)\d{2})\b)");
  const std::string words = FoldedWords(text);
  re2::StringPiece rest(words);
  std::set<int> years;
  for (int found = 0; RE2::FindAndConsume(&rest, year, &found);) years.insert(found);
  return years.size() == 1 ? std::optional(*years.begin()) : std::nullopt;
}

std::optional<int> YearOfDate(const std::string& iso) {
  static const RE2 year(R"(^(\d{4}))");
  int found = 0;
  return RE2::PartialMatch(iso, year, &found) ? std::optional(found) : std::nullopt;
}

}  // namespace

std::string_view StageName(DelegationStage stage) {
  switch (stage) {
    case DelegationStage::kPlanned: return "planned";
    case DelegationStage::kReported: return "reported";
    case DelegationStage::kUnclear: return "unclear";
  }
  return "unclear";
}

DelegationStage StageOf(const StagedRow& row) {
  static const RE2 expected(R"(\bdu kien\b)");
  if (IsAfter(row.period_start, row.issue_date)) return DelegationStage::kPlanned;
  if (const auto stage = OfTables(row.table_words)) return *stage;
  if (Holds(FoldedWords(row.words), expected)) return DelegationStage::kPlanned;
  if (const auto stage = OfType(row.doc_type)) return *stage;
  if (const auto stage = OfSubject(row.subject)) return *stage;
  if (IsAfter(row.issue_date, row.period_end)) return DelegationStage::kReported;
  return DelegationStage::kUnclear;
}

std::optional<int> YearOf(const StagedRow& row) {
  for (const std::string* date : {&row.period_start, &row.period_end}) {
    if (const auto year = YearOfDate(*date)) return year;
  }
  std::set<int> years;
  for (const std::string& text : row.table_words) {
    if (const auto year = YearIn(text)) years.insert(*year);
  }
  if (years.size() == 1) return *years.begin();
  if (const auto year = YearIn(row.subject)) return year;
  return YearOfDate(row.issue_date);
}

}  // namespace vanthu::archive
