"""The calendar of a year's measures: rows to begin with, last year's rows, and pasted blocks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.scores import fiscal_years
from ita_desktop.db.trackers import load_calendar
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.domain.measures import CalendarRow
from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR
from ita_desktop.thai.text import fold
from ita_desktop.workflows.rows.deeds import Edit, value_of, write_edit

FIELDS: Final = ("stage", "period", "method")
"""The columns of the calendar, in order."""
HEADS: Final[Mapping[str, str]] = {
    "stage": "ขั้นตอน",
    "period": "ระยะเวลา",
    "method": "วิธีปฏิบัติ",
}
Row = tuple[str, str, str]
"""Stage, period and method; an empty stage is that of the row above."""

_YEAR: Final = re.compile(r"(?<![0-9๐-๙])(?<![0-9๐-๙] )[0-9๐-๙]{4}(?! ?[0-9๐-๙])")
"""Four figures by themselves; those of a telephone (0 2566 1234) are not a year."""
_MONTH: Final = "|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))
_SHORT_YEAR: Final = re.compile(rf"((?:{_MONTH})\s*(?:พ\.?\s?ศ\.?\s*)?)([0-9๐-๙]{{2}})(?![0-9๐-๙])")


def starting_rows(fiscal_year: int) -> tuple[Row, ...]:
    """Return rows to begin the calendar of a fiscal year with, in our own words."""
    before, year = fiscal_year - 1, fiscal_year
    return (
        (
            "เตรียมการ",
            f"ต.ค. {before} - พ.ย. {before}",
            f"แต่งตั้งคณะทำงาน วิเคราะห์ผลการประเมิน ITA ปี {before} และแจ้งผลให้ทุกส่วนราชการทราบ",
        ),
        (
            "",
            f"ธ.ค. {before}",
            "กำหนดประเด็น มาตรการ ขั้นตอน และผู้รับผิดชอบ เสนอผู้บริหารให้ความเห็นชอบ",
        ),
        (
            "ดำเนินการ",
            f"ม.ค. {year} - ส.ค. {year}",
            "ส่วนราชการที่รับผิดชอบดำเนินการตามขั้นตอนของแต่ละมาตรการ และเก็บหลักฐานการดำเนินการ",
        ),
        (
            "การกำกับติดตาม",
            f"ม.ค. {year} - ก.ย. {year}",
            "ติดตามความก้าวหน้าในการประชุมหัวหน้าส่วนราชการทุกไตรมาส และแก้ไขปัญหาที่พบ",
        ),
        (
            "การรายงานผล",
            f"เม.ย. {year}",
            "สรุปผลการดำเนินการรอบ 6 เดือน เสนอผู้บริหารพร้อมปัญหาและข้อเสนอแนะ",
        ),
        ("", f"ก.ย. {year}", "สรุปผลการดำเนินการรอบ 12 เดือน เสนอผู้บริหาร"),
        (
            "การเผยแพร่",
            f"เม.ย. {year} และ ก.ย. {year}",
            "เผยแพร่มาตรการและรายงานผลบนเว็บไซต์และช่องทางประชาสัมพันธ์ของหน่วยงาน",
        ),
    )


def add_rows(file: DataFile, fiscal_year: int, rows: Sequence[Row], deed: str) -> None:
    """Add rows at the end of a year's calendar, as one deed. Raises ClerkError."""
    with file.deed(deed):
        write_rows(file, fiscal_year, rows)


def write_rows(file: DataFile, fiscal_year: int, rows: Sequence[Row]) -> None:
    """Add rows at the end of a year's calendar, inside a deed. Raises ClerkError."""
    for row in rows:
        _add(file, fiscal_year, row)


def rows_from(file: DataFile, from_year: int, to_year: int) -> tuple[Row, ...]:
    """Return the calendar of a year with its Buddhist years moved on to another's."""
    return tuple(
        (
            later(row.stage, to_year - from_year),
            later(row.period, to_year - from_year),
            later(row.method, to_year - from_year),
        )
        for row in load_calendar(file, from_year)
    )


