// Migration 2: rows over the whole archive, made of the records. Included by schema.cc alone.
#pragma once

namespace vanthu::archive {

// Each table X has a view X_in_records that says what it is made of: `letters.record`, the object of
// letter.schema.json. facts.cc fills X from it letter by letter; here all letters are taken.
//
// letter_id and ordinal (from 0, place in the record's list) name a row. Columns that end in _fold hold
// vanthu_words(). Ranges (members, days, count …) stand as the record's own object, their ends beside
// it as numbers. `page` is 0 where there is no evidence. Dates are ISO texts.
inline constexpr const char* kFactTables = R"sql(
ALTER TABLE citations ADD COLUMN month INTEGER;
ALTER TABLE citations ADD COLUMN day INTEGER;

-- Records that can be read; a broken one must not keep the archive shut.
CREATE VIEW records AS
SELECT id, year, CASE WHEN json_valid(record) THEN record ELSE '{}' END AS record FROM letters;

UPDATE citations SET month = r.month, day = r.day
  FROM (SELECT l.id AS letter_id, e.key AS ordinal,
               json_extract(e.value, '$.date.month') AS month,
               json_extract(e.value, '$.date.day') AS day
          FROM records l, json_each(l.record, '$.references') e) r
 WHERE citations.letter_id = r.letter_id AND citations.ordinal = r.ordinal;

CREATE INDEX letters_by_key ON letters (number_key);
CREATE INDEX citations_by_key ON citations (number_key);

-- Values are exact decimals as texts; amounts are for comparing and sorting. same_as is the ordinal of
-- the figure that says this sum in another currency.
CREATE TABLE figures (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  kind TEXT, value TEXT, value_max TEXT, amount REAL, amount_max REAL, unit TEXT, unit_fold TEXT,
  approx TEXT, change TEXT, baseline TEXT, label TEXT, label_fold TEXT, section TEXT, whole TEXT,
  same_as INTEGER, page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX figures_by_unit ON figures (unit_fold, kind);
CREATE INDEX figures_by_kind ON figures (kind);
CREATE VIEW figures_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.kind'),
       json_extract(e.value, '$.value'), json_extract(e.value, '$.value_max'),
       CAST(json_extract(e.value, '$.value') AS REAL),
       CAST(json_extract(e.value, '$.value_max') AS REAL),
       json_extract(e.value, '$.unit'),
       coalesce(nullif(vanthu_words(json_extract(e.value, '$.unit')), ''),
                json_extract(e.value, '$.unit')),
       json_extract(e.value, '$.approx'), json_extract(e.value, '$.change'),
       json_extract(e.value, '$.baseline'), json_extract(e.value, '$.label'),
       vanthu_words(json_extract(e.value, '$.label')), json_extract(e.value, '$.section'),
       json_extract(e.value, '$.of'), json_extract(e.value, '$.same_as'),
       coalesce(json_extract(e.value, '$.evidence[0].page'), 0), json_extract(e.value, '$.raw'),
       json_extract(e.value, '$.score')
  FROM records l, json_each(l.record, '$.figures') e;

CREATE TABLE partners (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  name TEXT, name_fold TEXT, kind TEXT, country TEXT, page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX partners_by_name ON partners (name_fold);
CREATE INDEX partners_by_country ON partners (country, kind);
CREATE VIEW partners_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.name'),
       vanthu_words(json_extract(e.value, '$.name')), json_extract(e.value, '$.kind'),
       json_extract(e.value, '$.country'), coalesce(json_extract(e.value, '$.evidence[0].page'), 0),
       json_extract(e.value, '$.raw'), json_extract(e.value, '$.score')
  FROM records l, json_each(l.record, '$.partners') e;

-- due_first and due_last: the first and last day that the date can mean, YYYYMMDD, 00 and 99 for
-- what is blank; null without a year.
CREATE TABLE deadlines (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  due TEXT, due_first INTEGER, due_last INTEGER, task TEXT, assignee TEXT, assignee_fold TEXT,
  page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX deadlines_by_day ON deadlines (due_first);
CREATE VIEW deadlines_in_records AS
SELECT letter_id, ordinal,
       CASE WHEN y IS NULL THEN NULL WHEN m IS NULL THEN format('%04d', y)
            WHEN d IS NULL THEN format('%04d-%02d', y, m) ELSE format('%04d-%02d-%02d', y, m, d) END,
       y * 10000 + coalesce(m, 0) * 100 + CASE WHEN m IS NULL THEN 0 ELSE coalesce(d, 0) END,
       y * 10000 + coalesce(m, 99) * 100 + CASE WHEN m IS NULL THEN 99 ELSE coalesce(d, 99) END,
       task, assignee, vanthu_words(assignee), page, raw, score
  FROM (SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.due.year') AS y,
               json_extract(e.value, '$.due.month') AS m, json_extract(e.value, '$.due.day') AS d,
               json_extract(e.value, '$.task') AS task,
               json_extract(e.value, '$.assignee') AS assignee,
               coalesce(json_extract(e.value, '$.evidence[0].page'), 0) AS page,
               json_extract(e.value, '$.raw') AS raw, json_extract(e.value, '$.score') AS score
          FROM records l, json_each(l.record, '$.deadlines') e);

-- first_year and last_year: of the period, else of the letter. countries and partners are lists as
-- JSON; the two tables below hold them one by one.
CREATE TABLE delegations (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  direction TEXT, seq INTEGER, purpose TEXT, countries TEXT, head TEXT, content TEXT, partners TEXT,
  members TEXT, members_min REAL, members_max REAL, days TEXT, days_min REAL, days_max REAL,
  count TEXT, count_min REAL, count_max REAL,
  period_start TEXT, period_end TEXT, period_raw TEXT, first_year INTEGER, last_year INTEGER,
  funding TEXT, page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX delegations_by_year ON delegations (first_year, direction);
CREATE VIEW delegations_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.direction'),
       json_extract(e.value, '$.seq'), json_extract(e.value, '$.purpose'),
       json_extract(e.value, '$.countries'), json_extract(e.value, '$.head'),
       json_extract(e.value, '$.content'), json_extract(e.value, '$.partners'),
       json_extract(e.value, '$.members'), json_extract(e.value, '$.members.min'),
       json_extract(e.value, '$.members.max'), json_extract(e.value, '$.days'),
       json_extract(e.value, '$.days.min'), json_extract(e.value, '$.days.max'),
       json_extract(e.value, '$.count'), json_extract(e.value, '$.count.min'),
       json_extract(e.value, '$.count.max'), json_extract(e.value, '$.period.start'),
       json_extract(e.value, '$.period.end'), json_extract(e.value, '$.period.raw'),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.start'),
                                     json_extract(e.value, '$.period.end')), 1, 4) AS INTEGER),
                l.year),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.end'),
                                     json_extract(e.value, '$.period.start')), 1, 4) AS INTEGER),
                l.year),
       json_extract(e.value, '$.funding'), coalesce(json_extract(e.value, '$.evidence[0].page'), 0),
       json_extract(e.value, '$.raw'), json_extract(e.value, '$.score')
  FROM records l, json_each(l.record, '$.delegations') e;

