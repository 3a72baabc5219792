#include "pipeline/archive/soundness.h"

#include <fmt/format.h>

#include <set>

#include "pipeline/archive/fact_select.h"
#include "pipeline/archive/originals.h"

namespace vanthu::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabaseName = "archive.db";

// An archive that is damaged in many places is named by the first of them.
constexpr int kMostDatabaseDamages = 100;

// SQLite 3.40 says "NULL value in TABLE.COLUMN" of tables without rowid whose key is not their first columns,
// though there is none.
Result<bool> IsFalseAlarm(Database& db, std::string_view said) {
  constexpr std::string_view kBegin = "NULL value in ";
  const size_t dot = said.rfind('.');
  if (!said.starts_with(kBegin) || dot == std::string_view::npos) return false;
  const Result<std::optional<int64_t>> empty = db.QueryInt(
      fmt::format("SELECT count(*) FROM \"{}\" WHERE \"{}\" IS NULL",
                  said.substr(kBegin.size(), dot - kBegin.size()), said.substr(dot + 1)));
  if (!empty.ok()) return empty.error();
  return *empty == 0;
}

class Verifier {
 public:
  Verifier(Archive& archive, const std::atomic<bool>& stop, const VerifyEvents& events)
      : archive_(archive), db_(archive.database()), stop_(stop), events_(events) {}

  Result<Soundness> Run() {
    for (const auto& step :
         {&Verifier::CheckPages, &Verifier::CheckReferences, &Verifier::CheckIndex,
          &Verifier::CheckRecords, &Verifier::CheckFiles, &Verifier::CheckStrays}) {
      Status checked = (this->*step)();
      // What a broken database cannot be asked any more is one more damage of it.
      if (!checked.ok() && checked.error().code == ErrorCode::kDamaged) {
        checked = Name(kDatabaseName, checked.error().message);
      }
      if (!checked.ok()) return checked.error();
    }
    return found_;
  }

 private:
  Status Name(const std::string& file, const std::string& reason) {
    ++found_.damages;
    return events_.damage({file, reason});
  }

  Status Go() const {
    if (stop_) return Error{ErrorCode::kInterrupted, "stopped", "", 0};
    return Done{};
  }

  Status CheckPages() {
    const Result<std::vector<std::string>> broken = BrokenPages(db_);
    if (!broken.ok()) return broken.error();
    for (const std::string& said : *broken) {
      if (Status named = Name(kDatabaseName, said); !named.ok()) return named;
    }
    return Done{};
  }

  Status CheckReferences() {
    return EachRow(db_, "PRAGMA foreign_key_check", {}, [&](const Statement& row) {
      return Name(kDatabaseName,
                  fmt::format("a row of {} names what is not in {}", row.Text(0), row.Text(2)));
    });
  }

  Status CheckIndex() {
    for (const char* index : {"letter_fts", "issuer_fts"}) {
      const Status checked = db_.Execute(
          fmt::format("INSERT INTO {0} ({0}, rank) VALUES ('integrity-check', 1)", index));
      if (checked.ok()) continue;
      if (checked.error().code != ErrorCode::kDamaged) return checked;
      const Status named =
          Name(kDatabaseName, "the full-text index does not hold what the letters say");
      if (!named.ok()) return named;
    }
    return EachRow(db_, "SELECT id FROM letters WHERE id NOT IN (SELECT letter_id FROM index_rows)",
                   {}, [&](const Statement& row) {
                     return Name(
                         kDatabaseName,
                         fmt::format("letter {} is not in the full-text index", row.Int(0)));
                   });
  }

  Status CheckRecords() {
    const Result<std::vector<int64_t>> ids = archive_.LetterIds();
    if (!ids.ok()) return ids.error();
    for (const int64_t id : *ids) {
      if (Status go = Go(); !go.ok()) return go;
      ++found_.letters;
      const Result<StoredLetter> letter = archive_.Get(id);
      if (letter.ok()) continue;
      if (letter.error().code != ErrorCode::kDamaged) return letter.error();
      if (Status named = Name(kDatabaseName, letter.error().message); !named.ok()) return named;
    }
    return Done{};
  }

  Status CheckFiles() {
    const Result<std::vector<WantedFile>> files = WantedFiles(db_);
    if (!files.ok()) return files.error();
    for (const WantedFile& file : *files) {
      if (Status go = Go(); !go.ok()) return go;
      wanted_.insert(file.sha256);
      const fs::path path = archive_.OriginalPath(file.sha256);
      const Result<std::string> hash = HashOfFile(path);
      const std::string name = path.lexically_relative(archive_.dir()).string();
      Status named = Done{};
      if (!hash.ok()) {
        named = Name(
            name, hash.error().code == ErrorCode::kNotFound ? "is missing" : hash.error().message);
      } else if (*hash != file.sha256) {
        named = Name(name, "holds other bytes than its name says");
      }
      if (!named.ok()) return named;
      events_.progress(++found_.files, static_cast<int64_t>(files->size()));
    }
    return Done{};
  }

  Status CheckStrays() {
    std::error_code error;
    for (fs::recursive_directory_iterator at(archive_.dir() / "originals", error), end;
         !error && at != end; at.increment(error)) {
      if (at->is_directory()) continue;
      const fs::path path = at->path();
      const std::string sha256 = path.parent_path().filename().string() + path.filename().string();
      if (wanted_.contains(sha256) && path == archive_.OriginalPath(sha256)) continue;
      const Status named =
          Name(path.lexically_relative(archive_.dir()).string(), "belongs to no letter");
      if (!named.ok()) return named;
    }
    if (!error) return Done{};
    return Error{ErrorCode::kUnreadable, error.message(), (archive_.dir() / "originals").string(),
                 0};
  }

  Archive& archive_;
  Database& db_;
  const std::atomic<bool>& stop_;
  const VerifyEvents& events_;
  Soundness found_;
  std::set<std::string> wanted_;
};

}  // namespace

Result<std::vector<std::string>> BrokenPages(Database& db) {
  std::vector<std::string> broken;
  const std::string sql = fmt::format("PRAGMA integrity_check({})", kMostDatabaseDamages);
  const Status read = EachRow(db, sql, {}, [&](const Statement& row) -> Status {
    std::string said = row.Text(0);
    const Result<bool> false_alarm = IsFalseAlarm(db, said);
    if (!false_alarm.ok()) return false_alarm.error();
    if (said != "ok" && !*false_alarm) broken.push_back(std::move(said));
    return Done{};
  });
  if (!read.ok()) return read.error();
  return broken;
}

Result<std::vector<WantedFile>> WantedFiles(Database& db) {
  std::string sql = "SELECT sha256, bytes FROM files WHERE id IN (SELECT file_id FROM letters";
  // Older archives lack these.
  const Status others =
      EachRow(db, "SELECT name FROM sqlite_master WHERE name IN ('trash', 'companions')", {},
              [&](const Statement& row) {
                sql += " UNION SELECT file_id FROM " + row.Text(0);
                return Done{};
              });
  if (!others.ok()) return others.error();
  std::vector<WantedFile> files;
  const Status read =
      EachRow(db, sql + ") ORDER BY sha256", {}, [&](const Statement& row) -> Status {
        files.push_back({row.Text(0), row.Int(1)});
        return Done{};
      });
  if (!read.ok()) return read.error();
  return files;
}

Result<Soundness> Verify(Archive& archive, const std::atomic<bool>& stop,
                         const VerifyEvents& events) {
  return Verifier(archive, stop, events).Run();
}

}  // namespace vanthu::archive
