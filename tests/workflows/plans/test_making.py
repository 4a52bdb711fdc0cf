"""A plan as a whole: begun, its years, its own texts, taken away; each one deed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans import making
from ita_desktop.workflows.plans.making import Heading, plan_of
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows.deeds import Edit, apply_edits

HEADINGS = (Heading(1, "การสร้างวัฒนธรรม"), Heading(2, "บุคลากร"), Heading(3, "ความรู้", "1.2.2"))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita", None, 2566)
    yield opened
    opened.close()


def test_a_plan_covers_all_its_years_and_no_other(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2570, HEADINGS, ["ลดการทุจริต"])
    plans = [plan_of(file, year) for year in range(2565, 2572)]
    assert [None if plan is None else plan.id for plan in plans] == [None, *[number] * 5, None]
    plan = plan_of(file, 2568)
    assert plan is not None
    assert [(one.level, one.name, one.marker) for one in plan.sections] == [
        (1, "การสร้างวัฒนธรรม", ""),
        (2, "บุคลากร", ""),
        (3, "ความรู้", "1.2.2"),
    ]
    assert [goal.text for goal in plan.goals] == ["ลดการทุจริต"]


@pytest.mark.parametrize(("first", "last"), [(2570, 2571), (2564, 2566), (2567, 2568)])
def test_a_fiscal_year_has_one_plan(file: DataFile, first: int, last: int) -> None:
    making.begin_plan(file, 2566, 2570)
    with pytest.raises(ClerkError, match="มีแผนปี 2566 – 2570 อยู่แล้ว"):
        making.begin_plan(file, first, last)
    other = making.begin_plan(file, 2571, 2574)
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        making.change_years(file, other, 2570, 2574)


@pytest.mark.parametrize(
    ("first", "last"), [(2570, 2566), (2566, 2581), (2539, 2541), (2640, 2644)]
)
def test_years_that_are_none_are_refused_and_nothing_is_written(
    file: DataFile, first: int, last: int
) -> None:
    with pytest.raises(ClerkError, match="ช่วงปีของแผน"):
        making.begin_plan(file, first, last)
    assert file.latest_deed() == _latest_without_plan(file)


def _latest_without_plan(file: DataFile) -> int | None:
    return file.read("SELECT max(id) FROM deed")[0][0] if not _plans(file) else -1


def _plans(file: DataFile) -> list[tuple[object, ...]]:
    return file.read("SELECT id FROM plan")


def test_other_years_keep_what_was_said_of_them(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2570, HEADINGS)
    plan = plan_of(file, 2566)
    assert plan is not None
    project = add_project(file, plan.sections[0].id, {"name": "โครงการหนึ่ง"})
    apply_edits(
        file, [Edit(kind=Kind.PROJECT, number=project, field="amount:2570", text="5")], "แก้เงิน"
    )
    making.change_years(file, number, 2566, 2569)
    making.change_years(file, number, 2566, 2570)
    plan = plan_of(file, 2570)
    assert plan is not None
    amount = next(plan.placed()).project.years[2570].amount
    assert amount is not None
    assert int(amount) == 5


def test_texts_are_edited_and_go_back_to_the_usual_ones(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2570)
    making.put_text(file, number, "preface", "คำนำของเรา", "คำนำ")
    making.put_title(file, number, "แผนของเรา")
    making.put_risk_year(file, number, 2565)
    plan = plan_of(file, 2566)
    assert plan is not None
    assert (plan.texts, plan.title, plan.risk_year) == (
        {"preface": "คำนำของเรา"},
        "แผนของเรา",
        2565,
    )
    making.put_text(file, number, "preface", None, "คำนำ")
    making.put_title(file, number, "")
    plan = plan_of(file, 2566)
    assert plan is not None
    assert (plan.texts, plan.title) == ({}, "")


def test_a_plan_goes_and_comes_back_whole(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2570, HEADINGS, ["เป้าหมาย"])
    plan = plan_of(file, 2566)
    assert plan is not None
    project = add_project(file, plan.sections[2].id, {"name": "โครงการ"})
    goal = plan.goals[0].id
    apply_edits(
        file,
        [
            Edit(kind=Kind.PROJECT, number=project, field="spent:2566", text="5", months=6),
            Edit(kind=Kind.GOAL, number=goal, field="aim:2567", text="ร้อยละ 20"),
        ],
        "แก้",
    )
    making.put_text(file, number, "preface", "คำนำ")
    before = plan_of(file, 2566)
    making.remove_plan(file, number)
    assert plan_of(file, 2566) is None
    for table in ("section", "project", "project_result", "goal", "goal_year", "plan_text"):
        assert file.read(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 - names above
    file.undo()
    assert plan_of(file, 2566) == before


def test_a_plan_may_be_of_as_many_years_as_may_be(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2580)
    making.change_years(file, number, 2567, 2581)
    making.change_years(file, number, 2629, 2643)
    assert plan_of(file, 2643) is not None


def test_a_plan_of_years_the_file_has_not_comes_with_its_last_one_that_has_criteria(
    file: DataFile,
) -> None:
    def years() -> list[int]:
        return [row[0] for row in file.read("SELECT id FROM fiscal_year ORDER BY id")]

    assert years() == [2566]
    for first, last, add, then in (
        (2561, 2565, False, [2566]),
        (2561, 2565, True, [2565, 2566]),
        (2566, 2570, True, [2566]),  # it has one of them
        (2640, 2643, True, [2566]),  # no criteria
    ):
        making.begin_plan(file, first, last, add_year=add)
        assert years() == then
        file.undo()
        assert years() == [2566]


def test_the_settings_of_a_plan_are_one_deed_and_take_no_years_of_another(file: DataFile) -> None:
    number = making.begin_plan(file, 2566, 2570)
    making.begin_plan(file, 2571, 2575)
    before = file.latest_deed()
    with pytest.raises(ClerkError, match="มีแผนปี 2571 – 2575 อยู่แล้ว"):
        making.put_settings(file, number, (2566, 2571), "แผนใหม่", 2565)
    assert file.latest_deed() == before
    making.put_settings(file, number, (2566, 2569), " แผนใหม่\nของเรา ", 2565)
    plan = plan_of(file, 2566)
    assert plan is not None
    assert (plan.years[-1], plan.title, plan.risk_year) == (2569, "แผนใหม่ ของเรา", 2565)
    file.undo()
    plan = plan_of(file, 2570)
    assert plan is not None
    assert (plan.title, plan.risk_year) == ("", None)
