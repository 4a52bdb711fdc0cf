"""Ticks before the required contents of an item, as a cell of a sheet has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import Content, contents_of
from ita_desktop.thai.text import fold, one_line

THERE: Final = "[/]"
"""Before a required content that is there, in letters that every keyboard and typeface has."""
LACKING: Final = "[ ]"
"""Before one that is not."""

_TICKS: Final = "/✓✔√☑xX"
_MARK: Final = re.compile(
    rf"(?:\[\s*(?P<square>[{_TICKS}]?)\s*\]|\(\s*(?P<round>[{_TICKS}]?)\s*\)"
    rf"|(?P<tick>[✓✔√☑]|/(?=\s))|(?P<box>[☐□]))\s*"
)
_BULLET: Final = re.compile(r"(?:[•●▪◦*–-]\s*)?(?:\(?[0-9๐-๙]{1,2}[.)]\s*)?")
_FOOTNOTE: Final = "*"


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a cell says: contents that are there and that are not, by ``Content.text``.

    ``strange``: marked lines that are no content of the item. ``unmarked``: contents to be ticked
    whose line has no mark.
    """

    there: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    strange: tuple[str, ...] = ()
    unmarked: frozenset[str] = frozenset()


def ticked_contents(item: Item, cell: str) -> Ticked:
    """Return what a cell of contents says of each: a mark such as [/], ✓ or [ ], and its words."""
    contents = contents_of(item)
    cursor = 0
    there: set[str] = set()
    lacking: set[str] = set()
    unmarked: set[str] = set()
    strange: list[str] = []
    for raw in cell.split("\n"):
        line = one_line(raw)
        mark = _MARK.match(line)
        words = line[mark.end() :] if mark else line
        place = _place(contents, words, cursor)
        if place is None:
            strange += [line] if mark and words else []
            continue
        cursor = place + 1
        one = contents[place]
        if one.heads:
            continue
        if mark is None:
            if not line.startswith(_FOOTNOTE):
                unmarked.add(one.text)
        elif mark["square"] or mark["round"] or mark["tick"]:
            there.add(one.text)
        else:
            lacking.add(one.text)
    return Ticked(
        frozenset(there),
        frozenset(lacking - there),
        tuple(strange),
        frozenset(unmarked - there - lacking),
    )


def _place(contents: Sequence[Content], words: str, cursor: int) -> int | None:
    """Return which content has the words: the next one that has them, else the first."""
    wanted = {fold(words), fold(_bare(words))} - {""}
    places = [*range(cursor, len(contents)), *range(cursor)]
    for place in places:
        if wanted & {fold(contents[place].words), fold(_bare(contents[place].words))}:
            return place
    return None


def _bare(words: str) -> str:
    """Return words without the bullet or number before them."""
    line = one_line(words)
    match = _BULLET.match(line)
    return line[match.end() :] if match else line
