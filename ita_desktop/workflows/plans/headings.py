"""What cells and lines say of sections: their number, their title, or both, one or several."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import one_line

_DIMENSION: Final = re.compile(
    r"มิติ\s*(?:ที่)?\s*([0-9]{1,2}(?:\.[0-9]{1,2})*)(?![0-9])\s*[.:)]?\s*(.*)"
)
_NUMBERED: Final = re.compile(r"([0-9]{1,2}(?:\s?\.\s?[0-9]{1,2}){1,4})\s*[.):]?(?![0-9])\s*(.*)")
_SPAN: Final = re.compile(r"\s*\(ปีงบประมาณ[^()]*\)$")
"""Behind the title of a dimension whose years do not stand beside each other on one page."""
_SINGLE: Final = re.compile(r"\(?([0-9]{1,2})(?:[.)]\s*|\s+|$)(.*)")
_EACH: Final = r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
_SEVERAL: Final = re.compile(rf"{_EACH}(?:\s*(?:,|;|และ|\s)\s*{_EACH})+")


@dataclass(frozen=True, slots=True)
class Named:
    """A section as it is said: number in Arabic digits ("2.1.1") and title; either may be empty."""

    number: str
    title: str

    @property
    def parts(self) -> tuple[int, ...]:
        """The number's parts; none where it has no number."""
        return parts_of(self.number)

    @property
    def words(self) -> str:
        """How it is called in a finding."""
        return f"{self.number} {self.title}".strip()


def parts_of(number: str) -> tuple[int, ...]:
    """Return (2, 1, 1) of "2.1.1"; nothing of a number of another form."""
    pieces = number.split(".")
    return tuple(map(int, pieces)) if all(piece.isdecimal() for piece in pieces) else ()


def heading_of(line: str) -> Named | None:
    """Return what a line over a table names: "มิติที่ ๑ …" or "๑.๑ …"; None of another line."""
    line = _SPAN.sub("", one_line(line))
    plain = to_arabic_digits(line)
    if match := _DIMENSION.fullmatch(plain):
        return Named(match[1], _title(line, match[2]))
    if (match := _NUMBERED.fullmatch(plain)) and match[2]:
        return Named(_number(match[1]), _title(line, match[2]))
    return None


def named_in(text: str) -> tuple[Named, ...]:
    """Return the sections a cell names, one a line or numbers with commas between them.

    One that is over the next, as "๑.๑" over "๑.๑.๑", only says where that is.
    """
    found: list[Named] = []
    for line in filter(None, map(one_line, text.split("\n"))):
        plain = to_arabic_digits(line).removeprefix("มิติที่").removeprefix("มิติ").strip(" ,;")
        if _SEVERAL.fullmatch(plain):
            found += (Named(one, "") for one in re.findall(r"[0-9]+(?:\.[0-9]+)*", plain))
        elif plain:
            found.append(_one(line))
    return tuple(found)


def _one(line: str) -> Named:
    plain = to_arabic_digits(line)
    if (named := heading_of(line)) is not None:
        return named
    if match := _NUMBERED.fullmatch(plain):
        return Named(_number(match[1]), "")
    if match := _SINGLE.fullmatch(plain):
        return Named(match[1], _title(line, match[2]))
    return Named("", line)


def _number(text: str) -> str:
    return "".join(text.split())


def _title(line: str, plain: str) -> str:
    """Return the end of a line with its own digits; both kinds are one letter each."""
    return one_line(line)[-len(plain) :] if plain else ""


def innermost(named: Iterable[Named]) -> tuple[Named, ...]:
    """Leave out those that are over the next one."""
    those = tuple(named)
    return tuple(
        one
        for place, one in enumerate(those)
        if place + 1 == len(those) or not _is_over(one.parts, those[place + 1].parts)
    )


def _is_over(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return 0 < len(one) < len(other) and other[: len(one)] == one
