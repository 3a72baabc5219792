// What is to be done by when: orders with a calendar day or month. "trong 10 ngày" is a figure, "đã gửi trước ngày …" tells.
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/evidence.h"
#include "extractors/time/due.h"
#include "extractors/time/letter_year.h"
#include "extractors/time/order.h"
#include "models/document/passage.h"
#include "models/document/record.h"
#include "models/text/normalize.h"

namespace vanthu::extractors {
namespace {

// Bytes before a deadline in which its sentence begins, and what of a paragraph is read for who is addressed.
constexpr size_t kSentenceReach = 1200;

// Who is addressed stands so near after the beginning.
constexpr size_t kSubjectReach = 300;

// Plain: who is named, a known verb, a day, in one clause. Who stands further away is a guess.
constexpr double kSure = 0.95, kNamedAway = 0.88, kNoActor = 0.8, kNoVerb = 0.7;
constexpr double kByLetter = 0.85;  // a due date whose year is not printed

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// A sentence ends with a mark, a blank and a capital; not "TP. Huế", "số. 5".
size_t SentenceBegin(std::string_view text, size_t from, size_t at) {
  size_t begin = at > from + kSentenceReach ? at - kSentenceReach : from;
  while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  static const RE2 end(R"re([\pL\d)"”%][.!?]\s+()[\p{Lu}-])re");
  static const RE2 shortened(
      R"((?:^|[\s(])(?:TP|Tp|TX|Tx|TT|Q|P|H|TS|Ths|Đ/c|đ/c|[a-zđA-Z])\.\s+$)");
  re2::StringPiece rest = Piece(text.substr(begin, at - begin));
  re2::StringPiece mark;
  size_t found = begin;
  while (RE2::FindAndConsume(&rest, end, &mark)) {
    const size_t next = static_cast<size_t>(mark.data() - text.data());
    const size_t tail = next > begin + 12 ? next - 12 : begin;
    if (RE2::PartialMatch(Piece(text.substr(tail, next - tail)), shortened)) continue;
    found = next;
    rest = Piece(text.substr(next, at - next));
  }
  return found;
}

// The clause after the last semicolon, or after ", riêng", which takes something out.
size_t ClauseBegin(std::string_view text, size_t from, size_t at) {
  const std::string_view before = text.substr(from, at - from);
  const size_t mark = before.rfind("; "), apart = before.rfind(", riêng ");
  size_t begin = mark == std::string_view::npos ? from : from + mark + 2;
  if (apart != std::string_view::npos) begin = std::max(begin, from + apart + 2);
  return begin;
}

// Leads ("Giao Sở Y tế chủ trì:") and headings over each section, for items that name nobody.
class Leads {
 public:
  explicit Leads(const Letter& letter) : letter_(letter) {
    std::vector<int> above;
    for (size_t i = 0; i < letter.sections.size(); ++i) {
      const size_t level = static_cast<size_t>(std::max(letter.sections[i].level, 1));
      above.resize(level, -1);
      parent_.push_back(level > 1 ? above[level - 2] : -1);
      above[level - 1] = static_cast<int>(i);
    }
  }

  // Remembers a passage that opens a list.
  void See(const Passage& passage) {
    if (!passage.text.ends_with(':')) return;
    const std::string_view text(passage.text);
    const size_t begin = SentenceBegin(text, 0, text.size());
    const Bytes actor = ActorIn(text.substr(begin));
    if (actor.empty()) return;
    leads_[passage.section] =
        std::string(text.substr(begin + actor.begin, actor.end - actor.begin));
  }

  std::optional<std::string> For(const Passage& passage) const {
    for (int section = passage.section;; section = parent_[static_cast<size_t>(section)]) {
      const auto lead = leads_.find(section);
      if (lead != leads_.end()) return lead->second;
      if (section < 0) return std::nullopt;
      const std::string& heading = letter_.sections[static_cast<size_t>(section)].heading;
      const NormalizedText normal = Normalize(heading);
      const Bytes actor = ActorIn(normal.text);
      if (!actor.empty()) {
        const size_t from = normal.offsets[actor.begin];
        return heading.substr(from, normal.offsets[actor.end] - from);
      }
    }
  }

