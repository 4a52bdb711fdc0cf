"""Tables of OIT items that somebody else made: the seed's, and what offices do to theirs."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.domain.disclosure import PublishState, asked_contents
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.disclosure.units_in_cells import known_units, units_of_cell
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from tests.workflows.disclosure.disclosures import YEAR, criteria

SEED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "files" / "seed_001_duties.json").read_text(encoding="utf-8")
)
HEADS: list[object] = SEED["heads"]
WORKBOOK = Callable[..., Path]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    office = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY, units=tuple(SEED["office_units"]))
    made = new_file(tmp_path / "ก.ita", office, YEAR)
    yield made
    made.close()


def seed_rows() -> list[list[object]]:
    """Return the seed's table as a person typed it: a heading, and its head on every page."""
    rows: list[list[object]] = [["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ปีงบประมาณ พ.ศ. 2566"]]
    rows.append(HEADS)
    for number, row in enumerate(SEED["rows"]):
        if number and number % 7 == 0:
            rows.extend((["ตัวชี้วัดย่อย"], HEADS))
        contents = "<ul> <li>• แสดงข้อมูล</li> <li>(1) ชื่อ</li> </ul>"
        rows.append([row["code"], row["title"], contents, row["units"]])
    return rows


def test_the_table_of_the_seed_comes_in_clean(file: DataFile, workbook: WORKBOOK) -> None:
    outcome = import_workbook(file, workbook(seed_rows()))
    assert outcome.findings == ()
    known = load_disclosure(file, YEAR)
    assert len(known.items) == len(SEED["rows"]) == 43
    assert known.of("O5").units == "กองวิชาการและแผนงาน"
    assert known.of("O34").units == "กองวิชาการและแผนงาน"
    assert known.of("O19").units == "สำนักงานคลัง"
    assert known.of("O27").units.split("\n") == [
        "สำนักปลัดเทศบาล",
        "ศูนย์ดำรงธรรม",
        "ศูนย์รับเรื่องร้องเรียน",
    ]
    assert known.of("O28").units.split("\n") == [
        "สำนักปลัดเทศบาล (ศูนย์รับเรื่องร้องเรียน)",
        "กองวิชาการและแผนงาน (ช่องทางเว็บไซต์)",
    ]
    assert not any(item.contents for item in known.items.values())
    again = import_workbook(file, workbook(seed_rows()))
    assert (again.oit, again.findings) == ((), ())


def test_a_title_of_another_year_is_named_with_both(file: DataFile, workbook: WORKBOOK) -> None:
    title = "รายงานการกำกับติดตามการใช้จ่ายงบประมาณประจำปี รอบ 6 เดือน"
    rows = [HEADS, ["O19", title, "", "กองคลัง"]]
    outcome = import_workbook(file, workbook(rows), YEAR)
    (finding,) = outcome.findings
    assert finding.severity is Severity.WARNING
    assert (finding.sheet, finding.address) == ("Sheet1", "B2")
    assert "ข้อ O19 ของปี 2565" in finding.problem
    assert "ข้อ O19 ปี 2566" in finding.problem
    assert [change.code for change in outcome.oit] == ["O19"]


def test_a_title_of_another_item_is_named(file: DataFile, workbook: WORKBOOK) -> None:
    title = criteria().item_by_code["O20"].text
    outcome = import_workbook(file, workbook([HEADS, ["O21", title, "", "กองคลัง"]]), YEAR)
    (finding,) = outcome.findings
    assert "เป็นข้อ O20" in finding.problem


def test_every_title_of_the_year_is_its_own(file: DataFile, workbook: WORKBOOK) -> None:
    rows = [[one.code, one.text, "", "กองคลัง"] for one in criteria().items if one.is_oit]
    assert import_workbook(file, workbook([HEADS, *rows]), YEAR).findings == ()


def test_a_code_the_year_does_not_have_keeps_everything_out(
    file: DataFile, workbook: WORKBOOK
) -> None:
    rows = [HEADS, ["O1", "โครงสร้าง", "", "กองคลัง"], ["O44", "อื่น", "", "กองคลัง"]]
    outcome = import_workbook(file, workbook(rows), YEAR)
    (finding,) = outcome.errors
    assert (finding.address, finding.found) == ("A3", "O44")
    assert "O1 ถึง O43" in finding.wanted
    assert load_disclosure(file, YEAR).items == {}


def test_an_empty_cell_of_a_foreign_sheet_says_nothing(file: DataFile, workbook: WORKBOOK) -> None:
    heads = [*HEADS, "สถานะ", "URL", "วันที่ตรวจ"]
    full = ["๐๑", "โครงสร้าง", "✓ แสดงแผนผังโครงสร้างการแบ่งส่วนราชการของหน่วยงาน*", "กองคลัง"]
    import_workbook(file, workbook([heads, [*full, "เผยแพร่แล้ว", "www.a.go.th", "1/2/2566"]]), YEAR)
    before = load_disclosure(file, YEAR).of("O1")
    assert before.state is PublishState.PUBLISHED
    first = asked_contents(criteria().item_by_code["O1"])[0].text
    assert before.contents == {first}
    outcome = import_workbook(file, workbook([heads, ["O1", "โครงสร้าง", "", "", "", "", ""]]), YEAR)
    assert outcome.oit == ()
    assert load_disclosure(file, YEAR).of("O1") == before


def test_units_merged_over_rows_are_of_each(file: DataFile, workbook: WORKBOOK) -> None:
    rows = [
        HEADS,
        ["O1", "โครงสร้าง", "", "กองคลัง"],
        ["O2", "ข้อมูลผู้บริหาร", "", None],
        ["O3", "อำนาจหน้าที่", "", None],
    ]
    import_workbook(file, workbook(rows, merges=["D2:D3"]), YEAR)
    known = load_disclosure(file, YEAR)
    assert [known.of(code).units for code in ("O1", "O2", "O3")] == ["กองคลัง", "กองคลัง", ""]


def test_an_item_told_twice_in_other_words_is_an_error(file: DataFile, workbook: WORKBOOK) -> None:
    rows = [HEADS, ["O1", "โครงสร้าง", "", "กองคลัง"], ["O1", "โครงสร้าง", "", "กองช่าง"]]
    outcome = import_workbook(file, workbook(rows), YEAR)
    (finding,) = outcome.errors
    assert finding.address == "D3"
    assert "D2" in finding.problem


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("กองวิชาการ\nและแผนงาน", "กองวิชาการและแผนงาน"),
        ("-กองคลัง\n-กองช่าง", "กองคลัง\nกองช่าง"),
        ("<ul><li>กองคลัง</li><li>กองช่าง</li></ul>", "กองคลัง\nกองช่าง"),
        ("กองคลัง<br/>กองวิชาการ<br/>และแผนงาน", "กองคลัง\nกองวิชาการและแผนงาน"),
        ("กองคลัง, กองคลัง", "กองคลัง"),
        ("หน่วย (ก) ใหม่", "หน่วย (ก) ใหม่"),
    ],
)
def test_units_are_spelled_as_they_are_known(cell: str, units: str) -> None:
    known = known_units(["กองวิชาการและแผนงาน", "กองคลัง"], [])
    assert units_of_cell(cell, known) == units
