"""The tables of the data file and the steps that made them; a released step is never edited.

sqlite-utils keeps the diary of steps. It is loaded only when a file is made or moved to a newer
schema: that a file is up to date is read from ``user_version``. Rows that come and go have ids that
are never given twice (AUTOINCREMENT): other rows, papers and the change log point at them.
"""

import sqlite3
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ita_desktop.db.change_log import CHANGE_LOG_TABLES, log_changes_of, log_triggers

if TYPE_CHECKING:
    from sqlite_utils.db import Database

APPLICATION_ID = 0x49544131
"""``ITA1``: what makes an SQLite file one of ours."""
_SCORES = """
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    district TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    executive TEXT NOT NULL DEFAULT '',
    executive_title TEXT NOT NULL DEFAULT '',
    urgent_below TEXT NOT NULL,
    keep_from TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE fiscal_year (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 2540 AND 2643)
) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    code TEXT NOT NULL CHECK (code <> ''),
    value TEXT NOT NULL CHECK (
        value = 'excluded'
        OR value GLOB '[0-9]*' AND value NOT GLOB '*[^0-9.]*' AND value NOT GLOB '*.*.*'
        AND CAST(value AS REAL) <= 100
    ),
    UNIQUE (fiscal_year, code)
) STRICT;
CREATE TABLE criteria_set (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 2540 AND 2643),
    document TEXT NOT NULL CHECK (document <> '')
) STRICT;
CREATE TABLE item_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (fiscal_year, code)
) STRICT;
"""

LARGEST_MARK = 1_048_576
"""Bytes of the picture of the office's mark, as step 2 has it."""
_MARK = """
CREATE TABLE mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    picture BLOB NOT NULL CHECK (
        length(picture) BETWEEN 8 AND 1048576 AND substr(picture, 1, 8) = x'89504E470D0A1A0A'
    )
) STRICT;
"""

_EVIDENCE = """
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
# ``identity`` tells copies of one file from other files: its backups are known by it. ``content``
# holds each stored file once, by its SHA-256; it never changes and is not in the change log, which
# names it in the rows of ``evidence``: so a picture that is added, removed and put back costs its
# bytes once. ``deed_by_origin`` lets old deeds be forgotten without a look at all others for each.

_MEASURES = """
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
# A topic has items and measures, a measure steps; a result belongs to a measure or to a step. Texts
# are kept as the papers print them, a period such as "ม.ค.-มิ.ย. ๖๖", units a line each; what
# follows from them is computed. ``extra``: the office's free columns, a JSON object or ''.

_RISKS = """
CREATE TABLE risk_method (
    id INTEGER PRIMARY KEY REFERENCES fiscal_year (id),
    document TEXT NOT NULL CHECK (document <> '')
) STRICT;
CREATE TABLE risk_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE TABLE process (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    area TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX process_by_year ON process (fiscal_year);
CREATE TABLE risk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    process INTEGER NOT NULL REFERENCES process (id),
    position INTEGER NOT NULL,
    marker TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    cause TEXT NOT NULL DEFAULT '',
    control TEXT NOT NULL DEFAULT '',
    control_quality TEXT NOT NULL DEFAULT '' CHECK (
        control_quality IN ('', 'good', 'fair', 'weak')
    ),
    likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 9),
    impact INTEGER CHECK (impact BETWEEN 1 AND 9),
    level TEXT NOT NULL DEFAULT '',
    after_likelihood INTEGER CHECK (after_likelihood BETWEEN 1 AND 9),
    after_impact INTEGER CHECK (after_impact BETWEEN 1 AND 9),
    after_level TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    previous INTEGER REFERENCES risk (id)
) STRICT;
CREATE INDEX risk_by_process ON risk (process);
CREATE INDEX risk_by_previous ON risk (previous);
CREATE TABLE treatment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    process INTEGER NOT NULL REFERENCES process (id),
    risk INTEGER REFERENCES risk (id),
    position INTEGER NOT NULL,
    marker TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL DEFAULT '',
    measure INTEGER REFERENCES measure (id),
    project TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX treatment_by_process ON treatment (process);
CREATE INDEX treatment_by_risk ON treatment (risk);
CREATE INDEX treatment_by_measure ON treatment (measure);
CREATE TABLE treatment_result (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    treatment INTEGER NOT NULL REFERENCES treatment (id),
    round INTEGER NOT NULL CHECK (round IN (6, 12)),
    state TEXT NOT NULL DEFAULT '' CHECK (
        state IN ('', 'not_started', 'in_work', 'done', 'stopped')
    ),
    result TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    suggestion TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    percent INTEGER CHECK (percent BETWEEN 0 AND 100),
    UNIQUE (treatment, round)
) STRICT;
"""
# A process has risks (events) and treatments; a treatment is against one risk of its process, or
# against all. ``level`` is a word as printed where no numbers are known, of a risk or of its whole
# process. ``previous``: the same risk in an earlier year. The method of a year is kept as JSON from
# the first level on, so that a later release never changes what a level meant.

