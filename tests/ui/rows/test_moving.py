"""Where a row comes that is moved by a key or dropped, as lines without a window."""

import pytest

from ita_desktop.db.rows import Kind
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.rows.line import key_of
from ita_desktop.ui.rows.moving import Goal, place_after_drop, place_after_step


def row(kind: Kind, number: int, parent: int) -> Line:
    return Line(key=key_of(kind, number), kind=kind, number=number, parent=parent)


def adding(kind: Kind, parent: int) -> Line:
    return Line(key=f"+{kind}:{parent}", kind=kind, parent=parent, adds=True)


LINES = [
    row(Kind.MEASURE, 1, 9),
    row(Kind.STEP, 11, 1),
    row(Kind.STEP, 12, 1),
    row(Kind.STEP, 13, 1),
    adding(Kind.STEP, 1),
    row(Kind.MEASURE, 2, 9),
    adding(Kind.STEP, 2),
    row(Kind.MEASURE, 3, 9),
    row(Kind.STEP, 31, 3),
    adding(Kind.STEP, 3),
    adding(Kind.MEASURE, 9),
]
PLACES = {line.key: place for place, line in enumerate(LINES)}


@pytest.mark.parametrize(
    ("key", "step", "goal"),
    [
        ("step:11", -1, None),
        ("step:12", -1, (1, 11)),
        ("step:13", -1, (1, 12)),
        ("step:11", 1, (1, 13)),
        ("step:12", 1, (1, None)),
        ("step:13", 1, (2, None)),
        ("step:31", -1, (2, None)),
        ("step:31", 1, None),
        ("measure:1", -1, None),
        ("measure:1", 1, (9, 3)),
        ("measure:2", -1, (9, 1)),
        ("measure:2", 1, (9, None)),
        ("measure:3", 1, None),
    ],
)
def test_a_row_goes_one_place_and_stops_at_the_ends(key: str, step: int, goal: Goal | None) -> None:
    assert place_after_step(LINES, PLACES[key], step) == goal


def test_a_step_goes_down_before_the_first_step_of_the_next_measure() -> None:
    lines = [*LINES[:4], *LINES[7:9]]
    assert place_after_step(lines, 3, 1) == (3, 31)


def test_a_step_goes_up_behind_the_last_step_of_the_measure_before() -> None:
    lines = [*LINES[:4], *LINES[7:9]]
    assert place_after_step(lines, 5, -1) == (1, None)


@pytest.mark.parametrize(
    ("key", "before", "goal"),
    [
        ("step:13", "step:11", (1, 11)),
        ("step:31", "step:12", (1, 12)),
        ("step:31", "+step:1", (1, None)),
        ("step:31", "measure:2", (1, None)),
        ("step:11", "+step:2", (2, None)),
        ("step:11", "measure:3", (2, None)),
        ("step:11", "measure:1", None),
        ("measure:1", "measure:3", (9, 3)),
        ("measure:1", "step:31", (9, None)),
        ("measure:3", "measure:1", (9, 1)),
        ("measure:3", "step:12", (9, 2)),
        ("measure:2", "+step:1", None),
        ("measure:2", "+measure:9", (9, None)),
    ],
)
def test_a_row_is_dropped_before_what_it_is_let_go_over(
    key: str, before: str, goal: Goal | None
) -> None:
    assert place_after_drop(LINES, PLACES[key], PLACES[before]) == goal


def test_a_step_dropped_below_everything_ends_the_last_measure() -> None:
    assert place_after_drop(LINES, PLACES["step:11"], len(LINES)) == (3, None)
    assert place_after_drop(LINES[:8], PLACES["step:11"], 8) == (3, None)
