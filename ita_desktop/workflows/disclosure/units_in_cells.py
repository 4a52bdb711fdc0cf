"""Units as foreign sheets write them: lists with dashes, names broken over lines, marked up."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Final

from ita_desktop.domain.responsible import unit_names
from ita_desktop.thai.text import fold, one_line

_BREAK: Final = re.compile(r"<\s*(?:br|/?p|/?li|/?ul|/?ol)\b[^>]{0,200}>", re.IGNORECASE)
_AFTER_BRACKET: Final = re.compile(r"(?<=\))\s+")
_IN_BRACKETS: Final = re.compile(r"\([^()]{0,200}\)")
_MARKUP: Final = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{2,4});")
_NUMBER: Final = re.compile(r"\(?[0-9๐-๙]{1,2}[.)](?:\s+|(?=[^\d\s]))")
_JOINT: Final = re.compile(r"(\s*(?:/|\(?[0-9๐-๙]{1,2}[.)]|และ|\+|\s)\s*)")
_MOST_PIECES: Final = 11
"""Words and what stands between them that one unit's name may have."""


def plain_text(text: str) -> str:
    """Return a cell without the marks of a web page; a break or a point of a list is a line."""
    plain = _MARKUP.sub("", _BREAK.sub("\n", text))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), plain)


def known_units(units: Iterable[str], cells: Iterable[str]) -> Mapping[str, str]:
    """Return how units are spelled, folded: the office's own, then names that fill a cell alone."""
    known = {fold(unit): unit for unit in units}
    for cell in cells:
        lines = [line for line in plain_text(cell).split("\n") if line.strip()]
        if len(lines) == 1:
            for name in unit_names(_unnumbered(one_line(lines[0]))):
                if "(" not in name and len(_apart(name, known)) == 1:  # else it may be two
                    known.setdefault(fold(name), name)
    return known


def units_of_cell(cell: str, known: Mapping[str, str]) -> str:
    """Return the units a cell names, one a line, each as it is spelled where it is known.

    Lines that are together the name of a known unit were broken by the column's width.
    """
    lines = [_unnumbered(one_line(line)) for line in plain_text(cell).split("\n") if line.strip()]
    whole = fold("".join(lines))
    if whole in known:
        return known[whole]
    names: list[str] = []
    while lines:
        count = next((n for n in range(len(lines), 1, -1) if fold("".join(lines[:n])) in known), 1)
        if count > 1:
            names.append(known[fold("".join(lines[:count]))])
        else:
            names += (
                known.get(fold(name), name)
                for part in _apart(lines[0], known)
                for name in unit_names(part)
            )
        del lines[:count]
    return "\n".join(dict.fromkeys(names))


def _unnumbered(line: str) -> str:
    """Return a line of a list without its number, "1. กองคลัง"."""
    match = _NUMBER.match(line)
    return line[match.end() :] if match else line


def _known_parts(line: str, known: Mapping[str, str]) -> list[str]:
    """Return the known units that make up a line, the longest first at each place; [] if not all.

    A name may hold what joins two others: "กองคลังและกองวิชาการและแผนงาน".
    """
    pieces = _JOINT.split(line)  # names and joints take turns
    found: list[str] = []
    place = 0
    while place < len(pieces):
        count = 1
        if pieces[place]:
            counts = range(min(_MOST_PIECES, len(pieces) - place), 0, -1)
            names = ((n, "".join(pieces[place : place + n])) for n in counts if n % 2)
            count, name = next(((n, one) for n, one in names if fold(one) in known), (0, ""))
            if not count:
                return []
            found.append(name)
        place += count + 1
    return found


def _apart(line: str, known: Mapping[str, str]) -> list[str]:
    """Return the units of a line apart, where each is a known one.

    "กองคลัง (พัสดุ) กองช่าง (แบบแปลน)" are two, and so are "กองคลัง/กองช่าง" and "กองคลังและกองช่าง".
    """
    if fold(line) in known:
        return [line]
    if parts := _known_parts(line, known):
        return parts
    parts = _AFTER_BRACKET.split(line)
    return parts if all(fold(_IN_BRACKETS.sub("", part)) in known for part in parts) else [line]