_PLANS = """
CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_year INTEGER NOT NULL UNIQUE CHECK (first_year BETWEEN 2540 AND 2643),
    last_year INTEGER NOT NULL CHECK (last_year BETWEEN first_year AND first_year + 14),
    title TEXT NOT NULL DEFAULT '',
    risk_year INTEGER
) STRICT;
CREATE TABLE plan_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id),
    name TEXT NOT NULL CHECK (name <> ''),
    text TEXT NOT NULL,
    UNIQUE (plan, name)
) STRICT;
CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX goal_by_plan ON goal (plan);
CREATE TABLE goal_year (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    goal INTEGER NOT NULL REFERENCES goal (id),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2540 AND 2660),
    aim TEXT NOT NULL CHECK (aim <> ''),
    UNIQUE (goal, fiscal_year)
) STRICT;
CREATE TABLE section (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan INTEGER NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    level INTEGER NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 4),
    marker TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX section_by_plan ON section (plan);
CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    section INTEGER NOT NULL REFERENCES section (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL DEFAULT '' CHECK (
        kind IN ('', 'project', 'activity', 'measure', 'guideline')
    ),
    name TEXT NOT NULL DEFAULT '',
    rationale TEXT NOT NULL DEFAULT '',
    objectives TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    target_count INTEGER CHECK (target_count >= 0),
    target_groups TEXT NOT NULL DEFAULT '',
    steps TEXT NOT NULL DEFAULT '',
    period TEXT NOT NULL DEFAULT '',
    no_budget INTEGER NOT NULL DEFAULT 0 CHECK (no_budget IN (0, 1)),
    amount TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    units TEXT NOT NULL DEFAULT '',
    outputs TEXT NOT NULL DEFAULT '',
    outcomes TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    previous INTEGER REFERENCES project (id)
) STRICT;
CREATE INDEX project_by_section ON project (section);
CREATE INDEX project_by_previous ON project (previous);
CREATE TABLE project_year (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2540 AND 2660),
    runs INTEGER NOT NULL DEFAULT 0 CHECK (runs IN (0, 1)),
    quarters TEXT NOT NULL DEFAULT '',
    amount TEXT NOT NULL DEFAULT '',
    UNIQUE (project, fiscal_year)
) STRICT;
CREATE TABLE project_place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    section INTEGER NOT NULL REFERENCES section (id),
    UNIQUE (project, section)
) STRICT;
CREATE INDEX project_place_by_section ON project_place (section);
CREATE TABLE project_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    criteria_year INTEGER NOT NULL,
    code TEXT NOT NULL CHECK (code <> ''),
    UNIQUE (project, criteria_year, code)
) STRICT;
CREATE TABLE project_risk (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    risk INTEGER NOT NULL REFERENCES risk (id),
    UNIQUE (project, risk)
) STRICT;
CREATE INDEX project_risk_by_risk ON project_risk (risk);
CREATE TABLE treatment_project (
    id INTEGER PRIMARY KEY REFERENCES treatment (id),
    project INTEGER NOT NULL REFERENCES project (id)
) STRICT;
CREATE INDEX treatment_project_by_project ON treatment_project (project);
CREATE TABLE project_result (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project INTEGER NOT NULL REFERENCES project (id),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2540 AND 2660),
    round INTEGER NOT NULL CHECK (round IN (6, 12)),
    state TEXT NOT NULL DEFAULT '' CHECK (
        state IN ('', 'not_started', 'in_work', 'done', 'impossible')
    ),
    in_ordinance INTEGER NOT NULL DEFAULT 0 CHECK (in_ordinance IN (0, 1)),
    planned TEXT NOT NULL DEFAULT '',
    granted TEXT NOT NULL DEFAULT '',
    spent TEXT NOT NULL DEFAULT '',
    result TEXT NOT NULL DEFAULT '',
    problem TEXT NOT NULL DEFAULT '',
    suggestion TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '' CHECK (
        reason IN ('', 'no_budget', 'policy', 'staff', 'other')
    ),
    reason_text TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    UNIQUE (project, fiscal_year, round)
) STRICT;
CREATE TABLE announcement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    plan INTEGER REFERENCES plan (id),
    kind TEXT NOT NULL CHECK (kind IN ('plan', 'measures', 'no_gift', 'free')),
    number TEXT NOT NULL DEFAULT '',
    dated TEXT NOT NULL DEFAULT '',
    month_word INTEGER NOT NULL DEFAULT 0 CHECK (month_word IN (0, 1)),
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    signer TEXT NOT NULL DEFAULT '',
    signer_title TEXT NOT NULL DEFAULT '',
    issued TEXT NOT NULL DEFAULT '',
    sha256 TEXT REFERENCES content (sha256)
) STRICT;
CREATE INDEX announcement_by_year ON announcement (fiscal_year);
CREATE INDEX announcement_by_content ON announcement (sha256);
"""
# A plan covers fiscal years that need not be in the file. Its sections are one outline: a section
# of level 1 is a dimension, one of a deeper level belongs to the nearest before it that is higher.
# A project stands in one section and may stand under others too. Lists are texts, an entry a line,
# a tab before it a level deeper. Money is an exact decimal as text, '' where nothing was said; an
# ``amount`` of the project itself is one that no paper gives by year. ``issued``: the moment an
# announcement was kept as printed, whose PDF ``content`` has then.


