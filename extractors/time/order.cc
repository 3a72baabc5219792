#include "extractors/time/order.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// The longest row of either table in words.
constexpr size_t kLongestRow = 4;

// A chain of verbs without an object is no longer: "rà soát", "xem xét, tổng hợp".
constexpr size_t kBareWords = 3;

// A name of more words may hold a verb that no table knows.
constexpr size_t kPlainName = 10;

// "UBND tỉnh đã yêu cầu": so near before the ordering verb.
constexpr size_t kPastReach = 12;

// "hồ sơ đề nghị", "công văn đề nghị": so near before it the paper is named.
constexpr size_t kPaperReach = 24;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

enum class VerbKind { kAct, kDeliver, kLead, kPast };
enum class ActorKind { kName, kCommon, kMany, kOther };

template <typename Kind>
using Lexicon = std::unordered_map<std::string, Kind>;

const Lexicon<VerbKind>& Verbs() {
  static const Lexicon<VerbKind> verbs = [] {
    Lexicon<VerbKind> out;
    for (const auto& row : ReadTable("task_verbs.tsv", 2)) {
      out.emplace(MatchForm(row[0]), row[1] == "deliver" ? VerbKind::kDeliver
                                     : row[1] == "lead"  ? VerbKind::kLead
                                     : row[1] == "past"  ? VerbKind::kPast
                                                         : VerbKind::kAct);
    }
    return out;
  }();
  return verbs;
}

const Lexicon<ActorKind>& Actors() {
  static const Lexicon<ActorKind> actors = [] {
    Lexicon<ActorKind> out;
    for (const auto& row : ReadTable("actors.tsv", 2)) {
      out.emplace(MatchForm(row[0]), row[1] == "name"    ? ActorKind::kName
                                     : row[1] == "many"  ? ActorKind::kMany
                                     : row[1] == "other" ? ActorKind::kOther
                                                         : ActorKind::kCommon);
    }
    return out;
  }();
  return actors;
}

struct Word {
  size_t begin = 0, end = 0;
  std::string form;  // MatchForm
  bool capital = false;
  bool after_mark = false;   // a comma or another mark stands before it
  bool after_colon = false;  // "Sở Y tế: Rà soát"
};

std::vector<Word> WordsOf(std::string_view text, size_t begin, size_t end) {
  // Bytes of a mark or a blank at `at`, 0 in a word. “ and ” share bytes with letters (ờ): they are read whole.
  const auto mark_at = [&](size_t at) -> size_t {
    static const std::string_view marks = " ,;:.()\"";
    if (marks.find(text[at]) != std::string_view::npos) return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "“" || three == "”" ? 3 : 0;
  };
  std::vector<Word> words;
  bool mark = false, colon = false;
  for (size_t at = begin; at < end;) {
    if (const size_t length = mark_at(at); length > 0) {
      mark = mark || text[at] != ' ';
      colon = colon || text[at] == ':';
      at += length;
      continue;
    }
    const size_t from = at;
    while (at < end && mark_at(at) == 0) ++at;
    Word word{from, at, MatchForm(text.substr(from, at - from)), false, mark, colon};
    static const RE2 capital(R"(^\p{Lu})");
    word.capital = RE2::PartialMatch(Piece(text.substr(from, at - from)), capital);
    words.push_back(std::move(word));
    mark = colon = false;
  }
  return words;
}

template <typename Kind>
struct Match {
  size_t words = 0;  // 0: none
  Kind kind{};
};

template <typename Kind>
Match<Kind> LongestAt(const Lexicon<Kind>& lexicon, const std::vector<Word>& words, size_t at) {
  Match<Kind> found;
  std::string form;
  for (size_t n = 0; n < kLongestRow && at + n < words.size(); ++n) {
    if (n > 0 && words[at + n].after_mark) break;
    if (n > 0) form += ' ';
    form += words[at + n].form;
    const auto row = lexicon.find(form);
    if (row != lexicon.end()) found = {n + 1, row->second};
  }
  return found;
}