def later(text: str, years: int) -> str:
    """Return a text with its years moved on: "ก.ย. ๒๕๖๕ – ม.ค. ๖๖" by one is "ก.ย. ๒๕๖๖ – ม.ค. ๖๗".

    Years of four digits from 2540 to 2643, and of two digits behind a month.
    """

    def moved(digits: str, most: int) -> str:
        year = int(to_arabic_digits(digits)) + years
        shown = f"{year % (most + 1):0{len(digits)}d}"
        return "".join(
            new if old.isascii() else chr(ord("๐") + int(new))
            for old, new in zip(digits, shown, strict=True)
        )

    def whole(found: re.Match[str]) -> str:
        known = FIRST_YEAR <= int(to_arabic_digits(found[0])) <= LAST_YEAR
        return moved(found[0], 9999) if known else found[0]

    return _SHORT_YEAR.sub(lambda found: found[1] + moved(found[2], 99), _YEAR.sub(whole, text))


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a copied block would change in a calendar.

    ``edits`` are cells that get another text, ``new`` rows that come after the last. ``beyond``:
    texts that have no column.
    """

    edits: tuple[tuple[CalendarRow, str, str], ...]
    new: tuple[Row, ...]
    beyond: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many values it would write."""
        return len(self.edits) + sum(sum(map(bool, row)) for row in self.new)


def place_cells(
    rows: Sequence[CalendarRow], first: int, field: str, cells: Sequence[Sequence[str]]
) -> Pasted:
    """Return where the cells of a block go from the row ``first`` and a field on.

    A first row of heads (ขั้นตอน, ระยะเวลา, วิธีปฏิบัติ) says which column is which and is no row.
    """
    names = {fold(head): name for name, head in HEADS.items()}
    heads = [names.get(fold(cell)) for cell in cells[0]] if cells else []
    fields: list[str | None] = [*FIELDS[FIELDS.index(field) :]]
    body = cells
    if any(heads):
        fields, body = heads, cells[1:]
    edits: list[tuple[CalendarRow, str, str]] = []
    new: list[Row] = []
    beyond: list[str] = []
    for place, line in enumerate(body, start=first):
        texts = {name: text for name, text in zip(fields, line, strict=False) if name}
        placed = sum(name is not None for name in fields[: len(line)])
        beyond += [text for text in line[len(fields) :] if text]
        if place < len(rows):
            row = rows[place]
            edits += [
                (row, name, clean_field(text))
                for name, text in texts.items()
                if clean_field(text) != getattr(row, name)
            ]
        elif placed and any(texts.values()):
            new.append((texts.get("stage", ""), texts.get("period", ""), texts.get("method", "")))
    return Pasted(tuple(edits), tuple(new), tuple(beyond))


def take_pasted(file: DataFile, fiscal_year: int, pasted: Pasted) -> None:
    """Write what a block changes, as one deed. Raises ClerkError."""
    with file.deed(f"วางขั้นตอนของปี {pasted.count} ค่า"):
        for row, field, text in pasted.edits:
            edit = Edit(kind=Kind.CALENDAR, number=row.id, field=field, text=text)
            write_edit(file, edit, value_of(field, text))
        for row in pasted.new:
            _add(file, fiscal_year, row)


def _add(file: DataFile, fiscal_year: int, row: Row) -> None:
    values: dict[str, Value] = {}
    for field, text in zip(FIELDS, row, strict=True):
        values[field] = clean_field(text)
    table.add_row(file, Kind.CALENDAR, fiscal_year, values)


def years_with_calendar(file: DataFile, but: int) -> tuple[int, ...]:
    """Return the other fiscal years that have a calendar, newest first."""
    years = sorted(fiscal_years(file), reverse=True)
    return tuple(year for year in years if year != but and load_calendar(file, year))
