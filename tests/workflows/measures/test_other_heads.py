"""A table of another office has a column the layout does not know: it is said, not left out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import read_import
from tests.workflows.measures.test_round_trip import office_file

HEADS = (
    "มาตรการ/แนวทาง",
    "วิธีการดำเนินการ",
    "ผู้รับผิดชอบ",
    "ระยะเวลาดำเนินการ",
    "ผลการดำเนินการ",
    "ข้อเสนอแนะ",
)
ROW = ("๑. ทะเบียนยืม (IIT)", "จัดทำทะเบียน", "กองคลัง", "ม.ค. ๖๖", "จัดทำแล้ว", "ควรทำต่อ")


@pytest.fixture(scope="module")
def file() -> Iterator[DataFile]:
    with office_file() as (made, _):
        yield made


@pytest.fixture
def read(file: DataFile, tmp_path: Path) -> Callable[..., Outcome]:
    def read_rows(*rows: Sequence[str | None], merge: str = "") -> Outcome:
        book = Workbook()
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(list(row))
        if merge:
            sheet.merge_cells(merge)
        path = tmp_path / "ตาราง.xlsx"
        book.save(path)
        return read_import(file, path, 2566)

    return read_rows


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one.address, one.found) for one in outcome.findings]


def test_a_head_nobody_knows_is_told_with_the_column_it_may_be(
    read: Callable[..., Outcome],
) -> None:
    outcome = read([*HEADS[:2], "ผู้เกี่ยวข้อง", *HEADS[3:]], ROW)
    assert told(outcome) == [("C1", "ผู้เกี่ยวข้อง")]
    finding = outcome.findings[0]
    assert finding.severity is Severity.WARNING
    assert "หากเป็น “ผู้รับผิดชอบ” กรุณาแก้หัวคอลัมน์ให้ตรง" in finding.message
    assert [dict(one.values).get("units") for one in outcome.measures] == [None] * 3
    assert dict(outcome.measures[1].values)["period"] == "ม.ค. ๖๖"  # the others are read


def test_a_column_more_than_the_layout_has_is_told(read: Callable[..., Outcome]) -> None:
    outcome = read([*HEADS, "หมายเหตุ"], [*ROW, "รอกองช่าง"])
    assert told(outcome) == [("G1", "หมายเหตุ")]
    assert "กรุณาเพิ่มคอลัมน์ในแบบตาราง" in outcome.findings[0].message


def test_the_second_column_under_one_head_is_told(read: Callable[..., Outcome]) -> None:
    outcome = read([*HEADS, None], [*ROW, "อีกช่อง"], merge="F1:G1")
    assert told(outcome) == [("G1", "ข้อเสนอแนะ")]


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ([*HEADS, "หมายเหตุ"], [*ROW, None]),
        (["ที่", *HEADS], ["๑", *ROW]),
        ([*HEADS, None], [*ROW, "ข้างตาราง"]),
    ],
    ids=["nothing in it", "only numbers", "no head"],
)
def test_a_column_that_holds_nothing_of_the_table_is_not_told(
    read: Callable[..., Outcome], heads: Sequence[str], row: Sequence[str]
) -> None:
    assert told(read(heads, row)) == []
