"""Closed rounds of the plan: frozen, printed as they were, handed on, opened again."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plan_covering
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.domain.plan_file import read_plan, write_plan
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import freeze
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of, put_title
from ita_desktop.workflows.plans.outline import add_project, remove_projects
from ita_desktop.workflows.rounds import close_round, progress_of, reopen_round
from ita_desktop.workflows.rows.deeds import Edit, apply_edits
from tests.workflows.measures.trackers import maybe
from tests.workflows.plans.any_plans import plans

YEAR = 2565
NOON = datetime(2022, 4, 1, 5, 0, tzinfo=UTC)
PAPER = "plan-progress"
_money = st.none() | st.sampled_from((Decimal(0), Decimal("0.25"), Decimal(20_000)))
results = st.builds(
    ProjectResult,
    state=st.sampled_from(ProjectState),
    in_ordinance=st.booleans(),
    planned=_money,
    granted=_money,
    spent=_money,
    result=maybe,
    problem=maybe,
    suggestion=maybe,
    reason=st.sampled_from(Reason),
    reason_text=maybe,
    note=maybe,
)
_PRINTED = ("id", "kind", "name", "years", "no_budget", "amount", "units", "places", "results")
"""What of a project a report is made from."""


@pytest.fixture
def projects(file: DataFile) -> tuple[int, int]:
    """Return two projects that run in the year, the first with a report of six months."""
    begin_plan(file, YEAR, YEAR + 3, [Heading(1, "สร้างจิตสำนึก")])
    ((section,),) = file.read("SELECT id FROM section")
    made = tuple(add_project(file, section, {"name": f"โครงการที่ {n}"}) for n in (1, 2))
    runs = [Edit(kind=Kind.PROJECT, number=one, field=f"runs:{YEAR}", text="ใช่") for one in made]
    apply_edits(file, runs, "ปี")
    report(file, made[0], 6, state="อยู่ระหว่างดำเนินการ", planned="20,000", spent="0", result="เริ่มแล้ว")
    return made[0], made[1]


def report(file: DataFile, project: int, months: int, **texts: str) -> None:
    edits = [
        Edit(
            kind=Kind.PROJECT,
            number=project,
            field=f"{field}:{YEAR}",
            text=text,
            months=6 if months == 6 else 12,
        )
        for field, text in texts.items()
    ]
    apply_edits(file, edits, "รายงาน")


def test_a_plan_comes_back_from_plain_data_but_for_its_long_texts(
    file: DataFile, projects: tuple[int, int]
) -> None:
    del projects
    plan = plan_of(file, YEAR)
    assert plan is not None
    assert read_plan(write_plan(plan)) == plan


@given(plan=plans(), result=results)
def test_any_plan_comes_back_as_its_reports_print_it(plan: Plan, result: ProjectResult) -> None:
    said = {(2566, 6): result, (2567, 12): result}
    full = replace(
        plan,
        sections=tuple(
            replace(one, projects=tuple(replace(each, results=said) for each in one.projects))
            for one in plan.sections
        ),
    )
    there = read_plan(json.loads(json.dumps(write_plan(full))))
    for kept, one in zip(there.placed(), full.placed(), strict=True):
        assert (kept.number, kept.section.id, kept.dimension.id) == (
            *(one.number, one.section.id, one.dimension.id),
        )
        for name in _PRINTED:
            assert getattr(kept.project, name) == getattr(one.project, name), name
    for name in ("first_year", "last_year", "title", "years"):
        assert getattr(there, name) == getattr(full, name)
    assert section_numbers(there) == section_numbers(full)


def test_projects_are_counted_among_what_a_round_reports(
    file: DataFile, projects: tuple[int, int]
) -> None:
    del projects
    told = progress_of(load_tracker(file, YEAR), 6, plan=plan_of(file, YEAR))
    assert (told.projects, told.told, told.can_close) == (2, 1, True)


def test_closing_hands_the_report_on_and_undo_takes_both_back(
    file: DataFile, projects: tuple[int, int]
) -> None:
    assert close_round(file, YEAR, 6, NOON) == 1
    plan = plan_of(file, YEAR)
    assert plan is not None
    first = next(plan.placed()).project
    assert first.id == projects[0]
    assert first.result(YEAR, 12) == first.result(YEAR, 6)
    assert first.result(YEAR, 12).state is ProjectState.IN_WORK
    file.undo()
    plan = plan_of(file, YEAR)
    assert plan is not None
    assert next(plan.placed()).project.result(YEAR, 12).is_empty


def test_a_closed_round_takes_no_report_and_prints_what_it_was(
    file: DataFile, projects: tuple[int, int]
) -> None:
    before = freeze(file, PAPER, YEAR, Digits.THAI, months=6)
    close_round(file, YEAR, 6, NOON)
    with pytest.raises(ClerkError, match="ปิดแล้ว"):
        report(file, projects[0], 6, result="แก้ภายหลัง")
    number = plan_covering(file, YEAR)
    assert number is not None
    put_title(file, number, "แผนชื่ออื่น")
    remove_projects(file, [projects[1]])
    assert freeze(file, PAPER, YEAR, Digits.THAI, months=6) == before
    other = freeze(file, PAPER, YEAR, Digits.THAI, months=12)
    assert "แผนชื่ออื่น" in other.document.title
    reopen_round(file, YEAR, 6)
    assert freeze(file, PAPER, YEAR, Digits.THAI, months=6) != before


def test_a_year_with_nothing_to_report_on_is_not_closed(file: DataFile) -> None:
    begin_plan(file, YEAR, YEAR + 3)
    with pytest.raises(ClerkError, match="โครงการ"):
        close_round(file, YEAR, 6, NOON)
