// Migration 4: sums of delegations that running text gives, as rows. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// As the tables of migration_facts.h, with the same meaning of columns. A year is that of the period, else
// that of the letter.
inline constexpr const char* kTotalTables = R"sql(
CREATE TABLE delegation_totals (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  direction TEXT, count TEXT, count_min REAL, count_max REAL,
  members TEXT, members_min REAL, members_max REAL,
  period_start TEXT, period_end TEXT, period_raw TEXT, first_year INTEGER, last_year INTEGER,
  page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX delegation_totals_by_year ON delegation_totals (first_year, direction);
CREATE VIEW delegation_totals_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.direction'),
       json_extract(e.value, '$.count'), json_extract(e.value, '$.count.min'),
       json_extract(e.value, '$.count.max'), json_extract(e.value, '$.members'),
       json_extract(e.value, '$.members.min'), json_extract(e.value, '$.members.max'),
       json_extract(e.value, '$.period.start'), json_extract(e.value, '$.period.end'),
       json_extract(e.value, '$.period.raw'),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.start'),
                                     json_extract(e.value, '$.period.end')), 1, 4) AS INTEGER),
                l.year),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.end'),
                                     json_extract(e.value, '$.period.start')), 1, 4) AS INTEGER),
                l.year),
       coalesce(json_extract(e.value, '$.evidence[0].page'), 0), json_extract(e.value, '$.raw'),
       json_extract(e.value, '$.score')
  FROM records l, json_each(l.record, '$.delegation_totals') e;
INSERT INTO delegation_totals SELECT * FROM delegation_totals_in_records;
)sql";

}  // namespace vanthu::archive
