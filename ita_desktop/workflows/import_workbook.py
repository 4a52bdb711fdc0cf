"""A workbook into the data file: every sheet that is recognised, all or nothing, as one deed."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.office import Office
from ita_desktop.domain.score_entry import Entry
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.criteria import criteria_of
from ita_desktop.workflows.office_sheet import OFFICE_FORM, read_office
from ita_desktop.workflows.score_sheets import SCORE_FORMS, read_scores, taken_scores
from ita_desktop.workflows.scores import write_entries
from ita_desktop.xlsx.grid import Workbook
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.tables import FoundTable, find_tables

_FORMS = (*SCORE_FORMS, OFFICE_FORM)
_YEARS = (
    re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*(25[4-9][0-9])(?![0-9])"),
    re.compile(r"(?:พ\.?\s*ศ\.?|ITA)\s*(25[4-9][0-9])(?![0-9])", re.IGNORECASE),
)
"""How titles name the fiscal year; the second way only counts where nothing is named the first."""


@dataclass(frozen=True, slots=True)
class SheetOutcome:
    """What one table of a workbook is, and what it brings."""

    sheet: str
    kind: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One score that the workbook changes."""

    code: str
    before: Entry | None
    after: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import did, or would do."""

    fiscal_year: int | None
    sheets: tuple[SheetOutcome, ...]
    findings: tuple[Finding, ...]
    scores: tuple[ScoreChange, ...]
    office: Office | None
    """The office as the workbook would have it; None where it says nothing new."""
    applied: bool

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that keep the whole workbook out."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    def as_plain(self) -> dict[str, Any]:
        """Return the outcome as plain data with stable keys."""
        return {
            "year": self.fiscal_year,
            "sheets": [
                {
                    "sheet": sheet.sheet,
                    "kind": sheet.kind,
                    "added": sheet.added,
                    "changed": sheet.changed,
                    "unchanged": sheet.unchanged,
                }
                for sheet in self.sheets
            ],
            "findings": [
                {
                    "severity": finding.severity.value,
                    "sheet": finding.sheet,
                    "cell": finding.address,
                    "found": finding.found,
                    "wanted": finding.wanted,
                    "message": finding.message,
                }
                for finding in self.findings
            ],
            "applied": self.applied,
        }


def import_workbook(
    file: DataFile, path: Path, fiscal_year: int | None = None, *, dry_run: bool = False
) -> Outcome:
    """Read a workbook and write what it brings, unless one finding is an error.

    Without ``fiscal_year`` the year is the one its titles name, or the file's only one. Raises
    ClerkError where the workbook cannot be read, nothing in it is recognised, or no year is known.
    """
    workbook = read_workbook(path)
    tables = [table for sheet in workbook.sheets for table in find_tables(sheet, _FORMS)]
    if not tables:
        raise ClerkError(
            f"ไม่พบตารางที่รู้จักใน {path.name} หัวตารางต้องมี เช่น “ข้อ” กับ “คะแนน”"
            " หรือ “ตัวชี้วัด” กับ “คะแนน” กรุณาตรวจหัวตารางแล้วนำเข้าใหม่"
        )
    findings = [f for table in tables for f in table.findings]
    told = {(finding.sheet, finding.address) for finding in findings}
    findings += [f for f in workbook.findings if (f.sheet, f.address) not in told]
    office_before = load_office(file)
    office, office_outcomes = _read_office(tables, office_before, findings)
    score_tables = [table for table in tables if table.kind != OFFICE_FORM.kind]
    year = fiscal_year
    changes: tuple[ScoreChange, ...] = ()
    score_outcomes: tuple[SheetOutcome, ...] = ()
    if score_tables:
        named = _named_years(workbook, score_tables)
        year = _year_of(file, named) if fiscal_year is None else fiscal_year
        if named and year not in named:
            findings.append(_other_year(year, named))
        changes, score_outcomes = _read_scores(file, score_tables, year, findings)
    errors = any(finding.severity is Severity.ERROR for finding in findings)
    applied = not (errors or dry_run)
    if applied:
        _write(file, path, year, changes, office)
    return Outcome(
        fiscal_year=year,
        sheets=(*office_outcomes, *score_outcomes),
        findings=tuple(dict.fromkeys(findings)),
        scores=changes,
        office=office,
        applied=applied,
    )


def _write(
    file: DataFile,
    path: Path,
    year: int | None,
    changes: tuple[ScoreChange, ...],
    office: Office | None,
) -> None:
    name = path.name.encode(errors="replace").decode()  # a name may hold half a letter
    with file.deed(f"นำเข้า {name}"):
        if office is not None:
            save_office(file, office)
        if year is not None and changes:
            write_entries(file, year, {change.code: change.after for change in changes})


def _read_office(
    tables: list[FoundTable], before: Office | None, findings: list[Finding]
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


def _named_years(workbook: Workbook, tables: list[FoundTable]) -> frozenset[int]:
    """Return the fiscal years that the titles of the workbook and of its tables name."""
    lines = (workbook.title, *(line for table in tables for line in table.titles))
    plain = [to_arabic_digits(line) for line in lines]
    for pattern in _YEARS:
        if found := frozenset(int(year) for line in plain for year in pattern.findall(line)):
            return found
    return frozenset()


def _year_of(file: DataFile, named: frozenset[int]) -> int:
    """Return the fiscal year the scores are for: the one named, or the file's only one."""
    years = sorted(named) or fiscal_years(file)
    if len(years) == 1:
        return years[0]
    raise ClerkError(
        "ไม่ทราบว่าคะแนนในแผ่นงานเป็นของปีงบประมาณใด กรุณาระบุปี เช่น --year 2566"
        " หรือใส่ “ประจำปีงบประมาณ พ.ศ. 2566” เหนือตาราง"
    )


def _other_year(year: int, named: frozenset[int]) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        problem="ปีในหัวเรื่องไม่ตรงกับปีที่นำเข้า กรุณาตรวจก่อนใช้",
        found=", ".join(map(str, sorted(named))),
        wanted=str(year),
    )
