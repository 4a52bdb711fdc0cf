"""Fields of a plan's rows: what they keep, by year and by round, and what they refuse."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import put_closed
from ita_desktop.db.rows import Kind
from ita_desktop.domain.project import Project, ProjectState, Reason, TargetGroup
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows.deeds import Edit, field_words, is_of_round, set_field


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita", None, 2566)
    begin_plan(opened, 2566, 2570, [Heading(1, "ก")], ["เป้าหมาย"])
    plan = plan_of(opened, 2566)
    assert plan is not None
    add_project(opened, plan.sections[0].id, {"name": "โครงการ"})
    yield opened
    opened.close()


def _project(file: DataFile) -> Project:
    plan = plan_of(file, 2566)
    assert plan is not None
    return next(plan.placed()).project


def _set(file: DataFile, field: str, text: str, *, report: bool = False) -> None:
    number = _project(file).id
    months = 6 if report else None
    set_field(file, Edit(kind=Kind.PROJECT, number=number, field=field, text=text, months=months))


def test_fields_keep_what_they_mean(file: DataFile) -> None:
    for field, text in (
        ("kind", "กิจกรรม"),
        ("target_count", "๑๕๐ คน"),
        ("target_groups", "สถานศึกษา\nเด็กและเยาวชน"),
        ("steps", "หนึ่ง\n\t\tสอง\n\nสาม "),
        ("no_budget", "✓"),
        ("no_budget", ""),
        ("amount", "20,000.-"),
        ("amount:2566", "๕๐๐.๕๐"),
        ("quarters:2567", "1-2"),
        ("runs:2568", "1"),
    ):
        _set(file, field, text)
    project = _project(file)
    assert project.kind.words == "กิจกรรม"
    assert project.target_count == 150
    assert project.target_groups == (TargetGroup.YOUTH, TargetGroup.SCHOOLS)
    assert project.steps == "หนึ่ง\n\tสอง\nสาม"
    assert (project.no_budget, project.amount) == (False, Decimal(20000))
    assert project.years[2566].amount == Decimal("500.50")
    assert project.years[2567].quarters == (1, 2)
    assert project.running == (2566, 2567, 2568)


def test_a_year_without_anything_said_is_gone(file: DataFile) -> None:
    _set(file, "amount:2566", "5")
    _set(file, "amount:2566", "")
    assert _project(file).years == {}


def test_a_report_is_of_a_year_and_a_round(file: DataFile) -> None:
    for field, text in (
        ("state:2566", "ไม่สามารถดำเนินการได้"),
        ("reason:2566", "อื่น ๆ"),
        ("spent:2566", "๑๐๐"),
        ("in_ordinance:2566", "✓"),
        ("problem:2566", "ฝนตก"),
    ):
        _set(file, field, text, report=True)
    result = _project(file).result(2566, 6)
    assert (result.state, result.reason) == (ProjectState.IMPOSSIBLE, Reason.OTHER)
    assert (result.spent, result.in_ordinance, result.problem) == (Decimal(100), True, "ฝนตก")
    assert _project(file).result(2566, 12).is_empty
    assert _project(file).result(2567, 6).is_empty


def test_a_section_is_of_a_level_from_one_to_four(file: DataFile) -> None:
    def level() -> int:
        plan = plan_of(file, 2566)
        assert plan is not None
        return plan.sections[0].level

    ((number,),) = file.read("SELECT id FROM section")
    for typed, kept in (("4", 4), (" 2 ", 2)):
        set_field(file, Edit(kind=Kind.SECTION, number=number, field="level", text=typed))
        assert level() == kept
    for typed in ("0", "5", "", "1.2"):
        with pytest.raises(ClerkError, match="ระดับหัวข้อ"):
            set_field(file, Edit(kind=Kind.SECTION, number=number, field="level", text=typed))
    assert level() == 2


def test_only_what_is_reported_of_a_year_is_of_a_round() -> None:
    found = [one for one in ("note", "note:2566", "amount:2566", "spent:2566") if is_of_round(one)]
    assert found == ["note:2566", "spent:2566"]


def test_an_empty_report_is_gone(file: DataFile) -> None:
    _set(file, "in_ordinance:2566", "✓", report=True)
    _set(file, "in_ordinance:2566", "", report=True)
    assert _project(file).results == {}


def test_the_report_of_a_closed_round_stays(file: DataFile) -> None:
    _set(file, "result:2566", "ครั้งแรก", report=True)
    with file.deed("ปิดรอบ"):
        put_closed(file, 2566, 6, "2023-04-01T00:00:00+00:00", "{}")
    with pytest.raises(ClerkError, match="รอบ 6 เดือนของปี 2566 ปิดแล้ว"):
        _set(file, "result:2566", "แก้", report=True)
    assert _project(file).result(2566, 6).result == "ครั้งแรก"


def test_an_aim_is_of_a_year(file: DataFile) -> None:
    plan = plan_of(file, 2566)
    assert plan is not None
    goal = plan.goals[0].id
    for year, text in ((2566, "ร้อยละ 10"), (2567, "ร้อยละ 20"), (2566, "")):
        set_field(file, Edit(kind=Kind.GOAL, number=goal, field=f"aim:{year}", text=text))
    plan = plan_of(file, 2566)
    assert plan is not None
    assert plan.goals[0].aims == {2567: "ร้อยละ 20"}


@pytest.mark.parametrize(
    ("field", "text"),
    [("amount:2566", "มาก"), ("quarters:2566", "5"), ("kind", "แผน"), ("target_count", "หลายคน")],
)
def test_what_cannot_be_taken_changes_nothing(file: DataFile, field: str, text: str) -> None:
    before = _project(file)
    with pytest.raises(ClerkError):
        _set(file, field, text)
    assert _project(file) == before


def test_fields_are_called_in_thai() -> None:
    assert field_words(Kind.PROJECT, "amount:2566") == "งบประมาณ ปี 2566"
    assert field_words(Kind.PROJECT, "steps") == "วิธีดำเนินการ"
    assert field_words(Kind.GOAL, "text") == "ข้อความ"
    assert field_words(Kind.PROJECT, "result:2566") == "ผลการดำเนินการ ปี 2566"


@pytest.mark.parametrize("text", ["0", "5", "หนึ่ง"])
def test_a_level_that_no_section_has_is_refused_with_what_was_typed(
    file: DataFile, text: str
) -> None:
    plan = plan_of(file, 2566)
    assert plan is not None
    edit = Edit(kind=Kind.SECTION, number=plan.sections[0].id, field="level", text=text)
    with pytest.raises(ClerkError, match=f"“{text}”.*กรุณาพิมพ์ 1 ถึง 4"):
        set_field(file, edit)
    assert plan_of(file, 2566) == plan
