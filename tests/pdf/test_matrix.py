"""The matrix of risks on paper: one page, every number on it, nothing over another."""

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import mean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.documents.matrix import MatrixCell, MatrixChart, Square
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.risk_matrix import matrix_chart, risk_matrix
from ita_desktop.domain.risk_method import Color, LevelBand, RiskMethod, ScaleStep
from ita_desktop.domain.risks import Register
from ita_desktop.pdf.matrix_setting import (
    HEAD,
    WORDS,
    SetMatrix,
    set_matrix,
    shortened,
)
from ita_desktop.pdf.measures import MILLIMETRE
from ita_desktop.pdf.pages import room_of
from ita_desktop.pdf.setting import Setting
from ita_desktop.pdf.write import write_pdf
from ita_desktop.thai.words import break_words
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.metrics import TITLE_SIZE, line_pitch
from tests.documents.risk_registers import (
    OFFICE,
    many_risks,
    register_with,
    seed_register,
    source,
)

SETTING = Setting(bundled_typeface(), Digits.THAI, OFFICE.own_words)
PAGE = room_of(risk_matrix(source(register_with())).sections[0].page)
PAGE_LEFT, PAGE_BOTTOM = 20 * MILLIMETRE, 12 * MILLIMETRE
ROOM = (PAGE.width, PAGE.height - 2 * line_pitch(TITLE_SIZE))
"""What two lines of title leave of the page."""
EVENT = "ผู้บริหารดำเนินการตามนโยบายของตนโดยแทรกแซงการปฏิบัติงานของเจ้าหน้าที่ซึ่งอาจขัดต่อกฎระเบียบที่เกี่ยวข้อง"
NEAR = 1e-6
poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")


def document(register: Register) -> Document:
    return risk_matrix(source(register))


def numbers(chart: MatrixChart) -> list[str]:
    return [chip.number for row in chart.cells for cell in row for chip in cell.chips]


REGISTERS = {
    "none": register_with(),
    "words": seed_register(),
    "ten": many_risks(10),
    "hundred": many_risks(100),
    "crowded": many_risks(100, in_one_cell=0.7),
    "three by three": many_risks(100, preset="FRA2561"),
    "five hundred": many_risks(500),
}


@poppler
@pytest.mark.parametrize("name", REGISTERS)
def test_it_is_one_page_with_every_risk_as_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / "matrix.pdf"
    made = document(REGISTERS[name])
    report = write_pdf(made, path, bundled_typeface(), OFFICE.own_words)
    assert (report.pages, report.missing) == (1, ())
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    text = re.sub(r"\s+", "", done.stdout.decode())
    (chart,) = (block for block in made.blocks if isinstance(block, MatrixChart))
    placed = set_matrix(chart, SETTING, *ROOM)
    for row, cells in enumerate(chart.cells):
        for column, cell in enumerate(cells):
            if placed.places[column, row] is None:
                assert re.sub(r"\s+", "", cell.listed) in text
                assert re.sub(r"\s+", "", cell.count) in text
            else:  # chips of a cell one after the other: the reader of a screen hears them so
                assert "".join(chip.number for chip in cell.chips) in text
    for words in (chart.up, chart.across, *chart.columns, *chart.notes, chart.highest_title):
        assert re.sub(r"\s+", "", words) in text
    for band in chart.bands:
        assert f"{band.name}{band.limits}" in text


