"""Step 3: evidence files inside the data file, and which file it is.

``identity`` tells copies of one file from other files: its backups are known by it. ``content``
holds each stored file once, by its SHA-256; it never changes and is not in the change log, which
names it in the rows of ``evidence``: so a picture that is added, removed and put back costs its
bytes once. ``deed_by_origin`` lets old deeds be forgotten without a look at all others for each.
"""

STATEMENTS = """
CREATE TABLE identity (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key TEXT NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO identity (id, key) VALUES (1, lower(hex(randomblob(16))));
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    data BLOB NOT NULL
) STRICT;
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    added TEXT NOT NULL,
    UNIQUE (fiscal_year, code, name, sha256)
) STRICT;
CREATE INDEX evidence_by_content ON evidence (sha256);
CREATE INDEX deed_by_origin ON deed (of_deed) WHERE of_deed IS NOT NULL;
"""
LOGGED = ("evidence",)
