-- Migration 1: everything a library keeps. Dates: `_edtf` the value, `_words` the words it came from,
-- `_basis` what it was resolved against, `_first` and `_last` its bounds in days from 1970-01-01
-- (i64 MIN and MAX where the end is open or unknown). Undated is NULL throughout.

-- Outside the journal: what never changes, what is derived, what only counts.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE original (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, file_name TEXT NOT NULL,
  added_at INTEGER NOT NULL) STRICT;
CREATE TABLE original_chunk (
  id INTEGER PRIMARY KEY, original_id INTEGER NOT NULL REFERENCES original ON DELETE CASCADE,
  n INTEGER NOT NULL, zstd BLOB NOT NULL, UNIQUE (original_id, n)) STRICT;
CREATE TABLE text_body (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL, chars INTEGER NOT NULL) STRICT;
-- Short keys are never reused, so undo does not take a number back.
CREATE TABLE counter (case_id INTEGER NOT NULL, kind TEXT NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (case_id, kind)) STRICT;
-- Every copy and export of a quote.
CREATE TABLE used_in (
  id INTEGER PRIMARY KEY, statement_id INTEGER NOT NULL, at INTEGER NOT NULL, how TEXT NOT NULL,
  wording TEXT NOT NULL) STRICT;
CREATE INDEX used_in_statement ON used_in (statement_id);

-- Who uses this library. Not journalled: the author of an entry must outlive the undoing of that entry.
CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- The journal: one entry a change, one row a record changed. `words` and `content` can be erased without
-- breaking the chain, as `hash` covers them only by their salted hashes.
CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, author_id INTEGER NOT NULL REFERENCES author,
  window INTEGER NOT NULL, grp INTEGER NOT NULL, case_id INTEGER,
  op TEXT NOT NULL, words TEXT, words_salt BLOB, words_hash BLOB NOT NULL, schema_version INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('normal', 'undo', 'redo')),
  -- The group an undo takes back or a redo brings back.
  undoes INTEGER, prev_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX journal_entry_author ON journal_entry (author_id);
CREATE INDEX journal_entry_group ON journal_entry (grp);
CREATE INDEX journal_entry_undoes ON journal_entry (undoes);
CREATE INDEX journal_entry_case ON journal_entry (case_id);
CREATE TABLE journal_row (
  id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES journal_entry,
  table_name TEXT NOT NULL, row_id INTEGER NOT NULL, sign TEXT NOT NULL CHECK (sign IN ('+', '~', '-')),
  -- {"new": {..}} for +, {"old": {..}, "new": {..}} of the changed columns for ~, {"old": {..}} for -.
  content TEXT, salt BLOB, row_hash BLOB) STRICT;
CREATE INDEX journal_row_entry ON journal_row (entry_id);
CREATE INDEX journal_row_record ON journal_row (table_name, row_id);
-- Its one row names the entry that is being written; there is none outside a transaction of the program.
CREATE TABLE journal_open (id INTEGER PRIMARY KEY CHECK (id = 1), entry_id INTEGER NOT NULL) STRICT;

-- What can be searched: one row a record. Derived from the records by the gate, in the transaction that changes
-- them, and not exported. `stamp` tells whether a record reads as it did when it was indexed.
CREATE TABLE search_map (
  row INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id INTEGER NOT NULL, case_id INTEGER,
  first_day INTEGER, last_day INTEGER, soft INTEGER NOT NULL, stamp INTEGER NOT NULL, UNIQUE (kind, id)) STRICT;
-- The words only; the text itself is in the records. The last four columns hold ids as words: c12 of a case,
-- p34 of a party.
CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, scope, speaker, about, audience,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- Journalled from here on.

CREATE TABLE cases (
  id INTEGER PRIMARY KEY, title TEXT NOT NULL, question TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'open', kept_apart INTEGER NOT NULL DEFAULT 0, hold INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL) STRICT;

