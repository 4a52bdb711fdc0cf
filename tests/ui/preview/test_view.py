"""Pages under each other: what is drawn, where one is, how large it is."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.documents.model import Paragraph
from ita_desktop.ui import theme
from ita_desktop.ui.preview.layout import Fit
from ita_desktop.ui.preview.page_text import Hit
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.view import _MOST_BYTES, PdfView
from tests.ui.preview.conftest import pdf_of

Press = Callable[[str], None]
Settled = Callable[[], None]


@pytest.fixture
def shown(view: PdfView, long: PdfFile, settled: Settled) -> PdfView:
    view.show_file(long)
    settled()
    return view


def drawn_pages(view: PdfView) -> set[int]:
    assert view.pictures is not None
    return {strip.page for strip in view.pictures._kept}


def ink(view: PdfView) -> int:
    """Count the dark pixels of the view."""
    image = view.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 90
        for x in range(20, image.width() - 20, 2)
        for y in range(20, image.height() - 20, 2)
    )


def test_only_what_is_seen_and_what_is_beside_it_is_drawn(shown: PdfView) -> None:
    assert drawn_pages(shown) == {0, 1}
    assert ink(shown) > 200


def test_scrolling_through_draws_what_is_seen_and_forgets_the_rest(
    shown: PdfView, settled: Settled
) -> None:
    bar, peak = shown.verticalScrollBar(), 0
    shown.set_zoom(2.0)
    for page in range(0, 60, 3):
        shown.go_to(page)
        settled()
        assert shown.pictures is not None
        assert page in drawn_pages(shown)
        peak = max(peak, shown.pictures.held)
    assert peak <= _MOST_BYTES
    assert 1 not in drawn_pages(shown)
    bar.setValue(bar.maximum())
    assert shown.page > 55


def test_flying_past_draws_little(shown: PdfView, settled: Settled) -> None:
    assert shown.pictures is not None
    drawn: list[int] = []
    shown.pictures.drawn.connect(drawn.append)
    for page in range(5, 60):
        shown.go_to(page)
    settled()
    assert len(drawn) <= 4


@pytest.mark.parametrize(
    ("keys", "moved"), [("Down", 48), ("PgDown", 0), ("End", -1), ("Space", None)]
)
def test_keys_scroll(shown: PdfView, press: Press, keys: str, moved: int | None) -> None:
    bar = shown.verticalScrollBar()
    press(keys)
    wanted = {0: bar.pageStep(), -1: bar.maximum(), None: 0}.get(moved, moved)
    assert bar.value() == wanted
    press({"Down": "Up", "PgDown": "PgUp"}.get(keys, "Home"))
    assert bar.value() == 0


def test_keys_change_the_size(shown: PdfView, press: Press) -> None:
    shown.set_zoom(1.0)
    press("Ctrl++")
    assert shown.scale == 1.25
    press("Ctrl+-")
    press("Ctrl+-")
    assert shown.scale == 0.75
    press("Ctrl+0")
    assert shown.zoom is Fit.WIDTH


def test_sideways_keys_scroll_a_large_page(shown: PdfView, press: Press) -> None:
    shown.set_zoom(4.0)
    bar = shown.horizontalScrollBar()
    before = bar.value()
    assert before == pytest.approx(bar.maximum() / 2, abs=8)  # the middle stays in the middle
    press("Right")
    assert bar.value() == before + 48


def test_the_page_in_the_middle_is_told(shown: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.page_changed) as told:
        shown.go_to(7)
    assert told.args == [7]
    assert shown.page == 7
    assert "๘ จาก" in shown.accessibleName()


def test_the_last_page_is_the_one_gone_to_however_small_it_is(shown: PdfView) -> None:
    shown.set_zoom(0.1)
    assert shown._file is not None
    last = len(shown._file.sizes) - 1
    shown.go_to(last)
    assert shown.page == last
    shown.go_to(900)
    assert shown.page == last


def test_what_is_under_the_mouse_stays_there(shown: PdfView, qtbot: QtBot) -> None:
    shown.go_to(10)
    at = QPointF(300, 200)
    before = shown._layout.place_under(at + QPointF(shown._offset()))
    wheel = QWheelEvent(
        *(at, QPointF(shown.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, 240)),
        *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    with qtbot.waitSignal(shown.zoom_changed):
        QApplication.sendEvent(shown.viewport(), wheel)
    page, share = shown._layout.place_under(at + QPointF(shown._offset()))
    assert page == before[0]
    assert (share.x(), share.y()) == pytest.approx((before[1].x(), before[1].y()), abs=0.01)


def test_a_fitting_size_follows_the_window(shown: PdfView) -> None:
    before = shown.scale
    shown.resize(1200, 600)
    assert shown.scale > before
    assert shown.horizontalScrollBar().maximum() == 0
    shown.set_zoom(1.0)
    shown.resize(700, 600)
    assert shown.scale == 1.0
    assert shown.horizontalScrollBar().maximum() > 0


def test_places_found_are_marked_and_brought_into_view(shown: PdfView, settled: Settled) -> None:
    hits = [Hit(0, (QRectF(90, 90, 60, 12),)), Hit(9, (QRectF(90, 700, 200, 20),))]
    shown.show_hits(hits, 1)
    settled()
    top, bottom = shown.verticalScrollBar().value(), shown.viewport().height()
    box = shown._boxes(hits[1])[0]
    assert top <= box.top() < box.bottom() <= top + bottom
    image = shown.viewport().grab().toImage()
    corner = (box.topLeft() - shown._offset()) * image.devicePixelRatio()
    assert image.pixelColor(corner + QPoint(4, 2)) == QColor("#fbab3c")


def test_another_file_is_shown_at_the_same_place(
    shown: PdfView, long_pdf: bytes, settled: Settled
) -> None:
    shown.go_to(20)
    place = shown.verticalScrollBar().value()
    shown.show_file(PdfFile(long_pdf))
    settled()
    assert shown.verticalScrollBar().value() == place
    shown.show_file(PdfFile(pdf_of(Paragraph(text="หนึ่งหน้า"))))
    assert shown.page == 0
    shown.show_file(None)
    assert shown.pictures is None
    assert shown.verticalScrollBar().maximum() == 0


def test_a_damaged_page_says_so_in_its_place(
    view: PdfView, damaged_pdf: bytes, settled: Settled
) -> None:
    view.show_file(PdfFile(damaged_pdf))
    settled()
    assert view.pictures is not None
    assert list(view.pictures.troubles) == [0]
    assert ink(view) > 20


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_paper_is_white_in_the_dark_too(
    shown: PdfView, qapp: QApplication, scheme: Qt.ColorScheme
) -> None:
    theme.dress(qapp, scheme)
    try:
        image = shown.viewport().grab().toImage()
        assert image.pixelColor(image.width() // 2, 60) == QColor("white")
        assert image.pixelColor(6, 60) == theme.color("group_strong")
    finally:
        theme.dress(qapp, Qt.ColorScheme.Light)


def test_the_focus_is_seen(shown: PdfView, qtbot: QtBot) -> None:
    accent = theme.color("accent")
    assert shown.viewport().grab().toImage().pixelColor(1, 80) == accent
    shown.clearFocus()
    qtbot.waitUntil(lambda: not shown.hasFocus())
    assert shown.viewport().grab().toImage().pixelColor(1, 80) != accent


def test_a_view_that_goes_while_it_draws_disturbs_nobody(
    long: PdfFile, qtbot: QtBot, settled: Settled
) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.show_file(long)
    view.show()
    view._want_seen()
    assert view.pictures is not None
    assert view.pictures._at is not None
    view.close()
    view.deleteLater()
    settled()
