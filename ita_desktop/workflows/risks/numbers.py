"""Which risk of a process a typed number names: a treatment is against one, or against all."""

import re
from typing import Final

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, one_line, quoted

ALL_RISKS: Final = "ทุกข้อ"
_ALL: Final = frozenset({"", "-", "–", fold(ALL_RISKS)})
_BEGINS_WITH: Final = re.compile(r"(?:ข้อ|ความเสี่ยงที่)?\s*([0-9]+)(?![0-9])")


def risk_of_number(file: DataFile, process: int, text: str) -> int | None:
    """Return the risk of a process that a text names by its number in the matrix.

    Takes "2", "๒", "ข้อ 2", "2 นำรถราชการไปใช้"; None for all risks of the process. Raises
    ClerkError where the process has no such risk.
    """
    if fold(text) in _ALL:
        return None
    match = _BEGINS_WITH.match(to_arabic_digits(one_line(text)))
    year = table.parent_of(file, Kind.PROCESS, process)
    numbers = {} if year is None else _numbers(file, year, process)
    if match is not None and (found := numbers.get(int(match[1]))) is not None:
        return found
    known = ", ".join(map(str, numbers)) or "(ยังไม่มี)"
    raise ClerkError(f"กระบวนงานนี้ไม่มีความเสี่ยงข้อ {quoted(text)} กรุณาเลือกข้อ {known} หรือ “{ALL_RISKS}”")


def _numbers(file: DataFile, year: int, process: int) -> dict[int, int]:
    """Return the risks of a process by their numbers through the year."""
    found: dict[int, int] = {}
    number = 0
    for one in load_processes(file, year):
        for risk in one.risks:
            number += 1
            if one.id == process:
                found[number] = risk.id
    return found
