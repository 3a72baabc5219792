#include "extractors/references/issuer_phrase.h"

#include <re2/re2.h>

#include <vector>

#include "models/lexicon/doc_types.h"
#include "models/lexicon/names.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

constexpr int kLongestName = 16;  // words

// Words in small letters after which a sentence goes on; what stands before them is the name.
bool EndsName(std::string_view rest) {
  static const RE2 stop(
      R"(^(?:về|ban hành|quy định|qui định|hướng dẫn|phê duyệt|sửa đổi|bổ sung|ngày|tại|trên|là|đã|có|v/v|thay thế|bãi bỏ|triển khai|thực hiện|giao (?:cho|Sở|các|UBND|Chủ|Ủy)|cho|để|được|nhằm|trong|và các|và (?:văn bản|ý kiến|kết luận|hướng)|như|với|theo|do|kèm|gửi|đến|từ|chỉ đạo|yêu cầu|đề nghị|thông báo|công bố|thành lập|tổ chức thực|tăng cường|đối với|kết luận|cụ thể|nêu trên|nói trên|vào|khoá|khóa|kỳ họp|quyết định|tiếp tục|đồng ý|cho phép|sắp xếp|quản lý|áp dụng|giai đoạn|năm|công nhận|điều chỉnh|hỗ trợ|phân công|báo cáo|đẩy mạnh|chi tiết|xử lý|góp ý|mời|chấp thuận|chủ trương|thông qua|bố trí|lập|xây dựng chương|phối hợp|tham gia|đăng ký|xin|tổng hợp|đạt|đang|sẽ|tham mưu|cung cấp|trình|thẩm định|kiến nghị|giao nhiệm|chủ trì|vì|bị|thì|khi|cùng|nhất trí|rà soát|kiểm tra|phản ánh|trả lời|phúc đáp|giải quyết|bãi bỏ|hiện|nay|còn|chưa|không|phát động|triệu tập|tiếp nhận|bổ nhiệm|cử|nhiệm kỳ|mà|hết hiệu|kể từ|bao gồm|cũng|phải|cần|nên|đều)(?:\s|$|[,.;:)]))");
  return RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), stop);
}

// "Ban Chỉ đạo về hội nhập quốc tế", "… hội nhập quốc tế về kinh tế": a committee's task is its name.
bool GoesOnWithTask(std::string_view name, std::string_view rest) {
  if (!name.starts_with("Ban Chỉ đạo") || !rest.starts_with("về ") || rest.starts_with("về việc"))
    return false;
  static const RE2 bare(R"(^Ban Chỉ đạo(?: liên ngành)? $)");
  return RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), bare) ||
         (name.ends_with("quốc tế ") && rest.starts_with("về kinh tế"));
}

std::string Trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '/' || text.back() == '.' ||
                           text.back() == ',' || text.back() == '-' || text.back() == '"'))
    text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::optional<std::string> IssuerAfter(std::string_view text, size_t at, size_t* end) {
  static const RE2 lead(R"(^[\s,)]{0,3}của\s+(?:đồng chí\s+)?)");
  re2::StringPiece rest(text.data() + at, text.size() - at);
  if (!RE2::Consume(&rest, lead)) return std::nullopt;
  const size_t begin = static_cast<size_t>(rest.data() - text.data());
  if (!IsUpper(DecodeAt(text, begin).value) && !text.substr(begin).starts_with("liên "))
    return std::nullopt;
  size_t i = begin;
  int words = 0;
  while (i < text.size() && words < kLongestName) {
    if (words > 0 && EndsName(text.substr(i)) &&
        !GoesOnWithTask(text.substr(begin, i - begin), text.substr(i))) {
      break;
    }
    // "… của Chính phủ và Nghị định số …": a type's name after "và" is the next document.
    if (text.substr(i).starts_with("và ")) {
      const std::string_view next = text.substr(i + std::string_view("và ").size());
      if (!IsUpper(DecodeAt(next, 0).value) ||
          DocTypeAtStart(Fold(next.substr(0, 80))).type != nullptr)
        break;
    }
    size_t stop = i;
    while (stop < text.size() && text[stop] != ' ') {
      const char c = text[stop];
      if (c == ';' || c == ')' || c == '(' || c == ':' || c == '"' || c == '[') break;
      const bool last = stop + 1 >= text.size() || text[stop + 1] == ' ';
      if ((c == ',' || c == '.') && last) break;
      ++stop;
    }
    const bool closed = stop < text.size() && text[stop] != ' ';
    // "Bộ Văn hóa, Thể thao và Du lịch", "Lao động, Thương binh": a comma inside a ministry's name.
    if (closed && text[stop] == ',') {
      static const RE2 inside(R"(^, (?:Thể thao|Thương binh|Công nghệ|Hải đảo))");
      if (RE2::PartialMatch(re2::StringPiece(text.data() + stop, text.size() - stop), inside)) {
        i = stop + 2;
        ++words;
        continue;
      }
    }
    i = stop;
    ++words;
    if (closed) break;
    if (i < text.size()) ++i;
  }
  const std::string name = Trimmed(text.substr(begin, i - begin));
  if (name.empty()) return std::nullopt;
  *end = begin + name.size();
  return name;
}

std::optional<std::string> IssuerPhrase(std::string_view phrase) {
  static const RE2 office(
      R"(^(?:Chủ tịch|Phó Chủ tịch|Giám đốc|Thủ tướng|Thường trực|Chính phủ|Quốc hội|UBND|HĐND|BTV|Bộ trưởng|Chánh))");
  // A body's term is no part of its name: Ban Thường vụ Thành ủy khóa XVI.
  static const RE2 term(R"((\s(?:khóa|khoá)\s))");
  re2::StringPiece at;
  if (RE2::PartialMatch(re2::StringPiece(phrase.data(), phrase.size()), term, &at)) {
    phrase = phrase.substr(0, static_cast<size_t>(at.data() - phrase.data()));
  }
  const std::string name = Trimmed(phrase);
  if (name.empty()) return std::nullopt;
  if (RE2::PartialMatch(name, office) || OpensAgency(name)) return name;
  return std::nullopt;
}

}  // namespace vanthu::extractors
