"""Whether the office and its executive are called alike in all that was typed for a year."""

from collections.abc import Iterable, Iterator

from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.measure_facts import Row
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import Measure, Step, Topic, Tracker
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
from ita_desktop.workflows.readiness.reading import Question


def lacks_of_names(question: Question) -> Iterable[Lack]:
    """Return what is not told of the office, and the texts that name another one."""
    reading, year = question.reading, question.fiscal_year
    office = reading.office()
    yield from office_lacks(office, known=reading.has_office())
    if not reading.has_office():
        return
    yield from name_lacks(_of_announcements(reading.announcements(year)), office)
    yield from name_lacks(_of_measures(reading.tracker(year)), office)
    yield from name_lacks(_of_risks(reading.register(year)), office)


def _of_announcements(announcements: Iterable[Announcement]) -> Iterator[Said]:
    for one in announcements:
        for field, words in (("subject", "เรื่อง"), ("text", "ข้อความ")):
            place = Place(kind="announcement", number=one.id, field=field)
            yield Said(f"{words}ของ{one.kind.words}", getattr(one, field), place)


def _of_measures(tracker: Tracker) -> Iterator[Said]:
    for topic in tracker.topics:
        name = f"ประเด็น {quoted(topic_name(topic))}"
        for field, text in (("title", topic.title), ("heading", topic.heading)):
            place = Place(kind="topic", number=topic.id, field=field, topic=topic.id)
            yield Said(name, text, place)
        for item in topic.items:
            place = Place(kind="topic_item", number=item.id, field="finding", topic=topic.id)
            yield Said(f"ข้อค้นพบของ{name}", item.finding, place)
        for measure in topic.measures:
            for step in (None, *measure.steps):
                yield from _of_row(topic, measure, step)


def _of_row(topic: Topic, measure: Measure, step: Step | None) -> Iterator[Said]:
    told = measure if step is None else step
    row = Row(topic, measure, step)
    for field in ("text", "follow_up"):
        if text := getattr(told, field):
            yield Said(row.name, text, row.place(field))
    for months, result in told.results.items():
        for field in ("result", "outcome"):
            if text := getattr(result, field):
                yield Said(f"ผลของ{row.name}", text, row.place(field, months))


def _of_risks(register: Register) -> Iterator[Said]:
    for process in register.processes:
        yield Said(say_process(process), process.text, of_process(process, "text"))
    for one in register.risks():
        yield Said(say_risk(one), one.risk.text, of_risk(one, "text"))
    for process, treatment in treatments_of(register):
        name = say_treatment(process, treatment)
        yield Said(name, treatment.text, of_treatment(treatment, "text"))