 private:
  const Letter& letter_;
  std::vector<int> parent_;  // by index into Letter::sections, -1 for none
  std::map<int, std::string> leads_;
};

std::optional<std::string> Named(const Letter& letter, const Passage& passage, const Bytes& actor) {
  if (actor.empty()) return std::nullopt;
  return PrintedIn(letter, passage, actor.begin, actor.end);
}

// The order behind a deadline, from what `opening` leaves over to the end of the clause.
Order OrderFrom(std::string_view text, const Due& due, const RE2& opening) {
  static const RE2 end(R"((?:\.\s|[;.]$|;|\s*,?\s+để\s|,\s*làm cơ sở))");
  re2::StringPiece rest = Piece(text.substr(due.end, kSentenceReach));
  if (!RE2::Consume(&rest, opening)) return {};
  const size_t begin = static_cast<size_t>(rest.data() - text.data());
  re2::StringPiece mark;
  if (rest.size() > 0 && end.Match(rest, 0, rest.size(), RE2::UNANCHORED, &mark, 1)) {
    rest.remove_suffix(rest.size() - static_cast<size_t>(mark.data() - rest.data()));
  }
  return OrderIn(text, begin, begin + rest.size());
}

// "Trước ngày 25/5/2023, các đơn vị gửi báo cáo để tổng hợp.": the order stands behind.
Order OrderBehind(std::string_view text, const Due& due) {
  static const RE2 comma(R"(^\s*,\s*)");
  return OrderFrom(text, due, comma);
}

// ", chậm nhất ngày 25/01/2025 phải bàn giao cho Bảo tàng", ", trước ngày 05 hằng tháng gửi thống kê cho Viện kiểm sát"
Order OrderAfter(std::string_view text, const Due& due) {
  static const RE2 must(R"(^\s+(?:phải|cần)\s+)"), blank(R"(^\s+)");
  static const RE2 hands_over(R"(^\s+(?:gửi|nộp|báo cáo|trình|cung cấp|bàn giao)\s)");
  size_t before = due.begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  const bool set_off =
      before == 0 || std::string_view(",;(").find(text[before - 1]) != std::string_view::npos;
  if (!set_off) return {};
  if (before > 0 && RE2::PartialMatch(Piece(text.substr(due.end)), hands_over))
    return OrderFrom(text, due, blank);
  return due.kind == DueKind::kRecurring ? Order() : OrderFrom(text, due, must);
}

// The order of a deadline, in its own clause, behind it, or in the sentence before it. `after` is where the deadline
// before it ends.
Order OrderOf(std::string_view text, const Due& due, size_t after) {
  const size_t sentence = SentenceBegin(text, after, due.begin);
  const size_t clause = ClauseBegin(text, sentence, due.begin);
  const Order own = OrderIn(text, clause, due.begin);
  // "hướng dẫn các đơn vị, chậm nhất ngày 25/01/2025 gửi Sở Tài chính": what is due stands behind.
  if (const Order behind = OrderAfter(text, due); !behind.task.empty()) {
    Order order = behind;
    order.actor = own.actor;
    order.past = own.past;
    return order;
  }
  if (!own.blank) return own;
  const Order behind = OrderBehind(text, due);
  if (!behind.task.empty() || behind.past) return behind;
  // "… phát hành 5.000 tờ gấp; hoàn thành trong tháng 3/2016."
  if (clause > sentence + 2) {
    const size_t end = clause - 2;
    const Order before = OrderIn(text, ClauseBegin(text, sentence, end), end);
    if (!before.task.empty() || sentence <= after) return before;
  }
  if (sentence <= after) return behind;
  // "… cải tạo 06 trạm y tế. Hoàn thành trước ngày 30/6."
  size_t end = sentence;
  while (end > after && (text[end - 1] == ' ' || text[end - 1] == '.')) --end;
  const size_t above = SentenceBegin(text, after, end);
  return OrderIn(text, ClauseBegin(text, above, end), end);
}

// Who is named where a sentence begins, before its first semicolon.
Bytes ActorAt(std::string_view text, size_t begin, size_t limit) {
  size_t end = std::min(limit, begin + kSubjectReach);
  const size_t mark = text.substr(begin, end - begin).find("; ");
  if (mark != std::string_view::npos) end = begin + mark;
  while (end < limit && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return OrderIn(text, begin, end).actor;
}

// Whether what is said of a month or "đến hết ngày" is an order with an end, and no plan or state.
bool IsOrder(std::string_view text, const Due& due, const Order& order, bool assigned) {
  const std::string_view task = text.substr(order.task.begin, order.task.end - order.task.begin);
  static const RE2 hands_in(R"((?:gửi|nộp|nhận|đăng ký|góp ý|báo cáo|hoàn thành))");
  static const RE2 planned(R"((?:dự kiến|diễn ra|khai mạc))");
  switch (due.kind) {
    case DueKind::kUntil: return RE2::PartialMatch(Piece(task), hands_in);
    case DueKind::kWithin:
      return assigned && order.verb && !RE2::PartialMatch(Piece(task), planned);
    case DueKind::kRecurring: {
      // "họp vào ngày 10 hằng tháng" tells of a custom.
      static const RE2 reports(R"((?:gửi|nộp|báo cáo|cập nhật|tổng hợp|cung cấp|thống kê|trình))");
      if (text.substr(due.begin).starts_with("vào") && !RE2::PartialMatch(Piece(task), reports))
        return false;
      break;
    }
    case DueKind::kBefore: break;
  }
  return order.verb || assigned;
}

double Certainty(const Due& due, const Order& order, bool assigned) {
  if (!order.verb) return kNoVerb;
  if (!assigned) return kNoActor;
  const bool day = due.kind == DueKind::kBefore && due.day && due.year_from == YearFrom::kPrinted;
  return day && order.plain ? kSure : kNamedAway;
}

Deadline Found(const Letter& letter, const Passage& passage, const Due& due, const Order& order,
               std::optional<std::string> assignee) {
  Deadline deadline;
  const size_t begin = std::min(order.task.begin, due.begin);
  const size_t end = std::max(order.task.end, due.end);
  const double confidence = LeastConfidence(letter, passage, begin, end);
  deadline.raw = PrintedIn(letter, passage, begin, end);
  deadline.evidence = WhereIn(letter, passage, begin, end);
  deadline.rule = due.kind == DueKind::kRecurring ? "deadlines/recurring"
                  : due.kind == DueKind::kWithin  ? "deadlines/within"
                                                  : "deadlines/before";
  deadline.score = confidence * Certainty(due, order, assignee.has_value());
  DateValue& date = deadline.due;
  date.raw = PrintedIn(letter, passage, due.date_begin, due.date_end);
  date.evidence = WhereIn(letter, passage, due.date_begin, due.date_end);
  date.rule = "deadlines/due";
  date.score = confidence * (due.year_from == YearFrom::kPrinted ? kSure : kByLetter);
  date.year = due.year;
  date.month = due.month;
  date.day = due.day;
  deadline.task = PrintedIn(letter, passage, order.task.begin, order.task.end);
  deadline.assignee = std::move(assignee);
  return deadline;
}

// A day before the letter's own is told of, not set.
bool IsPast(const Due& due, const std::optional<DateValue>& issued) {
  if (!issued || !issued->year || !issued->month || !due.year || !due.month) return false;
  const auto month = std::pair(*due.year, *due.month);
  const auto issue_month = std::pair(*issued->year, *issued->month);
  if (month != issue_month) return month < issue_month;
  return due.day && issued->day && *due.day < *issued->day;
}

bool Orders(Zone zone) {
  return zone == Zone::kBody || zone == Zone::kHeading || zone == Zone::kClosing ||
         zone == Zone::kFootnote;
}

}  // namespace

void ExtractDeadlines(const Letter& letter, Record& record) {
  const LetterYears years(letter, record);
  Leads leads(letter);
  for (const Passage& passage : Passages(letter)) {
    if (!Orders(passage.zone)) continue;
    const std::string_view text(passage.text);
    size_t after = 0;
    // Who has the deadline before it, and who is named where the paragraph begins or above it ("": nobody).
    std::optional<std::string> last, above;
    for (const Due& due : FindDues(text, FindPeriods(text, years.For(passage)))) {
      const Order order = OrderOf(text, due, after);
      after = due.end;
      if (order.past || order.task.empty() || IsPast(due, record.issue_date)) continue;
      std::optional<std::string> assignee = Named(letter, passage, order.actor);
      if (!assignee && !order.noun) assignee = last;
      if (!assignee && !order.noun)
        assignee =
            Named(letter, passage, ActorAt(text, SentenceBegin(text, 0, due.begin), due.begin));
      if (!assignee && !order.noun) {
        if (!above)
          above = Named(letter, passage, ActorAt(text, 0, due.begin))
                      .value_or(leads.For(passage).value_or(""));
        if (!above->empty()) assignee = above;
      }
      if (IsOrder(text, due, order, assignee.has_value())) {
        last = assignee;
        record.deadlines.push_back(Found(letter, passage, due, order, std::move(assignee)));
      }
    }
    leads.See(passage);
  }
}

}  // namespace vanthu::extractors
