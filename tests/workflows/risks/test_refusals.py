"""What a table of risks cannot bring is told with its cell; nothing of the workbook is taken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.risks.register import choose_method, register_of
from tests.workflows.risks.test_other_tables import EIGHT, TITLE, YEAR

Make = Callable[..., Path]


@pytest.mark.parametrize(
    ("cells", "address", "found"),
    [
        (("O", 4, None), "D3", "O"),
        ((6, 4, None), "D3", "6"),
        ((0, 4, None), "D3", "0"),
        ((2.5, 4, None), "D3", "2.5"),
        (("มาก", 4, None), "D3", "มาก"),
        ((3, "สูงมากๆ", None), "E3", "สูงมากๆ"),
        ((3, -1, None), "E3", "-1"),
        ((3, "3-4", None), "E3", "3-4"),
        ((3, True, None), "E3", "TRUE"),
        ((None, None, "สูงมากๆ"), "F3", "สูงมากๆ"),
        ((None, None, "O"), "F3", "O"),
        ((None, None, 7), "F3", "7"),
        ((None, None, 2.5), "F3", "2.5"),
        ((3, 4, "แย่"), "F3", "แย่"),
        ((None, None, "สูง (3)"), "F3", "สูง (3)"),
        ((None, None, "สูง\nต่ำ"), "F3", "สูง\nต่ำ"),
    ],
)
def test_a_level_that_is_none_is_refused_with_its_cell(
    file: DataFile, workbook: Make, cells: tuple[object, ...], address: str, found: str
) -> None:
    path = workbook([TITLE, EIGHT, [1, "จัดซื้อ", "ก", *cells, "ทำ", "คลัง"]])
    outcome = import_workbook(file, path)
    assert [(f.sheet, f.address, f.found) for f in outcome.errors] == [("Sheet1", address, found)]
    assert outcome.errors[0].wanted
    assert not outcome.applied
    assert register_of(file, YEAR).processes == ()


@pytest.mark.parametrize("nothing", ["", "-", "–", None])
def test_what_says_nothing_is_harmless(file: DataFile, workbook: Make, nothing: str | None) -> None:
    row = [1, "จัดซื้อ", "ก", nothing, nothing, nothing, nothing, nothing]
    outcome = import_workbook(file, workbook([TITLE, EIGHT, row]))
    assert outcome.findings == ()
    (process,) = register_of(file, YEAR).processes
    assert (process.units, process.treatments) == ("", ())
    assert (process.risks[0].likelihood, process.risks[0].impact) == (None, None)


def test_as_many_levels_as_nobody_knows_are_refused(file: DataFile, workbook: Make) -> None:
    events = "๑. ก\n๒. ข\n๓. ค"
    path = workbook([TITLE, EIGHT, [1, "จัดซื้อ", events, None, None, "สูง\nต่ำ", "ทำ", "คลัง"]])
    outcome = import_workbook(file, path)
    assert [(f.address, "3 ระดับ" in f.wanted) for f in outcome.errors] == [("F3", True)]


def test_another_scale_is_refused_with_the_name_of_the_years_method(
    file: DataFile, workbook: Make
) -> None:
    small = next(one for one in preset_methods() if one.size == (3, 3))
    choose_method(file, YEAR, small)
    path = workbook([TITLE, EIGHT, [1, "จัดซื้อ", "ก", 5, 2, 10, "ทำ", "คลัง"]])
    outcome = import_workbook(file, path)
    assert [finding.address for finding in outcome.errors] == ["D3"]
    assert small.name[:30] in outcome.errors[0].wanted
    assert str(YEAR) in outcome.errors[0].wanted


def test_a_word_and_a_score_of_two_levels_are_told_what_the_score_is(
    file: DataFile, workbook: Make
) -> None:
    row = [1, "จัดซื้อ", "ก", None, None, "สูง (๒๐)", "ทำ", "คลัง"]
    (error,) = import_workbook(file, workbook([TITLE, EIGHT, row])).errors
    assert error.wanted == "คำและคะแนนของระดับเดียวกัน คะแนน 20 อยู่ในระดับสูงมาก"


def test_findings_stand_in_the_order_of_the_lines(file: DataFile, workbook: Make) -> None:
    rows = [
        [1, "จัดซื้อ", "ก", "O", 3, None, "ทำ", "คลัง"],
        [2, "ออกใบอนุญาต", "ข", 2, 3, "สูงมากๆ", "ทำ", "คลัง"],
        [2, "เก็บภาษี", "ค", 2, "2.5", None, "ทำ", "คลัง"],
    ]
    outcome = import_workbook(file, workbook([TITLE, EIGHT, *rows]))
    assert [one.address for one in outcome.findings] == ["D3", "F4", "A5", "E5"]


def test_one_bad_cell_keeps_all_sheets_out(file: DataFile, workbook: Make) -> None:
    good = [1, "จัดซื้อ", "ก", 3, 4, 12, "ทำ", "คลัง"]
    bad = [1, "พัสดุ", "ข", 9, 4, 12, "ทำ", "คลัง"]
    outcome = import_workbook(file, workbook({"ก": [TITLE, EIGHT, good], "ข": [TITLE, EIGHT, bad]}))
    assert [(f.sheet, f.address) for f in outcome.errors] == [("ข", "D3")]
    assert register_of(file, YEAR).processes == ()


def test_the_same_table_twice_is_read_once(file: DataFile, workbook: Make) -> None:
    rows = [TITLE, EIGHT, [1, "จัดซื้อ", "ก", 3, 4, 12, "ทำ", "คลัง"]]
    outcome = import_workbook(file, workbook({"ก": rows, "ข": rows}))
    assert [finding.severity for finding in outcome.findings] == [Severity.NOTE]
    assert len(register_of(file, YEAR).processes) == 1
