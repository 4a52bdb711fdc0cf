"""Sections and projects of a plan: added, moved, copied, joined, taken away."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans import outline
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.rows.deeds import Edit, apply_edits

HEADINGS = (
    *(Heading(1, "ก"), Heading(2, "กก"), Heading(3, "กกก"), Heading(2, "กข")),
    *(Heading(1, "ข"), Heading(2, "ขก")),
)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita", None, 2566)
    begin_plan(opened, 2566, 2570, HEADINGS)
    yield opened
    opened.close()


def _plan(file: DataFile) -> Plan:
    plan = plan_of(file, 2566)
    assert plan is not None
    return plan


def _ids(file: DataFile) -> Mapping[str, int]:
    return {section.name: section.id for section in _plan(file).sections}


def _shown(file: DataFile) -> list[str]:
    plan = _plan(file)
    numbers = section_numbers(plan)
    return [f"{numbers[section.id]} {section.name}" for section in plan.sections]


def _projects(file: DataFile) -> list[tuple[int, str, str]]:
    return [(one.number, one.section.name, one.project.name) for one in _plan(file).placed()]


def test_a_section_is_added_before_another(file: DataFile) -> None:
    outline.add_section(file, _plan(file).id, 2, "ใหม่", _ids(file)["กข"])
    assert _shown(file)[:5] == ["1 ก", "1.1 กก", "1.1.1 กกก", "1.2 ใหม่", "1.3 กข"]


def test_a_section_moves_with_all_under_it(file: DataFile) -> None:
    ids = _ids(file)
    outline.add_project(file, ids["กกก"], {"name": "หนึ่ง"})
    outline.move_section(file, ids["ก"], None, 1)
    assert _shown(file) == ["1 ข", "1.1 ขก", "2 ก", "2.1 กก", "2.1.1 กกก", "2.2 กข"]
    outline.move_section(file, ids["กก"], ids["ขก"], 2)
    assert _shown(file) == ["1 ข", "1.1 กก", "1.1.1 กกก", "1.2 ขก", "2 ก", "2.1 กข"]
    assert _projects(file) == [(1, "กกก", "หนึ่ง")]


def test_a_section_goes_deeper_where_it_stands_and_what_is_under_it_too(file: DataFile) -> None:
    ids = _ids(file)
    outline.move_section(file, ids["ข"], ids["ข"], 2)
    assert _shown(file)[3:] == ["1.2 กข", "1.3 ข", "1.3.1 ขก"]


def test_no_section_stands_under_itself_or_deeper_than_four(file: DataFile) -> None:
    ids = _ids(file)
    before = _shown(file)
    with pytest.raises(ClerkError, match="ใต้ตัวเอง"):
        outline.move_section(file, ids["ก"], ids["กกก"], 2)
    with pytest.raises(ClerkError, match="4 ระดับ"):
        outline.move_section(file, ids["ก"], None, 3)
    assert _shown(file) == before


def test_projects_are_numbered_in_the_order_they_are_put(file: DataFile) -> None:
    ids = _ids(file)
    one, two, three = (
        outline.add_project(file, ids["กกก"], {"name": name}) for name in ("ก", "ข", "ค")
    )
    outline.move_projects(file, [three], ids["กกก"], one)
    outline.move_projects(file, [two, one], ids["ขก"])
    assert _projects(file) == [(1, "กกก", "ค"), (2, "ขก", "ข"), (3, "ขก", "ก")]
    file.undo()
    assert [name for _, _, name in _projects(file)] == ["ค", "ก", "ข"]


def test_a_project_that_moves_to_where_it_also_stood_is_not_named_twice(file: DataFile) -> None:
    ids = _ids(file)
    project = outline.add_project(file, ids["กกก"], {"name": "ก"})
    outline.put_places(file, project, [ids["กข"], ids["ขก"], ids["กกก"]])
    assert next(_plan(file).placed()).project.places == (ids["กข"], ids["ขก"])
    outline.move_projects(file, [project], ids["ขก"])
    assert next(_plan(file).placed()).project.places == (ids["กข"],)


def test_a_copy_has_all_but_the_reports(file: DataFile) -> None:
    ids = _ids(file)
    project = outline.add_project(
        file, ids["กกก"], {"name": "ก", "steps": "หนึ่ง\n\tสอง", "kind": "มาตรการ"}
    )
    outline.add_project(file, ids["กกก"], {"name": "ท้าย"})
    apply_edits(
        file,
        [
            Edit(kind=Kind.PROJECT, number=project, field="amount:2566", text="๒๐,๐๐๐"),
            Edit(kind=Kind.PROJECT, number=project, field="quarters:2567", text="1-2"),
            Edit(kind=Kind.PROJECT, number=project, field="result:2566", text="แล้ว", months=6),
        ],
        "แก้",
    )
    outline.put_items(file, project, [(2566, "O36")])
    outline.duplicate_project(file, project)
    first, copy, last = (one.project for one in _plan(file).placed())
    assert last.name == "ท้าย"
    assert copy.results == {}
    same = ("name", "steps", "kind", "years", "items", "places", "risks")
    assert [getattr(copy, name) for name in same] == [getattr(first, name) for name in same]


def test_a_section_that_is_kept_too_deep_moves_to_the_level_it_is_moved_to(file: DataFile) -> None:
    begin_plan(
        file, 2571, 2575, [Heading(1, "ก"), Heading(4, "กก"), Heading(1, "ข"), Heading(2, "ขก")]
    )

    def said() -> list[tuple[str, str]]:
        plan = plan_of(file, 2571)
        assert plan is not None
        numbers = section_numbers(plan)
        return [(numbers[one.id], one.name) for one in plan.sections]

    plan = plan_of(file, 2571)
    assert plan is not None
    deep, last = plan.sections[1].id, plan.sections[3].id
    assert said() == [("1", "ก"), ("1.1", "กก"), ("2", "ข"), ("2.1", "ขก")]
    outline.move_section(file, deep, None, 2)
    assert said() == [("1", "ก"), ("2", "ข"), ("2.1", "ขก"), ("2.2", "กก")]
    file.undo()
    outline.move_section(file, last, deep, 2)
    assert said() == [("1", "ก"), ("1.1", "ขก"), ("1.2", "กก"), ("2", "ข")]


def test_a_copy_in_another_plan_stands_under_no_section_of_this_one(file: DataFile) -> None:
    ids = _ids(file)
    project = outline.add_project(file, ids["กกก"], {"name": "ก"})
    outline.put_places(file, project, [ids["ขก"]])
    outline.put_items(file, project, [(2566, "O36")])
    number = begin_plan(file, 2571, 2575, [Heading(1, "ใหม่")])
    section = load_plan(file, number).sections[0].id
    with file.deed("ทำสำเนา"):
        outline.copy_project(file, project, section)
    (copy,) = load_plan(file, number).sections[0].projects
    assert (copy.name, copy.places, copy.items) == ("ก", (), ((2566, "O36"),))


def test_a_copy_of_the_last_project_stands_behind_it(file: DataFile) -> None:
    section = _ids(file)["กกก"]
    outline.add_project(file, section, {"name": "ก"})
    last = outline.add_project(file, section, {"name": "ข"})
    made = outline.duplicate_project(file, last)
    assert [one.project.name for one in _plan(file).placed()] == ["ก", "ข", "ข"]
    assert [one.project.id for one in _plan(file).placed()][-1] == made


def test_a_section_goes_with_its_projects_and_comes_back(file: DataFile) -> None:
    ids = _ids(file)
    project = outline.add_project(file, ids["กกก"], {"name": "ก"})
    other = outline.add_project(file, ids["ขก"], {"name": "ข"})
    outline.put_places(file, other, [ids["กกก"]])
    before = _plan(file)
    outline.remove_section(file, ids["ก"])
    assert _shown(file) == ["1 ข", "1.1 ขก"]
    assert _projects(file) == [(1, "ขก", "ข")]
    assert next(_plan(file).placed()).project.places == ()
    file.undo()
    assert _plan(file) == before
    outline.remove_projects(file, [project, other])
    assert _projects(file) == []


def test_what_is_gone_is_refused_in_a_sentence(file: DataFile) -> None:
    for deed in (
        lambda: outline.remove_section(file, 999),
        lambda: outline.add_project(file, 999),
        lambda: outline.move_projects(file, [1], 999),
        lambda: outline.duplicate_project(file, 999),
    ):
        with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
            deed()
