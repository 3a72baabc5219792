#include "pipeline/archive/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/number_query.h"
#include "pipeline/archive/register_query.h"
#include "pipeline/archive/resolve.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// What a person said is the answer: that there is none, or "FILE.LETTER NUMBER", whose first half is
// for the program and whose second for readers of the log.
constexpr std::string_view kNoLetter = "none";
constexpr std::string_view kEnteredRole = "entered";

// Letters that are law for those who get them: to stand on them is not to answer them.
bool IsLaw(const std::optional<std::string>& type) {
  static const std::set<std::string> types = {"L", "NĐ", "TT", "TTLT", "QĐ", "NQ", "QC", "QyĐ"};
  return type && types.contains(*type);
}

bool MayAnswer(const std::string& role, const Paper& paper) {
  if (role == "reply_to") return true;
  return (role == "basis" || role == "cites") && !IsLaw(paper.head.doc_type);
}

std::optional<LetterPlace> PlaceIn(std::string_view entered) {
  LetterPlace place;
  const char* end = entered.data() + entered.size();
  const auto file = std::from_chars(entered.data(), end, place.file);
  if (file.ec != std::errc() || file.ptr == end || *file.ptr != '.') return std::nullopt;
  const auto letter = std::from_chars(file.ptr + 1, end, place.letter);
  if (letter.ec != std::errc()) return std::nullopt;
  return place;
}

// The letter that a person named, where it is in the archive still.
Result<std::optional<LetterHead>> LetterAt(Database& db, const LetterPlace& place) {
  std::optional<LetterHead> letter;
  const std::string sql =
      fmt::format("SELECT {} FROM letters l WHERE l.file_id = ? AND l.letter = ?", kHeadColumns);
  const Status read = EachRow(db, sql, {"", {place.file, place.letter}}, [&](const Statement& row) {
    letter = ReadHead(row);
    return Status(Done{});
  });
  if (!read.ok()) return read.error();
  return letter;
}

// Whether a citation is of this letter. One that names a ministry where its department issued the letter
// leaves it a candidate; number and day together are proof enough of what came in.
bool Means(const ResolvedCitation& cited, int64_t letter_id) {
  if (cited.letter) return cited.letter->id == letter_id;
  return cited.candidates.size() == 1 && cited.candidates.front().id == letter_id &&
         cited.citation.day;
}

// Finds our letters that cite a paper. Made once for many.
class AnswerFinder {
 public:
  static Result<AnswerFinder> Make(Archive& archive, const Office& office) {
    Result<Resolver> resolver = Resolver::Make(archive.database());
    if (!resolver.ok()) return resolver.error();
    return AnswerFinder(archive, office, std::move(*resolver));
  }

  Result<Handling> Find(const Paper& paper, std::string_view today) {
    Handling handling;
    const std::optional<std::string> entered = paper.Entered(EntryField::kAnswer);
    if (entered == kNoLetter) {
      handling.state = PaperState::kDone;
      return handling;
    }
    if (const auto place = entered ? PlaceIn(*entered) : std::nullopt) {
      Result<std::optional<LetterHead>> letter = LetterAt(archive_->database(), *place);
      if (!letter.ok()) return letter.error();
      if (*letter) handling.answers.push_back({std::move(**letter), std::string(kEnteredRole)});
    }
    if (handling.answers.empty()) {
      Result<std::vector<Answer>> citing = Citing(paper);
      if (!citing.ok()) return citing.error();
      handling.answers = std::move(*citing);
    }
    const std::optional<std::string> due = paper.Entered(EntryField::kDue);
    handling.state = !handling.answers.empty() ? PaperState::kAnswered
                     : due && *due < today     ? PaperState::kOverdue
                                               : PaperState::kOpen;
    return handling;
  }

 private:
  AnswerFinder(Archive& archive, const Office& office, Resolver resolver)
      : archive_(&archive), office_(&office), resolver_(std::move(resolver)) {}

  Result<std::vector<Answer>> Citing(const Paper& paper) {
    std::vector<Answer> answers;
    if (!paper.head.number) return answers;
    const std::string sql = fmt::format(
        "SELECT {}, {} FROM citations c JOIN letters l ON l.id = c.letter_id WHERE c.number_key = "
        "? "
        "ORDER BY c.role <> 'reply_to', l.date_key, l.id",
        kCitationColumns, kHeadColumns);
    const Condition key = {"", {NumberKey(*paper.head.number)}};
    const Status read =
        EachRow(archive_->database(), sql, key, [&](const Statement& row) -> Status {
          LetterHead by = ReadHead(row, kCitationColumnCount);
          Citation citation = ReadCitation(row);
          const std::string role = citation.role;
          const bool known = std::ranges::any_of(
              answers, [&](const Answer& answer) { return answer.letter.id == by.id; });
          if (known || !MayAnswer(role, paper)) return Done{};
          const Result<Paper> ours = GetPaper(*archive_, *office_, by.id);
          if (!ours.ok()) return ours.error();
          if (ours->direction != Direction::kOut) return Done{};
          const Result<ResolvedCitation> cited = resolver_.Resolve(std::move(citation));
          if (!cited.ok()) return cited.error();
          if (Means(*cited, paper.head.id)) answers.push_back({std::move(by), role});
          return Done{};
        });
    if (!read.ok()) return read.error();
    return answers;
  }

