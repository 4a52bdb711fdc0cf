"""What is due next: late ones one line a kind, then by day; only what is known as a fact."""

from datetime import date
from decimal import Decimal

from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.criteria import Status
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem, PublishState
from ita_desktop.domain.ita_calendar import ItaDate
from ita_desktop.domain.measures import Measure, Round, State, Step, StepResult, Topic, Tracker
from ita_desktop.domain.next_dates import ROUND_FIELD, Dated, NextDate, next_dates
from ita_desktop.domain.score_entry import EXCLUDED, Entry

TODAY = date(2023, 2, 1)
EMPTY = Disclosure(fiscal_year=2566)


def tracker(*steps: Step, closed: bool = False) -> Tracker:
    topic = Topic(id=1, fiscal_year=2566, measures=(Measure(id=2, text="ม", steps=steps),))
    rounds: tuple[Round, ...] = (6, 12) if closed else ()
    return Tracker(fiscal_year=2566, topics=(topic,), closed=frozenset(rounds))


def told(found: tuple[NextDate, ...]) -> list[tuple[str, Dated, int, bool]]:
    return [(one.day.isoformat(), one.of, one.count, one.late) for one in found]


def test_rounds_end_on_31_march_and_30_september_until_they_are_closed() -> None:
    found = next_dates(tracker(), EMPTY, (), (), TODAY, {})
    assert told(found) == [
        ("2023-03-31", Dated.ROUND, 1, False),
        ("2023-09-30", Dated.ROUND, 1, False),
    ]
    first = found[0].place
    assert first is not None
    assert (first.kind, first.field, first.months) == ("fiscal_year", ROUND_FIELD, 6)
    assert next_dates(tracker(closed=True), EMPTY, (), (), TODAY, {}) == ()


def test_what_is_due_today_is_not_late_and_not_passed() -> None:
    last = date(2023, 3, 31)
    found = next_dates(tracker(Step(id=1, text="ก", period="มี.ค. ๖๖")), EMPTY, (), (), last, {})
    days = [(one.day, one.of, one.late) for one in found if one.day == last]
    assert sorted(days) == [(last, Dated.ROUND, False), (last, Dated.STEP, False)]
    assert len(found) == 3


def test_steps_that_end_on_one_day_are_one_line_and_ended_ones_are_none() -> None:
    steps = (
        Step(id=1, text="ก", period="ต.ค. - ธ.ค. ๖๕"),
        Step(id=2, text="ข", period="พ.ย. ๖๕"),
        Step(id=3, text="ค", period="มี.ค. ๖๖"),
        Step(id=4, text="ง", period="ก.พ. - มี.ค. ๖๖"),
        Step(id=5, text="จ", period="มี.ค. ๖๖", results={6: StepResult(state=State.DONE)}),
        Step(id=6, text="ฉ", period="เมื่อพร้อม"),
    )
    found = next_dates(tracker(*steps, closed=True), EMPTY, (), (), TODAY, {})
    assert told(found) == [
        ("2022-11-30", Dated.STEP, 2, True),
        ("2023-03-31", Dated.STEP, 2, False),
    ]
    assert [one.place and one.place.row for one in found] == ["step:2", "step:3"]
    assert found[0].words.startswith("2 ขั้นตอน เริ่มจากขั้นตอน “ข”")


def test_open_items_and_dated_drafts_are_due_and_what_is_out_is_not() -> None:
    items = (
        DisclosureItem(code="O1", due=date(2023, 4, 30)),
        DisclosureItem(code="O2", due=date(2023, 4, 30), state=PublishState.IN_WORK),
        DisclosureItem(code="O3", due=date(2023, 4, 30), state=PublishState.PUBLISHED),
    )
    disclosure = Disclosure(fiscal_year=2566, items={one.code: one for one in items})
    announcements = (
        Announcement(id=5, fiscal_year=2566, kind=AnnouncementKind.PLAN, dated=date(2023, 2, 9)),
        Announcement(id=6, fiscal_year=2566, kind=AnnouncementKind.NO_GIFT),
        Announcement(
            id=7,
            fiscal_year=2566,
            kind=AnnouncementKind.MEASURES,
            dated=date(2023, 2, 9),
            issued="2023-01-01T00:00:00+00:00",
        ),
    )
    found = next_dates(tracker(closed=True), disclosure, announcements, (), TODAY, {})
    assert told(found) == [
        ("2023-02-09", Dated.ANNOUNCEMENT, 1, False),
        ("2023-04-30", Dated.DISCLOSURE, 2, False),
    ]
    assert found[1].words == "2 ข้อ เริ่มจากเผยแพร่ข้อ O1"
    scores: dict[str, Entry] = {"O1": Decimal(100), "O2": EXCLUDED}
    (only,) = next_dates(tracker(closed=True), disclosure, announcements, (), TODAY, scores)
    assert only.of is Dated.ANNOUNCEMENT, "what the scores of the year count waits for nobody"


def test_days_of_the_assessment_are_shown_until_they_have_passed_and_lead_nowhere() -> None:
    def step(words: str, first: date, last: date) -> ItaDate:
        return ItaDate(words=words, first=first, last=last, status=Status.VERIFIED, source="")

    calendar = (
        step("ประกาศ", date(2023, 1, 5), date(2023, 1, 5)),
        step("ตอบแบบ", date(2023, 1, 1), date(2023, 4, 30)),
    )
    (found,) = next_dates(tracker(closed=True), EMPTY, (), calendar, TODAY, {})
    assert (found.day, found.of, found.place) == (date(2023, 4, 30), Dated.ITA, None)
    assert found.words == "วันสุดท้าย: ตอบแบบ"
