"""What tables of a workbook change, a function per part of the data file.

Each takes its own kinds out of the tables, puts what is wrong with them into ``findings`` and
returns their fiscal year, None where the workbook has no such table. Nothing is written. Without
``asked`` that year is found as ``import_workbook.plan_import`` says; ClerkError is raised where it
cannot be, or has no criteria.
"""

from collections.abc import Sequence

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.domain.findings import Finding
from ita_desktop.domain.office import Office
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.forms import KINDS as OIT_SHEETS
from ita_desktop.workflows.disclosure.import_tables import (
    OitImport,
    plan_oit_import,
    year_of_keys,
)
from ita_desktop.workflows.import_outcome import (
    ScoreChange,
    SheetOutcome,
    Tables,
)
from ita_desktop.workflows.import_year import (
    named_years,
    no_year,
    of_its_own_year,
    other_years,
    year_of,
)
from ita_desktop.workflows.measures.import_tables import (
    MeasurePlan,
    measure_year,
    other_year,
    plan_measures,
    round_of,
)
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.office_sheet import OFFICE_FORM, read_office
from ita_desktop.workflows.plans.forms import PLAN_SHEETS
from ita_desktop.workflows.plans.import_tables import plan_plan
from ita_desktop.workflows.plans.plan_changes import PlanChanges
from ita_desktop.workflows.plans.progress_forms import PROGRESS
from ita_desktop.workflows.plans.progress_sheet import ProgressImport, plan_progress_import
from ita_desktop.workflows.risks.forms import KINDS
from ita_desktop.workflows.risks.import_tables import RiskPlan, plan_risks
from ita_desktop.workflows.scores.sheets import read_scores, taken_scores
from ita_desktop.xlsx.tables import FoundTable


def office_in(
    file: DataFile, tables: Tables, findings: list[Finding]
) -> tuple[Office | None, tuple[SheetOutcome, ...]]:
    """Return the office as the tables have it, None where it is as before, and what each brings."""
    office = before = load_office(file)
    outcomes: list[SheetOutcome] = []
    for table in tables.tables:
        if table.kind == OFFICE_FORM.kind:
            read = read_office(table, office)
            findings += read.findings
            office = read.office or office
            outcomes.append(
                SheetOutcome(table.sheet, table.kind, read.added, read.changed, read.unchanged)
            )
    return (None if office == before else office), tuple(outcomes)


def scores_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[tuple[ScoreChange, ...], tuple[SheetOutcome, ...], int | None]:
    """Return the scores that change, what each sheet brings, and their year."""
    of_others = (*(layout.id for layout in tables.layouts), OFFICE_FORM.kind, PROGRESS)
    found = [
        table
        for table in tables.tables
        if table.kind not in (*of_others, *KINDS, *PLAN_SHEETS, *OIT_SHEETS)
    ]
    if not found:
        return (), (), None
    named = named_years(tables.title, found)
    wanted = tables.fiscal_year if asked in _both_years(tables) else asked
    year = year_of(file, tables.fiscal_year, named) if wanted is None else wanted
    findings += other_years(year, tables.fiscal_year, named)
    changes, sheets = _read_scores(file, found, year, findings)
    return changes, sheets, year


def measures_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[MeasurePlan, int | None]:
    """Return what tables of measures change, and their year."""
    layouts = {layout.id: layout for layout in tables.layouts}
    found = [table for table in tables.tables if table.kind in layouts]
    if not found:
        return MeasurePlan(), None
    year = _year_of_rows(file, tables, found, asked, findings, "มาตรการ")
    months = round_of(tables.months, tables.title, found)
    read = plan_measures(file, found, layouts, year, months)
    findings += read.findings
    return read, year


def risks_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[RiskPlan, int | None]:
    """Return what tables of risks change, and their year."""
    found = [table for table in tables.tables if table.kind in KINDS]
    if not found:
        return RiskPlan(), None
    year = _year_of_rows(file, tables, found, asked, findings, "ความเสี่ยง")
    read = plan_risks(file, found, year, round_of(tables.months, tables.title, found))
    findings += read.findings
    return read, year


