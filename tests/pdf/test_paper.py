"""Whole papers: the score summary with its four tables, and long tables over many pages."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Digits,
    Heading,
    Number,
    PageSetup,
    Paragraph,
    Row,
    Table,
)
from ita_desktop.pdf.report import Report

Print = Callable[..., tuple[Path, Report]]
Text = Callable[..., str]
Readers = tuple[Callable[[Path], str], ...]
Margins = Callable[[Path, PageSetup], None]

INDICATORS = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
SENTENCE = "จัดประชุมชี้แจงแนวทางปฏิบัติการใช้ทรัพย์สินของราชการแก่เจ้าหน้าที่ทุกคนในหน่วยงานให้ทราบโดยทั่วกัน"


def row(*contents: str | Number | Cell | None) -> Row:
    return Row(
        cells=tuple(
            one if one is None or isinstance(one, Cell) else Cell(content=one) for one in contents
        )
    )


def score(text: str) -> Number:
    return Number(Decimal(text))


def score_summary() -> tuple[Block, ...]:
    """The paper of the four tables, of a municipality that does not exist."""
    levels = Table(
        name="ระดับ",
        caption="เกณฑ์ระดับการประเมิน มี ๗ ระดับ ดังนี้",
        columns=(Column(width=3, align=Align.CENTER), Column(width=2, align=Align.CENTER)),
        header=(row("คะแนน", "ระดับ"),),
        rows=(row("๙๕ – ๑๐๐", "AA"), row("๘๕ – ๙๔", "A"), row("๐ – ๔๙", "F")),
    )
    ranking = Table(
        name="อันดับ",
        caption="คะแนนสูงสุดรายตัวชี้วัด",
        columns=(
            Column(width=1, align=Align.CENTER),
            Column(width=4),
            Column(width=2, align=Align.RIGHT),
        ),
        header=(row("อันดับ", "ตัวชี้วัด", "คะแนน"),),
        rows=tuple(
            row(Number(Decimal(number), 0), name, score("99.125"))
            for number, name in enumerate(INDICATORS, start=1)
        ),
        note="คะแนนสูงสุด ๙๙.๑๓ คะแนน คะแนนต่ำสุด ๙๙.๑๓ คะแนน",
    )
    weights = Table(
        name="ถ่วงน้ำหนัก",
        caption="ตารางแสดงค่าคะแนนการถ่วงน้ำหนักของเทศบาลตำบลปั้นน้ำตามเกณฑ์การประเมิน",
        columns=(Column(width=3), *[Column(width=2, align=Align.CENTER)] * 3),
        header=(row("ประเด็นการประเมิน", "น้ำหนัก", "คะแนนเฉลี่ยที่ได้รับ", "คะแนนถ่วงน้ำหนัก"),),
        rows=(
            row("IIT", Number(Decimal(30), 0), score("90"), score("27")),
            row(Cell(content="รวม", bold=True, columns=3), None, None, score("1234.5")),
        ),
    )
    tools = {0: ("IIT", 5), 5: ("EIT", 3), 8: ("OIT", 2)}
    frame = Table(
        name="กรอบ",
        caption="กรอบการประเมิน ๑๐ ตัวชี้วัด เชื่อมโยงกับ ๓ เครื่องมือ",
        caption_in_grid=True,
        columns=(Column(width=4), *[Column(width=2, align=Align.CENTER)] * 2),
        header=(row("ประเด็นตัวชี้วัด", "คะแนน(ร้อยละ)", "เครื่องมือการประเมิน"),),
        rows=tuple(
            row(
                name,
                score("88.09"),
                Cell(content=tools[number][0], rows=tools[number][1]) if number in tools else None,
            )
            for number, name in enumerate(INDICATORS)
        ),
    )
    return (
        Heading(text="ผลการประเมินคุณธรรมและความโปร่งใส\nประจำปีงบประมาณ พ.ศ. ๒๕๖๖", level=1),
        Paragraph(text=SENTENCE * 3, indent=True),
        Heading(text="๑. คะแนน"),
        levels,
        ranking,
        weights,
        Heading(text="๒. กรอบการประเมิน"),
        frame,
    )


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_text_of_the_four_tables_comes_back(
    printed: Print, readers: Readers, within_margins: Margins
) -> None:
    path, report = printed(*score_summary())
    assert report == Report(pages=2, missing=(), file=path)
    within_margins(path, PageSetup())
    for found in [bare(read(path)) for read in readers]:
        for name in INDICATORS:
            assert found.count(name) == (5 if name in SENTENCE else 2)
        for text in ("AA", "๙๕–๑๐๐", "รวม", "๑,๒๓๔.๕๐", "คะแนนต่ำสุด๙๙.๑๓คะแนน", "พ.ศ.๒๕๖๖"):
            assert text in found
        assert found.count("๙๙.๑๓") == len(INDICATORS) + 2
        assert found.count("EIT") == 1
        assert bare(SENTENCE) * 3 in found


def test_figures_are_arabic_where_the_paper_is(printed: Print, text_of: Text) -> None:
    path, _ = printed(*score_summary(), digits=Digits.ARABIC)
    assert "1,234.50" in text_of(path)


def long_table(rows: int, span: int) -> Table:
    """Rows of one to three lines; the first column's cells span some of them."""
    return Table(
        name="ยาว",
        caption="ตารางยาว",
        columns=(Column(width=2), Column(width=3), Column(width=2, align=Align.CENTER)),
        header=(
            row(Cell(content="มาตรการ", rows=2), Cell(content="การดำเนินการ", columns=2), None),
            row(None, "วิธีการ", "ผล"),
        ),
        rows=tuple(
            row(
                Cell(content=f"มาตรการที่{number}จบ", rows=min(span, rows - number))
                if number % span == 0
                else None,
                f"ขั้นที่{number}" + SENTENCE[: number % 90] + "จบ",
                f"ผล{number}จบ",
            )
            for number in range(rows)
        ),
        note="หมายเหตุ ตารางนี้แต่งขึ้น",
    )


