"""Figures of a column by their point, seen where they are placed."""

from decimal import Decimal

import pytest

from ita_desktop.documents.model import Align, Cell, Column, Digits, Number, Row
from ita_desktop.pdf.bands import body_band
from ita_desktop.pdf.placed_band import place_band
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.faces import bundled_typeface

EDGES = (0.0, 100.0)
RIGHT = 96.0  # the edge less the padding


def placed(*contents: str | Number | Cell, digits: Digits = Digits.THAI) -> dict[str, float]:
    """Return where each line begins, in a column of 100 points."""
    setting = Setting(bundled_typeface(), digits)
    cells = (one if isinstance(one, Cell) else Cell(content=one) for one in contents)
    rows = [Row(cells=(cell,)) for cell in cells]
    band = body_band(rows, (Column(width=1, align=Align.POINT),), EDGES, setting)
    return {one.line.text.strip(): one.x for one in place_band(band, EDGES, 0)}


def width(text: str, *, bold: bool = False) -> float:
    setting = Setting(bundled_typeface(), Digits.THAI)
    return setting.lines(text, 1000, Look(bold=bold))[0].width


def points(found: dict[str, float]) -> set[float]:
    """Return where the figures' points are, or would be."""
    return {round(x + width(text.split(".")[0]), 3) for text, x in found.items()}


@pytest.mark.parametrize(
    "figures",
    [
        ("๙๕.๕", "๑๐๐", "๘.๑๒๕"),
        ("95.5", "100", "8.125"),
        ("๑,๒๓๔,๕๖๗.๘๙", "๐.๕", "-๑๒", "–๓.๒"),
    ],
)
def test_figures_have_their_points_under_each_other(figures: tuple[str, ...]) -> None:
    found = placed(*figures)
    assert len(points(found)) == 1
    widest = max(figures, key=lambda text: width("." + text.partition(".")[2]) * ("." in text))
    assert found[widest] + width(widest) == pytest.approx(RIGHT, abs=0.01)


def test_numbers_of_different_places_too() -> None:
    found = placed(Number(Decimal(5), 0), Number(Decimal("1234.5"), 2), digits=Digits.ARABIC)
    assert list(found) == ["5", "1,234.50"]
    assert len(points(found)) == 1


def test_words_stand_right_and_move_no_figure() -> None:
    figures = placed("๑๐๐.๐๐", "๕")
    words = ("ไม่ใช้งบประมาณ", "–", "-", "มี.ค. ๖๖")
    found = placed("๑๐๐.๐๐", "๕", *words)
    assert {text: found[text] for text in figures} == figures
    assert [found[text] + width(text) for text in words] == pytest.approx([RIGHT] * len(words))


def test_what_is_behind_a_figure_hangs_to_the_right_of_its_point() -> None:
    found = placed("๙๕", "๙๕.๕๐%", "(๑๒)")
    ends = [found["๙๕"] + width("๙๕"), found["๙๕.๕๐%"] + width("๙๕"), found["(๑๒)"] + width("(๑๒")]
    assert ends == pytest.approx([ends[0]] * 3, abs=0.01)
    assert found["๙๕.๕๐%"] + width("๙๕.๕๐%") == pytest.approx(RIGHT)


def test_each_line_of_a_cell_stands_by_its_own_point() -> None:
    assert len(points(placed("๑.๕\n๒๐.๒๕", "๓"))) == 1


def test_bold_figures_are_measured_bold() -> None:
    found = placed("๑.๒๕", Cell(content="๑๒", bold=True))
    end = found["๑๒"] + width("๑๒", bold=True)
    assert end == pytest.approx(found["๑.๒๕"] + width("๑"), abs=0.01)


def test_a_figure_as_wide_as_its_column_stays_within_it() -> None:
    long, behind = "๑๒๓,๔๕๖,๗๘๙", ".๑๒๓๔๕๖"
    assert width(long) < RIGHT - 4 < width(long) + width(behind)
    assert placed(long, f"๐{behind}")[long] == pytest.approx(4)


def test_a_column_without_figures_stands_right() -> None:
    assert placed("ก")["ก"] == pytest.approx(RIGHT - width("ก"))
    assert placed("") == {}
