"""Lists in a cell of a workbook: printed with the marks of papers, read back to the same list."""

import re
from collections.abc import Sequence
from typing import Final

from ita_desktop.domain.numbered import split_numbered
from ita_desktop.domain.outline import DEEPEST, Entry, numbered, read_outline, write_outline
from ita_desktop.domain.outline_editing import marks, read_pasted
from ita_desktop.thai.digits import to_arabic_digits

_MARK: Final = re.compile(r"\(([0-9๐-๙]+(?:\.[0-9๐-๙]+){0,2})\) ")


def list_cell(text: str) -> str:
    """Return a kept list as a cell shows it: "(1) …", under it "(1.1) …"; one entry has no mark.

    One that begins like a mark has one all the same, so that ``read_list_cell`` reads it back.
    """
    entries = read_outline(text)
    cell = _marked(entries, marks(entries))
    if len(entries) == 1 and _read(cell) != entries:
        return _marked(entries, ["(1)"])
    return cell


def _marked(entries: Sequence[Entry], given: Sequence[str]) -> str:
    pairs = zip(given, entries, strict=True)
    return "\n".join(f"{mark} {entry.text}" if mark else entry.text for mark, entry in pairs)


def read_list_cell(text: str, *, ours: bool = True) -> str:
    """Return the list of a cell as it is kept, without the numbers or dashes before its entries.

    ``ours``: this program wrote the cell; in others a list may count on within a line.
    """
    if not ours and "\n" not in text.strip():
        inline = split_numbered(text)
        if inline:
            return write_outline(Entry(1, " ".join(rest.split())) for _, rest in inline if rest)
    return write_outline(_read(text))


def _read(text: str) -> tuple[Entry, ...]:
    """Return entries by the very marks that ``list_cell`` prints, else as a pasted list is read."""
    entries: list[Entry] = []
    told: list[tuple[int, ...]] = []
    for line in filter(None, text.split("\n")):
        match = _MARK.match(line)
        if match is None:
            return read_pasted(text)
        numbers = tuple(map(int, to_arabic_digits(match[1]).split(".")))
        told.append(numbers)
        entries.append(Entry(min(len(numbers), DEEPEST), line[match.end() :]))
    found = tuple(entries)
    if [numbers for numbers, _ in numbered(found)] != told:
        return read_pasted(text)
    return found
