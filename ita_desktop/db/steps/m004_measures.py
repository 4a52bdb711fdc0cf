"""Step 4: measures, their reports, layouts and texts of papers.

A topic has items and measures, a measure steps; a result belongs to a measure or to a step. Texts
are kept as the papers print them, a period such as "ม.ค.-มิ.ย. ๖๖", units a line each; what
follows from them is computed. ``extra``: the office's free columns, a JSON object or ''.
"""

STATEMENTS = """
CREATE TABLE topic (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    heading TEXT NOT NULL DEFAULT '',
    group_lines TEXT NOT NULL DEFAULT '',
    instrument TEXT NOT NULL DEFAULT '' CHECK (instrument IN ('', 'IIT', 'EIT', 'OIT')),
    band TEXT NOT NULL DEFAULT '' CHECK (band IN ('', 'urgent', 'improve', 'keep'))
) STRICT;
CREATE INDEX topic_by_year ON topic (fiscal_year);
CREATE TABLE topic_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic INTEGER NOT NULL REFERENCES topic (id),
    position INTEGER NOT NULL,
    criteria_year INTEGER NOT NULL CHECK (criteria_year BETWEEN 2540 AND 2643),
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    score TEXT NOT NULL DEFAULT '' CHECK (
        score = ''
        OR score GLOB '[0-9]*' AND score NOT GLOB '*[^0-9.]*' AND score NOT GLOB '*.*.*'
        AND CAST(score AS REAL) <= 100
    ),
    finding TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX topic_item_by_topic ON topic_item (topic);
CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic INTEGER NOT NULL REFERENCES topic (id),
    position INTEGER NOT NULL,
    marker TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL DEFAULT '',
    follow_up TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX measure_by_topic ON measure (topic);
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    measure INTEGER NOT NULL REFERENCES measure (id),
    position INTEGER NOT NULL,
    marker TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL DEFAULT '',
    follow_up TEXT NOT NULL DEFAULT '',
    extra TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX step_by_measure ON step (measure);
CREATE TABLE step_result (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    measure INTEGER REFERENCES measure (id),
    step INTEGER REFERENCES step (id),
    round INTEGER NOT NULL CHECK (round IN (6, 12)),
    state TEXT NOT NULL DEFAULT '' CHECK (
        state IN ('', 'not_started', 'in_work', 'done', 'stopped')
    ),
    result TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    suggestion TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    CHECK ((measure IS NULL) <> (step IS NULL)),
    UNIQUE (measure, round),
    UNIQUE (step, round)
) STRICT;
CREATE TABLE closed_round (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    round INTEGER NOT NULL CHECK (round IN (6, 12)),
    closed TEXT NOT NULL,
    snapshot TEXT NOT NULL CHECK (snapshot <> ''),
    UNIQUE (fiscal_year, round)
) STRICT;
CREATE TABLE layout (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    document TEXT NOT NULL CHECK (document <> '')
) STRICT;
CREATE TABLE paper_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    paper TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (fiscal_year, paper, name)
) STRICT;
CREATE TABLE suggestion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator INTEGER NOT NULL,
    finding TEXT NOT NULL DEFAULT '',
    measure TEXT NOT NULL DEFAULT '',
    steps TEXT NOT NULL DEFAULT '',
    follow_up TEXT NOT NULL DEFAULT '',
    replaces TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE calendar_row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    position INTEGER NOT NULL,
    stage TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX calendar_row_by_year ON calendar_row (fiscal_year);
"""
LOGGED = (
    *("topic", "topic_item", "measure", "step", "step_result", "closed_round"),
    *("layout", "paper_text", "suggestion", "calendar_row"),
)
