#include <algorithm>
#include <charconv>
#include <vector>

#include "pipeline/archive/query.h"

namespace vanthu::archive {
namespace {

// 2021, 2021-06, 2021-06-09, 06/2021, 9/6/2021: the first and last day that it can mean.
std::optional<DateRange> ParseDate(std::string_view text) {
  std::vector<int> parts;
  std::vector<size_t> sizes;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of("-/.", begin), text.size());
    int value = 0;
    const char* last = text.data() + end;
    const auto [stop, error] = std::from_chars(text.data() + begin, last, value);
    if (error != std::errc() || stop != last || value < 0) return std::nullopt;
    parts.push_back(value);
    sizes.push_back(end - begin);
    begin = end + 1;
  }
  if (parts.size() > 3) return std::nullopt;
  if (sizes.front() != 4) {
    std::ranges::reverse(parts);
    std::ranges::reverse(sizes);
  }
  if (sizes.front() != 4) return std::nullopt;
  DateRange range{parts[0] * 10000, parts[0] * 10000 + 9999};
  if (parts.size() > 1) {
    if (parts[1] < 1 || parts[1] > 12) return std::nullopt;
    range = {range.first + parts[1] * 100, range.first + parts[1] * 100 + 99};
  }
  if (parts.size() > 2) {
    if (parts[2] < 1 || parts[2] > 31) return std::nullopt;
    range = {range.first + parts[2], range.first + parts[2]};
  }
  return range;
}

}  // namespace

std::optional<DateRange> ParseDates(std::string_view text) {
  size_t dots = text.find("..");
  size_t length = 2;
  if (dots == std::string_view::npos && text.size() == 9 && text[4] == '-') dots = 4, length = 1;
  if (dots == std::string_view::npos) return ParseDate(text);
  const std::string_view left = text.substr(0, dots);
  const std::string_view right = text.substr(dots + length);
  if (left.empty() && right.empty()) return std::nullopt;
  const std::optional<DateRange> from = ParseDate(left.empty() ? right : left);
  const std::optional<DateRange> to = ParseDate(right.empty() ? left : right);
  if (!from || !to) return std::nullopt;
  return DateRange{left.empty() ? DateRange{}.first : std::min(from->first, to->first),
                   right.empty() ? DateRange{}.last : std::max(from->last, to->last)};
}

}  // namespace vanthu::archive
