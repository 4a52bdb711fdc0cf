"""A project that uses no money has none: money takes the tick away, a tick waits for the money."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, set_field


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita", None, 2566)
    begin_plan(opened, 2566, 2570, [Heading(1, "ก")])
    plan = plan_of(opened, 2566)
    assert plan is not None
    for name in ("เวทีประชาคม", "จิตอาสา"):
        add_project(opened, plan.sections[0].id, {"name": name})
    yield opened
    opened.close()


def _projects(file: DataFile) -> list[Project]:
    plan = plan_of(file, 2566)
    assert plan is not None
    return [one.project for one in plan.placed()]


def _edit(project: Project, field: str, text: str) -> Edit:
    return Edit(kind=Kind.PROJECT, number=project.id, field=field, text=text)


@pytest.mark.parametrize("field", ["amount:2567", "amount"])
def test_money_takes_the_tick_away_and_one_undo_brings_it_back(file: DataFile, field: str) -> None:
    project, other = _projects(file)
    for one in (project, other):
        set_field(file, _edit(one, "no_budget", "✓"))
    set_field(file, _edit(project, field, "20,000"))
    assert [one.no_budget for one in _projects(file)] == [False, True]
    file.undo()
    assert [one.no_budget for one in _projects(file)] == [True, True]
    assert _projects(file)[0].amount is None
    assert not _projects(file)[0].years


@pytest.mark.parametrize("text", ["0", "-", ""])
def test_no_money_leaves_the_tick(file: DataFile, text: str) -> None:
    project = _projects(file)[0]
    set_field(file, _edit(project, "no_budget", "✓"))
    set_field(file, _edit(project, "amount:2567", text))
    assert _projects(file)[0].no_budget


def test_a_tick_is_refused_with_the_money_that_is_there(file: DataFile) -> None:
    project = _projects(file)[0]
    set_field(file, _edit(project, "amount:2567", "20,000.50"))
    set_field(file, _edit(project, "amount", "300"))
    before = file.latest_deed()
    with pytest.raises(ClerkError) as refused:
        set_field(file, _edit(project, "no_budget", "✓"))
    assert "เวทีประชาคม" in str(refused.value)
    assert "ปี 2567 20,000.50 บาท" in str(refused.value)
    assert "ไม่แยกปี 300 บาท" in str(refused.value)
    assert file.latest_deed() == before
    assert not _projects(file)[0].no_budget


def test_a_tick_that_comes_with_the_money_taken_away_is_taken(file: DataFile) -> None:
    project = _projects(file)[0]
    set_field(file, _edit(project, "amount:2567", "500"))
    edits = [_edit(project, "no_budget", "✓"), _edit(project, "amount:2567", "")]
    apply_edits(file, edits, "ไม่ใช้งบประมาณ")
    assert _projects(file)[0].no_budget
    assert _projects(file)[0].years.get(2567) is None


def test_of_a_block_one_contradiction_refuses_all(file: DataFile) -> None:
    project, other = _projects(file)
    edits = [
        _edit(other, "amount:2566", "900"),
        _edit(project, "amount:2567", "500"),
        _edit(project, "no_budget", "✓"),
    ]
    with pytest.raises(ClerkError):
        apply_edits(file, edits, "วางงบประมาณ")
    assert [one.years for one in _projects(file)] == [{}, {}]
