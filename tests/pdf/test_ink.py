"""What is drawn of a line: spread, raised, underlined, led to its stop; seen in the page itself."""

import re
from itertools import pairwise
from typing import Any, cast

import pypdfium2
import pytest

from ita_desktop.documents.model import (
    LINE_BREAK,
    Align,
    Digits,
    Document,
    Paragraph,
    Running,
    Section,
)
from ita_desktop.documents.text import Run, Text
from ita_desktop.pdf.ink import Pencil, ink
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.pieces import BLANK_GAP
from ita_desktop.typesetting.tabs import TabStop

MILLIMETRE = 72 / 25.4
FACE = bundled_typeface()
SETTING = Setting(FACE, Digits.THAI)
PENCIL = Pencil(FACE, 16.0, bold=False)
SENTENCE = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
Box = tuple[float, float, float, float]


def boxes(paragraph: Paragraph) -> list[Box]:
    """Return the boxes of all that is drawn of a paragraph: left, bottom, right, top."""
    section = Section(blocks=(paragraph,), head=Running())
    data, _ = make_pdf(
        Document(id="t", title="ก", author="ข", digits=Digits.THAI, sections=(section,)), FACE
    )
    with pypdfium2.PdfDocument(data) as paper:
        return [thing.get_bounds() for thing in cast("Any", paper[0].get_objects())]


def right_edges(paragraph: Paragraph) -> list[float]:
    """Return where the ink of each line ends, from the top, in points from the text area's left."""
    lines: dict[int, float] = {}
    for _, bottom, right, top in boxes(paragraph):
        line = round((bottom + top) / 2 / 21)
        lines[line] = max(lines.get(line, 0.0), right)
    return [lines[line] - 30 * MILLIMETRE for line in sorted(lines, reverse=True)]


def test_a_justified_paragraph_ends_its_lines_at_one_edge_of_the_page() -> None:
    *full, last = right_edges(Paragraph(text=SENTENCE * 6, align=Align.JUSTIFY))
    assert len(full) >= 3
    assert full == pytest.approx([160 * MILLIMETRE] * len(full), abs=1)
    assert last < 150 * MILLIMETRE
    *ragged, _ = right_edges(Paragraph(text=SENTENCE * 6, align=Align.LEFT))
    assert max(ragged) - min(ragged) > 3


def _tops(text: Text) -> list[float]:
    return [box[3] for box in boxes(Paragraph(text=text))]


def test_a_raised_figure_stands_higher_and_what_follows_does_not() -> None:
    plain = _tops((Run("๑"), Run("๒", bold=True), Run("๓")))
    raised = _tops((Run("๑"), Run("๒", raised=True), Run("๓")))
    assert len(plain) == len(raised) == 3
    assert raised[1] > plain[0] + 1
    assert raised[2] == pytest.approx(raised[0], abs=0.1)


def test_a_raised_end_of_a_line_lifts_nothing_of_the_next_object() -> None:
    (line,) = SETTING.lines((Run("คำ"), Run("๑", raised=True)), 300, Look())
    assert re.search(r" 0 Ts EMC$", ink(line, PENCIL, None).operators)


def test_an_underline_runs_on_through_what_is_spread_and_ends_with_its_words() -> None:
    text = (Run(SENTENCE * 2, underline=True), Run(SENTENCE))
    first, *others = SETTING.lines(text, 200, Look(align=Align.JUSTIFY))
    strokes = ink(first, PENCIL, 200).strokes
    for left, right in pairwise(strokes):
        assert left.x2 == pytest.approx(right.x1)
    assert strokes[-1].x2 == pytest.approx(200)
    assert not ink(others[-1], PENCIL, None).strokes


def test_the_dots_of_all_leaders_stand_on_one_grid() -> None:
    look = Look(stops=(TabStop(300, 1.0, leader=True),))
    size = FACE.points(16.0)
    step = SETTING.lines(".", 300, Look())[0].width
    for words in ("ก", "กข", "ประชุม", "ตรวจสอบ"):
        (line,) = SETTING.lines(f"{words}\t๑", 300, look)
        gap = re.search(r"\[(-[\d.]+)\]TJ \[<", ink(line, PENCIL, None).operators)
        assert gap is not None
        first_dot = line.pieces[0].width - float(gap[1]) * size / 1000
        assert first_dot / step == pytest.approx(round(first_dot / step), abs=0.01)


def test_what_stands_before_a_tab_is_not_spread() -> None:
    look = Look(align=Align.JUSTIFY, stops=(TabStop(120),))
    first, *_ = SETTING.lines(f"ก ข ค\t{SENTENCE * 3}", 400, look)
    extras = first.spread(first.width + 9)
    tab = next(place for place, piece in enumerate(first.pieces) if piece.text == "\t")
    assert tab > 1
    assert not any(extras[: tab + 1])
    assert sum(extras) == pytest.approx(9)


def test_a_line_that_lacks_too_much_for_its_places_is_not_torn_apart() -> None:
    long = "https://www.example.go.th/ita/2566/" + "a" * 40
    look = Look(align=Align.JUSTIFY)
    first, *_ = SETTING.lines(f"ดู รายงาน {long} {SENTENCE}", 400, look)
    assert long not in first.text
    assert first.spread(400) == ()
    assert first.spread(first.width * 1.5) == (), "a hole of more than three letters"
    assert first.spread(first.width * 1.1) != ()


def test_before_a_name_that_no_line_breaks_words_are_not_drawn_apart() -> None:
    setting = Setting(FACE, Digits.THAI, frozenset({"เทศบาลตำบลวาปีปทุม"}))
    text = "จึงจัดทำแผนสำหรับองค์กรปกครองส่วนท้องถิ่น ของเทศบาลตำบลวาปีปทุม"
    look = Look(align=Align.JUSTIFY)
    for room in range(200, 360, 5):
        for line in setting.lines(text, room, look):
            opened = [extra for extra in line.spread(room) if extra]
            assert all(extra < 8 * 0.4 * 6 for extra in opened), (room, line.text)


def test_a_space_opens_more_than_the_place_between_two_words() -> None:
    first, *_ = SETTING.lines(f"คุณธรรม และ{SENTENCE}", 200, Look(align=Align.JUSTIFY))
    extras = first.spread(200)
    spaces = {
        extra for piece, extra in zip(first.pieces, extras, strict=True) if piece.text[-1] == " "
    }
    words = {
        extra for piece, extra in zip(first.pieces, extras, strict=True) if piece.text[-1] != " "
    }
    assert max(spaces) == pytest.approx(BLANK_GAP * max(words))


def test_blanks_hang_over_the_edge_instead_of_taking_a_line() -> None:
    width = SETTING.lines("ข้อมูลการประเมิน", 300, Look())[0].width
    lines = SETTING.lines("ข้อมูลการประเมิน     การประเมิน", width + 0.01, Look())
    assert [line.text for line in lines] == ["ข้อมูลการประเมิน     ", "การประเมิน"]


def test_a_soft_break_is_no_place_to_spread() -> None:
    first, second = SETTING.lines(f"ก ข{LINE_BREAK}ค", 300, Look(align=Align.JUSTIFY))
    assert first.spread(300) == second.spread(300) == ()
