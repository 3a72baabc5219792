#include "extractors/quantity/context.h"

#include <algorithm>
#include <array>

#include "extractors/quantity/lexicon.h"

namespace vanthu::extractors {
namespace {

template <size_t N>
bool OneOf(const std::string& form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

bool EndsSentence(const Tokens& tokens, size_t i) {
  if (i >= tokens.size()) return true;
  const std::string& form = tokens.Form(i);
  return form == ";" || (form == "." && (i + 1 >= tokens.size() || tokens[i + 1].spaced));
}

// "trên 03 lĩnh vực", "dưới 02 hình thức": where, not how many.
bool IsPreposition(const Tokens& tokens, size_t hedge, const Quantity& quantity) {
  static constexpr std::array<std::string_view, 10> kPlaces = {
      "lĩnh vực", "địa bàn",     "tuyến", "hình thức", "kênh",
      "mặt",      "phương diện", "trang", "nền tảng",  "huyện"};
  const std::string& form = tokens.Form(hedge);
  return (form == "trên" || form == "dưới") && tokens.Is(hedge + 1, tokens.Form(quantity.first)) &&
         OneOf(quantity.unit, kPlaces) && quantity.value.size() < 2;
}

// First token before the quantity that is no hedge of it and no "từ" of its range.
struct Lead {
  size_t at = 0;  // one behind that token
  Approximation approx = Approximation::kExact;
};

Lead LeadOf(const Tokens& tokens, const Quantity& quantity) {
  // Words that may stand between a hedge and its number.
  static constexpr std::array<std::string_view, 7> kBetween = {"từ", "đạt", "là",  "được",
                                                               "có", "đủ",  "bằng"};
  Lead lead{quantity.first, Approximation::kExact};
  for (int step = 0; step < 4 && lead.at > 0; ++step) {
    const auto hedge = HedgeBefore(tokens, lead.at);
    if (hedge.entry != nullptr && !IsPreposition(tokens, lead.at - 1, quantity)) {
      lead.at -= hedge.tokens;
      if (lead.approx == Approximation::kExact) lead.approx = hedge.entry->approx;
      continue;
    }
    if (lead.approx != Approximation::kExact || !OneOf(tokens.Before(lead.at), kBetween)) break;
    // Steps back only where a hedge comes next: "không quá là 5", "ước đạt được 5".
    const auto further = HedgeBefore(tokens, lead.at - 1);
    if (tokens.Before(lead.at) != "từ" && further.entry == nullptr) break;
    --lead.at;
  }
  return lead;
}

// "Không cử quá 02 đoàn" is a limit, "quá 30 ngày" alone means more.
Approximation BeyondOf(const Tokens& tokens, size_t at) {
  constexpr size_t kReach = 14;
  static constexpr std::array<std::string_view, 4> kNot = {"không", "chưa", "chẳng", "cấm"};
  for (size_t back = 2; back <= std::min(kReach, at); ++back) {
    const std::string& form = tokens.Form(at - back);
    if (OneOf(form, kNot)) return Approximation::kUnder;
    if (form == "," || form == ";" || form == "." || form == ":") break;
  }
  return Approximation::kOver;
}

// Words between "tăng" and its number.
bool BetweenChange(const std::string& form) {
  static constexpr std::array<std::string_view, 11> kBetween = {
      "gấp", "thêm", "từ", "được", "bình", "quân", "trung", "nhẹ", "mạnh", "tới", "đến"};
  return OneOf(form, kBetween);
}

Change DirectionOf(const Tokens& tokens, const Quantity& quantity) {
  // "(-16,7%)", "(+443 ha)"
  if (tokens.Before(quantity.first, 2) == "(" && !tokens[quantity.first].spaced) {
    if (tokens.Before(quantity.first) == "-") return Change::kDown;
    if (tokens.Before(quantity.first) == "+") return Change::kUp;
  }
  size_t at = LeadOf(tokens, quantity).at;
  bool to = false, from = false;
  while (at > 0 && BetweenChange(tokens.Before(at))) {
    to = to || tokens.Before(at) == "đến" || tokens.Before(at) == "tới";
    from = from || tokens.Before(at) == "từ";
    --at;
  }
  // "giảm từ 15 ngày xuống còn 07 ngày" says what it was.
  from = from || tokens.Before(quantity.first) == "từ";
  if (from && (tokens.Is(quantity.last, "xuống") || tokens.Is(quantity.last, "lên")))
    return Change::kNone;
  // "tăng đến 60 người" is what it came to; "giảm đến 40%" how far it fell.
  if (to && quantity.kind != FigureKind::kPercent) return Change::kNone;
  const std::string& word = tokens.Before(at);
  const std::string& before = tokens.Before(at, 2);
  if (word == "tăng") return Change::kUp;
  if (word == "giảm") return before == "tăng" ? Change::kNone : Change::kDown;
  return Change::kNone;
}

// "cao hơn 5%", "thấp hơn 03 dự án", "tăng trưởng 7%", "vượt 5%": a change where a baseline is named.
Change ComparedOf(const Tokens& tokens, const Quantity& quantity) {
  const std::string& word = tokens.Before(quantity.first);
  const std::string& before = tokens.Before(quantity.first, 2);
  if (word == "hơn") {
    if (before == "cao" || before == "nhiều" || before == "lớn") return Change::kUp;
    if (before == "thấp" || before == "ít") return Change::kDown;
  }
  const size_t lead = LeadOf(tokens, quantity).at;
  // "cao gấp 1,4 lần so với năm 2020", "mức tăng doanh thu 18 đến 20% so với năm 2022"
  if (word == "gấp" || tokens.Before(lead) == "gấp") return Change::kUp;
  if (tokens.Before(lead) == "trưởng" && tokens.Before(lead, 2) == "tăng") return Change::kUp;
  if (tokens.Before(lead) == "vượt" && tokens.Before(lead, 2) != "không") return Change::kUp;
  return Change::kNone;
}

// The phrase behind "so với" at token i, as printed; none where nothing is named.
struct Baseline {
  std::string text;
  size_t last = 0;  // one behind it
};

std::optional<Baseline> BaselineAt(const Tokens& tokens, size_t i) {
  constexpr size_t kWords = 12;
  static constexpr std::array<std::string_view, 25> kStops = {
      "đã",  "nhưng", "và", "đạt",  "bằng", "trong", "chủ", "ảnh",  "do",
      "vì",  "với",   "là", "tăng", "giảm", "nên",   "để",  "đồng", "chiếm",
      "ước", "theo",  "có", "thì",  "cho",  "tỉnh",  "toàn"};
  if (!tokens.Is(i, "so")) return std::nullopt;
  size_t first = i + 1;
  if (tokens.Is(first, "với")) {
    ++first;
  } else if (!tokens.Is(first, "cùng") && !tokens.Is(first, "năm") && !tokens.Is(first, "tháng") &&
             !tokens.Is(first, "quý") && !tokens.Is(first, "kế")) {
    return std::nullopt;
  }
  size_t last = first;
  while (last < tokens.size() && last < first + kWords) {
    const Token& token = tokens[last];
    const bool inside = tokens.Is(last, "/") || (tokens.Is(last, "-") && last > first);
    if (token.kind == TokenKind::kMark && !inside) break;
    if (OneOf(tokens.Form(last), kStops)) break;
    ++last;
  }
  while (last > first && tokens[last - 1].kind == TokenKind::kMark) --last;
  if (last == first) return std::nullopt;
  return Baseline{std::string(tokens.Text(first, last)), last};
}

// Whether a comma is followed by a change that goes on with the same thing: ", giảm 37 lượt người".
bool ChangeGoesOn(const Tokens& tokens, size_t i) {
  static constexpr std::array<std::string_view, 5> kOn = {"tăng", "giảm", "nhưng", "song", "còn"};
  return OneOf(tokens.Form(i), kOn);
}

// The bracket's closing mark, or `i` where it is too far.
size_t BehindBracket(const Tokens& tokens, size_t i) {
  constexpr size_t kReach = 14;
  for (size_t at = i + 1; at < std::min(tokens.size(), i + kReach); ++at) {
    if (tokens.Is(at, ")")) return at;
  }
  return i;
}

// Behind the quantity, in its clause.
std::optional<Baseline> BaselineBehind(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kReach = 30;
  static constexpr std::array<std::string_view, 7> kStops = {"đạt",   "ước", "chiếm", "bằng",
                                                             "trong", "gồm", "("};
  bool other = false;  // another change was passed
  for (size_t i = quantity.last; i < std::min(tokens.size(), quantity.last + kReach); ++i) {
    if (const auto baseline = BaselineAt(tokens, i)) return baseline;
    // "giảm 1,6% (-673 ha) so cùng kỳ"
    if (tokens.Is(i, "(") && !tokens.Is(i + 1, "so")) i = BehindBracket(tokens, i);
    if (tokens.Is(i, ")") && tokens.Is(i + 1, "so")) continue;
    const std::string& form = tokens.Form(i);
    if (EndsSentence(tokens, i) || form == ")" || OneOf(form, kStops)) break;
    if (form == "," && !ChangeGoesOn(tokens, i + 1)) break;
    if ((form == "tăng" || form == "giảm") && other) break;
    other = other || form == "tăng" || form == "giảm";
  }
  return std::nullopt;
}

// Before it, at the opening of its sentence: "So với năm 2017, số đoàn ra giảm 12,5%".
std::optional<Baseline> BaselineOpening(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kReach = 60;
  for (size_t back = 1; back <= std::min(kReach, quantity.first); ++back) {
    const size_t i = quantity.first - back;
    if (EndsSentence(tokens, i)) return std::nullopt;
    if (!tokens.Is(i, "so")) continue;
    const std::string& mark = tokens.Before(i);
    if (tokens.IsCapital(i) || mark == "," || mark == ";" || mark == "(" || mark == ":" ||
        mark == "vậy")
      return BaselineAt(tokens, i);
  }
  return std::nullopt;
}

// "thấp hơn dự toán 6,3%", "đông hơn năm học trước 57 em": by how much, with what it is compared to before it.
// Not "cao hơn mức bình quân chung 79,1% của khu vực", which says how high that is.
std::optional<ChangeOf> MoreThan(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kReach = 8;
  static constexpr std::array<std::string_view, 4> kUp = {"cao", "nhiều", "lớn", "đông"};
  static constexpr std::array<std::string_view, 3> kDown = {"thấp", "ít", "kém"};
  static constexpr std::array<std::string_view, 7> kNone = {"mức", "quân", "trung", "là",
                                                            "so",  "cả",   "số"};
  if (tokens.Is(quantity.last, "của")) return std::nullopt;
  for (size_t back = 2; back <= std::min(kReach, quantity.first); ++back) {
    const size_t i = quantity.first - back;
    const bool year = tokens[i].kind == TokenKind::kNumber && tokens.Before(i) == "năm";
    if (tokens[i].kind == TokenKind::kMark || OneOf(tokens.Form(i), kNone) ||
        (tokens[i].kind == TokenKind::kNumber && !year)) {
      return std::nullopt;
    }
    if (!tokens.Is(i, "hơn")) continue;
    ChangeOf change;
    if (OneOf(tokens.Before(i), kUp)) change.change = Change::kUp;
    if (OneOf(tokens.Before(i), kDown)) change.change = Change::kDown;
    if (change.change == Change::kNone) return std::nullopt;
    change.baseline = std::string(tokens.Text(i + 1, quantity.first));
    change.last = quantity.last;
    return change;
  }
  return std::nullopt;
}

// "gấp 3,4 lần cùng kỳ năm 2021"
std::optional<Baseline> BaselineOfTimes(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kWords = 6;
  size_t last = quantity.last;
  if (!tokens.Is(last, "cùng") || !tokens.Is(last + 1, "kỳ")) return std::nullopt;
  last += 2;
  while (last < tokens.size() && last < quantity.last + kWords &&
         (tokens.Is(last, "năm") || tokens.Is(last, "trước") || tokens.Is(last, "ngoái") ||
          (tokens[last].kind == TokenKind::kNumber && tokens.Before(last) == "năm"))) {
    ++last;
  }
  return Baseline{std::string(tokens.Text(quantity.last, last)), last};
}

}  // namespace

Approximation HedgeOf(const Tokens& tokens, const Quantity& quantity) {
  // "50.000.000 đồng (năm mươi triệu đồng) trở lên"
  size_t behind = quantity.last;
  if (tokens.Is(behind, "(")) behind = BehindBracket(tokens, behind) + 1;
  if (tokens.Is(behind, "trở")) {
    if (tokens.Is(behind + 1, "lên")) return Approximation::kOver;
    if (tokens.Is(behind + 1, "xuống")) return Approximation::kUnder;
  }
  const Change compared = ComparedOf(tokens, quantity);
  if (compared != Change::kNone && tokens.Before(quantity.first) == "hơn") {
    if (BaselineBehind(tokens, quantity)) return Approximation::kExact;
    return compared == Change::kUp ? Approximation::kOver : Approximation::kUnder;
  }
  const Lead lead = LeadOf(tokens, quantity);
  if (lead.approx != Approximation::kExact) return lead.approx;
  if (tokens.Before(lead.at) == "quá") return BeyondOf(tokens, lead.at);
  return Approximation::kExact;
}

std::vector<ChangeOf> ChangesOf(const Tokens& tokens, const std::vector<Quantity>& quantities) {
  std::vector<ChangeOf> changes;
  for (const Quantity& quantity : quantities) {
    ChangeOf change;
    change.change = DirectionOf(tokens, quantity);
    const Change compared = ComparedOf(tokens, quantity);
    const auto times = compared == Change::kUp ? BaselineOfTimes(tokens, quantity) : std::nullopt;
    if (times) {
      change.baseline = times->text;
      change.last = times->last;
      change.change = compared;
    } else if (change.change != Change::kNone || compared != Change::kNone) {
      if (const auto behind = BaselineBehind(tokens, quantity)) {
        change.baseline = behind->text;
        change.last = behind->last;
        if (change.change == Change::kNone) change.change = compared;
      } else if (const auto opening = BaselineOpening(tokens, quantity);
                 opening && change.change != Change::kNone) {
        change.baseline = opening->text;
      }
    } else if (const auto more = MoreThan(tokens, quantity)) {
      change = *more;
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

bool SaysSameSum(const Tokens& tokens, const Quantity& first, const Quantity& second) {
  constexpr size_t kReach = 10;
  if (second.first - first.last > kReach) return false;
  static constexpr std::array<std::string_view, 12> kEqual = {
      "tương", "trương", "đương", "quy", "đổi", "hay", "=", "ứng", "với", "ra", "thành", "bằng"};
  bool equal = false, bracket = false;
  const size_t end = LeadOf(tokens, second).at;
  for (size_t i = first.last; i < end; ++i) {
    const std::string& form = tokens.Form(i);
    bracket = bracket || form == "(";
    equal =
        equal || form == "đương" || form == "đổi" || form == "hay" || form == "=" || form == "ứng";
    if (form != "(" && form != "," && form != "-" && !OneOf(form, kEqual)) return false;
  }
  return equal || bracket;
}

}  // namespace vanthu::extractors
