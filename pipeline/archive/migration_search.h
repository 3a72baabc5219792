// Migration 6: what search asks beside the letters themselves. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// Letters with cosigners are taken out of the index as they stood in it and put back as they stand in
// the new view; the others stay where they are.
inline constexpr const char* kSearchTables = R"sql(
CREATE TABLE saved_searches (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) WITHOUT ROWID;
CREATE INDEX letters_by_identity ON letters (number_key, year, issuer, doc_type, file_id);
DROP INDEX letters_by_key;
CREATE INDEX partners_by_letter ON partners (letter_id, name_fold, country, kind);

ALTER TABLE letters ADD COLUMN cosigners TEXT;
UPDATE letters SET cosigners = c.names
  FROM (SELECT r.id AS letter_id, group_concat(json_extract(e.value, '$.name'), char(10)) AS names
          FROM records r, json_each(r.record, '$.signer.cosigners') e GROUP BY r.id) c
 WHERE letters.id = c.letter_id;
INSERT INTO letter_fts (letter_fts, rowid, number, subject, issuer, signer, partners, head, body, facets)
SELECT 'delete', id, number, subject, issuer, signer, partners, head, body, facets
  FROM letter_text WHERE id IN (SELECT id FROM letters WHERE cosigners IS NOT NULL);
DROP VIEW letter_text;
CREATE VIEW letter_text AS
SELECT id, number, subject, issuer,
       coalesce(signer, '') || char(10) || coalesce(signer_title, '') || char(10) ||
       coalesce(cosigners, '') AS signer,
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
INSERT INTO letter_fts (rowid, number, subject, issuer, signer, partners, head, body, facets)
SELECT id, number, subject, issuer, signer, partners, head, body, facets
  FROM letter_text WHERE id IN (SELECT id FROM letters WHERE cosigners IS NOT NULL);
)sql";

}  // namespace vanthu::archive
