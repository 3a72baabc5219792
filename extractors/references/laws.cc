#include "extractors/references/laws.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/references/issuer_phrase.h"
#include "models/lexicon/docnumber.h"
#include "models/lexicon/table.h"
#include "models/text/fold.h"
#include "models/text/utf8.h"

namespace vanthu::extractors {
namespace {

// The longest names, of amending laws, have some 250 bytes; without a limit a text without marks would be
// read to its end for each law.
constexpr size_t kLongestName = 600;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// The longest name of laws.tsv that stands at `begin`; 0 where there is none.
size_t KnownName(std::string_view text, size_t begin) {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const auto& row : ReadTable("laws.tsv", 1)) out.push_back(Fold(row[0]));
    return out;
  }();
  const FoldedText folded = FoldWithOffsets(text.substr(begin, 260));
  size_t longest = 0;
  for (const std::string& name : names) {
    if (name.size() > longest && folded.folded.starts_with(name)) longest = name.size();
  }
  return longest == 0 ? 0 : begin + folded.offsets[longest];
}

// Where a law's name ends: a date, a number, a mark, or the words that go on with the sentence.
size_t EndOfName(std::string_view text, size_t begin) {
  static const RE2 stop(
      R"(^(?:số\s*:?\s*\d|(?:ngày|năm\s+\d{4}|được|đã|quy định|qui định|và (?:các|Luật|Nghị|Pháp|Bộ luật|Quyết|Thông|Chỉ|Kế|Công|Quy|văn bản|hướng dẫn|tình hình|sửa đổi|bổ sung|một số|triển khai|thực hiện)|có hiệu lực|trên địa bàn|tại|do|cho|theo|để|của (?:Quốc hội|Chủ tịch nước|Ủy ban Thường vụ|Uỷ ban Thường vụ|nước)|khoá|khóa|là|hiện hành|sau đây|như|nhằm|trong|với|đến|thì|phải|ban hành)(?:\s|[,.;:)]|$)))");
  // "Hiệp định Thương mại tự do ASEAN": words that end a name elsewhere are a part of these.
  static const RE2 inside(R"((?:tự)\s*$)");
  // "Luật Đấu thầu về lựa chọn nhà thầu": what a decree details of a law; treaties have it in their names.
  static const RE2 about(R"(^về\s)");
  static const RE2 named_law(R"(^(?:Luật|Bộ luật|Pháp lệnh) \pL)");
  size_t i = begin;
  // An amending law names several others: "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B".
  static const RE2 amending(
      R"(^(?:Luật|Pháp lệnh|Bộ luật) sửa đổi, bổ sung (?:một số điều )?(?:của )?)");
  re2::StringPiece amended = Piece(text.substr(begin));
  const bool amends = RE2::Consume(&amended, amending);
  if (amends) i = static_cast<size_t>(amended.data() - text.data());
  if (const size_t known = KnownName(text, i); known != 0) {
    if (!amends || !text.substr(known).starts_with(" và Luật ")) return known;
    i = known + std::string_view(" và ").size();
    if (const size_t second = KnownName(text, i); second != 0) return second;
  }
  const size_t limit = std::min(text.size(), begin + kLongestName);
  const bool law = RE2::PartialMatch(Piece(text.substr(begin, 40)), named_law) &&
                   !Fold(text.substr(begin, 16)).starts_with("luat ve ");
  while (i < limit) {
    const char c = text[i];
    if (c == ',' || c == ';' || c == '.' || c == ')' || c == '(' || c == ':' || c == '"' ||
        c == '[')
      break;
    if (c == ' ' && law && RE2::PartialMatch(Piece(text.substr(i + 1)), about)) break;
    if (c == ' ' && RE2::PartialMatch(Piece(text.substr(i + 1)), stop) &&
        !(amends && text.substr(i + 1).starts_with("và Luật ")) &&
        !RE2::PartialMatch(Piece(text.substr(begin, i - begin)), inside)) {
      break;
    }
    ++i;
  }
  while (i > begin && (text[i - 1] == ' ' || text[i - 1] == ',' || text[i - 1] == '-')) --i;
  return i;
}

}  // namespace

