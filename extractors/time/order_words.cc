#include "extractors/time/order_words.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "models/lexicon/table.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// The longest row of either table in words.
constexpr size_t kLongestRow = 4;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

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

}  // namespace

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

namespace {

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

}  // namespace

Match<VerbKind> VerbAt(const std::vector<Word>& words, size_t at, bool opens) {
  if (at >= words.size() || (words[at].capital && !opens)) return {};
  const Match<VerbKind> match = LongestAt(Verbs(), words, at);
  // "cấp 1.250 giấy chứng nhận" gives them, "đô thị cấp 2" is a kind of town.
  if (match.words == 0 && words[at].form == "cấp" && at + 2 < words.size() &&
      (words[at + 1].form.size() > 1 || words[at + 2].form.size() == 3) &&
      words[at + 1].form[0] >= '0' && words[at + 1].form[0] <= '9') {
    return {1, VerbKind::kAct};
  }
  if (match.words == 2 && words[at].form == "tổ" && IsBody(words, at + 2)) return {};
  return match;
}

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

namespace {

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
  if (verb.form == "chọn") return word.form == "tuyển" || word.form == "lựa" || word.form == "bình";
  if (word.form == "lý") return verb.form == "đấu";  // Ban Quản lý đấu thầu
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

}  // namespace

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
      if (words[at - 1].form == "và" || (form == "trình" && BindsVerb(words[at - 1], words[at]))) {
        continue;
      }
      const bool tells = verb.kind == VerbKind::kDeliver || verb.kind == VerbKind::kPast ||
                         form == "có" || form == "phải" || form == "cần" ||
                         (form == "làm" && words[at - 1].form == "ban");
      // "Phòng Lao động - Thương binh và Xã hội lập danh sách"
      const bool society = words[at - 1].form == "hội" && at > 1 && words[at - 2].form == "xã";
      if (!society && BindsVerb(words[at - 1], words[at]) && !tells) continue;
      if (IsOffice(words[at - 1]) && form == "chủ") continue;
    }
    return at;
  }
  return given;
}

}  // namespace vanthu::extractors
