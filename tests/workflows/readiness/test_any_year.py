"""Whatever a clerk wrote: a check tells each finding on one line, at a place that is known."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.announcement_checks import ANNOUNCEMENTS
from ita_desktop.domain.disclosure import Disclosure
from ita_desktop.domain.lacks import Lack, points_at_stake, worst_first
from ita_desktop.domain.measures import Tracker
from ita_desktop.domain.score_ranges import score_ranges
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.check import OIT_RULES, as_plain, check
from tests.workflows.disclosure.disclosures import YEAR, disclosures, put_disclosure
from tests.workflows.measures.trackers import put_tracker, trackers

_days = st.dates(date(2022, 10, 1), date(2023, 12, 31))
_KINDS = {
    *("score", "oit_item", "analysis_text", "announcement", "office", "fiscal_year"),
    *("topic", "topic_item", "measure", "step", "calendar_row", "process", "risk", "treatment"),
    *("goal", "section", "project", "plan"),
}


def hold(found: tuple[Lack, ...]) -> None:
    """Assert what is true of all findings."""
    assert found == worst_first([*found])
    for lack in found:
        assert lack.message == one_line(lack.message)
        assert lack.place.kind in _KINDS
        assert lack.place.field
        named = lack.place.kind in ("score", "oit_item") or lack.place.field == ANNOUNCEMENTS
        assert named == bool(lack.place.code)
        assert not lack.content or lack.item
    worth = {one.item: one.points for one in found if one.points is not None}
    assert 0 <= points_at_stake(found) <= sum(worth.values())
    json.dumps([as_plain(one) for one in found])


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(disclosure=disclosures(), due=st.none() | _days, dated=st.none() | _days, day=_days)
def test_of_any_oit_items_each_finding_names_its_item(
    file: DataFile, disclosure: Disclosure, due: date | None, dated: date | None, day: date
) -> None:
    items = {code: replace(one, due=due, dated=dated) for code, one in disclosure.items.items()}
    put_disclosure(file, replace(disclosure, items=items))
    found = check(file, YEAR, day, rules=OIT_RULES)
    hold(found)
    criteria = shipped_criteria(YEAR)
    assert criteria is not None
    for lack in found:
        if lack.item:
            assert (lack.place.number, lack.place.code) == (YEAR, lack.item)
            contents = criteria.item_by_code[lack.item].components
            words = [one.text for one in contents]
            assert not lack.content or lack.content.partition("\n")[0] in words


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(tracker=trackers, day=_days)
def test_of_any_measures_all_rules_of_the_year_hold(
    file: DataFile, tracker: Tracker, day: date
) -> None:
    put_tracker(file, tracker)
    hold(check(file, tracker.fiscal_year, day))


_pieces = st.sampled_from(
    (
        *("๘๕", "9", "100", "๑๒.๕๐", "84.99", "101", "999.99"),
        *(" ", "-", " – ", " ถึง ", "(", "คะแนน"),
        *("ต่ำกว่า", "มากกว่า ", "ตั้งแต่", "ร้อยละ ", " ขึ้นไป"),
    )
)


@given(text=st.lists(_pieces, max_size=12).map("".join))
@example(text="๑๒.๕๐ - 84.99 คะแนน")
def test_any_text_names_ranges_inside_a_hundred(text: str) -> None:
    for one in score_ranges(text):
        ends = [end for end in (one.low, one.high) if end is not None]
        assert ends
        assert all(0 <= end <= 100 for end in ends)
