#include "pipeline/run/office_jobs.h"

#include <fmt/format.h>

#include "models/core/date.h"
#include "models/text/normalize.h"
#include "pipeline/run/ask.h"

namespace vanthu::run {
namespace {

using archive::Archive;
using archive::EntryField;
using archive::Paper;
using archive::RowSink;
using nlohmann::ordered_json;

Error Wrong(std::string why) { return {ErrorCode::kUsage, std::move(why), "", 0}; }

bool IsDay(EntryField field) {
  return field == EntryField::kArrivalDate || field == EntryField::kDue ||
         field == EntryField::kPassedOn;
}

// 2024-03-01 of what was typed.
Result<std::string> DayOf(const std::string& typed) {
  const std::optional<archive::DateRange> range =
      typed.find("..") == std::string::npos ? archive::ParseDates(typed) : std::nullopt;
  if (range && range->first == range->last) {
    const CalendarDate day{range->first / 10000, range->first / 100 % 100, range->first % 100};
    if (IsCalendarDate(day.year, day.month, day.day)) return IsoDate(day);
  }
  return Wrong(fmt::format("\"{}\" is no day such as 2024-03-01 or 1/3/2024", typed));
}

// As it is kept; empty stays empty.
Result<std::string> Checked(EntryField field, const std::string& typed) {
  std::string value = Normalize(typed).text;
  if (value.empty()) return value;
  if (IsDay(field)) return DayOf(value);
  const bool digits = value.find_first_not_of("0123456789") == std::string::npos;
  if (field == EntryField::kCopies && !digits) {
    return Wrong(fmt::format("\"{}\" is no number of copies", typed));
  }
  if (field == EntryField::kArrivalNumber && !archive::ArrivalSerial(value)) {
    return Wrong(fmt::format("\"{}\" is no number of arrival: it begins with a digit", typed));
  }
  return value;
}

// kUsage where another letter has the number of arrival that this one has now.
Status CheckArrivalNumber(Archive& archive, const archive::Office& office, const Paper& paper) {
  const std::optional<int64_t> year = paper.ArrivalYear();
  if (!paper.arrival_number || !year) return Done{};
  const Result<std::vector<Paper>> same =
      archive::PapersOfArrival(archive, office, *year, *paper.arrival_number);
  if (!same.ok()) return same.error();
  for (const Paper& other : *same) {
    if (other.head.id == paper.head.id) continue;
    return Wrong(fmt::format("number of arrival {} of {} is that of letter {}",
                             *paper.arrival_number, *year, other.head.id));
  }
  return Done{};
}

Status EnterAll(Archive& archive, const OfficeDesk& desk, Direction direction, int64_t letter,
                const std::vector<EnteredValue>& values) {
  Result<Paper> paper = archive::GetPaper(archive, desk.office, letter);
  if (!paper.ok()) return paper.error();
  const auto enter = [&](EntryField field, std::string_view value) {
    return archive::Enter(archive.database(), desk.who, paper->place, field, value);
  };
  if (paper->direction != direction) {
    const Status turned = enter(EntryField::kDirection, archive::DirectionName(direction));
    if (!turned.ok()) return turned;
  }
  bool arrival = false;
  for (const EnteredValue& entered : values) {
    const Result<std::string> value = Checked(entered.field, entered.value);
    if (!value.ok()) return value.error();
    if (Status done = enter(entered.field, *value); !done.ok()) return done;
    arrival = arrival || entered.field == EntryField::kArrivalNumber ||
              entered.field == EntryField::kArrivalDate;
  }
  if (!arrival) return Done{};
  paper = archive::GetPaper(archive, desk.office, letter);
  if (!paper.ok()) return paper.error();
  return CheckArrivalNumber(archive, desk.office, *paper);
}

// The number that a letter gets by itself; nothing where it has one.
Status NumberArrival(Archive& archive, const OfficeDesk& desk, int64_t letter) {
  Result<Paper> paper = archive::GetPaper(archive, desk.office, letter);
  if (!paper.ok()) return paper.error();
  std::vector<EnteredValue> values;
  if (!paper->arrival_date) {
    paper->arrival_date = desk.today;
    values.push_back({EntryField::kArrivalDate, desk.today});
  }
  if (!paper->arrival_number) {
    const Result<int64_t> next =
        archive::NextArrivalNumber(archive, desk.office, *paper->ArrivalYear());
    if (!next.ok()) return next.error();
    values.push_back({EntryField::kArrivalNumber, std::to_string(*next)});
  }
  return EnterAll(archive, desk, Direction::kIn, letter, values);
}

template <typename Each>
Status ForAll(const OfficeDesk& desk, const std::vector<int64_t>& letters, const Each& each) {
  return Change(desk.archive, [&](Archive& archive) -> Status {
    Result<archive::Transaction> batch = archive.BeginBatch();
    if (!batch.ok()) return batch.error();
    for (const int64_t letter : letters) {
      if (Status status = each(archive, letter); !status.ok()) return status;
    }
    return batch->Commit();
  });
}

ordered_json AnswersJson(const archive::Handling& handling) {
  ordered_json answers = ordered_json::array();
  for (const archive::Answer& answer : handling.answers) answers.push_back(ToJson(answer));
  return answers;
}

Result<ordered_json> About(Archive& archive, const OfficeDesk& desk, int64_t letter) {
  const Result<Paper> paper = archive::GetPaper(archive, desk.office, letter);
  if (!paper.ok()) return paper.error();
  const bool known = desk.office.known() || paper->Entered(EntryField::kDirection);
  ordered_json about;
  about["direction"] =
      known ? ordered_json(archive::DirectionName(paper->direction)) : ordered_json(nullptr);
  about["arrival_number"] = archive::OrNull(paper->arrival_number);
  about["arrival_date"] = archive::OrNull(paper->arrival_date);
  about["unit"] = archive::OrNull(paper->unit);
  for (const EntryField field :
       {EntryField::kDue, EntryField::kSentTo, EntryField::kKeeper, EntryField::kCopies,
        EntryField::kPassedOn, EntryField::kReceipt, EntryField::kRemark, EntryField::kNote}) {
    about[std::string(archive::EntryFieldName(field))] = archive::OrNull(paper->Entered(field));
  }
  const Result<std::vector<std::string>> tags = archive::TagsOf(archive.database(), paper->place);
  if (!tags.ok()) return tags.error();
  about["tags"] = *tags;
  const Result<std::vector<archive::Dossier>> dossiers = archive::DossiersOf(archive, paper->place);
  if (!dossiers.ok()) return dossiers.error();
  about["dossiers"] = ordered_json::array();
  for (const archive::Dossier& dossier : *dossiers) about["dossiers"].push_back(dossier.code);
  about["state"] = nullptr;
  about["answered_by"] = ordered_json::array();
  if (known && paper->direction == Direction::kIn) {
    const Result<archive::Handling> handling =
        archive::HandlingOf(archive, desk.office, *paper, desk.today);
    if (!handling.ok()) return handling.error();
    about["state"] = PaperStateName(handling->state);
    about["answered_by"] = AnswersJson(*handling);
  }
  return about;
}

}  // namespace

Status ListRegister(const OfficeDesk& desk, const archive::RegisterFilter& filter,
                    const RowSink& take) {
  return Ask(desk.archive, archive::EachRegisterRow, desk.office, filter, take);
}

Status ListGaps(const OfficeDesk& desk, const archive::GapFilter& filter, const RowSink& take) {
  return Ask(desk.archive, archive::EachGap, desk.office, filter, take);
}

Status ListIncoming(const OfficeDesk& desk, const archive::IncomingFilter& filter,
                    const RowSink& take) {
  return Ask(desk.archive, archive::EachIncoming, desk.office, filter, desk.today, take);
}

Status ListEvents(const OfficeDesk& desk, std::optional<int64_t> letter, const RowSink& take) {
  return Ask(desk.archive, archive::EachEvent, letter, take);
}

Status ListDossiers(const OfficeDesk& desk, const RowSink& take) {
  return Ask(desk.archive, archive::EachDossier, take);
}

Result<archive::DossierContent> ShowDossier(const OfficeDesk& desk, const std::string& code) {
  return Ask(desk.archive, archive::GetDossier, desk.office, code);
}

Result<ordered_json> AboutLetter(const OfficeDesk& desk, int64_t letter) {
  return Ask(desk.archive, About, desk, letter);
}

Status EnterValues(const OfficeDesk& desk, Direction direction, const std::vector<int64_t>& letters,
                   const std::vector<EnteredValue>& values) {
  return ForAll(desk, letters, [&](Archive& archive, int64_t letter) {
    return EnterAll(archive, desk, direction, letter, values);
  });
}

Status NumberArrivals(const OfficeDesk& desk, const std::vector<int64_t>& letters,
                      const std::vector<EnteredValue>& values) {
  return ForAll(desk, letters, [&](Archive& archive, int64_t letter) {
    const Status entered = EnterAll(archive, desk, Direction::kIn, letter, values);
    return entered.ok() ? NumberArrival(archive, desk, letter) : entered;
  });
}

Status ChangeTags(const OfficeDesk& desk, TagChange change, int64_t letter,
                  const std::vector<std::string>& tags) {
  return ForAll(desk, {letter}, [&](Archive& archive, int64_t id) -> Status {
    const Result<archive::LetterPlace> place = archive::PlaceOf(archive.database(), id);
    if (!place.ok()) return place.error();
    for (const std::string& tag : tags) {
      const Status changed = change == TagChange::kAdd
                                 ? archive::AddTag(archive.database(), desk.who, *place, tag)
                                 : archive::RemoveTag(archive.database(), desk.who, *place, tag);
      if (!changed.ok()) return changed;
    }
    return Done{};
  });
}

Status SetNote(const OfficeDesk& desk, int64_t letter, const std::string& text) {
  return Change(desk.archive, [&](Archive& archive) -> Status {
    const Result<archive::LetterPlace> place = archive::PlaceOf(archive.database(), letter);
    if (!place.ok()) return place.error();
    return archive::Enter(archive.database(), desk.who, *place, EntryField::kNote,
                          Normalize(text).text);
  });
}

Status SetAnswer(const OfficeDesk& desk, int64_t letter, int64_t answer) {
  return Change(desk.archive, archive::EnterAnswer, desk.who, letter, answer);
}

Status SetDone(const OfficeDesk& desk, int64_t letter) {
  return Change(desk.archive, archive::EnterDone, desk.who, letter);
}

Status ForgetAnswer(const OfficeDesk& desk, int64_t letter) {
  return Change(desk.archive, archive::ClearAnswer, desk.who, letter);
}

Status NewDossier(const OfficeDesk& desk, const archive::Dossier& dossier) {
  return Change(desk.archive, archive::AddDossier, desk.who, dossier);
}

Status EditDossier(const OfficeDesk& desk, const archive::Dossier& dossier) {
  return Change(desk.archive, archive::ChangeDossier, desk.who, dossier);
}

Status DropDossier(const OfficeDesk& desk, const std::string& code) {
  return Change(desk.archive, archive::RemoveDossier, desk.who, code);
}

Status PutIntoDossier(const OfficeDesk& desk, const std::string& code,
                      const std::vector<int64_t>& letters) {
  return Change(desk.archive, archive::AddToDossier, desk.who, code, letters);
}

Status TakeOutOfDossier(const OfficeDesk& desk, const std::string& code,
                        const std::vector<int64_t>& letters) {
  return Change(desk.archive, archive::TakeFromDossier, desk.who, code, letters);
}

}  // namespace vanthu::run
