"""The left side of the help: the field that seeks, the list of pages, and what was found."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.help.finding import Place, find_places
from ita_desktop.ui.help.other_words import word_of_the_help
from ita_desktop.ui.help.pages import pages_there, title_of
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ID: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 56
"""Pixels that a found place has around its words, and those of the scroll bar."""
_MOST: Final = 200
"""Places that are listed: who finds more writes more."""


class Contents(QWidget):
    """Asks for a page, or for a place that was found."""

    page_chosen = Signal(str)
    place_chosen = Signal(int)
    """One of ``places`` was chosen, by its number."""
    left = Signal()
    """Esc was pressed where nothing is sought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: tuple[Place, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText("ค้นหาทุกหน้า  Ctrl+F")
        self.search.setAccessibleName("ค้นหาในคู่มือ")
        self.search.setToolTip("ค้นหาทุกหน้าของคู่มือ (Ctrl+F)  ที่ถัดไป Enter  ก่อนหน้า Shift+Enter")
        self.found = label("", "note", wrap=True)
        self.found.hide()
        self.pages = _plain_list("หน้าของคู่มือ")
        for page in pages_there():
            item = QListWidgetItem(wording.shown(title_of(page)))
            item.setData(_ID, page)
            item.setSizeHint(QSize(0, 38))
            self.pages.addItem(item)
        self.hits = _plain_list("ที่ที่พบ")
        self._lists = QStackedWidget()
        self._lists.addWidget(self.pages)
        self._lists.addWidget(self.hits)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.search)
        rows.addWidget(self.found)
        rows.addWidget(self._lists, 1)
        self.search.textChanged.connect(self._seek)
        self.search.installEventFilter(self)
        self.pages.currentItemChanged.connect(self._choose_page)
        self.pages.itemClicked.connect(self._choose_page)
        self.hits.currentRowChanged.connect(self._choose_place)
        self.hits.clicked.connect(self._choose_again)

    def begin_search(self) -> None:
        """Put the cursor into the field that seeks."""
        self.search.setFocus()
        self.search.selectAll()

    def show_page(self, page: str) -> None:
        """Mark the page that is shown, without asking for it."""
        for row in range(self.pages.count()):
            if self.pages.item(row).data(_ID) == page:
                self.pages.blockSignals(True)
                self.pages.setCurrentRow(row)
                self.pages.blockSignals(False)

    def step(self, by: int) -> None:
        """Go to the next place that was found, or with -1 to the one before; around the ends."""
        if count := self.hits.count():
            self.hits.setCurrentRow((self.hits.currentRow() + by) % count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go through what was found, Down enter the list, Esc clear the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if shift else 1)
        elif event.key() == Qt.Key.Key_Down:
            (self.hits if self.search.text().strip() else self.pages).setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            return super().eventFilter(watched, event)
        return True

    def _seek(self, text: str) -> None:
        found = find_places(text)
        instead = "" if found else word_of_the_help(text)
        self.places = (found or find_places(instead))[:_MOST]
        seeks = bool(text.strip())
        self.hits.blockSignals(True)
        self.hits.clear()
        for place in self.places:
            self.hits.addItem(self._item_of(place))
        self.hits.blockSignals(False)
        self._lists.setCurrentWidget(self.hits if seeks else self.pages)
        self.found.setVisible(seeks)
        self.found.setText(wording.shown(_found_words(self.places, instead)))
        if self.places:
            self.hits.setCurrentRow(0)
        else:
            self.place_chosen.emit(-1)

    def _item_of(self, place: Place) -> QListWidgetItem:
        title = wording.shown(title_of(place.page))
        head = title if place.heading == title else f"{title} › {place.heading}"
        width = max(self.width() - _PAD, 120)
        font = theme.font()
        lines = [*wrapped_lines(head, font, width), *wrapped_lines(place.words, font, width)]
        item = QListWidgetItem("\n".join(lines))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head} {place.words}")
        return item

    def _choose_page(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page_chosen.emit(item.data(_ID))

    def _choose_again(self) -> None:
        """Come back to a place: another page may have been turned to meanwhile."""
        self._choose_place(self.hits.currentRow())

    def _choose_place(self, row: int) -> None:
        self.place_chosen.emit(row)


def _found_words(places: tuple[Place, ...], instead: str) -> str:
    """Say how many places there are; ``instead``: another word was sought than was typed."""
    if not places:
        return "ไม่พบ กรุณาลองคำที่สั้นลงหรือคำอื่น"
    pages = len({one.page for one in places})
    most = "อย่างน้อย " if len(places) == _MOST else ""
    sought = f"คู่มือใช้คำว่า “{instead}” " if instead else ""
    return f"{sought}พบ {most}{len(places)} แห่ง ใน {pages} หน้า"


def _plain_list(name: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName("helpList")
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    return made
