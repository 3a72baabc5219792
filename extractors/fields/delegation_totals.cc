// How many delegations went abroad or came, as running text sums them up: "tỉnh đã cho phép 164
// đoàn, với 730 lượt cán bộ đi công tác nước ngoài". What is planned, changes ("tăng 11 đoàn"),
// parts ("trong đó 06 đoàn") and domestic bodies (Đoàn Thanh niên, đoàn kiểm tra) are none.
#include <re2/re2.h>

#include <algorithm>
#include <string_view>

#include "extractors/quantity/numbers.h"
#include "extractors/time/periods.h"
#include "models/document/letter.h"
#include "models/document/passage.h"
#include "models/document/record.h"
#include "models/text/fold.h"

namespace vanthu::extractors {
namespace {

// What stands so many bytes before or after the number can say whose delegations they are.
constexpr size_t kBefore = 160;
constexpr size_t kAfter = 110;

re2::StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// A heading that plans: "Phương hướng, nhiệm vụ năm 2022"; "Kết quả thực hiện kế hoạch" does not.
bool Plans(std::string_view heading) {
  static const RE2 plan(
      R"(\b(?:ke hoach|phuong huong|nhiem vu|muc tieu|du kien|trong tam|giai phap)\b)");
  static const RE2 done(R"(\b(?:ket qua|tinh hinh|thuc hien|danh gia|tong ket)\b)");
  const std::string folded = Fold(heading);
  return RE2::PartialMatch(folded, plan) && !RE2::PartialMatch(folded, done);
}

// By section: whether it or one above it plans.
std::vector<bool> PlannedSections(const Letter& letter) {
  std::vector<bool> planned;
  std::vector<std::pair<int, bool>> above;  // level, plans
  for (const Section& section : letter.sections) {
    while (!above.empty() && above.back().first >= section.level) above.pop_back();
    const bool inherited = !above.empty() && above.back().second;
    above.emplace_back(section.level, inherited || Plans(section.heading));
    planned.push_back(above.back().second);
  }
  return planned;
}

struct Mention {
  size_t begin = 0, end = 0;                  // in the folded text
  size_t count_end = 0;                       // where the count of delegations ends
  std::string count;                          // digits
  size_t members_begin = 0, members_end = 0;  // equal: none
};

// "42/48 đoàn theo kế hoạch với 305 lượt người", "31 đoàn/126 lượt khách", "11 lượt đoàn".
std::vector<Mention> Mentions(const std::string& folded) {
  static const RE2 pattern(
      R"(((?:khoang|tren|hon|gan)\s+)?\b(\d{1,3}(?:\.\d{3})*)(?:/\d{1,3}(?:\.\d{3})*)?\s+((?:luot\s+)?doan)\b((?:\s+(?:ra|vao|khach|khach quoc te|khach nuoc ngoai|quoc te|nuoc ngoai|theo ke hoach|di cong tac nuoc ngoai|cong tac))*)(?:\s*(?:/|,?\s*voi(?: tong so| tong cong)?|,?\s*gom(?: co)?|\(|-)\s*((?:(?:khoang|tren|hon|gan)\s+)?\d{1,3}(?:\.\d{3})*\s+(?:luot\s+)?(?:nguoi|khach|can bo|dai bieu|thanh vien|chuyen gia|cong chuc)))?)");
  std::vector<Mention> mentions;
  const re2::StringPiece text(folded);
  size_t at = 0;
  re2::StringPiece parts[6];
  while (pattern.Match(text, at, text.size(), RE2::UNANCHORED, parts, 6)) {
    const auto from = [&](const re2::StringPiece& part) {
      return static_cast<size_t>(part.data() - text.data());
    };
    Mention mention;
    mention.begin = from(parts[0]);
    mention.end = mention.begin + parts[0].size();
    mention.count = std::string(parts[2]);
    mention.count_end = from(parts[3]) + parts[3].size();
    if (!parts[5].empty()) {
      mention.members_begin = from(parts[5]);
      mention.members_end = mention.members_begin + parts[5].size();
    }
    // A number goes on from the left: 1.250 đoàn is not 250.
    const char before = mention.begin > 0 ? folded[mention.begin - 1] : ' ';
    if (before != '.' && before != ',' && before != '/' && before != '-')
      mentions.push_back(mention);
    at = mention.end;
  }
  return mentions;
}

// The clause before and after the number, without what lies over a full stop, colon or semicolon.
std::string_view ClauseBefore(std::string_view folded, size_t at, std::string_view marks) {
  std::string_view before = folded.substr(at > kBefore ? at - kBefore : 0, std::min(at, kBefore));
  for (size_t i = before.size(); i > 0; --i) {
    const char c = before[i - 1];
    const bool inside = i < before.size() && before[i] != ' ';  // 1.250, 07:30
    if (marks.find(c) != std::string_view::npos && !inside) return before.substr(i);
  }
  return before;
}

std::string_view ClauseAfter(std::string_view folded, size_t at) {
  std::string_view after = folded.substr(at, kAfter);
  for (size_t i = 0; i < after.size(); ++i) {
    const bool inside = i + 1 < after.size() && after[i + 1] != ' ';
    if ((after[i] == '.' || after[i] == ';' || after[i] == ':') && !inside)
      return after.substr(0, i);
  }
  return after;
}

bool IsDomestic(std::string_view after) {
  static const RE2 domestic(
      R"(^\s+(?:kiem tra|thanh tra|giam sat|kiem toan|dbqh|dai bieu quoc hoi|thanh nien|vien\b|the\b|lien nganh|xe\b|tau\b|nghe thuat|van cong|van nghe|phuong|cac\b|xa\b|cong an|bien phong|quan\b|y te|tinh nguyen|lan\b|hat\b|dan ca|nop|cham|chua|ve nuoc))");
  return RE2::PartialMatch(Piece(after), domestic);
}

// `sentence` is all that stands before the number in its sentence, `before` its own clause.
bool IsTotal(std::string_view sentence, std::string_view before) {
  static const RE2 change(
      R"((?:tang|giam|them|bot|it hon|nhieu hon|con|vuot|thieu)(?: khoang| tren| hon| gan)?\s*$)");
  static const RE2 part(R"((?:trong do|trong so do|rieng|bao gom|co)(?: co| gom)?\s*$)");
  static const RE2 whole_has(R"((?:tinh|tp|pho|so|nganh|huyen|don vi|da|nam \d{4}|,)\s+co\s*$)");
  static const RE2 plan(
      R"(\b(?:ke hoach|se|toi da|moi nam|hang nam|moi doan)\b|\b(?:khong|chua)\b[^,]{0,20}$|\bqua\s*$)");
  static const RE2 plans(
      R"(\b(?:du kien|phan dau|muc tieu|chu truong|de xuat|de nghi|dang ky)\b|(?:ke hoach|kh)\s*:\s*$)");
  // "220 - 230 đoàn", "(06 đoàn)"
  static const RE2 inside(R"((?:\d\s*-|\()\s*$)");
  for (const RE2* none : {&change, &plan, &inside}) {
    if (RE2::PartialMatch(Piece(before), *none)) return false;
  }
  if (RE2::PartialMatch(Piece(sentence), plans)) return false;
  return !RE2::PartialMatch(Piece(before), part) || RE2::PartialMatch(Piece(before), whole_has);
}

// The last place where a word of the pattern stands, npos where none does.
size_t LastOf(std::string_view text, const RE2& words) {
  size_t last = std::string_view::npos;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece hit;
  while (RE2::FindAndConsume(&rest, words, &hit))
    last = static_cast<size_t>(hit.data() - text.data());
  return last;
}

std::optional<Direction> DirectionOf(std::string_view before, std::string_view own,
                                     std::string_view after, std::string_view heading) {
  static const RE2 own_out(R"(\bdoan (?:ra|di)\b)");
  static const RE2 own_in(R"(\bdoan (?:vao|khach|quoc te|nuoc ngoai)\b|\bkhach\b)");
  if (RE2::PartialMatch(Piece(own), own_out)) return Direction::kOut;
  if (RE2::PartialMatch(Piece(own), own_in)) return Direction::kIn;
  static const RE2 sends(R"((\b(?:cu|cho phep|doan ra|cap phep)\b))");
  static const RE2 receives(R"((\b(?:don|don tiep|tiep don|tiep|doan vao)\b))");
  const size_t out = LastOf(before, sends);
  const size_t in = LastOf(before, receives);
  if (out != in) {
    if (in == std::string_view::npos) return Direction::kOut;
    if (out == std::string_view::npos) return Direction::kIn;
    return out > in ? Direction::kOut : Direction::kIn;
  }
  static const RE2 leaves(
      R"(^[^,]*?\b(?:di cong tac|di nuoc ngoai|ra nuoc ngoai|o nuoc ngoai|di hoc tap|di tham|di hop|sang|di xuc tien|di du|xuat canh)\b)");
  static const RE2 comes(
      R"(^[^,]*?\b(?:nguoi nuoc ngoai|khach quoc te|khach nuoc ngoai|nuoc ngoai den|den tham|den lam viec|vao lam viec|den tinh|nhap canh|den hoc tap|ngoai giao|nuoc ngoai vao)\b)");
  if (RE2::PartialMatch(Piece(after), leaves)) return Direction::kOut;
  if (RE2::PartialMatch(Piece(after), comes)) return Direction::kIn;
  static const RE2 about_out(R"(\bdoan ra\b)");
  static const RE2 about_in(R"(\bdoan vao\b)");
  const bool head_out = RE2::PartialMatch(Piece(heading), about_out);
  const bool head_in = RE2::PartialMatch(Piece(heading), about_in);
  if (head_out == head_in) return std::nullopt;
  return head_out ? Direction::kOut : Direction::kIn;
}

// "Lũy kế 9 tháng đầu năm 2016, toàn tỉnh có …": the last period of the sentence before the number.
std::optional<PeriodSpan> PeriodBefore(const std::vector<PeriodSpan>& spans, std::string_view text,
                                       size_t at) {
  const auto after = std::ranges::upper_bound(spans, at, {}, &PeriodSpan::end);
  if (after == spans.begin()) return std::nullopt;
  const std::optional<PeriodSpan> found = *(after - 1);
  if (at - found->end > kBefore) return std::nullopt;
  const std::string_view between = text.substr(found->end, at - found->end);
  return between.find(". ") == std::string_view::npos ? found : std::nullopt;
}

Range RangeIn(const std::string& printed, std::string number) {
  std::erase(number, '.');
  Range range = RangeOf(number).value_or(Range{});
  range.approx = RangeOf(printed).value_or(Range{}).approx;
  range.raw = printed;
  return range;
}

class TotalReader {
 public:
  TotalReader(const Letter& letter, Record& record)
      : letter_(letter), record_(record), planned_(PlannedSections(letter)) {}