std::vector<Citation> FindLaws(std::string_view text) {
  static const RE2 opening(
      R"((?:^|[\s("-])((?:Bộ luật|Luật|Pháp lệnh|Hiến pháp|Hiệp định|Hiệp ước|Công ước|Nghị định thư)(?:\s+(?:[\p{Lu}]|sửa đổi|đất|đấu|ngân|doanh|tổ chức|cán bộ|xây|thi|phòng|của Liên|về|biên|đầu|thương|quy chế|khung|quốc tế)|\s*năm \d{4}|\s*nước)))");
  std::vector<Citation> found;
  re2::StringPiece rest = Piece(text);
  re2::StringPiece match;
  size_t counted = 0;   // bytes looked at for quotation marks
  bool quoted = false;  // an odd number of them stands before `counted`
  while (RE2::FindAndConsume(&rest, opening, &match)) {
    const size_t begin = static_cast<size_t>(match.data() - text.data());
    if (!found.empty() && begin < found.back().end) continue;
    // Đề án "Đẩy mạnh phổ biến Công ước …": a word of another document's name. A quoted name alone is one.
    for (; counted < begin; ++counted) quoted ^= text[counted] == '"';
    if (quoted && text[begin - 1] != '"') continue;
    size_t end = EndOfName(text, begin);
    std::string title(text.substr(begin, end - begin));
    if (title.size() < 8 || title.find(' ') == std::string::npos) continue;
    // Common nouns in the plural are no document: "các Hiệp định thương mại tự do".
    static const RE2 plural(R"((?i)(?:các|những|một số|mỗi|nhiều)\s+$)");
    const size_t before = begin > 16 ? begin - 16 : 0;
    if (RE2::PartialMatch(Piece(text.substr(before, begin - before)), plural)) continue;
    Citation law;
    law.begin = begin;
    // A year belongs to the name of a convention, and to the date of a law.
    static const RE2 year_after(R"(^\s*(năm\s+(\d{4})))");
    re2::StringPiece year_text;
    int year = 0;
    if (RE2::PartialMatch(Piece(text.substr(end)), year_after, &year_text, &year)) {
      const size_t year_end =
          static_cast<size_t>(year_text.data() - text.data()) + year_text.size();
      law.date = CitedDate{year, std::nullopt, std::nullopt, end, year_end};
      if (title.starts_with("Công ước")) title = std::string(text.substr(begin, year_end - begin));
      end = year_end;
    }
    static const RE2 number_after(R"(^\s*,?\s*số\s*:?\s*)");
    re2::StringPiece after = Piece(text.substr(end));
    if (RE2::Consume(&after, number_after)) {
      const size_t at = static_cast<size_t>(after.data() - text.data());
      const std::vector<NumberInText> numbers = FindNumbers(text.substr(at, 40));
      if (!numbers.empty() && numbers.front().begin == 0) {
        law.number = numbers.front().parts.normalized;
        end = at + numbers.front().end;
      }
    }
    static const RE2 date_after(
        R"(^\s*,?\s*(?:các cấp\s+)?(?:(?:đã\s+)?được .{0,60}thông qua )?ngày\s*)");
    const auto date_at = [&](const RE2& lead) {
      re2::StringPiece at = Piece(text.substr(end));
      if (!RE2::Consume(&at, lead)) return;
      if (const auto date = DateAt(text, static_cast<size_t>(at.data() - text.data()))) {
        law.date = date;
        end = date->end;
      }
    };
    date_at(date_after);
    size_t issuer_end = end;
    law.issuer = IssuerAfter(text, end, &issuer_end);
    if (law.issuer) end = issuer_end;
    // "Luật đất đai của Chủ tịch nước công bố ngày 24/7/1993"
    static const RE2 announced(R"(^\s*(?:công bố|ban hành|thông qua)\s+ngày\s*)");
    if (!law.date) date_at(announced);
    law.end = end;
    law.title = std::move(title);
    law.type_printed = true;
    found.push_back(std::move(law));
  }
  return found;
}

}  // namespace vanthu::extractors
