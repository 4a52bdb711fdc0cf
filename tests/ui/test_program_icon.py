"""The program's own icon: on every window, sharp at every size."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from installer.make_icons import SIZES, drawing
from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow


def test_the_icon_has_the_picture_that_was_drawn_for_each_size() -> None:
    icon = theme.program_icon()
    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    for size in SIZES:
        shown = icon.pixmap(QSize(size, size)).toImage()
        drawn = drawing("app", size)
        assert shown.size() == drawn.size()
        middle = size // 2
        for place in ((middle, middle), (1, middle), (middle, size // 4)):
            one, other = shown.pixelColor(*place), drawn.pixelColor(*place)
            assert abs(one.lightness() - other.lightness()) < 12, f"{size} px at {place}"


def test_every_window_wears_it(qapp: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    assert not qapp.windowIcon().isNull()
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    for one in (window, dialog):
        assert one.windowIcon().cacheKey() == qapp.windowIcon().cacheKey()
