"""The rows of two attached states of a data file, ``main`` and ``other``, that are not the same."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

Row = dict[str, Any]
RowAbove = Callable[[str, Row], tuple[str, int] | None]


@dataclass(frozen=True, slots=True)
class RowDifference:
    """One row: None on the side that has it not; of one that both have, the columns that differ."""

    table: str
    whole: Row
    """The row as it is here, or there where it is there only: what names it."""
    here: Row | None
    there: Row | None
    above: tuple[tuple[str, Row], ...] = ()
    """The rows, by table, whose words the words for this one need, the nearest first."""


def differing_rows(
    connection: sqlite3.Connection, tables: Iterable[str], most: int, row_above: RowAbove
) -> tuple[RowDifference, ...]:
    """Return the first rows that are not the same, table by table.

    ``row_above`` says which row, if any, is needed to say which one a row is.
    """
    found = (one for table in tables for one in _of_table(connection, table, most))
    return tuple(
        replace(one, above=tuple(_above(connection, one, row_above))) for one in islice(found, most)
    )


def _above(
    connection: sqlite3.Connection, one: RowDifference, row_above: RowAbove
) -> Iterator[tuple[str, Row]]:
    side = "other" if one.here is None else "main"
    table, row = one.table, one.whole
    while (above := row_above(table, row)) is not None:
        table, number = above
        names = columns_of(connection, table)
        query = f'SELECT * FROM {side}."{table}" WHERE id = ?'
        rows = connection.execute(query, (number,)).fetchall()
        if not rows:
            return
        row = dict(zip(names, rows[0], strict=True))
        yield table, row


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table."""
    return [str(row[1]) for row in connection.execute(f'PRAGMA main.table_info("{table}")')]


def differs(connection: sqlite3.Connection, table: str) -> str:
    """Return SQL that is true for rows ``here`` and ``there`` of one id that are not the same."""
    pairs = (f'here."{name}" IS NOT there."{name}"' for name in columns_of(connection, table))
    return f"({' OR '.join(pairs)})"


def _of_table(connection: sqlite3.Connection, table: str, most: int) -> Iterator[RowDifference]:
    names = columns_of(connection, table)
    mine, theirs = (", ".join(f'{side}."{name}"' for name in names) for side in ("here", "there"))
    for values in connection.execute(
        f'SELECT {mine}, {theirs} FROM main."{table}" AS here'
        f' LEFT JOIN other."{table}" AS there ON there.id = here.id'
        f" WHERE there.id IS NULL OR {differs(connection, table)} ORDER BY here.id LIMIT {most}"
    ):
        here = dict(zip(names, values, strict=False))
        there = dict(zip(names, values[len(names) :], strict=True))
        if there["id"] is None:
            yield RowDifference(table, here, here, None)
        else:
            changed = [name for name in names if here[name] != there[name]]
            yield RowDifference(
                table,
                here,
                {name: here[name] for name in changed},
                {name: there[name] for name in changed},
            )
    for values in connection.execute(
        f'SELECT {theirs} FROM other."{table}" AS there'
        f' WHERE id NOT IN (SELECT id FROM main."{table}") ORDER BY id LIMIT {most}'
    ):
        there = dict(zip(names, values, strict=True))
        yield RowDifference(table, there, None, there)
