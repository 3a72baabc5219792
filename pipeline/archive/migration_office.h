// The office's own papers: what people enter of a letter, dossiers, the log. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// What people say hangs on a file and the letter's place in it, as `letters` does, and not on a row of
// `letters`: reading a file again takes its letters out and puts them in anew, perhaps fewer of them.
inline constexpr const char* kOfficeTables = R"sql(
-- What the receiving office's stamp says; facts.cc keeps it as the tables of migration 2.
CREATE TABLE stamps (
  letter_id INTEGER PRIMARY KEY REFERENCES letters(id),
  office TEXT, number TEXT, year INTEGER, month INTEGER, day INTEGER, forwarded_to TEXT,
  page INTEGER NOT NULL
);
CREATE VIEW stamps_in_records AS
SELECT id AS letter_id, json_extract(record, '$.stamp.office'),
       json_extract(record, '$.stamp.number'), json_extract(record, '$.stamp.date.year'),
       json_extract(record, '$.stamp.date.month'), json_extract(record, '$.stamp.date.day'),
       json_extract(record, '$.stamp.forwarded_to'),
       coalesce(json_extract(record, '$.stamp.evidence[0].page'), 0)
  FROM records WHERE json_extract(record, '$.stamp') IS NOT NULL;
INSERT INTO stamps SELECT * FROM stamps_in_records;

-- A value that a person gave, by the names of entries.h.
CREATE TABLE entries (
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  field TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (file_id, letter, field)
) WITHOUT ROWID;
CREATE INDEX entries_by_field ON entries (field, value);

CREATE TABLE tags (
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  tag TEXT NOT NULL, tag_fold TEXT NOT NULL,
  PRIMARY KEY (file_id, letter, tag_fold)
) WITHOUT ROWID;
CREATE INDEX tags_by_name ON tags (tag_fold);

-- Hồ sơ.
CREATE TABLE dossiers (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL, code_fold TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, retention TEXT, rights TEXT, creator TEXT, description TEXT,
  added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
);
CREATE TABLE dossier_letters (
  dossier_id INTEGER NOT NULL REFERENCES dossiers(id),
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, file_id, letter)
) WITHOUT ROWID;
CREATE INDEX dossier_letters_by_letter ON dossier_letters (file_id, letter);

-- Who did what, when. Rows are added and never changed.
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  file_id INTEGER REFERENCES files(id), letter INTEGER,
  subject TEXT, old TEXT, new TEXT
);
CREATE INDEX events_by_letter ON events (file_id, letter);
CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT raise(ABORT, 'the log is never cut'); END;
CREATE TRIGGER events_stand BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'the log is never changed'); END;
)sql";

}  // namespace vanthu::archive
