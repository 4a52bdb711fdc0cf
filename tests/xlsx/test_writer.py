"""The workbook of a paper: its look, its print set-up, tall cells, and how it is saved."""

import errno
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.documents.model import (
    Align,
    Cell,
    Digits,
    Document,
    Heading,
    Number,
    Orientation,
    PageSetup,
    Paragraph,
    Section,
    Table,
)
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.keys import mark_in
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.row_layout import CELL_PADDING, INDENT_POINTS
from ita_desktop.xlsx.sheet_names import legal_sheet_name
from ita_desktop.xlsx.table_forms import ColumnForm
from ita_desktop.xlsx.tables import FoundTable
from ita_desktop.xlsx.titles import titles_of_tables
from ita_desktop.xlsx.writer import write_xlsx
from tests.typesetting.widths import text_width

MakeTable = Callable[..., Table]
MakeDocument = Callable[..., Document]
Find = Callable[..., tuple[FoundTable, ...]]

EXCELS_TALLEST_ROW = 409
A4_LANDSCAPE_BETWEEN_MARGINS = (297 - 30 - 20) * 72 / 25.4
COLUMNS = (
    ColumnForm(field="first", heads=("มาตรการ",)),
    ColumnForm(field="second", heads=("ผล",), merged=True),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.xlsx"


def first_sheet(path: Path) -> Any:  # the library's types have no words for what is looked at here
    return load_workbook(path).worksheets[0]


def long_text(letters: int) -> str:
    sentence = "๑. จัดทำทะเบียนคุมการยืมทรัพย์สิน และรายงานผู้บริหารทราบทุกเดือน\n"
    return (sentence * (letters // len(sentence) + 1))[:letters]


def test_every_cell_is_in_the_official_face(path: Path, sample_document: Document) -> None:
    write_xlsx(sample_document, path)
    book: Any = load_workbook(path)
    faces = {
        (cell.font.name, cell.font.size)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    }
    assert faces == {("TH SarabunPSK", 16)}


def test_one_sheet_a_table_with_its_titles_caption_and_note(
    path: Path, sample_document: Document
) -> None:
    write_xlsx(sample_document, path)
    book = read_workbook(path)
    assert [sheet.name for sheet in book.sheets] == [
        "เกณฑ์ระดับการประเมิน",
        "คะแนนสูงสุดรายตัวชี้วัด",
        "คะแนนถ่วงน้ำหนัก",
        "กรอบการประเมิน",
    ]
    ranking = book.sheets[1]
    assert [ranking.at(row, 1).value for row in (1, 2, 3, 10)] == [
        "ผลการประเมินคุณธรรมและความโปร่งใส",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
        "คะแนนสูงสุดรายตัวชี้วัด",
        "คะแนนสูงสุด ๑๐๐.๐๐ คะแนน คะแนนต่ำสุด ๘๖.๕๐ คะแนน",
    ]
    assert (book.title, book.document_id) == ("ผลการประเมิน พ.ศ. ๒๕๖๕", "score-summary")
    assert book.fiscal_year is None
    write_xlsx(replace(sample_document, fiscal_year=2565), path)
    book = read_workbook(path)
    assert (book.document_id, book.fiscal_year) == ("score-summary", 2565)


@pytest.mark.parametrize(
    ("keywords", "told"),
    [
        ("ita-desktop:score-summary:2566", ("score-summary", 2566)),
        ("ita-desktop score-summary 2566", ("score-summary", 2566)),  # LibreOffice
        ("งบ, ita-desktop:score-summary", ("score-summary", None)),
        ("ita-desktop:score-summary, 25", ("score-summary", None)),
        ("ita-desktop", ("", None)),
        ("score-summary:2566", ("", None)),
        ("", ("", None)),
    ],
)
def test_the_keywords_say_paper_and_year(keywords: str, told: tuple[str, int | None]) -> None:
    assert mark_in(keywords) == told


def test_printed_on_a4_between_the_margins_with_repeated_header(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    page = PageSetup(orientation=Orientation.LANDSCAPE)
    table = make_table(("ก", "ข", "ค"), [("1", "2", "3")], widths=(1, 2, 5), caption="คำบรรยาย")
    write_xlsx(make_document(table, titles=("เรื่อง",), page=page), path)
    sheet = first_sheet(path)
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_margins.left == pytest.approx(30 / 25.4)
    assert sheet.page_margins.bottom == pytest.approx(20 / 25.4)
    assert sheet.print_options.horizontalCentered
    assert sheet.oddFooter.center.text == "หน้า &P จาก &N"
    widths = [sheet.column_dimensions[letter].width * 5.25 for letter in "ABC"]
    assert sum(widths) == pytest.approx(A4_LANDSCAPE_BETWEEN_MARGINS, rel=0.001)
    assert widths[2] == pytest.approx(5 * widths[0], rel=0.01)
    assert sheet.column_dimensions["D"].hidden


def test_a_cell_of_6000_letters_comes_out_whole_in_rows_that_excel_can_show(
    path: Path, make_table: MakeTable, make_document: MakeDocument, find_in_file: Find
) -> None:
    text = long_text(6000)
    spanning = Cell(content=text[::-1], rows=2)
    table = make_table(("มาตรการ", "ผล"), [(text, spanning), ("สั้น", None), ("จบ", "x")])
    write_xlsx(make_document(table), path)
    heights = [dimension.height for dimension in first_sheet(path).row_dimensions.values()]
    assert len(heights) > 10
    assert max(heights) <= EXCELS_TALLEST_ROW
    (found,) = find_in_file(path, COLUMNS)
    assert [row.key for row in found.rows] == ["r0", "r1", "r2"]
    assert [row.cells["first"].value for row in found.rows] == [text, "สั้น", "จบ"]
    assert [row.cells["second"].value for row in found.rows] == [text[::-1], text[::-1], "x"]


def test_a_cut_cell_has_no_line_where_it_was_cut(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    write_xlsx(make_document(make_table(("ก", "ข"), [(long_text(3000), "สั้น")])), path)
    sheet = first_sheet(path)
    assert sheet["C3"].value == "r0#2"
    assert (sheet["A2"].border.top.style, sheet["A2"].border.bottom.style) == ("thin", None)
    assert (sheet["A3"].border.left.style, sheet["A3"].border.top.style) == ("thin", None)
    (beside,) = [area.coord for area in sheet.merged_cells.ranges if area.coord.startswith("B2")]
    assert beside.startswith("B2:B")


def test_rows_are_as_high_as_their_lines(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    rows = [("สั้น", ""), ("หนึ่ง\nสอง\nสาม", ""), (long_text(300), "")]
    write_xlsx(make_document(make_table(("ก", "ข"), rows)), path)
    heights = [first_sheet(path).row_dimensions[row].height for row in (2, 3, 4)]
    assert 21 < heights[0] < 30
    assert 63 < heights[1] < 75
    assert heights[2] > heights[1]


def test_left_text_stands_off_its_line_and_its_row_is_measured_so(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    text = "ก" * 24
    fitting = text_width(text, bundled_typeface()) + CELL_PADDING
    heights: list[float] = []
    aligns = (Align.LEFT, Align.CENTER, Align.CENTER)
    for room in (INDENT_POINTS - 1, INDENT_POINTS + 1):
        column = (fitting + room) / (160 * 72 / 25.4)  # the share of the width between the margins
        widths = (column, (1 - column) / 2, (1 - column) / 2)
        table = make_table(
            ("ก", "ข", "ค"), [(text, "ข", "ค")], widths=widths, aligns=aligns, note="หมายเหตุ"
        )
        write_xlsx(make_document(table), path)
        sheet = first_sheet(path)
        heights.append(sheet.row_dimensions[2].height)
        indents = {cell: sheet[cell].alignment.indent for cell in ("A1", "A2", "B2", "A3")}
        assert indents == {"A1": 0, "A2": 1, "B2": 0, "A3": 0}  # only where a line is touched
    assert heights[0] > heights[1]


def test_a_text_too_long_for_any_cell_goes_on_in_the_next_ones(
    path: Path, make_table: MakeTable, make_document: MakeDocument, find_in_file: Find
) -> None:
    text = long_text(40_000)
    write_xlsx(make_document(make_table(("มาตรการ", "ผล"), [(text, "x")])), path)
    (found,) = find_in_file(path, COLUMNS)
    assert [row.cells["first"].value for row in found.rows] == [text]


def test_headings_above_a_table_end_with_the_next_of_their_level(make_table: MakeTable) -> None:
    one, two = make_table(("ก",), [("1",)], name="หนึ่ง"), make_table(("ก",), [("1",)], name="สอง")
    document = Document(
        id="x",
        title="x",
        author="x",
        digits=Digits.THAI,
        sections=(
            Section(
                blocks=(
                    Heading(text="ชื่อเรื่อง", level=1),
                    Heading(text="บรรทัดที่สอง", level=1),
                    Paragraph(text="ความนำ"),
                    Heading(text="ส่วนที่ ๑"),
                    one,
                    Heading(text="ส่วนที่ ๒"),
                    Heading(text="ข้อย่อย", level=3),
                    two,
                )
            ),
        ),
    )
    assert [
        (table.name, [heading.text for heading in headings])
        for table, headings in titles_of_tables(document)
    ] == [
        ("หนึ่ง", ["ชื่อเรื่อง", "บรรทัดที่สอง", "ส่วนที่ ๑"]),
        ("สอง", ["ชื่อเรื่อง", "บรรทัดที่สอง", "ส่วนที่ ๒", "ข้อย่อย"]),
    ]


def test_sheet_names_are_legal_and_unique() -> None:
    taken: set[str] = set()
    wanted = ["ตาราง [1/2]", "ตาราง 12", "'x'", "", "History", "ก" * 40, "ก" * 40, "กำ" + "ที่" * 20]
    names: list[str] = []
    for name in wanted:
        names.append(legal_sheet_name(name, taken))
        taken.add(names[-1].lower())
    assert names[:5] == ["ตาราง 12", "ตาราง 12 (2)", "x", "ตาราง", "ตาราง (2)"]
    assert names[5:7] == ["ก" * 31, "ก" * 27 + " (2)"]
    assert all(0 < len(name) <= 31 for name in names)
    assert names[7] == "กำ" + "ที่" * 9


def test_a_paper_without_a_table_is_refused(path: Path, make_document: MakeDocument) -> None:
    with pytest.raises(ClerkError, match="PDF"):
        write_xlsx(make_document(titles=("ประกาศ",)), path)
    assert not path.exists()


@pytest.mark.parametrize(
    ("error", "cure"),
    [
        (PermissionError(errno.EACCES, "in use"), "เปิดอยู่ในโปรแกรมอื่น"),
        (OSError(errno.ENOSPC, "No space left on device"), "พื้นที่ดิสก์ไม่พอ"),
    ],
)
def test_the_old_file_stays_when_the_new_one_cannot_take_its_place(
    error: OSError,
    cure: str,
    path: Path,
    sample_document: Document,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_self: Path, _target: Path) -> Path:
        raise error

    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(MachineError, match=cure):
        write_xlsx(sample_document, path)
    assert path.read_bytes() == b"old"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_missing_folder_is_said(tmp_path: Path, sample_document: Document) -> None:
    with pytest.raises(MachineError, match="ไม่พบโฟลเดอร์"):
        write_xlsx(sample_document, tmp_path / "none" / "paper.xlsx")


def test_spans_across_and_bold_cells(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    total = Cell(content="รวม", columns=2, bold=True)
    table = make_table(("ก", "ข", "ค"), [(total, None, Number(Decimal("95.82")))])
    write_xlsx(make_document(table), path)
    sheet = first_sheet(path)
    assert [area.coord for area in sheet.merged_cells.ranges] == ["A2:B2"]
    assert sheet["A2"].font.bold
    assert not sheet["C2"].font.bold
    assert sheet["B2"].border.right.style == "thin"


def test_a_key_that_looks_like_a_continuation_is_a_mistake_of_ours(
    path: Path, make_table: MakeTable, make_document: MakeDocument
) -> None:
    with pytest.raises(ValueError, match="a#2"):
        write_xlsx(make_document(make_table(("ก",), [("1",)], keys=("a#2",))), path)
