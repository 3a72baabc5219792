#include "pipeline/archive/entries.h"

#include <fmt/format.h>

#include <array>

#include "models/text/normalize.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

struct FieldName {
  EntryField field;
  std::string_view name;
};
constexpr std::array kFieldNames = {
    FieldName{EntryField::kDirection, "direction"},
    FieldName{EntryField::kArrivalNumber, "arrival_number"},
    FieldName{EntryField::kArrivalDate, "arrival_date"},
    FieldName{EntryField::kUnit, "unit"},
    FieldName{EntryField::kDue, "due"},
    FieldName{EntryField::kSentTo, "sent_to"},
    FieldName{EntryField::kKeeper, "keeper"},
    FieldName{EntryField::kCopies, "copies"},
    FieldName{EntryField::kPassedOn, "passed_on"},
    FieldName{EntryField::kReceipt, "receipt"},
    FieldName{EntryField::kRemark, "remark"},
    FieldName{EntryField::kAnswer, "answer"},
    FieldName{EntryField::kNote, "note"},
};

std::optional<std::string> Known(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// The tag as it is stored, by its folded form; none where it is not there.
Result<std::optional<std::string>> TagNamed(Database& db, const LetterPlace& letter,
                                            const std::string& fold) {
  Result<Statement> row =
      db.Prepare("SELECT tag FROM tags WHERE file_id = ? AND letter = ? AND tag_fold = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter.file, letter.letter, fold).Step();
  if (!there.ok()) return there.error();
  return *there ? row->OptionalText(0) : std::nullopt;
}

// Runs `sql` on a letter's row and logs it, together or not at all.
template <typename... Values>
Status Change(Database& db, const Event& event, std::string_view sql, const Values&... values) {
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  Result<Statement> change = db.Prepare(sql);
  if (!change.ok()) return change.error();
  change->With(event.letter->file, event.letter->letter, values...);
  if (Status status = change->Run(); !status.ok()) return status;
  if (Status status = AddEvent(db, event); !status.ok()) return status;
  return transaction->Commit();
}

}  // namespace

std::string_view EntryFieldName(EntryField field) {
  for (const FieldName& known : kFieldNames)
    if (known.field == field) return known.name;
  return {};
}

Result<Entries> EntriesOf(Database& db, const LetterPlace& letter) {
  Entries entries;
  const Status read =
      EachRow(db, "SELECT field, value FROM entries WHERE file_id = ? AND letter = ?",
              {"", {letter.file, letter.letter}}, [&](const Statement& row) -> Status {
                const std::string name = row.Text(0);
                for (const FieldName& known : kFieldNames)
                  if (known.name == name) entries[known.field] = row.Text(1);
                return Done{};
              });
  if (!read.ok()) return read.error();
  return entries;
}

Status Enter(Database& db, std::string_view who, const LetterPlace& letter, EntryField field,
             std::string_view value) {
  const Result<Entries> entries = EntriesOf(db, letter);
  if (!entries.ok()) return entries.error();
  const auto before = entries->find(field);
  const std::string old = before != entries->end() ? before->second : "";
  if (old == value) return Done{};
  const std::string_view name = EntryFieldName(field);
  const Event event{std::string(who), std::string(name), letter,
                    std::nullopt,     Known(old),        Known(value)};
  if (value.empty()) {
    return Change(db, event, "DELETE FROM entries WHERE file_id = ? AND letter = ? AND field = ?",
                  name);
  }
  return Change(
      db, event,
      "INSERT OR REPLACE INTO entries (file_id, letter, field, value) VALUES (?, ?, ?, ?)", name,
      value);
}

Result<std::vector<std::string>> TagsOf(Database& db, const LetterPlace& letter) {
  std::vector<std::string> tags;
  const Status read =
      EachRow(db, "SELECT tag FROM tags WHERE file_id = ? AND letter = ? ORDER BY tag_fold",
              {"", {letter.file, letter.letter}}, [&](const Statement& row) -> Status {
                tags.push_back(row.Text(0));
                return Done{};
              });
  if (!read.ok()) return read.error();
  return tags;
}

Status AddTag(Database& db, std::string_view who, const LetterPlace& letter, std::string_view tag) {
  const std::string text = Normalize(tag).text;
  const std::string fold = FoldedWords(text);
  if (fold.empty()) {
    return Error{ErrorCode::kUsage, fmt::format("\"{}\" is no tag", tag), "", 0};
  }
  const Result<std::optional<std::string>> known = TagNamed(db, letter, fold);
  if (!known.ok()) return known.error();
  if (*known) return Done{};
  return Change(db, {std::string(who), "tag", letter, std::nullopt, std::nullopt, text},
                "INSERT INTO tags (file_id, letter, tag, tag_fold) VALUES (?, ?, ?, ?)", text,
                fold);
}

Status RemoveTag(Database& db, std::string_view who, const LetterPlace& letter,
                 std::string_view tag) {
  const std::string fold = FoldedWords(Normalize(tag).text);
  const Result<std::optional<std::string>> known = TagNamed(db, letter, fold);
  if (!known.ok()) return known.error();
  if (!*known) return Done{};
  return Change(db, {std::string(who), "tag", letter, std::nullopt, *known, std::nullopt},
                "DELETE FROM tags WHERE file_id = ? AND letter = ? AND tag_fold = ?", fold);
}

}  // namespace vanthu::archive
