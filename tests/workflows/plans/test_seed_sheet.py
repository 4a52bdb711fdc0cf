"""The plan of seed 004 typed into the contract's columns is the plan, without a false finding."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.documents.model import Digits
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.outline_cells import list_cell
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.domain.plan_money import dimension_sums, plan_sums
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from tests.documents.plans import SEED_PLAN, outline_of, read_seed, seed_sections
from tests.workflows.plans.office_plans import plan_in
from tests.workflows.plans.test_sheets_round_trip import office_file

pytestmark = pytest.mark.skipif(not SEED_PLAN.is_file(), reason="no folder 'shared'")
HEADS = (
    *("ลำดับที่", "ชื่อโครงการ", "หลักการและเหตุผล", "วัตถุประสงค์", "กลุ่มเป้าหมาย", "วิธีดำเนินการ"),
    *("ระยะเวลาดำเนินการ", "งบประมาณ", "ผู้รับผิดชอบ", "ผลผลิต", "ผลลัพธ์", "มิติ"),
)


def typed_rows() -> list[list[object]]:
    """Return the seed's projects in the contract's columns, as a clerk types them."""
    rows: list[list[object]] = [list(HEADS)]
    for one in read_seed()["projects"]:
        lists = ("objectives", "target_group", "steps", "outputs", "outcomes")
        cells = {name: list_cell(outline_of(one[name] or [])) for name in lists}
        rows.append(
            [
                to_thai_digits(str(one["no"])),
                one["title"],
                "",
                to_thai_digits(cells["objectives"]),
                cells["target_group"],
                to_thai_digits(cells["steps"]),
                one["period"]["text"] if one["period"] else None,
                one["budget"]["text"] if one["budget"] else None,
                one["responsible"],
                cells["outputs"],
                cells["outcomes"],
                to_thai_digits(", ".join(one["section_ids"])),
            ]
        )
    return rows


def typed_sections() -> list[list[object]]:
    rows: list[list[object]] = [["เลขที่หัวข้อ", "ชื่อหัวข้อ"]]
    return rows + [[to_thai_digits(number), name] for number, _, name in seed_sections()]


def counts_of(plan: Plan) -> list[int]:
    return [one.projects for one in dimension_sums(plan).values()]


def test_the_seed_plan_comes_in_whole_with_only_real_findings(
    workbook: Callable[..., Path],
) -> None:
    path = workbook({"แผน": typed_rows(), "หัวข้อ": typed_sections()})
    with office_file(None) as (file, _):
        outcome = import_workbook(file, path)
        plan = plan_in(file)
        assert outcome.applied
        assert [(one.severity, one.sheet, one.address) for one in outcome.findings] == [
            (Severity.WARNING, "แผน", "B22"),
            (Severity.WARNING, "แผน", "H29"),
        ]
        assert outcome.findings[0].problem == (
            "โครงการนี้ยังไม่มี ระยะเวลาดำเนินการ, งบประมาณดำเนินการ, ผู้รับผิดชอบ, ผลผลิต/ผลลัพธ์"
        )
        assert "ไม่ได้แยกรายปี" in outcome.findings[1].problem
        assert (plan.first_year, plan.last_year) == (2566, 2570)
        numbers = section_numbers(plan)
        seed = read_seed()["projects"]
        assert [one.project.name for one in plan.placed()] == [one["title"] for one in seed]
        for placed, one in zip(plan.placed(), seed, strict=True):
            own = [placed.section.id, *placed.project.places]
            assert [numbers[number] for number in own] == one["section_ids"]
            assert placed.project.kind is kind_of_name(one["title"])
            assert placed.project.steps == outline_of(one["steps"])
            assert placed.project.outcomes == outline_of(one["outcomes"])
            years: list[int] = one["period"]["fiscal_years"] if one["period"] else []
            assert list(placed.project.running) == years
        assert counts_of(plan) == [6, 21, 4, 5]
        assert plan_sums(plan).total == 20000
        empty = [numbers[one.id] for one in plan.sections if not one.projects]
        assert {"4.2.1", "4.2.2"} <= set(empty)


def test_the_projects_alone_make_the_sections_that_they_name(
    workbook: Callable[..., Path],
) -> None:
    path = workbook([["แผนปฏิบัติการป้องกันการทุจริต"], *typed_rows()])
    with office_file(None) as (file, _):
        outcome = import_workbook(file, path)
        plan = plan_in(file)
        assert [one.severity for one in outcome.findings] == [
            Severity.NOTE,
            Severity.WARNING,
            Severity.WARNING,
        ]
        numbers = section_numbers(plan)
        placed = list(plan.placed())
        assert [numbers[one.section.id] for one in placed] == [
            one["section_ids"][0] for one in read_seed()["projects"]
        ]
        assert [one.number for one in placed] == list(range(1, 37))
        names = {number: name for number, _, name in seed_sections()}
        assert {numbers[one.id]: one.name for one in plan.sections}.items() <= names.items()


@pytest.mark.long
def test_an_imported_plan_goes_out_and_comes_in_unchanged(
    workbook: Callable[..., Path], through_libreoffice: Callable[[Path], Path]
) -> None:
    path = workbook({"แผน": typed_rows(), "หัวข้อ": typed_sections()})
    with office_file(None) as (file, again):
        import_workbook(file, path)
        for paper in ("plan", "plan-details", "plan-projects"):
            draw(freeze(file, paper, 2566, Digits.THAI, kind="xlsx"), "xlsx", again)
            for book in (again, through_libreoffice(again)):
                outcome = import_workbook(file, book, dry_run=True)
                assert (outcome.rows, outcome.heads, outcome.findings) == ((), (), ())
        assert import_workbook(file, path, dry_run=True).rows == ()


def test_the_workbook_of_a_whole_plan_makes_it_in_an_empty_file(
    workbook: Callable[..., Path],
) -> None:
    path = workbook({"แผน": typed_rows(), "หัวข้อ": typed_sections()})
    with office_file(None) as (file, book), office_file(None) as (other, _):
        import_workbook(file, path)
        draw(freeze(file, "plan", 2566, Digits.THAI, kind="xlsx"), "xlsx", book)
        outcome: Any = import_workbook(other, book)
        assert outcome.applied
        assert import_workbook(other, book, dry_run=True).rows == ()
        assert plain(plan_in(other)) == plain(plan_in(file))


def plain(plan: Plan) -> list[object]:
    """Return what a plan says, without the numbers of its rows."""
    places = {one.id: at for at, one in enumerate(plan.sections)}
    return [
        [(one.level, one.marker, one.name) for one in plan.sections],
        [
            (
                places[one.section.id],
                [places[other] for other in one.project.places],
                one.project.name,
                one.project.kind,
                to_thai_digits(one.project.steps),
                to_thai_digits(one.project.outcomes),
                one.project.running,
                one.project.no_budget,
                one.project.amount,
                one.project.units,
            )
            for one in plan.placed()
        ],
    ]
