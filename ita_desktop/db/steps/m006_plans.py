"""Step 6: plans with their projects and reports, and announcements.

A plan covers fiscal years that need not be in the file. Its sections are one outline: a section
of level 1 is a dimension, one of a deeper level belongs to the nearest before it that is higher.
A project stands in one section and may stand under others too. Lists are texts, an entry a line,
a tab before it a level deeper. Money is an exact decimal as text, '' where nothing was said; an
``amount`` of the project itself is one that no paper gives by year. ``issued``: the moment an
announcement was kept as printed, whose PDF ``content`` has then.
"""

STATEMENTS = """
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
LOGGED = (
    *("plan", "plan_text", "goal", "goal_year", "section", "project", "project_year"),
    *("project_place", "project_item", "project_risk", "treatment_project"),
    *("project_result", "announcement"),
)
