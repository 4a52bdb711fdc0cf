"""An edited cell that says several things: which of its lines is whose."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.numbered import without_marker
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.rows.sheet_drafts import Said

Owner = tuple[Kind, int, str]
"""Kind and number of a row, and its field."""
ANY_NUMBER: Final = 987_654_321
"""Stands for the number of a measure, which another order of the rows changes."""
_LONGEST = 400
"""Lines beyond which the matching of lines would take longer than a clerk waits."""


@dataclass(frozen=True, slots=True)
class Realigned:
    """The text of each owner that still has lines, and new texts, each after an owner or first."""

    texts: Mapping[Owner, str]
    added: tuple[tuple[Owner | None, str], ...]


def realigned(
    before: Sequence[tuple[Owner, str]], text: str, begins: Callable[[str], bool]
) -> Realigned:
    """Give the lines of an edited cell to those whose lines they were.

    ``before``: what the cell said, a text of one or more lines each owner. A line that came in
    between is a new text where ``begins`` says so, else it goes on with the line above it.
    """
    old = [(owner, line) for owner, words in before for line in words.split("\n")]
    new = text.split("\n")
    found: dict[Owner, list[str]] = {}
    added: list[tuple[Owner | None, list[str]]] = []
    current: list[str] | None = None
    owner: Owner | None = None

    def keep(place: int, line: str) -> None:
        nonlocal current, owner
        owner = old[place][0]
        current = found.setdefault(owner, [])
        current.append(line)

    matcher = SequenceMatcher(
        None, [_alike(line) for _, line in old], [_alike(line) for line in new], autojunk=False
    )
    whole = len(old) <= _LONGEST and len(new) <= _LONGEST
    steps = matcher.get_opcodes() if whole else [("replace", 0, len(old), 0, len(new))]
    for _, first, last, begin, end in steps:
        both = min(last - first, end - begin)
        for place in range(both):
            keep(first + place, new[begin + place])
        for line in new[begin + both : end]:
            if begins(line) or (current is None and not old):
                current = [line]
                added.append((owner, current))
            elif current is not None:
                current.append(line)
            elif old:
                keep(0, line)
    return Realigned(
        {one: "\n".join(lines).strip() for one, lines in found.items()},
        tuple((after, "\n".join(lines).strip()) for after, lines in added),
    )


def says(said: Said, words: str, *, numbered: bool = False) -> bool:
    """Say whether a cell says certain words; the kind of digits does not count.

    ``numbered``: nor does the number before them, which follows from the order of the rows.
    """
    if said.loose and not said.text:  # in a sheet that is not ours an empty cell says nothing
        return True
    one, other = to_arabic_digits(said.text), to_arabic_digits(words)
    if one == other:
        return True
    other = normalise(other).strip()
    if numbered:
        any_number = str(ANY_NUMBER)
        pattern = re.escape(other).replace(any_number, "[0-9]+")
        if any_number in other and re.fullmatch(pattern, one):
            return True
        one, other = _alike(one), _alike(other.replace(any_number, "1"))
    return one == other or (said.loose and fold(one) == fold(other))


def is_other(said: Said, words: str, *, numbered: bool = False) -> bool:
    """Say whether a cell of its own says something other; ``numbered`` as for ``says``."""
    return not said.covered and not says(said, words, numbered=numbered)


def has_words(said: Said) -> bool:
    """Say whether a cell has words of its own."""
    return bool(said.text) and not said.covered


def only_counted(text: str, marker: str, own: str) -> bool:
    """Say whether a text is a row's own behind a number: one of several once, now the only one."""
    found, rest = without_marker(text)
    return not marker and "{n}" in found and to_arabic_digits(rest) == to_arabic_digits(own)


def unmarked(text: str, marker: str) -> str:
    """Return a text without the marker it was printed with, or another of its kind."""
    if not marker.strip():
        return text
    found, rest = without_marker(text)
    return rest if ("{n}" in found) == ("{n}" in marker) and found else text


def _alike(line: str) -> str:
    """Return a line for comparing: a number before it counts only as a number."""
    marker, rest = without_marker(to_arabic_digits(line))
    return f"{marker}{rest}" if "{n}" in marker else to_arabic_digits(line)
