-- The library as a database. Columns are those of `records.py`; every item is found by (brief, item), as BRIEF.html#ITEM.
CREATE TABLE companies (slug TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT, kind TEXT NOT NULL, briefs INTEGER NOT NULL,
  metrics INTEGER NOT NULL, risks INTEGER NOT NULL, statements INTEGER NOT NULL);
CREATE TABLE people (slug TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT, role TEXT, organisation TEXT,
  company TEXT REFERENCES companies(slug), briefs INTEGER NOT NULL, statements INTEGER NOT NULL, mentions INTEGER NOT NULL);
CREATE TABLE briefs (id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT, subject_kind TEXT,
  company TEXT REFERENCES companies(slug), published TEXT, publisher TEXT, author TEXT, url TEXT, language TEXT, words INTEGER NOT NULL,
  path TEXT NOT NULL, sha256 TEXT NOT NULL, review TEXT NOT NULL, generator TEXT NOT NULL);
CREATE TABLE key_points (brief TEXT NOT NULL REFERENCES briefs(id), item TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (brief, item));
CREATE TABLE metrics (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL, metric TEXT NOT NULL, label TEXT NOT NULL,
  entity TEXT, value REAL, unit TEXT, value_text TEXT NOT NULL, equivalents TEXT, change REAL, change_unit TEXT, direction TEXT, basis TEXT,
  previous REAL, previous_unit TEXT, period TEXT, period_start TEXT, period_end TEXT, low REAL, high REAL, status TEXT NOT NULL,
  surprise REAL, surprise_unit TEXT, surprise_against TEXT, company TEXT REFERENCES companies(slug), PRIMARY KEY (brief, item));
CREATE TABLE risks (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL, category TEXT NOT NULL,
  statement TEXT NOT NULL, status TEXT NOT NULL, company TEXT REFERENCES companies(slug), PRIMARY KEY (brief, item));
CREATE TABLE quotes (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL, speaker TEXT, speaker_kind TEXT NOT NULL,
  role TEXT, organisation TEXT, kind TEXT NOT NULL, text TEXT NOT NULL, cue TEXT, person TEXT REFERENCES people(slug),
  company TEXT REFERENCES companies(slug), PRIMARY KEY (brief, item));
CREATE TABLE events (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL, date TEXT NOT NULL, start TEXT, "end" TEXT,
  text TEXT NOT NULL, company TEXT REFERENCES companies(slug), PRIMARY KEY (brief, item));
CREATE TABLE named_companies (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL,
  company TEXT NOT NULL REFERENCES companies(slug), name TEXT NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY (brief, item));
CREATE TABLE named_people (brief TEXT NOT NULL REFERENCES briefs(id), published TEXT, item TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES people(slug), name TEXT NOT NULL, role TEXT, organisation TEXT, company TEXT REFERENCES companies(slug),
  mentions INTEGER NOT NULL, PRIMARY KEY (brief, item));
CREATE TABLE topics (brief TEXT NOT NULL REFERENCES briefs(id), topic TEXT NOT NULL, PRIMARY KEY (brief, topic));
CREATE TABLE related (brief TEXT NOT NULL REFERENCES briefs(id), other TEXT NOT NULL REFERENCES briefs(id), rank INTEGER NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY (brief, other));
CREATE TABLE evidence (brief TEXT NOT NULL REFERENCES briefs(id), item TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT, PRIMARY KEY (brief, item, start, "end"));
CREATE TABLE words (brief TEXT NOT NULL REFERENCES briefs(id), kind TEXT NOT NULL, item TEXT, words TEXT NOT NULL);
CREATE INDEX metrics_company ON metrics (company, metric, period_end);
CREATE INDEX risks_company ON risks (company, category);
CREATE INDEX quotes_person ON quotes (person);
CREATE INDEX words_brief ON words (brief, item);
CREATE VIRTUAL TABLE words_fts USING fts5 (words, content="words", tokenize="unicode61 remove_diacritics 2");
