// Migration 7: records and the texts of pages are packed. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// Views give what they gave. The index holds the same words and stays as it is.
inline constexpr const char* kPackedTables = R"sql(
DROP VIEW records;
CREATE VIEW records AS
SELECT id, year, CASE WHEN json_valid(record) THEN record ELSE '{}' END AS record
  FROM (SELECT id, year, vanthu_unpacked(record) AS record FROM letters);
UPDATE letters SET record = vanthu_packed(record);

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
                  FROM letter_pages WHERE letter_id = letters.id ORDER BY ordinal)) AS body,
       vanthu_facets(doc_type, year, month,
         (SELECT group_concat(country, ' ')
            FROM (SELECT country FROM partners WHERE letter_id = letters.id
                   UNION SELECT country FROM delegation_countries WHERE letter_id = letters.id)))
         AS facets
  FROM letters;
UPDATE letter_pages SET text = vanthu_packed(text), raw = vanthu_packed(raw);
)sql";

}  // namespace vanthu::archive
