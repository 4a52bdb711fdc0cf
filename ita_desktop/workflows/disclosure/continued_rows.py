"""Rows of an OIT item that other offices write over several: a content or an address a row.

The code stands in the first of them, alone or merged over all. What the others say of contents,
addresses and units is the item's, too.
"""

from collections.abc import Iterable, Iterator, Mapping
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
    first: FoundRow | None = None
    others: list[FoundRow] = []
    for row in rows:
        if first is not None and _continues(row, first):
            first = replace(first, cells=_together(first.cells, row))
            if own := _own(row):
                others.append(replace(row, cells={**own, "code": first.cells["code"]}))
            continue
        if first is not None:
            yield from (first, *others)
        first, others = row, []
    if first is not None:
        yield from (first, *others)


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


def _together(cells: Mapping[str, FoundCell], row: FoundRow) -> dict[str, FoundCell]:
    found = dict(cells)
    for name in _JOINED:
        text = said_cell(row, name).text if name in row.cells and _says(row, name) else ""
        if not text:
            continue
        before = said_cell(FoundRow(key="", row=0, cells=found), name).text
        if before:
            found[name] = replace(found[name], value=f"{before}\n{text}", kind=Kind.TEXT, link="")
        else:
            found[name] = row.cells[name]
    return found


def _own(row: FoundRow) -> dict[str, FoundCell]:
    """Return the cells of a row that speak of the item as a whole, for a second time."""
    names = [name for name in FIELDS if name not in _JOINED and name in row.cells]
    return {name: row.cells[name] for name in names if _says(row, name)}
