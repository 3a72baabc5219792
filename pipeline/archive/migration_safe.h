// Migration 8: what people put right, and the trash. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// The tables of the trash have the columns that those of the letters have: a migration that adds a column
// there adds it here as well.
inline constexpr const char* kSafeTables = R"sql(
-- What a person says that a field of the record is, by the names of corrections.h; without a value: the
-- letter has none.
CREATE TABLE corrections (
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  field TEXT NOT NULL, value TEXT,
  PRIMARY KEY (file_id, letter, field)
) WITHOUT ROWID;
-- The head of such a letter as the rules read it: an object of the record's keys.
CREATE TABLE heads_as_read (
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  head TEXT NOT NULL,
  PRIMARY KEY (file_id, letter)
) WITHOUT ROWID;

-- Letters that were thrown away, their rows as they stood; they are in no other table and in no index.
CREATE TABLE trash (
  letter_id INTEGER PRIMARY KEY,
  file_id INTEGER NOT NULL REFERENCES files(id), letter INTEGER NOT NULL,
  who TEXT NOT NULL,
  trashed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  UNIQUE (file_id, letter)
);
CREATE TABLE trash_letters AS SELECT * FROM letters WHERE 0;
CREATE TABLE trash_letter_pages AS SELECT * FROM letter_pages WHERE 0;
CREATE TABLE trash_citations AS SELECT * FROM citations WHERE 0;
CREATE UNIQUE INDEX trash_letters_by_id ON trash_letters (id);
CREATE INDEX trash_letter_pages_by_letter ON trash_letter_pages (letter_id);
CREATE INDEX trash_citations_by_letter ON trash_citations (letter_id);

-- Tells this archive and its backups from all others.
CREATE TABLE identity (id TEXT NOT NULL);
INSERT INTO identity VALUES (lower(hex(randomblob(16))));
)sql";

}  // namespace vanthu::archive
