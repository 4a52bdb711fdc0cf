"""The lines above the tables of a criteria workbook: the year, how to fill in, the passing total.

The fiscal year and the total that passes are read back from there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, quoted
from ita_desktop.workflows.criteria.values import STATUS_WORDS
from ita_desktop.xlsx.grid import Sheet, address_of, text_of
from ita_desktop.xlsx.tables import FoundTable

T = TypeVar("T")

TITLE = "เกณฑ์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
_PASSING = "คะแนนรวมที่ถือว่าผ่าน"
_NONE = "ไม่กำหนด"
_ROWS = "แก้ไขได้ทุกช่อง เพิ่มแถวใหม่ได้โดยไม่เว้นแถวว่าง ลบข้อใดให้ลบทั้งแถว และไม่เปลี่ยนชื่อหัวตาราง"
_LISTS = (
    "ช่องที่มีหลายรายการ ให้ขึ้นบรรทัดใหม่ด้วย Alt+Enter และใส่เลขนำหน้าทุกรายการ เช่น 1. "
    "ส่วนรายการย่อยขององค์ประกอบใช้ (1)"
)
_STATUSES = (
    f"สถานะที่ใช้ได้: {' / '.join(STATUS_WORDS.values())} (ว่างไว้คือยังไม่ตรวจ) "
    "เมื่อตรวจกับคู่มือแล้วให้เปลี่ยนเป็น หน่วยงานตรวจแล้ว"
)
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4})(?![0-9])")
_PASSING_FIGURE = re.compile(rf"{_PASSING}\s*:?\s*(.*)")
_LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines above the tables say, and the sheet and cell of each."""

    fiscal_year: int
    fiscal_year_at: str
    pass_line: str | None
    """As it was typed; None where the year has no such line."""
    pass_line_at: str


def year_line(fiscal_year: int) -> str:
    """Return the line that names the fiscal year; it stands above every table."""
    return f"ประจำปีงบประมาณ พ.ศ. {fiscal_year}"


def guide_lines(part: str, pass_line: str | None) -> tuple[str, ...]:
    """Return the lines above one table: how to fill it in, and what is told there."""
    lists = (_LISTS,) if part == "items" else ()
    passing = (f"{_PASSING}: {pass_line or _NONE}",) if part == _LEVELS else ()
    return (_ROWS, *lists, _STATUSES, *passing)


def read_titles(name: str, tables: Iterable[tuple[Sheet, FoundTable]]) -> Told:
    """Return what stands above the tables of the workbook of that file name.

    Raises ClerkError where a line is missing, or two tables tell different years.
    """
    years: dict[int, str] = {}
    passing: dict[str, str] = {}
    for sheet, table in tables:
        for line in table.titles:
            where = _where(sheet, line)
            if year := _YEAR.search(to_arabic_digits(line)):
                years.setdefault(int(year[1]), where)
            figure = _PASSING_FIGURE.fullmatch(normalise(line).strip())
            if figure and table.kind == _LEVELS:
                passing.setdefault(figure[1].removesuffix("คะแนน").strip(), where)
    year, year_at = _only(years, name, "ปีงบประมาณ", year_line(2566))
    figure_text, passing_at = _only(passing, name, _PASSING, f"{_PASSING}: 85")
    none = fold(figure_text) == fold(_NONE)
    return Told(year, year_at, None if none else figure_text, passing_at)


def _only(found: dict[T, str], name: str, what: str, example: str) -> tuple[T, str]:
    if not found:
        raise ClerkError(f"ไม่พบ{what}ใน {name} กรุณาใส่บรรทัด {quoted(example)} เหนือตาราง")
    (value, where), *others = found.items()
    if others:
        other, there = others[0]
        raise ClerkError(
            f"{what}ไม่ตรงกัน {where} บอก {value} แต่ {there} บอก {other} กรุณาแก้ให้ตรงกันทุกแผ่นงาน"
        )
    return value, where


def _where(sheet: Sheet, line: str) -> str:
    places = (place for place, cell in sheet.cells.items() if text_of(cell.value) == line)
    place = min(places, default=None)
    return f"แผ่นงาน {quoted(sheet.name)}" + (f" เซลล์ {address_of(place)}" if place else "")
