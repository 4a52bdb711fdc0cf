"""The key of a row of a unit's sheet of OIT items: which item and content, and what it said.

"oit:2566:O12/2:0a1b2c@1f2e3d4c=a1b2c3.d4e5f6": year, code, the how-manieth content and a short hash
of its words, the file, then a short hash of each open cell and of all locked cells when the sheet
went out. An item's first row (place 1, or 0 where nothing is asked) has its own open cells too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

THERE: Final = "there"
ITEM_FIELDS: Final = ("state", "addresses", "checked", "note")
"""What a unit fills in once an item, in the order of the sheet's columns."""
_HASH: Final = "[0-9a-f]{6}"
_KEY: Final = re.compile(
    rf"oit:([0-9]{{4}}):(O[1-9][0-9]{{0,3}})/([0-9]{{1,3}}):({_HASH})@([0-9a-f]{{8}})"
    rf"=((?:{_HASH}\.){{1,5}}{_HASH})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OitUnitKey:
    """A key taken apart; ``bases`` are the hashes of the row's open cells by field."""

    fiscal_year: int
    code: str
    place: int
    content: str
    """Hash of the words of the content."""
    file_mark: str
    bases: Mapping[str, str]
    locked: str


def fields_of_row(place: int) -> tuple[str, ...]:
    """Return the open cells of the row of an item's content: of the first, the item's too."""
    if place == 0:
        return ITEM_FIELDS
    return (THERE, *ITEM_FIELDS) if place == 1 else (THERE,)


def write_unit_key(key: OitUnitKey) -> str:
    """Return the text that ``read_unit_key`` takes apart."""
    hashes = [key.bases[field] for field in fields_of_row(key.place)]
    row = f"oit:{key.fiscal_year}:{key.code}/{key.place}:{key.content}"
    return f"{row}@{key.file_mark}={'.'.join([*hashes, key.locked])}"


def read_unit_key(text: str) -> OitUnitKey | None:
    """Return the key that a text is, or None."""
    match = _KEY.fullmatch(text)
    if match is None:
        return None
    place = int(match[3])
    *bases, locked = match[6].split(".")
    fields = fields_of_row(place)
    if len(bases) != len(fields):
        return None
    return OitUnitKey(
        fiscal_year=int(match[1]),
        code=match[2],
        place=place,
        content=match[4],
        file_mark=match[5],
        bases=dict(zip(fields, bases, strict=True)),
        locked=locked,
    )
