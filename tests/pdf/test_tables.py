"""Tables on paper: captions, widths, grey, and what must come out whole."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest
from PIL import ImageOps

from ita_desktop.documents.model import (
    Cell,
    Column,
    PageSetup,
    Paragraph,
    Table,
    Unit,
)
from ita_desktop.pdf.grid import PITCH
from ita_desktop.pdf.report import Report

from .table_reading import WORDS, bare, marks, pages_of, row

if TYPE_CHECKING:
    from PIL.Image import Image

Print = Callable[..., tuple[Path, Report]]
Text = Callable[..., str]
Readers = tuple[Callable[[Path], str], ...]
Margins = Callable[[Path, PageSetup], None]

MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize("in_grid", [True, False])
@pytest.mark.parametrize("continued", ["", "(ต่อ)"])
def test_a_caption_is_repeated_where_the_table_says_so(
    printed: Print, text_of: Text, within_margins: Margins, *, in_grid: bool, continued: str
) -> None:
    table = Table(
        name="ก",
        caption="ขั้นตอน ระยะเวลา และวิธีปฏิบัติ",
        caption_in_grid=in_grid,
        continued=continued,
        columns=(Column(width=1), Column(width=2)),
        header=(row("หัวขั้นตอน", "หัววิธี"),),
        rows=tuple(row(f"A{number}N0", f"B{number}N0") for number in range(80)),
    )
    path, report = printed(table)
    within_margins(path, PageSetup())
    first, *others = pages_of(path, report, text_of)
    assert len(others) == 2
    caption = "ขั้นตอนระยะเวลาและวิธีปฏิบัติ"
    assert first.startswith(f"{caption}หัวขั้นตอน")
    for page in others:
        assert page.startswith(f"{caption}(ต่อ)หัวขั้นตอน" if continued else "หัวขั้นตอน")
    wanted = [f"{letter}{number}N0" for number in range(80) for letter in "AB"]
    assert marks(first + "".join(others)) == wanted


def test_a_repeated_caption_stands_over_the_grid(printed: Print) -> None:
    table = Table(
        name="ก",
        caption="คำบรรยาย",
        continued="(ต่อ)",
        columns=(Column(width=1),),
        header=(row("หัวตาราง"),),
        rows=(row("ก\n" * 40),),
    )
    path, _ = printed(table)
    tops = [297 * MILLIMETRE - 25 * MILLIMETRE - line for line in (0, PITCH, 2 * PITCH + 6)]
    with pypdfium2.PdfDocument(path) as paper:
        text = paper[1].get_textpage()
        found = [
            bare(text.get_text_bounded(bottom=low + 1, top=high - 1))
            for high, low in pairwise(tops)
        ]
    assert found == ["คำบรรยาย(ต่อ)", "หัวตาราง"]


def test_a_cell_of_900_letters_in_22_millimetres_comes_out_whole(
    printed: Print, readers: Readers, within_margins: Margins
) -> None:
    long = (" ".join(WORDS) + " ") * 6
    table = Table(
        name="แคบ",
        columns=(Column(width=22, unit=Unit.MILLIMETRE), Column(width=1)),
        header=(row("ผลการดำเนินการ", "มาตรการ"),),
        rows=(row("ก่อน", "ข"), row(long[:900], "ข้างเคียง"), row("หลัง", "ข")),
    )
    path, report = printed(table)
    within_margins(path, PageSetup())
    assert report.pages > 1
    for read in readers:
        said = f"ก่อนข{long[:900]}ข้างเคียงหลังข" + "ผลการดำเนินการมาตรการ" * report.pages
        assert Counter(re.findall("[ก-ฮ]", read(path))) == Counter(re.findall("[ก-ฮ]", said))


def picture(path: Path, page: int) -> "Image":
    """Return a page in grey, two pixels a point."""
    with pypdfium2.PdfDocument(path) as paper:
        return cast("Image", paper[page - 1].render(scale=2).to_pil()).convert("L")


def greys(path: Path, page: int, x: float) -> list[bool]:
    """Return of each row of the table at ``x`` millimetres, from above, whether it is grey."""
    image = picture(path, page)
    across = round(x * MILLIMETRE * 2)
    runs = groupby(image.getpixel((across, y)) for y in range(image.height))
    areas = [colour for colour, run in runs if len(list(run)) > 10]  # not the rules
    assert set(areas) <= {255, 240}, "one grey of 94 % white"
    return [colour == 240 for colour in areas[1:-1]]  # but the margins


def test_stripes_groups_and_merged_cells_are_grey_in_print(printed: Print) -> None:
    table = Table(
        name="ก",
        columns=(Column(width=1), Column(width=1)),
        header=(row("", ""),),
        rows=(
            row(Cell(content="", columns=2), None, group=True),
            row("", ""),
            row(Cell(content="", rows=3), ""),
            row(None, ""),
            row(None, ""),
            row("", ""),
        ),
        zebra=True,
    )
    path, _ = printed(table)
    assert greys(path, 1, 40) == [False, True, False, True, False]
    assert greys(path, 1, 180) == [False, True, False, True, False, True, False]


def test_a_split_row_keeps_its_shade_on_the_next_page(printed: Print) -> None:
    table = Table(
        name="ก",
        columns=(Column(width=1), Column(width=1)),
        header=(row("", ""),),
        rows=(row("", ""), row("ก " + "\n" * 60, ""), row("", "")),
        zebra=True,
    )
    path, report = printed(table)
    assert report.pages == 2
    assert greys(path, 1, 180) == [False, False, True]
    assert greys(path, 2, 180) == [False, True, False]


def test_a_table_in_millimetres_stands_in_the_middle(printed: Print) -> None:
    columns = tuple(Column(width=30, unit=Unit.MILLIMETRE) for _ in range(2))
    path, _ = printed(Table(name="ก", columns=columns, header=(row("", ""),), rows=(row("", ""),)))
    ink = ImageOps.invert(picture(path, 1)).getbbox()
    assert ink is not None
    left, right = (edge / 2 / MILLIMETRE for edge in (ink[0], ink[2]))
    assert (left, right) == pytest.approx((80, 140), abs=0.4)  # 160 mm from 30 mm on


def test_a_short_table_after_text_is_not_torn(printed: Print, text_of: Text) -> None:
    text = Paragraph(text="\n".join(["บรรทัด"] * 28))
    rows = tuple(row(f"A{number}N0", f"B{number}N0") for number in range(6))
    table = Table(
        name="ก",
        caption="คำบรรยาย",
        columns=(Column(width=1), Column(width=1)),
        header=(row("หัวก", "หัวข"),),
        rows=rows,
    )
    path, report = printed(text, table)
    first, second = pages_of(path, report, text_of)
    assert "คำบรรยาย" not in first
    assert second.startswith("คำบรรยาย")
    assert len(marks(second)) == 12
