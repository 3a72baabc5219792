#include "pipeline/archive/schema.h"

#include <fmt/format.h>

#include <array>

#include "pipeline/archive/migration_batch.h"
#include "pipeline/archive/migration_facts.h"
#include "pipeline/archive/migration_office.h"
#include "pipeline/archive/migration_packing.h"
#include "pipeline/archive/migration_rows.h"
#include "pipeline/archive/migration_safe.h"
#include "pipeline/archive/migration_search.h"
#include "pipeline/archive/migration_totals.h"

namespace vanthu::archive {
namespace {

// A migration is never edited once it has left the house: archives that ran it are out there.
constexpr std::array kMigrations = {
    // 1: the first tables.
    R"sql(
-- One call of import.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  finished_at TEXT,
  summary TEXT
);

-- A file as it came. Its bytes lie in originals/.
CREATE TABLE files (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'trash')),
  run_id INTEGER REFERENCES runs(id),
  added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
);

-- What is to be read, what was, and what became of it.
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs(id),
  path TEXT NOT NULL,
  member TEXT NOT NULL,
  sha256 TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'reading', 'done', 'failed', 'skipped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  error_code TEXT,
  error_message TEXT,
  error_page INTEGER,
  queued_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  UNIQUE (path, member)
);
CREATE INDEX jobs_by_run ON jobs (run_id, state, id);

-- Whole files (page 0) and single pages that could not be read.
CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs(id),
  file TEXT NOT NULL,
  page INTEGER NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
);
CREATE INDEX failures_by_run ON failures (run_id);

-- Pages as reading gave them, CBOR of page_json.h.
CREATE TABLE readings (
  sha256 TEXT NOT NULL,
  page INTEGER NOT NULL,
  settings TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (sha256, page, settings)
);

-- One letter of a file. The columns are what is searched and sorted by; `record` is everything.
-- date_key is YYYYMMDD with 00 for a blank month or day, null without a year.
CREATE TABLE letters (
  id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files(id),
  letter INTEGER NOT NULL,
  run_id INTEGER REFERENCES runs(id),
  number TEXT, number_raw TEXT, number_page INTEGER,
  number_key TEXT, number_fold TEXT, serial INTEGER, suffix TEXT, symbol TEXT,
  doc_type TEXT, doc_type_name TEXT,
  year INTEGER, month INTEGER, day INTEGER, date_key INTEGER,
  issuer TEXT, issuer_parent TEXT, place TEXT, subject TEXT,
  signer TEXT, signer_title TEXT, signer_authority TEXT,
  addressees TEXT, recipients TEXT, urgency TEXT, secrecy TEXT,
  record TEXT NOT NULL,
  added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  UNIQUE (file_id, letter)
);
CREATE INDEX letters_by_serial ON letters (serial, number_fold);
CREATE INDEX letters_by_date ON letters (date_key);
CREATE INDEX letters_by_type ON letters (doc_type, date_key);
CREATE INDEX letters_by_issuer ON letters (issuer, date_key);

CREATE TABLE letter_pages (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letters(id),
  ordinal INTEGER NOT NULL,
  page INTEGER NOT NULL,
  origin TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (letter_id, ordinal)
);

-- The documents that a letter cites.
CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letters(id),
  ordinal INTEGER NOT NULL,
  type TEXT, number TEXT, number_key TEXT, number_fold TEXT, serial INTEGER,
  year INTEGER, title TEXT, title_fold TEXT, issuer TEXT,
  role TEXT NOT NULL,
  raw TEXT NOT NULL,
  page INTEGER NOT NULL,
  UNIQUE (letter_id, ordinal)
);
CREATE INDEX citations_by_serial ON citations (serial, number_fold);
CREATE INDEX citations_by_title ON citations (title_fold) WHERE title_fold IS NOT NULL;

-- What the index is made of. Its text is kept in the tables above, once.
CREATE VIEW letter_text AS
SELECT id, number, subject, issuer,
       coalesce(signer, '') || char(10) || coalesce(signer_title, '') AS signer,
       coalesce(issuer_parent, '') || char(10) || coalesce(addressees, '') || char(10) ||
       coalesce(doc_type_name, '') AS head,
       (SELECT group_concat(text, char(12))
          FROM (SELECT text FROM letter_pages WHERE letter_id = letters.id ORDER BY ordinal)) AS body
  FROM letters;

