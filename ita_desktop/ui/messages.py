"""A sentence the clerk must have read before she goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget


def say(
    parent: "QWidget | None", title: str, sentence: str, *, warning: bool = True
) -> "QMessageBox":
    """Show a sentence with one button; the box is returned, not waited for."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at the start

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.NoIcon
    box = QMessageBox(icon, title, sentence, parent=parent)
    box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
