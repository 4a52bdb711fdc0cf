"""Finds the tables of a sheet by their header rows, wherever they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.xlsx.grid import Sheet, address_of, text_of
from ita_desktop.xlsx.headers import Header, find_header
from ita_desktop.xlsx.keys import KEY_HEAD
from ita_desktop.xlsx.table_forms import TableForm
from ita_desktop.xlsx.table_rows import FoundRow, RowPlace, found_rows
from ita_desktop.xlsx.unread_columns import UnreadColumn, unread_columns

_MOST_TITLE_LINES = 20
_NOTE = ("หมายเหตุ", "*")
_FEWEST_COUNTED = 4
"""Columns that are counted in a row; fewer figures one after the other may be data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table of a known form: its rows, and the lines above its header, nearest last.

    ``findings`` are errors about its own cells (#REF!, a formula without a result, a continuation
    row whose first row is gone), warnings about rows that were left out, and notes about what is
    hidden in Excel and was read. ``unread``: the columns beside that its form does not know.
    """

    kind: str
    sheet: str
    header_address: str
    titles: tuple[str, ...]
    rows: tuple[FoundRow, ...]
    findings: tuple[Finding, ...] = ()
    unread: tuple[UnreadColumn, ...] = ()


def find_tables(sheet: Sheet, forms: Sequence[TableForm]) -> tuple[FoundTable, ...]:
    """Return the tables of the known forms that stand on a sheet, from top to bottom.

    A table goes on under a repeated header and under a line that is merged over its whole width
    when rows follow (the line is then each row's ``group``); a blank row ends it otherwise.
    """
    found: list[FoundTable] = []
    row = free = 1
    while row <= sheet.last_row:
        header = find_header(sheet, row, forms)
        if header is None:
            row += 1
            continue
        body = _Body(sheet, header, forms)
        places = tuple(body.places())
        rows, findings = found_rows(sheet, header, places)
        hidden = _hidden(sheet, header, places)
        found.append(
            FoundTable(
                kind=header.form.kind,
                sheet=sheet.name,
                header_address=address_of((header.row, min(header.columns.values()))),
                titles=_lines(sheet, free, header.row - 1)[-_MOST_TITLE_LINES:],
                rows=rows,
                findings=(*findings, *body.findings, *hidden),
                unread=unread_columns(sheet, header, [place.row for place in places]),
            )
        )
        row = free = max(body.end, header.below)
    return tuple(found)


class _Body:
    """Walks down the rows under one header until the table ends."""

    def __init__(self, sheet: Sheet, header: Header, forms: Sequence[TableForm]) -> None:
        self.end = header.below
        """The first row that is no longer the table's."""
        self.findings: list[Finding] = []
        self._sheet = sheet
        self._header = header
        self._forms = forms
        self._columns = tuple(sorted(header.columns.values()))

    def places(self) -> Iterator[RowPlace]:
        group = ""
        row = self._header.below
        while row <= self._sheet.last_row:
            header = self._header_at(row)
            if header is not None:
                if not header.repeats(self._header):
                    break
                row = header.below
            elif self._counts_columns(row):
                row += 1
            elif self._key(row) or not (self._is_blank(row) or self._is_line(row)):
                if self._key(row) or self._filled(row) > 0:
                    yield RowPlace(row=row, key=self._key(row), group=group)
                row += 1
            else:
                resumed = self._resumed(row)
                if resumed is None:
                    break
                row, lines = resumed
                group = "\n".join(lines) or group
        self.end = row

    def _resumed(self, row: int) -> tuple[int, tuple[str, ...]] | None:
        """Return where the table goes on after blank rows and lines, and the lines; None: ended."""
        first = row
        blank = False
        while row <= self._sheet.last_row:
            header = self._header_at(row)
            if header is not None:
                if header.repeats(self._header):
                    return header.below, _lines(self._sheet, first, row - 1)
                return None
            if self._is_blank(row):
                blank = True
            elif not self._is_line(row) and not (blank and self._filled(row) == 1):
                break
            row += 1
        if row > self._sheet.last_row:
            return None
        if not blank:
            return row, _lines(self._sheet, first, row - 1)
        if self._filled(row) >= max(2, len(self._header.form.required) / 2):
            self.findings.append(
                Finding(
                    severity=Severity.WARNING,
                    sheet=self._sheet.name,
                    address=address_of((row, self._columns[0])),
                    problem="มีข้อมูลอยู่ใต้แถวว่าง จึงไม่ได้อ่าน",
                    wanted="ตารางที่ไม่มีแถวว่างคั่น กรุณาลบแถวว่าง หรือใส่หัวตารางซ้ำเหนือข้อมูลนั้น",
                )
            )
        return None

    def _header_at(self, row: int) -> Header | None:
        """Return the header that begins in a row; a row with a key is none, whatever it says."""
        if self._key(row) not in ("", KEY_HEAD):
            return None
        return find_header(self._sheet, row, self._forms)

    def _key(self, row: int) -> str:
        column = self._header.key_column
        return "" if column is None else text_of(self._sheet.at(row, column).value).strip()

    def _filled(self, row: int) -> int:
        return sum(not self._sheet.at(row, column).is_blank for column in self._columns)

    def _is_blank(self, row: int) -> bool:
        cells = [self._sheet.at(row, column) for column in self._columns]
        return all(cell.is_blank and self._sheet.origin(cell).is_blank for cell in cells)

    def _counts_columns(self, row: int) -> bool:
        """Say whether a row only numbers the columns, "(๑) (๒) (๓) (๔)", as offices do."""
        texts = [text_of(self._sheet.at(row, column).value) for column in self._columns]
        if self._key(row) or len(texts) < _FEWEST_COUNTED:
            return False
        plain = [to_arabic_digits(text).strip().strip("().") for text in texts]
        first = plain[0]
        if not first.isascii() or not first.isdecimal():
            return False
        return plain == [str(int(first) + place) for place in range(len(plain))]

    def _is_line(self, row: int) -> bool:
        """Say whether a row is a line over the whole width or a note, not a row of the table."""
        first, last = self._columns[0], self._columns[-1]
        if first == last:
            return False
        if any(
            merge.left <= first and merge.right >= last
            for merge in self._sheet.merges_from.get(row, ())
        ):
            return True
        text = text_of(self._sheet.at(row, first).value).lstrip()
        return self._filled(row) == 1 and text.startswith(_NOTE)


def _hidden(sheet: Sheet, header: Header, places: Sequence[RowPlace]) -> tuple[Finding, ...]:
    """Return the note that a table nobody sees, or rows of it, are read all the same."""
    rows = [place.row for place in places if place.row in sheet.hidden_rows]
    if sheet.hidden:
        row, problem = header.row, "อยู่ในแผ่นงานที่ซ่อนไว้ แต่อ่านด้วย"
    elif rows:
        row, problem = rows[0], f"เป็นแถวที่ซ่อนไว้ แต่อ่านด้วย แถวที่ซ่อนมี {len(rows)} แถว"
    else:
        return ()
    address = address_of((row, min(header.columns.values())))
    note = Finding(severity=Severity.NOTE, sheet=sheet.name, address=address, problem=problem)
    return (note,)


def _lines(sheet: Sheet, first: int, last: int) -> tuple[str, ...]:
    """Return the texts of rows, one line a row, blank rows left out."""
    found: list[str] = []
    for row in range(first, last + 1):
        texts = [
            text_of(sheet.at(row, column).value) for column in sheet.columns_by_row.get(row, ())
        ]
        line = " ".join(text for text in texts if text.strip())
        if line:
            found.append(line)
    return tuple(found)
