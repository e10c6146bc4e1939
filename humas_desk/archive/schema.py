"""What the archive's file looks like, one migration after the other; `PRAGMA user_version` counts those that were done.

A migration that was once shipped is never changed; `tests/golden` has a database of every schema there was.
"""

APPLICATION_ID = 0x484D4153
"""Says in the file's head that it is ours ("HMAS")."""

_FIRST = """
CREATE TABLE releases (
    id TEXT PRIMARY KEY NOT NULL,
    place INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    office TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'waiting', 'approved', 'final', 'void')),
    date TEXT,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_title TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    trashed_at TEXT,
    corrects TEXT REFERENCES releases (id) ON DELETE SET NULL,
    started_from TEXT,
    baseline INTEGER REFERENCES revisions (id),
    is_indexed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX releases_by_title ON releases (sort_title, place);
CREATE INDEX releases_by_change ON releases (changed_at);
CREATE INDEX releases_by_number ON releases (number) WHERE number <> '';
CREATE INDEX releases_not_indexed ON releases (id) WHERE is_indexed = 0;
CREATE INDEX releases_in_trash ON releases (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX releases_by_corrected ON releases (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX releases_by_baseline ON releases (baseline) WHERE baseline IS NOT NULL;

CREATE TABLE live (
    release_id TEXT PRIMARY KEY NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    pictures TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('time', 'close', 'export', 'approval', 'final', 'restore', 'import')),
    kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
    words INTEGER NOT NULL,
    pictures TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX revisions_by_release ON revisions (release_id, id);
CREATE INDEX revisions_to_thin ON revisions (day, release_id) WHERE kept = 0;
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions
BEGIN SELECT RAISE (ABORT, 'a revision never changes'); END;
CREATE TRIGGER kept_revisions_stay BEFORE DELETE ON revisions WHEN OLD.kept = 1
BEGIN SELECT RAISE (ABORT, 'a kept revision stays'); END;

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_release ON events (release_id, id);

CREATE TABLE texts (
    place INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    speakers TEXT NOT NULL,
    number TEXT NOT NULL,
    facets TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, speakers, number, facets,
    content = 'texts', content_rowid = 'place', detail = 'none', prefix = '2 3 4 5 6 7 8 9 10',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE numbers (
    id INTEGER PRIMARY KEY,
    office TEXT NOT NULL,
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    sub TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('reserved', 'final', 'void')),
    release_id TEXT REFERENCES releases (id) ON DELETE SET NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT,
    reason TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL
) STRICT;
CREATE INDEX numbers_in_order ON numbers (office, code, year, seq, sub);
CREATE UNIQUE INDEX numbers_final_once ON numbers (office, code, year, seq, sub) WHERE state = 'final';
CREATE UNIQUE INDEX numbers_one_for_a_release ON numbers (release_id) WHERE release_id IS NOT NULL AND state <> 'void';

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    short TEXT,
    folded TEXT NOT NULL UNIQUE,
    variants TEXT NOT NULL DEFAULT '[]',
    used_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_use ON people (used_at);
CREATE TABLE positions (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position TEXT NOT NULL,
    since TEXT,
    until TEXT
) STRICT;
CREATE INDEX positions_by_person ON positions (person_id);

CREATE TABLE notes (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Statements that bring schema n to n + 1."""
