#include "extractors/quantity/decimal.h"

#include <algorithm>
#include <utility>

namespace vanthu::extractors {
namespace {

bool IsFigure(char c) { return c >= '0' && c <= '9'; }

// Zeros that say nothing go: "007.50" -> "7.5".
std::string Trimmed(std::string whole, std::string fraction) {
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  const size_t first = whole.find_first_not_of('0');
  whole.erase(0, first == std::string::npos ? whole.size() : first);
  if (whole.empty()) whole.assign(1, '0');
  if (fraction.empty()) return whole;
  whole += '.';
  whole += fraction;
  return whole;
}

struct Parts {
  std::string whole, fraction;
};

Parts Split(std::string_view decimal) {
  const size_t point = std::min(decimal.find('.'), decimal.size());
  return {std::string(decimal.substr(0, point)),
          std::string(decimal.substr(std::min(point + 1, decimal.size())))};
}

// "1.987" and "923.197.604": one to three digits, not a lone 0, then threes.
bool IsGrouped(std::string_view digits, char mark) {
  const size_t first = digits.find(mark);
  if (first == 0 || first > 3 || digits[0] == '0') return false;
  for (size_t at = first; at < digits.size(); at += 4) {
    if (digits[at] != mark || digits.size() < at + 4) return false;
    for (size_t i = 1; i < 4; ++i) {
      if (!IsFigure(digits[at + i])) return false;
    }
  }
  return true;
}

std::string Without(std::string_view text, char mark) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [mark](char c) { return c != mark; });
  return out;
}

}  // namespace

std::optional<std::string> DecimalOf(std::string_view printed, Thousands thousands) {
  constexpr std::pair<std::string_view, std::string_view> kVulgar[] = {
      {"½", "5"}, {"¼", "25"}, {"¾", "75"}};
  for (const auto& [sign, fraction] : kVulgar) {
    if (!printed.ends_with(sign)) continue;
    printed.remove_suffix(sign.size());
    if (!std::ranges::all_of(printed, IsFigure)) return std::nullopt;
    return Trimmed(std::string(printed), std::string(fraction));
  }
  if (printed.empty() || !IsFigure(printed.front()) || !IsFigure(printed.back()))
    return std::nullopt;
  const auto points = std::ranges::count(printed, '.');
  const auto commas = std::ranges::count(printed, ',');
  if (points == 0 && commas == 0) return Trimmed(std::string(printed), "");
  if (points > 0 && commas > 0) {
    // The last mark is the decimal one: 1.987,64 and 1,987.64.
    const char decimal = printed[printed.find_last_of(".,")];
    const char group = decimal == ',' ? '.' : ',';
    if ((decimal == ',' ? commas : points) != 1) return std::nullopt;
    const size_t at = printed.find(decimal);
    const std::string_view whole = printed.substr(0, at);
    if (!IsGrouped(whole, group)) return std::nullopt;
    return Trimmed(Without(whole, group), std::string(printed.substr(at + 1)));
  }
  const char mark = points > 0 ? '.' : ',';
  const auto marks = points + commas;
  const bool groups = mark == '.' || marks > 1 || thousands == Thousands::kCommaToo;
  if (groups && IsGrouped(printed, mark)) return Trimmed(Without(printed, mark), "");
  if (marks > 1) return std::nullopt;
  const size_t at = printed.find(mark);
  return Trimmed(std::string(printed.substr(0, at)), std::string(printed.substr(at + 1)));
}

std::string Shift(std::string_view decimal, int power) {
  Parts parts = Split(decimal);
  for (int i = 0; i < power; ++i) {
    parts.whole += parts.fraction.empty() ? '0' : parts.fraction.front();
    if (!parts.fraction.empty()) parts.fraction.erase(0, 1);
  }
  return Trimmed(std::move(parts.whole), std::move(parts.fraction));
}

std::string Sum(std::string_view a, std::string_view b) {
  Parts left = Split(a), right = Split(b);
  const size_t places = std::max(left.fraction.size(), right.fraction.size());
  const size_t wholes = std::max(left.whole.size(), right.whole.size());
  const auto digits = [&](const Parts& parts) {
    return std::string(wholes - parts.whole.size(), '0') + parts.whole + parts.fraction +
           std::string(places - parts.fraction.size(), '0');
  };
  std::string sum = digits(left);
  const std::string other = digits(right);
  int carry = 0;
  for (size_t i = sum.size(); i-- > 0;) {
    const int digit = (sum[i] - '0') + (other[i] - '0') + carry;
    sum[i] = static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  if (carry != 0) sum.insert(sum.begin(), '1');
  const size_t whole = sum.size() - places;
  return Trimmed(sum.substr(0, whole), sum.substr(whole));
}

bool Less(std::string_view a, std::string_view b) {
  const Parts left = Split(a), right = Split(b);
  if (left.whole.size() != right.whole.size()) return left.whole.size() < right.whole.size();
  if (left.whole != right.whole) return left.whole < right.whole;
  return left.fraction < right.fraction;
}

}  // namespace vanthu::extractors
