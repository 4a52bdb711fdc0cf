"""Numbers and dashes before steps and measures: taken off a cell's text, put back in order.

``marker`` is what stood before a text with ``{n}`` for its number ("{n}.", "({n}) ", "- "), so that
a paper looks as the office writes it and the numbers still follow when rows are moved.
"""

import re
from collections.abc import Sequence
from typing import Final

from ita_desktop.thai.digits import to_arabic_digits

_NUMBER: Final = r"\(?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])[ \t]*"
_DASH: Final = r"[-–•●][ \t]*"
_LEAD: Final = re.compile(rf"(?:{_NUMBER}|{_DASH})(?=\S)")
_INLINE: Final = re.compile(rf"(?:(?<=\s)|^)({_NUMBER})(?=\S)", re.MULTILINE)
_DIGITS: Final = re.compile(r"[0-9๐-๙]+")


def without_marker(text: str) -> tuple[str, str]:
    """Return the marker a text begins with, as a template, and the rest; "" where it has none.

    "๒. สำรวจ" is ("{n}. ", "สำรวจ"), "-จัดทำ" is ("-", "จัดทำ"); a date or a decimal is no marker.
    """
    match = _LEAD.match(text)
    if match is None:
        return "", text
    return _DIGITS.sub("{n}", match.group(), count=1), text[match.end() :]


def number_of(text: str) -> int | None:
    """Return the number a text begins with ("๒. สำรวจ" is 2), or None."""
    match = _LEAD.match(text)
    digits = _DIGITS.search(match.group()) if match else None
    return int(to_arabic_digits(digits.group())) if digits else None


def split_numbered(text: str) -> tuple[tuple[str, str], ...]:
    """Return a cell's list as markers and texts; empty where the text is not one list.

    A list begins with its first entry and counts 1, 2, 3 on lines of their own or within a line;
    or every line begins with a dash. One entry alone is no list.
    """
    text = text.strip()
    starts = [match for match in _INLINE.finditer(text) if match.group(1)]
    chosen: list[re.Match[str]] = []
    for match in starts:
        if _value(match) == len(chosen) + 1 and (chosen or match.start() == 0):
            chosen.append(match)
    if len(chosen) > 1:
        ends = [*(match.start() for match in chosen[1:]), len(text)]
        return tuple(
            (_DIGITS.sub("{n}", match.group(1), count=1), text[match.end() : end].strip())
            for match, end in zip(chosen, ends, strict=True)
        )
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(re.match(rf"{_DASH}\S", line) for line in lines):
        return tuple(without_marker(line.strip()) for line in lines)
    return ()


def _value(match: re.Match[str]) -> int:
    digits = _DIGITS.search(match.group(1))
    return int(to_arabic_digits(digits.group())) if digits else 0


def marked(marker: str, number: int, text: str) -> str:
    """Return a text with its marker before it, ``number`` in place of ``{n}``."""
    return f"{marker.replace('{n}', str(number))}{text}"


def list_markers(markers: Sequence[str]) -> tuple[str, ...]:
    """Return the markers of siblings as printed: what has none is numbered among several."""
    usual = "{n}. " if len(markers) > 1 else ""
    return tuple(marker or usual for marker in markers)
