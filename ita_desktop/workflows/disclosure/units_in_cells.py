"""Units as foreign sheets write them: lists with dashes, names broken over lines, marked up."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ita_desktop.domain.responsible import unit_names
from ita_desktop.thai.text import fold, one_line

_BREAK: Final = re.compile(r"<\s*(?:br|/?p|/?li|/?ul|/?ol)\b[^>]{0,200}>", re.IGNORECASE)
_AFTER_BRACKET: Final = re.compile(r"(?<=\))\s+")
_IN_BRACKETS: Final = re.compile(r"\([^()]{0,200}\)")
_MARKUP: Final = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)


def plain_text(text: str) -> str:
    """Return a cell without the marks of a web page; a break or a point of a list is a line."""
    return _MARKUP.sub("", _BREAK.sub("\n", text))


def known_units(units: Iterable[str], cells: Iterable[str]) -> Mapping[str, str]:
    """Return how units are spelled, folded: the office's own, then names that fill a cell alone."""
    known = {fold(unit): unit for unit in units}
    for cell in cells:
        lines = [line for line in plain_text(cell).split("\n") if line.strip()]
        if len(lines) == 1:
            for name in unit_names(lines[0]):
                if "(" not in name:  # may be two
                    known.setdefault(fold(name), name)
    return known


def units_of_cell(cell: str, known: Mapping[str, str]) -> str:
    """Return the units a cell names, one a line, each as it is spelled where it is known.

    Lines that are together the name of a known unit were broken by the column's width.
    """
    lines = [one_line(line) for line in plain_text(cell).split("\n") if line.strip()]
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


def _apart(line: str, known: Mapping[str, str]) -> list[str]:
    """Return the units of "กองคลัง (พัสดุ) กองช่าง (แบบแปลน)" apart, where each is a known one."""
    parts = _AFTER_BRACKET.split(line)
    bare = [fold(_IN_BRACKETS.sub("", part)) for part in parts]
    return parts if all(name in known for name in bare) else [line]
