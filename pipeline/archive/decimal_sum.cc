#include "pipeline/archive/decimal_sum.h"

#include <algorithm>

namespace vanthu::archive {
namespace {

bool IsDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool IsDecimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const size_t point = text.find('.');
  return IsDigits(text.substr(0, point)) &&
         (point == std::string_view::npos || IsDigits(text.substr(point + 1)));
}

void DecimalSum::Magnitude::Add(std::string_view whole, std::string_view fraction) {
  if (fraction.size() > point) {
    digits.insert(digits.begin(), fraction.size() - point, 0);
    point = fraction.size();
  }
  std::string added(whole);
  added.append(fraction).append(point - fraction.size(), '0');
  int carry = 0;
  for (size_t i = 0; i < added.size() || carry > 0; ++i) {
    if (i == digits.size()) digits.push_back(0);
    const int digit = i < added.size() ? added[added.size() - 1 - i] - '0' : 0;
    const int sum = digits[i] + digit + carry;
    digits[i] = sum % 10;
    carry = sum / 10;
  }
}

bool DecimalSum::Add(std::string_view decimal) {
  if (!IsDecimal(decimal)) return false;
  const bool below_zero = decimal.starts_with('-');
  if (below_zero) decimal.remove_prefix(1);
  const size_t point = decimal.find('.');
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1);
  (below_zero ? negative_ : positive_).Add(decimal.substr(0, point), fraction);
  return true;
}

std::string DecimalSum::Text() const {
  Magnitude larger = positive_, smaller = negative_;
  // The same places before and behind the point, so that digits stand against digits.
  const size_t point = std::max(larger.point, smaller.point);
  for (Magnitude* side : {&larger, &smaller}) {
    side->digits.insert(side->digits.begin(), point - side->point, 0);
  }
  const size_t size = std::max({larger.digits.size(), smaller.digits.size(), point + 1});
  larger.digits.resize(size, 0);
  smaller.digits.resize(size, 0);
  const bool below_zero = std::lexicographical_compare(
      larger.digits.rbegin(), larger.digits.rend(), smaller.digits.rbegin(), smaller.digits.rend());
  if (below_zero) std::swap(larger, smaller);
  std::string text;  // from the lowest digit
  int borrow = 0;
  for (size_t i = 0; i < size; ++i) {
    if (i == point && point > 0) text += '.';
    const int digit = larger.digits[i] - smaller.digits[i] - borrow;
    borrow = digit < 0 ? 1 : 0;
    text += static_cast<char>('0' + digit + borrow * 10);
  }
  if (point > 0) text.erase(0, std::min(text.find_first_not_of('0'), point));
  if (text.starts_with('.')) text.erase(0, 1);
  while (text.size() > 1 && text.back() == '0' && text[text.size() - 2] != '.') text.pop_back();
  if (below_zero) text += '-';
  std::ranges::reverse(text);
  return text;
}

}  // namespace vanthu::archive
