"""A kept plan reads anew what a deed touched, and leaves the rest as the objects they were."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.kept_plan import KeptPlan
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import Heading, begin_plan, put_title
from ita_desktop.workflows.plans.outline import (
    add_project,
    move_projects,
    put_places,
    remove_projects,
    remove_section,
)
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, set_field


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita", None, 2566)
    number = begin_plan(opened, 2566, 2570, [Heading(1, "ก"), Heading(1, "ข")])
    for section in load_plan(opened, number).sections:
        for name in ("หนึ่ง", "สอง"):
            add_project(opened, section.id, {"name": name})
    yield opened
    opened.close()


@pytest.fixture
def plan(file: DataFile) -> Plan:
    return load_plan(file, 1)


def edit_of(project: int, field: str, text: str) -> Edit:
    return Edit(kind=Kind.PROJECT, number=project, field=field, text=text)


def test_only_the_project_that_was_typed_into_is_read_anew(file: DataFile, plan: Plan) -> None:
    kept, before = KeptPlan(file), file.latest_deed()
    held = kept.of(plan.id)
    touched = held.sections[0].projects[0]
    set_field(file, edit_of(touched.id, "amount:2566", "20000"))
    kept.note(before)
    now = kept.of(plan.id)
    assert now == load_plan(file, plan.id)
    assert now.sections[0].projects[0] != touched
    assert now.sections[0].projects[1] is held.sections[0].projects[1]
    assert now.sections[1] is held.sections[1]
    assert kept.of(plan.id) is now


def test_of_an_outline_that_changed_projects_stay_that_did_not(file: DataFile, plan: Plan) -> None:
    kept = KeptPlan(file)
    held = kept.of(plan.id)
    first, second = held.sections

    def after(deed: Callable[[], object]) -> Plan:
        before = file.latest_deed()
        deed()
        kept.note(before)
        now = kept.of(plan.id)
        assert now == load_plan(file, plan.id)
        return now

    now = after(lambda: add_project(file, first.id, {"name": "สาม"}))
    assert now.sections[0].projects[0] is first.projects[0]
    assert now.sections[1] is second
    now = after(lambda: move_projects(file, [second.projects[0].id], first.id))
    assert now.sections[0].projects[0] is first.projects[0]
    assert now.sections[1].projects[0] is second.projects[1]
    now = after(lambda: put_title(file, plan.id, "แผนใหม่"))
    assert now.sections[1].projects[0] is second.projects[1]
    now = after(file.undo)
    now = after(file.undo)
    assert [one.projects for one in now.sections[1:]] == [second.projects]
    now = after(lambda: remove_projects(file, [first.projects[0].id]))
    assert now.sections[0].projects[0] is first.projects[1]
    after(file.undo)
    after(lambda: put_places(file, first.projects[0].id, [second.id]))
    now = after(lambda: remove_section(file, second.id))
    assert now.sections[0].projects[0].places == ()
    after(file.undo)


def test_of_several_deeds_at_once_nothing_is_missed(file: DataFile, plan: Plan) -> None:
    kept, before = KeptPlan(file), file.latest_deed()
    kept.of(plan.id)
    for section in plan.sections:
        set_field(file, edit_of(section.projects[0].id, "name", "ชื่อใหม่"))
    kept.note(before)
    assert kept.of(plan.id) == load_plan(file, plan.id)


def test_of_two_deeds_noted_one_by_one_nothing_is_missed(file: DataFile, plan: Plan) -> None:
    kept = KeptPlan(file)
    kept.of(plan.id)
    for section in plan.sections:
        before = file.latest_deed()
        set_field(file, edit_of(section.projects[1].id, "runs:2567", "1"))
        kept.note(before)
    assert kept.of(plan.id) == load_plan(file, plan.id)


def test_hundreds_of_projects_in_one_deed_are_all_read(file: DataFile, plan: Plan) -> None:
    section = plan.sections[1].id
    made = [add_project(file, section, {"name": f"โครงการ {n}"}) for n in range(110)]
    kept, before = KeptPlan(file), file.latest_deed()
    kept.of(plan.id)
    apply_edits(file, [edit_of(one, "name", f"ชื่อ {one}") for one in made], "วาง")
    kept.note(before)
    assert kept.of(plan.id) == load_plan(file, plan.id)
