"""Blocks where nobody expects them: nothing is lost, no page is empty, nothing ends in a fault."""

import re
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any, cast

import pypdfium2
import pytest
from PIL import Image

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.documents.model import (
    LINE_BREAK,
    PAGE,
    PAGES,
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Digits,
    Document,
    Fill,
    Heading,
    Mark,
    NewPage,
    Numbering,
    Paragraph,
    Row,
    Running,
    Section,
    Signatory,
    Signature,
    Space,
    Table,
)
from ita_desktop.errors import ClerkError
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface

MILLIMETRE = 72 / 25.4
WORDS = "ข้อความของแผนปฏิบัติการป้องกันการทุจริตของเทศบาลตำบลตัวอย่าง"
SIGNATURE = Signature(signatories=(Signatory(name="นายก ข", title="นายกเทศมนตรี", lead=""),))
Box = tuple[float, float, float, float]


def section(*blocks: Block, head: Running | None = None) -> Section:
    return Section(blocks=blocks, head=head or Running())


def data_of(*sections: Section, mark: bytes = b"") -> bytes:
    document = Document(
        id="t", title="แผน", author="ข", digits=Digits.THAI, sections=sections, mark=mark
    )
    return make_pdf(document, bundled_typeface())[0]


def pages_of(*sections: Section) -> list[str]:
    with pypdfium2.PdfDocument(data_of(*sections)) as paper:
        return [page.get_textpage().get_text_range() for page in paper]


def lines(count: int) -> Paragraph:
    return Paragraph(text="\n".join(f"บรรทัดที่ {number}" for number in range(count)))


def table(rows: int, note: str = "") -> Table:
    return Table(
        name="ต",
        columns=(Column(width=1),),
        header=(Row(cells=(Cell(content="หัว"),)),),
        rows=tuple(Row(cells=(Cell(content=f"แถว {number}"),)) for number in range(rows)),
        note=note,
    )


def bars(count: int, key: str = "") -> BarChart:
    made = tuple(Bar(words=f"แท่ง {number} จบ", score=Decimal(number)) for number in range(count))
    return BarChart(caption="แผนภูมิ", bars=made, key=key, limit=Decimal(85))


def test_the_contents_of_a_paper_without_headings_are_a_page() -> None:
    assert len(pages_of(section(Contents()))) == 1
    assert len(pages_of(section(Paragraph(text="ก")), section(Contents()))) == 2


def test_a_new_page_before_the_next_section_is_none() -> None:
    text = Paragraph(text="ก")
    assert len(pages_of(section(text, NewPage()), section(text))) == 2
    assert len(pages_of(section(text, NewPage(), NewPage()))) == 1
    assert len(pages_of(section(NewPage()), section(NewPage(), text))) == 2


def test_a_page_before_the_first_letter_has_its_number_in_digits() -> None:
    cover = Section(
        blocks=(Heading(text="ปก"),),
        numbering=Numbering.LETTERS,
        first_number=0,
        first_head=True,
        head=Running(center=f"หน้า {PAGE} จาก {PAGES}"),
    )
    first, second = pages_of(cover, replace(section(Contents()), numbering=Numbering.LETTERS))
    assert "หน้า ๐ จาก ก" in first
    assert "ปก" in second


@pytest.mark.parametrize("key", ["", "คำอธิบาย"])
@pytest.mark.parametrize("before", [0, 20])
def test_a_chart_higher_than_a_page_is_divided_between_bars(key: str, before: int) -> None:
    pages = pages_of(section(lines(before), bars(70, key)))
    whole = "".join(pages)
    assert [int(bar) for bar in re.findall(r"แท่ง (\d+) จบ", whole)] == list(range(70))
    assert key in whole
    assert "แท่ง 0 จบ" in next(page for page in pages if "แผนภูมิ" in page)


def test_a_chart_that_a_page_has_room_for_is_not_divided() -> None:
    for before in range(20, 32):
        pages = pages_of(section(lines(before), bars(12)))
        (home,) = (page for page in pages if "แท่ง" in page)
        assert "แผนภูมิ" in home


