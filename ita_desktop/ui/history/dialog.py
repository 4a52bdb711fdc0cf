"""The history of the file: what was done, and what was deleted."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.history.deeds_page import DeedsPage
from ita_desktop.ui.history.trash_page import TrashPage
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by

_TAB = 130
_TABS = ("รายการแก้ไข", "ถังรายการที่ลบ")


class HistoryDialog(QDialog):
    """Two tabs; the trash is read when it is first looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ประวัติการแก้ไข")
        self.resize(fitting(parent, QSize(1080, 690)))
        self._session = session
        self.deeds = DeedsPage(session)
        self.trash: TrashPage | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("ส่วนของประวัติ")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in _TABS:
            self.tabs.addTab(words)
        # the chosen tab's words are bold, which Qt does not reckon with
        self.tabs.setStyleSheet(f"QTabBar::tab {{ min-width: {_TAB}px; }}")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.deeds)
        self._add_close(self.deeds.foot)
        self.shorten = QPushButton("ย่อประวัติเก่า…")
        self.shorten.setToolTip("ลบประวัติที่เก่าแล้วเพื่อให้ไฟล์เล็กลง ข้อมูลไม่เปลี่ยน")
        self.shorten.setEnabled(not session.file.read_only)
        self.shorten.setAutoDefault(False)
        self.shorten.clicked.connect(self._shorten)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch()
        head.addWidget(self.shorten)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 10, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self.show_tab)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self._step(step))
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._find)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(session.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self).activated.connect(session.redo)
        self.deeds.deeds.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button of these pages is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_tab(self, place: int) -> None:
        """Show a tab; what is in the trash is looked for when it is first wanted."""
        if place == 1 and self.trash is None:
            self.trash = TrashPage(self._session)
            self._add_close(self.trash.foot)
            self._stack.addWidget(self.trash)
        self._stack.setCurrentIndex(place)

    def _add_close(self, foot: QHBoxLayout) -> None:
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _find(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.deeds.search.setFocus()

    def _shorten(self) -> None:
        from ita_desktop.ui.history.shorten_dialog import ShortenDialog  # noqa: PLC0415 - seldom

        dialog = ShortenDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def show_history(session: Session, parent: QWidget) -> HistoryDialog:
    """Open the history of the file."""
    dialog = HistoryDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
