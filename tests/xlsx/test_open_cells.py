"""Cells that others fill in: unlocked, light, with a list or a range; never cut in two."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.documents.model import (
    Cell,
    Column,
    Digits,
    Document,
    Number,
    Open,
    Row,
    Section,
    Table,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.row_layout import MOST_LINES, OPEN_LINES
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.tables import find_tables
from ita_desktop.xlsx.writer import write_xlsx

STATES = Open(choices=("แล้วเสร็จ", "ยกเลิก"))
PERCENT = Open(most=100)
HEADS = ("ขั้นตอน", "สถานะ", "ผล", "ร้อยละ")
FORM = TableForm(
    kind="open",
    columns=tuple(ColumnForm(field=str(n), heads=(head,)) for n, head in enumerate(HEADS)),
)


def document(*rows: tuple[str, str], digits: Digits = Digits.THAI) -> Document:
    """Return a protected table of a step and its result a row."""
    table = Table(
        name="แผ่น",
        columns=(Column(width=1),) * 4,
        header=(Row(cells=tuple(Cell(content=head) for head in HEADS)),),
        rows=tuple(
            Row(
                cells=(
                    Cell(content=step),
                    Cell(open=STATES),
                    Cell(content=result, open=Open()),
                    Cell(open=PERCENT),
                ),
                key=f"step:{number}",
            )
            for number, (step, result) in enumerate(rows, start=1)
        ),
        lead=("กรอกเฉพาะช่องสีอ่อน ภายใน 30 วัน",),
        protected=True,
    )
    section = Section(blocks=(table,))
    made = Document(id="open", title="แผ่น", author="ก", digits=digits, sections=(section,))
    return with_digits(made)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "แผ่น.xlsx"


def sheet_of(path: Path) -> Any:  # the library's types have no words for what is looked at here
    return load_workbook(path).worksheets[0]


def test_only_the_open_cells_of_a_protected_sheet_are_unlocked(path: Path) -> None:
    write_xlsx(document(("สำรวจ", ""), ("รายงาน", "ทำแล้ว")), path)
    sheet = sheet_of(path)
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert unlocked == {f"{column}{row}" for column in "BCD" for row in (3, 4)}
    fills = {cell.fill.fgColor.rgb for row in sheet["B3:D4"] for cell in row}
    assert fills == {"FFFFF9E6"}


def test_an_ordinary_sheet_is_not_protected(path: Path) -> None:
    made = document(("สำรวจ", ""))
    (table,) = made.tables()
    section = Section(blocks=(replace(table, protected=False),))
    write_xlsx(replace(made, sections=(section,)), path)
    assert not sheet_of(path).protection.sheet


def test_words_are_offered_and_numbers_have_a_range(path: Path) -> None:
    write_xlsx(document(("สำรวจ", ""), ("รายงาน", "")), path)
    rules = sheet_of(path).data_validations.dataValidation
    told = {(rule.type, rule.formula1, rule.formula2, str(rule.sqref)) for rule in rules}
    assert told == {
        ("list", '"แล้วเสร็จ,ยกเลิก"', None, "B3 B4"),
        ("whole", "0", "100", "D3 D4"),
    }
    assert all(rule.showErrorMessage and rule.allowBlank for rule in rules)


@pytest.mark.parametrize(("digits", "shown"), [(Digits.THAI, "[$-D00041E]0"), (Digits.ARABIC, "0")])
def test_what_is_typed_stays_as_typed_and_figures_in_the_papers_digits(
    path: Path, digits: Digits, shown: str
) -> None:
    write_xlsx(document(("สำรวจ", ""), digits=digits), path)
    sheet = sheet_of(path)
    assert (sheet["C3"].number_format, sheet["D3"].number_format) == ("@", shown)


def test_lines_over_the_head_are_plain_and_in_the_papers_digits(path: Path) -> None:
    write_xlsx(document(("สำรวจ", "")), path)
    sheet = sheet_of(path)
    assert sheet["A1"].value == "กรอกเฉพาะช่องสีอ่อน ภายใน ๓๐ วัน"
    assert not sheet["A1"].font.bold


def test_an_open_cell_has_room_to_be_typed_into(path: Path) -> None:
    write_xlsx(document(("สำรวจ", "")), path)
    assert sheet_of(path).row_dimensions[3].height >= OPEN_LINES * 21.75


def test_the_open_cells_of_a_row_over_409_points_stand_in_its_first_piece(path: Path) -> None:
    long = "๑. จัดทำทะเบียนคุม\n" * (2 * MOST_LINES)
    write_xlsx(document((long.strip(), ""), ("รายงาน", "")), path)
    sheet = sheet_of(path)
    assert sheet["E4"].value == "step:1#2"
    assert {"B3:B4", "C3:C4", "D3:D4"} <= {str(area) for area in sheet.merged_cells.ranges}
    assert not sheet["C3"].protection.locked


def test_a_long_text_that_is_to_be_edited_is_in_one_cell_and_read_back_whole(path: Path) -> None:
    long = "ผลการดำเนินการ ครั้งที่ ๑\n" * (2 * MOST_LINES)
    write_xlsx(document(("สำรวจ", long.strip()), ("รายงาน", "")), path)
    assert sheet_of(path)["C3"].value == long.strip()
    (table,) = find_tables(read_workbook(path).sheets[0], (FORM,))
    assert [row.cells["2"].value for row in table.rows] == [long.strip(), None]
    assert [row.key for row in table.rows] == ["step:1", "step:2"]


def test_a_figure_stays_a_figure_in_an_open_cell(path: Path) -> None:
    made = document(("สำรวจ", ""))
    (table,) = made.tables()
    filled = Cell(content=Number(Decimal(80), 0), open=PERCENT)
    row = replace(table.rows[0], cells=(*table.rows[0].cells[:3], filled))
    section = Section(blocks=(replace(table, rows=(row,)),))
    write_xlsx(replace(made, sections=(section,)), path)
    assert sheet_of(path)["D3"].value == 80
