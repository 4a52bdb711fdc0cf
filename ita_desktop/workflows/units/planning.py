"""Work sheets that came back, held against the data file: what is new, disputed or refused.

The plan is values only. Of every cell three things are known: what it said when the sheet went out
(a hash in the row's key), what the unit says now, and what the file says now.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.unit_sheet import reported
from ita_desktop.domain.measure_entry import clean_field, parse_percent, parse_state
from ita_desktop.domain.measure_names import step_name
from ita_desktop.domain.measures import Round, State, StepResult, result_of
from ita_desktop.domain.three_ways import Said
from ita_desktop.domain.unit_row_key import FIELDS, hash_of
from ita_desktop.domain.unit_work import UnitRow, rows_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.rows.deeds import FIELD_WORDS, fiscal_year_of_row, value_of
from ita_desktop.workflows.units.merged_lines import About, From, label, merged_line, told_line
from ita_desktop.workflows.units.plan import Place, PlanLine, UnitPlan, Verdict, in_order
from ita_desktop.workflows.units.reading import ReadRow, ReadSheet
from ita_desktop.workflows.units.sheet_files import ReadCell

_JOINS: Final = frozenset({"result", "problem", "suggestion"})


def plan_unit_sheets(
    file: DataFile,
    sheets: Sequence[ReadSheet],
    fiscal_year: int | None = None,
    months: Round | None = None,
) -> UnitPlan:
    """Return what the sheets would change; nothing is written.

    With ``fiscal_year`` or ``months`` sheets of another year or round are refused; else each counts
    for its own. Raises ClerkError or MachineError only where the data file cannot be read.
    """
    planning = _Planning(file, fiscal_year, months)
    named = {fold(unit): unit for unit in office_of(file).units}
    for sheet in sheets:
        planning.look_at(sheet, label(sheet, sheets, named))
    lines, unchanged = planning.finish()
    return UnitPlan(
        sheets=tuple(sheets),
        fiscal_year=fiscal_year,
        months=months,
        lines=lines,
        unchanged=unchanged,
    )


@dataclass(frozen=True, slots=True)
class _Report:
    """A row of the data file, and what was said of each of its fields."""

    row: UnitRow
    said: dict[str, list[From]]


class _Planning:
    """Goes through the sheets one by one; what they say of one row is put together."""

    def __init__(self, file: DataFile, fiscal_year: int | None, months: Round | None) -> None:
        self._file = file
        self._fiscal_year = fiscal_year
        self._months = months
        self._mark = file_mark_of(file)
        self._rows: dict[int, dict[tuple[Kind, int], UnitRow]] = {}
        self._closed: dict[int, frozenset[Round]] = {}
        self._reports: dict[tuple[Kind, int, Round], _Report] = {}
        self._seen: list[tuple[Kind, int, Round]] = []
        self._lines: list[PlanLine] = []

    def look_at(self, sheet: ReadSheet, unit: str) -> None:
        """Take in what a sheet says."""
        if sheet.why:
            self._tell(Verdict.REFUSED, sheet, unit, why=sheet.why)
            return
        refused = [(row, self._refusal(row, sheet.fiscal_year)) for row in sheet.rows]
        reasons = {why for _, why in refused}
        if len(reasons) == 1 and (why := reasons.pop()):
            self._tell(Verdict.REFUSED, sheet, unit, why=f"{sheet.name} {why}")
            return
        for row, why in refused:
            if why:
                self._tell(Verdict.REFUSED, sheet, unit, row, why=f"แถวที่ {row.row} {why}")
            else:
                self._take_in(sheet, unit, row, self._year_of(row, sheet.fiscal_year) or 0)
        for address in sheet.strangers:
            self._tell(
                Verdict.NOTED, sheet, unit, why=f"แถวของเซลล์ {address} ไม่ใช่แถวที่ส่งไป จึงไม่รับแถวนั้น"
            )

    def finish(self) -> tuple[tuple[PlanLine, ...], int]:
        """Return all lines, and how many rows bring nothing new."""
        news: list[PlanLine] = []
        conflicts: list[PlanLine] = []
        busy: set[tuple[Kind, int, Round]] = set()
        for key, report in self._reports.items():
            kind, number, months = key
            ours = reported(result_of(report.row.measure, report.row.step, months))
            for field in FIELDS:
                line = self._merged(Place(kind, number, months, field), report, ours[field])
                if line is None:
                    continue
                busy.add(key)
                (conflicts if line.options else news).append(line)
        lines = in_order((*self._lines, *conflicts, *news))
        return lines, sum(key not in busy for key in self._seen)

    def _refusal(self, row: ReadRow, said_year: int | None) -> str:
        """Return why nothing of a row can be taken, or ""."""
        key = row.key
        if key.file_mark != self._mark:
            return "ทำจากไฟล์ข้อมูลอื่น กรุณาเปิดไฟล์ข้อมูลที่ทำแบบรายงานนี้แล้วรับใหม่"
        year = self._year_of(row, said_year)
        if year is None:
            return "เป็นของขั้นตอนที่ถูกลบไปแล้ว จึงไม่มีที่ให้ลงผล"
        if self._fiscal_year is not None and year != self._fiscal_year:
            return f"เป็นของปีงบประมาณ {year} กรุณาเลือกปีนั้นก่อนรับ"
        if self._months is not None and key.months != self._months:
            return f"เป็นของรอบ {key.months} เดือน กรุณาเลือกรอบนั้นก่อนรับ"
        self._rows_of(year)
        if key.months in self._closed[year]:
            return f"เป็นของรอบ {key.months} เดือนซึ่งปิดแล้ว กรุณาเปิดรอบอีกครั้งก่อนรับ"
        return ""

    def _year_of(self, row: ReadRow, said: int | None) -> int | None:
        """Return the year of a row, sought first where its sheet says; None where it is gone."""
        kind, number = Kind(row.key.kind), row.key.number
        if said is not None and (kind, number) in self._rows_of(said):
            return said
        return fiscal_year_of_row(self._file, kind, number)

    def _take_in(self, sheet: ReadSheet, unit: str, row: ReadRow, year: int) -> None:
        key = row.key
        kind = Kind(key.kind)
        there = self._rows_of(year).get((kind, key.number))
        if there is None:  # a measure that has got steps since: they are reported one by one
            why = f"แถวที่ {row.row} มาตรการนี้แยกเป็นขั้นตอนแล้ว กรุณาทำแบบรายงานใหม่ให้หน่วยงาน"
            self._tell(Verdict.REFUSED, sheet, unit, row, why=why)
            return
        if row.locked_changed:
            why = f"แถวที่ {row.row} มีการแก้ช่องที่ล็อกไว้ จึงไม่รับส่วนนั้น รับเฉพาะช่องที่ให้กรอก"
            self._tell(Verdict.NOTED, sheet, unit, row, why=why)
        self._seen.append((kind, key.number, key.months))
        report = self._reports.setdefault(
            (kind, key.number, key.months), _Report(there, {field: [] for field in FIELDS})
        )
        own = _own(there, key.months)
        for field in FIELDS:
            cell = row.cells[field]
            try:
                text = _understood(field, cell)
            except ClerkError as refusal:
                why = str(refusal)
                self._tell(Verdict.REFUSED, sheet, unit, row, field, why=why)
                continue
            emptied = not text and hash_of("") != key.bases[field]
            if emptied and not own[field]:
                if reported(result_of(there.measure, there.step, key.months))[field]:
                    why = "ลบไม่ได้ เพราะรายงานไว้ที่มาตรการสำหรับทุกขั้นตอน"
                    self._tell(Verdict.NOTED, sheet, unit, row, field, why=why)
                continue
            said = Said(unit, text, key.bases[field])
            report.said[field].append(From(said, sheet.name, row.sheet, cell.address))

    def _merged(self, place: Place, report: _Report, ours: str) -> PlanLine | None:
        row = report.row
        return merged_line(
            place,
            About(step_name(row.topic, row.measure, row.step), FIELD_WORDS[place.field]),
            ours,
            report.said[place.field],
            partial(value_of, place.field),
            joins=place.field in _JOINS,
        )

    def _rows_of(self, year: int) -> Mapping[tuple[Kind, int], UnitRow]:
        if year not in self._rows:
            tracker = load_tracker(self._file, year)
            self._closed[year] = tracker.closed
            self._rows[year] = {
                (Kind.MEASURE, row.measure.id)
                if row.step is None
                else (Kind.STEP, row.step.id): row
                for row in rows_of(tracker)
            }
        return self._rows[year]

    def _tell(
        self,
        verdict: Verdict,
        sheet: ReadSheet,
        unit: str,
        row: ReadRow | None = None,
        field: str = "",
        *,
        why: str,
    ) -> None:
        words = FIELD_WORDS.get(field, "")
        self._lines.append(told_line(verdict, sheet, unit, why, row, field, words))


def _own(row: UnitRow, months: Round) -> dict[str, str]:
    """Return what a row says itself, without what it takes from its measure."""
    results = row.measure.results if row.step is None else row.step.results
    return reported(results.get(months, StepResult()))


def _understood(field: str, cell: ReadCell) -> str:
    """Return what a cell says, spelled as the file keeps it. Raises ClerkError."""
    if cell.bad:
        raise ClerkError("เป็นสูตรที่ไม่มีผลลัพธ์ กรุณาพิมพ์เป็นข้อความหรือตัวเลข")
    if field == "state":
        state = parse_state(cell.text)
        return "" if state is State.UNTOLD else state.words
    if field == "percent":
        percent = parse_percent(cell.text)
        return "" if percent is None else str(percent)
    return clean_field(cell.text)