@dataclass(frozen=True, slots=True)
class _Step:
    """What a step adds: statements, and which of its tables are in the change log."""

    name: str
    statements: str
    logged: tuple[str, ...]


# A released step is never edited: files that were made with it are out there.
_STEPS = (
    _Step(
        "m001_scores",
        CHANGE_LOG_TABLES + _SCORES,
        ("office", "unit", "fiscal_year", "score", "criteria_set", "item_text"),
    ),
    _Step("m002_mark", _MARK, ("mark",)),
    _Step("m003_evidence", _EVIDENCE, ("evidence",)),
    _Step(
        "m004_measures",
        _MEASURES,
        (
            *("topic", "topic_item", "measure", "step", "step_result", "closed_round"),
            *("layout", "paper_text", "suggestion", "calendar_row"),
        ),
    ),
    _Step(
        "m005_risks",
        _RISKS,
        ("risk_method", "risk_area", "process", "risk", "treatment", "treatment_result"),
    ),
    _Step(
        "m006_plans",
        _PLANS,
        (
            *("plan", "plan_text", "goal", "goal_year", "section", "project", "project_year"),
            *("project_place", "project_item", "project_risk", "treatment_project"),
            *("project_result", "announcement"),
        ),
    ),
)
SCHEMA_VERSION = len(_STEPS)
"""How many steps a file of this program has."""
LOGGED_TABLES = tuple(table for step in _STEPS for table in step.logged)
MEASURE_TABLES = frozenset(
    {"topic", "topic_item", "measure", "step", "step_result", "closed_round", "calendar_row"}
)
"""What the measures of a year are read from."""
RISK_TABLES = frozenset(
    {"risk_method", "risk_area", "process", "risk", "treatment", "treatment_result"}
)
"""What the risk register of a year is read from."""
PLAN_TABLES = frozenset(
    {
        *("plan", "plan_text", "goal", "goal_year", "section", "project", "project_year"),
        *("project_place", "project_item", "project_risk", "treatment_project", "project_result"),
    }
)
"""What a plan is read from."""
ANNOUNCEMENT_TABLES = frozenset({"announcement"})
"""What the announcements of a year are read from."""
PAPER_TABLES = frozenset({"layout", "paper_text", "suggestion"})
"""What is the office's own of papers and examples."""

_FOREIGN_TO_US = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
"""Tables that SQLite itself keeps."""
_DIARY = "_sqlite_migrations"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to this program's schema: all steps it lacks, or none.

    In one transaction, whose result is looked at before it is kept: after a power cut, a full disk
    or a step that failed the file is what it was. Raises sqlite3.DatabaseError then.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 55 ms, seldom needed

    diary = Migrations("ita-desktop")
    for version, step in enumerate(_STEPS, start=1):
        diary(name=step.name)(partial(_take, step, version))  # pyright: ignore[reportArgumentType]
    connection.execute("BEGIN IMMEDIATE")
    try:
        diary.apply(Database(connection, recursive_triggers=False))
        sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if version_of(connection) != SCHEMA_VERSION or not (sound and is_as_made(connection)):
            raise sqlite3.DatabaseError("a step left the file unsound")  # noqa: TRY301
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _take(step: _Step, version: int, db: "Database") -> None:
    for statement in _split(step.statements):
        db.conn.execute(statement)
    for table in step.logged:
        log_changes_of(db.conn, table)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {version}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps the file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Return whether tables, indexes, triggers and views are those of the file's version, no other.

    By their very words, so that a column that is missing or a trigger that does more is seen.
    """
    version = version_of(connection)
    if not 1 <= version <= SCHEMA_VERSION:
        return False
    present = {
        str(words)
        for kind, name, table, words in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        if not (kind == "table" and name in _FOREIGN_TO_US)
        and not (kind in ("table", "index") and table == _DIARY)
    }
    steps = _STEPS[:version]
    tables = [
        statement
        for step in steps
        for statement in _split(step.statements)
        if statement.startswith("CREATE")
    ]
    if not present.issuperset(tables):
        return False
    logged = (table for step in steps for table in step.logged)
    triggers = (one for table in logged for one in log_triggers(connection, table))
    return present == {*tables, *triggers}


def _split(statements: str) -> list[str]:
    """Return the statements one by one; ``executescript`` would commit the open transaction."""
    made = (statement.strip() for statement in statements.split(";\n"))
    return [statement for statement in made if statement]
