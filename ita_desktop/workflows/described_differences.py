"""What two states of a data file do not share, in words: one line for each field."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ita_desktop.db.change_log import Change
from ita_desktop.db.differing_rows import RowDifference
from ita_desktop.workflows.described_changes import lines_of, place_of

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
    two halves are one line, and none where they say the same. Two rows that are called alike are
    never one.
    """
    found: list[Compared] = []
    halves: dict[tuple[bool, str, str], list[int]] = {}
    for row in rows:
        half = row.here is None or row.there is None
        for one in _lines(row):
            place = (one.place, one.field)
            if half and (other := halves.get((row.here is not None, *place))):
                number = other.pop(0)
                whole = found[number]
                found[number] = (
                    replace(whole, there=one.there)
                    if row.here is None
                    else replace(whole, here=one.here)
                )
                continue
            if half:
                halves.setdefault((row.here is None, *place), []).append(len(found))
            found.append(one)
    return tuple(one for one in found if one.here != one.there)


def _lines(row: RowDifference) -> list[Compared]:
    of = ""
    for table, values in reversed(row.above):
        of = place_of(table, values, of)
    lines = lines_of(Change(row.table, 0, row.here, row.there), {**row.whole, "of": of})
    here, there = (_THERE_IS_NONE if side is None else "" for side in (row.here, row.there))
    return [
        Compared(line.place, line.field, line.before or here, line.after or there)
        if line.field
        else Compared(line.place, "", here or _THERE_IS, there or _THERE_IS)
        for line in lines
    ]
