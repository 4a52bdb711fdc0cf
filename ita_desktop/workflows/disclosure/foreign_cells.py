"""Cells of a table of OIT items that somebody else made: what they say, and what is odd in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ita_desktop.domain.addresses import is_address
from ita_desktop.domain.disclosure import lines_of
from ita_desktop.domain.disclosure_entry import disclosure_value
from ita_desktop.domain.findings import Severity
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import fiscal_year_of
from ita_desktop.workflows.disclosure.addresses_in_cells import addresses_of_cell
from ita_desktop.workflows.disclosure.units_in_cells import units_of_cell

SAYS_NOTHING: Final = ("", "-", "–", "—")
"""What a cell of somebody else's table holds where it has nothing to say."""
_NO_ADDRESS: Final = "ไม่ใช่ที่อยู่หน้าเว็บไซต์ เก็บไว้ตามที่พิมพ์"
_ADDRESS: Final = "ที่อยู่เต็ม เช่น https://www.example.go.th/o1"
_NO_UNIT: Final = "ไม่ใช่ชื่อหน่วยงาน"
_UNIT: Final = "ชื่อหน่วยงาน เช่น กองคลัง"
_FAR: Final = "วันที่อยู่ห่างจากปีงบประมาณ {year} กรุณาตรวจก่อนใช้"


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd in a cell; an error's cell is not taken."""

    severity: Severity
    found: str
    problem: str
    wanted: str = ""


def foreign_text(name: str, text: str, units: Mapping[str, str]) -> str:
    """Return what a cell says of a field, a unit or an address a line; ``units``: known ones."""
    match name:
        case "units":
            return units_of_cell(text, units)
        case "addresses":
            return addresses_of_cell(text)
        case _:
            return text


def odd_in(name: str, text: str, fiscal_year: int) -> Odd | None:
    """Return what is odd in a field's text, None where nothing is.

    A mark that stands for a unit ("/", a sign for "as above") is none; a link's words may hide the
    address; a day far from its year may be a slip.
    """
    match name:
        case "units":
            strange = [line for line in lines_of(text) if not any(map(str.isalpha, line))]
            return Odd(Severity.ERROR, strange[0], _NO_UNIT, _UNIT) if strange else None
        case "addresses":
            strange = [line for line in lines_of(text) if not is_address(line)]
            return Odd(Severity.WARNING, strange[0], _NO_ADDRESS, _ADDRESS) if strange else None
        case "checked":
            far = _is_far(text, fiscal_year)
            return Odd(Severity.WARNING, text, _FAR.format(year=fiscal_year)) if far else None
        case _:
            return None


def _is_far(text: str, fiscal_year: int) -> bool:
    try:
        value = disclosure_value("checked", text)
    except ClerkError:
        return False  # who takes it tells of that
    return bool(value) and abs(fiscal_year_of(date.fromisoformat(value)) - fiscal_year) > 1