// "các tổ chức, cá nhân", "tổ chức đảng": a body, and no verb.
bool IsBody(const std::vector<Word>& words, size_t after) {
  static const std::unordered_set<std::string> kinds = {
      "đảng", "đoàn", "chính", "xã", "phi", "quốc", "kinh", "tín", "trong", "nước", "liên", "có"};
  return after >= words.size() || words[after].after_mark || kinds.contains(words[after].form);
}

// A verb of running text; one that opens the clause may have a capital.
Match<VerbKind> VerbAt(const std::vector<Word>& words, size_t at, bool opens) {
  if (at >= words.size() || (words[at].capital && !opens)) return {};
  const Match<VerbKind> match = LongestAt(Verbs(), words, at);
  // "cấp 1.250 giấy chứng nhận" gives them, "đô thị cấp 2" is a kind of town.
  if (match.words == 0 && words[at].form == "cấp" && at + 2 < words.size() &&
      (words[at + 1].form.size() > 1 || words[at + 2].form.size() == 3) && words[at + 1].form[0] >= '0' && words[at + 1].form[0] <= '9') {
    return {1, VerbKind::kAct};
  }
  if (match.words == 2 && words[at].form == "tổ" && IsBody(words, at + 2)) return {};
  return match;
}

// Whether a name of somebody begins at a word: "Sở …", "các cơ quan …", "Thủ trưởng …".
bool IsActor(const std::vector<Word>& words, size_t at) {
  bool many = false;
  for (int quantifiers = 0; quantifiers < 2; ++quantifiers) {
    const Match<ActorKind> match = LongestAt(Actors(), words, at);
    if (match.words == 0 || match.kind == ActorKind::kOther) return false;
    if (match.kind != ActorKind::kMany) {
      if (match.kind == ActorKind::kName && !words[at].capital && !many) return false;
      const Match<VerbKind> verb = LongestAt(Verbs(), words, at);
      // "các tổ chức PCPNN" are bodies; "Tổ chức di dời …", "Công khai …" open with a verb.
      if (many) return true;
      return verb.words < match.words ||
             (verb.words == match.words && match.kind == ActorKind::kName);
    }
    many = true;
    at += match.words;
    if (at >= words.size()) return false;
  }
  return false;
}

// Words of the table with which the name begins: "các đơn vị thi công"; one at least.
size_t LengthOfActor(const std::vector<Word>& words, size_t at) {
  size_t length = 0;
  for (int quantifiers = 0; quantifiers < 2; ++quantifiers) {
    const Match<ActorKind> match = LongestAt(Actors(), words, at + length);
    length += match.words;
    if (match.words == 0 || match.kind != ActorKind::kMany) break;
  }
  return std::max<size_t>(length, 1);
}

// Words after which a verb is part of a name or of a clause about it: "ban quản lý", "đơn vị được giao".
bool BindsVerb(const Word& word, const Word& verb) {
  static const std::unordered_set<std::string> binding = {
      "ban", "được", "các", "việc", "những", "tổ", "hội", "do", "cán", "đội", "trưởng"};
  static const std::unordered_set<std::string> of_a_room = {"quản", "tổ", "tiếp", "đăng", "bảo"};
  // "dự án đầu tư xây dựng", "cơ sở đào tạo", "đơn vị sử dụng": kinds of them.
  static const std::unordered_set<std::string> before_trinh = {"công", "quy",  "chương", "lộ",
                                                               "giáo", "tiến", "quá",    "hành"};
  static const std::unordered_set<std::string> before_lap = {"độc", "thiết", "xác", "công", "tự"};
  if (verb.form == "trình" && before_trinh.contains(word.form)) return true;
  if (verb.form == "lập" && before_lap.contains(word.form)) return true;
  // What is told of somebody does not begin with "và": "các sở giáo dục và đào tạo".
  if (word.form == "và" || word.form == "chữ") return true;
  if (word.form == "đăng") return verb.form == "ký";
  if (word.form == "giấy") return verb.form == "chứng";
  if (word.form == "tư") return verb.form == "xây";
  if (word.form == "sở" || word.form == "viên" || word.form == "dục") return verb.form == "đào";
  return binding.contains(word.form) || (word.form == "phòng" && of_a_room.contains(verb.form));
}

