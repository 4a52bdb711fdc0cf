"""A workbook into the data file: every sheet that is recognised, all or nothing, as one deed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.scores import add_fiscal_year, entries_of, fiscal_years
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.domain.findings import Finding
from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.changes import write_oit_changes
from ita_desktop.workflows.disclosure.forms import KINDS as OIT_SHEETS
from ita_desktop.workflows.disclosure.forms import oit_forms
from ita_desktop.workflows.disclosure.import_tables import (
    OitImport,
    plan_oit_import,
    year_of_keys,
)
from ita_desktop.workflows.everything import ID as EVERYTHING
from ita_desktop.workflows.import_outcome import (
    Outcome,
    ScoreChange,
    SheetOutcome,
    Tables,
    in_order,
)
from ita_desktop.workflows.import_year import (
    named_years,
    no_year,
    of_its_own_year,
    other_years,
    year_of,
)
from ita_desktop.workflows.layouts import layouts_of
from ita_desktop.workflows.measures.forms import measure_forms
from ita_desktop.workflows.measures.import_tables import (
    MeasurePlan,
    measure_year,
    other_year,
    plan_measures,
    round_of,
)
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.office_sheet import OFFICE_FORM, read_office
from ita_desktop.workflows.plans.forms import PLAN_PAPERS, PLAN_SHEETS, plan_forms
from ita_desktop.workflows.plans.import_tables import plan_plan
from ita_desktop.workflows.plans.plan_changes import PlanChanges, write_plan_changes
from ita_desktop.workflows.plans.progress_forms import PROGRESS, progress_forms
from ita_desktop.workflows.plans.progress_sheet import ProgressImport, plan_progress_import
from ita_desktop.workflows.risks.forms import KINDS, risk_forms
from ita_desktop.workflows.risks.import_tables import RiskPlan, plan_risks
from ita_desktop.workflows.rows.changes import write_changes
from ita_desktop.workflows.scores.sheets import SCORE_FORMS, read_scores, taken_scores
from ita_desktop.workflows.scores.year_scores import write_entries
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.tables import FoundTable, find_tables

_FORMS = (*SCORE_FORMS, OFFICE_FORM)


def read_tables(path: Path, layouts: Sequence[Layout] | None = None) -> Tables:
    """Return the tables of a workbook that are recognised; the slow part of an import.

    Touches no data file and may run in another thread. ``layouts`` are those by which tables of
    measures are known, the official ones and the office's; None: the official ones. Of a workbook
    of everything only scores and office are read, the rest is there for people. Raises
    ClerkError where the workbook cannot be read or nothing in it is recognised, MachineError when
    the disk cannot be read.
    """
    workbook = read_workbook(path)
    known = tuple(official_layouts() if layouts is None else layouts)
    whole = (
        *(*_FORMS, *measure_forms(known), *risk_forms()),
        *(*progress_forms(), *plan_forms(), *oit_forms()),
    )
    if workbook.document_id == EVERYTHING:  # its rows are of several years and of closed rounds
        whole = _FORMS
    own = (
        *measure_forms(layout for layout in known if layout.id == workbook.document_id),
        *risk_forms((workbook.document_id,)),
        *(plan_forms() if workbook.document_id in PLAN_PAPERS else ()),
        *(progress_forms() if workbook.document_id == PROGRESS else ()),
        *(oit_forms() if workbook.document_id in OIT_SHEETS else ()),
    )
    tables: tuple[FoundTable, ...] = ()
    # what our own workbook is made of is known; the others are looked for where it is not found
    for forms in ((*_FORMS, *own), whole) if own else (whole,):
        tables = tuple(table for sheet in workbook.sheets for table in find_tables(sheet, forms))
        if tables:
            break
    if not tables:
        raise ClerkError(
            f"ไม่พบตารางที่รู้จักใน {path.name} หัวตารางต้องมี เช่น “ข้อ” กับ “คะแนน”"
            " “ตัวชี้วัด” กับ “คะแนน” “เหตุการณ์ความเสี่ยง” กับ “โอกาส” และ “ผลกระทบ”"
            " “ชื่อโครงการ” กับ “วัตถุประสงค์” และ “มิติ”"
            " หรือ “ข้อ” กับ “ข้อมูล” และ “หน่วยงานรับผิดชอบ”"
            " กรุณาตรวจหัวตารางแล้วนำเข้าใหม่"
        )
    findings = [f for table in tables for f in table.findings]
    told = {(finding.sheet, finding.address) for finding in findings}
    findings += [f for f in workbook.findings if (f.sheet, f.address) not in told]
    return Tables(
        name=path.name,
        title=workbook.title,
        fiscal_year=workbook.fiscal_year,
        tables=tables,
        findings=tuple(findings),
        months=workbook.months,
        rows_year=workbook.rows_year,
        layouts=known,
    )


def plan_import(file: DataFile, tables: Tables, fiscal_year: int | None = None) -> Outcome:
    """Return what the tables would change in the data file; nothing is written.

    Without ``fiscal_year`` it is the year the program wrote into the workbook, else the one its
    titles name, else the file's only one. Raises ClerkError where no year or no criteria are known.
    """
    findings = list(tables.findings)
    office_before = load_office(file)
    office, office_outcomes = _read_office(tables.tables, office_before, findings)
    layouts = {layout.id: layout for layout in tables.layouts}
    measure_tables = [table for table in tables.tables if table.kind in layouts]
    score_tables = [
        table
        for table in tables.tables
        if table.kind not in (OFFICE_FORM.kind, *KINDS, *PLAN_SHEETS, PROGRESS, *OIT_SHEETS)
        and table.kind not in layouts
    ]
    year = fiscal_year
    changes: tuple[ScoreChange, ...] = ()
    score_outcomes: tuple[SheetOutcome, ...] = ()
    if score_tables:
        named = named_years(tables.title, score_tables)
        of_two = tables.fiscal_year if fiscal_year in _both_years(tables) else None
        asked = of_two or fiscal_year
        year = year_of(file, tables.fiscal_year, named) if asked is None else asked
        findings += other_years(year, tables.fiscal_year, named)
        changes, score_outcomes = _read_scores(file, score_tables, year, findings)
    planned, of_measures = MeasurePlan(), None
    if measure_tables:
        of_measures = _year_of_rows(file, tables, measure_tables, fiscal_year, findings, "มาตรการ")
        months = round_of(tables.months, tables.title, measure_tables)
        planned = plan_measures(file, measure_tables, layouts, of_measures, months)
        findings += planned.findings
        year = of_measures if year is None else year
    of_risks, found = None, RiskPlan()
    if risk_tables := [table for table in tables.tables if table.kind in KINDS]:
        of_risks = _year_of_rows(file, tables, risk_tables, fiscal_year, findings, "ความเสี่ยง")
        months = round_of(tables.months, tables.title, risk_tables)
        found = plan_risks(file, risk_tables, of_risks, months)
        findings += found.findings
        year = of_risks if year is None else year
    plan: PlanChanges | None = None
    plan_sheets: tuple[SheetOutcome, ...] = ()
    if plan_tables := [table for table in tables.tables if table.kind in PLAN_SHEETS]:
        read = plan_plan(file, plan_tables, fiscal_year, tables.fiscal_year, tables.title)
        findings += read.findings
        plan, plan_sheets = read.changes, read.sheets
        year = _year_in(plan, fiscal_year or tables.fiscal_year) if year is None else year
    told = ProgressImport()
    if report_tables := [table for table in tables.tables if table.kind == PROGRESS]:
        of_reports = _year_of_rows(
            file, tables, report_tables, fiscal_year, findings, "ผลของโครงการ"
        )
        months = round_of(tables.months, tables.title, report_tables)
        told = plan_progress_import(file, report_tables, of_reports, months)
        findings += told.findings
        year = of_reports if year is None else year
    of_oit, oit_year = _read_oit(file, tables, fiscal_year, findings)
    only_oit = all(table.kind in OIT_SHEETS for table in tables.tables)
    year = oit_year if year is None or only_oit else year
    of_rows = (*planned.sheets, *found.sheets, *plan_sheets, *told.sheets, *of_oit.sheets)
    return Outcome(
        tables=tables,
        fiscal_year=year,
        sheets=(*office_outcomes, *score_outcomes, *of_rows),
        findings=in_order(findings, tables.tables),
        scores=changes,
        office=office,
        applied=False,
        measures=planned.changes,
        asked_year=fiscal_year,
        measure_year=of_measures,
        risks=found.changes,
        risk_year=of_risks,
        plan=plan,
        reports=told.changes,
        oit=of_oit.changes,
    )


def _read_oit(
    file: DataFile, tables: Tables, asked: int | None, findings: list[Finding]
) -> tuple[OitImport, int | None]:
    """Return what tables of OIT items change, and their year; None where there are none."""
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


def _year_in(plan: PlanChanges, wanted: int | None) -> int:
    """Return the fiscal year a plan is looked at in: the one wanted, else its first."""
    if wanted is not None and plan.first_year <= wanted <= plan.last_year:
        return wanted
    return plan.first_year


def take_import(file: DataFile, outcome: Outcome) -> None:
    """Write exactly what ``plan_import`` told, as one deed.

    Raises ClerkError, and writes nothing, where one finding is an error or where the data file was
    changed meanwhile so that the same workbook would bring something else.
    """
    name = outcome.tables.name
    if outcome.errors:
        raise ClerkError(f"ไม่ได้นำเข้า {name} เพราะ{outcome.errors[0].message} กรุณาแก้แล้วนำเข้าใหม่")
    if plan_import(file, outcome.tables, outcome.asked_year) != outcome:
        raise ClerkError(
            f"ไม่ได้นำเข้า {name} เพราะข้อมูลในไฟล์เปลี่ยนไปหลังจากแสดงตัวอย่าง กรุณานำเข้าใหม่อีกครั้ง"
        )
    name = name.encode(errors="replace").decode()  # a name may hold half a letter
    with file.deed(f"นำเข้า {name}"):
        if outcome.office is not None:
            save_office(file, outcome.office)
        if outcome.fiscal_year is not None and outcome.scores:
            entries = {change.code: change.after for change in outcome.scores}
            write_entries(file, outcome.fiscal_year, entries)
        if outcome.measure_year is not None and outcome.measures:
            add_fiscal_year(file, outcome.measure_year)
            write_changes(file, outcome.measure_year, outcome.measures)
        if outcome.risk_year is not None and outcome.risks:
            add_fiscal_year(file, outcome.risk_year)
            write_changes(file, outcome.risk_year, outcome.risks)
        if outcome.plan is not None and outcome.plan.are_any:
            if outcome.plan.plan is None:
                _add_year_of(file, outcome.plan, outcome.asked_year or outcome.tables.fiscal_year)
            write_plan_changes(file, outcome.plan)
        if outcome.reports:
            write_changes(file, 0, outcome.reports)  # they name their projects and years
        write_oit_changes(file, outcome.oit)


def _add_year_of(file: DataFile, plan: PlanChanges, wanted: int | None) -> None:
    """Begin a fiscal year of a plan that is begun, where the file has none that it covers."""
    covered = [year for year in fiscal_years(file) if plan.first_year <= year <= plan.last_year]
    if not covered or (wanted is not None and wanted not in covered):
        add_fiscal_year(file, _year_in(plan, wanted))


def read_import(file: DataFile, path: Path, fiscal_year: int | None = None) -> Outcome:
    """Return what a workbook would change; ``read_tables`` and ``plan_import`` together."""
    return plan_import(file, read_tables(path, layouts_of(file)), fiscal_year)


def import_workbook(
    file: DataFile, path: Path, fiscal_year: int | None = None, *, dry_run: bool = False
) -> Outcome:
    """Read a workbook and write what it brings, unless one finding is an error.

    Raises what ``read_tables`` and ``plan_import`` raise.
    """
    outcome = read_import(file, path, fiscal_year)
    if outcome.errors or dry_run:
        return outcome
    take_import(file, outcome)
    return replace(outcome, applied=True)


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


def _read_office(
    tables: Iterable[FoundTable], before: Office | None, findings: list[Finding]
) -> tuple[Office | None, tuple[SheetOutcome, ...]]:
    office = before
    outcomes: list[SheetOutcome] = []
    for table in tables:
        if table.kind == OFFICE_FORM.kind:
            read = read_office(table, office)
            findings += read.findings
            office = read.office or office
            outcomes.append(
                SheetOutcome(table.sheet, table.kind, read.added, read.changed, read.unchanged)
            )
    return (None if office == before else office), tuple(outcomes)


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
