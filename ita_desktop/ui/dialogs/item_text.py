"""The full wording of an item, to read, correct or confirm."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.criteria import Item, Status
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.thai_editor import ThaiEditor


class ItemTextDialog(QDialog):
    """A large editor for one item's text, with what the item must show below it."""

    def __init__(self, item: Item, fiscal_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.shown(f"ข้อ {item.code} ปีงบประมาณ {fiscal_year}"))
        self.resize(fitting(parent, QSize(640, 460)))
        self.restore = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(f"ข้อความของข้อ {item.code}", "cardTitle"))
        outer.addWidget(label(_standing(item), "note", wrap=True))
        self._editor = ThaiEditor(item.text)
        self._editor.setAccessibleName(f"ข้อความของข้อ {item.code}")
        outer.addWidget(self._editor, 1)
        if item.parts or item.components:
            outer.addWidget(label("สิ่งที่ข้อนี้ถามหรือต้องแสดง", "strong"))
            outer.addWidget(_contents(item), 2)
        buttons = QDialogButtonBox()
        words = "บันทึกข้อความ" if item.status.checked else "บันทึกและยืนยันว่าตรวจแล้ว"
        keep = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("main")
        keep.setToolTip("Ctrl+Enter")
        if item.status is Status.OFFICE:
            back = buttons.addButton(
                "กลับไปใช้ข้อความเดิมของชุดเกณฑ์", QDialogButtonBox.ButtonRole.DestructiveRole
            )
            back.clicked.connect(self._give_back)
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer.addWidget(buttons)

    @property
    def text(self) -> str:
        """The wording to keep; empty to go back to the set's own."""
        return "" if self.restore else self._editor.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)

    def _give_back(self) -> None:
        self.restore = True
        self.accept()


def _standing(item: Item) -> str:
    if item.status is Status.OFFICE:
        return "ข้อความนี้หน่วยงานแก้ไขหรือยืนยันแล้ว"
    if item.status.checked:
        return "ข้อความนี้ตรวจกับเอกสารที่เผยแพร่แล้ว แก้ไขได้หากคู่มือของท่านต่างออกไป"
    year = wording.shown(f" ข้อความที่เห็นมาจากปี {item.text_from}") if item.text_from else ""
    return f"ข้อความนี้ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช.{year} กรุณาแก้ให้ตรงกับคู่มือแล้วบันทึก"


def _contents(item: Item) -> QScrollArea:
    lines = [f"• {part}" for part in item.parts]
    for component in item.components:
        lines.append(f"• {component.text}")
        lines += [f"    ({place}) {part}" for place, part in enumerate(component.parts, start=1)]
    lines += [f"* {note}" for note in item.notes]
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(TextBlock(wording.shown("\n".join(lines))))
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
