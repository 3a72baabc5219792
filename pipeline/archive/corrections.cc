#include "pipeline/archive/corrections.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "models/text/fold.h"
#include "pipeline/archive/correctable.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/facts.h"
#include "pipeline/archive/letter_rows.h"
#include "pipeline/archive/number_query.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

using Corrections = std::map<std::string, std::optional<std::string>>;  // by field

Result<Corrections> CorrectionsOf(Database& db, const LetterPlace& place) {
  Corrections corrections;
  const Status read =
      EachRow(db, "SELECT field, value FROM corrections WHERE file_id = ? AND letter = ?",
              {"", {place.file, place.letter}}, [&](const Statement& row) -> Status {
                corrections[row.Text(0)] = row.OptionalText(1);
                return Done{};
              });
  if (!read.ok()) return read.error();
  return corrections;
}

void Apply(const Corrections& corrections, ordered_json& record) {
  for (const Correctable& field : AllCorrectable()) {
    const auto said = corrections.find(std::string(field.name));
    if (said != corrections.end()) PutValue(field, said->second, record);
  }
}

// What a correction may touch.
ordered_json HeadOf(const ordered_json& record) {
  ordered_json head;
  for (const Correctable& field : AllCorrectable()) {
    const auto at = record.find(field.key);
    head[field.key] = at != record.end() ? *at : ordered_json(nullptr);
  }
  return head;
}

void PutHead(const ordered_json& head, ordered_json& record) {
  for (const auto& [key, value] : head.items()) record[key] = value;
}

