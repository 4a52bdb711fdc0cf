"""Sheets of OIT items: read, and held against what the papers print of them.

A row with our key is compared cell by cell with what stands there now, so that what was not touched
changes nothing, and an empty cell takes its text away. A row without one is an item by its code;
there an empty cell says nothing, and only marked contents say whether they are there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.oit_cells import contents_cell
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import (
    DisclosureItem,
    PublishState,
    asked_contents,
)
from ita_desktop.domain.disclosure_entry import FIELD_WORDS, disclosure_value
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.oit_row_key import read_oit_key
from ita_desktop.domain.ticked_contents import LACKING, THERE, Ticked, ticked_contents
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, one_line, quoted
from ita_desktop.workflows.criteria.in_force import criteria_of, criteria_years, known_criteria
from ita_desktop.workflows.disclosure.changes import CONTENTS, OitChange
from ita_desktop.workflows.disclosure.continued_rows import whole_rows
from ita_desktop.workflows.disclosure.foreign_cells import SAYS_NOTHING, foreign_text, odd_in
from ita_desktop.workflows.disclosure.named_rows import NamedRow, RowNaming, finding_of
from ita_desktop.workflows.disclosure.said_cells import (
    FIELDS,
    WANTED,
    SaidCell,
    as_kept,
    said_cell,
    said_now,
    says_same,
)
from ita_desktop.workflows.disclosure.titles import title_trouble
from ita_desktop.workflows.disclosure.units_in_cells import known_units, plain_text
from ita_desktop.workflows.import_outcome import SheetOutcome
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.rows.told_twice import told_twice
from ita_desktop.xlsx.tables import FoundTable

_OF_CRITERIA: Final = "ข้อความขององค์ประกอบแก้ไขได้ที่เกณฑ์ประเมิน แผ่นงานจึงไม่เปลี่ยนให้"
_UNMARKED: Final = "ไม่มีเครื่องหมายหน้าองค์ประกอบ จึงคงไว้ตามเดิม"
_MARKS: Final = f"{THERE} เมื่อมีแล้ว หรือ {LACKING} เมื่อยังไม่มี หน้าองค์ประกอบแต่ละบรรทัด"
_UNREAD: Final = "ไม่ได้อ่านคอลัมน์นี้ เพราะหัวคอลัมน์ไม่ตรงกับที่รู้จัก"
_SCORES: Final = (
    "คะแนนในตาราง OIT ไม่ได้นำเข้า หากต้องการคะแนน กรุณาคัดลอกคอลัมน์ “ข้อ” กับ “คะแนน” ไปไว้อีกแผ่นงานหนึ่ง"
)
_SCORE_HEAD: Final = fold("คะแนน")
_TICKS: Final = "องค์ประกอบที่มีแล้ว"


@dataclass(frozen=True, slots=True)
class OitImport:
    """What sheets of OIT items change, and what each brings."""

    changes: tuple[OitChange, ...] = ()
    sheets: tuple[SheetOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()


def year_of_keys(tables: Sequence[FoundTable], file_mark: str) -> int | None:
    """Return the fiscal year that rows of this file's own sheets name; None where none does."""
    years = {
        key.fiscal_year
        for table in tables
        for row in table.rows
        if (key := read_oit_key(row.key)) is not None and key.file_mark == file_mark
    }
    return years.pop() if len(years) == 1 else None


