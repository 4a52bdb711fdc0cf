"""What the editors of both grids have alike: how an edit begins, and what it hands over."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.widgets.thai_editor import ThaiEditor

Index = QModelIndex | QPersistentModelIndex


def begin_edit(editor: ThaiEditor, index: Index, *, types_over: bool) -> bool:
    """Fill an editor with what its cell has, chosen whole where a key is to replace it.

    Says whether the edit begins now: what is typed is not lost when something else changes.
    """
    if editor.property("begun"):
        return False
    editor.setProperty("begun", True)
    editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
    if types_over:
        editor.selectAll()
    else:
        editor.moveCursor(editor.textCursor().MoveOperation.End)
    return True


def end_edit(editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
    """Hand what was typed to the model."""
    if isinstance(editor, ThaiEditor):
        # the stub lacks the persistent index that Qt hands to a delegate and takes back
        model.setData(cast("QModelIndex", index), editor.toPlainText(), Qt.ItemDataRole.EditRole)
