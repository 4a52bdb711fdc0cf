"""A new plan takes over from the last one: each project once, with years shifted."""

from decimal import Decimal

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project, ProjectState
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_years
from ita_desktop.workflows.plans import outline
from ita_desktop.workflows.plans.carry import (
    IS_THERE,
    CarryWish,
    begin_from,
    carry_plan,
    plan_before,
    plan_begin_from,
    plan_carry_plan,
)
from ita_desktop.workflows.plans.making import Heading, begin_plan, put_text, put_title
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

HEADINGS = (
    Heading(1, "วัฒนธรรมสุจริต"),
    Heading(2, "บุคลากร"),
    Heading(3, "กฎหมาย"),
    Heading(3, "จริยธรรม"),
    Heading(1, "ความโปร่งใส"),
    Heading(2, "การเปิดเผยข้อมูล"),
)


def put(file: DataFile, project: int, /, *, months: Round | None = None, **texts: str) -> None:
    for name, text in texts.items():
        field = name.replace("_y", ":") if "_y" in name else name
        rows.set_field(
            file, Edit(kind=Kind.PROJECT, number=project, field=field, text=text, months=months)
        )


def names(plan: Plan) -> list[str]:
    return [one.project.name for one in plan.placed()]


def project(plan: Plan, name: str) -> Project:
    return next(one.project for one in plan.placed() if one.project.name == name)


def headings(plan: Plan) -> list[tuple[int, str]]:
    return [(one.level, one.name) for one in plan.sections]


@pytest.fixture
def old(file: DataFile) -> Plan:
    number = begin_plan(file, 2566, 2570, HEADINGS, ["คดีทุจริตลดลง"])
    sections = [one.id for one in load_plan(file, number).sections]
    law = outline.add_project(file, sections[2], {"name": "อบรมกฎหมาย", "kind": "โครงการ"})
    put(file, law, amount_y2566="20000", quarters_y2566="12", runs_y2567="ใช่")
    data = outline.add_project(
        file, sections[5], {"name": "ศูนย์ข้อมูล", "no_budget": "ใช่", "outputs": "เปิดภายในปี ๒๕๗๐"}
    )
    for year in range(2566, 2571):
        rows.set_field(file, Edit(kind=Kind.PROJECT, number=data, field=f"runs:{year}", text="ใช่"))
    outline.put_places(file, data, [sections[3]])
    outline.put_items(file, data, [(2566, "O36"), (2566, "X99")])
    put_text(file, number, "preface", "คำนำของเรา")
    put_title(file, number, "แผนเดิม")
    return load_plan(file, number)


def test_a_new_plan_begins_with_all_that_the_last_one_has(file: DataFile, old: Plan) -> None:
    assert plan_before(file, 2571) == plan_begin_from(file, old.id, 2571, 2575).before
    assert plan_before(file, old.first_year) is None
    number, carry = begin_from(file, old.id, 2571, 2575)
    new = load_plan(file, number)
    assert headings(new) == headings(old)
    assert names(new) == names(old)
    assert [goal.text for goal in new.goals] == ["คดีทุจริตลดลง"]
    assert (new.texts, new.title) == ({"preface": "คำนำของเรา"}, "")
    assert (len(carry.comes), carry.sections, carry.goals, carry.texts) == (2, 6, 1, 1)
    assert carry.count == 10
    assert {one.project.previous for one in new.placed()} == {
        one.project.id for one in old.placed()
    }
    file.undo()
    assert plan_before(file, 2571) is not None
    with pytest.raises(LookupError):
        load_plan(file, number)


def test_years_are_shifted_and_money_comes_only_where_it_was_asked_for(
    file: DataFile, old: Plan
) -> None:
    put(file, project(old, "อบรมกฎหมาย").id, amount="500")
    number, _ = begin_from(file, old.id, 2571, 2575, CarryWish(money=True))
    law = project(load_plan(file, number), "อบรมกฎหมาย")
    assert (law.years[2571].amount, law.amount) == (Decimal(20000), Decimal(500))
    assert law.years[2571].quarters == (1, 2)
    assert law.running == (2571, 2572)
    file.undo()
    number, _ = begin_from(file, old.id, 2571, 2575)
    law = project(load_plan(file, number), "อบรมกฎหมาย")
    assert (law.years[2571].amount, law.amount) == (None, None)
    assert law.running == (2571, 2572)


