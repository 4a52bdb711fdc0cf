"""A sentence the clerk must have read before she goes on."""

from PySide6.QtWidgets import QMessageBox, QWidget


def say(parent: QWidget | None, title: str, sentence: str) -> QMessageBox:
    """Show a sentence with one button; the box is returned, not waited for."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, sentence, parent=parent)
    box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box
