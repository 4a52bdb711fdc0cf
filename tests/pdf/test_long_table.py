"""Long tables on paper: what stands on which page, whole and once."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdfium2

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Number,
    Orientation,
    PageSetup,
    Row,
    Table,
    Unit,
    Vertical,
)
from ita_desktop.pdf.report import Report

from .table_reading import WORDS, bare, marks, pages_of, row

Print = Callable[..., tuple[Path, Report]]
Text = Callable[..., str]
Readers = tuple[Callable[[Path], str], ...]
Margins = Callable[[Path, PageSetup], None]

MILLIMETRE = 72 / 25.4
LANDSCAPE = PageSetup(orientation=Orientation.LANDSCAPE)
ROWS = 300
TITLE = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"


def told(name: str, sentences: int) -> str:
    """Return sentences of Thai, each behind a word that is nowhere else: "R12C3N0"."""
    return " ".join(f"{name}N{number} {WORDS[number % 4]}" for number in range(sentences))


def long_table() -> Table:
    """300 rows under two rows of heads, merged both ways, in groups of 50."""
    rows: list[Row] = []
    spans: list[int] = []
    measure = 0
    for number in range(ROWS):
        if number % 50 == 0:
            rows.append(
                row(Cell(content=f"เครื่องมือที่ G{number}N0", columns=5), *[None] * 4, group=True)
            )
        first = None
        if not spans:
            span = min(1 + measure * 7 % 11, 50 - number % 50)
            spans = [measure] * span
            first = Cell(
                content=told(f"M{measure}", 1 + measure % 5), rows=span, again=f"AGAIN{measure}X"
            )
            measure += 1
        spans.pop()
        money = Number(Decimal(number * 1234) / 100, number % 3)
        cells: list[str | Number | Cell | None] = [
            first,
            told(f"R{number}C1", 1 + number % 3),
            told(f"R{number}C2", 1),
            money if number % 4 else "ไม่ใช้งบประมาณ",
            told(f"R{number}C4", 1 + number * 5 % 4),
        ]
        if number % 5 == 2:
            cells[1:3] = [Cell(content=told(f"R{number}C1", 2), columns=2), None]
        rows.append(row(*cells))
    for number, one in enumerate(rows[:-1]):  # a block of two rows and two columns now and then
        if number % 20 == 7 and one.cells[2] is not None and not one.group:
            below = rows[number + 1]
            if not below.group and below.cells[1] is not None and below.cells[2] is not None:
                block = Cell(content=told(f"B{number}", 3), rows=2, columns=2)
                rows[number] = row(one.cells[0], block, None, *one.cells[3:])
                rows[number + 1] = row(below.cells[0], None, None, *below.cells[3:])
    return Table(
        name="ยาว",
        caption=TITLE,
        continued="(ต่อ)",
        columns=(
            Column(width=38, unit=Unit.MILLIMETRE),
            Column(width=3),
            Column(width=2),
            Column(width=30, unit=Unit.MILLIMETRE, align=Align.POINT),
            Column(width=3, vertical=Vertical.MIDDLE),
        ),
        header=(
            row(
                Cell(content="มาตรการ", rows=2),
                Cell(content="หัวการดำเนินการ", columns=2),
                None,
                Cell(content="หัวงบประมาณ", rows=2),
                Cell(content="หัวสรุป", rows=2),
            ),
            row(None, "หัววิธีการ", "หัวผู้รับผิดชอบ", None, None),
        ),
        rows=tuple(rows),
        zebra=True,
        note="หมายเหตุ ท้ายตาราง",
    )


HEADS = ("หัวการดำเนินการ", "หัวงบประมาณ", "หัวสรุป", "หัววิธีการ", "หัวผู้รับผิดชอบ")


def letters_of(table: Table) -> str:
    """Return all that the cells say, figures aside, letter after letter."""
    cells = (cell for one in table.rows for cell in one.cells)
    return "".join(bare(cell.content) for cell in cells if cell and isinstance(cell.content, str))


def test_300_rows_with_merged_cells_over_40_pages(
    printed: Print, text_of: Text, readers: Readers, within_margins: Margins
) -> None:
    table = long_table()
    path, report = printed(table, page=LANDSCAPE)
    assert report.pages >= 40
    within_margins(path, LANDSCAPE)
    pages = pages_of(path, report, text_of)
    for number, page in enumerate(pages):
        assert all(page.count(head) == 1 for head in HEADS), number
        assert page.startswith(TITLE + ("(ต่อ)" if number else "")), number
        assert len(marks(page)) > 3, "no page without rows"

    wanted = marks(letters_of(table))
    for read in readers:
        found = bare(read(path))
        assert Counter(marks(found)) == Counter(dict.fromkeys(wanted, 1))
        thai = "".join(re.findall("[ก-ฮ]", re.sub("|".join((*HEADS, TITLE, r"\(ต่อ\)")), "", found)))
        said = letters_of(table) + bare(table.note) + "มาตรการ" * report.pages
        assert Counter(thai) == Counter(re.findall("[ก-ฮ]", said))
    found = "".join(pages)
    for number in range(ROWS):
        own = [mark for mark in marks(found) if mark.startswith(f"R{number}C1N")]
        assert own == sorted(own), "a cell's text out of order"
    assert found.count("หมายเหตุท้ายตาราง") == 1


def first_column(path: Path, page: int) -> str:
    """Return what stands in the first column under the heads."""
    with pypdfium2.PdfDocument(path) as paper:
        text = paper[page - 1].get_textpage()
        found = text.get_text_bounded(left=30 * MILLIMETRE, right=68 * MILLIMETRE)
    return bare(found).partition("มาตรการ")[2].partition("มาตรการ")[2]  # caption, head


def test_a_merged_cell_goes_on_at_the_top_of_each_page_of_its_rows(
    printed: Print, text_of: Text
) -> None:
    table = long_table()
    path, report = printed(table, page=LANDSCAPE)
    pages = pages_of(path, report, text_of)
    rows_of: dict[str, list[str]] = {}
    text = ""
    for one in table.rows:
        first, *_, last = one.cells
        if first is not None:
            text = bare(str(first.content))
        if last is not None:
            rows_of.setdefault(text, []).append(marks(str(last.content))[0])
    carried = said_again = 0
    for text, rows in rows_of.items():
        again = f"AGAIN{text[1:].partition('N')[0]}X"
        homes = [number for number, page in enumerate(pages) if {*marks(page)} & {*rows}]
        for page in range(homes[0] + 1, homes[-1] + 1):
            column = first_column(path, page + 1)
            assert column, f"nothing is carried on to page {page + 1}"
            if column.startswith(again):
                said_again += 1
            else:
                assert column[:5] in text
            assert pages[page].count(again) <= 1
            carried += 1
        assert again not in pages[homes[0]]
    assert (carried, said_again) > (40, 20)


def test_a_group_is_never_the_last_row_of_a_page(printed: Print, text_of: Text) -> None:
    path, report = printed(long_table(), page=LANDSCAPE)
    for page in pages_of(path, report, text_of):
        assert not re.search(r"G\d+N0$", page)
