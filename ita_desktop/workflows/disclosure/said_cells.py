"""What a cell of an OIT sheet says, and what it would say now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.oit_cells import day_words
from ita_desktop.domain.addresses import is_address
from ita_desktop.domain.disclosure import DisclosureItem, PublishState, lines_of
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import normalise
from ita_desktop.xlsx.grid import Kind, text_of
from ita_desktop.xlsx.table_rows import FoundRow

FIELDS: Final = ("units", "state", "addresses", "checked")
"""What a sheet says of an item, in the order of the checklist, ticks aside."""
_LONG: Final = "ข้อความไม่เกิน 30,000 ตัวอักษร"
WANTED: Final[Mapping[str, str]] = {
    "state": f"คำใดคำหนึ่ง: {', '.join(state.words for state in PublishState)}",
    "checked": "วันที่ เช่น 15 ม.ค. 2566",
    "units": _LONG,
    "addresses": _LONG,
    "note": _LONG,
}
"""What is wanted in a cell that cannot be taken, by field."""


@dataclass(frozen=True, slots=True)
class SaidCell:
    """A cell's text and place; ``there``: the sheet has the column, and no error stands in it."""

    text: str
    address: str
    there: bool = True


def said_cell(row: FoundRow, name: str) -> SaidCell:
    """Return what a row says in a column; of one that an error stands in, nothing."""
    cell = row.cells.get(name)
    if cell is None or cell.kind in (Kind.ERROR, Kind.UNCALCULATED):
        return SaidCell("", cell.address if cell else "", there=False)
    text = normalise(text_of(cell.value)).strip()
    return SaidCell(linked(text, cell.link) if name == "addresses" else text, cell.address)


def linked(text: str, link: str) -> str:
    """Return what a cell of addresses says: its text, or the page its link opens.

    "คลิกที่นี่" is only what a link is called.
    """
    return text if not link or any(map(is_address, lines_of(text))) else link


def said_now(known: DisclosureItem, name: str) -> str:
    """Return what a cell says of an item's field as things stand."""
    match name:
        case "state":
            return known.state.words
        case "checked":
            return day_words(known.checked)
        case "units":
            return "\n".join(lines_of(known.units))
        case "addresses":
            return "\n".join(lines_of(known.addresses))
        case _:
            return known.note


def says_same(text: str, now: str) -> bool:
    """Say whether a cell says what stands there now; the kind of digits does not count."""
    return _plain(text) == _plain(now)


def as_kept(text: str, now: str) -> str:
    """Return the lines of a cell, those that stand there already with the digits they have."""
    kept = {_plain(line): line for line in now.split("\n")}
    return "\n".join(kept.get(_plain(line), line) for line in text.split("\n"))


def _plain(text: str) -> str:
    return to_arabic_digits(normalise(text)).strip()
