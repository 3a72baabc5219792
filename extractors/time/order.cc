#include "extractors/time/order.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "extractors/time/order_words.h"

namespace vanthu::extractors {
namespace {

// A chain of verbs without an object is no longer: "rà soát", "xem xét, tổng hợp".
constexpr size_t kBareWords = 3;

// A name of more words may hold a verb that no table knows.
constexpr size_t kPlainName = 10;

// "UBND tỉnh đã yêu cầu": so near before the ordering verb.
constexpr size_t kPastReach = 12;

// "hồ sơ đề nghị", "công văn đề nghị": so near before it the paper is named.
constexpr size_t kPaperReach = 24;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// Behind roles and duties: "có trách nhiệm", "chủ trì, phối hợp với Công an tỉnh", "là cơ quan đầu mối,".
size_t SkipLead(const std::vector<Word>& words, size_t at, bool& past) {
  while (at < words.size()) {
    const Match<VerbKind> verb = VerbAt(words, at, true);
    if (verb.words == 0) return at;
    if (verb.kind == VerbKind::kPast) {
      past = past || words[at].form != "chưa";
      return at;
    }
    if (verb.kind != VerbKind::kLead) return at;
    const std::string& first = words[at].form;
    size_t next = at + verb.words;
    if (next >= words.size()) return next;
    if (first == "là" || first == "căn" || first == "theo") {
      // to the comma: the task follows
      size_t comma = next;
      while (comma < words.size() && !words[comma].after_mark) ++comma;
      if (comma >= words.size()) {
        return at;
      }
      at = comma;
      continue;
    }
    if (first == "phối" || first == "chỉ" || first == "lãnh") {
      if (IsActor(words, next)) {
        const size_t task = EndOfActor(words, next);
        if (task >= words.size()) return at;
        next = task;
      } else if (first == "phối") {
        return at;
      }
    }
    at = next;
  }
  return at;
}

// "thông tuyến bước 1" of "huy động 12 máy đào, thông tuyến bước 1": the act that has the deadline. What is handed over
// at its end takes the acts before it along: "rà soát …, báo cáo UBND tỉnh".
size_t OwnAct(const std::vector<Word>& words, size_t task) {
  std::vector<size_t> acts = {task};
  bool delivers = false;
  for (size_t at = task + 1; at < words.size(); ++at) {
    if (!words[at].after_mark) continue;
    const Match<VerbKind> verb = VerbAt(words, at, false);
    if (verb.words == 0 || verb.kind == VerbKind::kLead || verb.kind == VerbKind::kPast) continue;
    // "dự thảo quy chế mới, thay thế Quyết định số 15": said of the thing, and no act of its own.
    if (words[at].form == "thay" && at + verb.words < words.size() &&
        words[at + verb.words].capital)
      continue;
    acts.push_back(at);
    delivers = verb.kind == VerbKind::kDeliver;
  }
  // "lập hồ sơ kiến nghị gửi Phòng Cảnh sát giao thông" hands over as well.
  for (size_t at = acts.back() + 1; at < words.size() && !delivers; ++at) {
    delivers = words[at].form == "gửi" || words[at].form == "trình" || words[at].form == "nộp";
  }
  // "báo cáo công tác chuẩn bị, kiểm tra" lists what is told.
  const Match<VerbKind> opens = VerbAt(words, task, true);
  if (opens.words > 0 && opens.kind == VerbKind::kDeliver) delivers = true;
  if (delivers || acts.size() == 1) return task;
  size_t own = acts.back();
  for (size_t i = acts.size() - 1; i-- > 0;) {
    if (acts[i + 1] - acts[i] > kBareWords) break;
    own = acts[i];
  }
  return own;
}

// "Báo cáo gửi về Sở": the report is a noun.
bool IsReportSent(const std::vector<Word>& words) {
  return words.size() > 2 && words[0].form == "báo" && words[2].form == "gửi" &&
         !words[2].after_mark;
}

// The last of "giao", "đề nghị", "yêu cầu" with somebody's name behind: where the name begins; else `begin`.
size_t AfterOrderingVerb(std::string_view text, size_t begin, size_t end, bool& past) {
  static const RE2 verb(
      R"((?:^|[\s,;:(])((?:[Kk]ính\s+|[Tt]rân\s+trọng\s+)?(?:[Gg]iao(?:\s+(?:nhiệm\s+vụ|trách\s+nhiệm))?(?:\s+cho)?|[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Pp]hân\s+công|[Kk]iến\s+nghị|[Cc]hỉ\s+đạo)\s*:?\s+))");
  re2::StringPiece rest = Piece(text.substr(begin, end - begin));
  re2::StringPiece found;
  size_t name = begin;
  while (RE2::FindAndConsume(&rest, verb, &found)) {
    const size_t after = static_cast<size_t>(found.data() - text.data()) + found.size();
    // Bộ Ngoại giao
    if (text.substr(begin, after - found.size() - begin).ends_with("Ngoại ")) continue;
    static const RE2 paper(
        R"((?:[Hh]ồ sơ|[Vv]ăn bản|[Cc]ông văn|[Tt]ờ trình|[Đđ]ơn|[Gg]iấy|[Nn]ội dung|được|theo|việc) $)");
    size_t near =
        after - found.size() > begin + kPaperReach ? after - found.size() - kPaperReach : begin;
    while (near < end && (static_cast<unsigned char>(text[near]) & 0xC0) == 0x80) ++near;
    if (near < after - found.size() &&
        RE2::PartialMatch(Piece(text.substr(near, after - found.size() - near)), paper)) {
      continue;
    }
    const std::vector<Word> words = WordsOf(text, after, std::min(end, after + 60));
    // "chỉ đạo Sở Ngoại vụ trình …" leaves the task with who directs.
    const bool directs = found.starts_with("chỉ") || found.starts_with("Chỉ");
    if (words.empty() || !IsActor(words, 0)) continue;
    if (directs) continue;
    name = after;
    const size_t at = static_cast<size_t>(found.data() - text.data());
    const size_t from = at > begin + kPastReach ? at - kPastReach : begin;
    past = text.substr(from, at - from).find("đã ") != std::string_view::npos;
  }
  return name;
}

// "Sở Y tế (Phòng Nghiệp vụ Y)" ends with its bracket.
size_t WithBracket(std::string_view text, size_t begin, size_t end) {
  const std::string_view name = text.substr(begin, end - begin);
  const bool open = std::ranges::count(name, '(') > std::ranges::count(name, ')');
  return open && end < text.size() && text[end] == ')' ? end + 1 : end;
}

// "Thực hiện Công văn số 5/UBND-KT, các đơn vị gửi …": behind the comma before a name. None where an introduction tells
// of a document and nobody is named: its deadline is told again.
std::optional<size_t> AfterIntroduction(std::string_view text, size_t begin, size_t end) {
  static const RE2 document(
      R"(^(?:Tiếp tục )?(?:[Tt]hực hiện|[Cc]ăn cứ|[Tt]heo|[Pp]húc đáp|[Tt]rả lời|[Tt]iếp theo)\s+(?:\p{Ll}\S*\s+){0,6}\p{Lu})");
  static const RE2 other(
      R"(^(?:Để|Nhằm|Khi|Sau khi|Nếu|Trường hợp|Trên cơ sở|Trong trường hợp|Đối với|Về|Qua|Ngay sau)\s)");
  const re2::StringPiece clause = Piece(text.substr(begin, end - begin));
  const bool cites = RE2::PartialMatch(clause, document);
  if (!cites && !RE2::PartialMatch(clause, other)) return begin;
  const std::vector<Word> words = WordsOf(text, begin, end);
  for (size_t at = 1; at < words.size(); ++at) {
    if (words[at].after_mark && IsActor(words, at) && EndOfActor(words, at) < words.size()) {
      return words[at].begin;
    }
  }
  if (cites) return std::nullopt;
  return begin;
}

// Who speaks in "UBND tỉnh đề nghị", "Sở Y tế thông báo như sau" has no task by it.
bool Speaks(const std::vector<Word>& words, size_t verb) {
  static const std::unordered_set<std::string> told = {"đề nghị",  "yêu cầu",   "giao nhiệm",
                                                       "giao các", "thông báo", "kiến nghị",
                                                       "kính đề",  "trân trọng"};
  return verb + 1 < words.size() && told.contains(words[verb].form + " " + words[verb + 1].form);
}

size_t WithoutLabel(std::string_view text, size_t begin, size_t end) {
  static const RE2 label(
      R"(^[\s.,;)]*(?:(?:[-+*•]|(?:Điều|Mục|Khoản)\s+\d+\s*[.:]?|[IVXivx]{1,5}\s*[.)-]|\d{1,2}(?:\.\d{1,2})*\s*[.)-]|[a-zđ]\s*[.)]|\([a-z\d]{1,2}\))\s*)*)");
  static const RE2 link(
      R"(^\s*(?:(?:[Đđ]ồng thời|riêng|[Tt]rên cơ sở đó|[Ss]au đó|[Rr]iêng|[Đđ]ối với|[Tt]heo đó|và|[Tt]rước mắt|[Nn]goài ra|[Đđ]ịnh kỳ(?: h[ằà]ng (?:năm|quý|tháng))?|H[ằà]ng (?:năm|quý|tháng)|h[ằà]ng (?:năm|quý|tháng))\s*[,:]?\s*)*)");
  re2::StringPiece rest = Piece(text.substr(begin, end - begin));
  RE2::Consume(&rest, label);
  RE2::Consume(&rest, link);
  return static_cast<size_t>(rest.data() - text.data());
}

// Where the act ends: ", hoàn thành", "(xong" and marks before the deadline are not part of it.
size_t EndOfTask(std::string_view text, size_t begin, size_t end) {
  static const RE2 tail(
      R"((?i)((?:^|[\s,;(.:-]+)(?:(?:và|phải|bảo đảm|đảm bảo|cần|báo cáo kết quả thực hiện)\s+)?(?:(?:thời\s+(?:gian|hạn)|hạn)\s+)?(?:hoàn\s+thành|hoàn\s+tất|kết\s+thúc|xong|thực\s+hiện\s+xong|thực\s+hiện|thời\s+(?:gian|hạn))\s*(?:xong)?[\s:,(-]*)$)");
  static const RE2 marks(R"(([\s,;:(.-]+)$)");
  // ", thời hạn nộp hồ sơ (đến ngày …)"
  static const RE2 term(
      R"((?i)([,;(.]\s*(?:thời\s+)?hạn\s+(?:gửi|nộp|báo\s+cáo|đăng\s+ký|nhận|trình|góp\s+ý)[^,;.]{0,40})$)");
  re2::StringPiece cut;
  std::string_view task = text.substr(begin, end - begin);
  constexpr size_t kTailReach = 80;
  size_t from = task.size() > kTailReach ? task.size() - kTailReach : 0;
  while (from < task.size() && (static_cast<unsigned char>(task[from]) & 0xC0) == 0x80) ++from;
  if (RE2::PartialMatch(Piece(task.substr(from)), term, &cut)) task.remove_suffix(cut.size());
  from = std::min(from, task.size());
  if (RE2::PartialMatch(Piece(task.substr(from)), tail, &cut)) {
    // "làm xong" keeps its verb, ", hoàn thành" goes.
    const size_t mark = std::string_view(cut.data(), cut.size()).find_first_of(",;(.:-");
    const bool marked = mark != std::string_view::npos && mark < cut.size() / 2;
    if (marked || cut.size() == task.size()) task.remove_suffix(cut.size());
  }
  // "công bố kết quả xong": the date's word; "làm xong" keeps it.
  static const RE2 done(R"(\s\S+\s\S+(\s+xong)[\s,;]*$)");
  if (RE2::PartialMatch(Piece(task.substr(from < task.size() ? from : 0)), done, &cut)) {
    task.remove_suffix(cut.size());
  }
  if (RE2::PartialMatch(Piece(task.substr(task.size() > 8 ? task.size() - 8 : 0)), marks, &cut)) {
    task.remove_suffix(cut.size());
  }
  return begin + task.size();
}

}  // namespace

Order OrderIn(std::string_view text, size_t begin, size_t end) {
  Order order;
  begin = WithoutLabel(text, begin, end);
  end = EndOfTask(text, begin, end);
  bool past = false;
  size_t told = AfterOrderingVerb(text, begin, end, past);
  if (told == begin) {
    const std::optional<size_t> main = AfterIntroduction(text, begin, end);
    if (!main) return order;
    told = *main;
  }
  const std::vector<Word> words = WordsOf(text, told, end);
  order.blank = words.empty();
  if (order.blank) return order;
  order.past = past;
  size_t verb = 0;
  if (IsActor(words, 0)) {
    verb = EndOfActor(words, 0);
    size_t last = verb;
    // "Sở Y tế được giao nghiệm thu …"
    if (verb > 2 && words[verb - 1].form == "giao" && words[verb - 2].form == "được") last -= 2;
    order.actor = {words[0].begin, WithBracket(text, words[0].begin, words[last - 1].end)};
    const bool asks =
        verb < words.size() && (words[verb].form == "đề" || words[verb].form == "yêu");
    if (asks && Speaks(words, verb) && VerbAt(words, verb + 2, false).words > 0) {
      order.actor = {};
      verb += 2;
    }
    order.plain = last == verb && verb <= kPlainName;
  } else if (VerbAt(words, 0, true).words == 0 || IsReportSent(words)) {
    // "Văn bản góp ý gửi về Sở": who gets what is told by the first verb that hands over.
    while (verb < words.size()) {
      const Match<VerbKind> match = VerbAt(words, verb, false);
      if (match.words > 0 && match.kind == VerbKind::kPast) order.past = true;
      if (match.words > 0 && (match.kind == VerbKind::kDeliver || words[verb].form == "hoàn" ||
                              words[verb].form == "phải" || words[verb].form == "cần")) {
        // "kết quả báo cáo …" is of who is named before; "đối với 5 dự án, báo cáo …" tells somebody.
        order.noun =
            match.kind == VerbKind::kDeliver && words[0].form != "kết" && !words[verb].after_mark;
        break;
      }
      ++verb;
    }
  }
  size_t task = SkipLead(words, verb, order.past);
  if (task >= words.size()) return order;
  task = OwnAct(words, task);
  // "trường hợp có vướng mắc thì báo cáo"; "bảo đảm hoàn thành cải tạo"
  if (task > 0 && words[task - 1].form == "thì") order.noun = false;
  for (size_t at = words.size(); at-- > task + 1;) {
    if (words[at].form == "thì" && at + 1 < words.size()) {
      task = at + 1;
      order.noun = false;
      break;
    }
  }
  static const RE2 ensures(R"(^(?:bảo đảm|đảm bảo|phấn đấu)$)");
  while (task + 2 < words.size() &&
         RE2::FullMatch(words[task].form + " " + words[task + 1].form, ensures) &&
         VerbAt(words, task + 2, false).words > 0) {
    task += 2;
  }
  order.verb = VerbAt(words, task, true).words > 0;
  order.task = {words[task].begin, end};
  return order;
}

Bytes ActorIn(std::string_view text) {
  static const RE2 of(
      R"((?i)^\s*(?:trách nhiệm|nhiệm vụ)(?: và quyền hạn)?(?: cụ thể)? của (?:các\s+)?)");
  size_t end = text.size();
  // "Giao các đơn vị như sau:", "Đề nghị các sở một số nội dung sau:"
  static const RE2 follows(
      R"((?i)(\s*,?\s+(?:(?:thực hiện\s+)?(?:một số|các|những)\s+(?:nội dung|nhiệm vụ|việc|công việc)(?:\s+\pL+){0,3}?\s*)?(?:như sau|sau đây|sau|cụ thể(?: như sau)?)?[\s:.]*)$)");
  constexpr size_t kTail = 120;
  size_t from = end > kTail ? end - kTail : 0;
  while (from < end && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  re2::StringPiece tail;
  if (RE2::PartialMatch(Piece(text.substr(from)), follows, &tail)) end -= tail.size();
  while (end > 0 && (text[end - 1] == ':' || text[end - 1] == ' ' || text[end - 1] == '.')) --end;
  size_t begin = WithoutLabel(text, 0, end);
  re2::StringPiece rest = Piece(text.substr(begin, end - begin));
  if (RE2::Consume(&rest, of)) begin = static_cast<size_t>(rest.data() - text.data());
  bool past = false;
  const size_t told = AfterOrderingVerb(text, begin, end, past);
  const std::vector<Word> words = WordsOf(text, told, end);
  if (words.empty() || !IsActor(words, 0)) return {};
  const size_t verb = EndOfActor(words, 0);
  if (Speaks(words, verb)) return {};
  return {words[0].begin, WithBracket(text, words[0].begin, words[verb - 1].end)};
}

}  // namespace vanthu::extractors
