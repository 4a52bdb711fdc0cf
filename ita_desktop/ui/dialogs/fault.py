"""The window of a fault of our own: what happened, and a report to send to whoever mends it."""

from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting

_HAPPENED = "โปรแกรมทำงานส่วนหนึ่งไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรมเอง"
_SAFE = "ข้อมูลที่บันทึกแล้วยังอยู่ครบ ท่านทำงานต่อได้ หากหน้าจอแสดงผิดปกติ กรุณาปิดแล้วเปิดโปรแกรมใหม่"
_WHAT = "รายงานนี้ไม่มีคะแนน ชื่อ หรือที่อยู่ไฟล์ของท่าน กรุณาคัดลอกส่งให้ผู้ดูแลโปรแกรม"
_NO_LOG = "บันทึกรายงานลงเครื่องไม่ได้ กรุณาคัดลอกรายงานเก็บไว้ก่อนปิดหน้าต่างนี้"


class FaultDialog(QDialog):
    """Told once a fault; what follows while it is open is added to its report."""

    def __init__(self, report: str, log: str, parent: QWidget | None = None) -> None:
        """``log``: where the report was written, or in brackets why it was not."""
        super().__init__(parent)
        self.setWindowTitle("ขออภัย โปรแกรมพบข้อผิดพลาด")
        self.resize(fitting(parent, QSize(680, 460)))
        self._folder = None if log.startswith("(") else Path(log).parent
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._report.setAccessibleName("รายงานข้อผิดพลาด อ่านอย่างเดียว")
        self._copy = QPushButton("คัดลอกรายงาน")
        self._copy.setObjectName("main")
        self._copy.clicked.connect(self._copy_report)
        folder = QPushButton("เปิดโฟลเดอร์รายงาน")
        folder.setVisible(self._folder is not None)
        folder.clicked.connect(self._open_folder)
        close = QPushButton("ปิดหน้าต่างนี้")
        close.clicked.connect(self.reject)
        self._note = label("" if self._folder else _NO_LOG, "error", wrap=True)
        self._note.setVisible(self._folder is None)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addWidget(folder)
        buttons.addStretch()
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(_HAPPENED, "cardTitle", wrap=True))
        outer.addWidget(label(_SAFE, "", wrap=True))
        outer.addWidget(label(_WHAT, "quiet", wrap=True))
        outer.addWidget(self._note)
        outer.addWidget(self._report, 1)
        outer.addLayout(buttons)
        self._copy.setFocus()

    @property
    def report(self) -> str:
        """What can be copied."""
        return self._report.toPlainText()

    def add(self, report: str) -> None:
        """Add the report of another fault below."""
        self._report.appendPlainText(f"\n{report}")
        self._copy.setText("คัดลอกรายงาน")

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self._copy.setText("คัดลอกแล้ว")

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
