"""A sentence the clerk must have read before she goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

_WIDTH = 420
_FRAME = 160  # what a box has around its words
SENTENCE = "sentence"
"""The property of a box that has its sentence as it was said, without the ends of lines."""


def say(
    parent: "QWidget | None", title: str, sentence: str, *, warning: bool = True
) -> "QMessageBox":
    """Show a sentence, plain text, with one button; the box is returned, not waited for."""
    from PySide6.QtWidgets import QLabel, QMessageBox  # noqa: PLC0415 - not at the start

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.NoIcon
    said = wording.shown(sentence)
    # Qt wraps by the width of the screen: over a whole wide one, and on a small one word by word.
    box = QMessageBox(icon, title, "", parent=parent)
    width = min(_WIDTH, box.screen().availableGeometry().width() - _FRAME)
    box.setText("\n".join(wrapped_lines(said, theme.font(), width)))
    box.setTextFormat(Qt.TextFormat.PlainText)  # it may quote what somebody typed
    box.setProperty(SENTENCE, said)
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.setMinimumWidth(label.sizeHint().width())
    box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