  void Read(const Passage& passage) {
    const size_t section = static_cast<size_t>(std::max(passage.section, 0));
    if (passage.section >= 0 && planned_[section]) return;
    const FoldedText folded = FoldWithOffsets(passage.text);
    const std::vector<Mention> mentions = Mentions(folded.folded);
    if (mentions.empty()) return;
    const std::string heading =
        passage.section >= 0 ? Fold(letter_.sections[section].heading) : std::string();
    IssuedOn issued;
    if (record_.issue_date) {
      issued = {record_.issue_date->year, record_.issue_date->month, record_.issue_date->day};
    }
    const std::vector<PeriodSpan> spans = FindPeriods(passage.text, issued);
    last_direction_.reset();
    last_end_ = 0;
    for (const Mention& mention : mentions) Add(passage, folded, mention, heading, spans);
  }

 private:
  void Add(const Passage& passage, const FoldedText& folded, const Mention& mention,
           std::string_view heading, const std::vector<PeriodSpan>& spans) {
    const std::string_view text = folded.folded;
    const std::string_view before = ClauseBefore(text, mention.begin, ".:;");
    const std::string_view sentence = ClauseBefore(text, mention.begin, ".");
    const std::string_view after = ClauseAfter(text, mention.end);
    if (IsDomestic(text.substr(mention.count_end, kAfter)) || !IsTotal(sentence, before)) return;
    std::optional<Direction> direction = DirectionOf(
        before, text.substr(mention.begin, mention.end - mention.begin), after, heading);
    // "đón 17 đoàn/35 lượt khách …; 27 lượt đoàn/156 lượt người …": a list goes on.
    const bool listed = last_end_ <= mention.begin && last_direction_ &&
                        text.substr(last_end_, mention.begin - last_end_).find(". ") == text.npos;
    if (!direction && listed) direction = last_direction_;
    if (!direction) return;
    last_direction_ = direction;
    last_end_ = mention.end;
    const auto at = [&](size_t byte) { return static_cast<size_t>(folded.offsets[byte]); };
    DelegationTotal total;
    total.direction = *direction;
    total.raw = PrintedIn(letter_, passage, at(mention.begin), at(mention.end));
    total.evidence = WhereIn(letter_, passage, at(mention.begin), at(mention.end));
    total.rule = "delegation_totals/sentence";
    total.score = 0.85;
    for (size_t p = passage.PieceAt(at(mention.begin)); p < passage.pieces.size(); ++p) {
      const Passage::Piece& piece = passage.pieces[p];
      if (piece.begin >= at(mention.end)) break;
      total.score =
          std::min(total.score, 0.85 * letter_.Printed(letter_.lines[piece.line]).confidence);
    }
    total.count = RangeIn(PrintedIn(letter_, passage, at(mention.begin), at(mention.count_end)),
                          mention.count);
    if (mention.members_end > mention.members_begin) {
      total.members =
          RangeOf(PrintedIn(letter_, passage, at(mention.members_begin), at(mention.members_end)));
    }
    if (const auto span = PeriodBefore(spans, passage.text, at(mention.begin))) {
      Period period;
      period.raw = PrintedIn(letter_, passage, span->begin, span->end);
      period.evidence = WhereIn(letter_, passage, span->begin, span->end);
      period.rule = "delegation_totals/period";
      period.score = total.score;
      period.start = span->start;
      period.end = span->last;
      total.period = std::move(period);
    }
    record_.delegation_totals.push_back(std::move(total));
  }

  const Letter& letter_;
  Record& record_;
  std::vector<bool> planned_;
  std::optional<Direction> last_direction_;  // of the passage's last total
  size_t last_end_ = 0;
};

}  // namespace

void ExtractDelegationTotals(const Letter& letter, Record& record) {
  // A plan sums up what is to come.
  if (record.doc_type && record.doc_type->code == "KH") return;
  TotalReader reader(letter, record);
  for (const Passage& passage : Passages(letter)) {
    const bool speaks = passage.zone == Zone::kBody || passage.zone == Zone::kFootnote ||
                        passage.zone == Zone::kHeading;
    if (speaks && passage.annex < 0) reader.Read(passage);
  }
}

}  // namespace vanthu::extractors
