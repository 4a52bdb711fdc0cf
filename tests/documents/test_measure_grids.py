"""Whatever a tracker holds and whatever columns a layout has: the rows make a whole grid."""

from dataclasses import replace
from decimal import Decimal

import hypothesis.strategies as st
from hypothesis import given

from ita_desktop.documents.layout import (
    EXTRA,
    SOURCES,
    Grouping,
    LayoutColumn,
    RowOf,
    check_layout,
    official_layout,
)
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.documents.model import Digits, Table
from ita_desktop.documents.source import MeasureSource
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    Results,
    Round,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)
from ita_desktop.domain.office import Office, OfficeKind

from .measure_reading import shown

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", kind=OfficeKind.SUBDISTRICT)
BASES = {
    RowOf.ITEM: "measures-by-question",
    RowOf.MEASURE: "measures-plan",
    RowOf.STEP: "measures-progress",
    RowOf.CALENDAR: "action-calendar",
}
CALENDAR_SOURCES = ("order", "stage", "period", "method")
SAID = {"units", "period", "result", "problem", "suggestion", "outcome"}

ids = st.integers(1, 10**6)
texts = st.sampled_from(("", "กองคลัง", "ม.ค. 66", "1. ก\n2. ข", "-ดำเนินการแล้ว", "{n}", "(IIT)"))
markers = st.sampled_from(("", "", "{n}. ", "({n}) ", "-"))
extras = st.dictionaries(st.sampled_from(("ก", "ข")), texts, max_size=2)
reports: st.SearchStrategy[Results] = st.dictionaries(
    st.sampled_from((6, 12)),
    st.builds(
        StepResult,
        state=st.sampled_from(State),
        result=texts,
        problem=texts,
        suggestion=texts,
        outcome=texts,
        percent=st.none() | st.integers(0, 100),
    ),
)
fields = {
    "id": ids,
    "text": texts,
    "marker": markers,
    "units": texts,
    "period": texts,
    "follow_up": texts,
    "results": reports,
    "extra": extras,
}
measures = st.builds(
    Measure, steps=st.lists(st.builds(Step, **fields), max_size=4).map(tuple), **fields
)
items = st.builds(
    TopicItem,
    id=ids,
    criteria_year=st.just(2565),
    code=st.sampled_from(("", "i7", "e12", "O43")),
    text=texts,
    score=st.none() | st.sampled_from((Decimal(0), Decimal("79.01"))),
    finding=texts,
    extra=extras,
)
topics = st.builds(
    Topic,
    id=ids,
    fiscal_year=st.just(2566),
    title=texts,
    heading=texts,
    group_lines=texts,
    instrument=st.sampled_from(("", "EIT")),
    band=st.none() | st.sampled_from(Band),
    items=st.lists(items, max_size=3).map(tuple),
    measures=st.lists(measures, max_size=3).map(tuple),
)
calendars = st.lists(
    st.builds(CalendarRow, id=ids, stage=texts, period=texts, method=texts), max_size=5
).map(tuple)


@st.composite
def sources(draw: st.DrawFn) -> MeasureSource:
    row_of = draw(st.sampled_from(RowOf))
    known = (
        CALENDAR_SOURCES
        if row_of is RowOf.CALENDAR
        else (*(SOURCES.keys() - {"stage", "method"}), f"{EXTRA}ก", f"{EXTRA}ข")
    )
    chosen = draw(st.lists(st.sampled_from(sorted(known)), min_size=2, max_size=8, unique=True))
    layout = replace(
        official_layout(BASES[row_of]),
        columns=tuple(LayoutColumn(source=one, head=one, width=10) for one in chosen),
        grouping=draw(st.sampled_from(Grouping)),
        number_measures=draw(st.booleans()),
        tag_instrument=draw(st.booleans()),
    )
    check_layout(layout)
    tracker = Tracker(
        fiscal_year=2566,
        topics=tuple(draw(st.lists(topics, max_size=3))),
        calendar=draw(calendars),
    )
    return MeasureSource(
        office=OFFICE,
        tracker=tracker,
        layout=layout,
        digits=Digits.ARABIC,
        months=draw(st.sampled_from((6, 12))),
    )


def covered(table: Table) -> list[list[int]]:
    """Return how often each place of the grid is taken, by a cell or by a span."""
    taken = [[0] * len(table.columns) for _ in table.rows]
    for number, row in enumerate(table.rows):
        assert len(row.cells) == len(table.columns)
        for column, cell in enumerate(row.cells):
            if cell is not None:
                for below in range(number, number + cell.rows):
                    taken[below][column] += 1
    return taken


@given(sources())
def test_every_place_is_taken_once_and_every_row_is_named(source: MeasureSource) -> None:
    for table in measure_paper(source).tables():
        assert {times for row in covered(table) for times in row} <= {1}
        names = [row.key for row in table.rows]
        assert all(names)


@given(sources())
def test_nothing_that_has_a_column_is_left_out(source: MeasureSource) -> None:
    layout, tracker = source.layout, source.tracker
    cells = [
        shown(cell)
        for table in measure_paper(source).tables()
        for row in table.rows
        for cell in row.cells
    ]
    whole = "\n".join(cells)
    wanted: list[str] = []
    if layout.row_of is RowOf.CALENDAR:
        for row in tracker.calendar:
            named = {"stage": row.stage, "period": row.period, "method": row.method}
            wanted += [named[one] for one in layout.sources if one in named]
    else:
        for name in SAID & set(layout.sources):
            for _, measure in tracker.measures():
                each = [said(step, name, source.months) for step in measure.steps]
                wanted += [line for text in each for line in text.split("\n")]
                # what every step says otherwise is not said for all of them in a table of steps
                if layout.row_of is not RowOf.STEP or not all(each):
                    wanted += said(measure, name, source.months).split("\n")
        if layout.row_of is RowOf.STEP and "measure" in layout.sources:
            wanted += [measure.text for _, measure in tracker.measures()]
    assert [text for text in wanted if text not in whole] == []


def said(row: Measure | Step, name: str, months: Round) -> str:
    """Return what a measure or a step says of a column itself."""
    report = row.results.get(months, StepResult())
    return str(getattr(row if name in ("units", "period") else report, name))
