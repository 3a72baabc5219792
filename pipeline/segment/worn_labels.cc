#include "pipeline/segment/worn_labels.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "models/text/utf8.h"
#include "pipeline/segment/shape.h"

namespace vanthu::segment {
namespace {

constexpr std::array<std::string_view, 15> kRomans = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"};
constexpr std::array<std::string_view, 15> kLetters = {"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p"};

// What engines make of a digit that begins a line. Own observation on aged prints.
constexpr std::array<std::string_view, 10> kDigitForms = {"OoQ",   "lIi|!", "zZ?", "äăä", "Aa",
                                                          "sSoóŠ", "GóbB",  "?T/", "BS&", "gqgợ"};

template <size_t N>
std::optional<std::string> After(const std::array<std::string_view, N>& all,
                                 const std::string& label) {
  const auto at = std::ranges::find(all, label);
  if (at == all.end() || at + 1 == all.end()) return std::nullopt;
  return std::string(*(at + 1));
}

// "II KẾT QUẢ THU HÚT": a heading in capitals under a number without its point.
std::optional<Label> BareRoman(const std::string& text, const std::vector<Label>& open) {
  static const RE2 bare(R"(^([IVX]{1,5})(\s+[.,]?\s*)(\p{Lu}.*)$)");
  std::string number, gap, heading;
  if (!RE2::FullMatch(text, bare, &number, &gap, &heading) || !IsCapitals(heading))
    return std::nullopt;
  std::string expected = "I";
  for (const Label& label : open) {
    if (label.kind == Kind::kRoman) expected = After(kRomans, label.label).value_or("");
  }
  if (number != expected) return std::nullopt;
  return Label{Kind::kRoman, number, number.size() + gap.size()};
}

// "s- Giao Văn phòng", "2, Kinh phí": the number that follows, one sign of it misread or its mark.
std::optional<Label> WornNumber(const std::string& text, const std::vector<Label>& open) {
  static const RE2 marked(R"(^(\S{1,3}?)(\s?[.,)-]\s+)\p{Lu})");
  std::string sign, mark;
  if (!RE2::PartialMatch(text, marked, &sign, &mark)) return std::nullopt;
  for (const Label& label : open) {
    if (label.kind != Kind::kNumber) continue;
    const std::optional<Label> next = NextLabel(label);
    if (!next || next->label.size() != 1) continue;
    const auto digit = static_cast<size_t>(next->label.front() - '0');
    const bool near = Length(sign) == 1 && kDigitForms[digit].find(sign) != std::string_view::npos;
    if (sign == next->label || near)
      return Label{Kind::kNumber, next->label, sign.size() + mark.size()};
  }
  return std::nullopt;
}

// d and đ are one bar apart, and the order tells: … c, d, đ, e …
std::optional<Label> WornD(const LetterLine& line, const std::vector<Label>& open) {
  std::optional<Label> read = LabelOf(line);
  if (!read || read->kind != Kind::kLetter || (read->label != "d" && read->label != "đ"))
    return std::nullopt;
  for (const Label& label : open) {
    if (label.kind != Kind::kLetter) continue;
    const std::optional<Label> next = NextLabel(label);
    if (!next || next->label == read->label || (next->label != "d" && next->label != "đ"))
      return std::nullopt;
    read->label = next->label;
    return read;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Label> NextLabel(const Label& label) {
  std::optional<std::string> next;
  if (label.kind == Kind::kRoman) next = After(kRomans, label.label);
  if (label.kind == Kind::kLetter) next = After(kLetters, label.label);
  if (label.kind == Kind::kNumber) {
    static const RE2 digits(R"(\d{1,2})");
    if (RE2::FullMatch(label.label, digits)) next = std::to_string(std::stoi(label.label) + 1);
  }
  if (!next) return std::nullopt;
  return Label{label.kind, *next, 0};
}

std::optional<Label> WornLabelOf(const LetterLine& line, const std::vector<Label>& open) {
  if (std::optional<Label> d = WornD(line, open)) return d;
  const std::optional<Label> read = LabelOf(line);
  const auto is_letter = [](const Label& label) { return label.kind == Kind::kLetter; };
  const bool stray =
      read && is_letter(*read) && read->label != "a" && std::ranges::none_of(open, is_letter);
  if (read && read->kind != Kind::kDash && !stray) return std::nullopt;
  if (std::optional<Label> roman = BareRoman(line.text, open)) return roman;
  return WornNumber(line.text, open);
}

}  // namespace vanthu::segment
