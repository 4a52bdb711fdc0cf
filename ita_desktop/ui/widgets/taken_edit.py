"""How an edit in a cell ends: what was typed is taken, and the table has the keyboard again."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

FIGURE_ENDS: Final = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    }
)
"""Keys that end the edit of a figure and then go on in the table, as in a spreadsheet."""


def take_typed(delegate: QStyledItemDelegate, table: QWidget, editor: QWidget) -> None:
    """Take what was typed; where to go then is decided by whoever answers the key."""
    delegate.commitData.emit(editor)
    delegate.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
    table.setFocus()
