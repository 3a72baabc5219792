#include "extractors/quantity/label.h"

#include <algorithm>
#include <array>

#include "extractors/quantity/lexicon.h"

namespace vanthu::extractors {
namespace {

constexpr size_t kReach = 24;  // tokens of the longest label with its verbs

template <size_t N>
bool OneOf(const std::string& form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

// Words between a label and its number: đạt, là, ước, giảm …
bool IsLink(const std::string& form) {
  static constexpr std::array<std::string_view, 27> kLinks = {
      "đạt", "là",   "ước",  "bằng", "tăng", "giảm", "chiếm", "còn",    "chỉ",
      "mới", "được", "từ",   "dự",   "kiến", ":",    "thêm",  "khoảng", "trên",
      "hơn", "gần",  "dưới", "lên",  "đến",  "tới",  "xuống", "thực",   "tính"};
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
  static constexpr std::array<std::string_view, 30> kHeads = {
      "kim",  "tổng", "vốn", "kinh", "giá",  "trị",  "sản",   "doanh", "thu",   "chi",
      "mức",  "tỷ",   "tỉ",  "tốc",  "diện", "công", "thời",  "lượng", "số",    "dân",
      "năng", "học",  "nhu", "dung", "ngân", "tiền", "nguồn", "lợi",   "lương", "định"};
  static constexpr std::array<std::string_view, 44> kSecond = {
      "ngạch", "vốn", "số",   "giá",  "kinh",   "phí",   "trị",  "lượng", "thu",  "nhập", "ngân",
      "hỗ",    "học", "chi",  "lệ",   "độ",     "tích",  "suất", "gian",  "hạn",  "cầu",  "sách",
      "viện",  "đầu", "đối",  "phụ",  "thường", "mức",   "nợ",   "nhuận", "bổng", "bình", "kiều",
      "khách", "hộ",  "tiền", "đoàn", "mưa",    "nguồn", "cấp",  "thuế",  "phạt", "FDI",  "nhu"};
  if (!OneOf(tokens.Form(i), kHeads)) return false;
  const std::string& form = tokens.Form(i);
  if (form == "vốn" || form == "mức" || form == "số" || form == "tiền" || form == "tổng")
    return true;
  return OneOf(tokens.Form(i + 1), kSecond);
}

// One behind the label's last token: links and hedges taken off.
size_t EndOf(const Tokens& tokens, size_t first, size_t end) {
  while (end > first) {
    const auto hedge = HedgeBefore(tokens, end);
    if (hedge.entry != nullptr && hedge.tokens <= end - first) {
      end -= hedge.tokens;
    } else if (IsLink(tokens.Before(end)) || tokens.Before(end) == ",") {
      --end;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

Label LabelOf(const Tokens& tokens, const Quantity& quantity, size_t floor) {
  const size_t far = quantity.first > kReach ? quantity.first - kReach : 0;
  const size_t least = std::max(far, floor);
  const size_t end = EndOf(tokens, least, quantity.first);
  // Nothing but links back to the figure before: it says more about the same.
  if (end <= floor && floor > 0) return {std::nullopt, true};
  size_t first = end;
  size_t head = end;  // the leftmost word that begins a label, back to the clause's opening
  bool comma = false;
  while (first > least) {
    const std::string& form = tokens.Before(first);
    if (Opens(form) || form == "." || form == ")") break;
    if (form == ",") {
      // "Sản lượng rau, hoa xuất khẩu": a comma inside only where nothing behind it begins a label.
      if (head < end) break;
      comma = true;
    }
    --first;
    if (BeginsLabel(tokens, first)) head = first;
  }
  if (head < end && (!comma || head + 2 < end)) {
    return {std::string(tokens.Text(head, end)), false};
  }
  // "trong đó xuất khẩu đạt 141,85 triệu USD": what is said to reach the figure.
  static constexpr std::array<std::string_view, 3> kReaches = {"đạt", "ước", "là"};
  const bool reaches = end < quantity.first && OneOf(tokens.Form(end), kReaches);
  if (reaches && !comma && end > first && end - first <= 6) {
    return {std::string(tokens.Text(first, end)), false};
  }
  return {};
}

}  // namespace vanthu::extractors
