"""How the overview uses its room: no bar of its own, whole edges, nothing cut without a sign."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ita_desktop.ui import theme
from ita_desktop.ui.icons import SIZE
from ita_desktop.ui.lacks_table import LacksTable
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.overview.page import OverviewPage

Show = Callable[[MainWindow], OverviewPage]
BANNER = 36
"""Pixels of the line that says why a file is only read."""


def test_the_page_does_not_scroll_on_a_usual_screen_also_under_a_banner(
    overview: OverviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1366, 768 - BANNER)
    qtbot.waitUntil(lambda: overview._sheet.viewport().height() == overview.height())
    assert overview.height() <= 600
    qtbot.waitUntil(lambda: overview._sheet.verticalScrollBar().maximum() == 0)
    assert overview.lacks.table.viewport().height() > 3 * overview.lacks.table.rowHeight(0)


def darkest(image: QImage, box: QRect) -> int:
    """Return the least lightness there is in a box."""
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(box.left(), box.right(), 2)
        for y in range(box.top(), box.bottom())
    )


def cut_at(table: LacksTable, row: int) -> None:
    """Make the table end ten pixels into a row."""
    high = table.height() - table.viewport().height()
    table.setFixedHeight(high + table.rowViewportPosition(row) + table.rowHeight(row) // 2)


def test_a_row_that_is_cut_fades_out_and_one_that_is_whole_does_not(
    overview: OverviewPage, qtbot: QtBot
) -> None:
    table = overview.lacks.table
    cut_at(table, 2)
    qtbot.waitUntil(lambda: not table.cut_row().isEmpty())
    cut = table.cut_row()
    assert cut.top() == table.rowViewportPosition(2)
    assert cut.bottom() == table.viewport().height() - 1
    ground = theme.color("card").lightness()
    image = table.viewport().grab().toImage()
    assert darkest(image, cut.adjusted(0, cut.height() - 3, 0, 0)) > ground - 12
    assert darkest(image, QRect(0, 0, cut.width(), table.rowHeight(0))) < ground - 100
    table.setFixedHeight(table.height() + table.rowHeight(2) - cut.height())
    qtbot.waitUntil(lambda: table.cut_row().isEmpty())


def test_the_link_of_the_beginning_stands_under_the_cards(
    empty_window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    page = show(empty_window)
    link, card = page.beginning.bring, page.beginning.steps[0]
    frame = link.sizeHint().width() - link.fontMetrics().horizontalAdvance(link.text())

    def is_under() -> bool:
        words, edge = (one.mapTo(page, QPoint()).x() for one in (link, card))
        return words + frame // 2 == edge >= 16

    qtbot.waitUntil(is_under)


def test_an_icon_that_fills_its_box_has_air_before_the_words(overview: OverviewPage) -> None:
    button = overview.verdict.paper
    assert button.text() == "ใบตรวจความพร้อม"
    assert button.iconSize().width() > SIZE.width()
    pixmap = button.icon().pixmap(button.iconSize())
    image = pixmap.toImage()
    air = round(4 * pixmap.devicePixelRatio())
    inked = [
        image.pixelColor(x, y).alpha()
        for x in range(image.width() - air, image.width())
        for y in range(image.height())
    ]
    assert not any(inked)
