"""A sentence the clerk must have read before she goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui import wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget


def say(
    parent: "QWidget | None", title: str, sentence: str, *, warning: bool = True
) -> "QMessageBox":
    """Show a sentence with one button; the box is returned, not waited for."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at the start

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.NoIcon
    box = QMessageBox(icon, title, wording.shown(sentence), parent=parent)
    if warning:  # it may quote what somebody typed
        box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