CREATE TABLE party (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
  -- Set for unnamed parties and for those of a case kept apart: never shown elsewhere.
  home_case_id INTEGER REFERENCES cases ON DELETE CASCADE,
  confidential TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX party_home ON party (home_case_id);
CREATE INDEX party_name ON party (name);
CREATE TABLE party_alias (
  id INTEGER PRIMARY KEY, party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE,
  alias TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'name',
  case_id INTEGER REFERENCES cases ON DELETE SET NULL) STRICT;
CREATE INDEX party_alias_party ON party_alias (party_id);
CREATE INDEX party_alias_case ON party_alias (case_id);
CREATE TABLE party_relation (
  id INTEGER PRIMARY KEY, party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE, kind TEXT NOT NULL,
  dates_edtf TEXT, dates_words TEXT, dates_basis TEXT, dates_first INTEGER, dates_last INTEGER,
  case_id INTEGER REFERENCES cases ON DELETE SET NULL) STRICT;
CREATE INDEX party_relation_party ON party_relation (party_id);
CREATE INDEX party_relation_other ON party_relation (other_id);
CREATE INDEX party_relation_case ON party_relation (case_id);
CREATE TABLE case_party (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE, number INTEGER NOT NULL,
  role TEXT NOT NULL DEFAULT '', side INTEGER, UNIQUE (case_id, party_id)) STRICT;
CREATE INDEX case_party_party ON case_party (party_id);

CREATE TABLE article (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, number INTEGER NOT NULL,
  title TEXT NOT NULL, byline TEXT NOT NULL DEFAULT '', outlet TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'news',
  published_edtf TEXT, published_words TEXT, published_basis TEXT, published_first INTEGER, published_last INTEGER,
  received_edtf TEXT, received_words TEXT, received_basis TEXT, received_first INTEGER, received_last INTEGER,
  obtained_from TEXT NOT NULL DEFAULT '', obtained_how TEXT NOT NULL DEFAULT '',
  archive_link TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '', privileged INTEGER NOT NULL DEFAULT 0,
  reading TEXT NOT NULL DEFAULT 'unread', important INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL) STRICT;
CREATE INDEX article_case ON article (case_id, published_first, published_last);
CREATE TABLE article_version (
  id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, n INTEGER NOT NULL,
  original_sha256 TEXT NOT NULL, file_name TEXT NOT NULL,
  -- NULL while the text is not read yet.
  text_sha256 TEXT, importer TEXT NOT NULL, importer_version INTEGER NOT NULL, encoding TEXT NOT NULL DEFAULT '',
  warnings TEXT NOT NULL DEFAULT '[]', retrieved_at INTEGER NOT NULL, UNIQUE (article_id, n)) STRICT;
CREATE INDEX article_version_original ON article_version (original_sha256);
CREATE INDEX article_version_text ON article_version (text_sha256);

CREATE TABLE occasion (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, number INTEGER NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL DEFAULT '',
  date_edtf TEXT, date_words TEXT, date_basis TEXT, date_first INTEGER, date_last INTEGER) STRICT;
CREATE INDEX occasion_case ON occasion (case_id, date_first, date_last);
CREATE TABLE occasion_party (
  id INTEGER PRIMARY KEY, occasion_id INTEGER NOT NULL REFERENCES occasion ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE, role TEXT NOT NULL, position INTEGER NOT NULL,
  UNIQUE (occasion_id, role, party_id)) STRICT;
CREATE INDEX occasion_party_party ON occasion_party (party_id);
CREATE TABLE occasion_article (
  id INTEGER PRIMARY KEY, occasion_id INTEGER NOT NULL REFERENCES occasion ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, how TEXT NOT NULL,
  UNIQUE (occasion_id, article_id)) STRICT;
CREATE INDEX occasion_article_article ON occasion_article (article_id);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, number INTEGER NOT NULL,
  occasion_id INTEGER REFERENCES occasion ON DELETE SET NULL,
  nested_in INTEGER REFERENCES statement ON DELETE SET NULL,
  form TEXT NOT NULL DEFAULT 'verbatim', kind TEXT NOT NULL DEFAULT 'claim', gist TEXT NOT NULL DEFAULT '',
  -- Words typed without a source; shown as such. With a source the quote is its citation's exact words.
  unsourced TEXT NOT NULL DEFAULT '',
  -- The wording relied on, where there are several.
  relied_on INTEGER REFERENCES citation ON DELETE SET NULL,
  sic INTEGER NOT NULL DEFAULT 0, important INTEGER NOT NULL DEFAULT 0,
  confidential_note TEXT NOT NULL DEFAULT '',
  -- NULL: the occasion's date, else "on or before" the publication of its first source.
  date_edtf TEXT, date_words TEXT, date_basis TEXT, date_first INTEGER, date_last INTEGER,
  day_order INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX statement_case ON statement (case_id, date_first, date_last);
CREATE INDEX statement_occasion ON statement (occasion_id);
CREATE INDEX statement_nested ON statement (nested_in);
CREATE INDEX statement_relied_on ON statement (relied_on);
CREATE TABLE statement_party (
  id INTEGER PRIMARY KEY, statement_id INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE, role TEXT NOT NULL, position INTEGER NOT NULL,
  UNIQUE (statement_id, role, party_id)) STRICT;
CREATE INDEX statement_party_party ON statement_party (party_id, role);

CREATE TABLE event (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, number INTEGER NOT NULL,
  title TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '',
  date_edtf TEXT, date_words TEXT, date_basis TEXT, date_first INTEGER, date_last INTEGER,
  day_order INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX event_case ON event (case_id, date_first, date_last);
CREATE TABLE event_party (
  id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE, position INTEGER NOT NULL,
  UNIQUE (event_id, party_id)) STRICT;
CREATE INDEX event_party_party ON event_party (party_id);

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, number INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'question', title TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '',
  -- A request for comment: the exact words put to them, and by what means.
  put_to_them TEXT NOT NULL DEFAULT '', means TEXT NOT NULL DEFAULT '',
  waiting_on INTEGER REFERENCES party ON DELETE SET NULL, owner TEXT NOT NULL DEFAULT '',
  asked_edtf TEXT, asked_words TEXT, asked_basis TEXT, asked_first INTEGER, asked_last INTEGER,
  sent_edtf TEXT, sent_words TEXT, sent_basis TEXT, sent_first INTEGER, sent_last INTEGER,
  due_edtf TEXT, due_words TEXT, due_basis TEXT, due_first INTEGER, due_last INTEGER,
  expected_edtf TEXT, expected_words TEXT, expected_basis TEXT, expected_first INTEGER, expected_last INTEGER,
  snoozed_until INTEGER, watch_phrase TEXT NOT NULL DEFAULT '',
  priority TEXT NOT NULL DEFAULT 'normal', status TEXT NOT NULL DEFAULT 'open', outcome TEXT NOT NULL DEFAULT '',
  outcome_statement INTEGER REFERENCES statement ON DELETE SET NULL,
  closed_at INTEGER, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX follow_up_case ON follow_up (case_id, status, due_first);
CREATE INDEX follow_up_waiting ON follow_up (waiting_on);
CREATE INDEX follow_up_outcome ON follow_up (outcome_statement);
CREATE TABLE follow_up_attempt (
  id INTEGER PRIMARY KEY, follow_up_id INTEGER NOT NULL REFERENCES follow_up ON DELETE CASCADE,
  day INTEGER NOT NULL, means TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX follow_up_attempt_of ON follow_up_attempt (follow_up_id);
CREATE TABLE follow_up_origin (
  id INTEGER PRIMARY KEY, follow_up_id INTEGER NOT NULL REFERENCES follow_up ON DELETE CASCADE,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  article_id INTEGER REFERENCES article ON DELETE CASCADE,
  CHECK ((statement_id IS NOT NULL) + (event_id IS NOT NULL) + (article_id IS NOT NULL) = 1)) STRICT;
CREATE INDEX follow_up_origin_of ON follow_up_origin (follow_up_id);
CREATE INDEX follow_up_origin_statement ON follow_up_origin (statement_id);
CREATE INDEX follow_up_origin_event ON follow_up_origin (event_id);
CREATE INDEX follow_up_origin_article ON follow_up_origin (article_id);

-- A source: words of one version of an article that a record rests on.
CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  follow_up_id INTEGER REFERENCES follow_up ON DELETE CASCADE,
  version_id INTEGER NOT NULL REFERENCES article_version ON DELETE CASCADE,
  page TEXT NOT NULL DEFAULT '', prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK ((statement_id IS NOT NULL) + (event_id IS NOT NULL) + (follow_up_id IS NOT NULL) = 1)) STRICT;
CREATE INDEX citation_statement ON citation (statement_id);
CREATE INDEX citation_event ON citation (event_id);
CREATE INDEX citation_follow_up ON citation (follow_up_id);
CREATE INDEX citation_version ON citation (version_id);
CREATE TABLE citation_segment (
  id INTEGER PRIMARY KEY, citation_id INTEGER NOT NULL REFERENCES citation ON DELETE CASCADE,
  position INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL) STRICT;
CREATE INDEX citation_segment_of ON citation_segment (citation_id);

-- A reply: how one statement answers another.
CREATE TABLE link (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, kind TEXT NOT NULL,
  from_id INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  to_id INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  note TEXT NOT NULL DEFAULT '', CHECK (from_id <> to_id)) STRICT;
CREATE INDEX link_case ON link (case_id);
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

-- The dated history of checking a statement; the newest row is its check.
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY, statement_id INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
  status TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL) STRICT;
CREATE INDEX assessment_statement ON assessment (statement_id);
CREATE TABLE assessment_source (
  id INTEGER PRIMARY KEY, assessment_id INTEGER NOT NULL REFERENCES assessment ON DELETE CASCADE,
  article_id INTEGER REFERENCES article ON DELETE CASCADE,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  supports INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX assessment_source_of ON assessment_source (assessment_id);
CREATE INDEX assessment_source_article ON assessment_source (article_id);
CREATE INDEX assessment_source_statement ON assessment_source (statement_id);
CREATE TABLE dispute (
  id INTEGER PRIMARY KEY,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  party_id INTEGER NOT NULL REFERENCES party ON DELETE CASCADE,
  note TEXT NOT NULL DEFAULT '',
  CHECK ((statement_id IS NOT NULL) + (event_id IS NOT NULL) = 1)) STRICT;
CREATE INDEX dispute_statement ON dispute (statement_id);
CREATE INDEX dispute_event ON dispute (event_id);
CREATE INDEX dispute_party ON dispute (party_id);

CREATE TABLE topic (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
  parent_id INTEGER REFERENCES topic ON DELETE SET NULL, name TEXT NOT NULL) STRICT;
CREATE INDEX topic_case ON topic (case_id);
CREATE INDEX topic_parent ON topic (parent_id);
-- Topics and notes hang on any record of a case.
CREATE TABLE topic_mark (
  id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL REFERENCES topic ON DELETE CASCADE,
  article_id INTEGER REFERENCES article ON DELETE CASCADE,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  follow_up_id INTEGER REFERENCES follow_up ON DELETE CASCADE,
  CHECK ((article_id IS NOT NULL) + (statement_id IS NOT NULL) + (event_id IS NOT NULL)
    + (follow_up_id IS NOT NULL) = 1)) STRICT;
CREATE INDEX topic_mark_topic ON topic_mark (topic_id);
CREATE INDEX topic_mark_article ON topic_mark (article_id);
CREATE INDEX topic_mark_statement ON topic_mark (statement_id);
CREATE INDEX topic_mark_event ON topic_mark (event_id);
CREATE INDEX topic_mark_follow_up ON topic_mark (follow_up_id);
CREATE TABLE note (
  id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE, body TEXT NOT NULL,
  article_id INTEGER REFERENCES article ON DELETE CASCADE,
  party_id INTEGER REFERENCES party ON DELETE CASCADE,
  occasion_id INTEGER REFERENCES occasion ON DELETE CASCADE,
  statement_id INTEGER REFERENCES statement ON DELETE CASCADE,
  event_id INTEGER REFERENCES event ON DELETE CASCADE,
  follow_up_id INTEGER REFERENCES follow_up ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  CHECK ((article_id IS NOT NULL) + (party_id IS NOT NULL) + (occasion_id IS NOT NULL)
    + (statement_id IS NOT NULL) + (event_id IS NOT NULL) + (follow_up_id IS NOT NULL) = 1)) STRICT;
CREATE INDEX note_case ON note (case_id);
CREATE INDEX note_article ON note (article_id);
CREATE INDEX note_party ON note (party_id);
CREATE INDEX note_occasion ON note (occasion_id);
CREATE INDEX note_statement ON note (statement_id);
CREATE INDEX note_event ON note (event_id);
CREATE INDEX note_follow_up ON note (follow_up_id);
