"""Tables are found by their heads, wherever they stand and however they are merged."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook as Book

from ita_desktop.domain.findings import Severity
from ita_desktop.xlsx.grid import Kind, Sheet
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.tables import FoundTable, find_tables

INDICATORS = TableForm(
    kind="indicators",
    columns=(
        ColumnForm(field="name", heads=("ตัวชี้วัด",)),
        ColumnForm(field="score", heads=("คะแนน", "คะแนน(ร้อยละ)")),
    ),
)
RANKING = TableForm(
    kind="ranking",
    columns=(ColumnForm(field="rank", heads=("อันดับ",)), *INDICATORS.columns),
)
MEASURES = TableForm(
    kind="measures",
    columns=(
        ColumnForm(field="measure", heads=("มาตรการ/แนวทาง", "มาตรการ"), merged=True),
        ColumnForm(field="step", heads=("วิธีการดำเนินการ",)),
        ColumnForm(field="owner", heads=("ผู้รับผิดชอบ",), merged=True),
        ColumnForm(field="note", heads=("หมายเหตุ",), required=False),
    ),
)
MONEY = TableForm(
    kind="money",
    columns=(
        ColumnForm(field="project", heads=("โครงการ",)),
        *(
            ColumnForm(field=f"baht_{year}", heads=(f"ปี {year} งบประมาณ (บาท)", f"ปี {year}"))
            for year in (2566, 2567)
        ),
    ),
)
FORMS = (INDICATORS, RANKING, MEASURES, MONEY)
Line = Sequence[object]


def sheet_of(path: Path, rows: Sequence[Line], *, merges: Sequence[str] = ()) -> Sheet:
    book = Book()
    page: Any = book.active
    page.title = "แผ่นใดก็ได้"
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                page.cell(number, column).value = value
    for merge in merges:
        page.merge_cells(merge)
    book.save(path)
    return read_workbook(path).sheets[0]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book.xlsx"


def values(table: FoundTable, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(row.cells[field].value for field in fields) for row in table.rows]


def test_a_header_is_known_in_any_row_and_spelling(book: Path) -> None:
    sheet = sheet_of(
        book,
        [
            (None, "รายงานผล"),
            (),
            (None, "ประจำปีงบประมาณ", "พ.ศ. 2565"),
            (None, "ตัว\nชี้วัด ", "อื่น ๆ", "คะแนน (ร้อยละ)"),
            (None, "การใช้งบประมาณ", "ไม่อ่าน", 88.13),
        ],
    )
    (table,) = find_tables(sheet, FORMS)
    assert (table.kind, table.sheet, table.header_address) == ("indicators", "แผ่นใดก็ได้", "B4")
    assert table.titles == ("รายงานผล", "ประจำปีงบประมาณ พ.ศ. 2565")
    assert values(table, "name", "score") == [("การใช้งบประมาณ", Decimal("88.13"))]
    assert table.rows[0].cells["score"].address == "D5"


def test_what_is_hidden_is_read_and_told(book: Path) -> None:
    rows = [("ตัวชี้วัด", "คะแนน"), ("ก", 80), ("ข", 81), ("ค", 82), ("ง", 83)]
    sheet = sheet_of(book, rows)
    for hidden_rows, hidden, address, problem in (
        (frozenset({3, 5, 40}), False, "A3", "เป็นแถวที่ซ่อนไว้ แต่อ่านด้วย แถวที่ซ่อนมี 2 แถว"),
        (frozenset[int](), True, "A1", "อยู่ในแผ่นงานที่ซ่อนไว้ แต่อ่านด้วย"),
    ):
        other = replace(sheet, hidden_rows=hidden_rows, hidden=hidden)
        (table,) = find_tables(other, FORMS)
        assert len(table.rows) == 4
        (note,) = table.findings
        assert (note.severity, note.address, note.problem) == (Severity.NOTE, address, problem)


def test_hidden_sheets_and_rows_are_known_from_the_file(book: Path) -> None:
    made = Book()
    page: Any = made.active
    page.append(["ก"])
    page.append(["ข"])
    page.row_dimensions[2].hidden = True
    hidden: Any = made.create_sheet("ลับ")
    hidden.sheet_state = "hidden"
    made.save(book)
    first, second = read_workbook(book).sheets
    assert (first.hidden, first.hidden_rows) == (False, {2})
    assert (second.hidden, second.hidden_rows) == (True, frozenset())


def test_the_more_specific_form_is_taken(book: Path) -> None:
    sheet = sheet_of(book, [("อันดับ", "ตัวชี้วัด", "คะแนน"), (1, "ก", 90)])
    assert [table.kind for table in find_tables(sheet, FORMS)] == ["ranking"]


def test_several_tables_below_each_other(book: Path) -> None:
    sheet = sheet_of(
        book,
        [
            ("ตัวชี้วัด", "คะแนน"),
            ("ก", 1),
            (),
            ("หัวข้อที่สอง",),
            ("อันดับ", "ตัวชี้วัด", "คะแนน"),
            (1, "ก", 90),
            ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ"),
            ("ม", "ว", "ผ"),
        ],
    )
    tables = find_tables(sheet, FORMS)
    assert [(table.kind, len(table.rows)) for table in tables] == [
        ("indicators", 1),
        ("ranking", 1),
        ("measures", 1),
    ]
    assert tables[1].titles == ("หัวข้อที่สอง",)


def test_a_repeated_header_goes_on_with_the_table(book: Path) -> None:
    head = ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ")
    sheet = sheet_of(
        book,
        [
            head,
            ("ม๑", "ก", "คลัง"),
            head,
            (None, "ข", None),
            (),
            ("(ต่อ)",),
            head,
            (None, "ค", "ช่าง"),
        ],
    )
    (table,) = find_tables(sheet, FORMS)
    assert values(table, "measure", "step", "owner") == [
        ("ม๑", "ก", "คลัง"),
        ("ม๑", "ข", "คลัง"),
        (None, "ค", "ช่าง"),
    ]
    assert [row.group for row in table.rows] == ["", "", "(ต่อ)"]
    assert table.rows[1].cells["measure"].same
    assert table.rows[1].cells["measure"].address == "A2"


def test_a_blank_row_ends_a_table_and_rows_below_are_reported(book: Path) -> None:
    sheet = sheet_of(book, [("ตัวชี้วัด", "คะแนน"), ("ก", 1), (), ("ข", 2), ("ค", 3)])
    (table,) = find_tables(sheet, FORMS)
    assert values(table, "name") == [("ก",)]
    (finding,) = table.findings
    assert (finding.severity, finding.address) == (Severity.WARNING, "A4")
    assert "A4" in finding.message


def test_a_signature_below_a_table_is_no_data(book: Path) -> None:
    sheet = sheet_of(book, [("ตัวชี้วัด", "คะแนน"), ("ก", 1), (), (None, "ลงชื่อ ........")])
    (table,) = find_tables(sheet, FORMS)
    assert (len(table.rows), table.findings) == (1, ())


def test_a_note_ends_a_table(book: Path) -> None:
    rows = [("ตัวชี้วัด", "คะแนน"), ("ก", 1), ("คะแนนสูงสุด ๑",), ("หมายเหตุ อย่างย่อ",)]
    (merged,) = find_tables(sheet_of(book, rows, merges=("A3:B3",)), FORMS)
    assert values(merged, "name") == [("ก",)]
    del rows[2]
    (plain,) = find_tables(sheet_of(book, rows), FORMS)
    assert values(plain, "name") == [("ก",)]


def test_a_line_over_the_whole_table_is_the_group_of_the_rows_below(book: Path) -> None:
    head = ("ตัวชี้วัด", "คะแนน")
    sheet = sheet_of(
        book,
        [head, ("เครื่องมือ IIT",), ("ก", 1), ("เครื่องมือ EIT",), head, ("ข", 2)],
        merges=("A2:B2", "A4:B4"),
    )
    (table,) = find_tables(sheet, FORMS)
    assert [row.group for row in table.rows] == ["เครื่องมือ IIT", "เครื่องมือ EIT"]


def test_merges_downwards_count_in_every_column_and_across_in_the_first(book: Path) -> None:
    sheet = sheet_of(
        book,
        [
            ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "หมายเหตุ"),
            ("ม", "ว", "ผ", "x"),
            (None, None, "ผ๒", "y"),
            ("รวม", None, "ผ๓", None),
        ],
        merges=("A2:A3", "B2:B3", "A4:B4"),
    )
    (table,) = find_tables(sheet, FORMS)
    assert values(table, "measure", "step", "owner", "note") == [
        ("ม", "ว", "ผ", "x"),
        ("ม", "ว", "ผ๒", "y"),
        ("รวม", None, "ผ๓", None),
    ]


@pytest.mark.parametrize("merges", [("A1:A2", "B1:B1", "A1:A2"), ()])
def test_a_header_of_two_rows(merges: Sequence[str], book: Path) -> None:
    sheet = sheet_of(
        book,
        [
            ("โครงการ", "ปี ๒๕๖๖", "ปี ๒๕๖๗"),
            (None, "งบประมาณ (บาท)", "งบประมาณ (บาท)"),
            ("อบรม", 20000, None),
        ],
        merges=tuple(dict.fromkeys(merge for merge in merges if merge != "B1:B1")),
    )
    (table,) = find_tables(sheet, FORMS)
    assert values(table, "project", "baht_2566", "baht_2567") == [("อบรม", Decimal(20000), None)]


def test_keys_join_cut_rows_and_keep_what_is_empty_empty(book: Path) -> None:
    sheet = sheet_of(
        book,
        [
            ("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "รหัสแถว"),
            ("ม๑", "ตอนต้น\n", "คลัง", "a"),
            (None, "ตอนกลาง ", None, "a#2"),
            (None, "ตอนท้าย", None, "a#3"),
            ("ม๒", "ข", None, "b"),
            (None, "ใหม่", None, None),
            ("ม๒", "สำเนา", None, "b"),
        ],
    )
    (table,) = find_tables(sheet, FORMS)
    assert [row.key for row in table.rows] == ["a", "b", "", ""]
    assert values(table, "measure", "step", "owner") == [
        ("ม๑", "ตอนต้น\nตอนกลาง ตอนท้าย", "คลัง"),
        ("ม๒", "ข", None),
        ("ม๒", "ใหม่", None),
        ("ม๒", "สำเนา", None),
    ]
    assert [finding.severity for finding in table.findings] == [Severity.NOTE]


def test_a_copy_put_between_a_row_and_its_continuation_takes_nothing_from_it(book: Path) -> None:
    rows = [
        ("ตัวชี้วัด", "คะแนน", "รหัสแถว"),
        ("ตอนต้น ", 1, "a"),
        ("สำเนา", 1, "a"),
        ("ตอนท้าย", None, "a#2"),
    ]
    (table,) = find_tables(sheet_of(book, rows), FORMS)
    assert [(row.key, row.cells["name"].value) for row in table.rows] == [
        ("a", "ตอนต้น ตอนท้าย"),
        ("", "สำเนา"),
    ]


def test_a_continuation_without_its_first_row_is_an_error(book: Path) -> None:
    rows = [("ตัวชี้วัด", "คะแนน", "รหัสแถว"), ("ก", 1, "a"), ("ท้าย", None, "b#2")]
    (table,) = find_tables(sheet_of(book, rows), FORMS)
    assert len(table.rows) == 1
    assert [(finding.severity, finding.address) for finding in table.findings] == [
        (Severity.ERROR, "A3")
    ]


def test_errors_and_formulas_without_result_are_findings_with_their_cell(book: Path) -> None:
    sheet = sheet_of(book, [("ตัวชี้วัด", "คะแนน"), ("ก", "#REF!"), ("ข", "=SUM(1,2)")])
    (table,) = find_tables(sheet, FORMS)
    assert [row.cells["score"].value for row in table.rows] == [None, None]
    assert [row.cells["score"].kind for row in table.rows] == [Kind.ERROR, Kind.UNCALCULATED]
    assert [finding.address for finding in table.findings] == ["B2", "B3"]
    assert "#REF!" in table.findings[0].message
    whole = read_workbook(book)
    assert [finding.severity for finding in whole.findings] == [Severity.WARNING] * 2


def test_kinds_of_values(book: Path) -> None:
    date = dt.date(2023, 1, 15)
    floats = (88.1299999999, 0.1 + 0.2, 1e15, 12345678.91, 88.123456789)
    sheet = sheet_of(book, [("x", True, date, *floats)])
    assert [sheet.at(1, column).value for column in range(1, 9)] == [
        "x",
        True,
        date,
        Decimal("88.13"),
        Decimal("0.3"),
        Decimal(10) ** 15,
        Decimal("12345678.91"),
        Decimal("88.123456789"),
    ]


def test_20000_rows_are_searched_in_seconds(book: Path) -> None:
    text = "ดำเนินการตามแผนและรายงานผู้บริหารทราบทุกเดือน"
    rows: list[Line] = [("มาตรการ", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "หมายเหตุ")]
    rows += [(f"ม{number}", text, "กองคลัง", number) for number in range(19_990)]
    (table,) = find_tables(sheet_of(book, rows), FORMS)
    assert len(table.rows) == 19_990
