"""Units' sheets of OIT items, held against the data file: what is new, disputed or refused.

The plan is values only, as that of the sheets of measures. An item that many units publish is told
by each of them: addresses of several can be put under each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.oit_cells import day_words
from ita_desktop.documents.oit_unit_sheet import IS_THERE, NOT_THERE, said_of
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import Content, Disclosure, asked_contents, lines_of
from ita_desktop.domain.disclosure_entry import FIELD_WORDS, disclosure_value, parse_publish_state
from ita_desktop.domain.oit_unit_key import THERE
from ita_desktop.domain.three_ways import JOIN, Option, Said
from ita_desktop.domain.unit_row_key import hash_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, one_line, quoted
from ita_desktop.workflows.criteria.in_force import known_criteria
from ita_desktop.workflows.disclosure.unit_reading import OitRow, OitSheet
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.units.merged_lines import About, From, label, merged_line, told_line
from ita_desktop.workflows.units.plan import PlanLineOf, Verdict, in_order, of_verdict
from ita_desktop.workflows.units.sheet_files import ReadCell

_WORDS: Final = {**FIELD_WORDS, THERE: "มีในหน้าเว็บไซต์"}
_YES: Final = frozenset(map(fold, (IS_THERE, "มี", "✓", "✔", "√", "☑", "/", "x", "[/]", "ใช่")))
_NO: Final = frozenset(map(fold, ("", NOT_THERE, "ไม่มี", "-", "–", "☐", "[ ]", "ไม่ใช่")))
_NOT_FIRST: Final = "ไม่ได้อยู่ในแถวแรกของข้อ จึงไม่รับ กรุณาย้ายข้อความไปไว้ที่แถวแรกของข้อ"


@dataclass(frozen=True, slots=True)
class OitPlace:
    """A field of an item, or for ``THERE`` one of its contents, by ``Content.text``."""

    fiscal_year: int
    code: str
    field: str
    content: str = ""


OitLine = PlanLineOf[OitPlace]


@dataclass(frozen=True, slots=True, kw_only=True)
class OitUnitPlan:
    """What taking the sheets back would do. ``unchanged``: rows that bring nothing new."""

    sheets: tuple[OitSheet, ...]
    fiscal_year: int | None
    lines: tuple[OitLine, ...]
    unchanged: int

    def of(self, verdict: Verdict) -> tuple[OitLine, ...]:
        """Return the lines of a verdict, in order."""
        return of_verdict(self.lines, verdict)


def plan_oit_sheets(
    file: DataFile, sheets: Sequence[OitSheet], fiscal_year: int | None = None
) -> OitUnitPlan:
    """Return what the sheets would change; nothing is written.

    With ``fiscal_year`` sheets of another year are refused. Raises ClerkError or MachineError only
    where the data file cannot be read.
    """
    planning = _Planning(file, fiscal_year)
    named = {fold(unit): unit for unit in office_of(file).units}
    for sheet in sheets:
        planning.look_at(sheet, label(sheet, sheets, named))
    lines, unchanged = planning.finish()
    return OitUnitPlan(
        sheets=tuple(sheets), fiscal_year=fiscal_year, lines=lines, unchanged=unchanged
    )


class _Planning:
    """Goes through the sheets one by one; what they say of one place is put together."""

    def __init__(self, file: DataFile, fiscal_year: int | None) -> None:
        self._file = file
        self._fiscal_year = fiscal_year
        self._mark = file_mark_of(file)
        self._criteria = known_criteria(file)
        self._known: dict[int, Disclosure] = {}
        self._said: dict[OitPlace, list[From]] = {}
        self._names: dict[OitPlace, About] = {}
        self._seen: list[frozenset[OitPlace]] = []
        self._lines: list[OitLine] = []

    def look_at(self, sheet: OitSheet, unit: str) -> None:
        """Take in what a sheet says."""
        if sheet.why:
            self._tell(Verdict.REFUSED, sheet, unit, sheet.why)
            return
        refused = [(row, self._refusal(row)) for row in sheet.rows]
        reasons = {why for _, why in refused}
        if len(reasons) == 1 and (why := reasons.pop()):
            self._tell(Verdict.REFUSED, sheet, unit, f"{sheet.name} {why}")
            return
        for row, why in refused:
            if why:
                self._tell(Verdict.REFUSED, sheet, unit, f"แถวที่ {row.row} {why}", row)
            else:
                self._take_in(sheet, unit, row)
        for address in sheet.strangers:
            why = f"แถวของเซลล์ {address} ไม่ใช่แถวที่ส่งไป จึงไม่รับแถวนั้น"
            self._tell(Verdict.NOTED, sheet, unit, why)

    def finish(self) -> tuple[tuple[OitLine, ...], int]:
        """Return all lines, and how many rows bring nothing new."""
        found: dict[OitPlace, OitLine] = {}
        for place, said in self._said.items():
            ours = said_of(self._disclosure(place.fiscal_year).of(place.code), *_cell_of(place))
            line = merged_line(
                place,
                self._names[place],
                ours,
                said,
                partial(_takes, place.field),
                joins=place.field == "note",
            )
            if line is not None:
                joined = place.field == "addresses" and line.options
                found[place] = _with_all_lines(line) if joined else line
        unchanged = sum(not places & found.keys() for places in self._seen)
        return in_order((*self._lines, *found.values())), unchanged

    def _refusal(self, row: OitRow) -> str:
        """Return why nothing of a row can be taken, or ""."""
        key = row.key
        if key.file_mark != self._mark:
            return "ทำจากไฟล์ข้อมูลอื่น กรุณาเปิดไฟล์ข้อมูลที่ทำแบบรายงานนี้แล้วรับใหม่"
        if self._fiscal_year is not None and key.fiscal_year != self._fiscal_year:
            return f"เป็นของปีงบประมาณ {key.fiscal_year} กรุณาเลือกปีนั้นก่อนรับ"
        if self._item(row) is None:
            return f"เป็นของข้อที่เกณฑ์ปี {key.fiscal_year} ไม่มีแล้ว จึงไม่มีที่ให้ลงผล"
        return ""

    def _item(self, row: OitRow) -> Item | None:
        criteria = self._criteria(row.key.fiscal_year)
        return None if criteria is None else criteria.item_by_code.get(row.key.code)

    def _take_in(self, sheet: OitSheet, unit: str, row: OitRow) -> None:
        item = self._item(row)
        if item is None:
            return
        if row.locked_changed:
            why = f"แถวที่ {row.row} มีการแก้ช่องที่ล็อกไว้ จึงไม่รับส่วนนั้น รับเฉพาะช่องที่ให้กรอก"
            self._tell(Verdict.NOTED, sheet, unit, why, row)
        asked = {hash_of(one.text): one for one in asked_contents(item)}
        places: set[OitPlace] = set()
        for field, cell in row.cells.items():
            if field not in row.key.bases:
                self._tell(Verdict.NOTED, sheet, unit, _NOT_FIRST, row, field)
                continue
            content = asked.get(row.key.content) if field == THERE else None
            if field == THERE and content is None:
                why = "องค์ประกอบนี้ไม่อยู่ในเกณฑ์ที่ใช้แล้ว กรุณาทำแบบรายงานใหม่ให้หน่วยงาน"
                self._tell(Verdict.REFUSED, sheet, unit, why, row, field)
                continue
            try:
                text = _understood(field, cell)
            except ClerkError as refusal:
                self._tell(Verdict.REFUSED, sheet, unit, str(refusal), row, field)
                continue
            place = self._place(row, item, field, content)
            places.add(place)
            said = Said(unit, text, row.key.bases[field])
            one = From(said, sheet.name, row.sheet, cell.address)
            self._said.setdefault(place, []).append(one)
        self._seen.append(frozenset(places))

    def _place(self, row: OitRow, item: Item, field: str, content: Content | None) -> OitPlace:
        text = "" if content is None else content.text
        place = OitPlace(row.key.fiscal_year, item.code, field, text)
        words = _WORDS[field]
        if content is not None:
            words = f"{words}: {one_line(content.words)}"
        self._names[place] = About(one_line(f"{item.code} {item.text}"), words)
        return place

    def _disclosure(self, year: int) -> Disclosure:
        if year not in self._known:
            self._known[year] = load_disclosure(self._file, year)
        return self._known[year]

    def _tell(
        self,
        verdict: Verdict,
        sheet: OitSheet,
        unit: str,
        why: str,
        row: OitRow | None = None,
        field: str = "",
    ) -> None:
        words = _WORDS.get(field, "")
        self._lines.append(told_line(verdict, sheet, unit, why, row, field, words))


def _cell_of(place: OitPlace) -> tuple[str, str]:
    return place.field, place.content


def _understood(field: str, cell: ReadCell) -> str:
    """Return what a cell says, as the sheet would print it. Raises ClerkError."""
    if cell.bad:
        raise ClerkError("เป็นสูตรที่ไม่มีผลลัพธ์ กรุณาพิมพ์เป็นข้อความ")
    if field == THERE:
        return _there(cell.text)
    if field == "state":
        return parse_publish_state(cell.text).words
    value = disclosure_value(field, cell.text)
    if field == "checked":
        return day_words(date.fromisoformat(value)) if value else ""
    return value


def _there(text: str) -> str:
    if fold(text) in _YES:
        return IS_THERE
    if fold(text) in _NO:
        return ""
    raise ClerkError(f"ไม่เข้าใจ {quoted(text)} กรุณาใช้คำว่า {IS_THERE} หรือ {NOT_THERE}")


def _takes(field: str, text: str) -> None:
    """Raise ClerkError for a text that a field cannot keep."""
    if field != THERE:
        disclosure_value(field, text)


def _with_all_lines(line: OitLine) -> OitLine:
    """Return a conflict of addresses that can also be settled by all of them, each once."""
    texts: Mapping[str, None] = dict.fromkeys(
        one for option in (line.before, *(o.text for o in line.options)) for one in lines_of(option)
    )
    joined = "\n".join(texts)
    if joined in {option.text for option in line.options}:
        return line
    return replace(line, options=(*line.options, Option(JOIN, joined)))
