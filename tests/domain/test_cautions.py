"""What must be told beside a result: decided once, for the window and for the papers."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from ita_desktop.domain.cautions import Cautions, LevelRules, cautions_of
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.scores import compute

Sets = Mapping[int, Criteria]


def told(criteria: Criteria, **scores: str) -> Cautions:
    return cautions_of(compute(criteria, {c: Decimal(score) for c, score in scores.items()}))


@pytest.mark.parametrize(
    ("year", "levels", "weights_checked"),
    [
        (2564, LevelRules.CHECKED, True),
        (2565, LevelRules.CHECKED, True),
        (2566, LevelRules.UNCHECKED, False),
        (2569, LevelRules.MISSING, False),
    ],
)
def test_the_rules_of_a_year_are_checked_or_not(
    sets: Sets, year: int, levels: LevelRules, *, weights_checked: bool
) -> None:
    cautions = told(sets[year])
    assert (cautions.levels, cautions.weights_checked) == (levels, weights_checked)


def test_nothing_entered_is_everything_missing(sets: Sets) -> None:
    cautions = told(sets[2565])
    assert (cautions.complete, cautions.all_missing) == (False, True)
    assert cautions.missing_indicators == tuple(range(1, 11))
    assert (cautions.entered_items, cautions.items) == (0, 88)
    assert (cautions.level_needs, cautions.differing) == ((), ())


def test_an_instrument_entered_whole_needs_no_indicators(sets: Sets) -> None:
    cautions = told(sets[2565], IIT="90", EIT="91", O1="100", i1="80")
    assert (cautions.missing_indicators, cautions.all_missing) == ((9, 10), False)
    assert (cautions.entered_items, cautions.complete) == (2, False)


def test_a_total_alone_is_complete_and_leaves_the_level_open(sets: Sets) -> None:
    cautions = told(sets[2566], total="96")
    assert (cautions.complete, cautions.missing_indicators) == (True, tuple(range(1, 11)))
    assert cautions.level_needs == ("IIT", "EIT", "OIT")


def test_figures_that_rounding_cannot_explain_are_named(sets: Sets) -> None:
    scores = {str(number): "90" for number in range(1, 11)}
    assert told(sets[2565], **scores, EIT="90.01", IIT="90.02", total="95").differing == (
        "IIT",
        "total",
    )