def test_scores_beyond_the_scale_stay_inside_their_chart() -> None:
    scores = [Decimal(number) for number in (-500, 0, 100, 700)]
    pillars = PillarChart(
        caption="ก", floor=50, pillars=tuple(Pillar(words="๒๕๖๖", score=one) for one in scores)
    )
    made = tuple(Bar(words="ข", score=one, before=one) for one in scores)
    with pypdfium2.PdfDocument(
        data_of(section(pillars, BarChart(caption="ค", bars=made)))
    ) as paper:
        boxes: list[Box] = [thing.get_bounds() for thing in cast("Any", paper[0].get_objects())]
    assert min(box[0] for box in boxes) >= 30 * MILLIMETRE - 3
    assert max(box[2] for box in boxes) <= 190 * MILLIMETRE + 3
    assert max(box[3] for box in boxes) <= (297 - 25) * MILLIMETRE + 3


def _picture(kind: str) -> bytes:
    data = BytesIO()
    Image.effect_noise((200, 200), 80).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(
    "mark",
    [
        b"garbage",
        b"\x89PNG\r\n\x1a\n" + b"x" * 50,
        _picture("PNG")[:2000],
        _picture("JPEG")[:2000],
        _picture("PNG").replace(b"IDAT", b"IDXT", 1),
    ],
)
def test_a_damaged_mark_is_told_in_thai(mark: bytes) -> None:
    with pytest.raises(ClerkError, match="ตรา"):
        data_of(section(Mark(), Contents()), mark=mark)


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ((Heading(text="สรุป"), Paragraph(text="ย่อหน้าท้าย")), "ย่อหน้าท้าย"),
        ((Heading(text="สรุป"), Paragraph(text="ก\n" * 5 + "ย่อหน้าท้าย")), "ย่อหน้าท้าย"),
        ((Paragraph(text="ย่อหน้าท้าย"), Space(height=10)), "ย่อหน้าท้าย"),
        ((table(4),), "แถว 3"),
        ((table(4, "หมายเหตุ"),), "แถว 3"),
        ((Heading(text="สรุป"), table(4), Space(height=5)), "แถว 3"),
        ((bars(3),), "แท่ง 2"),
        ((bars(3, "คำอธิบาย"),), "แท่ง 2"),
        ((Paragraph(text="ย่อหน้าท้าย"), SIGNATURE), "ย่อหน้าท้าย"),
    ],
)
def test_a_signature_has_the_end_of_what_is_signed_above_it(
    end: tuple[Block, ...], last: str
) -> None:
    for before in range(18, 36):
        *_, page = pages_of(section(lines(before), *end, SIGNATURE))
        assert last in page
        assert page.index(last) < page.index("นายกเทศมนตรี")


def test_a_signature_under_a_long_table_has_a_row_above_it() -> None:
    for rows in range(20, 70):
        *_, page = pages_of(section(table(rows), SIGNATURE))
        assert f"แถว {rows - 1}" in page
        assert "นายกเทศมนตรี" in page


def test_a_signature_under_a_row_that_fills_its_page_has_lines_of_it_above_it() -> None:
    for count in range(10, 80):
        words = LINE_BREAK.join(f"บรรทัดที่ {number}." for number in range(count))
        row = replace(table(2), rows=(*table(2).rows, Row(cells=(Cell(content=words),))))
        pages = pages_of(section(row, SIGNATURE))
        assert f"บรรทัดที่ {count - 2}." in pages[-1]
        assert f"บรรทัดที่ {count - 1}." in pages[-1]
        assert "นายกเทศมนตรี" in pages[-1]
        assert re.findall(r"บรรทัดที่ \d+\.", "".join(pages)) == words.split(LINE_BREAK)


def test_a_row_that_goes_on_for_its_note_goes_to_the_next_page() -> None:
    note = LINE_BREAK.join(f"หมายเหตุ {number}" for number in range(3))
    for rows in range(24, 34):
        for page in pages_of(section(table(rows, note))):
            assert page.count("หัว") == 1


def test_a_row_of_several_lines_that_goes_on_for_a_signature_is_not_cut_before_it() -> None:
    words = LINE_BREAK.join(f"บรรทัดที่ {number}." for number in range(6))
    for rows in range(16, 34):
        whole = replace(table(rows), rows=(*table(rows).rows, Row(cells=(Cell(content=words),))))
        for page in pages_of(section(whole, SIGNATURE)):
            assert page.count("หัว") == 1


