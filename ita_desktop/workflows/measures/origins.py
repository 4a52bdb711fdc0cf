"""Which rows of earlier years a carried row of measures goes on from, over the years between.

Each carried row says in a free column from which row of which year it came (``CARRIED``).
"""

import re
from collections.abc import Iterator
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Measure, Step, TopicItem, Tracker

CARRIED: Final = "ยกมาจาก"
"""The free column that says which row of which year a row goes on from, and how far that was."""
_MARK: Final = re.compile(r"ปี (\d{4}) เลขที่ (\d+)")

Row = TopicItem | Measure | Step
Key = tuple[type, int]
"""A row by what it is and its number, which no other year has."""


def key_of(row: Row) -> Key:
    """Return by what a row is known in all years."""
    return type(row), row.id


def rows_of(tracker: Tracker) -> Iterator[Row]:
    """Give every row of a year that may have been carried."""
    for topic in tracker.topics:
        yield from topic.items
        for measure in topic.measures:
            yield measure
            yield from measure.steps


class Origins:
    """Follows the marks of carried rows back; each year is read once."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._years: dict[int, dict[Key, Row]] = {}

    def of(self, row: Row, year: int) -> Iterator[tuple[int, Key]]:
        """Give year and key of each row that a row of ``year`` goes on from, the latest first.

        It ends where a row between was deleted, or a mark was edited.
        """
        found: Row | None = row
        while found is not None and (mark := _MARK.match(found.extra.get(CARRIED, ""))):
            earlier, key = int(mark[1]), (type(row), int(mark[2]))
            if earlier >= year:  # edited: it would lead around for ever
                return
            yield earlier, key
            year, found = earlier, self._rows(earlier).get(key)

    def _rows(self, year: int) -> dict[Key, Row]:
        if year not in self._years:
            tracker = load_tracker(self._file, year)
            self._years[year] = {key_of(row): row for row in rows_of(tracker)}
        return self._years[year]
