"""The change log: every write of every table belongs to a named deed and can be taken back.

Triggers append the old and the new row; an update stores only the columns that changed. A write
outside a deed fails, because a change must name its deed. Undo writes the old rows back as a deed
of its own, so the log only ever grows.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

Read: TypeAlias = Callable[[str, tuple[object, ...]], list[tuple[Any, ...]]]
"""Runs a query and returns its rows: ``DataFile.read``."""

CHANGE_LOG_TABLES = """
CREATE TABLE deed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('start', 'edit', 'undo', 'redo')),
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    of_deed INTEGER REFERENCES deed (id)
) STRICT;
CREATE TABLE current_deed (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    deed INTEGER REFERENCES deed (id)
) STRICT;
INSERT INTO current_deed (id, deed) VALUES (1, NULL);
CREATE INDEX deed_by_state ON deed (state, id);
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    deed INTEGER NOT NULL REFERENCES deed (id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    old TEXT,
    new TEXT
) STRICT;
CREATE INDEX change_by_deed ON change (deed);
CREATE INDEX change_by_row ON change (table_name, row_id);
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """A named change: what the clerk did, when (UTC) and who."""

    id: int
    name: str
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a deed did to one row: None before an insert and after a delete.

    For an update both sides hold only the columns that changed.
    """

    table: str
    row: int
    old: dict[str, object] | None
    new: dict[str, object] | None


def log_changes_of(connection: sqlite3.Connection, table: str) -> None:
    """Put the three triggers on ``table`` that write its changes to the log."""
    for statement in log_triggers(connection, table):
        connection.execute(statement)


def log_triggers(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the statements that make the three triggers of ``table``, which must be there."""
    columns = _columns_of(connection, table)
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    return tuple(
        f'CREATE TRIGGER "log_{table}_{event.lower()}" AFTER {event} ON "{table}" {condition} '
        "BEGIN INSERT INTO change (deed, table_name, row_id, old, new) VALUES ("
        f"(SELECT deed FROM current_deed), '{table}', {row}.id, {old}, {new}); END"
        for event, condition, row, old, new in (
            ("INSERT", "", "NEW", "NULL", _row_as_json("NEW", columns)),
            ("DELETE", "", "OLD", _row_as_json("OLD", columns), "NULL"),
            (
                "UPDATE",
                f"WHEN {changed}",
                "OLD",
                _difference("OLD", columns),
                _difference("NEW", columns),
            ),
        )
    )


def _columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _row_as_json(side: str, columns: Iterable[str]) -> str:
    """Return SQL that writes a whole row as JSON."""
    return "'{' || " + " || ',' || ".join(_pair(side, column) for column in columns) + " || '}'"


def _difference(side: str, columns: Iterable[str]) -> str:
    """Return SQL that writes the columns of one side that an update changed."""
    pairs = " UNION ALL ".join(
        f'SELECT {_pair(side, c)} AS pair WHERE OLD."{c}" IS NOT NEW."{c}"' for c in columns
    )
    return f"'{{' || (SELECT group_concat(pair, ',') FROM ({pairs})) || '}}'"


def _pair(side: str, column: str) -> str:
    """Return SQL that writes ``"column":value``.

    By plain text functions: with ``trusted_schema=OFF`` SQLite 3.40 lets no trigger call its own
    json functions. Control letters stay as they are; ``values_of`` reads them.
    """
    value = f'{side}."{column}"'
    return (
        f"'\"{column}\":' || CASE typeof({value}) WHEN 'null' THEN 'null'"
        f" WHEN 'text' THEN '\"' || replace(replace({value}, '\\', '\\\\'), '\"', '\\\"') || '\"'"
        f" WHEN 'blob' THEN '{{\"hex\":\"' || hex({value}) || '\"}}' ELSE {value} END"
    )