def test_a_small_table_goes_over_a_page_only_where_it_flows() -> None:
    for before in range(26, 30):
        whole, flowing = table(8), replace(table(8), flows=True)
        assert "หัว" not in pages_of(section(lines(before), whole))[0]
        first, second = pages_of(section(lines(before), flowing))
        assert "หัว" in first
        assert "หัว" in second
        assert re.findall(r"แถว \d", first + second) == [f"แถว {number}" for number in range(8)]


@pytest.mark.parametrize("count", range(66, 74))
def test_a_paragraph_over_whole_pages_leaves_no_single_line(count: int) -> None:
    found = [len(re.findall("บรรทัดที่", page)) for page in pages_of(section(lines(count)))]
    assert sum(found) == count
    assert 1 not in found


def test_what_heads_a_body_stays_with_it_after_a_chain_longer_than_a_page() -> None:
    for lead in range(48, 56):
        chain = [Paragraph(text=f"{WORDS} {number}", keep_with_next=True) for number in range(lead)]
        pages = pages_of(section(*chain, Heading(text="หัวข้อท้าย"), Paragraph(text="เนื้อความ")))
        assert "".join(pages).count(WORDS) == lead
        (home,) = (page for page in pages if "หัวข้อท้าย" in page)
        assert "เนื้อความ" in home


@pytest.mark.parametrize(("align", "moved"), [(Align.CENTER, 0.5), (Align.RIGHT, 0.0)])
def test_a_centred_text_stands_in_the_middle_of_what_its_indent_leaves(
    align: Align, moved: float
) -> None:
    edges: list[float] = []
    for left in (0.0, 80.0):
        text = Paragraph(text="นายกเทศมนตรี", align=align, left=left)
        with pypdfium2.PdfDocument(data_of(section(text))) as paper:
            edges.append(cast("Box", paper[0].get_textpage().get_charbox(0))[0])
    assert edges[1] - edges[0] == pytest.approx(80 * MILLIMETRE * moved, abs=0.5)


def test_what_moves_on_in_one_pass_may_move_on_in_the_next() -> None:
    counted = Running(center=f"{PAGE} {PAGES}")
    for lead in range(48, 56):  # a chain longer than a page lets its parts go
        chain = [Paragraph(text=f"{WORDS} {number}", keep_with_next=True) for number in range(lead)]
        pages = pages_of(section(Contents(), *chain, bars(20), SIGNATURE, head=counted))
        assert "".join(pages).count(WORDS) == lead


@pytest.mark.parametrize("end", ["-", "-\t", "- \t ", "-\r", "\u00ad"])
def test_a_hyphen_before_a_hanging_tab_is_not_swallowed(end: str) -> None:
    (page,) = pages_of(section(Paragraph(text=f"ผล{WORDS}{end}"), Paragraph(text=WORDS)))
    assert "\ufffe" not in page
    assert page.count(WORDS) == 2


def test_each_row_of_numbers_has_its_own_last_one() -> None:
    counted = Running(center=f"หน้า {PAGE} จาก {PAGES}")
    parts = [
        Section(
            blocks=(Paragraph(text="ก"), NewPage(), *more),
            head=counted,
            first_head=True,
            first_number=1,
        )
        for more in ((Paragraph(text="ข"),), (Paragraph(text="ข"), NewPage(), Paragraph(text="ค")))
    ]
    found = [re.search(r"หน้า (.) จาก (.)", page) for page in pages_of(*parts)]
    assert [one and one.groups() for one in found] == [
        *(("๑", "๒"), ("๒", "๒")),
        *(("๑", "๓"), ("๒", "๓"), ("๓", "๓")),
    ]


def test_a_mark_begins_a_page_and_the_white_space_of_a_cover_ends_at_its_foot() -> None:
    assert len(pages_of(section(Paragraph(text="ก"), Mark(), Paragraph(text="ข")))) == 2
    cover = section(Paragraph(text="บน", before=30), Fill(), Paragraph(text="ล่าง", before=30))
    with pypdfium2.PdfDocument(data_of(cover)) as paper:
        assert len(paper) == 1
        page = paper[0].get_textpage()
        bottom = cast("Box", page.get_charbox(page.count_chars() - 1))[1]
    assert bottom == pytest.approx(20 * MILLIMETRE + 4, abs=6)