def plan_oit_import(file: DataFile, tables: Sequence[FoundTable], fiscal_year: int) -> OitImport:
    """Return what tables of OIT items would change; nothing is written.

    Rows of this file's own sheets are of the year their key names, others of ``fiscal_year``.
    Raises ClerkError where that has no criteria, or the file has no office yet.
    """
    criteria_of(file, fiscal_year)
    cells = (said_cell(row, "units").text for table in tables for row in table.rows)
    reading = _Reading(
        naming=RowNaming(
            fiscal_year=fiscal_year,
            mark=file_mark_of(file),
            criteria=known_criteria(file),
            disclosure=cache(partial(load_disclosure, file)),
        ),
        years=criteria_years(file),
        units=known_units(office_of(file).units, cells),
    )
    sheets: list[SheetOutcome] = []
    for place, table in enumerate(tables):
        if (twice := told_twice(table, tables[:place])) is not None:
            reading.findings.append(twice)
            sheets.append(SheetOutcome(table.sheet, table.kind))
            continue
        sheets.append(reading.table(table))
    return OitImport(tuple(reading.changes), tuple(sheets), tuple(reading.findings))


@dataclass(frozen=True, slots=True)
class _Said:
    """A field, what stands there and what is to stand there."""

    field: str
    was: str
    text: str