// The head as it was read; none where nobody corrected the letter.
Result<std::optional<ordered_json>> HeadAsRead(Database& db, const LetterPlace& place) {
  Result<Statement> row =
      db.Prepare("SELECT head FROM heads_as_read WHERE file_id = ? AND letter = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(place.file, place.letter).Step();
  if (!there.ok()) return there.error();
  if (!*there) return std::optional<ordered_json>();
  return std::optional(JsonAt(*row, 0));
}

Status KeepHead(Database& db, const LetterPlace& place, const ordered_json& head) {
  Result<Statement> row =
      db.Prepare("INSERT OR REPLACE INTO heads_as_read (file_id, letter, head) VALUES (?, ?, ?)");
  if (!row.ok()) return row.error();
  return row->With(place.file, place.letter, head.dump()).Run();
}

Status ForgetHead(Database& db, const LetterPlace& place) {
  Result<Statement> row = db.Prepare("DELETE FROM heads_as_read WHERE file_id = ? AND letter = ?");
  if (!row.ok()) return row.error();
  return row->With(place.file, place.letter).Run();
}

// The columns of `letters` that the head fills, from its JSON.
Status PutColumns(Database& db, int64_t letter, const ordered_json& head) {
  Result<Statement> row = db.Prepare(
      "UPDATE letters SET number = j->>'$.number.normalized', number_raw = j->>'$.number.raw', "
      "number_page = j->>'$.number.evidence[0].page', serial = j->>'$.number.serial', "
      "suffix = j->>'$.number.suffix', symbol = j->>'$.number.symbol', "
      "doc_type = j->>'$.doc_type.code', doc_type_name = j->>'$.doc_type.name', "
      "year = j->>'$.issue_date.year', month = j->>'$.issue_date.month', "
      "day = j->>'$.issue_date.day', date_key = j->>'$.issue_date.year' * 10000 + "
      "coalesce(j->>'$.issue_date.month' * 100 + coalesce(j->>'$.issue_date.day', 0), 0), "
      "issuer = j->>'$.issuer.name', issuer_parent = j->>'$.issuer.parent', "
      "place = j->>'$.place.value', subject = j->>'$.subject.value', "
      "signer = j->>'$.signer.name', signer_title = j->>'$.signer.title', "
      "urgency = j->>'$.urgency.value', secrecy = j->>'$.secrecy.value', "
      "number_key = ?2, number_fold = ?3 FROM (SELECT ?1 AS j) WHERE id = ?4");
  if (!row.ok()) return row.error();
  std::optional<std::string> key, fold;
  if (const ordered_json number = ValueOf(*FindCorrectable("number"), head); number.is_string()) {
    key = NumberKey(number.get<std::string>());
    fold = Fold(*key);
  }
  return row->With(head.dump(), key, fold, letter).Run();
}

// Record, columns and facts of a letter with this head, corrected. Its index is the caller's.
Status PutCorrected(Database& db, int64_t letter, ordered_json record, const ordered_json& head,
                    const Corrections& corrections) {
  PutHead(head, record);
  Apply(corrections, record);
  if (Status status = PutRecord(db, letter, record); !status.ok()) return status;
  if (Status status = PutColumns(db, letter, HeadOf(record)); !status.ok()) return status;
  // Periods without a year take that of the letter.
  if (Status status = ClearFacts(db, letter); !status.ok()) return status;
  return FillFactsAsStored(db, letter);
}

Status KeepCorrection(Database& db, const LetterPlace& place, std::string_view field,
                      const std::optional<std::string>& value) {
  Result<Statement> row = db.Prepare(
      "INSERT OR REPLACE INTO corrections (file_id, letter, field, value) VALUES (?, ?, ?, ?)");
  if (!row.ok()) return row.error();
  return row->With(place.file, place.letter, field, value).Run();
}

Status ForgetCorrection(Database& db, const LetterPlace& place, std::string_view field) {
  Result<Statement> row =
      db.Prepare("DELETE FROM corrections WHERE file_id = ? AND letter = ? AND field = ?");
  if (!row.ok()) return row.error();
  return row->With(place.file, place.letter, field).Run();
}

std::optional<std::string> TextOf(const ordered_json& value) {
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

// One change of one letter's corrections, whole or not at all.
class Change {
 public:
  Change(Archive& archive, std::string_view who, int64_t letter)
      : db_(archive.database()), index_(archive.index()), who_(who), letter_(letter) {}

  // `edit` changes what is kept of the field; nothing where it answers false.
  template <typename Edit>
  Result<FieldCorrection> Run(const Correctable& field, const Edit& edit) {
    Result<Transaction> transaction = Transaction::Begin(db_);
    if (!transaction.ok()) return transaction.error();
    Result<LetterPlace> place = PlaceOf(db_, letter_);
    if (!place.ok()) return place.error();
    Result<ordered_json> record = RecordOf(db_, letter_);
    if (!record.ok()) return record.error();
    FieldCorrection done{std::string(field.name), ValueOf(field, *record), nullptr};
    Result<bool> edited = edit(*place, *record);
    if (!edited.ok()) return edited.error();
    if (!*edited) {
      done.after = done.before;
      return done;
    }
    if (Status status = Store(*place, *std::move(record)); !status.ok()) return status.error();
    const Result<ordered_json> after = RecordOf(db_, letter_);
    if (!after.ok()) return after.error();
    done.after = ValueOf(field, *after);
    const Status logged = AddEvent(
        db_, {who_, "correct", *place, done.field, TextOf(done.before), TextOf(done.after)});
    if (!logged.ok()) return logged.error();
    index_.Add({&letter_, 1});
    if (Status status = transaction->Commit(); !status.ok()) {
      index_.Forget({&letter_, 1});
      return status.error();
    }
    return done;
  }

 private:
  Status Store(const LetterPlace& place, ordered_json record) {
    Result<std::optional<ordered_json>> head = HeadAsRead(db_, place);
    if (!head.ok()) return head.error();
    if (!*head) {
      *head = HeadOf(record);
      if (Status status = KeepHead(db_, place, **head); !status.ok()) return status;
    }
    const Result<Corrections> corrections = CorrectionsOf(db_, place);
    if (!corrections.ok()) return corrections.error();
    if (Status status = index_.Remove(letter_); !status.ok()) return status;
    const Status put = PutCorrected(db_, letter_, std::move(record), **head, *corrections);
    if (!put.ok()) return put;
    if (corrections->empty()) {
      if (Status status = ForgetHead(db_, place); !status.ok()) return status;
    }
    return Done{};
  }

  Database& db_;
  LetterIndex& index_;
  std::string who_;
  int64_t letter_;
};

Result<const Correctable*> FieldNamed(std::string_view name) {
  if (const Correctable* field = FindCorrectable(name)) return field;
  return Error{
      ErrorCode::kUsage,
      fmt::format("\"{}\" is no field; there are {}", name, fmt::join(CorrectableFields(), ", ")),
      "", 0};
}

}  // namespace

std::vector<std::string> CorrectableFields() {
  std::vector<std::string> names;
  for (const Correctable& field : AllCorrectable()) names.emplace_back(field.name);
  return names;
}

Result<FieldCorrection> Correct(Archive& archive, std::string_view who, int64_t letter,
                                std::string_view name, std::string_view typed) {
  const Result<const Correctable*> field = FieldNamed(name);
  if (!field.ok()) return field.error();
  std::optional<std::string> value;
  if (!typed.empty()) {
    Result<std::string> checked = CheckedValue(**field, typed);
    if (!checked.ok()) return checked.error();
    value = *std::move(checked);
  }
  Database& db = archive.database();
  const auto edit = [&](const LetterPlace& place, const ordered_json& record) -> Result<bool> {
    const Result<Corrections> known = CorrectionsOf(db, place);
    if (!known.ok()) return known.error();
    const auto same = known->find(std::string(name));
    if (same != known->end() && same->second == value) return false;
    if (value && name == "parent" && !record.at("issuer").is_object()) {
      return Error{ErrorCode::kUsage, "the letter has no issuer: correct that first", "", 0};
    }
    if (Status kept = KeepCorrection(db, place, name, value); !kept.ok()) return kept.error();
    return true;
  };
  return Change(archive, who, letter).Run(**field, edit);
}

Result<FieldCorrection> TakeBackCorrection(Archive& archive, std::string_view who, int64_t letter,
                                           std::string_view name) {
  const Result<const Correctable*> field = FieldNamed(name);
  if (!field.ok()) return field.error();
  Database& db = archive.database();
  const auto edit = [&](const LetterPlace& place, const ordered_json&) -> Result<bool> {
    if (Status gone = ForgetCorrection(db, place, name); !gone.ok()) return gone.error();
    if (db.Changes() > 0) return true;
    return Error{ErrorCode::kUsage,
                 fmt::format("nobody has corrected {} of letter {}", name, letter), "", 0};
  };
  return Change(archive, who, letter).Run(**field, edit);
}

Result<ordered_json> WithCorrections(Database& db, const LetterPlace& place, ordered_json record) {
  const Result<Corrections> corrections = CorrectionsOf(db, place);
  if (!corrections.ok()) return corrections.error();
  Apply(*corrections, record);
  return record;
}

Status PutCorrections(Database& db, int64_t letter, const LetterPlace& place) {
  const Result<Corrections> corrections = CorrectionsOf(db, place);
  if (!corrections.ok()) return corrections.error();
  if (corrections->empty()) return Done{};
  Result<ordered_json> record = RecordOf(db, letter);
  if (!record.ok()) return record.error();
  const ordered_json head = HeadOf(*record);
  if (Status status = KeepHead(db, place, head); !status.ok()) return status;
  return PutCorrected(db, letter, *std::move(record), head, *corrections);
}

}  // namespace vanthu::archive