CREATE VIRTUAL TABLE letter_fts USING fts5(
  number, subject, issuer, signer, head, body,
  content = 'letter_text', content_rowid = 'id', tokenize = 'vanthu');
)sql",
    // 2: rows over the whole archive.
    kFactTables,
    // 3: lines as they were first read, where words of them were put right, are found as well. Partners
    // by name have a column of the index; `facets` holds what filters ask (facets.h), so that a filter
    // narrows the match itself.
    R"sql(
ALTER TABLE letter_pages ADD COLUMN raw TEXT;
DROP TABLE letter_fts;
DROP VIEW letter_text;
CREATE VIEW letter_text AS
SELECT id, number, subject, issuer,
       coalesce(signer, '') || char(10) || coalesce(signer_title, '') AS signer,
       (SELECT group_concat(name, char(10))
          FROM (SELECT name FROM partners WHERE letter_id = letters.id ORDER BY ordinal)) AS partners,
       coalesce(issuer_parent, '') || char(10) || coalesce(addressees, '') || char(10) ||
       coalesce(doc_type_name, '') AS head,
       (SELECT group_concat(text || coalesce(char(12) || raw, ''), char(12))
          FROM (SELECT text, raw FROM letter_pages WHERE letter_id = letters.id
                 ORDER BY ordinal)) AS body,
       vanthu_facets(doc_type, year, month,
         (SELECT group_concat(country, ' ')
            FROM (SELECT country FROM partners WHERE letter_id = letters.id
                   UNION SELECT country FROM delegation_countries WHERE letter_id = letters.id)))
         AS facets
  FROM letters;
CREATE VIRTUAL TABLE letter_fts USING fts5(
  number, subject, issuer, signer, partners, head, body, facets,
  content = 'letter_text', content_rowid = 'id', tokenize = 'vanthu');
INSERT INTO letter_fts (letter_fts) VALUES ('rebuild');
)sql",
    // 4: sums of delegations in running text.
    kTotalTables,
    // 5: the office's own papers.
    kOfficeTables,
    // 6: queries that are kept under a name (`key` is the name as it is compared); indexes that answer
    // alone how many letters of a match are of each kind, and which letters have one number; who signs
    // beside the first is found as a signer.
    kSearchTables,
    // 7: records and the texts of pages are packed (packing.h).
    kPackedTables,
    // 8: what people put right, and the trash.
    kSafeTables,
    // 9: how long files took to be read; one letter in two files.
    kBatchTables,
    // 10: rows of the index in the order of dates; issuers by name.
    kRowTables,
};

}  // namespace

int SchemaVersion() { return static_cast<int>(kMigrations.size()); }

Result<int> VersionOf(Database& db) {
  const Result<std::optional<int64_t>> version = db.QueryInt("PRAGMA user_version");
  if (!version.ok()) return version.error();
  const int64_t found = version->value_or(0);
  if (found > SchemaVersion()) {
    return Error{ErrorCode::kUnsupported,
                 fmt::format("the archive was made by a newer version of vanthu (its tables are "
                             "version {}, this program knows {}): use that version",
                             found, SchemaVersion()),
                 "", 0};
  }
  return static_cast<int>(found);
}

Status Migrate(Database& db) { return MigrateTo(db, SchemaVersion()); }

Status MigrateTo(Database& db, int target) {
  const Result<int> version = VersionOf(db);
  if (!version.ok()) return version.error();
  for (int next = *version; next < target; ++next) {
    Result<Transaction> transaction = Transaction::Begin(db);
    if (!transaction.ok()) return transaction.error();
    const std::string_view sql = kMigrations[static_cast<size_t>(next)];
    if (Status status = db.Execute(sql); !status.ok()) return status;
    const std::string stamp = fmt::format("PRAGMA user_version = {}", next + 1);
    if (Status status = db.Execute(stamp); !status.ok()) return status;
    if (Status status = transaction->Commit(); !status.ok()) return status;
  }
  return Done{};
}

}  // namespace vanthu::archive