@dataclass(slots=True, kw_only=True)
class _Reading:
    naming: RowNaming
    years: tuple[int, ...]
    units: Mapping[str, str]
    changes: list[OitChange] = field(default_factory=list[OitChange])
    findings: list[Finding] = field(default_factory=list[Finding])
    said: dict[tuple[int, str, str], tuple[str, str]] = field(
        default_factory=dict[tuple[int, str, str], tuple[str, str]]
    )
    """What was said of a field of an item so far, and where."""

    def table(self, table: FoundTable) -> SheetOutcome:
        """Take down what a table changes."""
        read: set[tuple[int, str]] = set()
        new: set[tuple[int, str]] = set()
        changed: set[tuple[int, str]] = set()
        for row in whole_rows(table.rows):
            named = self.naming.named(table.sheet, row)
            if isinstance(named, Finding):
                self.findings.append(named)
            if not isinstance(named, NamedRow):
                continue
            one = (named.year, named.item.code)
            read.add(one)
            before = len(self.changes)
            self._row(named)
            if len(self.changes) > before:
                there = named.item.code in self.naming.disclosure(named.year).items
                (changed if there else new).add(one)
        for address, head in table.unread:
            why = _SCORES if fold(head) == _SCORE_HEAD else _UNREAD
            self._tell(Severity.WARNING, table.sheet, SaidCell(head, address), why)
        unchanged = len(read - changed - new)
        return SheetOutcome(table.sheet, table.kind, len(new), len(changed - new), unchanged)

    def _row(self, one: NamedRow) -> None:
        title = said_cell(one.row, "title")
        words = one_line(plain_text(title.text))
        criteria = self.naming.criteria
        if why := title_trouble(one.item.code, words, one.year, self.years, criteria):
            self._tell(Severity.WARNING, one.sheet, SaidCell(words, title.address), why)
        for name in FIELDS:
            self._field(one, name)
        contents = said_cell(one.row, "contents")
        if contents.there:
            self._contents(one, contents)

    def _field(self, one: NamedRow, name: str) -> None:
        cell = said_cell(one.row, name)
        text, now = cell.text, said_now(one.known, name)
        if not cell.there or (not one.keyed and text in SAYS_NOTHING):
            return
        if one.keyed and says_same(text, now):
            text = now
        elif not one.keyed:
            text = foreign_text(name, text, self.units)
            if odd := odd_in(name, text, one.year):
                found = SaidCell(odd.found, cell.address)
                self._tell(odd.severity, one.sheet, found, odd.problem, wanted=odd.wanted)
                if odd.severity is Severity.ERROR:
                    return
        text = as_kept(text, now)
        try:
            value, was = disclosure_value(name, text), disclosure_value(name, now)
        except ClerkError:
            self._tell(Severity.ERROR, one.sheet, cell, wanted=WANTED[name])
            return
        if self._said_before(one, cell, name, value) or value == was:
            return
        shown = PublishState(value).words if name == "state" else text
        self._change(one, cell, _Said(name, now, shown))

    def _contents(self, one: NamedRow, cell: SaidCell) -> None:
        """Take down the ticks of a cell; other words in it are those of the criteria."""
        item, known = one.item, one.known
        printed = (contents_cell(item), contents_cell(item, known))
        if one.keyed and any(says_same(cell.text, words) for words in printed):
            return
        ticked = ticked_contents(item, cell.text if one.keyed else plain_text(cell.text))
        there, gone = ticked.there - known.contents, ticked.lacking & known.contents
        value = "\n".join(sorted((*ticked.there, "", *ticked.lacking)))
        if (there or gone) and not self._said_before(one, cell, CONTENTS, value):
            was, text = _ticks_in_words(item, known, ticked)
            self._change(one, cell, _Said(CONTENTS, was, text), there, gone)
        for line in ticked.strange:
            why = f"ไม่ใช่องค์ประกอบของข้อ {item.code} จึงไม่ได้อ่านบรรทัดนี้"
            self._tell(Severity.WARNING, one.sheet, SaidCell(line, cell.address), why)
        if one.keyed and ticked.unmarked and (ticked.there or ticked.lacking):
            first = next(c.words for c in asked_contents(item) if c.text in ticked.unmarked)
            cell = SaidCell(first, cell.address)
            self._tell(Severity.WARNING, one.sheet, cell, _UNMARKED, wanted=_MARKS)
        elif one.keyed and not (there or gone or ticked.strange):
            cell = SaidCell("", cell.address)
            self._tell(Severity.WARNING, one.sheet, cell, _OF_CRITERIA)

    def _said_before(self, one: NamedRow, cell: SaidCell, name: str, value: str) -> bool:
        """Say whether a row above says this field already; where it says otherwise it is told."""
        key = (one.year, one.item.code, name)
        if key not in self.said:
            self.said[key] = (value, f"แผ่นงาน {quoted(one.sheet)} เซลล์ {cell.address}")
            return False
        before, where = self.said[key]
        if before != value:
            problem = f"ข้อ {one.item.code} กรอกไว้ใน{where} แล้ว และไม่ตรงกัน"
            wanted = "ข้อหนึ่งมีแถวเดียวในไฟล์ กรุณาลบแถวที่ไม่ใช้"
            self._tell(Severity.ERROR, one.sheet, cell, problem, wanted=wanted)
        return True

    def _change(
        self,
        one: NamedRow,
        cell: SaidCell,
        said: _Said,
        ticked: frozenset[str] = frozenset(),
        unticked: frozenset[str] = frozenset(),
    ) -> None:
        words = FIELD_WORDS.get(said.field, _TICKS)
        self.changes.append(
            OitChange(
                fiscal_year=one.year,
                code=one.item.code,
                field=said.field,
                was=said.was,
                text=said.text,
                place=f"ข้อ {one.item.code} ปี {one.year} {words}",
                sheet=one.sheet,
                address=cell.address,
                ticked=_in_order(one.item, ticked),
                unticked=_in_order(one.item, unticked),
            )
        )

    def _tell(
        self, severity: Severity, sheet: str, cell: SaidCell, problem: str = "", *, wanted: str = ""
    ) -> None:
        self.findings.append(finding_of(severity, sheet, cell, problem, wanted=wanted))


def _in_order(item: Item, texts: frozenset[str]) -> tuple[str, ...]:
    return tuple(one.text for one in asked_contents(item) if one.text in texts)


def _ticks_in_words(item: Item, known: DisclosureItem, ticked: Ticked) -> tuple[str, str]:
    """Return the contents that change, a line each with its mark, before and after."""
    changed = (ticked.there - known.contents) | (ticked.lacking & known.contents)
    ones = [one for one in asked_contents(item) if one.text in changed]

    def lines(there: frozenset[str]) -> Iterator[str]:
        return (f"{THERE if one.text in there else LACKING} {one.words}" for one in ones)

    return "\n".join(lines(known.contents)), "\n".join(lines(ticked.there))
