"""Sums of a plan, worked out from its projects."""

from dataclasses import replace
from decimal import Decimal

from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.plan_money import KeptSums, dimension_sums, money_of, plan_sums
from ita_desktop.domain.project import Project, ProjectYear

_YEARS = range(2566, 2571)


def _given(**amounts: str) -> dict[int, ProjectYear]:
    return {int(year[1:]): ProjectYear(amount=Decimal(text)) for year, text in amounts.items()}


_PLAN = Plan(
    id=1,
    first_year=2566,
    last_year=2570,
    sections=(
        Section(id=1, name="หนึ่ง"),
        Section(
            id=2,
            level=2,
            projects=(
                Project(id=1, years=_given(y2566="20000", y2567="100.50")),
                Project(id=2, no_budget=True),
            ),
        ),
        Section(id=3, projects=(Project(id=3, amount=Decimal(500)),)),
    ),
)


def test_money_by_year_wins_over_money_that_is_not() -> None:
    both = Project(id=1, years=_given(y2566="10", y2567="5"), amount=Decimal(99))
    assert money_of(both, _YEARS) == 15
    assert money_of(Project(id=1, amount=Decimal(99)), _YEARS) == 99
    assert money_of(Project(id=1), _YEARS) is None


def test_money_of_years_outside_the_plan_is_in_no_sum() -> None:
    outside = Project(id=1, years=_given(y2565="10", y2566="5"))
    assert money_of(outside, _YEARS) == 5


def test_the_plan_is_the_sum_of_its_dimensions() -> None:
    whole, parts = plan_sums(_PLAN), dimension_sums(_PLAN)
    assert list(parts) == [1, 3]
    assert whole.total == sum(part.total for part in parts.values()) == Decimal("20600.50")
    assert whole.by_year == {
        2566: Decimal(20000),
        2567: Decimal("100.50"),
        2568: Decimal(0),
        2569: Decimal(0),
        2570: Decimal(0),
    }
    assert (whole.undivided, whole.projects, whole.without) == (Decimal(500), 3, 1)


def test_kept_sums_follow_the_sections_that_change() -> None:
    kept = KeptSums()
    first = kept.by_section(_PLAN)
    assert kept.of_plan(_PLAN) == plan_sums(_PLAN)
    dearer = replace(_PLAN.sections[1], projects=(Project(id=1, years=_given(y2566="7")),))
    changed = replace(_PLAN, sections=(_PLAN.sections[0], dearer, _PLAN.sections[2]))
    assert kept.of_plan(changed) == plan_sums(changed)
    assert kept.by_section(changed)[3] is first[3]
    shorter = replace(changed, last_year=2567)
    assert kept.of_plan(shorter) == plan_sums(shorter)
    fewer = replace(shorter, sections=shorter.sections[1:])
    assert kept.of_plan(fewer) == plan_sums(fewer)


def test_said_without_money_but_given_money_is_not_counted_as_without() -> None:
    plan = Plan(
        id=1,
        first_year=2566,
        last_year=2566,
        sections=(Section(id=1, projects=(Project(id=1, no_budget=True, amount=Decimal(1)),)),),
    )
    assert plan_sums(plan).without == 0
