"""ขั้นตอน ระยะเวลา และวิธีปฏิบัติ of a year: the rows of the paper action-calendar."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.measures.calendar.calendar_gestures import CalendarGestures
from ita_desktop.ui.measures.calendar.calendar_model import CalendarModel
from ita_desktop.ui.measures.calendar.calendar_table import CalendarTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.icon_button import icon_button
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.measures import calendar as work

_SIZE: Final = QSize(1000, 640)
_ABOUT: Final = "ตารางนี้พิมพ์เป็นเอกสาร ขั้นตอน ระยะเวลา และวิธีปฏิบัติ แถวที่เว้นขั้นตอนว่างหมายถึงขั้นตอนเดียวกับแถวบน"
_EMPTY: Final = "ยังไม่มีขั้นตอนของปีนี้ กรุณากด เริ่มจากตัวอย่าง หรือพิมพ์ในแถวด้านบน"


class CalendarDialog(QDialog):
    """Every change is written at once, as one deed."""

    print_wanted = Signal()
    """The paper is to be seen; the dialog is closed."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, prints: bool = False
    ) -> None:
        """Show the rows; with ``prints`` somebody shows the paper when it is wanted."""
        super().__init__(parent)
        self.setWindowTitle(f"ปฏิทินขั้นตอนของปีงบประมาณ {wording.figure(session.fiscal_year)}")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._year = session.fiscal_year
        self.model = CalendarModel()
        self.model.writable = not session.file.read_only
        self.table = CalendarTable(self.model)
        self.table.setAccessibleName("ขั้นตอน ระยะเวลา และวิธีปฏิบัติ")
        self.gestures = CalendarGestures(session, self.table, self.model)
        self.notice = Notice()
        self._empty = label(_EMPTY, "quiet", wrap=True)
        self.start = QPushButton("เริ่มจากตัวอย่าง")
        self.copy = QPushButton("คัดลอกจากปีอื่น")
        self._years = QMenu(self)
        self.copy.setMenu(self._years)
        self.add = QPushButton(icon("plus", can_disable=True), "แทรกแถว")
        self.add.setToolTip("แทรกแถวเหนือแถวที่เลือก (Insert)")
        self.remove = QPushButton("ลบแถว")
        self.remove.setToolTip("ลบแถวที่เลือก (Ctrl+Delete)")
        self.up = icon_button("arrow-up", "เลื่อนขึ้น (Alt+ขึ้น)")
        self.down = icon_button("arrow-down", "เลื่อนลง (Alt+ลง)")
        self.print = QPushButton(icon("printer"), "ดูและพิมพ์")
        self.print.setVisible(prints)
        self._lay_out()
        self._connect()
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def go_to(self, number: int, field: str) -> bool:
        """Make a field of a row the current cell; False where the row is not there."""
        cell = self.model.cell_of(number, field)
        if cell.isValid():
            self.table.setCurrentIndex(cell)
        return cell.isValid()

    def refresh(self) -> None:
        """Show the rows as they are kept now; the current cell stays."""
        session = self._session
        if not session.is_open or session.fiscal_year != self._year:
            return
        at = self.table.currentIndex()
        place, column = max(at.row(), 0), max(at.column(), 0)
        rows = session.tracker.calendar
        self.model.show(rows)
        if not self.table.currentIndex().isValid():
            last = self.model.rowCount() - 1
            self.table.setCurrentIndex(self.model.index(min(place, last), column))
        self._empty.setVisible(not rows)
        self.start.setVisible(not rows)
        self._allow()

    def done(self, result: int) -> None:
        """Take what is being typed before the dialog goes."""
        self.table.finish_edit()
        super().done(result)

    def _start(self) -> None:
        rows, year = work.starting_rows(self._year), self._year
        self.gestures.do(
            lambda: work.add_rows(self._session.file, year, rows, "เริ่มขั้นตอนของปีจากตัวอย่าง")
        )
        self.table.setFocus()

    def _copy(self, from_year: int) -> None:
        file, year = self._session.file, self._year
        rows = work.rows_from(file, from_year, year)
        deed = f"คัดลอกขั้นตอนจากปี {from_year}"
        if self.gestures.do(lambda: work.add_rows(file, year, rows, deed)):
            self.notice.say(
                f"คัดลอกขั้นตอนจากปี {from_year} แล้ว {len(rows)} แถว"
                f" ปีในข้อความเลื่อนให้ตรงกับปี {year} กรุณาตรวจอีกครั้ง",
                [("เลิกทำ", self._session.undo)],
            )

    def _fill_years(self) -> None:
        self._years.clear()
        for year in work.years_with_calendar(self._session.file, self._year):
            action = self._years.addAction(f"ปีงบประมาณ {wording.figure(year)}")
            action.triggered.connect(lambda _on=False, year=year: self._copy(year))

    def _allow(self) -> None:
        rows, place = self.model.rows, self.table.currentIndex().row()
        writable = self.model.writable
        there = writable and 0 <= place < len(rows)
        self.remove.setEnabled(there)
        self.up.setEnabled(there and place > 0)
        self.down.setEnabled(there and place < len(rows) - 1)
        for button in (self.add, self.start):
            button.setEnabled(writable)
        others = work.years_with_calendar(self._session.file, self._year)
        self.copy.setVisible(bool(others))
        self.copy.setEnabled(writable)

    def _told(self, words: str) -> None:
        """Say what was done; what was said before is over with the next deed."""
        if words:
            self.notice.say(words, [("เลิกทำ", self._session.undo)])
        else:
            self.notice.hide()

    def _print(self) -> None:
        self.accept()
        self.print_wanted.emit()

    def _connect(self) -> None:
        table, session = self.table, self._session
        table.selectionModel().currentChanged.connect(self._allow)
        self.gestures.said.connect(self._told)
        session.measures_changed.connect(self.refresh)
        self._years.aboutToShow.connect(self._fill_years)
        self.start.clicked.connect(self._start)
        self.add.clicked.connect(self.gestures.insert)
        self.remove.clicked.connect(self.gestures.remove)
        self.up.clicked.connect(lambda: self.gestures.move_row(-1))
        self.down.clicked.connect(lambda: self.gestures.move_row(1))
        self.print.clicked.connect(self._print)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(session.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self).activated.connect(session.redo)

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.start, self.copy, self.add, self.remove):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        deeds.addWidget(self.up)
        deeds.addWidget(self.down)
        deeds.addStretch()
        close = QPushButton("ปิด")
        close.clicked.connect(self.reject)
        for button in (self.print, close):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty)
        outer.addWidget(self.notice)
        outer.addLayout(deeds)


def show_calendar(
    session: Session, parent: QWidget, show_paper: Callable[[], object] | None = None
) -> CalendarDialog | None:
    """Open the calendar of the year looked at; None where what is typed has to be mended first.

    ``show_paper`` shows its pages, once the dialog is closed.
    """
    if not session.leave():
        return None
    dialog = CalendarDialog(session, parent, prints=show_paper is not None)
    if show_paper is not None:
        dialog.print_wanted.connect(show_paper)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