@pytest.mark.parametrize("span", [1, 7, 60])
def test_a_table_of_300_rows_repeats_its_header_and_loses_nothing(
    printed: Print, text_of: Text, within_margins: Margins, span: int
) -> None:
    path, report = printed(Heading(text="๑. ตาราง"), long_table(300, span))
    assert report.pages > 15
    for page in range(1, report.pages + 1):
        found = bare(text_of(path, page))
        assert all(found.count(head) == 1 for head in ("การดำเนินการ", "วิธีการ")), page
        assert "ขั้นที่" in found, "no page without a row"
    found = bare(text_of(path))  # in the order of drawing: cell after cell
    for number in range(300):
        assert found.count(f"ขั้นที่{number}{SENTENCE[: number % 90]}จบ") == 1
        assert found.count(f"ผล{number}จบ") == 1
        assert found.count(f"มาตรการที่{number}จบ") == (number % span == 0)
    assert found.count("ตารางยาว") == 1
    assert found.count("หมายเหตุตารางนี้แต่งขึ้น") == 1
    within_margins(path, PageSetup())


def test_a_row_higher_than_a_page_goes_on_under_the_header(
    printed: Print, text_of: Text, within_margins: Margins
) -> None:
    long = " ".join(f"บรรทัด{number}จบ" for number in range(600))
    table = Table(
        name="สูง",
        columns=(Column(width=1), Column(width=2)),
        header=(row("หัวซ้าย", "หัวขวา"),),
        rows=(row("ก่อน", "สั้น"), row("ข้าง", long), row("หลัง", "สั้น")),
    )
    path, report = printed(table)
    assert report.pages > 4
    found = bare(text_of(path))
    assert all(found.count(f"บรรทัด{number}จบ") == 1 for number in range(600))
    assert found.count("หัวซ้าย") == report.pages
    assert found.count("ข้าง") == 1
    within_margins(path, PageSetup())


def test_a_header_higher_than_half_a_page_is_not_repeated(printed: Print, text_of: Text) -> None:
    table = Table(
        name="หัวสูง",
        columns=(Column(width=1), Column(width=9)),
        header=(row("หัว " * 90, "ขวา"),),
        rows=tuple(row(str(number), SENTENCE) for number in range(40)),
    )
    path, report = printed(table)
    assert report.pages > 2
    assert text_of(path).count("ขวา") == 1


@pytest.mark.parametrize("lines_before", range(24, 36))
def test_a_heading_and_a_caption_stay_with_the_first_row(
    printed: Print, text_of: Text, lines_before: int
) -> None:
    path, report = printed(
        Paragraph(text="\n".join(["บรรทัด"] * lines_before)),
        Heading(text="หัวข้อใหญ่"),
        Heading(text="หัวข้อย่อย"),
        long_table(3, 1),
    )
    pages = [bare(text_of(path, page)) for page in range(1, report.pages + 1)]
    (home,) = (page for page in pages if "หัวข้อใหญ่" in page)
    for text in ("หัวข้อย่อย", "ตารางยาว", "วิธีการ", "ขั้นที่0จบ"):
        assert text in home


@pytest.mark.parametrize("rows", range(20, 34))
def test_the_note_never_stands_without_a_row(printed: Print, text_of: Text, rows: int) -> None:
    table = Table(
        name="ก",
        columns=(Column(width=1),),
        header=(row("หัวตาราง"),),
        rows=tuple(row(f"แถว{number}จบ") for number in range(rows)),
        note="หมายเหตุท้ายตาราง",
    )
    path, report = printed(table)
    last = bare(text_of(path, report.pages))
    assert "หมายเหตุท้ายตาราง" in last
    assert f"แถว{rows - 1}จบ" in last


@pytest.mark.parametrize("before", range(26, 33))
def test_a_paragraph_leaves_no_single_line_behind(
    printed: Print, text_of: Text, before: int
) -> None:
    path, report = printed(
        Paragraph(text="\n".join(["บรรทัด"] * before)), Paragraph(text=SENTENCE * 6)
    )
    for page in range(1, report.pages + 1):
        lines = [line for line in text_of(path, page).splitlines() if len(line) > 10]
        assert len(lines) != 1
    assert len(bare(text_of(path))) >= len(bare(SENTENCE * 6))


def test_headings_higher_than_a_page_are_no_trouble(
    printed: Print, text_of: Text, within_margins: Margins
) -> None:
    path, report = printed(
        Heading(text=SENTENCE * 60),
        Heading(text="หัวข้อรอง"),
        long_table(2, 1),
        Heading(text="หัวข้อที่ไม่มีเนื้อหา"),
    )
    assert report.pages > 2
    found = re.sub("-[๐-๙]+-", "", bare(text_of(path)))
    assert bare(SENTENCE * 60) + "หัวข้อรอง" in found
    assert found.endswith("หัวข้อที่ไม่มีเนื้อหา")
    within_margins(path, PageSetup())