// "cơ quan", "đơn vị": what follows names it ("cơ quan chủ trì đón đoàn") or is its task.
bool IsOffice(const Word& word) { return word.form == "quan" || word.form == "vị"; }

// "các đơn vị được giao chủ trì": told of who they are.
bool IsGiven(const std::vector<Word>& words, size_t at) {
  if (words[at].form != "được" || at + 1 >= words.size()) return false;
  const std::string& next = words[at + 1].form;
  return next == "giao" || next == "phân" || next == "ủy" || next == "mời" || next == "thụ";
}

// Whether a verb ends a clause about a name ("có nhu cầu điều chỉnh", "được giao chủ trì dự án").
bool Turns(VerbKind kind, const std::string& form) {
  static const std::unordered_set<std::string> words = {"khẩn", "hoàn", "tập", "nghiêm", "sớm",
                                                        "phải", "cần",  "có",  "chịu",   "đã"};
  return kind == VerbKind::kDeliver || words.contains(form);
}

// The word with which what an actor is told begins, words.size() where nothing follows the name.
size_t EndOfActor(const std::vector<Word>& words, size_t from) {
  bool relative =
      false;  // "có nhu cầu điều chỉnh, bổ sung gửi …": only who hands over is told something
  size_t given = words.size();  // what they were given to do, where nothing else is told
  for (size_t at = from + LengthOfActor(words, from); at < words.size(); ++at) {
    if (words[at].after_colon) return at;
    const std::string& form = words[at].form;
    if (form == "có" && at + 1 < words.size()) {
      const std::string& next = words[at + 1].form;
      if (next == "nhu" || next == "yêu" || next == "kế" || next == "đề" || next == "dự") {
        relative = true;
        ++at;
        continue;
      }
    }
    if (IsGiven(words, at)) {
      relative = true;
      ++at;
      continue;
    }
    const Match<VerbKind> verb = VerbAt(words, at, false);
    if (verb.words == 0) continue;
    if (relative && !Turns(verb.kind, form)) {
      given = std::min(given, at);
      continue;
    }
    // "Thường vụ Huyện ủy, lãnh đạo các phòng": a noun
    if (form == "lãnh" && IsActor(words, at + verb.words)) continue;
    if (!words[at].after_mark) {
      if (words[at - 1].form == "và" || 
          (form == "trình" && BindsVerb(words[at - 1], words[at]))) {
        continue;
      }
      const bool tells = verb.kind == VerbKind::kDeliver || verb.kind == VerbKind::kPast ||
                         form == "có" || form == "phải" || form == "cần";
      // "Phòng Lao động - Thương binh và Xã hội lập danh sách"
      const bool society = words[at - 1].form == "hội" && at > 1 && words[at - 2].form == "xã";
      if (!society && BindsVerb(words[at - 1], words[at]) && !tells) continue;
      if (IsOffice(words[at - 1]) && form == "chủ") continue;
    }
    return at;
  }
  return given;
}

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
    static const RE2 paper(R"((?:[Hh]ồ sơ|[Vv]ăn bản|[Cc]ông văn|[Tt]ờ trình|[Đđ]ơn|[Gg]iấy|[Nn]ội dung|được|theo|việc) $)");
    size_t near = after - found.size() > begin + kPaperReach ? after - found.size() - kPaperReach : begin;
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
  static const std::unordered_set<std::string> told = {"đề nghị", "yêu cầu",  "giao nhiệm",
                                                       "giao các", "thông báo", "kiến nghị",
                                                       "kính đề", "trân trọng"};
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
    const bool asks = verb < words.size() && (words[verb].form == "đề" || words[verb].form == "yêu");
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
        order.noun = match.kind == VerbKind::kDeliver && words[0].form != "kết" &&
                     !words[verb].after_mark;
        break;
      }
      ++verb;
    }
  }
  size_t task = SkipLead(words, verb, order.past);
  if (task >= words.size()) return order;
  task = OwnAct(words, task);
  // "trường hợp có vướng mắc thì báo cáo"; "bảo đảm hoàn thành cải tạo"
  for (size_t at = words.size(); at-- > task + 1;) {
    if (words[at].form == "thì" && at + 1 < words.size()) {
      task = at + 1;
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
