"""Which pictures a view needs at a place."""

from PySide6.QtCore import QSize

from ita_desktop.ui.preview.layout import Fit, lay_out
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.seen import strips_of, strips_seen

ROOM = QSize(800, 600)


def test_what_is_seen_comes_first_then_what_is_beside_it(long: PdfFile) -> None:
    layout = lay_out(long.sizes, ROOM, Fit.WIDTH)
    top = layout.pages[10].top() + 50
    pages = [strip.page for strip in strips_seen(long, layout, top, top + 600, 1.0)]
    assert pages == [10, 11, 9]


def test_at_the_ends_there_is_one_side_only(long: PdfFile) -> None:
    layout = lay_out(long.sizes, ROOM, Fit.WIDTH)
    assert [strip.page for strip in strips_seen(long, layout, 0, 600, 1.0)] == [0, 1]
    bottom = layout.size.height()
    last = len(long.sizes) - 1
    assert {strip.page for strip in strips_seen(long, layout, bottom - 600, bottom, 1.0)} == {
        last,
        last - 1,
    }


def test_of_a_large_page_only_the_strips_in_view_are_wanted(long: PdfFile) -> None:
    layout = lay_out(long.sizes, ROOM, 4.0)
    page = layout.pages[3]
    middle = page.center().y()
    wanted = [s for s in strips_seen(long, layout, middle, middle + 600, 1.0) if s.page == 3]
    every = strips_of(long, layout, 3, 1.0)
    assert 0 < len(wanted) < len(every) / 2
    assert all(s.width == page.width() for s in wanted)


def test_a_fine_screen_gets_finer_pictures_up_to_a_limit(long: PdfFile) -> None:
    layout = lay_out(long.sizes, ROOM, 1.0)
    width = layout.pages[0].width()
    assert strips_of(long, layout, 0, 1.5)[0].width == round(width * 1.5)
    assert strips_of(long, layout, 0, 20.0)[0].width == 6000
