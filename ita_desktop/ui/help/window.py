"""The help in a window of its own, beside the work: pages, search, back and forward."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.help.contents import Contents
from ita_desktop.ui.help.finding import places_of
from ita_desktop.ui.help.page_view import PageView
from ita_desktop.ui.help.pages import KEYS, pages_there
from ita_desktop.ui.icons import icon, put_beside
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.pressing import pressed_by

_SIZE: Final = QSize(1040, 720)
_FRAME: Final = QSize(24, 72)
"""What the screen keeps for the frame of a window and the task bar."""
_LIST: Final = 270
_LEAST_LIST: Final = 190
_LEAST: Final = QSize(560, 340)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page and how far down it was read."""

    page: str
    scrolled: int


class HelpWindow(QWidget):
    """Non-modal, without a parent: a dialog that is open keeps nobody from reading in it."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._before: list[_Seen] = []
        self._after: list[_Seen] = []
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("คู่มือการใช้งาน — ITA Desktop")
        self.setMinimumSize(_LEAST)
        screen = QGuiApplication.primaryScreen().availableGeometry().size()
        self.resize(_SIZE.boundedTo(screen - _FRAME))
        self.contents = Contents()
        self.view = PageView()
        self.back = _arrow("หน้าที่ดูก่อน (Alt+←)")
        self.forward = _arrow("กลับไปหน้าถัดมา (Alt+→)")
        self.sheet = QPushButton("ดูแผ่นแป้นพิมพ์ลัด…")
        self.sheet.setToolTip("แป้นพิมพ์ลัดทั้งหมดบนกระดาษ A4 แผ่นเดียว")
        self.close_button = QPushButton("ปิด")
        self.close_button.setToolTip("ปิดคู่มือ (Esc)")
        self._draw_icons()
        self._lay_out()
        self._connect()
        self._allow()

    def show_page(self, page: str) -> None:
        """Show a page; one can come back to that before. What is no page shows the first."""
        there = pages_there()
        if page not in there:
            page = there[0]
        if page == self.view.page:
            self._show_places(-1)
            return
        if self.view.page:
            self._before.append(self._seen)
            self._after.clear()
        self._turn_to(page)

    def come_forward(self) -> None:
        """Show the window over the others, the keyboard in its page."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.view.setFocus()

    def go_back(self) -> None:
        """Show the page that was read before."""
        if self._before:
            seen = self._before.pop()
            self._after.append(self._seen)
            self._turn_to(seen.page, seen.scrolled)

    def go_forward(self) -> None:
        """Show the page that was gone back from."""
        if self._after:
            seen = self._after.pop()
            self._before.append(self._seen)
            self._turn_to(seen.page, seen.scrolled)

    def show_sheet(self) -> None:
        """Show all keys as the one sheet that is printed."""
        from ita_desktop.ui.help.sheet_dialog import SheetDialog  # noqa: PLC0415 - PDFium

        dialog = SheetDialog(self._settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc; press by Enter the button that has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not pressed_by(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Dress the page anew where the colours of the window changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.view.page:
            self._draw_icons()
            self._turn_to(self.view.page, self._seen.scrolled)

    def _draw_icons(self) -> None:
        """Draw the icons in the colours there are now."""
        self.back.setIcon(icon("chevron-left", can_disable=True))
        self.forward.setIcon(icon("chevron-right", can_disable=True))
        put_beside(self.sheet, "printer")

    @property
    def _seen(self) -> _Seen:
        return _Seen(self.view.page, self.view.verticalScrollBar().value())

    def _turn_to(self, page: str, scrolled: int = 0) -> None:
        self.view.show_page(page)
        self.view.verticalScrollBar().setValue(scrolled)
        self.contents.show_page(page)
        self.sheet.setVisible(page == KEYS)
        self._allow()

    def _show_places(self, number: int) -> None:
        """Go to a place that was found, and mark all that are on its page."""
        places = self.contents.places
        if not 0 <= number < len(places):
            self.view.show_places([], -1)
            return
        place = places[number]
        if place.page != self.view.page:
            self.show_page(place.page)
        there = places_of(places, place.page)
        self.view.show_places([(one.begin, one.end) for one in there], there.index(place))

    def _allow(self) -> None:
        self.back.setEnabled(bool(self._before))
        self.forward.setEnabled(bool(self._after))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 0)
        head.setSpacing(6)
        for widget in (self.back, self.forward):
            head.addWidget(widget)
        head.addStretch()
        for button in (self.sheet, self.close_button):
            head.addWidget(button)
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(6)
        inner.addLayout(head)
        inner.addWidget(self.view, 1)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.contents)
        sides.addWidget(card)
        sides.setStretchFactor(0, 0)
        sides.setStretchFactor(1, 1)
        listed = min(_LIST, max(_LEAST_LIST, self.width() // 4))
        sides.setSizes([listed, self.width() - listed])
        sides.setHandleWidth(12)
        self.contents.setMinimumWidth(_LEAST_LIST)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 14, 14, 14)
        rows.addWidget(sides)

    def _connect(self) -> None:
        self.contents.page_chosen.connect(self.show_page)
        self.contents.place_chosen.connect(self._show_places)
        self.view.page_wanted.connect(self.show_page)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_forward)
        self.sheet.clicked.connect(self.show_sheet)
        self.close_button.clicked.connect(self.close)
        for keys, deed in (
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Ctrl+F", self.contents.begin_search),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)


def _arrow(words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("plain")
    button.setToolTip(words)
    button.setAccessibleName(words.partition(" (")[0])
    return button