def plan_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[PlanChanges | None, tuple[SheetOutcome, ...], int | None]:
    """Return what tables of projects change, what each brings, and the year they are looked at."""
    found = [table for table in tables.tables if table.kind in PLAN_SHEETS]
    if not found:
        return None, (), None
    read = plan_plan(file, found, asked, tables.fiscal_year, tables.title)
    findings += read.findings
    return read.changes, read.sheets, year_in_plan(read.changes, asked or tables.fiscal_year)


def reports_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[ProgressImport, int | None]:
    """Return what reports on projects change, and their year."""
    found = [table for table in tables.tables if table.kind == PROGRESS]
    if not found:
        return ProgressImport(), None
    year = _year_of_rows(file, tables, found, asked, findings, "ผลของโครงการ")
    read = plan_progress_import(file, found, year, round_of(tables.months, tables.title, found))
    findings += read.findings
    return read, year


def oit_in(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[OitImport, int | None]:
    """Return what tables of OIT items change, and their year."""
    found = [table for table in tables.tables if table.kind in OIT_SHEETS]
    if not found:
        return OitImport(), None
    year = year_of_keys(found, file_mark_of(file))
    if year is None:
        what = "การเปิดเผยข้อมูล (OIT) "  # words go on behind it
        year = _year_of_rows(file, tables, found, asked, findings, what)
    elif asked not in (None, year, *_both_years(tables)):
        findings.append(of_its_own_year(year))
    read = plan_oit_import(file, found, year)
    findings += read.findings
    return read, year


def year_in_plan(plan: PlanChanges, wanted: int | None) -> int:
    """Return the fiscal year a plan is looked at in: the one wanted, else its first."""
    if wanted is not None and plan.first_year <= wanted <= plan.last_year:
        return wanted
    return plan.first_year


def _year_of_rows(
    file: DataFile,
    tables: Tables,
    found: Sequence[FoundTable],
    asked: int | None,
    findings: list[Finding],
    what: str,
) -> int:
    named = named_years(tables.title, found)
    if tables.rows_year is not None and (asked is None or asked in _both_years(tables)):
        return tables.rows_year
    if asked is not None:
        findings += other_year(asked, tables.fiscal_year, named)
        return asked
    year = measure_year(tables.fiscal_year, named)
    years = fiscal_years(file)
    if year is None and not named and len(years) == 1:
        year = years[0]
    if year is None:
        raise no_year(what)
    return year


def _both_years(tables: Tables) -> frozenset[int]:
    """Return the years of a report on one year's scores with the next year's measures.

    Whichever of them is asked for, each table is taken for its own. Empty of any other workbook.
    """
    if tables.rows_year is None or tables.fiscal_year is None:
        return frozenset()
    return frozenset((tables.fiscal_year, tables.rows_year))


def _read_scores(
    file: DataFile, tables: list[FoundTable], year: int, findings: list[Finding]
) -> tuple[tuple[ScoreChange, ...], tuple[SheetOutcome, ...]]:
    criteria = criteria_of(file, year)
    before = entries_of(file, year)
    read = read_scores(tables, criteria)
    findings += read.findings
    after = taken_scores(read, before, criteria)
    changes = tuple(
        ScoreChange(code, before.get(code), entry)
        for code, entry in after.items()
        if before.get(code) != entry
    )
    changed = {change.code for change in changes}
    outcomes = [
        SheetOutcome(
            sheet.sheet,
            sheet.kind,
            added=sum(code in changed and code not in before for code in sheet.codes),
            changed=sum(code in changed and code in before for code in sheet.codes),
            unchanged=sum(code not in changed for code in sheet.codes),
        )
        for sheet in read.sheets
    ]
    return changes, tuple(outcomes)
