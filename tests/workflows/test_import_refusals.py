"""One bad cell keeps the whole workbook out; each is a finding with its sheet and address."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of
from ita_desktop.domain.findings import Severity
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.import_workbook import Outcome, import_workbook

Make = Callable[..., Path]


def told(outcome: Outcome) -> list[tuple[str, str, str]]:
    return [(f.sheet, f.address, f.found) for f in outcome.errors]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (101, "101"),
        (100.01, "100.01"),
        (-1, "-1"),
        (88.134, "88.134"),
        ("๘๘.๑๓๔", "๘๘.๑๓๔"),
        ("88,13", "88,13"),
        ("เก้าสิบ", "เก้าสิบ"),
        ("1e2", "1e2"),
        (True, "TRUE"),
        (dt.date(2023, 9, 30), "30/9/2023"),
        (dt.datetime(2023, 9, 30, 8, 15), "30/9/2023"),  # noqa: DTZ001 - a cell has no zone
        (dt.time(8, 15), "08:15:00"),
        ("90%", "90%"),
        ("ไม่คิดคะแนน", "ไม่คิดคะแนน"),
        ("#REF!", "#REF!"),
        ("=1/0", ""),  # a formula nobody has calculated
    ],
)
def test_a_cell_that_is_no_score_is_named_and_nothing_is_written(
    file: DataFile, workbook: Make, value: object, found: str
) -> None:
    rows = [["ผลการประเมิน"], ["ข้อ", "คะแนน"], ["i1", 80], ["i2", value], ["i3", 90]]
    content = file.path.read_bytes()
    outcome = import_workbook(
        file, workbook({"แบบ IIT": rows, "OIT": [["ข้อ", "คะแนน"], ["O1", 0]]})
    )
    assert told(outcome) == [("แบบ IIT", "B4", found)]
    (finding,) = outcome.findings
    assert finding.wanted
    assert all(part in finding.message for part in ("แบบ IIT", "B4", found))
    assert not outcome.applied
    assert file.path.read_bytes() == content


@pytest.mark.parametrize("value", [50, "99.99", "ไม่มี", "๑"])
def test_an_oit_item_has_only_three_scores(file: DataFile, workbook: Make, value: object) -> None:
    outcome = import_workbook(file, workbook([["ข้อ", "คะแนน"], ["O16", value]]))
    assert [finding.address for finding in outcome.errors] == ["B2"]
    assert outcome.errors[0].wanted == "100, 0 หรือ ไม่คิดคะแนน"
    assert entries_of(file, 2565) == {}


@pytest.mark.parametrize("code", ["i99", "O44", "x1", "รวม", "", None, 7, "ตัวชี้วัดที่ 1"])
def test_an_item_the_year_does_not_have_is_named(
    file: DataFile, workbook: Make, code: object
) -> None:
    outcome = import_workbook(file, workbook([["ข้อ", "คะแนน"], [code, 90], ["i1", 80]]))
    assert told(outcome) == [("Sheet1", "A2", "" if code is None else str(code))]
    assert "2565" in outcome.errors[0].wanted
    assert entries_of(file, 2565) == {}


@pytest.mark.parametrize("name", ["ตัวชี้วัดที่ 11", "ความโปร่งใส", "9.3 การจัดซื้อจัดจ้าง", "i1", "IIT/1"])
def test_an_indicator_the_year_does_not_have_is_named(
    file: DataFile, workbook: Make, name: str
) -> None:
    outcome = import_workbook(file, workbook([["ตัวชี้วัด", "คะแนน"], [name, 90]]))
    assert told(outcome) == [("Sheet1", "A2", name)]


def test_the_same_item_with_two_scores_names_both_cells(file: DataFile, workbook: Make) -> None:
    path = workbook(
        {
            "ครั้งที่ 1": [["ข้อ", "คะแนน"], ["i1", 80], ["i2", 90]],
            "ครั้งที่ 2": [["ข้อ", "คะแนน"], ["I1", 81], ["i2", "๙๐"]],
        }
    )
    outcome = import_workbook(file, path)
    assert told(outcome) == [("ครั้งที่ 2", "B2", "81")]
    assert "B2 ของแผ่นงาน ครั้งที่ 1" in outcome.errors[0].wanted
    assert entries_of(file, 2565) == {}


@pytest.mark.parametrize("value", [0.86, "๐.๘๖", 1])
def test_a_score_that_looks_odd_is_a_warning_and_is_taken(
    file: DataFile, workbook: Make, value: object
) -> None:
    outcome = import_workbook(file, workbook([["ข้อ", "คะแนน"], ["i1", value]]))
    assert [(f.severity, f.address) for f in outcome.findings] == [(Severity.WARNING, "B2")]
    assert outcome.applied
    assert entries_of(file, 2565).keys() == {"i1"}


def test_errors_and_warnings_are_all_told_at_once(file: DataFile, workbook: Make) -> None:
    rows: Sequence[Sequence[object]] = [
        ["ข้อ", "คะแนน"],
        ["i1", 101],
        ["i99", 90],
        ["i3", 0.5],
        ["#REF!", 90],
        ["i5", "#N/A"],
    ]
    outcome = import_workbook(file, workbook(rows))
    assert [(f.severity.value, f.address) for f in outcome.findings] == [
        ("error", "B2"),
        ("error", "A3"),
        ("warning", "B4"),
        ("error", "A5"),
        ("error", "B6"),
    ]
    assert outcome.scores[0].code == "i3"
    assert entries_of(file, 2565) == {}


def test_an_error_outside_the_table_is_only_a_warning(file: DataFile, workbook: Make) -> None:
    rows = [["ข้อ", "คะแนน", None, "#REF!"], ["i1", 80]]
    outcome = import_workbook(file, workbook(rows))
    assert [(f.severity, f.address) for f in outcome.findings] == [(Severity.WARNING, "D1")]
    assert entries_of(file, 2565) == {"i1": Decimal(80)}


@pytest.mark.parametrize(
    "rows", [[], [["ชื่อ", "จำนวน"], ["ก", 1]], [["ข้อ", "ข้อคำถาม"], ["i1", "ก"]]]
)
def test_a_workbook_without_a_table_that_is_known_is_told(
    file: DataFile, workbook: Make, rows: list[list[object]]
) -> None:
    with pytest.raises(ClerkError, match="ไม่พบตารางที่รู้จัก"):
        import_workbook(file, workbook(rows))


@pytest.mark.parametrize("content", [b"", b"i1,80\r\n", b"PK\x03\x04" + bytes(50)])
def test_a_file_that_is_no_workbook_is_told(file: DataFile, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "คะแนน.xlsx"
    path.write_bytes(content)
    before = file.path.read_bytes()
    with pytest.raises(ClerkError, match=r"คะแนน\.xlsx"):
        import_workbook(file, path)
    assert file.path.read_bytes() == before
