"""Which of the nine headings are empty."""

from decimal import Decimal

from ita_desktop.domain.plan_headings import HEADINGS, empty_headings, numbered_heading
from ita_desktop.domain.project import Project, ProjectYear, TargetGroup

YEARS = (2566, 2567)


def test_a_new_project_lacks_all_nine() -> None:
    assert empty_headings(Project(id=1), YEARS) == tuple(HEADINGS)
    assert len(HEADINGS) == 9


def test_a_tick_is_enough_for_target_money_and_years_and_one_of_two_results() -> None:
    project = Project(
        id=1,
        name="โครงการ",
        rationale="เหตุผล",
        objectives="ให้รู้",
        target_groups=(TargetGroup.PEOPLE,),
        steps="ทำ",
        years={2566: ProjectYear(runs=True)},
        no_budget=True,
        units="กองคลัง",
        outcomes="รู้มากขึ้น",
    )
    assert empty_headings(project, YEARS) == ()


def test_no_money_at_all_is_told_too() -> None:
    told = Project(id=1, years={2566: ProjectYear(amount=Decimal(0))})
    assert "amount" not in empty_headings(told, YEARS)
    elsewhere = Project(id=1, years={2580: ProjectYear(amount=Decimal(5))})
    assert "amount" in empty_headings(elsewhere, YEARS)


def test_headings_are_numbered_as_on_paper() -> None:
    assert numbered_heading("name") == "1. ชื่อโครงการ"
    assert [numbered_heading(one).partition(".")[0] for one in HEADINGS] == [*"123456789"]
