"""What became of one field, newest first; each of its values can be used again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.history import FieldChange
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.history.window_model import Column, WindowModel
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.wording import moment
from ita_desktop.workflows.history import deed_words, standing_words

_NOTHING = "ยังไม่มีประวัติของช่องนี้ เมื่อแก้ไขแล้วค่าเดิมและค่าใหม่จะแสดงที่นี่"
_LONG = 60


class FieldHistoryDialog(QDialog):
    """``load`` reads the changes, ``say`` puts a value in words, ``use`` writes one back.

    ``use`` raises ClerkError or MachineError where it is refused.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        load: Callable[[], Sequence[FieldChange]],
        say: Callable[[object], str],
        use: Callable[[object], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.shown(f"ประวัติ{title}"))
        self.resize(fitting(parent, QSize(900, 520)))
        self._session, self._load, self._put, self._use = session, load, say, use
        self._changes: list[FieldChange] = []
        columns: tuple[Column[FieldChange], ...] = (
            Column("เมื่อ", lambda one: moment(one.deed.at), 160),
            Column("ผู้แก้ไข", lambda one: one.deed.person, 120, spare=True),
            Column("รายการ", lambda one: wording.shown(deed_words(one.deed)), 0),
            Column("ก่อน", lambda one: say(one.before), 0),
            Column("หลัง", lambda one: say(one.after), 0),
        )
        self.table = WindowTable(
            WindowModel(
                columns,
                lambda places: [self._changes[place] for place in places],
                lambda one: bool(standing_words(one.deed)),
            ),
            f"ประวัติ{title} ใหม่สุดอยู่บน",
        )
        self._head = label(wording.shown(f"ประวัติ{title}"), "cardTitle", wrap=True)
        self._now = label("", "quiet", wrap=True)
        self._whole = QScrollArea()
        self._whole.setWidgetResizable(True)
        self._whole.setMinimumHeight(96)
        self._whole.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._whole.setAccessibleName("ค่าที่เลือก เต็มข้อความ")
        self._error = label("", "error", wrap=True)
        buttons = QDialogButtonBox()
        self.use = buttons.addButton("ใช้ค่านี้", QDialogButtonBox.ButtonRole.ActionRole)
        self.use.setObjectName("main")
        self.use.setToolTip("เขียนค่าในช่อง “หลัง” ของแถวที่เลือกกลับลงไป (Enter)")
        self.use_before = buttons.addButton("ใช้ค่าก่อนหน้า", QDialogButtonBox.ButtonRole.ActionRole)
        self.use_before.setToolTip("เขียนค่าในช่อง “ก่อน” ของแถวที่เลือกกลับลงไป")
        buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        for widget in (self._head, self._now):
            outer.addWidget(widget)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._whole)
        outer.addStretch()
        outer.addWidget(self._error)
        outer.addWidget(buttons)
        self.table.chosen.connect(self._show)
        self.table.taken.connect(self._take)
        self.use.clicked.connect(self._take)
        self.use_before.clicked.connect(self._take_before)
        self.reload()
        self.table.setFocus()

    def reload(self) -> None:
        """Read the changes anew."""
        try:
            self._changes = [*self._load()]
        except (ClerkError, MachineError) as refusal:
            self._changes = []
            self._say(str(refusal))
        else:
            self._say(self._session.file.read_only)
        there = bool(self._changes)
        now = f"ค่าปัจจุบัน: {self._put(self._changes[0].after)}" if there else _NOTHING
        self._now.setText(" ".join(now.split()))
        self._now.setVisible(not there or len(now) < _LONG)
        self.table.setVisible(there)
        long = any(len(self._put(one.after)) > _LONG for one in self._changes)
        self._whole.setVisible(long)
        self.table.show_rows(range(len(self._changes)))

    def _show(self, place: int) -> None:
        one = self.table.rows.row(place)
        now = self._changes[0].after if self._changes else None
        may = one is not None and not self._session.file.read_only
        self.use.setEnabled(may and one is not None and one.after != now)
        self.use_before.setEnabled(may and one is not None and one.before != now)
        if one is not None:
            self._whole.setWidget(TextBlock(self._put(one.after)))

    def _take(self) -> None:
        one = self.table.rows.row(self.table.currentIndex().row())
        if one is not None and self.use.isEnabled():
            self._write(one.after)

    def _take_before(self) -> None:
        one = self.table.rows.row(self.table.currentIndex().row())
        if one is not None and self.use_before.isEnabled():
            self._write(one.before)

    def _write(self, value: object) -> None:
        try:
            self._use(value)
        except (ClerkError, MachineError) as refusal:
            self._say(str(refusal))
            return
        self.reload()
        self.table.setFocus()

    def _say(self, why: str) -> None:
        self._error.setText(wording.shown(why))
        self._error.setVisible(bool(why))
