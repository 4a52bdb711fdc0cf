"""Where in the register a change is seen."""

from collections.abc import Iterable
from typing import Final

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import PARENT, Kind, parent_of

_KINDS: Final = (Kind.TREATMENT, Kind.RISK, Kind.PROCESS)


def first_touched(file: DataFile, changes: Iterable[Change]) -> tuple[int, str] | None:
    """Return where the first of the changes is seen: fiscal year and row ("risk:45").

    A row that is gone is seen where it was, in its process. None where nothing is left to be seen.
    """
    for change in changes:
        for kind, number in _rows(change):
            year = _year_of(file, kind, number)
            if year is not None:
                return year, f"{kind}:{number}"
    return None


def _rows(change: Change) -> Iterable[tuple[Kind, int]]:
    if change.table in map(str, _KINDS):
        yield Kind(change.table), change.row
    elif change.table != "treatment_result":
        return
    for values in (change.old or {}, change.new or {}):
        for kind in (Kind.TREATMENT, Kind.PROCESS):
            if isinstance(number := values.get(kind), int):
                yield kind, number


def _year_of(file: DataFile, kind: Kind, number: int) -> int | None:
    parent = parent_of(file, kind, number)
    if parent is None or kind is Kind.PROCESS:
        return parent
    return parent_of(file, Kind(PARENT[kind]), parent)
