PRAGMA user_version = 6;
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  started_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  finished_at TEXT,
  summary TEXT
);
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
CREATE TABLE readings (
  sha256 TEXT NOT NULL,
  page INTEGER NOT NULL,
  settings TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (sha256, page, settings)
);
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
  added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), cosigners TEXT,
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
  text TEXT NOT NULL, raw TEXT,
  UNIQUE (letter_id, ordinal)
);
CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES letters(id),
  ordinal INTEGER NOT NULL,
  type TEXT, number TEXT, number_key TEXT, number_fold TEXT, serial INTEGER,
  year INTEGER, title TEXT, title_fold TEXT, issuer TEXT,
  role TEXT NOT NULL,
  raw TEXT NOT NULL,
  page INTEGER NOT NULL, month INTEGER, day INTEGER,
  UNIQUE (letter_id, ordinal)
);
CREATE INDEX citations_by_serial ON citations (serial, number_fold);
CREATE INDEX citations_by_title ON citations (title_fold) WHERE title_fold IS NOT NULL;
CREATE VIEW records AS
SELECT id, year, CASE WHEN json_valid(record) THEN record ELSE '{}' END AS record FROM letters;
CREATE INDEX citations_by_key ON citations (number_key);
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
CREATE VIRTUAL TABLE letter_fts USING fts5(
  number, subject, issuer, signer, partners, head, body, facets,
  content = 'letter_text', content_rowid = 'id', tokenize = 'vanthu');
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
CREATE TABLE saved_searches (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) WITHOUT ROWID;
CREATE INDEX letters_by_identity ON letters (number_key, year, issuer, doc_type, file_id);
CREATE INDEX partners_by_letter ON partners (letter_id, name_fold, country, kind);
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
INSERT INTO runs VALUES (1, 'import', '2026-11-30T03:56:00Z', '2026-11-30T03:56:02Z', 'done: 3 imported, 0 partly, 0 skipped, 0 failed; 3 letters, 3 pages');
INSERT INTO files VALUES (1, '29939ba638ce9ff79d62c13f614c83ae4af5cd5bbd3fa5fd54e027da29f08190', 'bao-cao.txt', 'tests/cli/letters/bao-cao.txt', 'text/plain', 785, 'done', 1, '2026-11-30T03:56:01Z');
INSERT INTO files VALUES (2, '3646eb23845d7e52e572fd9ae4c2e533bf32575bfffddae7cfc8e15f7e0a9502', 'cong-van.txt', 'tests/cli/letters/cong-van.txt', 'text/plain', 867, 'done', 1, '2026-11-30T03:56:01Z');
INSERT INTO files VALUES (3, '22ece40e979d7ee35de877ef7f3444e97dbda2a47c2544314ccd00e091d2d58b', 'ke-hoach.txt', 'tests/cli/plans/ke-hoach.txt', 'text/plain', 1251, 'done', 1, '2026-11-30T03:56:02Z');
INSERT INTO jobs VALUES (1, 1, 'tests/cli/letters/bao-cao.txt', '', '29939ba638ce9ff79d62c13f614c83ae4af5cd5bbd3fa5fd54e027da29f08190', 'done', 1, NULL, NULL, NULL, '2026-11-30T03:56:00Z', '2026-11-30T03:56:00Z', '2026-11-30T03:56:01Z');
INSERT INTO jobs VALUES (2, 1, 'tests/cli/letters/cong-van.txt', '', '3646eb23845d7e52e572fd9ae4c2e533bf32575bfffddae7cfc8e15f7e0a9502', 'done', 1, NULL, NULL, NULL, '2026-11-30T03:56:00Z', '2026-11-30T03:56:00Z', '2026-11-30T03:56:01Z');
INSERT INTO jobs VALUES (3, 1, 'tests/cli/plans/ke-hoach.txt', '', '22ece40e979d7ee35de877ef7f3444e97dbda2a47c2544314ccd00e091d2d58b', 'done', 1, NULL, NULL, NULL, '2026-11-30T03:56:00Z', '2026-11-30T03:56:00Z', '2026-11-30T03:56:02Z');
INSERT INTO letters VALUES (1, 1, 1, 1, '87/BC-UBND', 'Số: 87/BC-UBND', 1, '87-BC-UBND', '87-bc-ubnd', 87, NULL, 'BC-UBND', 'BC', 'Báo cáo', 2021, 6, 30, 20210630, 'Ủy ban nhân dân tỉnh An Phú', NULL, 'An Phú', 'Kết quả công tác đối ngoại 6 tháng đầu năm 2021', 'Lê Thị Hoa', 'PHÓ CHỦ TỊCH', 'KT. CHỦ TỊCH', 'Bộ Ngoại giao', 'Bộ Ngoại giao
Lưu: VT, NC', NULL, NULL, '{"schema_version":1,"source":{"name":"bao-cao.txt","sha256":"29939ba638ce9ff79d62c13f614c83ae4af5cd5bbd3fa5fd54e027da29f08190","media_type":"text/plain","bytes":785,"letter":1,"letters":1},"pages":[{"page":1,"origin":"text","reason":"the file is text","width":null,"height":null,"confidence":null,"text":"ỦY BAN NHÂN DÂN\nTỈNH AN PHÚ\nSố: 87/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Phú, ngày 30 tháng 6 năm 2021\nBÁO CÁO\nKết quả công tác đối ngoại 6 tháng đầu năm 2021\nKính gửi: Bộ Ngoại giao\nThực hiện Công văn số 1523/BNG-CNV ngày 02 tháng 6 năm 2021 của Bộ Ngoại giao, Ủy ban nhân dân tỉnh An Phú báo cáo như sau:\nI. KẾT QUẢ\n1. Tỉnh đã đón 03 đoàn khách quốc tế đến từ Lào và Nhật Bản.\n2. Tỉnh đã cử 02 đoàn đi Campuchia.\nII. PHƯƠNG HƯỚNG\nTiếp tục thực hiện các thỏa thuận đã ký với tỉnh Attapeu.\nNơi nhận:\n- Bộ Ngoại giao;\n- Lưu: VT, NC.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Hoa"}],"doc_type":{"code":"BC","name":"Báo cáo","raw":"BÁO CÁO","evidence":[{"page":1,"box":null,"line":7}],"rule":"doc_type/title","score":0.98},"number":{"serial":87,"suffix":null,"symbol":"BC-UBND","normalized":"87/BC-UBND","raw":"Số: 87/BC-UBND","evidence":[{"page":1,"box":null,"line":3}],"rule":"number/head","score":0.98},"issuer":{"name":"Ủy ban nhân dân tỉnh An Phú","parent":null,"raw":"ỦY BAN NHÂN DÂN TỈNH AN PHÚ","evidence":[{"page":1,"box":null,"line":1},{"page":1,"box":null,"line":2}],"rule":"issuer/head","score":0.95},"place":{"value":"An Phú","raw":"An Phú, ngày 30 tháng 6 năm 2021","evidence":[{"page":1,"box":null,"line":6}],"rule":"place/head","score":0.97},"issue_date":{"year":2021,"month":6,"day":30,"raw":"An Phú, ngày 30 tháng 6 năm 2021","evidence":[{"page":1,"box":null,"line":6}],"rule":"issue_date/head","score":0.98},"subject":{"value":"Kết quả công tác đối ngoại 6 tháng đầu năm 2021","raw":"Kết quả công tác đối ngoại 6 tháng đầu năm 2021","evidence":[{"page":1,"box":null,"line":8}],"rule":"subject/head","score":0.95},"addressees":[{"value":"Bộ Ngoại giao","raw":"Kính gửi: Bộ Ngoại giao","evidence":[{"page":1,"box":null,"line":9}],"rule":"addressees/kinh_gui","score":0.96}],"signer":{"authority":"KT. CHỦ TỊCH","title":"PHÓ CHỦ TỊCH","name":"Lê Thị Hoa","cosigners":[],"raw":"KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Hoa","evidence":[{"page":1,"box":null,"line":19},{"page":1,"box":null,"line":20},{"page":1,"box":null,"line":21}],"rule":"signer/foot","score":0.96},"recipients":[{"value":"Bộ Ngoại giao","raw":"- Bộ Ngoại giao;","evidence":[{"page":1,"box":null,"line":17}],"rule":"recipients/noi_nhan","score":0.95},{"value":"Lưu: VT, NC","raw":"- Lưu: VT, NC.","evidence":[{"page":1,"box":null,"line":18}],"rule":"recipients/noi_nhan","score":0.95}],"urgency":null,"secrecy":null,"stamp":null,"sections":[{"level":1,"label":"I","heading":"KẾT QUẢ","path":"I","text":"","raw":"I. KẾT QUẢ","evidence":[{"page":1,"box":null,"line":11}],"rule":"outline/label","score":0.97},{"level":2,"label":"1","heading":"","path":"I/1","text":"Tỉnh đã đón 03 đoàn khách quốc tế đến từ Lào và Nhật Bản.","raw":"1. Tỉnh đã đón 03 đoàn khách quốc tế đến từ Lào và Nhật Bản.","evidence":[{"page":1,"box":null,"line":12}],"rule":"outline/label","score":0.97},{"level":2,"label":"2","heading":"","path":"I/2","text":"Tỉnh đã cử 02 đoàn đi Campuchia.","raw":"2. Tỉnh đã cử 02 đoàn đi Campuchia.","evidence":[{"page":1,"box":null,"line":13}],"rule":"outline/label","score":0.97},{"level":1,"label":"II","heading":"PHƯƠNG HƯỚNG","path":"II","text":"Tiếp tục thực hiện các thỏa thuận đã ký với tỉnh Attapeu.","raw":"II. PHƯƠNG HƯỚNG","evidence":[{"page":1,"box":null,"line":14}],"rule":"outline/label","score":0.97}],"annexes":[],"references":[{"type":"CV","number":"1523/BNG-CNV","title":null,"date":{"year":2021,"month":6,"day":2,"raw":"02 tháng 6 năm 2021","evidence":[{"page":1,"box":null,"line":10}],"rule":"references/date","score":0.95},"issuer":"Bộ Ngoại giao","role":"reply_to","raw":"Công văn số 1523/BNG-CNV ngày 02 tháng 6 năm 2021 của Bộ Ngoại giao","evidence":[{"page":1,"box":null,"line":10}],"rule":"references/number","score":0.97}],"dates":[],"deadlines":[],"figures":[{"kind":"count","value":"3","value_max":null,"unit":"đoàn","approx":"exact","change":"none","baseline":null,"label":null,"section":"I/1","of":null,"same_as":null,"raw":"03 đoàn","evidence":[{"page":1,"box":null,"line":12}],"rule":"figures/count","score":0.93},{"kind":"count","value":"2","value_max":null,"unit":"đoàn","approx":"exact","change":"none","baseline":null,"label":null,"section":"I/2","of":null,"same_as":null,"raw":"02 đoàn","evidence":[{"page":1,"box":null,"line":13}],"rule":"figures/count","score":0.93}],"partners":[{"name":"Lào","kind":"country","country":"LA","raw":"Lào","evidence":[{"page":1,"box":null,"line":12}],"rule":"partners/table","score":0.95},{"name":"Nhật Bản","kind":"country","country":"JP","raw":"Nhật Bản","evidence":[{"page":1,"box":null,"line":12}],"rule":"partners/table","score":0.95},{"name":"Campuchia","kind":"country","country":"KH","raw":"Campuchia","evidence":[{"page":1,"box":null,"line":13}],"rule":"partners/table","score":0.95},{"name":"Attapeu","kind":"locality","country":"LA","raw":"Attapeu","evidence":[{"page":1,"box":null,"line":15}],"rule":"partners/table","score":0.95}],"tables":[],"delegations":[],"delegation_totals":[{"direction":"in","count":{"raw":"03 đoàn","min":3,"max":3,"approx":false},"members":null,"period":null,"raw":"03 đoàn khách quốc tế","evidence":[{"page":1,"box":null,"line":12}],"rule":"delegation_totals/sentence","score":0.85},{"direction":"out","count":{"raw":"02 đoàn","min":2,"max":2,"approx":false},"members":null,"period":null,"raw":"02 đoàn","evidence":[{"page":1,"box":null,"line":13}],"rule":"delegation_totals/sentence","score":0.85}],"conferences":[],"footnotes":[],"diagnostics":[]}', '2026-11-30T03:56:01Z', NULL);
INSERT INTO letters VALUES (2, 2, 1, 1, '214/SNgV-LS', 'Số: 214/SNgV-LS', 1, '214-SNGV-LS', '214-sngv-ls', 214, NULL, 'SNgV-LS', 'CV', 'Công văn', 2021, 4, 12, 20210412, 'Sở Ngoại vụ tỉnh An Phú', 'Ủy ban nhân dân tỉnh An Phú', 'An Phú', 'tổ chức đoàn đi công tác tại Champasak', 'Trần Văn Minh', 'GIÁM ĐỐC', NULL, 'Ủy ban nhân dân tỉnh An Phú', 'Như trên
Sở Tài chính
Lưu: VT, LS', NULL, NULL, '{"schema_version":1,"source":{"name":"cong-van.txt","sha256":"3646eb23845d7e52e572fd9ae4c2e533bf32575bfffddae7cfc8e15f7e0a9502","media_type":"text/plain","bytes":867,"letter":1,"letters":1},"pages":[{"page":1,"origin":"text","reason":"the file is text","width":null,"height":null,"confidence":null,"text":"UBND TỈNH AN PHÚ\nSỞ NGOẠI VỤ\nSố: 214/SNgV-LS\nV/v tổ chức đoàn đi công tác tại Champasak\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Phú, ngày 12 tháng 4 năm 2021\nKính gửi: Ủy ban nhân dân tỉnh An Phú\nCăn cứ Kế hoạch số 35/KH-UBND ngày 20 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh về công tác đối ngoại năm 2021, Sở Ngoại vụ báo cáo và đề xuất như sau:\n1. Tổ chức đoàn công tác gồm 05 người đi tỉnh Champasak, nước Cộng hòa Dân chủ Nhân dân Lào từ ngày 10 tháng 5 năm 2021.\n2. Kinh phí do ngân sách tỉnh bảo đảm.\nKính đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định./.\nNơi nhận:\n- Như trên;\n- Sở Tài chính;\n- Lưu: VT, LS.\nGIÁM ĐỐC\n(Đã ký)\nTrần Văn Minh"}],"doc_type":{"code":"CV","name":"Công văn","raw":"Số: 214/SNgV-LS","evidence":[{"page":1,"box":null,"line":3}],"rule":"doc_type/dispatch","score":0.97},"number":{"serial":214,"suffix":null,"symbol":"SNgV-LS","normalized":"214/SNgV-LS","raw":"Số: 214/SNgV-LS","evidence":[{"page":1,"box":null,"line":3}],"rule":"number/head","score":0.98},"issuer":{"name":"Sở Ngoại vụ tỉnh An Phú","parent":"Ủy ban nhân dân tỉnh An Phú","raw":"UBND TỈNH AN PHÚ SỞ NGOẠI VỤ","evidence":[{"page":1,"box":null,"line":1},{"page":1,"box":null,"line":2}],"rule":"issuer/head","score":0.95},"place":{"value":"An Phú","raw":"An Phú, ngày 12 tháng 4 năm 2021","evidence":[{"page":1,"box":null,"line":7}],"rule":"place/head","score":0.97},"issue_date":{"year":2021,"month":4,"day":12,"raw":"An Phú, ngày 12 tháng 4 năm 2021","evidence":[{"page":1,"box":null,"line":7}],"rule":"issue_date/head","score":0.98},"subject":{"value":"tổ chức đoàn đi công tác tại Champasak","raw":"V/v tổ chức đoàn đi công tác tại Champasak","evidence":[{"page":1,"box":null,"line":4}],"rule":"subject/head","score":0.95},"addressees":[{"value":"Ủy ban nhân dân tỉnh An Phú","raw":"Kính gửi: Ủy ban nhân dân tỉnh An Phú","evidence":[{"page":1,"box":null,"line":8}],"rule":"addressees/kinh_gui","score":0.96}],"signer":{"authority":null,"title":"GIÁM ĐỐC","name":"Trần Văn Minh","cosigners":[],"raw":"GIÁM ĐỐC Trần Văn Minh","evidence":[{"page":1,"box":null,"line":17},{"page":1,"box":null,"line":19}],"rule":"signer/foot","score":0.96},"recipients":[{"value":"Như trên","raw":"- Như trên;","evidence":[{"page":1,"box":null,"line":14}],"rule":"recipients/noi_nhan","score":0.95},{"value":"Sở Tài chính","raw":"- Sở Tài chính;","evidence":[{"page":1,"box":null,"line":15}],"rule":"recipients/noi_nhan","score":0.95},{"value":"Lưu: VT, LS","raw":"- Lưu: VT, LS.","evidence":[{"page":1,"box":null,"line":16}],"rule":"recipients/noi_nhan","score":0.95}],"urgency":null,"secrecy":null,"stamp":null,"sections":[{"level":1,"label":"1","heading":"","path":"1","text":"Tổ chức đoàn công tác gồm 05 người đi tỉnh Champasak, nước Cộng hòa Dân chủ Nhân dân Lào từ ngày 10 tháng 5 năm 2021.","raw":"1. Tổ chức đoàn công tác gồm 05 người đi tỉnh Champasak, nước Cộng hòa Dân chủ Nhân dân Lào từ ngày 10 tháng 5 năm 2021.","evidence":[{"page":1,"box":null,"line":10}],"rule":"outline/label","score":0.97},{"level":1,"label":"2","heading":"","path":"2","text":"Kinh phí do ngân sách tỉnh bảo đảm.\nKính đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định./.","raw":"2. Kinh phí do ngân sách tỉnh bảo đảm.","evidence":[{"page":1,"box":null,"line":11}],"rule":"outline/label","score":0.97}],"annexes":[],"references":[{"type":"KH","number":"35/KH-UBND","title":null,"date":{"year":2021,"month":1,"day":20,"raw":"20 tháng 01 năm 2021","evidence":[{"page":1,"box":null,"line":9}],"rule":"references/date","score":0.95},"issuer":"Ủy ban nhân dân tỉnh","role":"basis","raw":"Kế hoạch số 35/KH-UBND ngày 20 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh","evidence":[{"page":1,"box":null,"line":9}],"rule":"references/number","score":0.97}],"dates":[{"start":"2021-01-01","end":"2021-12-31","raw":"năm 2021","evidence":[{"page":1,"box":null,"line":9}],"rule":"dates/period","score":0.97},{"start":"2021-05-10","end":"2021-05-10","raw":"ngày 10 tháng 5 năm 2021","evidence":[{"page":1,"box":null,"line":10}],"rule":"dates/day","score":0.97}],"deadlines":[],"figures":[{"kind":"count","value":"5","value_max":null,"unit":"người","approx":"exact","change":"none","baseline":null,"label":null,"section":"1","of":null,"same_as":null,"raw":"05 người","evidence":[{"page":1,"box":null,"line":10}],"rule":"figures/count","score":0.93}],"partners":[{"name":"Champasak","kind":"locality","country":"LA","raw":"Champasak","evidence":[{"page":1,"box":null,"line":4}],"rule":"partners/table","score":0.95},{"name":"Lào","kind":"country","country":"LA","raw":"Cộng hòa Dân chủ Nhân dân Lào","evidence":[{"page":1,"box":null,"line":10}],"rule":"partners/table","score":0.95}],"tables":[],"delegations":[],"delegation_totals":[],"conferences":[],"footnotes":[],"diagnostics":[]}', '2026-11-30T03:56:01Z', NULL);
INSERT INTO letters VALUES (3, 3, 1, 1, '35/KH-UBND', 'Số: 35/KH-UBND', 1, '35-KH-UBND', '35-kh-ubnd', 35, NULL, 'KH-UBND', 'KH', 'Kế hoạch', 2021, 1, 20, 20210120, 'Ủy ban nhân dân tỉnh An Phú', NULL, 'An Phú', 'Đoàn ra, đoàn vào năm 2021', 'Nguyễn Văn Bình', 'CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN', NULL, 'Sở Ngoại vụ
Lưu: VT, NC', NULL, NULL, '{"schema_version":1,"source":{"name":"ke-hoach.txt","sha256":"22ece40e979d7ee35de877ef7f3444e97dbda2a47c2544314ccd00e091d2d58b","media_type":"text/plain","bytes":1251,"letter":1,"letters":1},"pages":[{"page":1,"origin":"text","reason":"the file is text","width":null,"height":null,"confidence":null,"text":"ỦY BAN NHÂN DÂN\nTỈNH AN PHÚ\nSố: 35/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Phú, ngày 20 tháng 01 năm 2021\nKẾ HOẠCH\nĐoàn ra, đoàn vào năm 2021\nCăn cứ Nghị quyết số 12-NQ/TU ngày 05 tháng 01 năm 2021 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. ĐOÀN RA\nTT\nDanh nghĩa đoàn\nNước đến\nTrưởng đoàn\nNội dung\nSố thành viên\nSố ngày\nThời gian\nKinh phí\n1\nĐoàn xúc tiến đầu tư\nNhật Bản, Hàn Quốc\nChủ tịch UBND tỉnh\nLàm việc với JETRO\n10 - 12\n7\nQuý II/2021\nNgân sách tỉnh\n2\nĐoàn thăm hữu nghị\nLào\nPhó Chủ tịch UBND tỉnh\nChúc Tết tỉnh Champasak\n8\n4\nTháng 4/2021\nNgân sách tỉnh\n3\nĐoàn học tập kinh nghiệm\nThái Lan\nGiám đốc Sở Ngoại vụ\nQuản lý cửa khẩu\nDo Trưởng đoàn quyết định\n5\nTháng 9/2021\nTự túc\nII. TỔ CHỨC THỰC HIỆN\n1. Tổng kinh phí dự kiến 50.000 USD.\n2. Sở Ngoại vụ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021.\nNơi nhận:\n- Sở Ngoại vụ;\n- Lưu: VT, NC.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Bình"}],"doc_type":{"code":"KH","name":"Kế hoạch","raw":"KẾ HOẠCH","evidence":[{"page":1,"box":null,"line":7}],"rule":"doc_type/title","score":0.98},"number":{"serial":35,"suffix":null,"symbol":"KH-UBND","normalized":"35/KH-UBND","raw":"Số: 35/KH-UBND","evidence":[{"page":1,"box":null,"line":3}],"rule":"number/head","score":0.98},"issuer":{"name":"Ủy ban nhân dân tỉnh An Phú","parent":null,"raw":"ỦY BAN NHÂN DÂN TỈNH AN PHÚ","evidence":[{"page":1,"box":null,"line":1},{"page":1,"box":null,"line":2}],"rule":"issuer/head","score":0.95},"place":{"value":"An Phú","raw":"An Phú, ngày 20 tháng 01 năm 2021","evidence":[{"page":1,"box":null,"line":6}],"rule":"place/head","score":0.97},"issue_date":{"year":2021,"month":1,"day":20,"raw":"An Phú, ngày 20 tháng 01 năm 2021","evidence":[{"page":1,"box":null,"line":6}],"rule":"issue_date/head","score":0.98},"subject":{"value":"Đoàn ra, đoàn vào năm 2021","raw":"Đoàn ra, đoàn vào năm 2021","evidence":[{"page":1,"box":null,"line":8}],"rule":"subject/head","score":0.95},"addressees":[],"signer":{"authority":"TM. ỦY BAN NHÂN DÂN","title":"CHỦ TỊCH","name":"Nguyễn Văn Bình","cosigners":[],"raw":"TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn Bình","evidence":[{"page":1,"box":null,"line":53},{"page":1,"box":null,"line":54},{"page":1,"box":null,"line":55}],"rule":"signer/foot","score":0.96},"recipients":[{"value":"Sở Ngoại vụ","raw":"- Sở Ngoại vụ;","evidence":[{"page":1,"box":null,"line":51}],"rule":"recipients/noi_nhan","score":0.95},{"value":"Lưu: VT, NC","raw":"- Lưu: VT, NC.","evidence":[{"page":1,"box":null,"line":52}],"rule":"recipients/noi_nhan","score":0.95}],"urgency":null,"secrecy":null,"stamp":null,"sections":[{"level":1,"label":"I","heading":"ĐOÀN RA","path":"I","text":"","raw":"I. ĐOÀN RA","evidence":[{"page":1,"box":null,"line":10}],"rule":"outline/label","score":0.97},{"level":1,"label":"II","heading":"TỔ CHỨC THỰC HIỆN","path":"II","text":"","raw":"II. TỔ CHỨC THỰC HIỆN","evidence":[{"page":1,"box":null,"line":47}],"rule":"outline/label","score":0.97},{"level":2,"label":"1","heading":"","path":"II/1","text":"Tổng kinh phí dự kiến 50.000 USD.","raw":"1. Tổng kinh phí dự kiến 50.000 USD.","evidence":[{"page":1,"box":null,"line":48}],"rule":"outline/label","score":0.97},{"level":2,"label":"2","heading":"","path":"II/2","text":"Sở Ngoại vụ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021.","raw":"2. Sở Ngoại vụ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021.","evidence":[{"page":1,"box":null,"line":49}],"rule":"outline/label","score":0.97}],"annexes":[],"references":[{"type":"NQ","number":"12-NQ/TU","title":null,"date":{"year":2021,"month":1,"day":5,"raw":"05 tháng 01 năm 2021","evidence":[{"page":1,"box":null,"line":9}],"rule":"references/date","score":0.95},"issuer":"Tỉnh ủy","role":"basis","raw":"Nghị quyết số 12-NQ/TU ngày 05 tháng 01 năm 2021 của Tỉnh ủy","evidence":[{"page":1,"box":null,"line":9}],"rule":"references/number","score":0.97}],"dates":[{"start":"2021-12-15","end":"2021-12-15","raw":"ngày 15 tháng 12 năm 2021","evidence":[{"page":1,"box":null,"line":49}],"rule":"dates/day","score":0.97}],"deadlines":[{"due":{"year":2021,"month":12,"day":15,"raw":"ngày 15 tháng 12 năm 2021","evidence":[{"page":1,"box":null,"line":49}],"rule":"deadlines/due","score":0.95},"task":"báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện","assignee":"Sở Ngoại vụ","raw":"báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021","evidence":[{"page":1,"box":null,"line":49}],"rule":"deadlines/before","score":0.95}],"figures":[{"kind":"money","value":"50000","value_max":null,"unit":"USD","approx":"exact","change":"none","baseline":null,"label":"Tổng kinh phí dự kiến","section":"II/1","of":null,"same_as":null,"raw":"50.000 USD","evidence":[{"page":1,"box":null,"line":48}],"rule":"figures/money","score":0.97}],"partners":[{"name":"Nhật Bản","kind":"country","country":"JP","raw":"Nhật Bản","evidence":[{"page":1,"box":null,"line":22}],"rule":"partners/table","score":0.95},{"name":"Hàn Quốc","kind":"country","country":"KR","raw":"Hàn Quốc","evidence":[{"page":1,"box":null,"line":22}],"rule":"partners/table","score":0.95},{"name":"JETRO","kind":"other","country":"JP","raw":"JETRO","evidence":[{"page":1,"box":null,"line":24}],"rule":"partners/table","score":0.95},{"name":"Lào","kind":"country","country":"LA","raw":"Lào","evidence":[{"page":1,"box":null,"line":31}],"rule":"partners/table","score":0.95},{"name":"Champasak","kind":"locality","country":"LA","raw":"Champasak","evidence":[{"page":1,"box":null,"line":33}],"rule":"partners/table","score":0.95},{"name":"Thái Lan","kind":"country","country":"TH","raw":"Thái Lan","evidence":[{"page":1,"box":null,"line":40}],"rule":"partners/table","score":0.95}],"tables":[{"title":null,"kind":"outgoing_delegations","columns":["TT","Danh nghĩa đoàn","Nước đến","Trưởng đoàn","Nội dung","Số thành viên","Số ngày","Thời gian","Kinh phí"],"rows":[["1","Đoàn xúc tiến đầu tư","Nhật Bản, Hàn Quốc","Chủ tịch UBND tỉnh","Làm việc với JETRO","10 - 12","7","Quý II/2021","Ngân sách tỉnh"],["2","Đoàn thăm hữu nghị","Lào","Phó Chủ tịch UBND tỉnh","Chúc Tết tỉnh Champasak","8","4","Tháng 4/2021","Ngân sách tỉnh"],["3","Đoàn học tập kinh nghiệm","Thái Lan","Giám đốc Sở Ngoại vụ","Quản lý cửa khẩu","Do Trưởng đoàn quyết định","5","Tháng 9/2021","Tự túc"]],"pages":[1],"raw":"TT | Danh nghĩa đoàn | Nước đến | Trưởng đoàn | Nội dung | Số thành viên | Số ngày | Thời gian | Kinh phí","evidence":[{"page":1,"box":null,"line":11}],"rule":"tables/grid","score":0.95}],"delegations":[{"direction":"out","seq":1,"purpose":"Đoàn xúc tiến đầu tư","countries":["JP","KR"],"head":"Chủ tịch UBND tỉnh","content":"Làm việc với JETRO","partners":["JETRO"],"members":{"raw":"10 - 12","min":10,"max":12,"approx":false},"days":{"raw":"7","min":7,"max":7,"approx":false},"count":null,"period":{"start":"2021-04-01","end":"2021-06-30","raw":"Quý II/2021","evidence":[{"page":1,"box":null,"line":20},{"page":1,"box":null,"line":21},{"page":1,"box":null,"line":22},{"page":1,"box":null,"line":23},{"page":1,"box":null,"line":24},{"page":1,"box":null,"line":25},{"page":1,"box":null,"line":26},{"page":1,"box":null,"line":27},{"page":1,"box":null,"line":28}],"rule":"delegations/period","score":0.9},"funding":"Ngân sách tỉnh","raw":"1 | Đoàn xúc tiến đầu tư | Nhật Bản, Hàn Quốc | Chủ tịch UBND tỉnh | Làm việc với JETRO | 10 - 12 | 7 | Quý II/2021 | Ngân sách tỉnh","evidence":[{"page":1,"box":null,"line":20},{"page":1,"box":null,"line":21},{"page":1,"box":null,"line":22},{"page":1,"box":null,"line":23},{"page":1,"box":null,"line":24},{"page":1,"box":null,"line":25},{"page":1,"box":null,"line":26},{"page":1,"box":null,"line":27},{"page":1,"box":null,"line":28}],"rule":"delegations/table","score":0.9},{"direction":"out","seq":2,"purpose":"Đoàn thăm hữu nghị","countries":["LA"],"head":"Phó Chủ tịch UBND tỉnh","content":"Chúc Tết tỉnh Champasak","partners":["Champasak"],"members":{"raw":"8","min":8,"max":8,"approx":false},"days":{"raw":"4","min":4,"max":4,"approx":false},"count":null,"period":{"start":"2021-04-01","end":"2021-04-30","raw":"Tháng 4/2021","evidence":[{"page":1,"box":null,"line":29},{"page":1,"box":null,"line":30},{"page":1,"box":null,"line":31},{"page":1,"box":null,"line":32},{"page":1,"box":null,"line":33},{"page":1,"box":null,"line":34},{"page":1,"box":null,"line":35},{"page":1,"box":null,"line":36},{"page":1,"box":null,"line":37}],"rule":"delegations/period","score":0.9},"funding":"Ngân sách tỉnh","raw":"2 | Đoàn thăm hữu nghị | Lào | Phó Chủ tịch UBND tỉnh | Chúc Tết tỉnh Champasak | 8 | 4 | Tháng 4/2021 | Ngân sách tỉnh","evidence":[{"page":1,"box":null,"line":29},{"page":1,"box":null,"line":30},{"page":1,"box":null,"line":31},{"page":1,"box":null,"line":32},{"page":1,"box":null,"line":33},{"page":1,"box":null,"line":34},{"page":1,"box":null,"line":35},{"page":1,"box":null,"line":36},{"page":1,"box":null,"line":37}],"rule":"delegations/table","score":0.9},{"direction":"out","seq":3,"purpose":"Đoàn học tập kinh nghiệm","countries":["TH"],"head":"Giám đốc Sở Ngoại vụ","content":"Quản lý cửa khẩu","partners":[],"members":{"raw":"Do Trưởng đoàn quyết định","min":null,"max":null,"approx":false},"days":{"raw":"5","min":5,"max":5,"approx":false},"count":null,"period":{"start":"2021-09-01","end":"2021-09-30","raw":"Tháng 9/2021","evidence":[{"page":1,"box":null,"line":38},{"page":1,"box":null,"line":39},{"page":1,"box":null,"line":40},{"page":1,"box":null,"line":41},{"page":1,"box":null,"line":42},{"page":1,"box":null,"line":43},{"page":1,"box":null,"line":44},{"page":1,"box":null,"line":45},{"page":1,"box":null,"line":46}],"rule":"delegations/period","score":0.9},"funding":"Tự túc","raw":"3 | Đoàn học tập kinh nghiệm | Thái Lan | Giám đốc Sở Ngoại vụ | Quản lý cửa khẩu | Do Trưởng đoàn quyết định | 5 | Tháng 9/2021 | Tự túc","evidence":[{"page":1,"box":null,"line":38},{"page":1,"box":null,"line":39},{"page":1,"box":null,"line":40},{"page":1,"box":null,"line":41},{"page":1,"box":null,"line":42},{"page":1,"box":null,"line":43},{"page":1,"box":null,"line":44},{"page":1,"box":null,"line":45},{"page":1,"box":null,"line":46}],"rule":"delegations/table","score":0.9}],"delegation_totals":[],"conferences":[],"footnotes":[],"diagnostics":[]}', '2026-11-30T03:56:02Z', NULL);
INSERT INTO letter_pages VALUES (1, 1, 0, 1, 'text', 'ỦY BAN NHÂN DÂN
TỈNH AN PHÚ
Số: 87/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phú, ngày 30 tháng 6 năm 2021
BÁO CÁO
Kết quả công tác đối ngoại 6 tháng đầu năm 2021
Kính gửi: Bộ Ngoại giao
Thực hiện Công văn số 1523/BNG-CNV ngày 02 tháng 6 năm 2021 của Bộ Ngoại giao, Ủy ban nhân dân tỉnh An Phú báo cáo như sau:
I. KẾT QUẢ
1. Tỉnh đã đón 03 đoàn khách quốc tế đến từ Lào và Nhật Bản.
2. Tỉnh đã cử 02 đoàn đi Campuchia.
II. PHƯƠNG HƯỚNG
Tiếp tục thực hiện các thỏa thuận đã ký với tỉnh Attapeu.
Nơi nhận:
- Bộ Ngoại giao;
- Lưu: VT, NC.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Hoa', NULL);
INSERT INTO letter_pages VALUES (2, 2, 0, 1, 'text', 'UBND TỈNH AN PHÚ
SỞ NGOẠI VỤ
Số: 214/SNgV-LS
V/v tổ chức đoàn đi công tác tại Champasak
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phú, ngày 12 tháng 4 năm 2021
Kính gửi: Ủy ban nhân dân tỉnh An Phú
Căn cứ Kế hoạch số 35/KH-UBND ngày 20 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh về công tác đối ngoại năm 2021, Sở Ngoại vụ báo cáo và đề xuất như sau:
1. Tổ chức đoàn công tác gồm 05 người đi tỉnh Champasak, nước Cộng hòa Dân chủ Nhân dân Lào từ ngày 10 tháng 5 năm 2021.
2. Kinh phí do ngân sách tỉnh bảo đảm.
Kính đề nghị Ủy ban nhân dân tỉnh xem xét, quyết định./.
Nơi nhận:
- Như trên;
- Sở Tài chính;
- Lưu: VT, LS.
GIÁM ĐỐC
(Đã ký)
Trần Văn Minh', NULL);
INSERT INTO letter_pages VALUES (3, 3, 0, 1, 'text', 'ỦY BAN NHÂN DÂN
TỈNH AN PHÚ
Số: 35/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Phú, ngày 20 tháng 01 năm 2021
KẾ HOẠCH
Đoàn ra, đoàn vào năm 2021
Căn cứ Nghị quyết số 12-NQ/TU ngày 05 tháng 01 năm 2021 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:
I. ĐOÀN RA
TT
Danh nghĩa đoàn
Nước đến
Trưởng đoàn
Nội dung
Số thành viên
Số ngày
Thời gian
Kinh phí
1
Đoàn xúc tiến đầu tư
Nhật Bản, Hàn Quốc
Chủ tịch UBND tỉnh
Làm việc với JETRO
10 - 12
7
Quý II/2021
Ngân sách tỉnh
2
Đoàn thăm hữu nghị
Lào
Phó Chủ tịch UBND tỉnh
Chúc Tết tỉnh Champasak
8
4
Tháng 4/2021
Ngân sách tỉnh
3
Đoàn học tập kinh nghiệm
Thái Lan
Giám đốc Sở Ngoại vụ
Quản lý cửa khẩu
Do Trưởng đoàn quyết định
5
Tháng 9/2021
Tự túc
II. TỔ CHỨC THỰC HIỆN
1. Tổng kinh phí dự kiến 50.000 USD.
2. Sở Ngoại vụ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021.
Nơi nhận:
- Sở Ngoại vụ;
- Lưu: VT, NC.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Bình', NULL);
INSERT INTO citations VALUES (1, 1, 0, 'CV', '1523/BNG-CNV', '1523-BNG-CNV', '1523-bng-cnv', 1523, 2021, NULL, NULL, 'Bộ Ngoại giao', 'reply_to', 'Công văn số 1523/BNG-CNV ngày 02 tháng 6 năm 2021 của Bộ Ngoại giao', 1, 6, 2);
INSERT INTO citations VALUES (2, 2, 0, 'KH', '35/KH-UBND', '35-KH-UBND', '35-kh-ubnd', 35, 2021, NULL, NULL, 'Ủy ban nhân dân tỉnh', 'basis', 'Kế hoạch số 35/KH-UBND ngày 20 tháng 01 năm 2021 của Ủy ban nhân dân tỉnh', 1, 1, 20);
INSERT INTO citations VALUES (3, 3, 0, 'NQ', '12-NQ/TU', '12-NQ-TU', '12-nq-tu', 12, 2021, NULL, NULL, 'Tỉnh ủy', 'basis', 'Nghị quyết số 12-NQ/TU ngày 05 tháng 01 năm 2021 của Tỉnh ủy', 1, 1, 5);
INSERT INTO figures VALUES (1, 0, 'count', '3', NULL, 3.0, NULL, 'đoàn', 'doan', 'exact', 'none', NULL, NULL, NULL, 'I/1', NULL, NULL, 1, '03 đoàn', 0.93);
INSERT INTO figures VALUES (1, 1, 'count', '2', NULL, 2.0, NULL, 'đoàn', 'doan', 'exact', 'none', NULL, NULL, NULL, 'I/2', NULL, NULL, 1, '02 đoàn', 0.93);
INSERT INTO figures VALUES (2, 0, 'count', '5', NULL, 5.0, NULL, 'người', 'nguoi', 'exact', 'none', NULL, NULL, NULL, '1', NULL, NULL, 1, '05 người', 0.93);
INSERT INTO figures VALUES (3, 0, 'money', '50000', NULL, 50000.0, NULL, 'USD', 'usd', 'exact', 'none', NULL, 'Tổng kinh phí dự kiến', 'tong kinh phi du kien', 'II/1', NULL, NULL, 1, '50.000 USD', 0.97);
INSERT INTO partners VALUES (1, 0, 'Lào', 'lao', 'country', 'LA', 1, 'Lào', 0.95);
INSERT INTO partners VALUES (1, 1, 'Nhật Bản', 'nhat ban', 'country', 'JP', 1, 'Nhật Bản', 0.95);
INSERT INTO partners VALUES (1, 2, 'Campuchia', 'campuchia', 'country', 'KH', 1, 'Campuchia', 0.95);
INSERT INTO partners VALUES (1, 3, 'Attapeu', 'attapeu', 'locality', 'LA', 1, 'Attapeu', 0.95);
INSERT INTO partners VALUES (2, 0, 'Champasak', 'champasak', 'locality', 'LA', 1, 'Champasak', 0.95);
INSERT INTO partners VALUES (2, 1, 'Lào', 'lao', 'country', 'LA', 1, 'Cộng hòa Dân chủ Nhân dân Lào', 0.95);
INSERT INTO partners VALUES (3, 0, 'Nhật Bản', 'nhat ban', 'country', 'JP', 1, 'Nhật Bản', 0.95);
INSERT INTO partners VALUES (3, 1, 'Hàn Quốc', 'han quoc', 'country', 'KR', 1, 'Hàn Quốc', 0.95);
INSERT INTO partners VALUES (3, 2, 'JETRO', 'jetro', 'other', 'JP', 1, 'JETRO', 0.95);
INSERT INTO partners VALUES (3, 3, 'Lào', 'lao', 'country', 'LA', 1, 'Lào', 0.95);
INSERT INTO partners VALUES (3, 4, 'Champasak', 'champasak', 'locality', 'LA', 1, 'Champasak', 0.95);
INSERT INTO partners VALUES (3, 5, 'Thái Lan', 'thai lan', 'country', 'TH', 1, 'Thái Lan', 0.95);
INSERT INTO deadlines VALUES (3, 0, '2021-12-15', 20211215, 20211215, 'báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện', 'Sở Ngoại vụ', 'so ngoai vu', 1, 'báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện trước ngày 15 tháng 12 năm 2021', 0.95);
INSERT INTO delegations VALUES (3, 0, 'out', 1, 'Đoàn xúc tiến đầu tư', '["JP","KR"]', 'Chủ tịch UBND tỉnh', 'Làm việc với JETRO', '["JETRO"]', '{"raw":"10 - 12","min":10,"max":12,"approx":false}', 10.0, 12.0, '{"raw":"7","min":7,"max":7,"approx":false}', 7.0, 7.0, NULL, NULL, NULL, '2021-04-01', '2021-06-30', 'Quý II/2021', 2021, 2021, 'Ngân sách tỉnh', 1, '1 | Đoàn xúc tiến đầu tư | Nhật Bản, Hàn Quốc | Chủ tịch UBND tỉnh | Làm việc với JETRO | 10 - 12 | 7 | Quý II/2021 | Ngân sách tỉnh', 0.9);
INSERT INTO delegations VALUES (3, 1, 'out', 2, 'Đoàn thăm hữu nghị', '["LA"]', 'Phó Chủ tịch UBND tỉnh', 'Chúc Tết tỉnh Champasak', '["Champasak"]', '{"raw":"8","min":8,"max":8,"approx":false}', 8.0, 8.0, '{"raw":"4","min":4,"max":4,"approx":false}', 4.0, 4.0, NULL, NULL, NULL, '2021-04-01', '2021-04-30', 'Tháng 4/2021', 2021, 2021, 'Ngân sách tỉnh', 1, '2 | Đoàn thăm hữu nghị | Lào | Phó Chủ tịch UBND tỉnh | Chúc Tết tỉnh Champasak | 8 | 4 | Tháng 4/2021 | Ngân sách tỉnh', 0.9);
INSERT INTO delegations VALUES (3, 2, 'out', 3, 'Đoàn học tập kinh nghiệm', '["TH"]', 'Giám đốc Sở Ngoại vụ', 'Quản lý cửa khẩu', '[]', '{"raw":"Do Trưởng đoàn quyết định","min":null,"max":null,"approx":false}', NULL, NULL, '{"raw":"5","min":5,"max":5,"approx":false}', 5.0, 5.0, NULL, NULL, NULL, '2021-09-01', '2021-09-30', 'Tháng 9/2021', 2021, 2021, 'Tự túc', 1, '3 | Đoàn học tập kinh nghiệm | Thái Lan | Giám đốc Sở Ngoại vụ | Quản lý cửa khẩu | Do Trưởng đoàn quyết định | 5 | Tháng 9/2021 | Tự túc', 0.9);
INSERT INTO delegation_countries VALUES (3, 0, 0, 'JP');
INSERT INTO delegation_countries VALUES (3, 0, 1, 'KR');
INSERT INTO delegation_countries VALUES (3, 1, 0, 'LA');
INSERT INTO delegation_countries VALUES (3, 2, 0, 'TH');
INSERT INTO delegation_partners VALUES (3, 0, 0, 'jetro');
INSERT INTO delegation_partners VALUES (3, 1, 0, 'champasak');
INSERT INTO delegation_totals VALUES (1, 0, 'in', '{"raw":"03 đoàn","min":3,"max":3,"approx":false}', 3.0, 3.0, NULL, NULL, NULL, NULL, NULL, NULL, 2021, 2021, 1, '03 đoàn khách quốc tế', 0.85);
INSERT INTO delegation_totals VALUES (1, 1, 'out', '{"raw":"02 đoàn","min":2,"max":2,"approx":false}', 2.0, 2.0, NULL, NULL, NULL, NULL, NULL, NULL, 2021, 2021, 1, '02 đoàn', 0.85);
INSERT INTO letter_fts (letter_fts) VALUES ('rebuild');
