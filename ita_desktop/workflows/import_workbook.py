"""A workbook into the data file: every sheet that is recognised, all or nothing, as one deed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import save_office
from ita_desktop.db.scores import add_fiscal_year, fiscal_years
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.disclosure.changes import write_oit_changes
from ita_desktop.workflows.disclosure.forms import KINDS as OIT_SHEETS
from ita_desktop.workflows.disclosure.forms import oit_forms
from ita_desktop.workflows.everything import ID as EVERYTHING
from ita_desktop.workflows.import_outcome import (
    Outcome,
    Tables,
    in_order,
)
from ita_desktop.workflows.import_parts import (
    measures_in,
    office_in,
    oit_in,
    plan_in,
    reports_in,
    risks_in,
    scores_in,
    year_in_plan,
)
from ita_desktop.workflows.layouts import layouts_of
from ita_desktop.workflows.measures.forms import measure_forms
from ita_desktop.workflows.office_sheet import OFFICE_FORM
from ita_desktop.workflows.plans.forms import PLAN_PAPERS, plan_forms
from ita_desktop.workflows.plans.plan_changes import PlanChanges, write_plan_changes
from ita_desktop.workflows.plans.progress_forms import PROGRESS, progress_forms
from ita_desktop.workflows.risks.forms import risk_forms
from ita_desktop.workflows.rows.changes import write_changes
from ita_desktop.workflows.scores.sheets import SCORE_FORMS
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
    office, office_sheets = office_in(file, tables, findings)
    scores, score_sheets, of_scores = scores_in(file, tables, fiscal_year, findings)
    measures, of_measures = measures_in(file, tables, fiscal_year, findings)
    risks, of_risks = risks_in(file, tables, fiscal_year, findings)
    plan, plan_sheets, of_plan = plan_in(file, tables, fiscal_year, findings)
    reports, of_reports = reports_in(file, tables, fiscal_year, findings)
    oit, of_oit = oit_in(file, tables, fiscal_year, findings)
    years = (of_scores, fiscal_year, of_measures, of_risks, of_plan, of_reports, of_oit)
    if all(table.kind in OIT_SHEETS for table in tables.tables):
        years = (of_oit,)
    of_rows = (*measures.sheets, *risks.sheets, *plan_sheets, *reports.sheets, *oit.sheets)
    return Outcome(
        tables=tables,
        fiscal_year=next((year for year in years if year is not None), None),
        sheets=(*office_sheets, *score_sheets, *of_rows),
        findings=in_order(findings, tables.tables),
        scores=scores,
        office=office,
        applied=False,
        measures=measures.changes,
        asked_year=fiscal_year,
        measure_year=of_measures,
        risks=risks.changes,
        risk_year=of_risks,
        plan=plan,
        reports=reports.changes,
        oit=oit.changes,
    )


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
        add_fiscal_year(file, year_in_plan(plan, wanted))


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
