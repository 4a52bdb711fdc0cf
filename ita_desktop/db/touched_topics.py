"""Which topics a deed touched, so that only these are read anew."""

from collections.abc import Iterable
from typing import Final

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import PARENT, Kind, parent_of
from ita_desktop.db.schema import MEASURE_TABLES

_MOST: Final = 400
"""Changes that are looked through one by one; of more all is read."""
_ROWS: Final = frozenset(map(str, Kind))


def touched_topics(file: DataFile, changes: Iterable[Change]) -> frozenset[int] | None:
    """Return the topics whose rows the changes are about; None where the list of topics changed.

    A row that is gone is found by what the log kept of it. None also where there are too many
    changes to look through, and for the calendar and closed rounds.
    """
    found: set[int] = set()
    known: dict[tuple[Kind, int], int | None] = {}
    for count, change in enumerate(changes):
        if change.table not in MEASURE_TABLES:
            continue
        if count > _MOST or _is_of_the_list(change):
            return None
        for kind, number in (*_parents(change), *_reported(file, change)):
            if (kind, number) not in known:
                known[kind, number] = _topic_of(file, kind, number)
            if (topic := known[kind, number]) is not None:
                found.add(topic)
    return frozenset(found)


def first_touched(file: DataFile, changes: Iterable[Change]) -> tuple[int, int, str] | None:
    """Return where the first of the changes is seen: fiscal year, topic and row ("step:45").

    A row that is gone is seen where it was: in its measure, or its topic. None where nothing of
    the measures is left to be seen.
    """
    for change in changes:
        if change.table not in MEASURE_TABLES or change.table == Kind.CALENDAR:
            continue
        for kind, number in (*_parents(change), *_reported(file, change)):
            topic = _topic_of(file, kind, number)
            year = None if topic is None else parent_of(file, Kind.TOPIC, topic)
            if topic is not None and year is not None and parent_of(file, kind, number) is not None:
                return year, topic, f"{kind}:{number}"
    return None


def _is_of_the_list(change: Change) -> bool:
    """Say whether topics came, went or moved, or something beside the topics changed."""
    if change.table == Kind.TOPIC:
        return change.old is None or change.new is None or "position" in change.new
    return change.table in (Kind.CALENDAR, "closed_round")


def _parents(change: Change) -> Iterable[tuple[Kind, int]]:
    """Give the rows, still there or not, that a changed row is or belonged to."""
    if change.table in _ROWS:
        yield Kind(change.table), change.row
    for values in (change.old or {}, change.new or {}):
        for column in (Kind.TOPIC, Kind.MEASURE, Kind.STEP):
            if isinstance(number := values.get(column), int):
                yield column, number


def _reported(file: DataFile, change: Change) -> Iterable[tuple[Kind, int]]:
    """Give what a report that is still there is about."""
    if change.table == "step_result" and change.old is not None and change.new is not None:
        for step, measure in file.read(
            "SELECT step, measure FROM step_result WHERE id = ?", (change.row,)
        ):
            yield (Kind.MEASURE, measure) if step is None else (Kind.STEP, step)


def _topic_of(file: DataFile, kind: Kind, number: int) -> int | None:
    while kind is not Kind.TOPIC:
        parent = parent_of(file, kind, number)
        if parent is None:
            return None
        kind, number = Kind(PARENT[kind]), parent
    return number
