"""Sections, numbers, heads and feet, contents, bookmarks, marks, signatures, covers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pypdfium2
import pytest
from PIL import Image

from ita_desktop.documents.model import (
    LINE_BREAK,
    PAGE,
    PAGES,
    Align,
    Block,
    Contents,
    Digits,
    Document,
    Fill,
    Heading,
    Mark,
    NewPage,
    Numbering,
    Orientation,
    PageSetup,
    Paragraph,
    Running,
    Section,
    Signatory,
    Signature,
    Space,
    Stop,
)
from ita_desktop.documents.text import Run
from ita_desktop.pdf.measures import look_of_paragraph, text_of_paragraph
from ita_desktop.pdf.setting import Setting
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MILLIMETRE = 72 / 25.4
FILLER = "ข้อความของแผนปฏิบัติการป้องกันการทุจริตของเทศบาลตำบลตัวอย่าง "
LONG = Paragraph(text=FILLER * 60, align=Align.JUSTIFY, indent=True)
Box = tuple[float, float, float, float]
Readers = tuple[Callable[[Path], str], ...]


def book(*sections: Section, **others: Any) -> Document:
    return Document(
        id="t", title="แผน", author="ข", digits=Digits.THAI, sections=sections, **others
    )


def pages_of(document: Document) -> list[str]:
    data, report = make_pdf(document, bundled_typeface())
    with pypdfium2.PdfDocument(data) as paper:
        found = [page.get_textpage().get_text_range() for page in paper]
    assert len(found) == report.pages
    return found


def picture_of(document: Document, page: int = 0, scale: int = 2) -> "Picture":
    data, _ = make_pdf(document, bundled_typeface())
    with pypdfium2.PdfDocument(data) as paper:
        return cast("Picture", paper[page].render(scale=scale).to_pil()).convert("RGB")


def left_edges(section: Section) -> list[float]:
    """Return where the ink of each line of the first page begins, in points, from the top."""
    data, _ = make_pdf(book(section), bundled_typeface())
    with pypdfium2.PdfDocument(data) as paper:
        boxes: list[Box] = [thing.get_bounds() for thing in cast("Any", paper[0].get_objects())]
    lines: list[tuple[float, float]] = []  # upper edge and left edge
    for left, bottom, _, top in sorted(boxes, key=lambda box: -box[3]):
        if lines and lines[-1][0] - bottom < 14 and top > bottom:
            lines[-1] = (lines[-1][0], min(lines[-1][1], left))
        elif top > bottom:
            lines.append((top, left))
    return [left for _, left in lines]


def folded(text: str) -> str:
    return " ".join(text.split())


def plain(*blocks: Block, **others: Any) -> Section:
    return Section(blocks=blocks, head=Running(), **others)


PREFACE = Section(
    blocks=(
        Heading(text="คำนำ", level=1),
        LONG,
        NewPage(),
        Heading(text="สารบัญ", level=1, listed=False),
    ),
    numbering=Numbering.LETTERS,
    first_number=1,
    first_head=True,
)


def with_contents(*, ranges: bool) -> Document:
    preface = replace(PREFACE, blocks=(*PREFACE.blocks, Contents(ranges=ranges)))
    parts = [
        Section(
            blocks=(
                Heading(text=f"ส่วนที่ {number} เรื่อง", level=1),
                Heading(text=f"{number}.1 ข้อย่อย"),
                *[LONG] * number,
                Heading(text=f"{number}.2 ข้อท้าย"),
                Paragraph(text="จบ"),
            ),
            page=PageSetup(orientation=orientation),
            first_number=1 if number == 1 else None,
            first_head=True,
        )
        for number, orientation in ((1, Orientation.PORTRAIT), (2, Orientation.LANDSCAPE))
    ]
    return book(plain(Fill(), Heading(text="ปก", level=1, listed=False), Fill()), preface, *parts)


@pytest.mark.parametrize("ranges", [False, True])
def test_the_contents_name_the_pages_that_the_headings_stand_on(ranges: bool) -> None:  # noqa: FBT001
    pages = pages_of(with_contents(ranges=ranges))
    (contents,) = (page for page in pages if "สารบัญ" in page)
    entries = re.findall(r"^(.+?) ([ก๑-๙](?: - [ก-๙])?)\r?$", contents, re.MULTILINE)
    assert [title for title, _ in entries] == [
        "คำนำ",
        *("ส่วนที่ 1 เรื่อง", "1.1 ข้อย่อย", "1.2 ข้อท้าย"),
        *("ส่วนที่ 2 เรื่อง", "2.1 ข้อย่อย", "2.2 ข้อท้าย"),
    ]
    labels = [mark[0] if (mark := re.findall("^- (.+) -", page)) else "" for page in pages]
    for title, pages_said in entries:
        first, *last = pages_said.split(" - ")
        page = next(n for n, text in enumerate(pages) if title in text and text != contents)
        assert labels[page] == first
        assert not last or ranges
    if ranges:
        assert dict(entries)["คำนำ"].startswith("ก - ")
        assert " - " in dict(entries)["ส่วนที่ 2 เรื่อง"]


def test_preface_pages_have_letters_and_the_parts_begin_at_one() -> None:
    pages = pages_of(with_contents(ranges=False))
    marks = [mark[0] if (mark := re.findall("^- (.+) -", page)) else None for page in pages]
    letters = [mark for mark in marks if mark in {"ก", "ข", "ค"}]
    assert marks[0] is None
    assert marks[1 : 1 + len(letters)] == letters == ["ก", "ข", "ค"]
    numbers = marks[1 + len(letters) :]
    assert numbers == list("๑๒๓๔๕๖๗๘๙"[: len(numbers)])


def test_portrait_and_landscape_stand_in_one_file() -> None:
    data, _ = make_pdf(with_contents(ranges=False), bundled_typeface())
    with pypdfium2.PdfDocument(data) as paper:
        sizes = [page.get_size() for page in paper]
    assert sizes[0] == pytest.approx((210 * MILLIMETRE, 297 * MILLIMETRE), abs=0.1)
    assert sizes[-1] == pytest.approx((297 * MILLIMETRE, 210 * MILLIMETRE), abs=0.1)


def test_a_page_says_how_many_there_are() -> None:
    section = Section(
        blocks=(LONG, LONG, LONG),
        head=Running(left="หัว", right=f"หน้า {PAGE} จาก {PAGES}"),
        foot=Running(center="ท้ายกระดาษ"),
        first_head=True,
    )
    pages = pages_of(book(section))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        said = folded(page)
        assert f"หน้า {'๐๑๒๓๔๕๖๗๘๙'[number]} จาก {'๐๑๒๓๔๕๖๗๘๙'[len(pages)]}" in said
        assert "หัว" in said
        assert "ท้ายกระดาษ" in said


def test_headings_are_bookmarks_without_holes_in_their_levels() -> None:
    blocks = (
        Heading(text="สาม", level=3),
        Heading(text="หนึ่ง", level=1),
        Heading(text="สามอีก", level=3),
        Heading(text="ไม่อยู่ในสารบัญ", listed=False),
        Heading(text="สองบรรทัด\nต่อกัน", level=2),
    )
    data, _ = make_pdf(book(plain(*blocks)), bundled_typeface())
    with pypdfium2.PdfDocument(data) as paper:
        marks = cast("Iterator[Any]", paper.get_toc())
        toc = [(str(mark.get_title()), int(mark.level)) for mark in marks]
    assert toc == [("สาม", 0), ("หนึ่ง", 0), ("สามอีก", 1), ("สองบรรทัด ต่อกัน", 1)]


def test_the_same_book_gives_the_same_bytes() -> None:
    first, second = (make_pdf(with_contents(ranges=True), bundled_typeface())[0] for _ in range(2))
    assert first == second


def png(width: int, height: int) -> bytes:
    data = BytesIO()
    Image.new("RGBA", (width, height), (200, 0, 0, 255)).save(data, "PNG")
    return data.getvalue()


def red_box(picture: "Picture") -> tuple[float, float, float, float]:
    """Return the red area in millimetres: left, top, right, bottom."""
    bands = picture.split()
    mask = bands[1].point([255 if value < 60 else 0 for value in range(256)])
    red = bands[0].point([255 if value > 150 else 0 for value in range(256)])
    box = Image.composite(red, Image.new("L", picture.size), mask).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / 2 / MILLIMETRE for edge in box)
    return left, top, right, bottom


@pytest.mark.parametrize(
    ("mark", "left", "height"),
    [(Mark(), 95, 30), (Mark(height=15, align=Align.LEFT), 30, 15)],
)
def test_the_mark_stands_as_the_regulation_has_it(mark: Mark, left: float, height: float) -> None:
    section = plain(mark, Paragraph(text="ประกาศ"))
    box = red_box(picture_of(book(section, mark=png(300, 300))))
    assert box == pytest.approx((left, 15, left + height, 15 + height), abs=0.5)


def test_a_wide_mark_keeps_its_proportions_and_its_place() -> None:
    box = red_box(picture_of(book(plain(Mark()), mark=png(800, 100))))
    assert box[2] - box[0] == pytest.approx(60, abs=0.5)
    assert box[3] - box[1] == pytest.approx(7.5, abs=0.5)
    assert (box[1] + box[3]) / 2 == pytest.approx(30, abs=0.5)


def test_the_place_of_the_mark_is_kept_without_a_picture() -> None:
    tops: list[float] = []
    for mark in (b"", png(300, 300)):
        data, _ = make_pdf(
            book(plain(Mark(), Paragraph(text="ประกาศ")), mark=mark), bundled_typeface()
        )
        with pypdfium2.PdfDocument(data) as paper:
            page = paper[0].get_textpage()
            tops.append(cast("Box", page.get_charbox(0))[3])
    assert tops[0] == tops[1]
    assert tops[0] < (297 - 45) * MILLIMETRE


def test_a_cover_shares_its_white_space_out() -> None:
    cover = plain(Fill(), Heading(text="กลาง", level=1), Fill())
    data, report = make_pdf(book(cover), bundled_typeface())
    assert report.pages == 1
    with pypdfium2.PdfDocument(data) as paper:
        box = cast("Box", paper[0].get_textpage().get_charbox(0))
    middle = (25 + (297 - 25 - 20) / 2) * MILLIMETRE
    assert 297 * MILLIMETRE - (box[1] + box[3]) / 2 == pytest.approx(middle, abs=12)


def test_a_full_cover_has_no_white_space_to_share() -> None:
    assert make_pdf(book(plain(Fill(), LONG, LONG, LONG, Fill())), bundled_typeface())[1].pages > 1


@pytest.mark.parametrize("count", [1, 2, 3])
def test_signatories_are_named_under_their_dots(count: int) -> None:
    people = tuple(
        Signatory(name=f"นายคนที่{number} ใจดี", title=f"ตำแหน่งที่ {number}") for number in range(count)
    )
    (page,) = pages_of(book(plain(Paragraph(text="ลงท้าย"), Signature(signatories=people))))
    for person in people:
        assert f"({person.name})" in folded(page)
        assert person.title in folded(page)
    assert folded(page).count("ลงชื่อ") == count


def test_the_signature_never_stands_alone_on_its_page() -> None:
    signature = Signature(signatories=(Signatory(name="นายก ข", title="นายกเทศมนตรี", lead=""),))
    for lines in range(24, 36):
        text = Paragraph(text="\n".join(f"บรรทัดที่ {number}" for number in range(lines)))
        pages = pages_of(book(plain(text, signature)))
        (where,) = (page for page in pages if "นายกเทศมนตรี" in page)
        assert f"บรรทัดที่ {lines - 2}" in where
        assert f"บรรทัดที่ {lines - 1}" in where


def test_an_unnamed_signatory_has_dots_to_write_on() -> None:
    (page,) = pages_of(book(plain(Signature(signatories=(Signatory(),)))))
    assert re.search(r"\(\s*\)", page)


def test_a_kept_paragraph_goes_with_the_next() -> None:
    for lines in range(26, 36):
        body = "\n".join(f"บรรทัดที่ {number}" for number in range(lines))
        kept = Paragraph(text="จึงประกาศมา", keep_with_next=True)
        pages = pages_of(book(plain(Paragraph(text=body), kept, Paragraph(text="ตามมา"))))
        (where,) = (page for page in pages if "จึงประกาศมา" in page)
        assert "ตามมา" in where


LIST = (
    Paragraph(marker="๑.", text=FILLER * 3, align=Align.JUSTIFY),
    Paragraph(marker="๑.๑", level=2, text=FILLER * 3),
    Paragraph(marker="๑.๑.๑", level=3, text=FILLER * 3 + "\nย่อหน้าต่อ"),
    Paragraph(marker="-", level=3, text=FILLER * 3),
)


def test_lists_hang_behind_their_numbers_and_levels_stand_further_in() -> None:
    begins = [
        [round(line.indent / MILLIMETRE) for line in setting.lines(text, 450.0, look)]
        for setting in [Setting(bundled_typeface(), Digits.THAI)]
        for text, look in ((text_of_paragraph(one), look_of_paragraph(one)) for one in LIST)
    ]
    assert begins == [[0, 9, 9], [9, 20, 20], [20, 34, 34, 34], [20, 25, 25]]


def test_a_text_in_runs_is_read_as_one(readers: Readers, tmp_path: Path) -> None:
    text = (
        Run("ตัวหนา", bold=True),
        Run("ตัวเอน ", italic=True),
        Run("ขีดเส้นใต้ ", underline=True),
        Run("ม"),
        Run("๒", raised=True),
        Run(" ทั้งหมด", bold=True, italic=True, underline=True),
    )
    data, _ = make_pdf(book(plain(Paragraph(text=text))), bundled_typeface())
    path = tmp_path / "runs.pdf"
    path.write_bytes(data)
    for read in readers:
        assert read(path).strip() == "ตัวหนาตัวเอน ขีดเส้นใต้ ม๒ ทั้งหมด"
    names = set(re.findall(rb"\+(Sarabun-\w+)", data))
    assert names == {
        *(b"Sarabun-Light", b"Sarabun-SemiBold"),
        *(b"Sarabun-LightItalic", b"Sarabun-SemiBoldItalic"),
    }


def test_an_underline_is_drawn_under_its_words_only() -> None:
    text = (Run("ขีดเส้นใต้", underline=True), Run("ไม่ขีด"))
    underlined = picture_of(book(plain(Paragraph(text=text))))
    without = picture_of(book(plain(Paragraph(text="ขีดเส้นใต้ไม่ขีด"))))
    differing = [
        x
        for x in range(underlined.width)
        for y in range(150, 220)
        if underlined.getpixel((x, y)) != without.getpixel((x, y))
    ]
    assert differing
    left, right = min(differing) / 2 / MILLIMETRE, max(differing) / 2 / MILLIMETRE
    assert left == pytest.approx(30, abs=0.6)
    assert 10 < right - left < 22


def test_leaders_lead_to_their_stops_and_are_not_said(readers: Readers, tmp_path: Path) -> None:
    stops = (
        Stop(at=80, align=Align.RIGHT, leader=True),
        Stop(at=160, align=Align.RIGHT, leader=True),
    )
    data, _ = make_pdf(book(plain(Paragraph(text="ที่\tวันที่\t", stops=stops))), bundled_typeface())
    path = tmp_path / "dots.pdf"
    path.write_bytes(data)
    for read in readers:
        assert folded(read(path)) == "ที่ วันที่"
    with pypdfium2.PdfDocument(data) as paper:
        right = max(thing.get_bounds()[2] for thing in cast("Any", paper[0].get_objects()))
    assert right == pytest.approx((30 + 160) * MILLIMETRE, abs=6)


def test_a_soft_break_does_not_begin_a_paragraph() -> None:
    text = f"บรรทัดแรก{LINE_BREAK}บรรทัดสอง\nย่อหน้าใหม่"
    first, second, third = left_edges(plain(Paragraph(text=text, indent=True)))
    assert first == pytest.approx(third, abs=3)
    assert first - second == pytest.approx(25 * MILLIMETRE, abs=3)


def test_a_new_page_at_the_head_of_a_page_is_none() -> None:
    assert len(pages_of(book(plain(NewPage(), Paragraph(text="ก"), NewPage(), NewPage())))) == 1
    assert len(pages_of(book(plain(Paragraph(text="ก"), NewPage(), Paragraph(text="ข"))))) == 2


def test_space_moves_what_follows_down() -> None:
    tops: list[float] = []
    for height in (0.0, 40.0):
        section = plain(Paragraph(text="ก"), Space(height=height), Paragraph(text="ข"))
        data, _ = make_pdf(book(section), bundled_typeface())
        with pypdfium2.PdfDocument(data) as paper:
            page = paper[0].get_textpage()
            tops.append(cast("Box", page.get_charbox(page.count_chars() - 1))[3])
    assert tops[0] - tops[1] == pytest.approx(40 * MILLIMETRE, abs=0.5)
