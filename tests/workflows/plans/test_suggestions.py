"""Starting points offered for a section, and projects made of them."""

import pytest

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project, remove_section
from ita_desktop.workflows.plans.suggestions import add_suggestions, suggestions_for


@pytest.fixture
def plan(file: DataFile) -> Plan:
    headings = [Heading(one.level, one.name) for one in plan_templates()[0].headings]
    return load_plan(file, begin_plan(file, 2566, 2570, headings))


def section(plan: Plan, words: str) -> Section:
    return next(one for one in plan.sections if words in one.name and one.level == 3)


def test_what_is_taken_is_a_whole_project_of_every_year(file: DataFile, plan: Plan) -> None:
    here = section(plan, "ผลประโยชน์ทับซ้อน")
    offered = suggestions_for(file, here.id)
    made = add_suggestions(file, here.id, offered[:2])
    now = load_plan(file, plan.id)
    placed = [*now.placed()]
    assert [one.project.id for one in placed] == [*made]
    for one, given in zip(placed, offered, strict=False):
        assert one.section.id == here.id
        assert one.project.running == plan.years
        assert one.project.amount is None
        assert (one.project.name, one.project.kind) == (given.name, given.kind)
        assert one.project.target_groups == given.groups
        assert one.project.steps == given.steps
        assert one.project.outcomes == given.outcomes
        assert one.project.no_budget is given.no_budget
    assert suggestions_for(file, here.id) == offered[2:]
    file.undo()
    assert [*load_plan(file, plan.id).placed()] == []


def test_the_office_stands_in_its_place(file: DataFile, plan: Plan) -> None:
    names = [one.name for one in suggestions_for(file, section(plan, "ประมวลจริยธรรม").id)]
    assert any(office_of(file).name in name for name in names)
    assert not any("{" in name for name in names)


def test_projects_of_other_plans_are_offered_those_of_the_same_section_first(
    file: DataFile, plan: Plan
) -> None:
    here = section(plan, "ตรวจสอบภายใน")
    old = load_plan(file, begin_plan(file, 2561, 2564, [Heading(1, "มิติ"), Heading(1, here.name)]))
    add_project(file, old.sections[0].id, {"name": "โครงการอื่น"})
    add_project(file, old.sections[1].id, {"name": "โครงการตรวจสอบเดิม", "units": "หน่วยตรวจสอบ"})
    add_project(file, old.sections[1].id, {"name": ""})
    used = [one for one in suggestions_for(file, here.id) if one.plan]
    assert [one.name for one in used] == ["โครงการตรวจสอบเดิม", "โครงการอื่น"]
    assert (used[0].plan, used[0].units) == ("2561 – 2564", "หน่วยตรวจสอบ")
    (number,) = add_suggestions(file, here.id, used[:1])
    copied = next(one for one in load_plan(file, plan.id).placed() if one.project.id == number)
    assert copied.project.previous is None
    assert copied.project.units == "หน่วยตรวจสอบ"


def test_a_section_that_is_gone_is_refused(file: DataFile, plan: Plan) -> None:
    here = section(plan, "ตรวจสอบภายใน")
    offered = suggestions_for(file, here.id)
    remove_section(file, here.id)
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        suggestions_for(file, here.id)
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        add_suggestions(file, here.id, offered)
