"""Rules of what is reported on measures: what O43 of 2566 asks for, and what contradicts itself."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.domain.due import ENDED, Due, due_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measure_facts import Facts, Row, Rule, lack_of, rows_of
from ita_desktop.domain.measures import Round, State, StepResult, period_of, result_of
from ita_desktop.domain.periods import span_of
from ita_desktop.thai.fiscal import half_year_dates
from ita_desktop.thai.text import quoted


def _reports(facts: Facts) -> Iterator[Lack]:
    """Find reports that are due; a step that ended in the first half may stay silent later.

    A step whose time begins after the round has nothing to report in it.
    """
    for row in rows_of(facts.tracker):
        for months in facts.rounds:
            if months in facts.tracker.closed:
                continue
            told = result_of(row.measure, row.step, months)
            if told.is_empty and _begins_later(row, facts, months):
                continue
            if told.is_empty:
                ended = months == 12 and _ended_before(row)
                severity = Severity.NOTE if ended else Severity.ERROR
                words = f"{row.name} ยังไม่มีผลการดำเนินการรอบ {months} เดือน"
                yield lack_of(severity, facts.report, row.place("result", months), words)
            elif told.state is State.UNTOLD:
                words = f"{row.name} ยังไม่ระบุสถานะรอบ {months} เดือน"
                yield lack_of(Severity.WARNING, facts.report, row.place("state", months), words)
            elif told.state in (State.IN_WORK, State.DONE) and not told.result:
                words = f"{row.name} {told.state.words}แต่ยังไม่เขียนผลการดำเนินการรอบ {months} เดือน"
                yield lack_of(Severity.WARNING, facts.report, row.place("result", months), words)


def _begins_later(row: Row, facts: Facts, months: Round) -> bool:
    year = facts.tracker.fiscal_year
    span = span_of(period_of(row.measure, row.step), year)
    return span is not None and span.first > half_year_dates(year, months)[1]


def _ended_before(row: Row) -> bool:
    return result_of(row.measure, row.step, 6).state in ENDED


def _late(facts: Facts) -> Iterator[Lack]:
    """Find steps whose time is over and that are not ended; a report that is due tells more."""
    year = facts.tracker.fiscal_year
    months: Round = facts.rounds[-1] if facts.rounds else 6
    for row in rows_of(facts.tracker):
        if facts.rounds and result_of(row.measure, row.step, months).is_empty:
            continue
        due = due_of(row.measure, row.step, year, facts.today)
        if due in _LATE_WORDS:
            period = quoted(period_of(row.measure, row.step))
            words = f"{row.name} เลยกำหนด {period} แล้ว{_LATE_WORDS[due]}"
            yield lack_of(Severity.WARNING, facts.report, row.place("state", months), words)


_LATE_WORDS: Final = {
    Due.LATE: "แต่ยังไม่แล้วเสร็จ",
    Due.TOLD: " มีผลการดำเนินการแต่ยังไม่ระบุสถานะ",
}


def _percents(facts: Facts) -> Iterator[Lack]:
    for row in rows_of(facts.tracker):
        own = row.measure.results if row.step is None else row.step.results
        for months in own:
            told = result_of(row.measure, row.step, months)
            if _contradicts(told):
                words = (
                    f"{row.name} รอบ {months} เดือน ระบุว่า{told.state.words}"
                    f"แต่ร้อยละความก้าวหน้าเป็น {told.percent}"
                )
                yield lack_of(Severity.WARNING, facts.report, row.place("percent", months), words)


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


REPORT_RULES: Final[tuple[Rule, ...]] = (_reports, _late, _percents)
