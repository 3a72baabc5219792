#include "extractors/quantity/amount.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/quantity/decimal.h"
#include "extractors/quantity/lexicon.h"

namespace vanthu::extractors {
namespace {

bool Glued(const Tokens& tokens, size_t i) { return i < tokens.size() && !tokens[i].spaced; }

struct Scale {
  size_t tokens = 0;
  int power = 0;
};

// "nghìn tỷ", "triệu": powers add up.
Scale ScaleAt(const Tokens& tokens, size_t i) {
  constexpr size_t kWords = 3;  // "trăm nghìn tỷ"
  Scale scale;
  while (scale.tokens < kWords) {
    const auto found = UnitAt(tokens, i + scale.tokens);
    if (found.entry == nullptr || found.entry->kind != UnitKind::kScale) return scale;
    // "05 tỷ lệ": the word goes on.
    if (tokens.Is(i + scale.tokens, "tỷ") && tokens.Is(i + scale.tokens + 1, "lệ")) return scale;
    scale.tokens += found.tokens;
    scale.power += found.entry->power;
  }
  return scale;
}

// Tokens of a number written out behind its digits: "03 (ba) tháng", "05 (năm) bản"; 0 for none.
size_t SpelledOut(const Tokens& tokens, size_t i) {
  constexpr size_t kWords = 8;
  static constexpr std::array<std::string_view, 24> kNumerals = {
      "không", "một",  "hai",   "ba",   "bốn",  "tư",   "năm", "sáu",
      "bảy",   "bẩy",  "tám",   "chín", "mười", "mươi", "mốt", "lăm",
      "trăm",  "linh", "nghìn", "ngàn", "lẻ",   "rưỡi", "tỷ",  "triệu"};
  if (!tokens.Is(i, "(")) return 0;
  for (size_t at = i + 1; at < i + 1 + kWords; ++at) {
    if (at > i + 1 && tokens.Is(at, ")")) return at + 1 - i;
    if (std::ranges::find(kNumerals, tokens.Form(at)) == kNumerals.end()) return 0;
  }
  return 0;
}

}  // namespace

std::optional<Amount> AmountAt(const Tokens& tokens, size_t i) {
  if (!tokens.IsNumber(i)) return std::nullopt;
  Amount amount;
  amount.first = i;
  amount.last = i + 1;
  amount.printed = tokens.Text(i);
  if (tokens.Is(i + 1, "/") && Glued(tokens, i + 1) && Glued(tokens, i + 2)) {
    if (!tokens.IsNumber(i + 2)) return std::nullopt;  // 12/BC-UBND
    if (tokens.Is(i + 3, "/") || (tokens.Is(i + 3, "-") && Glued(tokens, i + 3)))
      return std::nullopt;
    amount.of = std::string(tokens.Text(i + 2));
    amount.last = i + 3;
  } else if (tokens.Is(i + 1, "-") && Glued(tokens, i + 1) && Glued(tokens, i + 2) &&
             (tokens.IsCapital(i + 2) ||
              (tokens.IsNumber(i + 2) && tokens.Is(i + 3, "-") && Glued(tokens, i + 3)))) {
    return std::nullopt;  // 22-NQ/TW, 30-4-2018
  }
  amount.last += SpelledOut(tokens, amount.last);
  const Scale scale = ScaleAt(tokens, amount.last);
  amount.last += scale.tokens;
  amount.power = scale.power;
  amount.scaled = scale.tokens > 0;
  if (amount.scaled && !amount.of && tokens.IsNumber(amount.last)) {
    const Scale rest = ScaleAt(tokens, amount.last + 1);
    const auto added = DecimalOf(tokens.Text(amount.last));
    if (rest.tokens > 0 && rest.power < scale.power && added) {
      amount.added = Shift(*added, rest.power);
      amount.last += 1 + rest.tokens;
    }
  }
  return amount;
}

std::optional<std::string> ValueOf(const Amount& amount, bool comma_groups, int power) {
  const auto decimal = DecimalOf(amount.printed, comma_groups && !amount.scaled && power == 0
                                                     ? Thousands::kCommaToo
                                                     : Thousands::kPointOnly);
  if (!decimal) return std::nullopt;
  std::string value = Shift(*decimal, amount.scaled ? amount.power : power);
  return amount.added.empty() ? value : Sum(value, amount.added);
}

}  // namespace vanthu::extractors
