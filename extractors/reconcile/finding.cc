#include "extractors/reconcile/finding.h"

#include <fmt/format.h>

#include <utility>

namespace vanthu::extractors {

Diagnostic Finding(std::string code, std::string message, std::vector<Evidence> places) {
  Diagnostic diagnostic{Severity::kWarning, std::move(code), std::move(message), 0, {}};
  if (!places.empty()) diagnostic.page = places.front().page;
  diagnostic.evidence = std::move(places);
  return diagnostic;
}

std::string ShownNumber(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace vanthu::extractors