def test_a_year_that_does_not_run_brings_the_money_it_says_and_nothing_else(
    file: DataFile, old: Plan
) -> None:
    law = project(old, "อบรมกฎหมาย")
    put(file, law.id, amount_y2569="0", quarters_y2567="", runs_y2567="")
    number, _ = begin_from(file, old.id, 2571, 2575, CarryWish(money=True))
    years = project(load_plan(file, number), "อบรมกฎหมาย").years
    assert {year: one.amount for year, one in years.items()} == {
        2571: Decimal(20000),
        2574: Decimal(0),
    }
    assert not years[2574].runs


def test_items_are_those_of_the_newest_criteria_that_the_plan_reaches(file: DataFile) -> None:
    number = begin_plan(file, 2561, 2563, HEADINGS)
    section = load_plan(file, number).sections[0].id
    row = outline.add_project(file, section, {"name": "อบรม"})
    outline.put_items(file, row, [(2565, "O36"), (2566, "O36")])
    new, _ = begin_from(file, number, 2564, 2566)
    (one,) = load_plan(file, new).placed()
    assert criteria_years(file)[-1] > 2566
    assert {year for year, _ in one.project.items} == {2566}


def test_a_project_does_not_also_stand_under_the_section_it_is_in(
    file: DataFile, old: Plan
) -> None:
    number, _ = begin_from(file, old.id, 2571, 2575)
    new = load_plan(file, number)
    data, ethics = project(new, "ศูนย์ข้อมูล"), new.sections[3]
    put(file, data.id, name="ศูนย์ข้อมูลใหม่")
    outline.move_projects(file, [data.id], ethics.id)
    rows.set_field(
        file, Edit(kind=Kind.SECTION, number=new.sections[5].id, field="name", text="ข้อมูลเปิด")
    )
    fresh = outline.add_project(file, old.sections[5].id, {"name": "เว็บไซต์"})
    outline.put_places(file, fresh, [old.sections[3].id])
    carry_plan(file, old.id, number)
    web = project(load_plan(file, number), "เว็บไซต์")
    assert web.places == ()


def test_what_runs_all_through_runs_all_through_a_longer_or_shorter_plan(
    file: DataFile, old: Plan
) -> None:
    for last in (2573, 2575, 2577):
        number, _ = begin_from(file, old.id, 2571, last)
        new = load_plan(file, number)
        assert project(new, "ศูนย์ข้อมูล").running == new.years
        assert project(new, "อบรมกฎหมาย").running == (2571, 2572)
        file.undo()


def test_items_go_on_by_the_crosswalk_and_places_by_their_sections(
    file: DataFile, old: Plan
) -> None:
    number, carry = begin_from(file, old.id, 2571, 2575)
    new = load_plan(file, number)
    data = project(new, "ศูนย์ข้อมูล")
    assert [new_section.name for new_section in new.sections if new_section.id in data.places] == [
        "จริยธรรม"
    ]
    ((year, code),) = data.items
    assert year > 2566
    assert code.startswith("O")
    (first, line) = carry.lines
    assert first.note == ""
    assert "X99" in line.note
    assert "ข้อความระบุปีของแผนเดิม" in line.note


def test_reports_risks_and_words_of_a_period_that_name_a_year_stay(
    file: DataFile, old: Plan
) -> None:
    law = project(old, "อบรมกฎหมาย")
    put(file, law.id, period="ปีงบประมาณ พ.ศ. ๒๕๖๖ ไตรมาส ๑")
    put(file, law.id, months=6, state_y2566="ดำเนินการแล้วเสร็จ")
    number, carry = begin_from(file, old.id, 2571, 2575)
    new = project(load_plan(file, number), "อบรมกฎหมาย")
    assert new.period == ""
    assert new.result(2571, 6).state is ProjectState.UNTOLD
    assert carry.lines[0].years.startswith("ปีงบประมาณ พ.ศ. 2571 (ไตรมาส 1 – 2)")
    assert carry.lines[0].note == "ระยะเวลาเดิมระบุปี จึงใช้ปีที่ดำเนินการแทน"
    file.undo()
    put(file, law.id, period="เดือนมกราคมของทุกปี")
    number, carry = begin_from(file, old.id, 2571, 2575)
    assert carry.lines[0].note == ""
    assert project(load_plan(file, number), "อบรมกฎหมาย").period == "เดือนมกราคมของทุกปี"


