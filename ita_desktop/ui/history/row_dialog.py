"""All that became of one row: its coming, its changes, its going, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ita_desktop.db.history import Numbered, Recorded
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.history.whole_line import show_line
from ita_desktop.ui.history.window_model import Column, WindowModel
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.wording import moment
from ita_desktop.workflows import history
from ita_desktop.workflows.described_changes import Line


@dataclass(frozen=True, slots=True)
class _Told:
    deed: Recorded
    line: Line


_COLUMNS: tuple[Column[_Told], ...] = (
    Column("เมื่อ", lambda told: moment(told.deed.at), 160),
    Column("ผู้แก้ไข", lambda told: told.deed.person, 120, spare=True),
    Column("รายการ", lambda told: wording.shown(history.deed_words(told.deed)), 0),
    Column("ช่อง", lambda told: wording.shown(told.line.field or told.line.verb), 150),
    Column("ก่อน", lambda told: wording.shown(told.line.before), 0),
    Column("หลัง", lambda told: wording.shown(told.line.after), 0),
)


class RowHistoryDialog(QDialog):
    """To read; Enter shows a change with its whole texts."""

    def __init__(
        self, session: Session, change: Numbered, place: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = wording.shown(f"ประวัติของ{place}")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(fitting(parent, QSize(960, 520)))
        self._session = session
        self._lines: list[tuple[Recorded, Numbered, int]] = []
        self.table = WindowTable(WindowModel(_COLUMNS, self._told), f"{title} ใหม่สุดอยู่บน")
        self._error = label("", "error", wrap=True)
        self._error.hide()
        buttons = QDialogButtonBox()
        buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(title, "cardTitle", wrap=True))
        outer.addWidget(self.table, 1)
        outer.addWidget(self._error)
        outer.addWidget(buttons)
        self.table.rows.refused.connect(self._say)
        self.table.taken.connect(self._show)
        try:
            self._lines = [
                (deed, one, number)
                for deed, one in history.row_history(session.file, change)
                for number in range(history.width(one))
            ]
        except (ClerkError, MachineError) as refusal:
            self._say(str(refusal))
        self.table.show_rows(range(len(self._lines)))
        self.table.setFocus()

    def _told(self, places: Sequence[int]) -> Sequence[_Told]:
        lines = (self._lines[place] for place in places)
        return [
            _Told(deed, history.described(self._session.file, change)[number])
            for deed, change, number in lines
        ]

    def _show(self, place: int) -> None:
        told = self.table.rows.row(place)
        if told is not None:
            show_line(told.line, self)

    def _say(self, why: str) -> None:
        self._error.setText(wording.shown(why))
        self._error.show()
