"""Forms of tables that may be met in a workbook: what their columns are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnForm:
    """A column: the field it is read into, and the heads under which it is known.

    Spaces, line breaks, kind of digits and Latin case of a head do not count. A head of two rows is
    known by both texts one after the other, by the lower or by the upper one. ``merged``: an empty
    cell under a filled one means the same.
    """

    field: str
    heads: tuple[str, ...]
    required: bool = True
    merged: bool = False


@dataclass(frozen=True, kw_only=True)
class TableForm:
    """A kind of table; it is recognised when all its required columns are there.

    ``one_of``: fields of which at least one must be there, too; empty: none must.
    """

    kind: str
    columns: tuple[ColumnForm, ...]
    one_of: frozenset[str] = frozenset()

    @cached_property
    def fields_by_head(self) -> Mapping[str, str]:
        """The field of each folded head; the first column wins a head that two claim."""
        found: dict[str, str] = {}
        for column in self.columns:
            for head in _folded(column.heads):
                found.setdefault(head, column.field)
        return found

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields without which a table is not of this form."""
        return frozenset(column.field for column in self.columns if column.required)

    @cached_property
    def merged(self) -> frozenset[str]:
        """The fields in which an empty cell means the same as above."""
        return frozenset(column.field for column in self.columns if column.merged)


@cache  # forms that differ in little have most of their heads in common
def _folded(heads: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, heads))
