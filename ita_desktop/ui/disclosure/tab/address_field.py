"""The addresses of an item: typed one a line, copied, and opened by the clerk's own browser."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.disclosure import lines_of
from ita_desktop.domain.web_address import browser_address, is_web_address
from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.tab.link import link
from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.widgets.card import label

_NONE: Final = "ยังไม่ได้กรอก พิมพ์หรือวางที่อยู่ บรรทัดละหน้า"


class AddressField(QWidget):
    """The program itself opens no connection: an address is handed to the browser."""

    said = Signal(str)
    """What was done."""

    def __init__(self, write: Callable[[str, str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.field = Field("addresses", "ที่อยู่หน้าเว็บไซต์", TextEditor(parent), write)
        self.field.put_placeholder(_NONE)
        self.open = link("เปิดในเบราว์เซอร์", "โปรแกรมไม่ต่ออินเทอร์เน็ตเอง แต่ส่งที่อยู่ให้เบราว์เซอร์ของเครื่องเปิด")
        self.copy = link("คัดลอกที่อยู่", "คัดลอกที่อยู่ทั้งหมดของข้อนี้")
        self.warning = label("", "error", wrap=True)
        self.warning.hide()
        self._text = ""
        buttons = QHBoxLayout()
        buttons.setContentsMargins(1, 0, 0, 0)
        buttons.setSpacing(4)
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        buttons.addStretch()
        self._line = QWidget()
        self._line.setLayout(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.field)
        rows.addWidget(self.warning)
        rows.addWidget(self._line)
        self.open.clicked.connect(lambda _on=False: self._open())
        self.copy.clicked.connect(lambda _on=False: self._copy())
        self._say()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What the keyboard stops at after the field."""
        return (self.open, self.copy)

    def show_value(self, text: str, *, anew: bool) -> None:
        """Show what the file has."""
        self.field.show_value(text, anew=anew)
        if text != self._text or anew:
            self._text = text
            self._say()

    def _say(self) -> None:
        """Say which lines are no addresses; offer what can be done with the others."""
        lines = lines_of(self._text)
        strange = [str(n) for n, line in enumerate(lines, 1) if not is_web_address(line)]
        which = f"บรรทัดที่ {', '.join(strange)} " if len(lines) > 1 else ""
        words = f"{which}ไม่เหมือนที่อยู่เว็บไซต์ ควรขึ้นต้นด้วย https:// และไม่มีเว้นวรรค"
        self.warning.setText(wording.shown(words) if strange else "")
        self.warning.setVisible(bool(strange))
        self._line.setVisible(bool(lines))
        self.open.setVisible(bool(self._pages()))

    def _pages(self) -> list[str]:
        return [page for line in lines_of(self._text) if (page := browser_address(line))]

    def _open(self) -> None:
        pages = self._pages()
        if len(pages) == 1:
            QDesktopServices.openUrl(QUrl(pages[0]))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for page in pages:
            action = menu.addAction(page)
            action.triggered.connect(
                lambda _on=False, one=page: QDesktopServices.openUrl(QUrl(one))
            )
        menu.popup(self.open.mapToGlobal(self.open.rect().bottomLeft()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.said.emit(wording.shown(f"คัดลอกที่อยู่แล้ว {len(lines_of(self._text))} รายการ"))
