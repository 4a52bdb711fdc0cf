"""Step 7: what is published of each OIT item, and the texts of the analysis report.

An item is known by its code in its fiscal year; one that nobody said anything of has no row. Units
and addresses are texts, one a line; days are ISO 8601, '' where none was said. ``dated`` is the day
of the document that is published, ``checked`` the day its page was looked at. ``oit_content`` are
the required contents that were ticked, in the words of the criteria, so that a tick never passes
to other words. An ``analysis_text`` is a template with places; ``frozen`` is what is printed in
its stead from the moment it was frozen on, ``basis`` what the template said then.
"""

STATEMENTS = """
CREATE TABLE oit_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    code TEXT NOT NULL CHECK (code <> ''),
    state TEXT NOT NULL DEFAULT '' CHECK (
        state IN ('', 'in_work', 'published', 'checked', 'excluded')
    ),
    units TEXT NOT NULL DEFAULT '',
    addresses TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    dated TEXT NOT NULL DEFAULT '',
    checked TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (fiscal_year, code)
) STRICT;
CREATE TABLE oit_content (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    oit_item INTEGER NOT NULL REFERENCES oit_item (id),
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (oit_item, text)
) STRICT;
CREATE TABLE analysis_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    name TEXT NOT NULL CHECK (name <> ''),
    text TEXT NOT NULL,
    frozen TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL DEFAULT '',
    UNIQUE (fiscal_year, name)
) STRICT;
"""
LOGGED = ("oit_item", "oit_content", "analysis_text")
