#include "extractors/quantity/label.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractors/quantity/lexicon.h"

namespace vanthu::extractors {
namespace {

constexpr size_t kSubject = 9;  // of the longest subject of "đạt"
constexpr size_t kReach = 24;   // tokens of the longest label with its verbs

template <size_t N>
bool OneOf(const std::string& form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

// Words between a label and its number: đạt, là, ước, giảm …
bool IsLink(const std::string& form) {
  static constexpr std::array<std::string_view, 27> kLinks = {
      "đạt",  "là",   "ước", "bằng", "tăng", "giảm",   "chiếm", "còn",  "chỉ",
      "mới",  "được", "từ",  ":",    "thêm", "khoảng", "trên",  "hơn",  "gần",
      "dưới", "lên",  "đến", "tới",  "đủ",   "chưa",   "xuống", "thực", "tính"};
  return OneOf(form, kLinks);
}

// Words that open what a label may follow.
bool Opens(const std::string& form) {
  static constexpr std::array<std::string_view, 20> kOpening = {
      "với", "đó",  "gồm", "và", "có",  "do", ";",   "(",    ":",  "\"",
      "-",   "khi", "mà",  "để", "nay", "để", "nên", "nhất", "\"", "rằng"};
  return OneOf(form, kOpening);
}

// Words that begin a label: kim ngạch, tổng vốn, mức hỗ trợ.
bool BeginsLabel(const Tokens& tokens, size_t i) {
  static constexpr std::array<std::string_view, 40> kHeads = {
      "kim",  "tổng", "vốn",  "kinh",  "giá",   "trị",  "sản",   "doanh", "thu",   "chi",
      "mức",  "tỷ",   "tỉ",   "tốc",   "diện",  "công", "thời",  "lượng", "số",    "dân",
      "năng", "học",  "nhu",  "dung",  "ngân",  "tiền", "nguồn", "lợi",   "lương", "định",
      "thuế", "lãi",  "khối", "trọng", "thiệt", "dự",   "phí",   "trợ",   "chiều", "cước"};
  static constexpr std::array<std::string_view, 49> kSecond = {
      "ngạch", "vốn",  "số",   "giá",   "kinh", "phí",  "trị",    "lượng", "thu",   "nhập",
      "ngân",  "hỗ",   "học",  "chi",   "lệ",   "độ",   "tích",   "suất",  "gian",  "hạn",
      "cầu",   "sách", "viện", "đầu",   "đối",  "phụ",  "thường", "mức",   "nợ",    "nhuận",
      "bổng",  "bình", "kiều", "khách", "hộ",   "tiền", "đoàn",   "mưa",   "nguồn", "cấp",
      "thuế",  "phạt", "khác", "nhu",   "hại",  "toán", "môi",    "vận",   "tiêu"};
  if (!OneOf(tokens.Form(i), kHeads)) return false;
  const std::string& form = tokens.Form(i);
  if (tokens.IsNumber(i + 1)) return form == "vốn";  // "bão số 6"
  if (tokens.Is(i + 1, "tệ")) return false;
  if (form == "vốn" || form == "mức" || form == "số" || form == "tiền" || form == "tổng")
    return true;
  return OneOf(tokens.Form(i + 1), kSecond);
}

// "(KH:1.400 triệu USD)": the plan for the same.
bool IsPlan(const Tokens& tokens, size_t first, size_t end) {
  const std::string& word = tokens.Before(end);
  if (word == "(") return end < tokens.size() && (tokens.Is(end, "kh") || tokens.Is(end, "kế"));
  if (end - first > 3) return false;
  return word == "kh" || word == "hoạch" || (word == "kế" && tokens.Is(end, "hoạch"));
}

// "Kim ngạch xuất khẩu cả năm", "… 06 tháng đầu năm", "mỗi hội thảo": when and where, not what.
size_t WithoutTime(const Tokens& tokens, size_t first, size_t end) {
  for (size_t i = first + 1; i < end; ++i) {
    const std::string& form = tokens.Form(i);
    const bool span = tokens.IsNumber(i) && (tokens.Is(i + 1, "tháng") || tokens.Is(i + 1, "quý"));
    if (form == "mỗi" || form == "chỉ" || span) return i;
    // "Diện tích cây ăn trái của tỉnh", "… qua hệ thống ngân hàng", "Kinh phí do ngân sách bảo đảm"
    static constexpr std::array<std::string_view, 5> kCircumstance = {"của", "qua", "do", "ở",
                                                                      "duy"};
    if (i >= first + 2 && OneOf(form, kCircumstance)) return i;
    if (form == "theo" || (form == "giai" && tokens.Is(i + 1, "đoạn")) ||
        (form == "đối" && tokens.Is(i + 1, "với")) ||
        (form == "chuyển" && tokens.Is(i + 1, "về"))) {
      return i;
    }
    if (form == "cả" && tokens.Is(i + 1, "năm")) return i;
    if (form == "trong" && (tokens.Is(i + 1, "năm") || tokens.Is(i + 1, "tháng") ||
                            tokens.Is(i + 1, "kỳ") || tokens.Is(i + 1, "quý"))) {
      return i;
    }
  }
  return end;
}

// "vốn đầu tư công giải ngân", "Ngân sách năm 2019 bố trí", "kinh phí đối ngoại chi hết": what is done with it ends a label
// of three words and more; "tỷ lệ giải ngân" is told of.
size_t WithoutVerb(const Tokens& tokens, size_t first, size_t end) {
  static constexpr std::array<std::string_view, 7> kLast = {"chi",  "hết", "mới", "này",
                                                            "phải", "cấp", "dài"};
  const std::string& last = tokens.Before(end);
  if (end >= first + 2 && (last == "này" || last == "dài")) return end - 1;
  const std::string& two = tokens.Before(end, 2);
  const bool allowance = last == "cấp" && (two == "phụ" || two == "trợ");
  if (end >= first + 3 && OneOf(last, kLast) && !allowance) return end - 1;
  const bool pair = (two == "bố" && last == "trí") || (two == "lần" && last == "lượt") ||
                    (two == "đáp" && last == "ứng") || (two == "lên" && last == "tới");
  if (end >= first + 3 && pair) return end - 2;
  const bool spent = two == "giải" && last == "ngân";
  if (end >= first + 5 && spent && tokens.Before(end, 3) != "lệ") return end - 2;
  return end;
}

// One behind the label's last token: links and hedges taken off.
size_t EndOf(const Tokens& tokens, size_t first, size_t end) {
  while (end > first) {
    const auto hedge = HedgeBefore(tokens, end);
    if (hedge.entry != nullptr && hedge.tokens <= end - first) {
      end -= hedge.tokens;
    } else if (IsLink(tokens.Before(end)) || tokens.Before(end) == "," ||
               tokens.Before(end) == ")" || IsPlan(tokens, first, end)) {
      --end;
    } else if (const size_t shorter = WithoutVerb(tokens, first, end); shorter < end) {
      end = shorter;
    } else {
      break;
    }
  }
  return end;
}

// The label of the tokens [first, end); none for a single word that says nothing alone (mức, tiền).
std::optional<std::string> TextOf(const Tokens& tokens, size_t first, size_t end) {
  end = WithoutTime(tokens, first, end);
  if (end < first + 2 && !tokens.Is(first, "vốn")) return std::nullopt;
  const bool index = tokens.Is(first, "chỉ") && tokens.Is(first + 1, "số");
  if ((IsLink(tokens.Form(first)) && !index) || tokens.Is(first, "phấn")) return std::nullopt;
  return std::string(tokens.Text(first, end));
}

// "có 68,4% giáo viên tiếng Anh đạt chuẩn", "100% học sinh lớp 3 được …": whose share it is, up to what is told of them.
// None behind "đạt 59,5% kế hoạch", which compares.
Label WhoseShare(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kWords = 14;
  static constexpr std::array<std::string_view, 8> kCompares = {"bằng", "đạt",  "chiếm", "tăng",
                                                                "giảm", "dưới", "mức",   "ứng"};
  static constexpr std::array<std::string_view, 10> kTold = {"được", "đã", "so", "mỗi", "hoàn",
                                                             "tham", "kế", "dự", "trở", "về"};
  if (OneOf(tokens.Before(quantity.first), kCompares)) return {};
  const size_t first = quantity.last;
  size_t last = first;
  while (last < first + kWords && (tokens.IsWord(last) || tokens.IsNumber(last)) &&
         !OneOf(tokens.Form(last), kTold)) {
    ++last;
  }
  static constexpr std::array<std::string_view, 10> kNoHead = {"của", "cho", "trong", "tại", "là",
                                                               "và",  "vào", "thực",  "thì", "từ"};
  if (last < first + 2 || last == first + kWords || OneOf(tokens.Form(first), kNoHead)) return {};
  return {std::string(tokens.Text(first, last)), last, false};
}

// "85 ha rừng gỗ lớn", "2 triệu USD viện trợ không hoàn lại": what stands behind the unit.
Label LabelBehind(const Tokens& tokens, const Quantity& quantity) {
  constexpr size_t kWords = 6;
  const bool measure = quantity.kind == FigureKind::kArea || quantity.kind == FigureKind::kMass ||
                       quantity.kind == FigureKind::kOther;
  const size_t first = quantity.last;
  if (quantity.kind == FigureKind::kPercent) return WhoseShare(tokens, quantity);
  if (!measure && !BeginsLabel(tokens, first) && !tokens.Is(first, "viện")) return {};
  if (tokens.Is(first, "so") || tokens.Is(first, "mỗi")) return {};
  size_t last = first;
  // "viện trợ không hoàn lại" is one term; else "không" ends it.
  while (last < first + kWords && tokens.IsWord(last) && !tokens.IsCapital(last) &&
         (!IsStop(tokens.Form(last)) || tokens.Is(last + 1, "hoàn") || tokens.Is(last, "đối") ||
          tokens.Is(last, "lớn"))) {
    ++last;
  }
  if (tokens.IsAcronym(last)) ++last;
  // "310 ha rừng, chăm sóc …"
  const bool alone = measure && last == first + 1 && !tokens.IsWord(last);
  if (last < first + 2 && !alone) return {};
  return {std::string(tokens.Text(first, last)), last, false};
}

struct Clause {
  size_t first = 0;  // behind its opening word or mark
  size_t head = 0;   // the leftmost word that begins a label; the clause's end where none does
};

Clause ClauseOf(const Tokens& tokens, size_t least, size_t end) {
  Clause clause{end, end};
  size_t at = end;
  bool comma = false;
  while (at > least) {
    const std::string& form = tokens.Before(at);
    const bool span = form == "-" && at >= 2 && tokens.IsNumber(at - 2) && tokens.IsNumber(at);
    // "Kinh phí do ngân sách thành phố bảo đảm": what the ground is told of.
    if (form == "do" && at >= least + 3 && BeginsLabel(tokens, at - 3)) {
      clause.head = clause.first = at - 3;
      break;
    }
    // "Kim ngạch xuất nhập khẩu qua cửa khẩu A và cửa khẩu B ước …": a list inside, where no label begins behind it.
    const bool list = form == "và" && clause.head == end && at > least + 1;
    if (list) comma = true;
    if (form == "." || form == ")" || (Opens(form) && !span && !list)) break;
    if (form == ",") {
      // "Sản lượng rau, hoa xuất khẩu": a comma inside, where nothing behind it begins a label.
      if (clause.head < end || at - 1 <= least) break;
      comma = true;
    }
    --at;
    if (!comma) clause.first = at;
    if (BeginsLabel(tokens, at)) clause.head = at;
  }
  static constexpr std::array<std::string_view, 7> kBefore = {"các",  "chỉ",  "hệ", "dân",
                                                              "tăng", "giảm", "góp"};
  if (clause.head < end && clause.head > least && OneOf(tokens.Before(clause.head), kBefore))
    --clause.head;
  return clause;
}

// "khảo sát khu đất 18,5 ha", "đường dây 220 kV": the thing that is measured stands before; `end` where none does.
size_t MeasuredHead(const Tokens& tokens, const Quantity& quantity, size_t first, size_t end) {
  constexpr size_t kWords = 5;
  static constexpr std::array<std::string_view, 12> kThings = {
      "đường", "vùng", "khu", "đất", "xe", "căn", "điện", "cá", "tuyến", "bãi", "cánh", "nhà"};
  const bool measure = quantity.kind == FigureKind::kArea || quantity.kind == FigureKind::kMass ||
                       quantity.kind == FigureKind::kOther;
  if (!measure || quantity.unit == "lần") return end;
  size_t head = end;
  for (size_t i = end; i > first && end - i < kWords; --i) {
    if (OneOf(tokens.Form(i - 1), kThings)) head = i - 1;
  }
  return head + 2 <= end ? head : end;
}

// ", các nhà tài trợ 2,28 tỷ đồng", "; phiên dịch 400.000 đồng/giờ": who or what has its part of a sum, in few words
// between a mark and the number. Who is given it is told by a verb.
bool IsShare(const Tokens& tokens, const Quantity& quantity, const Clause& clause, size_t end) {
  static constexpr std::array<std::string_view, 22> kGives = {
      "hỗ",  "cấp",  "bổ",  "bố",  "trao", "tặng", "chi", "đầu", "trị",   "thu",  "vận",
      "huy", "giao", "xin", "với", "bằng", "hơn",  "tức", "nộp", "tương", "tổng", "quy"};
  const bool money = quantity.kind == FigureKind::kMoney || quantity.kind == FigureKind::kRate;
  if (!money || end != quantity.first || clause.first + 2 > end || end > clause.first + 5)
    return false;
  const std::string& opening = tokens.Before(clause.first);
  if (opening != "," && opening != ";" && opening != ":" && opening != "và") return false;
  return !OneOf(tokens.Form(clause.first), kGives) && !tokens.IsNumber(clause.first);
}

}  // namespace

Label LabelOf(const Tokens& tokens, const Quantity& quantity, size_t floor) {
  const size_t far = quantity.first > kReach ? quantity.first - kReach : 0;
  const size_t least = std::max(far, floor);
  const size_t end = EndOf(tokens, least, quantity.first);
  // Nothing but links back to the figure before: it says more about the same.
  if (end <= floor && floor > 0) {
    if (quantity.kind == FigureKind::kDuration) return {};
    // ", bằng 60% tổng vốn": what stands behind is the whole, not what is told of.
    if (quantity.kind == FigureKind::kPercent) return {std::nullopt, 0, true};
    Label behind = LabelBehind(tokens, quantity);
    behind.inherited = !behind.text;
    return behind;
  }
  const Clause clause = ClauseOf(tokens, least, end);
  const bool span = quantity.kind == FigureKind::kDuration;
  if (span && !tokens.Is(clause.head, "thời")) return {};
  // ", thời gian ½ ngày mỗi lớp"
  const std::string& opening = tokens.Before(clause.head);
  if (span && end == clause.head + 2 && (opening == "," || opening == ";")) {
    return {std::string(tokens.Text(clause.head, end)), 0, false};
  }
  if (span && end < clause.head + 3) return {};  // "thời hạn" alone says nothing
  if (clause.head < end && tokens.Is(clause.head + 1, "cộng")) return {};  // "tổng cộng"
  if (clause.head < end) return {TextOf(tokens, clause.head, end), 0, false};
  // "trong đó xuất khẩu đạt 141,85 triệu USD": what is said to reach the figure; "giải ngân 17,85".
  static constexpr std::array<std::string_view, 5> kReaches = {"đạt", "ước", "là", "chiếm", "tăng"};
  static constexpr std::array<std::string_view, 3> kActs = {"giải", "xuất", "nhập"};
  const size_t words = end - clause.first;
  const bool reaches = end < quantity.first && OneOf(tokens.Form(end), kReaches);
  const bool act = words <= 3 && OneOf(tokens.Form(clause.first), kActs);
  // Words right behind another figure are what that one counts: "1 mũi vắc xin đạt 51,6%".
  const bool apart = floor == 0 || clause.first > floor;
  if ((reaches && apart && words > 0 && words <= kSubject && !tokens.Is(clause.first, "toàn")) ||
      (act && words > 1)) {
    return {TextOf(tokens, clause.first, end), 0, false};
  }
  if (const size_t head = MeasuredHead(tokens, quantity, std::max(clause.first, least), end);
      head < end) {
    return {std::string(tokens.Text(head, end)), 0, false};
  }
  if (IsShare(tokens, quantity, clause, end)) {
    return {std::string(tokens.Text(clause.first, end)), 0, false};
  }
  return LabelBehind(tokens, quantity);
}

}  // namespace vanthu::extractors
