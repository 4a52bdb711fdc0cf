"""What a chart shows on paper: lengths by their scores, the limit, last year, what is weak."""

from decimal import Decimal
from typing import cast

import pypdfium2
import pytest
from PIL import Image, ImageChops

from ita_desktop.documents.charts import Bar, BarChart, Chart, Pillar, PillarChart
from ita_desktop.documents.model import Digits, Document, Running, Section
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface

SCALE = 4  # pixels a point
INK, PAST, WEAK, TRACK = (15, 94, 122), (186, 196, 209), (181, 36, 23), (237, 242, 245)
MARK = (92, 105, 120)
Color = tuple[int, int, int]


def drawn(chart: Chart) -> Image.Image:
    section = Section(blocks=(chart,), head=Running())
    document = Document(id="t", title="ก", author="ข", digits=Digits.THAI, sections=(section,))
    with pypdfium2.PdfDocument(make_pdf(document, bundled_typeface())[0]) as paper:
        return cast("Image.Image", paper[0].render(scale=SCALE).to_pil()).convert("RGB")


def mask(picture: Image.Image, *colors: Color, near: int = 2) -> Image.Image:
    """Return white where the picture has one of the colours, black elsewhere."""
    found = Image.new("L", picture.size)
    for color in colors:
        one = Image.new("L", picture.size, 255)
        for band, wanted in zip(picture.split(), color, strict=True):
            like = band.point([255 if abs(value - wanted) <= near else 0 for value in range(256)])
            one = ImageChops.darker(one, like)
        found = ImageChops.lighter(found, one)
    return found


def box(found: Image.Image) -> tuple[int, int, int, int]:
    edges = found.getbbox()
    assert edges is not None
    return edges


def wide(found: Image.Image) -> int:
    left, _, right, _ = box(found)
    return right - left


def high(found: Image.Image) -> int:
    _, top, _, bottom = box(found)
    return bottom - top


def bar(score: int, *, before: Decimal | None = None, weak: bool = False) -> BarChart:
    one = Bar(words="ก", score=Decimal(score), before=before, weak=weak)
    return BarChart(caption="", bars=(one,))


@pytest.mark.parametrize("score", [20, 50, 100])
def test_a_bar_is_as_long_as_its_score(score: int) -> None:
    picture = drawn(bar(score))
    share = wide(mask(picture, INK)) / wide(mask(picture, INK, TRACK))
    assert share == pytest.approx(score / 100, abs=0.01)


def test_a_weak_bar_is_hatched_and_tells_itself_from_the_others_in_grey() -> None:
    picture = drawn(bar(80, weak=True))
    assert mask(picture, INK).getbbox() is None
    red = mask(picture, WEAK, near=40)
    filled = red.histogram()[255] / (wide(red) * high(red))
    assert 0.1 < filled < 0.7


def test_last_year_is_a_mark_where_its_score_is() -> None:
    picture = drawn(bar(100, before=Decimal(25)))
    marked, ink = mask(picture, MARK), mask(picture, INK)
    left, _, right, _ = box(marked)
    assert ((left + right) / 2 - box(ink)[0]) / wide(ink) == pytest.approx(0.25, abs=0.01)
    assert high(marked) > high(ink)


def test_a_limit_is_a_dashed_line() -> None:
    def charts(limit: Decimal | None) -> tuple[Chart, Chart]:
        bars = (Bar(words="ก", score=Decimal(10)),)
        pillars = (Pillar(words="ก", score=Decimal(10)),)
        return (
            BarChart(caption="", bars=bars, limit=limit),
            PillarChart(caption="", pillars=pillars, limit=limit),
        )

    assert [mask(drawn(chart), WEAK).getbbox() for chart in charts(None)] == [None, None]
    for chart in charts(Decimal(85)):
        line = mask(drawn(chart), WEAK)
        thick, long = sorted((wide(line), high(line)))
        assert thick <= 2 * SCALE
        assert line.histogram()[255] < 0.9 * thick * long


def test_pillars_begin_at_their_floor_and_the_current_year_stands_out() -> None:
    pillars = (
        Pillar(words="๒๕๖๕", score=Decimal(75)),
        Pillar(words="๒๕๖๖", score=Decimal(100), current=True),
    )
    picture = drawn(PillarChart(caption="", pillars=pillars, floor=50))
    past, current = high(mask(picture, PAST)), high(mask(picture, INK))
    assert current == pytest.approx(130 * SCALE, abs=SCALE)
    assert past / current == pytest.approx(0.5, abs=0.02)