def test_a_second_carry_takes_only_what_is_new(file: DataFile, old: Plan) -> None:
    law = project(old, "อบรมกฎหมาย").id
    number, _ = begin_from(file, old.id, 2571, 2575, CarryWish(projects=frozenset({law})))
    new = load_plan(file, number)
    put(file, project(new, "อบรมกฎหมาย").id, name="อบรมระเบียบ")
    carry = carry_plan(file, old.id, number)
    assert [line.name for line in carry.comes] == ["ศูนย์ข้อมูล"]
    assert [(line.name, line.why) for line in carry.stays] == [("อบรมกฎหมาย", IS_THERE)]
    assert (carry.sections, carry.goals, carry.texts) == (0, 0, 0)
    before = file.latest_deed()
    assert carry_plan(file, old.id, number).count == 0
    assert file.latest_deed() == before
    assert names(load_plan(file, number)) == ["อบรมระเบียบ", "ศูนย์ข้อมูล"]


def test_sections_without_a_name_come_once_with_their_projects(file: DataFile) -> None:
    before = begin_plan(file, 2566, 2570, (Heading(1, ""), Heading(2, "บุคลากร"), Heading(2, "")))
    for section, name in zip(load_plan(file, before).sections, ("ก", "ข", "ค"), strict=True):
        outline.add_project(file, section.id, {"name": name})
    number, _ = begin_from(file, before, 2571, 2575)
    assert carry_plan(file, before, number).count == 0
    new = load_plan(file, number)
    assert headings(new) == [(1, ""), (2, "บุคลากร"), (2, "")]
    assert [[one.name for one in section.projects] for section in new.sections] == [
        *(["ก"], ["ข"], ["ค"])
    ]


def test_a_project_that_went_on_through_a_plan_between_is_not_made_twice(
    file: DataFile, old: Plan
) -> None:
    between, _ = begin_from(file, old.id, 2571, 2575)
    last, _ = begin_from(file, between, 2576, 2580)
    for one in load_plan(file, last).placed():
        put(file, one.project.id, name=f"{one.project.name} รุ่นใหม่")
    assert plan_carry_plan(file, old.id, last).comes == ()


def test_only_the_sections_of_the_chosen_projects_come_where_that_is_wished(
    file: DataFile, old: Plan
) -> None:
    data = project(old, "ศูนย์ข้อมูล").id
    wish = CarryWish(projects=frozenset({data}), sections=False, parts=False)
    number, carry = begin_from(file, old.id, 2571, 2575, wish)
    new = load_plan(file, number)
    assert headings(new) == [(1, "ความโปร่งใส"), (2, "การเปิดเผยข้อมูล")]
    assert (names(new), new.goals, new.texts) == (["ศูนย์ข้อมูล"], (), {})
    assert [line.why for line in carry.lines] == ["ไม่ได้เลือก", ""]


def test_sections_that_lack_are_made_at_their_place(file: DataFile, old: Plan) -> None:
    kept = (HEADINGS[0], HEADINGS[3], HEADINGS[4], Heading(1, "มิติใหม่"))
    number = begin_plan(file, 2571, 2575, kept)
    carry_plan(file, old.id, number)
    assert headings(load_plan(file, number)) == [
        (1, "วัฒนธรรมสุจริต"),
        (3, "จริยธรรม"),  # right under the dimension here: another one than that of the old plan
        (2, "บุคลากร"),
        (3, "กฎหมาย"),
        (3, "จริยธรรม"),
        (1, "ความโปร่งใส"),
        (2, "การเปิดเผยข้อมูล"),
        (1, "มิติใหม่"),
    ]


def test_a_project_without_a_name_stays(file: DataFile, old: Plan) -> None:
    outline.add_project(file, old.sections[2].id)
    carry = plan_begin_from(file, old.id, 2571, 2575)
    assert [(line.why, line.can) for line in carry.stays] == [("ยังไม่มีชื่อโครงการ", False)]


def test_what_cannot_be_is_refused(file: DataFile, old: Plan) -> None:
    with pytest.raises(ClerkError, match="แผนที่เริ่มหลัง"):
        carry_plan(file, old.id, old.id)
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        begin_from(file, old.id, 2570, 2574)
    with pytest.raises(ClerkError, match="แผนที่เริ่มหลัง"):
        begin_from(file, old.id, 2560, 2565)
