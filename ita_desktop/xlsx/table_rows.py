"""Rows of a found table: merges resolved, cut rows joined again, "the same" filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.xlsx.cell_trouble import cell_trouble
from ita_desktop.xlsx.grid import Kind, Sheet, Value, address_of, text_of
from ita_desktop.xlsx.headers import Header
from ita_desktop.xlsx.keys import split_key


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """A row of the sheet that belongs to the table: its key as written, and its group."""

    row: int
    key: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCell:
    """A value and the address where it stands.

    ``same``: the value stands in a cell above, by a merge or because an empty cell means the same.
    ``kind`` is ``ERROR`` or ``UNCALCULATED`` where there is no value though the cell is not empty.
    ``link``: the page that a click on it opens.
    """

    value: Value
    address: str
    kind: Kind = Kind.EMPTY
    same: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A row: its key ("" for a new one), its cells by field, its number on the sheet.

    ``group`` is the line above it that goes over the whole table, "" where there is none.
    """

    key: str
    row: int
    cells: Mapping[str, FoundCell]
    group: str = ""


@dataclass(slots=True, kw_only=True)
class _Base:
    place: RowPlace
    key: str
    parts: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Number and sheet row of each continuation."""


def found_rows(
    sheet: Sheet, header: Header, places: Sequence[RowPlace]
) -> tuple[tuple[FoundRow, ...], tuple[Finding, ...]]:
    """Return the table's rows and what is wrong with its cells.

    In a row that has a key only merges mean "the same": the program wrote it, and what is empty
    there is empty. In a row without one, an empty cell in a merged column means the cell above.
    """
    findings: list[Finding] = []
    bases = _bases(sheet, header, places, findings)
    reading = _Reading(sheet, header, findings)
    keys: set[str] = set()
    rows: list[FoundRow] = []
    for base in bases:
        above = rows[-1] if rows and rows[-1].group == base.place.group else None
        key = base.key
        if key and key in keys:
            findings.append(_copied(sheet, header, base.place.row))
            key = ""
        keys.add(key)
        row = FoundRow(
            key=key,
            row=base.place.row,
            cells=reading.cells(base, above),
            group=base.place.group,
        )
        rows.append(row)
        reading.remember(row, base)
    return tuple(rows), tuple(findings)


def _bases(
    sheet: Sheet, header: Header, places: Sequence[RowPlace], findings: list[Finding]
) -> list[_Base]:
    """Return the rows that begin something, each with the continuations that belong to it."""
    bases: list[_Base] = []
    orphans: list[tuple[str, int, RowPlace]] = []
    latest: dict[str, _Base] = {}
    for place in places:
        key, part = split_key(place.key)
        if part == 1:
            base = _Base(place=place, key=key)
            bases.append(base)
            latest[key] = base
        elif key in latest and (key or latest[key] is bases[-1]):
            latest[key].parts.append((part, place.row))
        else:
            orphans.append((key, part, place))
    for key, part, place in orphans:  # a sorted sheet may have the continuation first
        base = latest.get(key) if key else None
        if base is None:
            findings.append(_orphan(sheet, header, place.row))
        else:
            base.parts.append((part, place.row))
    _give_back(bases)
    return bases


def _give_back(bases: Sequence[_Base]) -> None:
    """Give the first of rows with the same key the continuations that a copy between took."""
    first: dict[str, _Base] = {}
    for base in bases:
        original = first.setdefault(base.key, base)
        if base.key and base is not original and len(base.parts) > len(original.parts):
            base.parts, original.parts = original.parts, base.parts


class _Reading:
    """Reads row after row; what was read above is at hand for the merges that reach down."""

    def __init__(self, sheet: Sheet, header: Header, findings: list[Finding]) -> None:
        self._sheet = sheet
        self._header = header
        self._findings = findings
        self._read: dict[int, FoundRow] = {}
        """The rows read so far by each of their rows on the sheet."""

    def remember(self, row: FoundRow, base: _Base) -> None:
        self._read[row.row] = row
        self._read.update((part, row) for _, part in base.parts)

    def cells(self, base: _Base, above: FoundRow | None) -> dict[str, FoundCell]:
        same = frozenset[str]() if base.key else self._header.form.merged
        found: dict[str, FoundCell] = {}
        for name, column in self._header.columns.items():
            cell = self._cell(base, name, column)
            if above and name in same and cell.kind is Kind.EMPTY and not cell.same:
                cell = replace(above.cells[name], same=True)
            found[name] = cell
        return found

    def _cell(self, base: _Base, name: str, column: int) -> FoundCell:
        """Return the cell as it looks: pieces joined, a text merged downwards in all its rows."""
        cell = self._sheet.at(base.place.row, column)
        if cell.origin is not None:
            top, left = cell.origin
            row = self._read.get(top)
            if row is None or left != column or top == base.place.row:
                return FoundCell(value=None, address=cell.address, same=True)
            return replace(row.cells[name], same=True)
        if cell.kind is Kind.ERROR or cell.kind is Kind.UNCALCULATED:
            self._findings.append(cell_trouble(self._sheet, cell, Severity.ERROR))
        value, kind = cell.value, cell.kind
        pieces = [text_of(self._sheet.at(row, column).value) for _, row in sorted(base.parts)]
        if any(pieces):
            value, kind = text_of(value) + "".join(pieces), Kind.TEXT
        if isinstance(value, str) and not value.strip():
            value, kind = None, Kind.EMPTY
        return FoundCell(value=value, address=cell.address, kind=kind, link=cell.link)


def _copied(sheet: Sheet, header: Header, row: int) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        sheet=sheet.name,
        address=_first(header, row),
        problem="เป็นแถวที่คัดลอกจากแถวอื่น จึงนับเป็นแถวใหม่",
    )


def _orphan(sheet: Sheet, header: Header, row: int) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        sheet=sheet.name,
        address=_first(header, row),
        problem="เป็นแถวต่อของแถวที่ถูกลบไปแล้ว",
        wanted="แถวที่มีแถวแรกอยู่ด้วย กรุณาลบแถวนี้ทั้งแถว หรือนำแถวแรกกลับมา",
    )


def _first(header: Header, row: int) -> str:
    return address_of((row, min(header.columns.values())))