CREATE TABLE delegation_countries (
  letter_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, place INTEGER NOT NULL, country TEXT,
  PRIMARY KEY (letter_id, ordinal, place)
);
CREATE INDEX delegation_countries_by_country ON delegation_countries (country);
CREATE VIEW delegation_countries_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, c.key, c.atom
  FROM records l, json_each(l.record, '$.delegations') e, json_each(e.value, '$.countries') c;

CREATE TABLE delegation_partners (
  letter_id INTEGER NOT NULL, ordinal INTEGER NOT NULL, place INTEGER NOT NULL, name_fold TEXT,
  PRIMARY KEY (letter_id, ordinal, place)
);
CREATE VIEW delegation_partners_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, p.key, vanthu_words(p.atom)
  FROM records l, json_each(l.record, '$.delegations') e, json_each(e.value, '$.partners') p;

CREATE TABLE conferences (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  seq INTEGER, name TEXT, period_start TEXT, period_end TEXT, period_raw TEXT,
  first_year INTEGER, last_year INTEGER,
  local_delegates TEXT, local_min REAL, local_max REAL,
  foreign_delegates TEXT, foreign_min REAL, foreign_max REAL,
  content TEXT, funding TEXT, page INTEGER NOT NULL, raw TEXT, score REAL,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX conferences_by_year ON conferences (first_year);
CREATE VIEW conferences_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.seq'),
       json_extract(e.value, '$.name'), json_extract(e.value, '$.period.start'),
       json_extract(e.value, '$.period.end'), json_extract(e.value, '$.period.raw'),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.start'),
                                     json_extract(e.value, '$.period.end')), 1, 4) AS INTEGER),
                l.year),
       coalesce(CAST(substr(coalesce(json_extract(e.value, '$.period.end'),
                                     json_extract(e.value, '$.period.start')), 1, 4) AS INTEGER),
                l.year),
       json_extract(e.value, '$.local_delegates'), json_extract(e.value, '$.local_delegates.min'),
       json_extract(e.value, '$.local_delegates.max'),
       json_extract(e.value, '$.foreign_delegates'),
       json_extract(e.value, '$.foreign_delegates.min'),
       json_extract(e.value, '$.foreign_delegates.max'), json_extract(e.value, '$.content'),
       json_extract(e.value, '$.funding'), coalesce(json_extract(e.value, '$.evidence[0].page'), 0),
       json_extract(e.value, '$.raw'), json_extract(e.value, '$.score')
  FROM records l, json_each(l.record, '$.conferences') e;

-- What the reading and the rules had to say. `places` is the list of evidence as JSON, null where it
-- speaks of no place.
CREATE TABLE diagnostics (
  letter_id INTEGER NOT NULL REFERENCES letters(id), ordinal INTEGER NOT NULL,
  severity TEXT, code TEXT, message TEXT, page INTEGER, places TEXT,
  PRIMARY KEY (letter_id, ordinal)
);
CREATE INDEX diagnostics_by_code ON diagnostics (code);
CREATE VIEW diagnostics_in_records AS
SELECT l.id AS letter_id, e.key AS ordinal, json_extract(e.value, '$.severity'),
       json_extract(e.value, '$.code'), json_extract(e.value, '$.message'),
       json_extract(e.value, '$.page'), json_extract(e.value, '$.evidence')
  FROM records l, json_each(l.record, '$.diagnostics') e;

INSERT INTO figures SELECT * FROM figures_in_records;
INSERT INTO partners SELECT * FROM partners_in_records;
INSERT INTO deadlines SELECT * FROM deadlines_in_records;
INSERT INTO delegations SELECT * FROM delegations_in_records;
INSERT INTO delegation_countries SELECT * FROM delegation_countries_in_records;
INSERT INTO delegation_partners SELECT * FROM delegation_partners_in_records;
INSERT INTO conferences SELECT * FROM conferences_in_records;
INSERT INTO diagnostics SELECT * FROM diagnostics_in_records;
)sql";

}  // namespace vanthu::archive
