"""Work sheets that came back, held against the data file: what is new, disputed or refused.

The plan is values only. Of every cell three things are known: what it said when the sheet went out
(a hash in the row's key), what the unit says now, and what the file says now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.unit_sheet import reported
from ita_desktop.domain.measure_entry import clean_field, parse_percent, parse_state
from ita_desktop.domain.measure_names import step_name
from ita_desktop.domain.measures import Round, State, StepResult, result_of
from ita_desktop.domain.three_ways import Merged, Option, Said, merge
from ita_desktop.domain.unit_row_key import FIELDS, hash_of
from ita_desktop.domain.unit_work import UnitRow, rows_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.rows.deeds import FIELD_WORDS, fiscal_year_of_row, value_of
from ita_desktop.workflows.units.plan import Place, PlanLine, UnitPlan, Verdict
from ita_desktop.workflows.units.reading import ReadCell, ReadRow, ReadSheet
from ita_desktop.workflows.units.sheets import file_mark_of

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
        planning.look_at(sheet, _label(sheet, sheets, named))
    lines, unchanged = planning.finish()
    return UnitPlan(
        sheets=tuple(sheets),
        fiscal_year=fiscal_year,
        months=months,
        lines=lines,
        unchanged=unchanged,
    )


def _label(sheet: ReadSheet, sheets: Iterable[ReadSheet], named: Mapping[str, str]) -> str:
    """Return the unit's name as the office has it; of several files of one unit, with the file's.

    The sheet prints it in the paper's digits.
    """
    unit = named.get(fold(sheet.unit), sheet.unit)
    alike = [other for other in sheets if fold(other.unit) == fold(sheet.unit) and not other.why]
    return f"{unit} ({sheet.path.stem})" if len(alike) > 1 else unit


@dataclass(frozen=True, slots=True)
class _From:
    """What was said, and where it stands."""

    said: Said
    file: str
    sheet: str
    address: str


@dataclass(frozen=True, slots=True)
class _Report:
    """A row of the data file, and what was said of each of its fields."""

    row: UnitRow
    said: dict[str, list[_From]]


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
        order = [Verdict.REFUSED, Verdict.CONFLICT, Verdict.NOTED, Verdict.NEW]
        lines = sorted((*self._lines, *conflicts, *news), key=lambda one: order.index(one.verdict))
        return tuple(lines), sum(key not in busy for key in self._seen)

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
            report.said[field].append(_From(said, sheet.name, row.sheet, cell.address))

    def _merged(self, place: Place, report: _Report, ours: str) -> PlanLine | None:
        said = report.said[place.field]
        joins = place.field in _JOINS
        merged = merge(ours, [one.said for one in said], hash_of, joins=joins)
        changed = [one for one in said if one.said in merged.changed]
        if not changed:
            return None
        files = dict.fromkeys(one.file for one in changed)
        units = dict.fromkeys(one.who for one in merged.changed)
        row = report.row
        return PlanLine(
            verdict=Verdict.CONFLICT if merged.options else Verdict.NEW,
            file=", ".join(files),
            unit=", ".join(units),
            row=step_name(row.topic, row.measure, row.step),
            field=FIELD_WORDS[place.field],
            before=ours,
            after="\n".join(dict.fromkeys(one.text for one in merged.changed)),
            why=_why(merged),
            sheet=changed[0].sheet,
            address=changed[0].address,
            place=place,
            options=_takable(place.field, merged.options),
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
        cell = row.cells.get(field) if row is not None else None
        self._lines.append(
            PlanLine(
                verdict=verdict,
                file=sheet.name,
                unit=unit,
                row="" if row is None else row.name,
                field=FIELD_WORDS.get(field, ""),
                after="" if cell is None else cell.text,
                why=why,
                sheet="" if row is None else row.sheet,
                address="" if cell is None else cell.address,
            )
        )


def _why(merged: Merged) -> str:
    if not merged.options:
        return ""
    texts = {one.text for one in merged.changed}
    return "หน่วยงานรายงานไม่ตรงกัน" if len(texts) > 1 else "แก้ไขทั้งสองฝ่ายหลังจากส่งแบบรายงานไป"


def _takable(field: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the options whose text a field can keep: two long ones together may be too long."""

    def fits(option: Option) -> bool:
        try:
            value_of(field, option.text)
        except ClerkError:
            return False
        return True

    return tuple(filter(fits, options))


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
