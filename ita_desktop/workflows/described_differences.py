"""What two states of a data file do not share, in words: one line for each field."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ita_desktop.db.change_log import Change
from ita_desktop.db.differing_rows import RowDifference
from ita_desktop.workflows.described_changes import lines_of

_THERE_IS, _THERE_IS_NONE = "มี", "ไม่มี"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field: where it is, how it stands in the open file, and how in the other state."""

    place: str
    field: str
    here: str
    there: str


def differences_in_words(rows: Iterable[RowDifference]) -> tuple[Compared, ...]:
    """Return a line for each field that differs, in order.

    A row that was deleted and entered again (a score, say) has another number on either side: its
    two halves are one line, and none where they say the same.
    """
    found: dict[tuple[str, str], Compared] = {}
    for row in rows:
        for one in _lines(row):
            place = (one.place, one.field)
            if (half := found.get(place)) is None:
                found[place] = one
            elif row.here is None:
                found[place] = replace(half, there=one.there)
            else:
                found[place] = replace(half, here=one.here)
    return tuple(one for one in found.values() if one.here != one.there)


def _lines(row: RowDifference) -> list[Compared]:
    lines = lines_of(Change(row.table, 0, row.here, row.there), row.whole)
    here, there = (_THERE_IS_NONE if side is None else "" for side in (row.here, row.there))
    return [
        Compared(line.place, line.field, line.before or here, line.after or there)
        if line.field
        else Compared(line.place, "", here or _THERE_IS, there or _THERE_IS)
        for line in lines
    ]
