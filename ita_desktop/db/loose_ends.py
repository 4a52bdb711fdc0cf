"""What ties a row that comes back out of the trash to others, where that is not belonging.

A project is against a risk, a treatment is a measure, an announcement is of a plan: the one is
there without the other, so that nothing of this keeps a row in the trash.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.db.change_log import Change, Read
from ita_desktop.db.history import changes_of
from ita_desktop.db.trash import Deleted, ties_of

_POINTING: Final = {
    ("treatment", "measure"): "measure",
    ("risk", "previous"): "risk",
    ("project", "previous"): "project",
    ("announcement", "plan"): "plan",
}
"""Columns that point at a row of a table, and forget it when it goes."""
_JOINS: Final = frozenset({"project_place", "project_risk", "treatment_project"})
"""Tables whose rows say only that two others go together."""


def without_the_gone(
    connection: sqlite3.Connection, read: Read, wanted: Deleted, deletions: Sequence[Change]
) -> tuple[Change, ...]:
    """Return deletions without what ties them to rows that are gone for another reason.

    ``wanted`` itself stays, also where it is such a tie.
    """
    coming = {(one.table, one.row) for one in deletions}

    def is_gone(table: str, row: object) -> bool:
        if row is None or (table, row) in coming:
            return False
        return not read(f'SELECT 1 FROM "{table}" WHERE id = ?', (row,))

    def kept() -> Iterator[Change]:
        for one in deletions:
            values = one.old or {}
            lost = {
                column: None
                for (table, column), of in _POINTING.items()
                if table == one.table and is_gone(of, values.get(column))
            }
            joined = one.table in _JOINS and (one.table, one.row) != (wanted.table, wanted.row)
            if joined and any(
                is_gone(parent, values.get(own))
                for own, parent, _ in ties_of(connection, one.table)
            ):
                continue
            yield replace(one, old={**values, **lost}) if lost else one

    return tuple(kept())


def forgotten(read: Read, deed: int, deletions: Sequence[Change]) -> tuple[Change, ...]:
    """Return what else a deed changed when it deleted these: others that pointed at them forgot it.

    Only those that are there and point at nothing now.
    """
    coming = {(one.table, one.row) for one in deletions}
    return tuple(
        Change(one.table, one.row, {column: one.old[column]}, {column: None})
        for one in (numbered.change for numbered in changes_of(read, deed))
        for (table, column), of in _POINTING.items()
        if table == one.table and one.old is not None and one.new is not None
        if (of, one.old.get(column)) in coming and one.new.get(column, of) is None
        if read(f'SELECT 1 FROM "{table}" WHERE id = ? AND "{column}" IS NULL', (one.row,))
    )
