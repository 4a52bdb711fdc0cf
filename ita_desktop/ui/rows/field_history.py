"""What became of one field of a row or of its report."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import State
from ita_desktop.domain.risks import Quality
from ita_desktop.ui import wording
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.rows.writing import edit_of, place_words
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import set_field
from ita_desktop.workflows.rows.field_history import measure_field_history

_EMPTY = "(ว่าง)"
_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "state": lambda kept: State(kept).words,
    "control_quality": lambda kept: Quality(kept).words,
}
"""Fields that are kept in another way than they are read."""


def show_field_history(
    session: Session, model: GridModel, line: Line, column: Column, parent: QWidget
) -> FieldHistoryDialog:
    """Show the history of a cell; each of its values can be used again."""
    months = model.months
    edit = edit_of(line, column.field, months, "")
    place = place_words(model.subject, line, column, months)
    words_of = partial(model.subject.kept_words, column.field)
    if line.kind is not Kind.PROJECT:
        words_of = _WORDS.get(column.field, words_of)

    def say(value: object) -> str:
        if value in (None, ""):
            return _EMPTY
        words = words_of(str(value))
        return words if column.field == "code" else wording.shown(words)

    def use(value: object) -> None:
        text = "" if value is None else words_of(str(value))
        taken = edit_of(line, column.field, months, text)
        set_field(session.file, taken, place=place)
        session.refresh()

    dialog = FieldHistoryDialog(
        session, place, lambda: measure_field_history(session.file, edit), say, use, parent
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
