"""Where pages lie at each size."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF

from ita_desktop.ui.preview.layout import GAP, LARGEST, SMALLEST, Fit, lay_out, next_step

STANDS, LIES = QSizeF(595, 842), QSizeF(842, 595)
ROOM = QSize(800, 600)


def test_at_its_size_on_paper_an_inch_has_96_pixels() -> None:
    layout = lay_out([STANDS], ROOM, 1.0)
    assert layout.pages[0].size() == QSize(793, 1123)


def test_pages_lie_under_each_other_in_the_middle() -> None:
    layout = lay_out([STANDS, LIES, STANDS], ROOM, 0.5)
    assert [page.top() for page in layout.pages] == [GAP, 2 * GAP + 561, 3 * GAP + 561 + 397]
    assert len({round(page.center().x() / 2) for page in layout.pages}) == 1
    assert layout.pages[0].center().x() == pytest.approx(400, abs=1)


def test_the_widest_page_fits_the_width() -> None:
    layout = lay_out([STANDS, LIES], ROOM, Fit.WIDTH)
    assert layout.pages[1].width() == ROOM.width() - 2 * GAP
    assert layout.size.width() <= ROOM.width()


def test_every_page_fits_the_view() -> None:
    layout = lay_out([STANDS, LIES], ROOM, Fit.PAGE)
    assert all(page.height() <= 600 and page.width() <= 800 for page in layout.pages)
    assert layout.pages[0].height() == 600 - 2 * GAP


@pytest.mark.parametrize(("room", "scale"), [(QSize(1, 1), SMALLEST), (QSize(90_000, 1), LARGEST)])
def test_there_is_a_smallest_and_a_largest(room: QSize, scale: float) -> None:
    assert lay_out([STANDS], room, Fit.WIDTH).scale == scale


def test_pages_are_found_by_height() -> None:
    layout = lay_out([STANDS] * 5, ROOM, 0.5)
    second = layout.pages[1]
    assert layout.page_at(0) == 0
    assert layout.page_at(second.top()) == 1
    assert layout.page_at(second.bottom() + 3) == 1
    assert layout.page_at(90_000) == 4
    assert layout.between(second.top() + 5, second.top() + 9) == range(1, 2)
    assert layout.between(0, 90_000) == range(5)
    assert layout.between(second.bottom() + 3, second.bottom() + 5) == range(2, 2)


def test_a_point_is_known_by_its_share_of_a_page() -> None:
    small, large = (lay_out([STANDS] * 3, ROOM, scale) for scale in (0.5, 2.0))
    point = QPointF(small.pages[1].center())
    page, share = small.place_under(point)
    assert page == 1
    assert share.x() == pytest.approx(0.5, abs=0.01)
    assert small.point_at(page, share) == point
    assert large.place_under(large.point_at(page, share))[0] == 1


def test_a_box_grows_with_its_page() -> None:
    layout = lay_out([STANDS], ROOM, 2.0)
    page = layout.pages[0]
    box = layout.box_on(0, QRectF(0, 0, 595, 842), STANDS)
    assert box.topLeft() == page.topLeft()
    assert abs(box.width() - page.width()) <= 1


@pytest.mark.parametrize(
    ("scale", "step", "wanted"),
    [
        (1.0, 1, 1.25),
        (1.0, -1, 0.75),
        (1.1, 1, 1.25),
        (1.1, -1, 1.0),
        (4.0, 1, 4.0),
        (0.2, -1, 0.2),
    ],
)
def test_the_next_size_is_the_next_of_the_list(scale: float, step: int, wanted: float) -> None:
    assert next_step(scale, step) == wanted
