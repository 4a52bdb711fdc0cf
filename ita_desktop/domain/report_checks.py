"""Rules of what is reported in a round, of steps and of treatments of risks alike.

O35 and O43 of 2566 ask for what was done; the rest is what contradicts itself.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ita_desktop.domain.due import ENDED, Due
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack, Place, lack_of
from ita_desktop.domain.measures import Round, State, StepResult
from ita_desktop.domain.periods import span_of
from ita_desktop.thai.fiscal import half_year_dates
from ita_desktop.thai.text import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """What is asked of all rows: ``rounds`` are those whose report is due.

    ``content``: how the required content begins that a report is.
    """

    fiscal_year: int
    today: date
    rounds: tuple[Round, ...]
    closed: Collection[Round]
    asked: Asked
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A row that reports: what it is called, its period, and what it says in each round.

    ``told`` has what counts for it, ``own`` the rounds that it has a report of itself in.
    """

    name: str
    period: str
    due: Due
    told: Mapping[Round, StepResult]
    own: Collection[Round]
    place: Callable[[str, Round], Place]

    def result(self, months: Round) -> StepResult:
        """Return what was told of a round."""
        return self.told.get(months, _NOTHING)


_NOTHING: Final = StepResult()


def missing_reports(asked: Reports, rows: Iterable[Reported]) -> Iterator[Lack]:
    """Find reports that are due; a row that ended in the first half may stay silent later.

    A row whose time begins after the round has nothing to report in it.
    """
    for row in rows:
        for months in asked.rounds:
            if months in asked.closed:
                continue
            told = row.result(months)
            if told.is_empty and _begins_later(row, asked, months):
                continue
            if told.is_empty:
                ended = months == 12 and row.result(6).state in ENDED
                severity = Severity.NOTE if ended else Severity.ERROR
                words = f"{row.name} ยังไม่มีผลการดำเนินการรอบ {months} เดือน"
                place = row.place("result", months)
                yield lack_of(severity, asked.asked, place, words, asked.content)
            elif told.state is State.UNTOLD:
                words = f"{row.name} ยังไม่ระบุสถานะรอบ {months} เดือน"
                place = row.place("state", months)
                yield lack_of(Severity.WARNING, asked.asked, place, words, asked.content)
            elif told.state in (State.IN_WORK, State.DONE) and not told.result:
                words = f"{row.name} {told.state.words}แต่ยังไม่เขียนผลการดำเนินการรอบ {months} เดือน"
                place = row.place("result", months)
                yield lack_of(Severity.WARNING, asked.asked, place, words, asked.content)


def _begins_later(row: Reported, asked: Reports, months: Round) -> bool:
    span = span_of(row.period, asked.fiscal_year)
    return span is not None and span.first > half_year_dates(asked.fiscal_year, months)[1]


def late_rows(asked: Reports, rows: Iterable[Reported]) -> Iterator[Lack]:
    """Find rows whose time is over and that are not ended; a report that is due tells more."""
    months: Round = asked.rounds[-1] if asked.rounds else 6
    for row in rows:
        if asked.rounds and row.result(months).is_empty:
            continue
        if row.due in _LATE_WORDS:
            words = f"{row.name} เลยกำหนด {quoted(row.period)} แล้ว{_LATE_WORDS[row.due]}"
            yield lack_of(Severity.WARNING, asked.asked, row.place("state", months), words)


_LATE_WORDS: Final = {
    Due.LATE: "แต่ยังไม่แล้วเสร็จ",
    Due.TOLD: " มีผลการดำเนินการแต่ยังไม่ระบุสถานะ",
}


def contradicting_percents(asked: Reports, rows: Iterable[Reported]) -> Iterator[Lack]:
    """Find a state and a percentage that cannot both be so."""
    for row in rows:
        for months in row.own:
            told = row.result(months)
            if _contradicts(told):
                words = (
                    f"{row.name} รอบ {months} เดือน ระบุว่า{told.state.words}"
                    f"แต่ร้อยละความก้าวหน้าเป็น {told.percent}"
                )
                yield lack_of(Severity.WARNING, asked.asked, row.place("percent", months), words)


def _contradicts(told: StepResult) -> bool:
    match told.state:
        case State.DONE:
            return told.percent is not None and told.percent < 100
        case State.IN_WORK:
            return told.percent == 100
        case State.NOT_STARTED:
            return bool(told.percent)
        case _:
            return False


REPORT_CHECKS: Final = (missing_reports, late_rows, contradicting_percents)
