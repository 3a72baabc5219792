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

// "Kết quả thực hiện kế hoạch" tells what was done, though it names a plan; "Kế hoạch thực hiện" plans.
std::optional<DelegationStage> OfTitle(const std::string& title) {
  static const RE2 done(R"(\b(?:ket qua|da thuc hien|thuc te|tinh hinh)\b)");
  static const RE2 plan(R"(\b(?:ke hoach|du kien)\b)");
  static const RE2 carried_out(R"(\bthuc hien\b)");
  const std::string words = FoldedWords(title);
  if (Holds(words, done)) return DelegationStage::kReported;
  if (Holds(words, plan)) return DelegationStage::kPlanned;
  if (Holds(words, carried_out)) return DelegationStage::kReported;
  return std::nullopt;
}

// "Thời gian thực hiện", "Đơn vị thực hiện" stand in plans as well.
std::optional<DelegationStage> OfColumn(const std::string& head) {
  static const RE2 done(R"(^thuc hien$|\b(?:ket qua|da thuc hien|thuc te)\b)");
  static const RE2 plan(R"(^ke hoach$|\bdu kien\b)");
  const std::string words = FoldedWords(head);
  if (Holds(words, done)) return DelegationStage::kReported;
  if (Holds(words, plan)) return DelegationStage::kPlanned;
  return std::nullopt;
}

// What all that say something say.
std::optional<DelegationStage> Agreed(const std::vector<std::optional<DelegationStage>>& said) {
  std::optional<DelegationStage> agreed;
  for (const auto& one : said) {
    if (!one) continue;
    if (agreed && *agreed != *one) return std::nullopt;
    agreed = one;
  }
  return agreed;
}

std::optional<DelegationStage> OfTables(const std::vector<StagedTable>& tables) {
  std::vector<std::optional<DelegationStage>> titles, columns;
  for (const StagedTable& table : tables) {
    titles.push_back(OfTitle(table.title));
    for (const std::string& head : table.columns) columns.push_back(OfColumn(head));
  }
  const bool titled = std::ranges::any_of(titles, [](const auto& one) { return one.has_value(); });
  return Agreed(titled ? titles : columns);
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

// Years that a text names by themselves: in numbers of documents (12/2010/QĐ-UBND) and spans they are none.
std::set<int> YearsIn(std::string text) {
  static const RE2 span(R"((?:19|20)\d{2}\s*(?:-|–|đến)\s*(?:19|20)\d{2})");
  static const RE2 year(R"((?:^|[^\d/]|[^\d]\d{1,2}/)((?:19|20)\d{2})(?:[^\d/]|$))");
  RE2::GlobalReplace(&text, span, " ");
  re2::StringPiece rest(text);
  std::set<int> years;
  for (int found = 0; RE2::FindAndConsume(&rest, year, &found);) years.insert(found);
  return years;
}

// The year that is meant where a text looks back on one and forward to another.
std::optional<int> Meant(const std::set<int>& years, DelegationStage stage) {
  if (years.empty()) return std::nullopt;
  if (stage == DelegationStage::kPlanned) return *years.rbegin();
  if (stage == DelegationStage::kReported) return *years.begin();
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
  if (const auto stage = OfTables(row.tables)) return *stage;
  if (Holds(FoldedWords(row.words), expected)) return DelegationStage::kPlanned;
  if (const auto stage = OfType(row.doc_type)) return *stage;
  if (const auto stage = OfSubject(row.subject)) return *stage;
  if (IsAfter(row.issue_date, row.period_end)) return DelegationStage::kReported;
  return DelegationStage::kUnclear;
}

std::optional<int> YearOf(const StagedRow& row, DelegationStage stage) {
  for (const std::string* date : {&row.period_start, &row.period_end}) {
    if (const auto year = YearOfDate(*date)) return year;
  }
  std::set<int> titles;
  for (const StagedTable& table : row.tables) titles.merge(YearsIn(table.title));
  if (const auto year = Meant(titles, stage)) return year;
  if (const auto year = Meant(YearsIn(row.subject), stage)) return year;
  return YearOfDate(row.issue_date);
}

}  // namespace vanthu::archive
