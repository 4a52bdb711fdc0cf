"""Rows that were deleted and are not there now; each can be written back with its id."""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from ita_desktop.db.change_log import Change, Read, write_back
from ita_desktop.db.history import Numbered, Recorded, changes_of, recorded, values_of

_Key: TypeAlias = tuple[str, str, object]
"""A table, a column of it that others refer to, and its value."""

_OUTLINES = {"section": "plan"}
"""Rows that belong to one another by their order alone, and what such a row shares with those."""
_ALONE = {"unit": ("name",)}
"""Columns whose values no two rows share, beside what the table itself refuses."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """A row as it was when a deed deleted it."""

    number: int
    table: str
    row: int
    values: dict[str, object]
    deed: Recorded


class Why(Enum):
    """Why a row cannot go back."""

    TAKEN = auto()
    """Another row has its place."""
    ALONE = auto()
    """What it belongs to is not there any more."""


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What stands in the way of a row."""

    why: Why
    table: str
    values: dict[str, object]
    of_table: str = ""
    """For ALONE: where what it belongs to was."""


def deleted_numbers(read: Read, tables: Collection[str]) -> "array[int]":
    """Return the numbers of the changes that deleted what is not there now, newest first."""
    gone = " UNION ALL ".join(
        f"SELECT max(id) AS number FROM change WHERE table_name = '{table}' AND new IS NULL"
        f' AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE id = change.row_id) GROUP BY row_id'
        for table in tables
    )
    rows = read(f"SELECT number FROM ({gone}) ORDER BY number DESC", ())
    return array("q", (row[0] for row in rows))


def deleted_rows(read: Read, numbers: Sequence[int]) -> tuple[Deleted, ...]:
    """Return the deleted rows of these numbers, as many as fit a screen, in the order given."""
    marks = ", ".join("?" * len(numbers))
    rows = read(
        f"SELECT id, table_name, row_id, old, deed FROM change WHERE id IN ({marks})",
        tuple(numbers),
    )
    deeds = {one.id: one for one in recorded(read, sorted({row[4] for row in rows}))}
    found = {
        number: Deleted(number, table, row, values_of(old) or {}, deeds[deed])
        for number, table, row, old, deed in rows
    }
    return tuple(found[number] for number in numbers)


def belonging(
    connection: sqlite3.Connection, read: Read, wanted: Deleted, tables: Collection[str]
) -> tuple[Change, ...]:
    """Return the deletions of a row and of what the same deed deleted with it, in their order.

    Both what the row belongs to and what belongs to it, by foreign keys, over any number of steps;
    of an outline all of it that went. Rows that are there again are left out.
    """
    gone = [
        one
        for one in changes_of(read, wanted.deed.id)
        if one.change.new is None and one.change.table in tables
        if not _is_there(read, one.change)
    ]
    last = {(one.change.table, one.change.row): one for one in gone}
    together = _neighbours(connection, last.values())
    chosen: dict[int, Numbered] = {}
    to_do = [one for one in last.values() if one.id == wanted.number]
    while to_do:
        one = to_do.pop()
        if one.id not in chosen:
            chosen[one.id] = one
            to_do += together(one.change)
    return tuple(chosen[number].change for number in sorted(chosen))


def _neighbours(
    connection: sqlite3.Connection, deletions: Collection[Numbered]
) -> Callable[[Change], list[Numbered]]:
    """Return what gives the rows that a row belongs to, and those that belong to it.

    They are found by their keys: years with thousands of rows may have gone in one deed.
    """
    tables = {one.change.table for one in deletions}
    ties = {table: ties_of(connection, table) for table in tables}
    named = {(parent, their) for of_table in ties.values() for _, parent, their in of_table}
    children: dict[_Key, list[Numbered]] = {}
    parents: dict[_Key, list[Numbered]] = {}
    outlines: dict[object, list[Numbered]] = {}

    def above(change: Change) -> list[_Key]:
        values = change.old or {}
        return [(parent, their, values.get(own)) for own, parent, their in ties[change.table]]

    def below(change: Change) -> list[_Key]:
        values = change.old or {}
        return [(table, own, values.get(own)) for table, own in named if table == change.table]

    for one in deletions:
        if (column := _OUTLINES.get(one.change.table)) is not None:
            outlines.setdefault((one.change.old or {}).get(column), []).append(one)
        for key in above(one.change):
            children.setdefault(key, []).append(one)
        for key in below(one.change):
            parents.setdefault(key, []).append(one)

    def together(change: Change) -> list[Numbered]:
        up = (one for key in above(change) for one in parents.get(key, ()))
        down = (one for key in below(change) for one in children.get(key, ()))
        column = _OUTLINES.get(change.table)
        beside = () if column is None else outlines.pop((change.old or {}).get(column), ())
        return [*up, *down, *beside]

    return together


def hindrance(
    connection: sqlite3.Connection, read: Read, deletions: Iterable[Change]
) -> Hindrance | None:
    """Return what stands in the way of writing rows back, or None."""
    deletions = tuple(deletions)
    ties = {table: ties_of(connection, table) for table in {one.table for one in deletions}}
    unique = {table: _unique(connection, table) for table in ties}
    parents = {(parent, their) for of_table in ties.values() for _, parent, their in of_table}
    coming = {
        (table, their, (one.old or {}).get(their))
        for one in deletions
        for table, their in parents
        if table == one.table
    }
    for change in deletions:
        values = change.old or {}
        for columns in (("id",), *unique[change.table]):
            which = " AND ".join(f'"{column}" = ?' for column in columns)
            held = tuple(values.get(column) for column in columns)
            if read(f'SELECT 1 FROM "{change.table}" WHERE {which}', held):
                return Hindrance(Why.TAKEN, change.table, values)
        for column, parent, their in ties[change.table]:
            value = values.get(column)
            if value is None or (parent, their, value) in coming:
                continue
            if not read(f'SELECT 1 FROM "{parent}" WHERE "{their}" = ?', (value,)):
                return Hindrance(Why.ALONE, change.table, values, parent)
    return None


def put_back(
    connection: sqlite3.Connection, deletions: Sequence[Change], tables: Collection[str]
) -> None:
    """Write rows back as they were, with their ids; inside a deed, nothing standing in the way.

    Raises LookupError for a record that does not fit the tables.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    write_back(connection, tuple(reversed(deletions)), tables, forward=False)


def _is_there(read: Read, change: Change) -> bool:
    return bool(read(f'SELECT 1 FROM "{change.table}" WHERE id = ?', (change.row,)))


def ties_of(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, str]]:
    """Return the foreign keys of a table: its column, the other table, that one's column."""
    rows = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return [(str(row[3]), str(row[2]), str(row[4] or "id")) for row in rows]


def _unique(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    """Return the sets of columns by which a row is alone in its table."""
    found: list[tuple[str, ...]] = [_ALONE[table]] if table in _ALONE else []
    for row in connection.execute(f'PRAGMA index_list("{table}")').fetchall():
        if row[2]:
            columns = connection.execute(f'PRAGMA index_info("{row[1]}")').fetchall()
            found.append(tuple(str(column[2]) for column in columns))
    return found
