"""Rows as a sheet has them: what each cell says, and which record it is of, or will be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Finding

_KINDS: Final[Mapping[str, Kind]] = {
    "topic": Kind.TOPIC,
    "item": Kind.ITEM,
    "measure": Kind.MEASURE,
    "step": Kind.STEP,
    "calendar": Kind.CALENDAR,
    "process": Kind.PROCESS,
    "risk": Kind.RISK,
    "treatment": Kind.TREATMENT,
    "goal": Kind.GOAL,
    "section": Kind.SECTION,
    "project": Kind.PROJECT,
}
_KEY: Final = re.compile(
    rf"({'|'.join(_KINDS)}):([0-9]{{1,15}})(?:\.[0-9]{{1,15}})?@([0-9a-f]{{0,8}})"
)

Chain = Mapping[Kind, int]
"""The record of a row and those it belongs to."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says, on the paper's own lines, and where; ``covered``: by a merge from above.

    ``loose``: of a row that is none of this file's: white space does not count. ``ours``: of a row
    that this program wrote, also for another file: what is empty there is empty.
    """

    text: str
    address: str
    covered: bool = False
    loose: bool = False
    ours: bool = False


@dataclass(slots=True, kw_only=True)
class Draft:
    """A record as a sheet has it: a topic, item, measure or step, a process, risk or treatment.

    ``said`` holds its cells by source of the layout. ``number`` is that of the record which the
    row's key names, None without one. ``parts``: items and measures of a topic, steps of a measure.
    """

    kind: Kind
    sheet: str
    address: str
    number: int | None = None
    said: dict[str, Said] = field(default_factory=dict[str, Said])
    parts: list["Draft"] = field(default_factory=list["Draft"])
    group: tuple[str, ...] = ()
    """The lines over the part of the table it stands in; of a topic."""

    def text(self, source: str) -> str:
        """Return what it says of a source; empty where it says nothing."""
        cell = self.said.get(source)
        return "" if cell is None else cell.text

    def parts_of(self, kind: Kind) -> list["Draft"]:
        """Return its parts of a kind, in order."""
        return [part for part in self.parts if part.kind is kind]

    def walk(self) -> Iterator["Draft"]:
        """Give it and everything in it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(slots=True)
class NewRow:
    """A row to be added: its texts by field, each with its address, and the rows in it."""

    kind: Kind
    draft: Draft
    texts: dict[str, Said] = field(default_factory=dict[str, Said])
    parts: list["NewRow"] = field(default_factory=list["NewRow"])


@dataclass(frozen=True, slots=True)
class RowKey:
    """Which record a row of a workbook was made from."""

    kind: Kind
    number: int


def is_row_key(text: str) -> bool:
    """Say whether a text is the key of a row, of this data file or of another."""
    return _KEY.fullmatch(text) is not None


def row_key(text: str, file_mark: str) -> RowKey | None:
    """Return the record that a row's key names, None for no key of this data file's."""
    match = _KEY.fullmatch(text)
    if match is None or match[3] != file_mark:
        return None
    return RowKey(_KINDS[match[1]], int(match[2]))


def next_sibling(drafts: list[Draft], place: int, order: tuple[int, ...]) -> int | None:
    """Return what a new row is put before: the sibling after the one above it in the sheet."""
    for draft in reversed(drafts[:place]):
        if draft.number in order:
            following = order.index(draft.number) + 1
            return order[following] if following < len(order) else None
    later = (draft.number for draft in drafts[place:] if draft.number in order)
    return next(later, None)


def figure_text(text: str) -> str:
    """Return a percentage as it is typed: 0.8 of a cell in per cent is 80."""
    try:
        value = Decimal(text)
    except ArithmeticError:
        return text
    return f"{value * 100:f}".rstrip("0").rstrip(".") if 0 < value < 1 else text


@dataclass(slots=True)
class ReadDrafts:
    """What a table says: drafts in its order, and notes about its rows."""

    drafts: list[Draft] = field(default_factory=list[Draft])
    findings: list[Finding] = field(default_factory=list[Finding])
    rows: int = 0
