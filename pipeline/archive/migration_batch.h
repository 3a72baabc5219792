// Batches. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

inline constexpr const char* kBatchTables = R"sql(
-- How long files of a kind took to be read: speeds.h.
CREATE TABLE speeds (
  media_type TEXT NOT NULL, settings TEXT NOT NULL,
  files INTEGER NOT NULL, pages INTEGER NOT NULL, bytes INTEGER NOT NULL,
  busy_ms INTEGER NOT NULL,
  PRIMARY KEY (media_type, settings)
) WITHOUT ROWID;

-- Files in which a letter came as well: companions.h. The letter is named as people's entries name it.
CREATE TABLE companions (
  file_id INTEGER PRIMARY KEY REFERENCES files(id),
  of_file_id INTEGER NOT NULL REFERENCES files(id), of_letter INTEGER NOT NULL,
  record BLOB NOT NULL, text BLOB NOT NULL  -- packed
);
CREATE INDEX companions_by_letter ON companions (of_file_id, of_letter);
-- Their text is found as the letter's own; of letters without one the index stands as it is.
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
          FROM (SELECT vanthu_unpacked(text) AS text, vanthu_unpacked(raw) AS raw
                  FROM letter_pages WHERE letter_id = letters.id ORDER BY ordinal)) ||
       coalesce((SELECT char(12) || group_concat(vanthu_unpacked(text), char(12)) FROM companions
                  WHERE of_file_id = letters.file_id AND of_letter = letters.letter), '') AS body,
       vanthu_facets(doc_type, year, month,
         (SELECT group_concat(country, ' ')
            FROM (SELECT country FROM partners WHERE letter_id = letters.id
                   UNION SELECT country FROM delegation_countries WHERE letter_id = letters.id)))
         AS facets
  FROM letters;
)sql";

}  // namespace vanthu::archive
