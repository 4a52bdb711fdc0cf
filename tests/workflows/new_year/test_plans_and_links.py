"""A plan goes on into the new year or begins anew, and its projects stand against its risks."""

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.domain.crosswalk import items_after
from ita_desktop.workflows.criteria.in_force import known_criteria
from ita_desktop.workflows.new_year.beginning import begin_new_year
from ita_desktop.workflows.new_year.values import (
    Fate,
    NewYearWish,
    Part,
)
from ita_desktop.workflows.plans import outline
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.risks.links import link_project
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows import deeds as rows
from tests.workflows.new_year.lines import names, whats

YEAR, NEXT = 2566, 2567


def test_a_plan_that_covers_the_year_goes_on_and_its_projects_are_against_the_new_risks(
    sample: DataFile,
) -> None:
    number = plan_covering(sample, YEAR)
    assert number == plan_covering(sample, NEXT)
    assert number is not None
    before = {one.project.id: one.project.risks for one in load_plan(sample, number).placed()}
    plan = begin_new_year(sample, YEAR, NEXT)
    assert len(whats(plan, Part.PLAN, Fate.FOLLOWS)) > 5
    assert not whats(plan, Part.PLAN, Fate.COMES)
    later = {one.risk.previous: one.risk.id for one in register_of(sample, NEXT).risks()}
    after = {one.project.id: one.project.risks for one in load_plan(sample, number).placed()}
    for project, risks in before.items():
        assert set(after[project]) == {*risks, *(later[risk] for risk in risks if risk in later)}
    assert any(len(after[project]) > len(risks) for project, risks in before.items())


def test_a_plan_that_ends_begins_anew_for_as_many_years_with_its_links(file: DataFile) -> None:
    begin_plan(file, 2564, YEAR, [Heading(1, "วัฒนธรรมสุจริต")], add_year=True)
    old = plan_covering(file, YEAR)
    assert old is not None
    section = load_plan(file, old).sections[0].id
    project = outline.add_project(file, section, {"name": "โครงการอบรม"})
    outline.put_items(file, project, [(YEAR, "O36")])
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    risk = rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    outline.put_risks(file, project, [risk])
    treatment = rows.add_row(file, Kind.TREATMENT, process, {"text": "อบรม"})
    link_project(file, treatment, project)
    (item,) = items_after("O36", YEAR, 2569, known_criteria(file))
    done = begin_new_year(file, YEAR, NEXT)
    assert whats(done, Part.PLAN, Fate.COMES) == ["แผนใหม่ปี 2567 – 2569", "ลำดับที่ 1 โครงการอบรม"]
    new = plan_covering(file, NEXT)
    assert new is not None
    plan = load_plan(file, new)
    (made,) = (one.project for one in plan.placed())
    (gone_on,) = (one.risk for one in register_of(file, NEXT).risks())
    assert (plan.first_year, plan.last_year, names(plan)) == (2567, 2569, ["โครงการอบรม"])
    assert made.items == ((2569, item),)
    assert made.risks == (gone_on.id,)
    ((carried,),) = (one.treatments for one in load_processes(file, NEXT))
    assert carried.linked is not None
    assert carried.linked.id == made.id
    assert [one.project.risks for one in load_plan(file, old).placed()] == [(risk,)]


def test_risks_that_come_after_a_new_plan_are_those_of_its_projects_too(file: DataFile) -> None:
    begin_plan(file, 2564, YEAR, [Heading(1, "วัฒนธรรมสุจริต")], add_year=True)
    old = plan_covering(file, YEAR)
    assert old is not None
    section = load_plan(file, old).sections[0].id
    project = outline.add_project(file, section, {"name": "โครงการอบรม"})
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    risk = rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    outline.put_risks(file, project, [risk])
    for part in (Part.PLAN, Part.RISKS, Part.RISKS):
        begin_new_year(file, YEAR, NEXT, NewYearWish(parts=frozenset({part})))
    new = plan_covering(file, NEXT)
    assert new is not None
    (made,) = (one.project for one in load_plan(file, new).placed())
    assert made.risks == tuple(one.risk.id for one in register_of(file, NEXT).risks())
    assert len(made.risks) == 1


def test_a_link_that_was_taken_away_in_the_new_year_does_not_come_again(file: DataFile) -> None:
    begin_plan(file, YEAR, 2570, [Heading(1, "วัฒนธรรมสุจริต")], add_year=True)
    number = plan_covering(file, YEAR)
    assert number is not None
    section = load_plan(file, number).sections[0].id
    project = outline.add_project(file, section, {"name": "โครงการอบรม"})
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    risk = rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    outline.put_risks(file, project, [risk])
    begin_new_year(file, YEAR, NEXT)
    outline.put_risks(file, project, [risk])
    rows.add_row(file, Kind.RISK, process, {"text": "ตรวจรับไม่ครบ"})
    begin_new_year(file, YEAR, NEXT)
    assert [one.risk.text for one in register_of(file, NEXT).risks()][1:] == ["ตรวจรับไม่ครบ"]
    assert [one.project.risks for one in load_plan(file, number).placed()] == [(risk,)]


@pytest.mark.parametrize(
    ("first", "last", "to_year", "years"),
    [
        (2562, 2566, 2567, (2567, 2571)),
        (2565, 2566, 2569, (2569, 2570)),
        (2566, 2566, 2568, (2568, 2568)),
    ],
)
def test_a_new_plan_reaches_the_new_year(
    file: DataFile, first: int, last: int, to_year: int, years: tuple[int, int]
) -> None:
    begin_plan(file, first, last, [Heading(1, "ก")])
    rows.add_row(file, Kind.TOPIC, YEAR, {"title": "ก"})
    begin_new_year(file, YEAR, to_year)
    number = plan_covering(file, to_year)
    assert number is not None
    plan = load_plan(file, number)
    assert (plan.first_year, plan.last_year) == years


def test_a_new_plan_ends_before_a_later_one_begins(file: DataFile) -> None:
    begin_plan(file, 2562, YEAR, [Heading(1, "ก")])
    begin_plan(file, 2570, 2574)
    rows.add_row(file, Kind.TOPIC, YEAR, {"title": "ก"})
    begin_new_year(file, YEAR, NEXT)
    number = plan_covering(file, NEXT)
    assert number is not None
    assert load_plan(file, number).last_year == 2569
