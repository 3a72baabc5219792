#include "extractors/quantity/not_figure.h"

#include <algorithm>
#include <array>

#include "extractors/quantity/lexicon.h"
#include "models/text/syllable.h"

namespace vanthu::extractors {
namespace {

template <size_t N>
bool OneOf(const std::string& form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

bool LeadingZero(std::string_view number) { return number.size() == 2 && number[0] == '0'; }

// "mỗi ngày 20 lượt", "hằng năm 15 đoàn": the word before counts nothing.
bool Recurring(const Tokens& tokens, size_t word) {
  static constexpr std::array<std::string_view, 7> kEach = {"mỗi", "hằng",  "hàng", "một",
                                                            "cả",  "trong", "từng"};
  return OneOf(tokens.Before(word), kEach);
}

// "14 giờ 00 phút", "trước 16 giờ hằng ngày", "hồi 07 giờ ngày 08/11", "7h30".
bool IsClock(const Tokens& tokens, size_t number, const CountedUnit& unit) {
  static constexpr std::array<std::string_view, 4> kSpan = {"trong", "vòng", "sau", "hạn"};
  static constexpr std::array<std::string_view, 8> kAt = {"trước", "hồi", "lúc", "vào",
                                                          "đến",   "từ",  ":",   "khoảng"};
  static constexpr std::array<std::string_view, 6> kDay = {"ngày", "hằng",  "hàng",
                                                           "sáng", "chiều", "tối"};
  const std::string& before = tokens.Before(number);
  const size_t after = unit.last;
  if (unit.clock) return tokens.IsNumber(after) || !OneOf(before, kSpan);
  if (tokens.IsNumber(after) && tokens.Is(after + 1, "phút")) return true;
  const bool day = OneOf(tokens.Form(after), kDay) ||
                   (tokens.Is(after, ",") && OneOf(tokens.Form(after + 1), kDay));
  return day || OneOf(before, kAt);
}

// "06 tháng đầu năm", "9 tháng 2013", "Trong 8 tháng, Sở …", "05 năm 2021 - 2025".
bool IsPeriod(const Tokens& tokens, size_t number, const CountedUnit& unit) {
  static constexpr std::array<std::string_view, 7> kPart = {"đầu", "cuối", "qua", "vừa",
                                                            "gần", "tới",  "nay"};
  const size_t after = unit.last;
  const std::string& next = tokens.Form(after);
  if (OneOf(next, kPart)) return true;
  if (tokens.IsNumber(after) && (IsYear(tokens.Text(after)) || unit.unit == "tháng")) return true;
  if (next == "(" && tokens.IsNumber(after + 1) && IsYear(tokens.Text(after + 1))) return true;
  if (next == "năm" && tokens.IsNumber(after + 1)) return true;
  if (next == "trở" && tokens.Is(after + 1, "lại")) return true;
  if (next == "của" && tokens.Is(after + 1, "năm")) return true;
  const std::string& before = tokens.Before(number);
  // "kết quả 06 tháng thực hiện", "kế hoạch 5 năm"
  if (before == "hoạch" || before == "quả" || before == "kế" || before == "kết") return true;
  static constexpr std::array<std::string_view, 5> kDoing = {"thực", "triển", "thi", "tổ", "thành"};
  if (before == "sau" && OneOf(next, kDoing)) return true;
  if (before == "qua" || before == "chung") return true;
  // "tháng 9 và 9 tháng", "10 tháng vẫn đạt": a clause opens with what is reported.
  static constexpr std::array<std::string_view, 6> kBreaks = {"", ";", ".", ",", "và", "kế"};
  if (unit.unit == "tháng" && OneOf(before, kBreaks) && tokens.IsWord(after)) return true;
  if (before != "trong" || unit.unit == "năm") return false;
  if (unit.unit != "tháng" && unit.unit != "quý") return false;
  // Where a sentence opens with it or it is set off, it is the time that is reported.
  const std::string& opening = tokens.Before(number, 2);
  return next == "," || opening.empty() || opening == "chung" || opening == "." ||
         tokens.IsCapital(number - 1);
}

}  // namespace

bool IsYear(std::string_view printed) {
  return printed.size() == 4 && (printed.starts_with("19") || printed.starts_with("20")) &&
         printed.find_first_not_of("0123456789") == std::string_view::npos;
}

bool IsPartOfName(const Tokens& tokens, size_t number, size_t pair) {
  if (number == 0 || tokens[number].spaced) return false;
  const size_t before = number - 1;
  const std::string& mark = tokens.Form(before);
  if (tokens.IsWord(before)) {
    // "là600.000 USD" lost its blank; "VTV8", "Q10" are names.
    return tokens.IsCapital(before) || tokens.Text(before).size() < 2 ||
           !IsSyllable(tokens.Text(before));
  }
  // "28 lần tuần tra song phương/412 lượt cán bộ" names two; "QĐ/12", "5/12" one.
  if (mark == "/") {
    const bool word = before > 0 && tokens.IsWord(before - 1) && !tokens.IsCapital(before - 1);
    return pair != before && !word;
  }
  if (before > 0 && tokens.Is(before - 1, "(") && (mark == "-" || mark == "+")) return false;
  if (mark == "-") return before > 0 && !tokens[before].spaced;
  if (mark == ">" && before >= 3 && tokens.Is(before - 1, "sup")) return true;
  return mark == "_" || mark == "@" || mark == "+" ||
         (mark == "." && !tokens[before].spaced && tokens.IsWord(before - 1) &&
          tokens.IsAcronym(before - 1));
}

bool IsNamed(const Tokens& tokens, size_t number) {
  const std::string& before = tokens.Before(number);
  const std::string_view printed = tokens.Text(number);
  if (before.empty()) return false;
  // "khoản 1, 2 Điều 5"
  static constexpr std::array<std::string_view, 6> kParts = {"điều", "khoản",  "điểm",
                                                             "mục",  "chương", "phụ"};
  if (OneOf(tokens.Form(number + 1), kParts) &&
      (tokens.IsCapital(number + 1) || tokens.IsNumber(number + 2))) {
    return true;
  }
  // "xe 2 bánh", "phòng học 3 ca": a kind of it.
  static constexpr std::array<std::string_view, 4> kSorts = {"bánh", "ca", "pha", "tầng"};
  static constexpr std::array<std::string_view, 6> kSorted = {"xe",  "học",  "máy",
                                                              "nhà", "điện", "phòng"};
  if (!LeadingZero(printed) && OneOf(tokens.Form(number + 1), kSorts) && OneOf(before, kSorted))
    return true;
  static constexpr std::array<std::string_view, 6> kOfWhole = {"thiểu", "tổng", "trong",
                                                               "với",   "có",   "đa"};
  if (before == "số") return !OneOf(tokens.Before(number, 2), kOfWhole);
  if (before == "ngày" || before == "tháng" || before == "năm" || before == "quý") {
    if (Recurring(tokens, number - 1)) return IsYear(printed) || before == "tháng";
    return !(before == "năm" && LeadingZero(printed));
  }
  if (IsYear(printed) && (before == "đoạn" || before == "-" || before == "đến")) return true;
  // "danh mục 14 dự án" is no mục 14.
  static constexpr std::array<std::string_view, 5> kCompounds = {"danh", "hạng", "chuyên", "tài",
                                                                 "cung"};
  if (OneOf(tokens.Before(number, 2), kCompounds) && before != "lục") return false;
  if (NamesBefore(tokens, number)) {
    // "cấp 26 lượt hộ chiếu" issues them, "nhà cấp 4" is a kind of house.
    if (before == "cấp" && NounAt(tokens, number + 1).entry != nullptr) return false;
    // "cấp 312 giấy thông hành", "tổ 05 người": a verb or a measure before a count.
    const bool large = printed.size() > 2 || LeadingZero(printed);
    static constexpr std::array<std::string_view, 12> kAlways = {
        "điều", "khoản", "mục", "chương", "thứ", "khóa", "lộ", "lục", "iso", "tcvn", "qcvn", "bão"};
    return !large || OneOf(before, kAlways);
  }
  return ActBefore(tokens, number);
}

bool IsMomentOrPeriod(const Tokens& tokens, size_t number, const CountedUnit& unit) {
  if (unit.kind != FigureKind::kDuration) return false;
  const std::string& before = tokens.Before(number);
  // "lần thứ 90 Ngày thành lập"
  const bool name = tokens.IsCapital(unit.last - 1) && !tokens.IsAcronym(unit.last - 1);
  if (before == "thứ" || before == "giờ" || name) return true;
  if (unit.unit == "giờ") return IsClock(tokens, number, unit);
  if (unit.unit == "phút") return before == "giờ" || before == "h";
  if (before == "ngày" || before == "tháng" || before == "quý") return true;
  if (unit.unit == "ngày" && tokens.Is(unit.last, "tháng")) return true;
  if (unit.unit == "tháng" || unit.unit == "năm" || unit.unit == "quý" || unit.unit == "tuần")
    return IsPeriod(tokens, number, unit);
  return false;
}

}  // namespace vanthu::extractors
