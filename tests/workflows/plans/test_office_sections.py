"""Which section a project of another office's table stands in: cells, lines, sheets, titles."""

from typing import Any

import pytest

from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import begin_plan
from tests.workflows.plans.office_plans import HEADS, OUTLINE, MakeSheet, places, plan_in
from tests.workflows.plans.test_sheets_round_trip import office_file


@pytest.mark.parametrize(
    ("section", "told", "where"),
    [
        ("สุจริตใจ", "จึงเพิ่มเป็นหัวข้อใหม่", "3"),
        ("มิติที่ ๓ อื่น ๆ", "จึงเพิ่มเป็นหัวข้อใหม่", "3"),
        ("บุคลากร", "มีหลายแห่งในแผน", "1.1.1"),
        ("-", "ไม่ได้ระบุมิติ", "3"),
    ],
)
def test_what_a_cell_says_of_the_section_is_told_where_it_is_doubtful(
    workbook: MakeSheet, section: str, told: str, where: str
) -> None:
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        outcome = import_workbook(file, workbook([HEADS, [1, "โครงการ ก", "x", "y", section]]))
        (finding,) = outcome.findings
        assert (outcome.applied, finding.severity) == (True, Severity.WARNING)
        assert told in finding.problem
        assert places(plan_in(file)) == [where]


def test_a_section_that_is_none_is_one_error_and_not_also_untold(workbook: MakeSheet) -> None:
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        outcome = import_workbook(file, workbook([HEADS, [1, "โครงการ ก", "x", "y", "๙.๙"]]))
        assert [(one.severity, one.address) for one in outcome.findings] == [(Severity.ERROR, "E2")]


def test_a_title_under_the_line_of_a_dimension_is_the_section_under_it(
    workbook: MakeSheet,
) -> None:
    heads = ["ภารกิจตามมิติ", "โครงการ", "ปี ๒๕๖๖"]
    rows: list[list[Any]] = [
        ["มิติที่ ๑ สุจริต"],
        *(heads, ["บุคลากร", "โครงการ ก", 1]),
        ["มิติที่ ๒ โปร่งใส"],
        *(heads, ["บุคลากร", "โครงการ ข", 2]),
    ]
    path = workbook(rows)
    with office_file(None) as (file, _), office_file(None) as (new, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        assert import_workbook(file, path).findings == ()
        assert places(plan_in(file)) == ["1.1.1", "2.1.1"]
        assert import_workbook(new, path).findings == ()
        assert places(plan_in(new)) == ["1.1", "2.1"]


def test_two_new_projects_of_one_name_in_one_section_are_told(workbook: MakeSheet) -> None:
    rows = [list(HEADS), *([None, "โครงการ ก", "x", str(place), "1"] for place in range(2))]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (warning,) = import_workbook(file, workbook(rows)).findings
        assert (warning.severity, warning.address) == (Severity.WARNING, "B3")
        assert "ชื่อซ้ำกับโครงการที่ B2" in warning.problem
        assert len(places(plan_in(file))) == 2


def test_a_section_that_the_sheet_of_sections_has_not_is_told(workbook: MakeSheet) -> None:
    heads = ["ชื่อโครงการ", "วัตถุประสงค์", "ปี 2566", "มิติ"]
    sheets: dict[str, list[list[Any]]] = {
        "โครงการ": [heads, ["โครงการ ก", "x", 1, "สุจริต"], ["โครงการ ข", "x", 1, "สุจริดต"]],
        "หัวข้อ": [["เลขที่หัวข้อ", "ชื่อหัวข้อ"], ["๑", "สุจริต"], ["๒", "โปร่งใส"]],
    }
    with office_file(None) as (file, _):
        (warning,) = import_workbook(file, workbook(sheets)).findings
        assert (warning.severity, warning.address) == (Severity.WARNING, "D3")
        assert "จึงเพิ่มเป็นหัวข้อใหม่" in warning.problem


def test_sheets_called_by_their_dimension_put_projects_there(workbook: MakeSheet) -> None:
    heads = ["โครงการ", "ปี 2566"]
    sheets = {"มิติที่ 2": [heads, ["โครงการ ข", 2]], "มิติที่ 1": [heads, ["โครงการ ก", 1]]}
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        assert import_workbook(file, workbook(sheets)).findings == ()
        assert places(plan_in(file)) == ["1", "2"]
