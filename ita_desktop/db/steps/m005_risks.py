"""Step 5: fraud risks, the method they are measured by, and treatments.

A process has risks (events) and treatments; a treatment is against one risk of its process, or
against all. ``level`` is a word as printed where no numbers are known, of a risk or of its whole
process. ``previous``: the same risk in an earlier year. The method of a year is kept as JSON from
the first level on, so that a later release never changes what a level meant.
"""

STATEMENTS = """
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
LOGGED = ("risk_method", "risk_area", "process", "risk", "treatment", "treatment_result")