def test_the_words_come_from_above_down_then_the_list_then_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "matrix.pdf"
    write_pdf(document(many_risks(10)), path, bundled_typeface(), OFFICE.own_words)
    pypdfium2 = pytest.importorskip("pypdfium2")
    pages = pypdfium2.PdfDocument(path)
    page = pages[0]
    area = page.get_textpage()
    text = re.sub(r"\s+", "", area.get_text_range())
    for one in (area, page, pages):
        one.close()
    order = [
        "โอกาสที่เกิด",
        "๕สูงมาก",
        "๔สูง",
        "๑น้อยมาก",
        "ต่ำ๑–๓",
        "ความเสี่ยงที่มีระดับสูงสุด",
        "หมายเลขในวงกลม",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def hold(made: SetMatrix, chart: MatrixChart) -> None:
    """Assert that every chip is in its cell, none over another, and the list over the notes."""
    wide, high = made.cell
    half = made.chip / 2
    for places in made.places.values():
        for x, y in places or ():
            assert half <= x + NEAR
            assert x + half <= wide + NEAR
            assert half <= y + NEAR
            assert y + half <= high - HEAD + NEAR
        for one, other in combinations(places or (), 2):
            apart = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
            assert apart >= made.chip - NEAR
    shown = sum(len(places or ()) for places in made.places.values())
    full = [square for square, places in made.places.items() if places is None]
    assert shown + sum(len(chart.cells[row][column].chips) for column, row in full) == len(
        numbers(chart)
    )
    under = len(made.notes) * line_pitch(12.0)
    listed = sum(one.height for one in made.risks) + line_pitch(14.0)
    assert listed <= made.height - under + NEAR
    assert made.foot > under


@given(
    risks=st.integers(0, 300),
    share=st.sampled_from([0.0, 0.3, 0.9]),
    preset=st.sampled_from(["A", "FRA2561"]),
)
@settings(max_examples=25)
def test_chips_are_in_their_cells_however_many_there_are(
    risks: int, share: float, preset: str
) -> None:
    chart = matrix_chart(many_risks(risks, in_one_cell=share, preset=preset))
    hold(set_matrix(chart, SETTING, *ROOM), chart)


def test_a_hundred_risks_spread_over_the_matrix_are_all_chips() -> None:
    chart = matrix_chart(many_risks(100))
    made = set_matrix(chart, SETTING, *ROOM)
    assert all(places is not None for places in made.places.values())
    assert made.chip >= 15


def test_a_cell_that_is_too_full_is_told_by_its_count_and_its_numbers_stand_below() -> None:
    chart = matrix_chart(many_risks(100, in_one_cell=0.7))
    made = set_matrix(chart, SETTING, *ROOM)
    assert [square for square, places in made.places.items() if places is None] == [(2, 2)]
    notes = "".join(line.text for line in made.notes)
    assert chart.cells[2][2].listed in notes


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("width", [60.0, 120.0, 180.0])
def test_a_long_event_ends_in_dots_after_a_whole_word(width: float, most: int) -> None:
    lines = shortened(EVENT, SETTING, width, WORDS, most)
    assert len(lines) <= most
    text = "".join(line.text for line in lines)
    if text == EVENT:
        return
    assert text.endswith("…")
    kept = text.removesuffix("…").rstrip()
    assert EVENT.startswith(kept)
    ends = [0]
    for word in break_words(EVENT):
        ends.append(ends[-1] + len(word))
    assert len(kept) in ends
    assert max(line.width for line in lines) <= width + NEAR


def test_a_short_event_stays_as_it_is() -> None:
    assert [line.text for line in shortened("ใช้รถส่วนตัว", SETTING, 180.0, WORDS, 1)] == ["ใช้รถส่วนตัว"]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no poppler on this machine")
def test_in_grey_the_levels_are_told_apart_by_their_patterns(tmp_path: Path) -> None:
    """No two levels look the same without their colours: ground and ink of a cell of each."""
    path = tmp_path / "matrix.pdf"
    write_pdf(document(register_with()), path, bundled_typeface(), OFFICE.own_words)
    command = ["pdftoppm", "-gray", "-r", "72", str(path), str(tmp_path / "page")]
    subprocess.run(command, check=True, capture_output=True)
    (picture,) = tmp_path.glob("page*.pgm")
    header, _, rest = picture.read_bytes().partition(b"\n255\n")
    width = int(header.split()[1])
    cells = {"low": (0, 0), "middle": (0, 3), "high": (4, 1), "top": (4, 4)}
    chart = matrix_chart(register_with())
    made = set_matrix(chart, SETTING, *ROOM)
    height = len(rest) // width
    found: list[tuple[float, float]] = []
    for square in cells.values():
        left, bottom = made.corner(square)
        x, y = int(PAGE_LEFT + left + 20), height - int(PAGE_BOTTOM + bottom + 15)
        rows = (rest[row * width + x : row * width + x + 40] for row in range(y - 25, y))
        area = [grey for row in rows for grey in row]
        found.append((mean(area), pstdev(area)))
    for one, other in combinations(found, 2):
        assert abs(one[0] - other[0]) > 4 or abs(one[1] - other[1]) > 2  # of 255


def test_in_low_cells_a_few_risks_are_still_numbers_and_counts_stay_inside() -> None:
    method, register = nine_by_nine(), many_risks(60)
    chart = matrix_chart(replace(register, method=method))
    made = set_matrix(chart, SETTING, *ROOM)
    counts = {square: len(cell.chips) for square, cell in squares(chart)}
    assert {counts[square] for square, places in made.places.items() if places} == {1, 2}
    full = [square for square, places in made.places.items() if places is None]
    assert min(counts[square] for square in full) == 3
    for column, row in full:
        _, _, tall = made.count(chart.cells[row][column].count, SETTING)
        assert tall <= made.cell[1] - HEAD


def nine_by_nine() -> RiskMethod:
    steps = tuple(ScaleStep(value=value, name=f"ระดับ {value}") for value in range(1, 10))
    bands = (("น้อยมาก", 1, 5), ("น้อย", 6, 12), ("กลาง", 13, 30), ("มาก", 31, 81))
    return RiskMethod(
        id="own",
        name="เกณฑ์ของเรา",
        likelihood=steps,
        impact=steps,
        bands=tuple(
            LevelBand(name=name, color=color, first=first, last=last)
            for (name, first, last), color in zip(bands, Color, strict=False)
        ),
        own=True,
    )


def squares(chart: MatrixChart) -> list[tuple[Square, MatrixCell]]:
    return [
        ((column, row), cell)
        for row, cells in enumerate(chart.cells)
        for column, cell in enumerate(cells)
    ]
