"""Whether the office and its executive are called alike in all that was typed for a year."""

from collections.abc import Iterable, Iterator
from functools import partial

from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.measure_facts import Row
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import Topic, Tracker
from ita_desktop.domain.name_checks import Said, name_lacks, office_lacks
from ita_desktop.domain.risk_facts import (
    of_process,
    of_risk,
    of_treatment,
    say_process,
    say_risk,
    say_treatment,
    treatments_of,
)
from ita_desktop.domain.risks import Register
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.readiness.reading import Question, Reading


def lacks_of_names(question: Question) -> Iterable[Lack]:
    """Return what is not told of the office, and the texts that name another one."""
    reading, year = question.reading, question.fiscal_year
    office = reading.office()
    shared = _has_rows_of_units(reading, year)
    yield from office_lacks(office, known=reading.has_office(), shared=shared)
    if not reading.has_office():
        return
    yield from name_lacks(_of_announcements(reading.announcements(year)), office)
    yield from name_lacks(_of_measures(reading.tracker(year)), office)
    yield from name_lacks(_of_risks(reading.register(year)), office)


def _has_rows_of_units(reading: Reading, fiscal_year: int) -> bool:
    """Say whether a year has measures, risks, projects or OIT items that somebody is to do."""
    plan = reading.plan(fiscal_year)
    return bool(
        any(topic.measures for topic in reading.tracker(fiscal_year).topics)
        or reading.register(fiscal_year).processes
        or reading.disclosure(fiscal_year).items
        or (plan is not None and any(True for _ in plan.placed()))
    )


def _of_announcements(announcements: Iterable[Announcement]) -> Iterator[Said]:
    for one in announcements:
        for field, words in (("subject", "เรื่อง"), ("text", "ข้อความ")):
            place = partial(Place, kind="announcement", number=one.id, field=field)
            yield Said(partial(str, f"{words}ของ{one.kind.words}"), getattr(one, field), place)


def _of_measures(tracker: Tracker) -> Iterator[Said]:
    for topic in tracker.topics:
        name = partial(_say_topic, topic)
        for field, text in (("title", topic.title), ("heading", topic.heading)):
            place = partial(Place, kind="topic", number=topic.id, field=field, topic=topic.id)
            yield Said(name, text, place)
        for item in topic.items:
            place = partial(
                Place, kind="topic_item", number=item.id, field="finding", topic=topic.id
            )
            yield Said(partial(_say_topic, topic, "ข้อค้นพบของ"), item.finding, place)
        for measure in topic.measures:
            for step in (None, *measure.steps):
                yield from _of_row(Row(topic, measure, step))


def _say_topic(topic: Topic, before: str = "") -> str:
    return f"{before}ประเด็น {quoted(topic_name(topic))}"


def _of_row(row: Row) -> Iterator[Said]:
    told = row.measure if row.step is None else row.step
    yield Said(partial(_say_row, row), told.text, partial(row.place, "text"))
    yield Said(partial(_say_row, row), told.follow_up, partial(row.place, "follow_up"))
    for months, result in told.results.items():
        for field, text in (("result", result.result), ("outcome", result.outcome)):
            yield Said(partial(_say_row, row, "ผลของ"), text, partial(row.place, field, months))


def _say_row(row: Row, before: str = "") -> str:
    return f"{before}{row.name}"


def _of_risks(register: Register) -> Iterator[Said]:
    for process in register.processes:
        place = partial(of_process, process, "text")
        yield Said(partial(say_process, process), process.text, place)
    for one in register.risks():
        yield Said(partial(say_risk, one), one.risk.text, partial(of_risk, one, "text"))
    for process, treatment in treatments_of(register):
        place = partial(of_treatment, treatment, "text")
        yield Said(partial(say_treatment, process, treatment), treatment.text, place)
