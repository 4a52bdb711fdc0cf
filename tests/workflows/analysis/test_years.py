"""Whose scores, measures and duties a report is about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Topic, TopicItem, Tracker
from ita_desktop.workflows.analysis.years import (
    AnalysisYears,
    KeptYear,
    about,
    analysed_year,
    analysis_years,
    chosen_years,
)
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field
from ita_desktop.workflows.rows.deeds import Edit, add_row, set_field
from ita_desktop.workflows.scores.year_scores import put_entries

ALL = frozenset(range(2560, 2575))
SCORES = KeptYear(scores=True)
OF_LAST_YEAR = frozenset({2565})
OWN = frozenset({2566})
FREE: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    ("asked", "kept", "wanted"),
    [
        (2566, {}, (2566, 2567)),
        (2566, {2566: SCORES}, (2566, 2567)),
        (2566, {2565: SCORES}, (2565, 2566)),
        (2566, {2565: SCORES, 2566: KeptYear(topics=(OF_LAST_YEAR,))}, (2565, 2566)),
        (2565, {2565: SCORES, 2566: KeptYear(topics=(OF_LAST_YEAR,))}, (2565, 2566)),
        (2566, {2565: SCORES, 2566: SCORES}, (2566, 2567)),
        # its measures are about the year before: they do not follow from its own scores
        (2566, {2566: KeptYear(scores=True, topics=(OF_LAST_YEAR,))}, (2566, 2567)),
        # all in one year
        (2566, {2566: KeptYear(scores=True, topics=(OWN,))}, (2566, 2566)),
        (2566, {2566: KeptYear(scores=True, topics=(FREE,))}, (2566, 2566)),
        (2566, {2566: KeptYear(scores=True, topics=(OF_LAST_YEAR, OWN))}, (2566, 2566)),
        (2566, {2566: KeptYear(scores=True, calendar=True)}, (2566, 2566)),
        (2566, {2566: KeptYear(scores=True, oit=True)}, (2566, 2566)),
        # the year after is worked on already
        (
            2566,
            {2566: KeptYear(scores=True, topics=(OWN,)), 2567: KeptYear(calendar=True)},
            (2566, 2567),
        ),
        (
            2566,
            {2566: KeptYear(scores=True, topics=(OWN,)), 2567: KeptYear(oit=True)},
            (2566, 2567),
        ),
        # a year after without anything changes nothing
        (2566, {2566: KeptYear(scores=True, topics=(OWN,)), 2567: SCORES}, (2566, 2566)),
    ],
)
def test_the_years_follow_from_what_is_kept(
    asked: int, kept: dict[int, KeptYear], wanted: tuple[int, int]
) -> None:
    years = chosen_years(asked, kept, ALL)
    assert (years.scores, years.rows) == wanted


def test_duties_are_of_the_year_after_where_it_has_criteria() -> None:
    kept = {2565: SCORES}
    assert chosen_years(2565, kept, frozenset({2565, 2566})).duties == 2566
    assert chosen_years(2565, kept, frozenset({2565})).duties == 2565
    assert chosen_years(2565, kept, frozenset()).duties is None


def test_duties_are_of_the_one_year_in_which_all_is_kept() -> None:
    own = KeptYear(scores=True, topics=(OWN,), oit=True)
    assert chosen_years(2566, {2566: own}, ALL).duties == 2566
    later = {2566: own, 2567: KeptYear(oit=True)}
    assert chosen_years(2566, later, ALL).duties == 2567
    without = KeptYear(scores=True, topics=(OWN,))
    assert chosen_years(2566, {2566: without}, ALL).duties == 2567


kept_years = st.dictionaries(
    st.sampled_from([2564, 2565, 2566, 2567, 2568]),
    st.builds(
        KeptYear,
        scores=st.booleans(),
        calendar=st.booleans(),
        oit=st.booleans(),
        topics=st.lists(st.frozensets(st.sampled_from([2564, 2565, 2566, 2567])), max_size=3).map(
            tuple
        ),
    ),
)


@given(
    asked=st.sampled_from([2565, 2566, 2567]),
    kept=kept_years,
    known=st.frozensets(st.sampled_from(sorted(ALL))),
)
def test_a_year_that_is_analysed_asks_for_itself(
    asked: int, kept: dict[int, KeptYear], known: frozenset[int]
) -> None:
    years = chosen_years(asked, kept, known)
    assert chosen_years(years.scores, kept, known) == years
    assert years.scores in (asked, asked - 1)
    assert years.rows in (years.scores, years.scores + 1)
    assert years.duties in (None, years.scores, years.scores + 1)
    if kept.get(asked, KeptYear()).scores:
        assert years.scores == asked


def test_topics_about_earlier_scores_are_left_out() -> None:
    def topic(number: int, *items: tuple[int, str]) -> Topic:
        return Topic(
            id=number,
            fiscal_year=2566,
            items=tuple(
                TopicItem(id=place, criteria_year=year, code=code)
                for place, (year, code) in enumerate(items)
            ),
        )

    topics = (
        topic(1, (2564, "i1")),
        topic(2, (2564, "i1"), (2565, "i2")),
        topic(3),
        topic(4, (2564, "")),
        topic(5, (2566, "O1")),
    )
    tracker = Tracker(fiscal_year=2566, topics=topics)
    assert [one.id for one in about(tracker, 2565)] == [2, 3, 4, 5]


def test_the_sample_analyses_each_year_with_the_measures_after_it(sample: DataFile) -> None:
    assert analysis_years(sample, 2565) == AnalysisYears(scores=2565, rows=2566, duties=2566)
    assert analysis_years(sample, 2566) == AnalysisYears(scores=2566, rows=2567, duties=2567)
    assert analysis_years(sample, 2567) == AnalysisYears(scores=2566, rows=2567, duties=2567)
    for asked, year in ((2565, 2565), (2566, 2566), (2567, 2566)):
        assert analysed_year(sample, asked) == year
    assert load_tracker(sample, 2566).topics


def test_what_is_entered_moves_the_years(file: DataFile) -> None:
    assert analysis_years(file, 2565) == AnalysisYears(scores=2565, rows=2566, duties=2566)
    put_entries(file, 2565, {"1": Decimal(90)}, "คะแนน")
    topic = add_row(file, Kind.TOPIC, 2565)
    add_row(file, Kind.MEASURE, topic, {"text": "จัดอบรม"})
    assert analysis_years(file, 2565).rows == 2565
    item = add_row(file, Kind.ITEM, topic, {"code": "i7"})
    set_field(file, Edit(kind=Kind.ITEM, number=item, field="criteria_year", text="2564"))
    assert analysis_years(file, 2565).rows == 2566
    set_field(file, Edit(kind=Kind.ITEM, number=item, field="criteria_year", text="2565"))
    assert analysis_years(file, 2565).rows == 2565
    set_oit_field(file, 2566, OitEdit(code="O1", field="units", text="กองคลัง"))
    assert analysis_years(file, 2565) == AnalysisYears(scores=2565, rows=2566, duties=2566)
    assert analysis_years(file, 2566).scores == 2565
