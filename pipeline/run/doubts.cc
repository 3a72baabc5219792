#include "pipeline/run/doubts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace vanthu::run {
namespace {

// Below it a value is unsure. Rules on clean text score 0.9 and more, and the reading's confidence is
// multiplied in: a higher bound lists nearly every scanned letter.
constexpr double kSure = 0.7;

// Diagnostics that speak of reading. Others warn of what the letter itself says.
constexpr std::array<std::string_view, 10> kOfReading = {
    "page_failed", "no_text_found", "text_unread",   "foreign_script", "not_text",
    "pdf_cut",     "text_doubtful", "image_damaged", "odd_stacks",     "number_and_date_differ"};

template <typename Value>
void Look(std::vector<Doubt>& doubts, const char* field, const std::optional<Value>& value) {
  if (!value) {
    doubts.push_back({"missing", field, "", 0, 0});
  } else if (value->score < kSure) {
    const int page = value->evidence.empty() ? 0 : value->evidence.front().page;
    doubts.push_back({"unsure", field, value->raw, page, value->score});
  }
}

}  // namespace

std::vector<Doubt> DoubtsOf(const Record& record) {
  std::vector<Doubt> doubts;
  Look(doubts, "number", record.number);
  Look(doubts, "issue_date", record.issue_date);
  Look(doubts, "issuer", record.issuer);
  Look(doubts, "doc_type", record.doc_type);
  Look(doubts, "signer", record.signer);
  for (const Diagnostic& note : record.diagnostics) {
    if (note.severity == Severity::kInfo || std::ranges::count(kOfReading, note.code) == 0)
      continue;
    const bool told = std::ranges::any_of(doubts, [&note](const Doubt& doubt) {
      return doubt.code == note.code && doubt.page == note.page;
    });
    if (!told) doubts.push_back({note.code, "", note.message, note.page, 0});
  }
  return doubts;
}

}  // namespace vanthu::run
