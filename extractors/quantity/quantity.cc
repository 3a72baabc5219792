#include "extractors/quantity/quantity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/quantity/amount.h"
#include "extractors/quantity/counted_unit.h"
#include "extractors/quantity/decimal.h"
#include "extractors/quantity/lexicon.h"
#include "extractors/quantity/not_figure.h"

namespace vanthu::extractors {
namespace {

// How sure each kind of unit makes a figure on clean text.
constexpr double kMeasured = 0.97, kTable = 0.93, kAcronym = 0.8, kGuessed = 0.6;
constexpr double kLostSign = 0.7, kLostCurrency = 0.7, kUnitBefore = 0.85;

bool IsStrong(const CountedUnit& unit) {
  return unit.source == CountedUnit::Source::kMeasure && unit.kind != FigureKind::kDuration;
}

bool CommaGroups(const CountedUnit& unit) {
  return unit.kind == FigureKind::kCount || unit.kind == FigureKind::kMoney ||
         (unit.kind == FigureKind::kRate && unit.source != CountedUnit::Source::kMeasure);
}

double Certainty(const CountedUnit& unit) {
  switch (unit.source) {
    case CountedUnit::Source::kMeasure: return kMeasured;
    case CountedUnit::Source::kTable: return kTable;
    case CountedUnit::Source::kAcronym: return kAcronym;
    case CountedUnit::Source::kGuess: break;
  }
  return kGuessed;
}

// Where the second number of a range begins: "10 - 15", "40 đến 60", "02 hoặc 03"; 0 for none.
size_t SecondNumber(const Tokens& tokens, size_t i) {
  const bool dash = tokens.Is(i, "-") || tokens.Is(i, "÷") || tokens.Is(i, "~");
  const bool word = tokens.Is(i, "đến") || tokens.Is(i, "tới") || tokens.Is(i, "hoặc");
  if (!dash && !word) return 0;
  return tokens.IsNumber(i + 1) ? i + 1 : 0;
}

// Whether a number before a word that no table knows counts it: its form (07, 1.200) or the word before
// it must say so, for "Đội kiểm tra 814 phê duyệt" looks the same.
bool MayCountUnknown(const Tokens& tokens, const Amount& amount) {
  static constexpr std::array<std::string_view, 22> kCounting = {
      "có",  "gồm", "với", "được", "và",  "thêm", "cả",  "mua",  "trao", "tặng",  "cấp",
      "xây", "số",  "là",  "tại",  "cho", "của",  "đạt", "dựng", "chức", "trong", "hiện"};
  const std::string_view printed = amount.printed;
  const bool zero = printed.size() == 2 && printed[0] == '0';
  if (printed.find(',') != std::string_view::npos && !amount.scaled) return false;  // 0,5 of what?
  if (amount.first == 0) return zero;
  const bool marked = printed.find('.') != std::string_view::npos;
  return zero || marked || amount.scaled || HedgeBefore(tokens, amount.first).entry != nullptr ||
         std::ranges::find(kCounting, tokens.Before(amount.first)) != kCounting.end();
}

// Whether a noun may follow this number: names and years take none.
bool MayCount(const Tokens& tokens, const Amount& amount, const CountedUnit& unit) {
  if (IsStrong(unit)) return true;
  if (amount.printed == "00") return false;  // 14 giờ 00
  if (IsMomentOrPeriod(tokens, amount.first, unit)) return false;
  if (unit.kind == FigureKind::kDuration) {
    return !tokens.Is(amount.first - (amount.first > 0 ? 1 : 0), "số");
  }
  if (unit.source == CountedUnit::Source::kMeasure) return true;
  if (IsNamed(tokens, amount.first)) return false;
  const std::string_view printed = amount.printed;
  const bool zero = printed.size() == 2 && printed[0] == '0';
  if (IsYear(printed) && !amount.of && tokens.Before(amount.first) == "năm") return false;
  const bool capital = tokens.IsCapital(amount.last) && !tokens.IsAcronym(amount.last);
  // "2 Sở Tài chính" at the head of a line is a label.
  static constexpr std::array<std::string_view, 4> kInside = {",", ";", "(", ":"};
  const std::string& before = tokens.Before(amount.first);
  const bool inside = std::ranges::find(kInside, before) != kInside.end() && printed.size() > 1;
  if (capital && !zero && !inside && (amount.first == 0 || !IsStop(before))) return false;
  if (capital && IsYear(printed)) return false;
  if (unit.source == CountedUnit::Source::kTable) return true;
  return MayCountUnknown(tokens, amount) && !capital && !IsYear(printed) &&
         !NamesBefore(tokens, amount.first);
}

FigureKind KindOf(const CountedUnit& unit, const std::string& value, const std::string& before) {
  // "1,5 lần" and "gấp 2 lần" are ratios, "36 lần" a count.
  const bool ratio = value.find('.') != std::string::npos || before == "gấp" || before == "tăng" ||
                     before == "giảm";
  if (unit.unit == "lần" && ratio) return FigureKind::kOther;
  return unit.kind;
}

// A unit that a scale word alone leaves open is đồng: "bố trí 120 tỷ để …".
std::optional<CountedUnit> LostCurrency(const Amount& amount) {
  if (!amount.scaled || amount.power < 6) return std::nullopt;
  CountedUnit unit;
  unit.kind = FigureKind::kMoney;
  unit.unit = "VND";
  unit.last = amount.last;
  return unit;
}

// "quy hoạch chi tiết 1/2000", "24/24 giờ": a map's scale and "always" are no fractions.
bool IsScaleOrAlways(const Quantity& quantity, const std::string& whole) {
  if (quantity.kind == FigureKind::kDuration) return quantity.value == whole;
  return quantity.value == "1" && whole.size() > 2 && whole.ends_with("00");
}

struct Read {
  std::optional<Quantity> quantity;
  size_t next = 0;  // the token to go on with
};

std::optional<Quantity> Make(const Tokens& tokens, const Amount& low, const Amount* high,
                             const CountedUnit& unit) {
  const Amount& named = high != nullptr ? *high : low;
  if (!MayCount(tokens, low, unit)) return std::nullopt;
  Quantity quantity;
  quantity.first = low.first;
  quantity.last = unit.last;
  quantity.unit = unit.unit;
  quantity.certainty = Certainty(unit);
  const bool groups = CommaGroups(unit);
  const auto value = ValueOf(low, groups, named.power + unit.power);
  if (!value) return std::nullopt;
  quantity.value = Shift(*value, low.scaled ? unit.power : 0);
  quantity.kind = KindOf(unit, quantity.value, tokens.Before(low.first));
  if (low.of) {
    Amount whole = low;
    whole.printed = *low.of;
    const auto of = ValueOf(whole, groups, named.power + unit.power);
    if (!of || IsScaleOrAlways(quantity, *of)) return std::nullopt;
    quantity.of = *of;
  }
  if (high != nullptr) {
    const auto top = ValueOf(*high, groups, unit.power);
    if (!top) return std::nullopt;
    quantity.value_max = Shift(*top, high->scaled ? unit.power : 0);
    if (!Less(quantity.value, *quantity.value_max)) return std::nullopt;
  }
  return quantity;
}

// "$5 triệu", "USD 50.000": the currency stands first.
std::optional<Quantity> CurrencyFirst(const Tokens& tokens, const Amount& amount) {
  if (amount.first == 0) return std::nullopt;
  const std::string& before = tokens.Before(amount.first);
  if (before != "$" && before != "usd" && before != "eur" && before != "€") return std::nullopt;
  const auto value = ValueOf(amount, true);
  if (!value) return std::nullopt;
  Quantity quantity;
  quantity.first = amount.first - 1;
  quantity.last = amount.last;
  quantity.kind = FigureKind::kMoney;
  quantity.value = *value;
  quantity.unit = before == "eur" || before == "€" ? "EUR" : "USD";
  quantity.certainty = 0.9;
  return quantity;
}

bool EndsClause(const Tokens& tokens, size_t i) {
  static constexpr std::array<std::string_view, 5> kMarks = {".", ",", ";", ")", "("};
  return i >= tokens.size() || std::ranges::find(kMarks, tokens.Form(i)) != kMarks.end();
}

// "số PAKN đã xử lý: 21", "Tổng số lao động là 1.250": the unit stands before the number.
std::optional<Quantity> UnitFirst(const Tokens& tokens, const Amount& amount) {
  constexpr size_t kReach = 14;  // tokens back to "số"
  if (amount.first < 3 || !EndsClause(tokens, amount.last)) return std::nullopt;
  const std::string& link = tokens.Before(amount.first);
  if (link != ":" && link != "là" && link != "đạt") return std::nullopt;
  bool counts = false;
  for (size_t back = 2; back <= std::min(kReach, amount.first); ++back) {
    const size_t at = amount.first - back;
    if (EndsClause(tokens, at) || tokens.IsNumber(at)) return std::nullopt;
    static constexpr std::array<std::string_view, 5> kDone = {"đã", "được", "đang", "còn", "bị"};
    counts = counts || std::ranges::find(kDone, tokens.Form(at)) != kDone.end();
    if (!tokens.Is(at, "số")) continue;
    size_t noun = at + 1;
    if (tokens.Is(noun, "lượng")) ++noun;
    counts = counts || noun > at + 1 || (at > 0 && tokens.Before(at) == "tổng");
    const auto unit = CountedNounAt(tokens, noun);
    const auto value = ValueOf(amount, true);
    if (!unit || unit->source == CountedUnit::Source::kGuess || !value) return std::nullopt;
    const auto known = NounAt(tokens, noun);
    const bool numbered = known.entry == nullptr || known.entry->group == "document" ||
                          known.entry->group == "thing" || known.entry->group == "media";
    // "Số hộ chiếu: 123456", "số điện thoại: …" are numbers of things.
    if (numbered && !counts) return std::nullopt;
    Quantity quantity;
    quantity.first = amount.first;
    quantity.last = amount.last;
    quantity.kind = FigureKind::kCount;
    quantity.value = *value;
    if (amount.of) quantity.of = ValueOf({0, 0, *amount.of, 0, false, {}, {}}, true);
    quantity.unit = unit->unit;
    quantity.certainty = kUnitBefore;
    return quantity;
  }
  return std::nullopt;
}

// "tăng 45,6)" beside figures with their sign.
std::optional<Quantity> LostPercent(const Tokens& tokens, const Amount& amount) {
  const std::string& before = tokens.Before(amount.first);
  if ((before != "tăng" && before != "giảm") || amount.scaled || amount.of) return std::nullopt;
  if (!EndsClause(tokens, amount.last) || amount.printed.size() > 5) return std::nullopt;
  const auto value = ValueOf(amount, false);
  if (!value) return std::nullopt;
  Quantity quantity;
  quantity.first = amount.first;
  quantity.last = amount.last;
  quantity.kind = FigureKind::kPercent;
  quantity.value = *value;
  quantity.unit = "%";
  quantity.certainty = kLostSign;
  return quantity;
}

Read ReadAt(const Tokens& tokens, size_t i, size_t pair) {
  Read read;
  read.next = i + 1;
  if (IsPartOfName(tokens, i, pair)) return read;
  const auto low = AmountAt(tokens, i);
  if (!low) return read;
  const auto unit = CountedUnitAt(tokens, low->last, low->scaled);
  const bool glued = i > 0 && !tokens[i].spaced && tokens.IsWord(i - 1);
  const bool slashed = i > 0 && tokens.Is(i - 1, "/");
  const auto usable = [&](const CountedUnit& found) {
    if (slashed && found.source == CountedUnit::Source::kGuess) return false;
    return !glued || IsStrong(found);
  };
  // A range: both numbers before the unit, or each with the same unit.
  const bool guess = !unit || unit->source == CountedUnit::Source::kGuess ||
                     unit->source == CountedUnit::Source::kAcronym;
  const size_t second = SecondNumber(tokens, guess ? low->last : unit->last);
  if (second > 0 && !low->of) {
    const auto high = AmountAt(tokens, second);
    const auto end = high ? CountedUnitAt(tokens, high->last, high->scaled) : std::nullopt;
    const bool same =
        guess ||
        (end && unit->unit == end->unit &&
         (tokens.Is(unit->last, "-") || tokens.Before(i) == "từ" || tokens.Before(i) == "khoảng"));
    if (high && end && same && !high->of && usable(*end)) {
      read.quantity = Make(tokens, *low, &*high, *end);
      if (read.quantity) read.next = end->last;
      if (read.quantity) return read;
      // "2016 - 2020", "ngày 18 - 20 tháng 4": neither end counts anything.
      if (IsYear(low->printed) && IsYear(high->printed)) read.next = high->last;
      if (IsNamed(tokens, i)) read.next = high->last;
      if (guess) return read;
    }
    if (guess && high && IsNamed(tokens, i)) {
      read.next = high->last;
      return read;
    }
  }
  if (unit && usable(*unit)) read.quantity = Make(tokens, *low, nullptr, *unit);
  if (!read.quantity) read.quantity = CurrencyFirst(tokens, *low);
  if (!read.quantity) read.quantity = UnitFirst(tokens, *low);
  if (!read.quantity) read.quantity = LostPercent(tokens, *low);
  if (!read.quantity) {
    const auto lost = LostCurrency(*low);
    if (lost && !unit) read.quantity = Make(tokens, *low, nullptr, *lost);
    if (lost && read.quantity) read.quantity->certainty = kLostCurrency;
  }
  if (read.quantity) read.next = read.quantity->last;
  return read;
}

}  // namespace

std::vector<Quantity> FindQuantities(const Tokens& tokens) {
  std::vector<Quantity> found;
  for (size_t i = 0; i < tokens.size();) {
    if (!tokens.IsNumber(i)) {
      ++i;
      continue;
    }
    const size_t pair = !found.empty() && found.back().last + 1 == i ? found.back().last : 0;
    Read read = ReadAt(tokens, i, pair);
    if (read.quantity) found.push_back(std::move(*read.quantity));
    i = std::max(read.next, i + 1);
  }
  // A lost sign is told by its siblings alone.
  const bool percent = std::ranges::any_of(found, [](const Quantity& quantity) {
    return quantity.kind == FigureKind::kPercent && quantity.certainty > kLostSign;
  });
  if (!percent) {
    std::erase_if(found, [](const Quantity& quantity) {
      return quantity.kind == FigureKind::kPercent && quantity.certainty == kLostSign;
    });
  }
  return found;
}

}  // namespace vanthu::extractors
