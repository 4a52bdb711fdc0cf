"""What a workbook changes of OIT items, as values; and how it is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.disclosure_entry import disclosure_value

CONTENTS: Final = "contents"
"""The field of ticks: not a column of the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OitChange:
    """One field of an item that is to be another; texts as cells show them.

    ``ticked`` and ``unticked``: contents that are there or not from now on, where ``field`` is
    ``CONTENTS``.
    """

    fiscal_year: int
    code: str
    field: str
    was: str
    text: str
    place: str
    sheet: str
    address: str
    ticked: tuple[str, ...] = ()
    unticked: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is new, as the list of changes says it."""
        return self.text

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data with the keys of other changes."""
        return {
            "act": "change",
            "kind": "oit_item",
            "id": None,
            "year": self.fiscal_year,
            "code": self.code,
            "sheet": self.sheet,
            "cell": self.address,
            "place": self.place,
            "field": self.field,
            "before": self.was,
            "after": self.text,
            "values": {},
        }


def write_oit_changes(file: DataFile, changes: Iterable[OitChange]) -> None:
    """Write them inside a deed. Raises ClerkError for a text that cannot be taken."""
    for change in changes:
        add_fiscal_year(file, change.fiscal_year)
        if change.field == CONTENTS:
            put_contents(file, change.fiscal_year, change.code, change.ticked, there=True)
            put_contents(file, change.fiscal_year, change.code, change.unticked, there=False)
        else:
            value = disclosure_value(change.field, change.text)
            put_item(file, change.fiscal_year, change.code, {change.field: value})