def begin(
    connection: sqlite3.Connection,
    name: str,
    person: str,
    kind: str = "edit",
    of: int | None = None,
) -> int:
    """Open a deed inside the running transaction and return its number."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    state = "done" if kind == "edit" else "dropped"
    cursor = connection.execute(
        "INSERT INTO deed (name, at, person, kind, state, of_deed) VALUES (?, ?, ?, ?, ?, ?)",
        (_whole_letters(name), now, _whole_letters(person), kind, state, of),
    )
    number = cast("int", cursor.lastrowid)
    _set_current(connection, number)
    if kind == "edit":
        connection.execute("UPDATE deed SET state = 'dropped' WHERE state = 'undone'")
    return number


@contextmanager
def beginning(connection: sqlite3.Connection, name: str, person: str) -> Generator[None]:
    """Put what the block writes, inside a deed, on a deed of its own that undo passes over."""
    edit = connection.execute(
        "SELECT id FROM deed WHERE id = (SELECT deed FROM current_deed) AND kind = 'edit'"
    ).fetchone()
    if edit is None:  # the open deed stays anyway; or there is none, and the write will fail
        yield
        return
    begin(connection, name, person, "start", edit[0])
    yield
    _set_current(connection, edit[0])


def end(connection: sqlite3.Connection, deed: int) -> None:
    """Close the open deed: from here on a write outside a deed fails again.

    One whose only changes are a beginning leaves nothing to undo.
    """
    _set_current(connection, None)
    connection.execute(
        "UPDATE deed SET state = 'dropped' WHERE id = ? AND kind = 'edit'"
        " AND NOT EXISTS (SELECT 1 FROM change WHERE deed = deed.id)",
        (deed,),
    )


def changes_of(read: Read, deed: int) -> tuple[Change, ...]:
    """Return what a deed changed, in order. Raises ValueError or TypeError for a broken record."""
    return _changes(read, "deed = ?", (deed,))


def last_changes(read: Read) -> tuple[Change, ...]:
    """Return what the newest deed changed, in order, a beginning within it included."""
    newest = "SELECT iif(kind = 'start', coalesce(of_deed, id), id) FROM deed ORDER BY id DESC"
    return _changes(read, f"deed >= ({newest} LIMIT 1)", ())


def _changes(read: Read, which: str, values: tuple[object, ...]) -> tuple[Change, ...]:
    rows = read(
        f"SELECT table_name, row_id, old, new FROM change WHERE {which} ORDER BY id", values
    )
    return tuple(
        Change(table, row, values_of(old), values_of(new)) for table, row, old, new in rows
    )


def changed_anything(connection: sqlite3.Connection, deed: int) -> bool:
    """Return whether a deed, the newest but for beginnings within it, has changed a row."""
    found = connection.execute("SELECT 1 FROM change WHERE deed >= ? LIMIT 1", (deed,))
    return found.fetchone() is not None


def _set_current(connection: sqlite3.Connection, deed: int | None) -> None:
    connection.execute("UPDATE current_deed SET deed = ?", (deed,))


def _whole_letters(text: str) -> str:
    """Return the text without half letters, which a file's or user's name may hold."""
    return text.encode(errors="replace").decode()


def values_of(text: object) -> dict[str, object] | None:
    """Return one side of a change as it is on record; None where the row was not there.

    Raises ValueError or TypeError for a record that none of ours is.
    """
    if text is None:
        return None
    values: object = json.loads(cast("str", text), strict=False)
    if not isinstance(values, dict):
        raise TypeError(text)
    return {name: _value(value) for name, value in cast("dict[str, object]", values).items()}


def _value(value: object) -> object:
    if isinstance(value, dict):
        return bytes.fromhex(cast("dict[str, str]", value)["hex"])
    if isinstance(value, list):
        raise TypeError
    return value


def next_undo(read: Read) -> Deed | None:
    """Return the deed that undo would take back, or None."""
    return _deed(read, "SELECT max(id) FROM deed WHERE state = 'done'")


def next_redo(read: Read) -> Deed | None:
    """Return the deed that redo would do again, or None."""
    return _deed(read, "SELECT min(id) FROM deed WHERE state = 'undone'")


def standing(read: Read, first: int) -> tuple[Deed, ...]:
    """Return the deeds that stand, from the newest down to number ``first``: undone in this order.

    Empty where ``first`` itself does not stand.
    """
    return _row_of_deeds(read, "state = 'done' AND id >= ? ORDER BY id DESC", first)


def undone(read: Read, last: int) -> tuple[Deed, ...]:
    """Return the undone deeds, from the oldest up to number ``last``: redone in this order.

    Empty where ``last`` itself is not undone.
    """
    return _row_of_deeds(read, "state = 'undone' AND id <= ? ORDER BY id", last)


def _row_of_deeds(read: Read, which: str, end: int) -> tuple[Deed, ...]:
    rows = read(f"SELECT id, name, at, person FROM deed WHERE {which}", (end,))
    deeds = tuple(Deed(row[0], row[1], datetime.fromisoformat(row[2]), row[3]) for row in rows)
    return deeds if deeds and deeds[-1].id == end else ()


def tables_since(read: Read, deed: int | None) -> frozenset[str]:
    """Return the tables that deeds newer than number ``deed`` (None: all of them) changed."""
    rows = read("SELECT DISTINCT table_name FROM change WHERE deed > ?", (deed or 0,))
    return frozenset(str(row[0]) for row in rows)


def latest_deed(read: Read) -> int | None:
    """Return the number of the newest deed, or None before the first."""
    ((number,),) = read("SELECT max(id) FROM deed", ())
    return number


def write_back(
    connection: sqlite3.Connection,
    changes: Collection[Change],
    tables: Collection[str],
    *,
    forward: bool,
) -> None:
    """Write the old rows (or, forward, the new ones) of ``changes``, in the order given.

    Raises LookupError where the log names another table than ``tables``, a column that is not
    there, or a row that is not: the log and the tables would part.
    """
    named_tables = {change.table for change in changes}.intersection(tables)
    columns = {table: frozenset(_columns_of(connection, table)) for table in named_tables}
    for change in changes:
        named = {**(change.old or {}), **(change.new or {})}
        if not named or not columns[change.table].issuperset(named):
            raise LookupError(change)
        wanted = change.new if forward else change.old
        present = change.old if forward else change.new
        if wanted is None:
            statement, values = f'DELETE FROM "{change.table}" WHERE id = ?', (change.row,)
        elif present is None:
            names = ", ".join(f'"{name}"' for name in wanted)
            marks = ", ".join("?" * len(wanted))
            statement = f'INSERT INTO "{change.table}" ({names}) VALUES ({marks})'
            values = tuple(wanted.values())
        else:
            names = ", ".join(f'"{name}" = ?' for name in wanted)
            statement = f'UPDATE "{change.table}" SET {names} WHERE id = ?'
            values = (*wanted.values(), change.row)
        if connection.execute(statement, values).rowcount != 1:
            raise LookupError(change)


def set_state(connection: sqlite3.Connection, deed: int, state: str) -> None:
    """Remember whether an edit is ``done`` or ``undone``."""
    connection.execute("UPDATE deed SET state = ? WHERE id = ?", (state, deed))


def _deed(read: Read, number: str) -> Deed | None:
    rows = read(f"SELECT id, name, at, person FROM deed WHERE id = ({number})", ())
    return next(
        (Deed(row[0], row[1], datetime.fromisoformat(row[2]), row[3]) for row in rows), None
    )
