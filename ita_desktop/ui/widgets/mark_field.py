"""The office's mark in a form: seen as it will be printed, chosen, dropped or taken away."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import mark_picture, theme, work
from ita_desktop.ui.widgets.card import label

_SIDE = 96
_PAD = 6
_EMPTY = "ใช้บนประกาศและบันทึกข้อความ หากไม่มีตรา เอกสารจะเว้นที่ว่างไว้ให้ ลากรูปมาวางที่นี่ได้"
_FILLED = "พิมพ์บนประกาศ สูง ๓ ซม. และบนบันทึกข้อความ สูง ๑.๕ ซม."
_READING = "กำลังอ่านรูป"


class MarkField(QWidget):
    """A preview with two buttons; a picture can be dropped anywhere on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = b""
        self._job: work.Job | None = None
        self.setAcceptDrops(True)
        self._preview = _Preview()
        self._note = label("", "note", wrap=True)
        self._error = label("", "error", wrap=True)
        self._choose = QPushButton("เลือกรูป…")
        self._choose.setAccessibleName("เลือกรูปตราของหน่วยงาน")
        self._choose.clicked.connect(self._ask)
        self._remove = QPushButton("นำออก")
        self._remove.setAccessibleName("นำตราของหน่วยงานออก")
        self._remove.clicked.connect(lambda: self.show_mark(b""))
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self._note)
        beside.addLayout(buttons)
        beside.addWidget(self._error)
        beside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self.show_mark(b"")

    @property
    def _reading(self) -> bool:
        return self._job is not None and self._job.runs

    def mark(self) -> bytes:
        """Return the picture as PNG, empty for none. Raises ClerkError while one is being read."""
        if self._reading:
            raise ClerkError("กำลังอ่านรูปตราของหน่วยงาน กรุณารอสักครู่แล้วกดบันทึกอีกครั้ง")
        return self._mark

    def show_mark(self, mark: bytes) -> None:
        """Show a picture, a PNG; empty is none. One that is still being read comes too late."""
        self._give_up()
        self._mark = mark
        self._preview.show_picture(QImage.fromData(mark) if mark else QImage())
        self._say()

    def take_file(self, path: Path) -> None:
        """Read the picture in a file, beside the work, and show it or say why not."""
        self._give_up()
        self._job = work.run(lambda: mark_picture.read_mark(path), self._read, self._failed)
        if self._reading:
            self._say()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._preview.show_welcome(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._preview.show_welcome(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._preview.show_welcome(on=False)
        event.acceptProposedAction()
        if (path := _dropped_file(event)) is not None:
            self.take_file(path)
            return
        try:
            self.show_mark(mark_picture.kept_mark(QImage(event.mimeData().imageData())))
        except ClerkError as refusal:
            self._say(str(refusal))

    def _ask(self) -> None:
        place = QStandardPaths.StandardLocation.PicturesLocation
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            "เลือกรูปตราของหน่วยงาน",
            QStandardPaths.writableLocation(place),
            mark_picture.FILTER,
        )
        if chosen:
            self.take_file(Path(chosen))

    def _read(self, mark: bytes) -> None:
        if isValid(self):
            self.show_mark(mark)

    def _failed(self, refusal: Exception) -> None:
        known = isinstance(refusal, (ClerkError, MachineError))
        if isValid(self):
            self._say(str(refusal) if known else "อ่านรูปไม่สำเร็จ เพราะโปรแกรมมีข้อผิดพลาด")
        if not known:
            raise refusal

    def _give_up(self) -> None:
        """Leave a picture that is still being read: what she chose last is what counts."""
        if self._job is not None:
            self._job.cancel()

    def _say(self, trouble: str = "") -> None:
        """Show what holds now, and what went wrong with the last picture."""
        if not self._mark and self._remove.hasFocus():
            self._choose.setFocus()  # else it would go on to the next field
        self._remove.setVisible(bool(self._mark))
        self._note.setText(_READING if self._reading else _FILLED if self._mark else _EMPTY)
        self._preview.setAccessibleName("มีตราของหน่วยงานแล้ว" if self._mark else "ยังไม่มีตรา")
        self._error.setText(trouble)
        self._error.setVisible(bool(trouble))


class _Preview(QWidget):
    """The mark on white, as on paper; a dashed frame where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._welcome = False
        self.setFixedSize(_SIDE, _SIDE)

    def show_picture(self, picture: QImage) -> None:
        """Show a picture; a null one is none."""
        self._picture = picture
        self.update()

    def show_welcome(self, *, on: bool) -> None:
        """Show that what is held over the field may be dropped."""
        self._welcome = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        empty = self._picture.isNull()
        role = "accent" if self._welcome else "past" if empty else "line"
        pen = QPen(theme.color(role), 2 if self._welcome else 1)
        if empty:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("card") if empty else Qt.GlobalColor.white)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, 6, 6)
        if empty:
            painter.setPen(theme.color("quiet"))
            painter.setFont(theme.font(theme.SMALL_PX))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, "ยังไม่มีตรา")
            return
        ratio = self.devicePixelRatioF()
        room = QSize(_SIDE - 2 * _PAD, _SIDE - 2 * _PAD)
        shown = self._picture.scaled(
            room * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        size = shown.deviceIndependentSize()
        painter.drawImage(
            QRectF(
                (_SIDE - size.width()) / 2,
                (_SIDE - size.height()) / 2,
                size.width(),
                size.height(),
            ),
            shown,
        )


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file of this computer that is dropped, or None."""
    urls = event.mimeData().urls()
    local = len(urls) == 1 and urls[0].isLocalFile()
    return Path(urls[0].toLocalFile()) if local else None
