"""A project: when it runs, and what was reported of it."""

from decimal import Decimal

from ita_desktop.domain.project import Project, ProjectResult, ProjectState, ProjectYear


def test_a_project_runs_where_it_was_said_or_has_quarters_or_money() -> None:
    project = Project(
        id=1,
        years={
            2566: ProjectYear(runs=True),
            2567: ProjectYear(quarters=(1,)),
            2568: ProjectYear(amount=Decimal(5)),
            2569: ProjectYear(amount=Decimal(0)),
        },
    )
    assert project.running == (2566, 2567, 2568)


def test_what_was_not_reported_is_empty() -> None:
    told = ProjectResult(state=ProjectState.DONE)
    project = Project(id=1, results={(2566, 12): told})
    assert project.result(2566, 12) is told
    assert project.result(2566, 6).is_empty
    assert not told.is_empty
