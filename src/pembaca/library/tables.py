"""The tables, as statements. Nothing is run here.

What the feeds say (``feeds``, ``entries``, ``documents``, ``search``) and what the person did (``reads``, ``stars``,
``places``) stand in different tables, so that fetching again cannot change the second. ``tallies`` counts both, and
``unread`` lists what is not read in the list's order; triggers keep them, so that counting and listing cost the same in a
library of ten and of 100,000 articles.

``search`` is numbered by time: its rowid is ``sort_at << 28 | id``, so that FTS5 gives the newest hits first
without sorting all of them. Rows of one transaction must go in ascending, else FTS5 writes a segment for each.
``words`` knows every word of ``search`` with its stem, so that a question is widened to the words that are really there.

``earlier`` keeps the text that a changed article had before; ``gone`` what is not kept any longer, so that it does not come
back as new; ``media`` the size of each stored picture, ``pictures`` which article shows it.
"""

from __future__ import annotations

from typing import Final

FIRST: Final = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    given_title TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    site_url TEXT,
    status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'ok', 'failed')),
    error TEXT,
    failed_at INTEGER,
    last_success INTEGER,
    etag TEXT,
    last_modified TEXT,
    hidden_at INTEGER
);
CREATE TABLE former_addresses (
    url TEXT PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX former_addresses_by_feed ON former_addresses (feed_id);
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id < 1 << 28),
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    url TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    published TEXT,
    first_seen INTEGER NOT NULL,
    sort_at INTEGER NOT NULL,
    has_media INTEGER NOT NULL DEFAULT 0,
    UNIQUE (feed_id, guid)
);
CREATE INDEX entries_by_time ON entries (sort_at, id);
CREATE INDEX entries_by_feed_and_time ON entries (feed_id, sort_at, id);
CREATE TABLE documents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    serial BLOB NOT NULL
);
CREATE TABLE reads (entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE);
CREATE TABLE stars (entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE);
CREATE TABLE places (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    "offset" INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE TABLE tallies (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL
);
CREATE TRIGGER tally_added AFTER INSERT ON entries BEGIN
    INSERT INTO tallies VALUES (NEW.feed_id, 1, 1)
        ON CONFLICT (feed_id) DO UPDATE SET total = total + 1, unread = unread + 1;
END;
CREATE TRIGGER tally_deleted BEFORE DELETE ON entries BEGIN
    DELETE FROM reads WHERE entry_id = OLD.id;
    UPDATE tallies SET total = total - 1, unread = unread - 1 WHERE feed_id = OLD.feed_id;
END;
CREATE TRIGGER tally_read AFTER INSERT ON reads BEGIN
    UPDATE tallies SET unread = unread - 1 WHERE feed_id = (SELECT feed_id FROM entries WHERE id = NEW.entry_id);
END;
CREATE TRIGGER tally_unread AFTER DELETE ON reads BEGIN
    UPDATE tallies SET unread = unread + 1 WHERE feed_id = (SELECT feed_id FROM entries WHERE id = OLD.entry_id);
END;
CREATE VIRTUAL TABLE search USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2');
"""

SECOND: Final = """
ALTER TABLE feeds ADD COLUMN full_text TEXT NOT NULL DEFAULT 'auto' CHECK (full_text IN ('auto', 'on', 'off'));
ALTER TABLE feeds ADD COLUMN keep_days INTEGER;
ALTER TABLE feeds ADD COLUMN keep_articles INTEGER;
ALTER TABLE feeds ADD COLUMN keep_bytes INTEGER;
ALTER TABLE feeds ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feeds ADD COLUMN retry_at INTEGER;
ALTER TABLE former_addresses ADD COLUMN moved_at INTEGER;
CREATE TABLE feed_errors (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    status INTEGER,
    at INTEGER NOT NULL
);
CREATE INDEX feed_errors_by_feed ON feed_errors (feed_id, id);
ALTER TABLE entries ADD COLUMN slug TEXT NOT NULL DEFAULT '';
CREATE INDEX entries_by_slug ON entries (feed_id, slug);
CREATE TABLE earlier (
    entry_id INTEGER PRIMARY KEY REFERENCES entries (id) ON DELETE CASCADE,
    serial BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    is_seen INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE gone (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    url TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    slug TEXT NOT NULL,
    PRIMARY KEY (feed_id, guid)
) WITHOUT ROWID;
CREATE INDEX gone_by_slug ON gone (feed_id, slug);
ALTER TABLE reads ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE places ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
CREATE TABLE unread (
    sort_at INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    feed_id INTEGER NOT NULL,
    PRIMARY KEY (sort_at, entry_id)
) WITHOUT ROWID;
CREATE INDEX unread_by_feed ON unread (feed_id, sort_at, entry_id);
CREATE TRIGGER unread_added AFTER INSERT ON entries BEGIN
    INSERT INTO unread VALUES (NEW.sort_at, NEW.id, NEW.feed_id);
END;
CREATE TRIGGER unread_moved AFTER UPDATE OF sort_at ON entries WHEN OLD.sort_at <> NEW.sort_at BEGIN
    UPDATE unread SET sort_at = NEW.sort_at WHERE sort_at = OLD.sort_at AND entry_id = OLD.id;
END;
CREATE TRIGGER unread_deleted AFTER DELETE ON entries BEGIN
    DELETE FROM unread WHERE sort_at = OLD.sort_at AND entry_id = OLD.id;
END;
CREATE TRIGGER unread_read AFTER INSERT ON reads BEGIN
    DELETE FROM unread WHERE sort_at = (SELECT sort_at FROM entries WHERE id = NEW.entry_id) AND entry_id = NEW.entry_id;
END;
CREATE TRIGGER unread_again AFTER DELETE ON reads BEGIN
    INSERT OR IGNORE INTO unread SELECT sort_at, id, feed_id FROM entries WHERE id = OLD.entry_id;
END;
CREATE TABLE words (
    word TEXT PRIMARY KEY,
    stem TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX words_by_stem ON words (stem);
CREATE TABLE pictures (
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (entry_id, name)
) WITHOUT ROWID;
CREATE INDEX pictures_by_name ON pictures (name);
CREATE TABLE media (
    name TEXT PRIMARY KEY,
    size INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;
"""
