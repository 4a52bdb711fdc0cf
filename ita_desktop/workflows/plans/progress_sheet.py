"""Sheets of what projects report in a round: read, and held against what the plan's report prints.

A row with our key is compared cell by cell with what the paper prints now, so that what was not
touched changes nothing, and an empty cell takes its text away. A row without one is a project by
its name; there an empty cell says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits, Number
from ita_desktop.documents.plan_progress import FIELDS, progress_table
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Placed
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, one_line
from ita_desktop.workflows.import_outcome import SheetOutcome
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.fields import plan_value
from ita_desktop.workflows.plans.making import plan_of
from ita_desktop.workflows.plans.progress_fields import WANTED, kept_text, result_fields
from ita_desktop.workflows.plans.project_fields import is_dash
from ita_desktop.workflows.plans.project_rows import without_number
from ita_desktop.workflows.rows.changes import Act, RowChange
from ita_desktop.workflows.rows.deeds import field_words
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import Said, row_key
from ita_desktop.workflows.rows.told_twice import told_twice
from ita_desktop.xlsx.grid import plain_number, text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

_LONG: Final = "ข้อความไม่เกิน 30,000 ตัวอักษร"
_NOT_HERE: Final = "ไม่พบโครงการชื่อนี้ในแผน จึงไม่ได้อ่านแถวนี้ กรุณาเพิ่มโครงการในแผนก่อน"
_AGAIN: Final = "มีผลของโครงการนี้ในแถวก่อนหน้าแล้ว จึงไม่ได้อ่านแถวนี้ กรุณารวมเป็นแถวเดียว"
_UNREAD: Final = "ไม่ได้อ่านคอลัมน์นี้ เพราะรายงานผลไม่มีช่องนี้ หรือหัวคอลัมน์ไม่ตรงกับที่รู้จัก"
_OF_PLAN: Final = "{head}แก้ไขได้ที่แผน แผ่นงานรายงานผลจึงไม่เปลี่ยนให้"


@dataclass(frozen=True, slots=True)
class ProgressImport:
    """What sheets of reports change, and what each brings."""

    changes: tuple[RowChange, ...] = ()
    sheets: tuple[SheetOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_progress_import(
    file: DataFile, tables: Sequence[FoundTable], fiscal_year: int, months: Round
) -> ProgressImport:
    """Return what tables of reports would change; nothing is written.

    Raises ClerkError where no plan covers the year, or the file has no office yet.
    """
    plan = plan_of(file, fiscal_year)
    if plan is None:
        raise ClerkError(
            f"ไฟล์นี้ยังไม่มีแผนที่ครอบคลุมปีงบประมาณ {fiscal_year} กรุณาเริ่มแผนหรือนำเข้าแผนก่อนนำเข้ารายงานผล"
        )
    mark = file_mark_of(file)
    source = PlanSource(
        office=office_of(file),
        plan=plan,
        fiscal_year=fiscal_year,
        digits=Digits.ARABIC,
        months=months,
        file_mark=mark,
    )
    reading = _Reading(
        source=source,
        closed=months in closed_rounds(file, fiscal_year),
        printed=_printed(source),
        placed={one.project.id: one for one in plan.placed()},
    )
    sheets: list[SheetOutcome] = []
    for place, table in enumerate(tables):
        if (twice := told_twice(table, tables[:place])) is not None:
            reading.findings.append(twice)
            sheets.append(SheetOutcome(table.sheet, table.kind))
            continue
        touched = reading.table(table)
        read = sum(1 for row in table.rows if row.key or _said(row, "name").text)
        sheets.append(SheetOutcome(table.sheet, table.kind, 0, touched, max(0, read - touched)))
    return ProgressImport(tuple(reading.changes), tuple(sheets), tuple(reading.findings))


@dataclass(slots=True, kw_only=True)
class _Reading:
    source: PlanSource
    closed: bool
    printed: Mapping[int, Mapping[str, str]]
    placed: Mapping[int, Placed]
    changes: list[RowChange] = field(default_factory=list[RowChange])
    findings: list[Finding] = field(default_factory=list[Finding])
    taken: set[int] = field(default_factory=set[int])

    def table(self, table: FoundTable) -> int:
        """Take down what a table changes; return how many projects that is."""
        before = {change.number for change in self.changes}
        for row in table.rows:
            name = _said(row, "name")
            key = row_key(row.key, self.source.file_mark)
            keyed = key is not None and key.kind is Kind.PROJECT and key.number in self.placed
            one = self.placed[key.number] if key is not None and keyed else self._named(name.text)
            if one is None:
                if name.text and _reports(row):
                    known = any(fold(name.text) in _names_of(each) for each in self.placed.values())
                    problem = _AGAIN if known else _NOT_HERE
                    self._tell(Severity.WARNING, table, name, problem=problem)
                continue
            self.taken.add(one.project.id)
            for name, text, said in self._texts(table, row, one, keyed=keyed):
                self._change(table, one, name, text, said)
        for address, head in table.unread:
            self._tell(Severity.WARNING, table, Said(head, address), problem=_UNREAD)
        return len({change.number for change in self.changes} - before)

    def _named(self, words: str) -> Placed | None:
        """Return the project with a name, each once."""
        wanted = {fold(words), fold(without_number(words))} - {""}
        for one in self.placed.values():
            if fold(one_line(one.project.name)) in wanted and one.project.id not in self.taken:
                return one
        return None

    def _texts(
        self, table: FoundTable, row: FoundRow, one: Placed, *, keyed: bool
    ) -> Iterator[tuple[str, str, Said]]:
        """Give the fields that cells say something else of, each with its text."""
        printed = self.printed.get(one.project.id, {})
        for name in FIELDS[1:]:
            cell = row.cells.get(name)
            if cell is None or cell.same:
                continue
            said = _said(row, name)
            if keyed and says(said, printed.get(name, "")):
                continue
            if not keyed and (not said.text or is_dash(said.text)):
                continue
            if name in ("name", "units"):
                if keyed:
                    head = "ชื่อโครงการ" if name == "name" else "ผู้รับผิดชอบ"
                    self._tell(Severity.WARNING, table, said, problem=_OF_PLAN.format(head=head))
                continue
            try:
                yield from (
                    (field, text, said) for field, text in result_fields(name, said.text, one)
                )
            except ClerkError:
                self._tell(Severity.ERROR, table, said, wanted=WANTED[name])

    def _change(self, table: FoundTable, one: Placed, name: str, text: str, said: Said) -> None:
        year, months = self.source.fiscal_year, self.source.months
        result = one.project.result(year, months)
        was = kept_text(result, name)
        try:
            same = plan_value(name, text) == plan_value(name, was)
        except ClerkError:
            self._tell(Severity.ERROR, table, said, wanted=WANTED.get(name, _LONG))
            return
        if same:
            return
        if self.closed:
            wanted = f"รอบ {months} เดือนที่ยังไม่ปิด กรุณาเปิดรอบก่อนนำเข้าผล"
            self._tell(Severity.ERROR, table, said, wanted=wanted)
            return
        words = field_words(Kind.PROJECT, f"{name}:{year}")
        self.changes.append(
            RowChange(
                act=Act.CHANGE,
                kind=Kind.PROJECT,
                number=one.project.id,
                sheet=table.sheet,
                address=said.address,
                place=f"โครงการ {one.number} {words} รอบ {months} เดือน",
                field=f"{name}:{year}",
                was=was,
                text=text,
                months=months,
            )
        )

    def _tell(
        self,
        severity: Severity,
        table: FoundTable,
        said: Said,
        *,
        problem: str = "",
        wanted: str = "",
    ) -> None:
        self.findings.append(
            Finding(
                severity=severity,
                sheet=table.sheet,
                address=said.address,
                found=said.text,
                problem=problem,
                wanted=wanted,
            )
        )


def _names_of(one: Placed) -> frozenset[str]:
    """Return how a project may be called, folded: with the number of its paper, or without."""
    name = fold(one_line(one.project.name))
    return frozenset({name, f"{one.number}.{name}", f"{one.number}){name}"})


def _printed(source: PlanSource) -> Mapping[int, Mapping[str, str]]:
    """Return what the report prints of each project now, by field."""
    found: dict[int, Mapping[str, str]] = {}
    for row in progress_table(source).rows:
        key = row_key(row.key, source.file_mark)
        if key is None:
            continue
        cells: dict[str, str] = {}
        for name, cell in zip(FIELDS, row.cells, strict=True):
            content = "" if cell is None else cell.content
            cells[name] = (
                plain_number(content.value) if isinstance(content, Number) else str(content)
            )
        found[key.number] = cells
    return found


def _reports(row: FoundRow) -> bool:
    """Say whether a row says anything of what was done; a line of sums has only figures."""
    return any(_said(row, name).text for name in ("state", "result", "problem", "suggestion"))


def _said(row: FoundRow, name: str) -> Said:
    cell = row.cells.get(name)
    if cell is None:
        return Said("", "")
    return Said(text_of(cell.value).strip(), cell.address)
