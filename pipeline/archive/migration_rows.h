// Migration 10: rows of the index in the order of dates; issuers by name. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// Numbers of rows as index_rows.h has them. `body` is the first column of the index, because FTS5 writes which
// column a word stands in for all but the first: two bytes a word and letter, a quarter of the index. Words of
// the number and the subject stand among the facets as well, marked.
inline constexpr const char* kRowTables = R"sql(
CREATE TABLE index_rows (
  id INTEGER PRIMARY KEY,  -- the rowid in letter_fts
  letter_id INTEGER NOT NULL UNIQUE REFERENCES letters(id),
  date_key INTEGER
);
INSERT INTO index_rows (id, letter_id, date_key)
SELECT ((month + 1) << 22) - row_number() OVER (PARTITION BY month ORDER BY letter), letter, date_key
  FROM (SELECT id AS letter, date_key,
               coalesce((1 << 17) - 1 -
                        (date_key / 10000 * 13 + min(date_key / 100 % 100, 12)), 1 << 17) AS month
          FROM letters)
 ORDER BY 1;

-- Hundreds of letters bear a serial, few of them in one year.
DROP INDEX letters_by_serial;
CREATE INDEX letters_by_serial ON letters (serial, date_key, number_fold);

CREATE TABLE issuers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO issuers (name) SELECT DISTINCT issuer FROM letters WHERE issuer IS NOT NULL;
CREATE VIRTUAL TABLE issuer_fts USING fts5(
  name, content = 'issuers', content_rowid = 'id', tokenize = 'vanthu');
INSERT INTO issuer_fts (issuer_fts) VALUES ('rebuild');

DROP TABLE letter_fts;
DROP VIEW letter_text;
CREATE VIEW letter_text AS
SELECT r.id,
       (SELECT group_concat(text || coalesce(char(12) || raw, ''), char(12))
          FROM (SELECT vanthu_unpacked(text) AS text, vanthu_unpacked(raw) AS raw
                  FROM letter_pages WHERE letter_id = l.id ORDER BY ordinal)) ||
       coalesce((SELECT char(12) || group_concat(vanthu_unpacked(text), char(12)) FROM companions
                  WHERE of_file_id = l.file_id AND of_letter = l.letter), '') AS body,
       number, subject, issuer,
       coalesce(signer, '') || char(10) || coalesce(signer_title, '') || char(10) ||
       coalesce(cosigners, '') AS signer,
       (SELECT group_concat(name, char(10))
          FROM (SELECT name FROM partners WHERE letter_id = l.id ORDER BY ordinal)) AS partners,
       coalesce(issuer_parent, '') || char(10) || coalesce(addressees, '') || char(10) ||
       coalesce(doc_type_name, '') AS head,
       vanthu_head_words(number) || ' ' ||
       vanthu_facets(doc_type, (SELECT id FROM issuers WHERE name = l.issuer),
         (SELECT group_concat(country, ' ')
            FROM (SELECT country FROM partners WHERE letter_id = l.id
                   UNION SELECT country FROM delegation_countries WHERE letter_id = l.id)))
       || ' ' || vanthu_head_words(subject) AS facets
  FROM index_rows r JOIN letters l ON l.id = r.letter_id;
CREATE VIRTUAL TABLE letter_fts USING fts5(
  body, number, subject, issuer, signer, partners, head, facets,
  content = 'letter_text', content_rowid = 'id', tokenize = 'vanthu');
INSERT INTO letter_fts (letter_fts) VALUES ('rebuild');
)sql";

}  // namespace vanthu::archive
