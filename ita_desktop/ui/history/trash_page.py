"""What was deleted and is not there now; each row can be written back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.history.restoring import bring_back
from ita_desktop.ui.history.window_model import Column, WindowModel
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.wording import moment
from ita_desktop.workflows import history
from ita_desktop.workflows.history import Gone

EMPTY = "ถังว่าง ยังไม่มีรายการที่ลบ หรือคืนกลับไปหมดแล้ว"
_ABOUT = "เมื่อคืนรายการ ข้อมูลจะกลับไปอยู่ที่เดิม พร้อมรายการที่ลบไปด้วยกันและอยู่ด้วยกัน"

_COLUMNS: tuple[Column[Gone], ...] = (
    Column("รายการ", lambda gone: wording.shown(gone.words), 0),
    Column("ลบเมื่อ", lambda gone: moment(gone.deed.at), 160),
    Column("ผู้ลบ", lambda gone: gone.deed.person, 140, spare=True),
    Column("ลบในรายการ", lambda gone: wording.shown(history.deed_words(gone.deed)), 0),
)


class TrashPage(QWidget):
    """The tab ถังรายการที่ลบ."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = WindowTable(
            WindowModel(_COLUMNS, lambda numbers: history.trashed(session.file, numbers)),
            "รายการที่ลบ ใหม่สุดอยู่บน",
        )
        self._empty = label(EMPTY, "quiet", wrap=True)
        self._note = label("", "quiet", wrap=True)
        self.back = QPushButton("คืนรายการนี้")
        self.back.setObjectName("main")
        self.back.setIcon(icon("undo-2", "on_accent"))
        self.back.setToolTip("Enter")
        self.foot = QHBoxLayout()
        self.foot.addWidget(self._note, 1)
        self.foot.addWidget(self.back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._empty)
        outer.addWidget(self.table, 1)
        outer.addStretch()
        outer.addLayout(self.foot)
        self.table.rows.refused.connect(self._say)
        self.table.taken.connect(self._bring_back)
        self.back.clicked.connect(self._bring_back)
        session.saved.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Take the rows anew."""
        self._tell("quiet", self._session.file.read_only or _ABOUT)
        try:
            numbers: Sequence[int] = history.trash_numbers(self._session.file)
        except (ClerkError, MachineError) as refusal:
            numbers = ()
            self._say(str(refusal))
        self.table.show_rows(numbers, max(self.table.currentIndex().row(), 0))
        self.table.setVisible(bool(numbers))
        self._empty.setVisible(not numbers)
        self.back.setEnabled(bool(numbers) and not self._session.file.read_only)

    def _bring_back(self) -> None:
        place = self.table.currentIndex().row()
        gone = self.table.rows.row(place)
        if gone is None or not self.back.isEnabled():
            return
        try:
            rows = bring_back(self._session, gone.number)
        except (ClerkError, MachineError) as refusal:
            self._say(str(refusal))
        else:
            many = f" พร้อมรายการที่อยู่ด้วยกันอีก {rows - 1} รายการ" if rows > 1 else ""
            self._tell("quiet", f"คืน “{gone.words}” แล้ว{many} เลิกทำได้ด้วย Ctrl+Z")
        self.table.setFocus()

    def _say(self, why: str) -> None:
        self._tell("error", why)

    def _tell(self, tone: str, words: str) -> None:
        self._note.setObjectName(tone)
        self._note.setText(wording.shown(words))
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
