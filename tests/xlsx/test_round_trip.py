"""What the writer writes, the reader reads: the same texts and numbers."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.documents.model import Align, Cell, Digits, Document, Number, Table
from ita_desktop.xlsx.cell_text import clean_text
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_forms import ColumnForm
from ita_desktop.xlsx.tables import FoundTable
from ita_desktop.xlsx.writer import write_xlsx

MakeTable = Callable[..., Table]
MakeDocument = Callable[..., Document]
Find = Callable[..., tuple[FoundTable, ...]]
Convert = Callable[[Path, str], Path]

COLUMNS = (
    ColumnForm(field="first", heads=("มาตรการ",)),
    ColumnForm(field="second", heads=("ผู้รับผิดชอบ",)),
    ColumnForm(field="third", heads=("คะแนน",)),
)
HEADS = ("มาตรการ", "ผู้รับผิดชอบ", "คะแนน")

PAYLOADS = tuple(
    lead + body
    for lead in ("=", "+", "-", "@", "\t", "\n=", " =", "\t=", "'=", '"=')
    for body in (
        "1+1",
        'HYPERLINK("http://example.org","x")',
        "cmd|' /C calc'!A0",
        "SUM(A1:A9)",
        "IMPORTXML(1)",
        "สำนักปลัด",
    )
)

FORMULA = re.compile("<f[ />]")

thai = st.text(alphabet=st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=40)
prose = st.lists(
    st.one_of(thai, st.sampled_from((" ", "\n", "\r\n", "๑. ", "-", "IIT", "1.5", "_x0041_"))),
    max_size=12,
).map("".join)
anything = st.text(max_size=30)
injected = st.builds(str.__add__, st.sampled_from("=+-@\t'"), prose)
texts = st.one_of(prose, injected, anything, st.sampled_from(PAYLOADS))
numbers = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


def as_read(text: str) -> str | None:
    clean = clean_text(text)
    return clean if clean.strip() else None


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.tuples(texts, texts, numbers), min_size=13, max_size=25))
def test_texts_and_numbers_come_back_the_same(
    rows: list[tuple[str, str, Decimal]],
    tmp_path: Path,
    make_table: MakeTable,
    make_document: MakeDocument,
    find_in_file: Find,
) -> None:
    """20 workbooks of at least 26 texts and 13 numbers: more than 500 examples."""
    path = tmp_path / "ไป.xlsx"
    table = make_table(HEADS, [(one, two, Number(value)) for one, two, value in rows])
    write_xlsx(make_document(table), path)
    (found,) = find_in_file(path, COLUMNS)
    assert [row.key for row in found.rows] == [f"r{number}" for number in range(len(rows))]
    read = [
        tuple(row.cells[name].value for name in ("first", "second", "third")) for row in found.rows
    ]
    assert read == [(as_read(one), as_read(two), value) for one, two, value in rows]
    assert found.findings == ()


def test_no_payload_becomes_a_formula(
    tmp_path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    """Every text field of a paper: title, caption, head, cell, key, note, sheet name."""
    for payload in PAYLOADS:
        path = tmp_path / "payload.xlsx"
        table = make_table(
            (payload, payload),
            [(payload, Cell(content=payload))],
            keys=(payload,),
            name=payload,
            caption=payload,
            note=payload,
        )
        write_xlsx(make_document(table, titles=(payload,)), path)
        book = load_workbook(path)
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert "s" in kinds
        assert "f" not in kinds
        assert not FORMULA.search(_sheet_xml(path))


def test_text_that_excel_would_recalculate_is_quoted(
    tmp_path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    path = tmp_path / "quoted.xlsx"
    write_xlsx(make_document(make_table(("ก", "ข"), [("-สำนักปลัด", "สำนักปลัด")])), path)
    sheet: Any = load_workbook(path).worksheets[0]
    assert (sheet["A2"].quotePrefix, sheet["B2"].quotePrefix) == (True, False)


def test_data_survive_libreoffice(
    tmp_path: Path,
    make_table: MakeTable,
    make_document: MakeDocument,
    find_in_file: Find,
    convert: Convert,
) -> None:
    written = [
        (payload, f"แถวที่ {number}\n-กองคลัง\n  ย่อหน้า_x0041_", Number(Decimal(number) / 4))
        for number, payload in enumerate(PAYLOADS)
    ]
    long = " ".join(f"๑. ตรวจสอบทะเบียนครั้งที่ {number}\n" for number in range(200))
    written.append((long, "2566", Number(Decimal("1234567.89"))))
    path = tmp_path / "office.xlsx"
    write_xlsx(make_document(make_table(HEADS, written)), path)
    back = convert(path, "xlsx")
    (found,) = find_in_file(back, COLUMNS)
    assert [row.key for row in found.rows] == [f"r{number}" for number in range(len(written))]
    assert [row.cells["first"].value for row in found.rows] == [row[0] for row in written]
    assert [row.cells["second"].value for row in found.rows] == [row[1] for row in written]
    assert [row.cells["third"].value for row in found.rows] == [row[2].value for row in written]
    assert not FORMULA.search(_sheet_xml(back))
    assert read_workbook(back).document_id == "score-summary"


@pytest.mark.parametrize(
    ("digits", "value", "decimals", "shown"),
    [
        (Digits.THAI, "88.13", 2, "[$-D00041E]0.00"),
        (Digits.ARABIC, "88.13", 2, "0.00"),
        (Digits.THAI, "20000", 0, "[$-D00041E]#,##0"),
        (Digits.ARABIC, "1234.5", 1, "#,##0.0"),
    ],
)
def test_numbers_stay_numbers_in_the_digits_of_the_paper(
    digits: Digits,
    value: str,
    decimals: int,
    shown: str,
    tmp_path: Path,
    make_table: MakeTable,
    make_document: MakeDocument,
) -> None:
    path = tmp_path / "numbers.xlsx"
    table = make_table(("คะแนน",), [(Number(Decimal(value), decimals),)], aligns=(Align.RIGHT,))
    write_xlsx(make_document(table, digits=digits), path)
    assert read_workbook(path).sheets[0].at(2, 1).value == Decimal(value)
    sheet: Any = load_workbook(path).worksheets[0]
    assert sheet["A2"].number_format == shown


def _sheet_xml(path: Path) -> str:

    with ZipFile(path) as archive:
        return "".join(
            archive.read(part).decode()
            for part in archive.namelist()
            if part.startswith("xl/worksheets/sheet")
        )
