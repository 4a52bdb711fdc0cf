"""What other offices do to a table of OIT items: links, lists in a cell, an item over rows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.model import Digits
from ita_desktop.domain.disclosure import DisclosureItem, PublishState, asked_contents
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.disclosure.addresses_in_cells import addresses_of_cell
from ita_desktop.workflows.disclosure.continued_rows import whole_rows
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.disclosure.import_unit_sheet import import_oit_sheet
from ita_desktop.workflows.disclosure.said_cells import said_cell
from ita_desktop.workflows.disclosure.unit_reading import read_oit_sheets
from ita_desktop.workflows.disclosure.unit_sheets import freeze_oit_sheets
from ita_desktop.workflows.disclosure.units_in_cells import known_units, units_of_cell
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook, read_tables
from ita_desktop.workflows.opening import new_file, open_file
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.kept_file import KeptFile, keep
from tests.workflows.disclosure.disclosures import YEAR, criteria

HEADS = ("ข้อ", "ข้อมูล", "องค์ประกอบด้านข้อมูล", "หน่วยงานรับผิดชอบ", "สถานะ", "URL", "วันที่ตรวจ")
UNITS = ("กองคลัง", "กองช่าง", "กองวิชาการและแผนงาน", "สำนักปลัด อบต.")
TITLES = {item.code: item.text for item in criteria().items}
ONE, TWO = "https://www.example.go.th/1", "https://www.example.go.th/2"
WORKBOOK = Callable[..., Path]


@pytest.fixture(scope="module")
def kept_office(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    office = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY, units=UNITS)
    return keep(tmp_path_factory.mktemp("office"), lambda path: new_file(path, office, YEAR))


@pytest.fixture
def file(kept_office: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    opened = open_file(kept_office.copy_to(tmp_path / "ก.ita"))
    yield opened
    opened.close()


def row(code: str, contents: str = "", units: str = "กองคลัง", *others: object) -> list[object]:
    return [code, TITLES.get(code, ""), contents, units, *others]


def of(file: DataFile, code: str) -> DisclosureItem:
    return load_disclosure(file, YEAR).of(code)


def with_links(path: Path, links: dict[str, str]) -> Path:
    book = load_workbook(path)
    for address, target in links.items():
        cell: Any = book.worksheets[0][address]
        text = cell.value
        cell.hyperlink, cell.value = target, text
    book.save(path)
    return path


def told(outcome: Outcome) -> list[tuple[Severity, str]]:
    return [(finding.severity, finding.address) for finding in outcome.findings]


def test_a_link_that_is_called_otherwise_brings_its_address(
    file: DataFile, workbook: WORKBOOK
) -> None:
    rows = [HEADS, row("O1", "", "กองคลัง", "เผยแพร่แล้ว", "คลิกที่นี่"), row("O2", "", "กองคลัง", "", ONE)]
    outcome = import_workbook(file, with_links(workbook(rows), {"F2": TWO, "F3": TWO}), YEAR)
    assert outcome.findings == ()
    assert of(file, "O1").addresses == TWO
    assert of(file, "O2").addresses == ONE  # what is read in the cell counts


@pytest.mark.parametrize("target", ["mailto:a@example.go.th", "#Sheet2!A1", "file:///C:/o1.pdf"])
def test_words_that_are_no_address_are_kept_and_told(
    file: DataFile, workbook: WORKBOOK, target: str
) -> None:
    path = workbook([HEADS, row("O1", "", "กองคลัง", "", "คลิกที่นี่")])
    outcome = import_workbook(file, with_links(path, {"F2": target}), YEAR)
    assert told(outcome) == [(Severity.WARNING, "F2")]
    assert outcome.findings[0].found == "คลิกที่นี่"
    assert of(file, "O1").addresses == "คลิกที่นี่"


@pytest.mark.parametrize(
    "cell",
    [
        f"{ONE}\n{TWO}",
        f"{ONE}, {TWO}",
        f"{ONE},{TWO}",
        f"{ONE} ; {TWO}",
        f"{ONE} และ {TWO}",
        f"1. {ONE} 2. {TWO}",
        f"๑.{ONE}\n๒.{TWO}",
        f"(1) {ONE}\n(2) {TWO}",
        f"- {ONE}\n- {TWO}",
        f"{ONE}<br>{TWO}",
        f"<ul><li>{ONE}</li><li>{TWO}</li></ul>",
        f'<a href="{ONE}">หน้าแรก</a> <a class="x" href=\'{TWO}\'>ดาวน์โหลด</a>',
    ],
)
def test_addresses_of_a_cell_are_one_a_line(cell: str) -> None:
    assert addresses_of_cell(cell) == f"{ONE}\n{TWO}"


@pytest.mark.parametrize(
    "cell",
    [
        "เว็บไซต์เทศบาล หน้า 2",
        f"เว็บไซต์ {ONE}",
        f"{ONE}/ก,ข;ค?x=1&copy=2",
        "www.example.go.th/1",
        "1.example.go.th",
        "",
    ],
)
def test_what_is_one_address_or_other_words_stays(cell: str) -> None:
    assert addresses_of_cell(cell) == cell


@pytest.mark.parametrize("merged", [True, False])
def test_a_content_a_row_is_of_the_item_above(
    file: DataFile, workbook: WORKBOOK, *, merged: bool
) -> None:
    asked = asked_contents(criteria().item_by_code["O1"])
    rows: list[Sequence[object]] = [HEADS, row("O1", f"✓ {asked[0].words}")]
    rows += [["", "", f"✓ {asked[1].words}"], row("O2", "", "กองช่าง")]
    merges = ["A2:A3", "B2:B3", "D2:D3"] if merged else []
    outcome = import_workbook(file, workbook(rows, merges=merges), YEAR)
    assert outcome.findings == ()
    assert of(file, "O1").contents == {asked[0].text, asked[1].text}
    assert of(file, "O1").units == "กองคลัง"
    again = import_workbook(file, workbook(rows, merges=merges), YEAR)
    assert (again.oit, sum(sheet.unchanged for sheet in again.sheets)) == ((), 2)


@pytest.mark.parametrize("merged", [True, False])
def test_an_address_a_row_is_of_the_item_above(
    file: DataFile, workbook: WORKBOOK, *, merged: bool
) -> None:
    rows = [HEADS, row("O1", "", "กองคลัง", "เผยแพร่แล้ว", ONE), ["", "", "", "", "", TWO]]
    merges = ["A2:A3", "B2:B3", "D2:D3", "E2:E3"] if merged else []
    outcome = import_workbook(file, workbook(rows, merges=merges), YEAR)
    assert outcome.findings == ()
    assert of(file, "O1").addresses == f"{ONE}\n{TWO}"
    assert of(file, "O1").state is PublishState.PUBLISHED


def test_units_of_an_item_that_is_merged_over_rows_are_together(
    file: DataFile, workbook: WORKBOOK
) -> None:
    rows = [HEADS, row("O1"), ["", "", "", "กองช่าง"], row("O2")]
    import_workbook(file, workbook(rows, merges=["A2:A3"]), YEAR)
    assert of(file, "O1").units == "กองคลัง\nกองช่าง"
    assert of(file, "O2").units == "กองคลัง"


def test_a_link_in_a_sheet_of_a_unit_brings_its_address(file: DataFile, tmp_path: Path) -> None:
    edits = [OitEdit(code="O1", field="units", text="กองคลัง")]
    apply_oit_edits(file, YEAR, edits, "แก้")
    frozen = freeze_oit_sheets(file, YEAR, {"กองคลัง"}, Digits.THAI)
    (path,) = write_unit_sheets(frozen, tmp_path)
    (first, *_) = read_oit_sheets([path])[0].rows
    address = first.cells["addresses"].address
    book = load_workbook(path)
    book.worksheets[0][address].value = "คลิกที่นี่"
    book.save(path)
    outcome = import_oit_sheet(file, with_links(path, {address: ONE}))
    assert outcome.applied
    assert of(file, "O1").addresses == ONE


def test_a_second_state_of_an_item_over_several_rows_is_an_error(
    file: DataFile, workbook: WORKBOOK
) -> None:
    rows = [HEADS, row("O1", "", "กองคลัง", "เผยแพร่แล้ว"), ["", "", "", "", "ยังไม่เริ่ม"]]
    outcome = import_workbook(file, workbook(rows, merges=["A2:A3"]), YEAR)
    assert told(outcome) == [(Severity.ERROR, "E3")]
    assert "E2 แล้ว" in outcome.findings[0].problem


@pytest.mark.parametrize(
    ("cells", "address"),
    [
        (["", "", "", "รวม 2 หน่วยงาน"], "A3"),
        (["", "", "", "", "เผยแพร่แล้ว"], "A3"),
        (["", "", "", "", "", "ผู้รายงาน นางสาวตัวอย่าง"], "A3"),
        (["", "ข้อมูลอื่น", "", "กองช่าง"], "A3"),
    ],
)
def test_what_stands_under_an_item_without_a_code_is_not_taken_for_its_own(
    file: DataFile, workbook: WORKBOOK, cells: list[object], address: str
) -> None:
    outcome = import_workbook(file, workbook([HEADS, row("O1"), cells]), YEAR)
    assert told(outcome) == [(Severity.ERROR, address)]
    assert outcome.findings[0].problem == "แถวนี้ไม่มีรหัสข้อ"
    assert load_disclosure(file, YEAR).items == {}


@pytest.mark.parametrize("dash", ["", "-", " – ", "—"])
def test_a_dash_says_nothing(file: DataFile, workbook: WORKBOOK, dash: str) -> None:
    full = row("O1", "", "กองคลัง", "เผยแพร่แล้ว", ONE, "1/2/2566")
    import_workbook(file, workbook([HEADS, full]), YEAR)
    before = of(file, "O1")
    outcome = import_workbook(file, workbook([HEADS, row("O1", "", dash, dash, dash, dash)]), YEAR)
    assert (outcome.oit, outcome.findings) == ((), ())
    assert of(file, "O1") == before


def test_an_item_may_go_on_for_thousands_of_rows(workbook: WORKBOOK) -> None:
    rows = [HEADS, row("O1"), *(["", "", "", "", "", f"{ONE}/{number}"] for number in range(9000))]
    (table,) = read_tables(workbook(rows)).tables
    (whole,) = whole_rows(table.rows)  # put together row after row this took minutes
    assert said_cell(whole, "addresses").text.count("\n") == 8999


def test_heads_of_other_offices_are_known(file: DataFile, workbook: WORKBOOK) -> None:
    heads = ["รหัส OIT", "ประเด็นการตรวจ", "ผู้รับผิดชอบหลัก", "สถานะการดำเนินการ", "ลิงก์เว็บไซต์"]
    import_workbook(file, workbook([heads, ["O1", TITLES["O1"], "กองช่าง", "ลงเว็บแล้ว", ONE]]), YEAR)
    known = of(file, "O1")
    assert (known.units, known.state, known.addresses) == ("กองช่าง", PublishState.PUBLISHED, ONE)


def test_the_clearer_of_two_heads_is_taken(file: DataFile, workbook: WORKBOOK) -> None:
    heads = ["ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ"]
    path = workbook([heads, ["O1", TITLES["O1"], "นายตัวอย่าง", "กองช่าง"]])
    outcome = import_workbook(file, path, YEAR)
    assert told(outcome) == [(Severity.WARNING, "C1")]  # the other one is not read
    assert of(file, "O1").units == "กองช่าง"


@pytest.mark.parametrize("mark", ["/", "✓", '"', "12"])
def test_a_mark_is_no_unit(file: DataFile, workbook: WORKBOOK, mark: str) -> None:
    outcome = import_workbook(file, workbook([HEADS, row("O1", "", mark)]), YEAR)
    assert told(outcome) == [(Severity.ERROR, "D2")]
    assert load_disclosure(file, YEAR).items == {}


@pytest.mark.parametrize("day", ["15 ม.ค. 2570", "1/2/03"])
def test_a_day_far_from_its_year_is_told_and_taken(
    file: DataFile, workbook: WORKBOOK, day: str
) -> None:
    path = workbook([HEADS, row("O1", "", "กองคลัง", "เผยแพร่แล้ว", ONE, day)])
    outcome = import_workbook(file, path, YEAR)
    assert told(outcome) == [(Severity.WARNING, "G2")]
    assert of(file, "O1").checked is not None


def test_scores_beside_duties_are_told_and_read_from_a_sheet_of_their_own(
    file: DataFile, workbook: WORKBOOK
) -> None:
    duties = [[*HEADS[:4], "คะแนน"], [*row("O1"), 100]]
    outcome = import_workbook(file, workbook(duties), YEAR, dry_run=True)
    assert told(outcome) == [(Severity.WARNING, "E1")]
    assert "คัดลอก" in outcome.findings[0].problem
    sheets = {"OIT": duties, "คะแนน": [["ข้อ", "คะแนน"], ["O1", 100]]}
    outcome = import_workbook(file, workbook(sheets), YEAR)
    assert [change.code for change in outcome.scores] == ["O1"]
    assert of(file, "O1").units == "กองคลัง"


def test_a_table_whose_year_nobody_says_is_refused(file: DataFile, workbook: WORKBOOK) -> None:
    edits = [OitEdit(code="O1", field="units", text="กองคลัง")]
    apply_oit_edits(file, YEAR - 1, edits, "แก้")
    apply_oit_edits(file, YEAR, edits, "แก้")
    with pytest.raises(ClerkError, match=r"การเปิดเผยข้อมูล \(OIT\) ในแผ่นงาน"):
        import_workbook(file, workbook([HEADS, row("O1")]))


@pytest.mark.parametrize("code", ["O11, O12", "O11\nO12", "O11+O12", "O11 และ O12", "๐๑๑/๐๑๒"])
def test_a_row_of_two_codes_is_an_error(file: DataFile, workbook: WORKBOOK, code: str) -> None:
    outcome = import_workbook(file, workbook([HEADS, row(code)]), YEAR)
    assert told(outcome) == [(Severity.ERROR, "A2")]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("1. กองคลัง\n2. กองช่าง", "กองคลัง\nกองช่าง"),
        ("1) กองคลัง 2) กองช่าง", "กองคลัง\nกองช่าง"),
        ("(๑) กองคลัง (๒) กองช่าง", "กองคลัง\nกองช่าง"),
        ("กองคลัง/กองช่าง", "กองคลัง\nกองช่าง"),
        ("กองคลัง กองช่าง", "กองคลัง\nกองช่าง"),
        ("กองคลังและกองช่าง", "กองคลัง\nกองช่าง"),
        ("กองคลัง &amp; กองช่าง", "กองคลัง & กองช่าง"),
        ("กองคลัง&nbsp;กองช่าง", "กองคลัง\nกองช่าง"),
        ("กองวิชาการและแผนงาน", "กองวิชาการและแผนงาน"),
        ("กองใหม่และกองช่าง", "กองใหม่และกองช่าง"),
        ("กองคลังและกองวิชาการและแผนงาน", "กองคลัง\nกองวิชาการและแผนงาน"),
        ("สำนักปลัด อบต. กองวิชาการ และแผนงาน กองช่าง", "สำนักปลัด อบต.\nกองวิชาการและแผนงาน\nกองช่าง"),
        ("ทุกสำนัก/กอง", "ทุกสำนัก/กอง"),
        ("1 ฝ่าย", "1 ฝ่าย"),
    ],
)
def test_known_units_of_a_cell_are_told_apart(cell: str, units: str) -> None:
    assert units_of_cell(cell, known_units(UNITS, [cell])) == units
