#include "pipeline/archive/office.h"

#include <algorithm>

#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/normalize.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

// Parts of a text between separators, without blanks at their ends; empty ones are left out.
std::vector<std::string> PartsOf(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    begin = end + separator.size();
  }
  return parts;
}

}  // namespace

std::string AgencyKey(std::string_view name) {
  return FoldedWords(AgencyName(Upper(Normalize(name).text)));
}

Office::Office(std::string_view names) {
  for (const std::string& name : PartsOf(Normalize(names).text, ";")) {
    std::string key = AgencyKey(name);
    if (key.empty()) continue;
    if (keys_.empty()) name_ = name;
    keys_.push_back(std::move(key));
  }
}

bool Office::Is(std::string_view agency) const {
  const auto ours = [this](std::string_view name) {
    return std::ranges::find(keys_, AgencyKey(name)) != keys_.end();
  };
  return ours(agency) || std::ranges::any_of(PartsOf(agency, " - "), ours);
}

Direction Office::DirectionOf(const std::optional<std::string>& issuer) const {
  return issuer && Is(*issuer) ? Direction::kOut : Direction::kIn;
}

std::string_view DirectionName(Direction direction) {
  return direction == Direction::kOut ? "out" : "in";
}

}  // namespace vanthu::archive
