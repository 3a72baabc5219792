#include "pipeline/archive/dossiers.h"

#include <fmt/format.h>

#include <utility>

#include "models/text/normalize.h"
#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/letter_head.h"
#include "pipeline/archive/register_query.h"
#include "pipeline/archive/words.h"

namespace vanthu::archive {
namespace {

using nlohmann::ordered_json;

// Columns of `dossiers d` that ReadDossier reads.
constexpr const char* kDossierColumns =
    "d.id, d.code, d.title, d.retention, d.rights, d.creator, d.description";

struct StoredDossier {
  int64_t id = 0;
  Dossier dossier;
};

StoredDossier ReadDossier(const Statement& row) {
  return {row.Int(0),
          {row.Text(1), row.Text(2), row.OptionalText(3), row.OptionalText(4), row.OptionalText(5),
           row.OptionalText(6)}};
}

Result<std::optional<StoredDossier>> FindDossier(Database& db, std::string_view code) {
  std::optional<StoredDossier> found;
  const std::string sql =
      fmt::format("SELECT {} FROM dossiers d WHERE d.code_fold = ?", kDossierColumns);
  const Condition where = {"", {FoldedWords(Normalize(code).text)}};
  const Status read = EachRow(db, sql, where, [&](const Statement& row) {
    found = ReadDossier(row);
    return Status(Done{});
  });
  if (!read.ok()) return read.error();
  return found;
}

Result<StoredDossier> RequireDossier(Database& db, std::string_view code) {
  Result<std::optional<StoredDossier>> found = FindDossier(db, code);
  if (!found.ok()) return found.error();
  if (!*found) {
    return Error{ErrorCode::kNotFound, fmt::format("there is no dossier \"{}\"", code), "", 0};
  }
  return std::move(**found);
}

Status Log(Database& db, std::string_view who, std::string_view what, const std::string& code,
           std::optional<std::string> from, std::optional<std::string> to,
           std::optional<LetterPlace> letter = std::nullopt) {
  return AddEvent(
      db, {std::string(who), std::string(what), letter, code, std::move(from), std::move(to)});
}

// Each letter of the list: `change` binds it to a statement, and it is logged where rows changed.
Status ChangeLetters(Archive& archive, std::string_view who, std::string_view code,
                     const std::vector<int64_t>& letters, std::string_view what,
                     const std::string& sql) {
  Database& db = archive.database();
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  const Result<StoredDossier> dossier = RequireDossier(db, code);
  if (!dossier.ok()) return dossier.error();
  for (const int64_t id : letters) {
    const Result<LetterPlace> place = PlaceOf(db, id);
    if (!place.ok()) return place.error();
    Result<Statement> change = db.Prepare(sql);
    if (!change.ok()) return change.error();
    const Status changed = change->With(dossier->id, place->file, place->letter).Run();
    if (!changed.ok()) return changed;
    if (db.Changes() == 0) continue;
    const Status logged =
        Log(db, who, what, dossier->dossier.code, std::nullopt, std::nullopt, *place);
    if (!logged.ok()) return logged;
  }
  return transaction->Commit();
}

// First and last day: dates whose day or month is blank take part by what is known of them.
void Widen(DossierContent& content, const std::optional<std::string>& date) {
  if (!date) return;
  if (!content.start || *date < *content.start) content.start = date;
  if (!content.end || *date > *content.end) content.end = date;
}

}  // namespace

Status AddDossier(Archive& archive, std::string_view who, const Dossier& dossier) {
  Database& db = archive.database();
  const std::string code = Normalize(dossier.code).text, title = Normalize(dossier.title).text;
  if (FoldedWords(code).empty() || FoldedWords(title).empty()) {
    return Error{ErrorCode::kUsage, "a dossier has a code and a title", "", 0};
  }
  const Result<std::optional<StoredDossier>> found = FindDossier(db, code);
  if (!found.ok()) return found.error();
  if (*found) {
    return Error{ErrorCode::kUsage, fmt::format("there is a dossier \"{}\" already", code), "", 0};
  }
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  Result<Statement> row = db.Prepare(
      "INSERT INTO dossiers (code, code_fold, title, retention, rights, creator, description) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!row.ok()) return row.error();
  row->With(code, FoldedWords(code), title, dossier.retention, dossier.rights, dossier.creator,
            dossier.description);
  if (Status status = row->Run(); !status.ok()) return status;
  const Status logged = Log(db, who, "dossier new", code, std::nullopt, title);
  return logged.ok() ? transaction->Commit() : logged;
}

Status ChangeDossier(Archive& archive, std::string_view who, const Dossier& dossier) {
  Database& db = archive.database();
  const Result<StoredDossier> stored = RequireDossier(db, dossier.code);
  if (!stored.ok()) return stored.error();
  const Dossier& old = stored->dossier;
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  const auto put = [&](const char* column, const std::optional<std::string>& value,
                       const std::optional<std::string>& before) -> Status {
    if (!value || value == before) return Done{};
    Result<Statement> row =
        db.Prepare(fmt::format("UPDATE dossiers SET {} = ? WHERE id = ?", column));
    if (!row.ok()) return row.error();
    if (Status status = row->With(*value, stored->id).Run(); !status.ok()) return status;
    return Log(db, who, fmt::format("dossier {}", column), old.code, before, *value);
  };
  const std::optional<std::string> title =
      dossier.title.empty() ? std::nullopt : std::optional(Normalize(dossier.title).text);
  for (const Status& status :
       {put("title", title, old.title), put("retention", dossier.retention, old.retention),
        put("rights", dossier.rights, old.rights), put("creator", dossier.creator, old.creator),
        put("description", dossier.description, old.description)}) {
    if (!status.ok()) return status;
  }
  return transaction->Commit();
}

Status RemoveDossier(Archive& archive, std::string_view who, std::string_view code) {
  Database& db = archive.database();
  const Result<StoredDossier> stored = RequireDossier(db, code);
  if (!stored.ok()) return stored.error();
  Result<Transaction> transaction = Transaction::Begin(db);
  if (!transaction.ok()) return transaction.error();
  for (const char* sql :
       {"DELETE FROM dossier_letters WHERE dossier_id = ?", "DELETE FROM dossiers WHERE id = ?"}) {
    Result<Statement> row = db.Prepare(sql);
    if (!row.ok()) return row.error();
    if (Status status = row->With(stored->id).Run(); !status.ok()) return status;
  }
  const Status logged =
      Log(db, who, "dossier remove", stored->dossier.code, stored->dossier.title, std::nullopt);
  return logged.ok() ? transaction->Commit() : logged;
}

Status AddToDossier(Archive& archive, std::string_view who, std::string_view code,
                    const std::vector<int64_t>& letters) {
  return ChangeLetters(archive, who, code, letters, "dossier add",
                       "INSERT OR IGNORE INTO dossier_letters (dossier_id, file_id, letter) "
                       "VALUES (?, ?, ?)");
}

Status TakeFromDossier(Archive& archive, std::string_view who, std::string_view code,
                       const std::vector<int64_t>& letters) {
  return ChangeLetters(archive, who, code, letters, "dossier take out",
                       "DELETE FROM dossier_letters "
                       "WHERE dossier_id = ? AND file_id = ? AND letter = ?");
}

Status EachDossier(Archive& archive, const RowSink& take) {
  std::vector<std::string> codes;
  Status read = EachRow(archive.database(), "SELECT code FROM dossiers ORDER BY code", {},
                        [&](const Statement& row) {
                          codes.push_back(row.Text(0));
                          return Status(Done{});
                        });
  if (!read.ok()) return read;
  for (const std::string& code : codes) {
    // Which way its letters go does not show here.
    const Result<DossierContent> content = GetDossier(archive, Office(""), code);
    if (!content.ok()) return content.error();
    const Status taken = take(ToJson(*content));
    if (!taken.ok()) return taken;
  }
  return Done{};
}

ordered_json ToJson(const DossierContent& content) {
  const Dossier& dossier = content.dossier;
  return {{"code", dossier.code},
          {"title", dossier.title},
          {"retention", OrNull(dossier.retention)},
          {"rights", OrNull(dossier.rights)},
          {"creator", OrNull(dossier.creator)},
          {"description", OrNull(dossier.description)},
          {"start", OrNull(content.start)},
          {"end", OrNull(content.end)},
          {"letters", content.papers.size()},
          {"pages", content.pages}};
}

Result<DossierContent> GetDossier(Archive& archive, const Office& office, std::string_view code) {
  Result<StoredDossier> stored = RequireDossier(archive.database(), code);
  if (!stored.ok()) return stored.error();
  DossierContent content;
  content.dossier = std::move(stored->dossier);
  // EachPaper goes by date.
  const Condition inside = {
      "(l.file_id, l.letter) IN (SELECT file_id, letter FROM dossier_letters WHERE dossier_id = ?)",
      {stored->id}};
  const Status read = EachPaper(archive, office, inside, [&](Paper paper) {
    Widen(content, paper.head.issue_date);
    content.pages += paper.pages;
    content.papers.push_back(std::move(paper));
    return Status(Done{});
  });
  if (!read.ok()) return read.error();
  return content;
}

Status EachDossierRow(const DossierContent& content, const RowSink& take) {
  int64_t ordinal = 0, sheets = 0;
  for (const Paper& paper : content.papers) {
    const int64_t first = sheets + 1;
    sheets += paper.pages;
    const std::string place =
        paper.pages > 1 ? fmt::format("{}-{}", first, sheets) : std::to_string(first);
    const Status taken = take({{"ordinal", ++ordinal},
                               {"letter_id", paper.head.id},
                               {"number", OrNull(paper.head.number)},
                               {"issue_date", OrNull(paper.head.issue_date)},
                               {"title", TitleOf(paper)},
                               {"issuer", OrNull(paper.head.issuer)},
                               {"sheets", place},
                               {"remark", OrNull(paper.Entered(EntryField::kNote))}});
    if (!taken.ok()) return taken;
  }
  return Done{};
}

Result<std::vector<Dossier>> DossiersOf(Archive& archive, const LetterPlace& letter) {
  std::vector<Dossier> dossiers;
  const std::string sql = fmt::format(
      "SELECT {} FROM dossier_letters x JOIN dossiers d ON d.id = x.dossier_id "
      "WHERE x.file_id = ? AND x.letter = ? ORDER BY d.code",
      kDossierColumns);
  const Status read = EachRow(archive.database(), sql, {"", {letter.file, letter.letter}},
                              [&](const Statement& row) {
                                dossiers.push_back(ReadDossier(row).dossier);
                                return Status(Done{});
                              });
  if (!read.ok()) return read.error();
  return dossiers;
}

}  // namespace vanthu::archive
