"""The change log as it is read: deeds in windows, the changes of one, the story of a field.

Nothing here writes. What no release of ours wrote raises ValueError, TypeError or LookupError; a
caller reads inside ``DataFile.understanding(HISTORY)``.
"""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ita_desktop.db.change_log import Change, Read, values_of
from ita_desktop.thai.digits import to_arabic_digits, to_thai_digits

_COLUMNS = "deed.id, deed.name, deed.at, deed.person, deed.kind, deed.state"
_IN_PATTERN = frozenset("*?[")
_CODE = re.compile(r"[A-Za-z][0-9]{1,3}")
"""An item: i7, e12, O43."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A deed as it is on record; ``at`` in UTC."""

    id: int
    name: str
    at: datetime
    person: str
    kind: str
    """``edit``, ``start`` (what undo passes over), ``undo`` or ``redo`` of an edit."""
    state: str
    """Of an edit: ``done``, ``undone`` or, undone and another one done, ``dropped``."""
    changes: int = 0
    """How many rows it wrote."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A change with its number in the log: later changes have higher ones."""

    id: int
    change: Change


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a deed made of one field; None where the row was not there."""

    deed: Recorded
    before: object
    after: object


def deed_numbers(read: Read, sought: str = "") -> "array[int]":
    """Return the numbers of all deeds whose name or person holds ``sought``, newest first.

    Thai digits equal Arabic ones, small letters capitals. Of the code of an item also those that
    changed a score of it: a paste of twenty scores does not name them.
    """
    if not sought:
        rows = read("SELECT id FROM deed ORDER BY id DESC", ())
        return array("q", (row[0] for row in rows))
    pattern = f"*{''.join(map(_pattern, sought))}*"
    rows = read("SELECT id FROM deed WHERE name GLOB ? OR person GLOB ?", (pattern, pattern))
    found = {int(row[0]) for row in rows}
    if _CODE.fullmatch(code := to_arabic_digits(sought)):
        for (year,) in read("SELECT id FROM fiscal_year", ()):
            for one in (code.lower(), code.upper()):
                key = {"fiscal_year": year, "code": one}
                found.update(told.deed.id for told in field_changes(read, "score", key, "value"))
    return array("q", sorted(found, reverse=True))


def _pattern(letter: str) -> str:
    """Return what GLOB takes for a letter and for those that mean the same."""
    same = {letter, letter.lower(), letter.upper(), to_arabic_digits(letter)}
    same = {one for one in same | {to_thai_digits(letter)} if len(one) == 1}
    if len(same) == 1 and letter not in _IN_PATTERN:
        return letter
    return f"[{''.join(sorted(same))}]"


def recorded(read: Read, numbers: Sequence[int]) -> tuple[Recorded, ...]:
    """Return the deeds of these numbers, as many as fit a screen, in the order given."""
    marks = ", ".join("?" * len(numbers))
    rows = read(
        f"SELECT {_COLUMNS}, (SELECT count(*) FROM change WHERE deed = deed.id) FROM deed"
        f" WHERE id IN ({marks})",
        tuple(numbers),
    )
    found = {row[0]: _recorded(row) for row in rows}
    return tuple(found[number] for number in numbers)


def changes_of(read: Read, deed: int) -> tuple[Numbered, ...]:
    """Return what a deed changed, in order."""
    rows = read(
        "SELECT id, table_name, row_id, old, new FROM change WHERE deed = ? ORDER BY id", (deed,)
    )
    return tuple(
        Numbered(number, Change(table, row, values_of(old), values_of(new)))
        for number, table, row, old, new in rows
    )


def key_of(
    read: Read, numbered: Numbered, columns: Sequence[str], tables: Sequence[str]
) -> dict[str, object]:
    """Return columns of the row that a change was about, as they were when it was made.

    An update is on record with what it changed only; the rest is in a later change that has it, or
    in the row as it is now.
    """
    change = numbered.change
    known: dict[str, object] = {"id": change.row, **(change.old or {}), **(change.new or {})}
    missing = [column for column in columns if column not in known]
    for column in missing:
        later = read(
            "SELECT old FROM change WHERE table_name = ? AND row_id = ? AND id > ?"
            " AND instr(old, ?) ORDER BY id LIMIT 1",
            (change.table, change.row, numbered.id, f'"{column}":'),
        )
        if later:
            known[column] = (values_of(later[0][0]) or {}).get(column)
        elif change.table in tables:
            query = f'SELECT "{column}" FROM "{change.table}" WHERE id = ?'
            known[column] = next((row[0] for row in read(query, (change.row,))), None)
    return {column: known.get(column) for column in columns}


def field_changes(
    read: Read, table: str, key: Mapping[str, object], column: str
) -> tuple[FieldChange, ...]:
    """Return what became of one field, newest first: over deletion, undo, redo and new row ids.

    ``key`` are the columns, of ``table``, that say which row is meant, whatever its id is.
    """
    rows = [*_rows_that_were(read, table, key)]
    marks = ", ".join("?" * len(rows))
    found = read(
        f"SELECT old, new, {_COLUMNS} FROM change JOIN deed ON deed.id = change.deed"
        f" WHERE table_name = ? AND row_id IN ({marks}) ORDER BY change.id DESC",
        (table, *rows),
    )
    return tuple(_field_changes(found, column))


def row_changes(
    read: Read, table: str, row: int, key: Mapping[str, object]
) -> tuple[tuple[Recorded, Numbered], ...]:
    """Return all that became of a row, newest first, with the deeds that did it.

    Rows that had the same ``key`` are the same row to people, whatever their ids were.
    """
    rows = {row, *(_rows_that_were(read, table, key) if key else ())}
    marks = ", ".join("?" * len(rows))
    found = read(
        f"SELECT change.id, row_id, old, new, {_COLUMNS} FROM change"
        " JOIN deed ON deed.id = change.deed"
        f" WHERE table_name = ? AND row_id IN ({marks}) ORDER BY change.id DESC",
        (table, *rows),
    )
    return tuple(
        (_recorded(deed), Numbered(number, Change(table, at, values_of(old), values_of(new))))
        for number, at, old, new, *deed in found
    )


def _field_changes(found: Sequence[tuple[object, ...]], column: str) -> Iterator[FieldChange]:
    """Give the changes of a column; a row that a deed deleted and wrote anew counts once."""
    newer: FieldChange | None = None
    for old_text, new_text, *deed in found:
        old, new = values_of(old_text), values_of(new_text)
        if column not in {**(old or {}), **(new or {})}:
            continue
        one = FieldChange(_recorded(deed), (old or {}).get(column), (new or {}).get(column))
        if newer is not None and newer.deed.id == one.deed.id:
            newer = FieldChange(newer.deed, one.before, newer.after)
            continue
        if newer is not None and newer.before != newer.after:
            yield newer
        newer = one
    if newer is not None and newer.before != newer.after:
        yield newer


def _rows_that_were(read: Read, table: str, key: Mapping[str, object]) -> set[int]:
    """Return the ids of the row now and of all rows that had its key when they came or went."""
    which = " AND ".join(f'"{column}" = ?' for column in key)
    now = read(f'SELECT id FROM "{table}" WHERE {which}', tuple(key.values()))
    rows = {int(row[0]) for row in now}
    texts = [_as_logged(column, value) for column, value in key.items() if isinstance(value, str)]
    held = "".join(" AND instr(coalesce(new, old), ?)" for _ in texts)
    whole = read(
        "SELECT row_id, coalesce(new, old) FROM change WHERE table_name = ?"
        f" AND (old IS NULL OR new IS NULL){held}",
        (table, *texts),
    )
    for row, text in whole:
        values = values_of(text) or {}
        if all(values.get(column) == value for column, value in key.items()):
            rows.add(int(row))
    return rows


def _as_logged(column: str, value: str) -> str:
    """Return a text as the triggers write it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{column}":"{escaped}"'


def _recorded(row: Sequence[object]) -> Recorded:
    number, name, at, person, kind, state, *changes = row
    if not isinstance(number, int):
        raise TypeError(number)
    said = (str(name), datetime.fromisoformat(str(at)), str(person), str(kind), str(state))
    return Recorded(number, *said, *(int(str(count)) for count in changes))
