"""Rows of an OIT item that other offices write over several: a content or an address a row.

The code stands in the first of them, alone or merged over all. What the others say of contents,
addresses and units is the item's, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.domain.addresses import is_address
from ita_desktop.domain.disclosure import lines_of
from ita_desktop.workflows.disclosure.addresses_in_cells import addresses_of_cell
from ita_desktop.workflows.disclosure.said_cells import FIELDS, said_cell
from ita_desktop.xlsx.grid import Kind
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow

_JOINED: Final = ("contents", "addresses", "units")
_GOES_ON: Final = frozenset({"contents", "addresses"})
"""What a row may say that has no code and is merged with none: of anything else it is not told
whose it is (a sum, a signature)."""


def whole_rows(rows: Iterable[FoundRow]) -> Iterator[FoundRow]:
    """Give the rows of a table, what goes on with an item in its first row.

    A row that says more than that, its own state or day, is given too, with the code of its item.
    """
    together: list[FoundRow] = []
    for row in rows:
        if together and not _continues(row, together[0]):
            yield from _joined(together)
            together = []
        together.append(row)
    if together:
        yield from _joined(together)


def _continues(row: FoundRow, first: FoundRow) -> bool:
    """Say whether a row is of the item that stands above it."""
    code = row.cells.get("code")
    if row.key or row.group != first.group or code is None or not said_cell(first, "code").text:
        return False
    if code.same:  # one cell over both
        return True
    said = {name for name in row.cells if _says(row, name)}
    addresses = lines_of(addresses_of_cell(said_cell(row, "addresses").text))
    return bool(said) and said <= _GOES_ON and all(map(is_address, addresses))


def _says(row: FoundRow, name: str) -> bool:
    cell = row.cells[name]
    return not cell.same and cell.kind is not Kind.EMPTY


def _joined(rows: Sequence[FoundRow]) -> Iterator[FoundRow]:
    """Give the rows of an item as one, then each that speaks of the item as a whole once more."""
    first, *others = rows
    if not others:
        yield first
        return
    cells = dict(first.cells)
    for name in _JOINED:
        if not any(name in row.cells and _says(row, name) for row in others):
            continue
        saying = [first, *(row for row in others if _says(row, name))]
        said = [one for one in (said_cell(row, name) for row in saying) if one.text]
        if said:
            text = "\n".join(one.text for one in said)
            cells[name] = FoundCell(value=text, address=said[0].address, kind=Kind.TEXT)
    yield replace(first, cells=cells)
    for row in others:
        if own := _own(row):
            yield replace(row, cells={**own, "code": cells["code"]})


def _own(row: FoundRow) -> dict[str, FoundCell]:
    """Return the cells of a row that speak of the item as a whole, for a second time."""
    names = [name for name in FIELDS if name not in _JOINED and name in row.cells]
    return {name: row.cells[name] for name in names if _says(row, name)}