  Archive* archive_;
  const Office* office_;
  Resolver resolver_;
};

Status EnterAt(Archive& archive, std::string_view who, int64_t letter_id,
               const std::string& value) {
  const Result<LetterPlace> place = PlaceOf(archive.database(), letter_id);
  if (!place.ok()) return place.error();
  return Enter(archive.database(), who, *place, EntryField::kAnswer, value);
}

ordered_json IncomingRow(const Paper& paper, const Handling& handling) {
  ordered_json row = {{"letter_id", paper.head.id},
                      {"arrival_number", OrNull(paper.arrival_number)},
                      {"arrival_date", OrNull(paper.arrival_date)},
                      {"number", OrNull(paper.head.number)},
                      {"issue_date", OrNull(paper.head.issue_date)},
                      {"issuer", OrNull(paper.head.issuer)},
                      {"title", TitleOf(paper)},
                      {"unit", OrNull(paper.unit)},
                      {"due", OrNull(paper.Entered(EntryField::kDue))},
                      {"state", PaperStateName(handling.state)}};
  row["answered_by"] = ordered_json::array();
  for (const Answer& answer : handling.answers) row["answered_by"].push_back(ToJson(answer));
  return row;
}

// Behind every date.
constexpr const char* kNoDate = "9999";

auto OrderOf(const Paper& paper) {
  return std::tuple(paper.Entered(EntryField::kDue).value_or(kNoDate),
                    paper.ArrivalYear().value_or(INT64_MAX),
                    ArrivalSerial(paper.arrival_number.value_or("")).value_or(INT64_MAX),
                    paper.head.issue_date.value_or(kNoDate), paper.head.id);
}

}  // namespace

std::string_view PaperStateName(PaperState state) {
  switch (state) {
    case PaperState::kOpen: return "open";
    case PaperState::kOverdue: return "overdue";
    case PaperState::kAnswered: return "answered";
    case PaperState::kDone: return "done";
  }
  return "open";
}

ordered_json ToJson(const Answer& answer) {
  return {{"letter_id", answer.letter.id},
          {"number", OrNull(answer.letter.number)},
          {"issue_date", OrNull(answer.letter.issue_date)},
          {"role", answer.role}};
}

Result<Handling> HandlingOf(Archive& archive, const Office& office, const Paper& paper,
                            std::string_view today) {
  Result<AnswerFinder> finder = AnswerFinder::Make(archive, office);
  if (!finder.ok()) return finder.error();
  return finder->Find(paper, today);
}

Status EnterAnswer(Archive& archive, std::string_view who, int64_t letter_id, int64_t answer_id) {
  if (letter_id == answer_id) {
    return Error{ErrorCode::kUsage, "a letter does not answer itself", "", 0};
  }
  const Result<LetterPlace> place = PlaceOf(archive.database(), answer_id);
  if (!place.ok()) return place.error();
  const Result<std::optional<LetterHead>> answer = LetterAt(archive.database(), *place);
  if (!answer.ok()) return answer.error();
  const std::string number = *answer ? (*answer)->number.value_or("") : "";
  return EnterAt(archive, who, letter_id,
                 fmt::format("{}.{} {}", place->file, place->letter, number));
}

Status EnterDone(Archive& archive, std::string_view who, int64_t letter_id) {
  return EnterAt(archive, who, letter_id, std::string(kNoLetter));
}

Status ClearAnswer(Archive& archive, std::string_view who, int64_t letter_id) {
  return EnterAt(archive, who, letter_id, "");
}

Status EachIncoming(Archive& archive, const Office& office, const IncomingFilter& filter,
                    std::string_view today, const RowSink& take) {
  if (Status known = CheckOffice(office); !known.ok()) return known;
  Result<AnswerFinder> finder = AnswerFinder::Make(archive, office);
  if (!finder.ok()) return finder.error();
  std::vector<Paper> papers;
  if (filter.year) {
    Result<std::vector<Paper>> of_year =
        PapersOfYear(archive, office, Direction::kIn, *filter.year);
    if (!of_year.ok()) return of_year.error();
    papers = std::move(*of_year);
  } else {
    const Status read = EachPaper(archive, office, {}, [&](Paper paper) -> Status {
      if (paper.direction == Direction::kIn) papers.push_back(std::move(paper));
      return Done{};
    });
    if (!read.ok()) return read;
  }
  std::ranges::sort(papers, {}, OrderOf);
  for (const Paper& paper : papers) {
    const Result<Handling> handling = finder->Find(paper, today);
    if (!handling.ok()) return handling.error();
    const bool asked = filter.states.empty() ||
                       std::ranges::find(filter.states, handling->state) != filter.states.end();
    if (!asked) continue;
    if (Status taken = take(IncomingRow(paper, *handling)); !taken.ok()) return taken;
  }
  return Done{};
}

}  // namespace vanthu::archive
