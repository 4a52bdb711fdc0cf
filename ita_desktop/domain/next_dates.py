"""What is due next in a fiscal year: rounds, steps, OIT items, announcements, days of ป.ป.ช."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.disclosure import Disclosure, is_waited_for
from ita_desktop.domain.due import Due, due_of
from ita_desktop.domain.ita_calendar import ItaDate
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_facts import Row, rows_of
from ita_desktop.domain.measures import ROUNDS, Tracker, period_of
from ita_desktop.domain.periods import span_of
from ita_desktop.domain.score_entry import Entry
from ita_desktop.thai.fiscal import half_year_dates

ROUND_FIELD = "rounds"
"""The field of the year that stands for its two rounds of reporting."""


class Dated(StrEnum):
    """What a day is of."""

    ROUND = "round"
    STEP = "step"
    DISCLOSURE = "disclosure"
    ANNOUNCEMENT = "announcement"
    ITA = "ita"

    @property
    def words(self) -> str:
        """Return it as a short mark before the words."""
        return _WORDS[self]


_WORDS = {
    Dated.ROUND: "รอบรายงาน",
    Dated.STEP: "มาตรการ",
    Dated.DISCLOSURE: "OIT",
    Dated.ANNOUNCEMENT: "ประกาศ",
    Dated.ITA: "ปฏิทิน ITA",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDate:
    """The last day of something; ``count`` things share it. ``place``: the first; None: nowhere."""

    day: date
    of: Dated
    words: str
    place: Place | None = None
    count: int = 1
    late: bool = False
    """The day has passed and it is not done."""


def next_dates(
    tracker: Tracker,
    disclosure: Disclosure,
    announcements: Iterable[Announcement],
    calendar: Iterable[ItaDate],
    today: date,
    scores: Mapping[str, Entry],
) -> tuple[NextDate, ...]:
    """Return what is late, one line a kind, then what is due, the soonest first.

    Steps and items that end on the same day are one line. ``scores``: those of the year, by code.
    """
    every = [
        *_rounds(tracker),
        *_steps(tracker, today),
        *_items(disclosure, scores),
        *_drafts(announcements),
    ]
    late = [one for one in every if one.day < today]
    open_ = [one for one in every if one.day >= today]
    open_ += [one for one in _ita(calendar) if one.day >= today]
    shown = [
        *(replace(one, late=True) for one in _by_kind(late)),
        *_by_day(open_),
    ]
    return tuple(sorted(shown, key=lambda one: (not one.late, one.day)))


def _rounds(tracker: Tracker) -> Iterator[NextDate]:
    year = tracker.fiscal_year
    for months in ROUNDS:
        if months not in tracker.closed:
            yield NextDate(
                day=half_year_dates(year, months)[1],
                of=Dated.ROUND,
                words=f"สิ้นสุดรอบ {months} เดือน ปิดรอบรายงาน",
                place=Place(kind="fiscal_year", number=year, field=ROUND_FIELD, months=months),
            )


def _steps(tracker: Tracker, today: date) -> Iterator[NextDate]:
    """Give one line a day: of thousands of steps only the first that ends on it is named."""
    found: dict[date, list[Row]] = {}
    for row in rows_of(tracker):
        due = due_of(row.measure, row.step, tracker.fiscal_year, today)
        span = span_of(period_of(row.measure, row.step), tracker.fiscal_year)
        if span is not None and due in (Due.LATE, Due.THIS_MONTH, Due.LATER):
            found.setdefault(span.last, []).append(row)
    for day, those in found.items():
        first, count = those[0], len(those)
        place = first.place("period")
        yield NextDate(day=day, of=Dated.STEP, words=first.name, place=place, count=count)


def _items(disclosure: Disclosure, scores: Mapping[str, Entry]) -> Iterator[NextDate]:
    for code, known in disclosure.items.items():
        if known.due is not None and is_waited_for(known, scores):
            place = Place(kind="oit_item", number=disclosure.fiscal_year, field="due", code=code)
            words = f"เผยแพร่ข้อ {code}"
            yield NextDate(day=known.due, of=Dated.DISCLOSURE, words=words, place=place)


def _drafts(announcements: Iterable[Announcement]) -> Iterator[NextDate]:
    for one in announcements:
        if one.dated is not None and not one.is_issued:
            place = Place(kind="announcement", number=one.id, field="dated")
            words = f"{one.kind.words} ยังเป็นร่าง"
            yield NextDate(day=one.dated, of=Dated.ANNOUNCEMENT, words=words, place=place)


def _ita(calendar: Iterable[ItaDate]) -> Iterator[NextDate]:
    for one in calendar:
        words = one.words if one.first == one.last else f"วันสุดท้าย: {one.words}"
        yield NextDate(day=one.last, of=Dated.ITA, words=words)


def _by_kind(dates: Sequence[NextDate]) -> Iterator[NextDate]:
    """Give one line a kind; of rounds each, as there are but two."""
    for of in Dated:
        those = sorted((one for one in dates if one.of is of), key=lambda one: one.day)
        if of is Dated.ROUND:
            yield from those
        elif those:
            yield _together(those)


def _by_day(dates: Sequence[NextDate]) -> Iterator[NextDate]:
    found: dict[tuple[Dated, date], list[NextDate]] = {}
    for one in dates:
        found.setdefault((one.of, one.day), []).append(one)
    for (of, _), those in found.items():
        if of in (Dated.STEP, Dated.DISCLOSURE):
            yield _together(those)
        else:
            yield from those


def _together(those: Sequence[NextDate]) -> NextDate:
    first, count = those[0], sum(one.count for one in those)
    if count == 1:
        return first
    unit = "ขั้นตอน" if first.of is Dated.STEP else "ข้อ" if first.of is Dated.DISCLOSURE else "เรื่อง"
    return replace(first, words=f"{count} {unit} เริ่มจาก{first.words}", count=count)
