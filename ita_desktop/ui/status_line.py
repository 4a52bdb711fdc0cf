"""The line under the pages: whether what she does is saved, where the file is, its last backup."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedLabel

_ALWAYS_SAVED: Final = "บันทึกอัตโนมัติทุกครั้งที่แก้ไข"
_ONLY_READ: Final = "อ่านอย่างเดียว ไม่มีการบันทึก"
_NOT_THERE: Final = "ยังบันทึกไม่ได้"


class StatusLine(QWidget):
    """Shows what becomes of the session's file."""

    backups_requested = Signal()
    """The list of backups is to be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.saved = label("", "saved")
        self._last_saved = _ALWAYS_SAVED
        self.show_writable(writable=not session.file.read_only)
        path = ElidedLabel(str(session.path))
        path.setMinimumWidth(60)
        copy = path.addAction("คัดลอกที่อยู่ไฟล์")
        copy.triggered.connect(self._copy_path)
        path.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._backed_up: QPushButton | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.setSpacing(20)
        row.addWidget(self.saved)
        row.addWidget(path, 1)
        row.addWidget(label("ไม่มีการเชื่อมต่ออินเทอร์เน็ตจากโปรแกรมนี้"))
        session.saved.connect(self._show_saved)

    def show_writable(self, *, writable: bool, there: bool = True) -> None:
        """Say whether what she does is saved, and if not, why."""
        words = self._last_saved if there else _NOT_THERE
        kind = "saved" if there else "error"
        if not writable:
            words, kind = _ONLY_READ, ""
        self.saved.setText(words)
        if self.saved.objectName() != kind:
            self.saved.setObjectName(kind)
            self.saved.style().unpolish(self.saved)
            self.saved.style().polish(self.saved)

    def show_backed_up(self, when: str) -> None:
        """Say when the file was last backed up; a click leads to the list."""
        if self._backed_up is None:
            self._backed_up = QPushButton()
            self._backed_up.setObjectName("statusLink")
            self._backed_up.setToolTip("ดูไฟล์สำรอง หรือสำรองเดี๋ยวนี้")
            self._backed_up.clicked.connect(lambda _on=False: self.backups_requested.emit())
            self._row.insertWidget(1, self._backed_up)
            self._backed_up.show()
        self._backed_up.setText(f"สำรองแล้ว {when}")

    def _show_saved(self, moment: datetime) -> None:
        self._last_saved = f"✓ บันทึกแล้ว {wording.clock(moment)}"
        self.show_writable(writable=True)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._session.path))
