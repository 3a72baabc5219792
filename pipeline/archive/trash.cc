#include "pipeline/archive/trash.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/archive/events.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/facts.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/letter_rows.h"

namespace vanthu::archive {
namespace {

// Tables whose rows go to trash_X and come back, and the column that names the letter. Facts and the index
// are made anew of them.
struct Kept {
  std::string_view table, key;
};
constexpr std::array kKept = {Kept{"letters", "id"}, Kept{"letter_pages", "letter_id"},
                              Kept{"citations", "letter_id"}};

// What people said of a letter, by its file and its place in it.
constexpr std::array<std::string_view, 5> kSaid = {"entries", "tags", "dossier_letters",
                                                   "corrections", "heads_as_read"};

template <typename... Values>
Status RunWith(Database& db, const std::string& sql, const Values&... values) {
  Result<Statement> row = db.Prepare(sql);
  if (!row.ok()) return row.error();
  return row->With(values...).Run();
}

// Columns by their names: tables of an older archive have them in another order. Numbers of rows other than the
// letter's mean nothing, and may be another row's when it comes back.
Result<std::string> ColumnsOf(Database& db, std::string_view table, std::string_view key) {
  Result<Statement> row = db.Prepare(
      "SELECT group_concat(name) FROM pragma_table_info(?) WHERE name <> 'id' OR name = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(table, key).Step();
  if (!there.ok()) return there.error();
  return row->Text(0);
}

Status CopyRows(Database& db, std::string_view from, std::string_view to, std::string_view key,
                int64_t letter) {
  const Result<std::string> columns = ColumnsOf(db, to, key);
  if (!columns.ok()) return columns.error();
  return RunWith(db,
                 fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {2} WHERE {3} = ?", to,
                             *columns, from, key),
                 letter);
}

Status DropFromTrash(Database& db, int64_t letter) {
  for (const Kept& kept : kKept) {
    const Status gone =
        RunWith(db, fmt::format("DELETE FROM trash_{} WHERE {} = ?", kept.table, kept.key), letter);
    if (!gone.ok()) return gone;
  }
  return RunWith(db, "DELETE FROM trash WHERE letter_id = ?", letter);
}

// A file is in the trash once none of its letters is in the archive.
Status SetFileState(Database& db, int64_t file) {
  return RunWith(db,
                 "UPDATE files SET state = iif(EXISTS (SELECT 1 FROM letters WHERE file_id = "
                 "files.id), 'done', 'trash') WHERE id = ?",
                 file);
}

// Other files in which the letter came go with it (companions.h).
Status SetCompanionStates(Database& db, const LetterPlace& place, std::string_view state) {
  return RunWith(db,
                 "UPDATE files SET state = ? WHERE id IN (SELECT file_id FROM companions WHERE "
                 "of_file_id = ? AND of_letter = ?)",
                 state, place.file, place.letter);
}

Status ThrowAwayOne(Archive& archive, std::string_view who, int64_t letter) {
  Database& db = archive.database();
  const Result<LetterPlace> place = PlaceOf(db, letter);
  if (!place.ok()) return place.error();
  for (const Kept& kept : kKept) {
    const Status copied =
        CopyRows(db, kept.table, fmt::format("trash_{}", kept.table), kept.key, letter);
    if (!copied.ok()) return copied;
  }
  const Status noted =
      RunWith(db, "INSERT INTO trash (letter_id, file_id, letter, who) VALUES (?, ?, ?, ?)", letter,
              place->file, place->letter, who);
  if (!noted.ok()) return noted;
  if (Status gone = RemoveLetterRows(db, archive.index(), letter); !gone.ok()) return gone;
  if (Status set = SetFileState(db, place->file); !set.ok()) return set;
  if (Status set = SetCompanionStates(db, *place, "trash"); !set.ok()) return set;
  return AddEvent(db, {std::string(who), "trash", *place});
}

// The place of a letter in the trash.
Result<LetterPlace> TrashedPlace(Database& db, int64_t letter) {
  Result<Statement> row = db.Prepare("SELECT file_id, letter FROM trash WHERE letter_id = ?");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(letter).Step();
  if (!there.ok()) return there.error();
  if (*there) return LetterPlace{row->Int(0), row->Int(1)};
  return Error{ErrorCode::kNotFound, fmt::format("there is no letter {} in the trash", letter), "",
               0};
}

Status BringBackOne(Archive& archive, std::string_view who, int64_t letter) {
  Database& db = archive.database();
  const Result<LetterPlace> place = TrashedPlace(db, letter);
  if (!place.ok()) return place.error();
  for (const Kept& kept : kKept) {
    const Status copied =
        CopyRows(db, fmt::format("trash_{}", kept.table), kept.table, kept.key, letter);
    if (!copied.ok()) return copied;
  }
  if (Status gone = DropFromTrash(db, letter); !gone.ok()) return gone;
  if (Status filled = FillFactsAsStored(db, letter); !filled.ok()) return filled;
  archive.index().Add({&letter, 1});
  if (Status set = SetFileState(db, place->file); !set.ok()) return set;
  if (Status set = SetCompanionStates(db, *place, "done"); !set.ok()) return set;
  return AddEvent(db, {std::string(who), "restore", *place});
}

template <typename Each>
Status ForAll(Database& db, const std::vector<int64_t>& letters, const Each& each) {
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  for (const int64_t letter : letters) {
    if (Status status = each(letter); !status.ok()) return status;
  }
  return transaction->Commit();
}

Result<std::vector<int64_t>> IdsOf(Database& db, const std::string& sql, const Condition& values) {
  std::vector<int64_t> ids;
  const Status read = EachRow(db, sql, values, [&](const Statement& row) -> Status {
    ids.push_back(row.Int(0));
    return Done{};
  });
  if (!read.ok()) return read.error();
  return ids;
}

// The log says what the letter was: nothing else will.
Status DeleteOne(Database& db, std::string_view who, int64_t letter) {
  const Result<LetterPlace> place = TrashedPlace(db, letter);
  if (!place.ok()) return place.error();
  std::optional<std::string> number, source;
  const Status read = EachRow(db,
                              "SELECT t.number, f.name FROM trash_letters t JOIN files f ON f.id = "
                              "t.file_id WHERE t.id = ?",
                              {"", {letter}}, [&](const Statement& row) -> Status {
                                number = row.OptionalText(0);
                                source = row.OptionalText(1);
                                return Done{};
                              });
  if (!read.ok()) return read;
  for (const std::string_view table : kSaid) {
    const Status gone =
        RunWith(db, fmt::format("DELETE FROM {} WHERE file_id = ? AND letter = ?", table),
                place->file, place->letter);
    if (!gone.ok()) return gone;
  }
  const Status gone = RunWith(db, "DELETE FROM companions WHERE of_file_id = ? AND of_letter = ?",
                              place->file, place->letter);
  if (!gone.ok()) return gone;
  if (Status dropped = DropFromTrash(db, letter); !dropped.ok()) return dropped;
  return AddEvent(db, {std::string(who), "delete", *place, source, number});
}

// Hashes of files that had letters and have none any more, neither here nor in the trash.
Result<std::vector<std::string>> LeftFiles(Database& db) {
  std::vector<std::string> files;
  const Status read =
      EachRow(db,
              "SELECT sha256 FROM files WHERE state = 'trash' AND id NOT IN (SELECT file_id FROM "
              "trash UNION SELECT file_id FROM companions)",
              {}, [&](const Statement& row) -> Status {
                files.push_back(row.Text(0));
                return Done{};
              });
  if (!read.ok()) return read.error();
  return files;
}

}  // namespace

Status ThrowAway(Archive& archive, std::string_view who, const std::vector<int64_t>& letters) {
  return ForAll(archive.database(), letters,
                [&](int64_t letter) { return ThrowAwayOne(archive, who, letter); });
}

Status BringBack(Archive& archive, std::string_view who, const std::vector<int64_t>& letters) {
  return ForAll(archive.database(), letters,
                [&](int64_t letter) { return BringBackOne(archive, who, letter); });
}

Result<std::vector<int64_t>> UndoImport(Archive& archive, std::string_view who, int64_t run) {
  Database& db = archive.database();
  const Result<std::vector<int64_t>> known =
      IdsOf(db, "SELECT id FROM runs WHERE id = ?", {"", {run}});
  if (!known.ok()) return known.error();
  if (known->empty()) {
    return Error{ErrorCode::kNotFound, fmt::format("there is no import {}", run), "", 0};
  }
  Result<std::vector<int64_t>> letters =
      IdsOf(db, "SELECT id FROM letters WHERE run_id = ? ORDER BY id", {"", {run}});
  if (!letters.ok()) return letters.error();
  if (Status gone = ThrowAway(archive, who, *letters); !gone.ok()) return gone.error();
  return letters;
}

Result<Emptied> EmptyTrash(Archive& archive, std::string_view who, int days) {
  Database& db = archive.database();
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  const Result<std::vector<int64_t>> letters = IdsOf(
      db,
      "SELECT letter_id FROM trash WHERE trashed_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', ?)",
      {"", {fmt::format("-{} days", days)}});
  if (!letters.ok()) return letters.error();
  for (const int64_t letter : *letters) {
    if (Status gone = DeleteOne(db, who, letter); !gone.ok()) return gone.error();
  }
  const Result<std::vector<std::string>> files = LeftFiles(db);
  if (!files.ok()) return files.error();
  for (const std::string& sha256 : *files) {
    const Status gone = RunWith(db, "DELETE FROM readings WHERE sha256 = ?", sha256);
    if (!gone.ok()) return gone.error();
  }
  const Result<std::optional<int64_t>> left = db.QueryInt("SELECT count(*) FROM trash");
  if (!left.ok()) return left.error();
  if (Status done = transaction->Commit(); !done.ok()) return done.error();
  Emptied emptied{static_cast<int64_t>(letters->size()), 0, left->value_or(0)};
  // Files last: a letter never stands without its file.
  for (const std::string& sha256 : *files) {
    const Result<bool> removed = archive.RemoveOriginal(sha256);
    if (!removed.ok()) return removed.error();
    if (*removed) ++emptied.files;
  }
  return emptied;
}

Status EachThrownAway(Archive& archive, const RowSink& take) {
  const std::string sql = fmt::format(
      "SELECT {}, t.trashed_at, t.who, f.name FROM trash t JOIN trash_letters l ON l.id = "
      "t.letter_id JOIN files f ON f.id = t.file_id ORDER BY t.trashed_at DESC, t.letter_id",
      kHeadColumns);
  return EachRow(archive.database(), sql, {}, [&](const Statement& row) {
    const LetterHead head = ReadHead(row);
    return take({{"letter_id", head.id},
                 {"trashed_at", row.Text(kHeadColumnCount)},
                 {"who", row.Text(kHeadColumnCount + 1)},
                 {"number", OrNull(head.number)},
                 {"issue_date", OrNull(head.issue_date)},
                 {"issuer", OrNull(head.issuer)},
                 {"subject", OrNull(head.subject)},
                 {"source", row.Text(kHeadColumnCount + 2)}});
  });
}

Result<std::optional<std::string>> ThrownAwaySince(Archive& archive, std::string_view sha256) {
  Result<Statement> row = archive.database().Prepare(
      "SELECT max(t.trashed_at) FROM files f LEFT JOIN companions c ON c.file_id = f.id "
      "JOIN trash t ON t.file_id = f.id OR (t.file_id = c.of_file_id AND t.letter = c.of_letter) "
      "WHERE f.sha256 = ? AND f.state = 'trash'");
  if (!row.ok()) return row.error();
  const Result<bool> there = row->With(sha256).Step();
  if (!there.ok()) return there.error();
  return row->OptionalText(0);
}

Result<std::set<int>> ThrownAwayOf(Database& db, int64_t file) {
  std::set<int> letters;
  const Status read = EachRow(db, "SELECT letter FROM trash WHERE file_id = ?", {"", {file}},
                              [&](const Statement& row) -> Status {
                                letters.insert(static_cast<int>(row.Int(0)));
                                return Done{};
                              });
  if (!read.ok()) return read.error();
  return letters;
}

Status EachImport(Archive& archive, const RowSink& take) {
  return EachRow(archive.database(),
                 "SELECT r.id, r.started_at, r.finished_at, (SELECT count(*) FROM letters WHERE "
                 "run_id = r.id), r.summary FROM runs r ORDER BY r.id DESC",
                 {}, [&](const Statement& row) {
                   return take({{"run", row.Int(0)},
                                {"started_at", row.Text(1)},
                                {"finished_at", OrNull(row.OptionalText(2))},
                                {"letters", row.Int(3)},
                                {"summary", OrNull(row.OptionalText(4))}});
                 });
}

}  // namespace vanthu::archive
