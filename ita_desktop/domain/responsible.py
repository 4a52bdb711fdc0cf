"""Which units a printed cell of responsible units names."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ita_desktop.thai.text import fold, one_line

_SEPARATOR: Final = re.compile(r"\n|[,;،]|(?:^|(?<=\s))[-–•●]\s*|[-–]\s")
_ALL: Final = re.compile(
    r"ทุก(?:สำนัก/กอง|สำนัก|กอง|ส่วนงาน|ส่วนราชการ|หน่วยงาน|กลุ่มงาน|งาน|ส่วน)(?:/กอง)?"
)


@lru_cache(maxsize=4096)
def unit_names(text: str) -> tuple[str, ...]:
    """Return the names in a cell in order: one a line, after dashes, or between commas.

    "-สำนักปลัด อบต. -กองคลัง" is two. Names are on one line each; no name comes twice.
    """
    parts = (one_line(part or "").strip(" -–•●") for part in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


def names_all(text: str) -> bool:
    """Say whether a cell gives the work to every unit: ทุกหน่วยงาน, ทุกสำนัก/กอง."""
    return any(_ALL.search(one_line(name)) for name in unit_names(text))


def is_responsible(text: str, unit: str) -> bool:
    """Say whether a cell gives work to a unit, by its name or to all."""
    wanted = fold(unit)
    return names_all(text) or any(fold(name) == wanted for name in unit_names(text))


def unknown_units(text: str, units: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a cell that are not among the office's units, ทุกหน่วยงาน aside."""
    return _unknown(text, tuple(units))


@lru_cache(maxsize=4096)
def _unknown(text: str, units: tuple[str, ...]) -> tuple[str, ...]:
    known = {fold(unit) for unit in units}
    return tuple(
        name for name in unit_names(text) if fold(name) not in known and not _ALL.search(name)
    )
