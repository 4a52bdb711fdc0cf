"""What became of one field of a measure, a step, an item or a report."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.measures import Round, State
from ita_desktop.ui import wording
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.measures.tab.columns import Column
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.measures.tab.writing import edit_of, place_words
from ita_desktop.ui.session import Session
from ita_desktop.workflows.measure_history import measure_field_history
from ita_desktop.workflows.rows import set_field

_EMPTY = "(ว่าง)"


def show_field_history(
    session: Session, line: Line, column: Column, months: Round, parent: QWidget
) -> FieldHistoryDialog:
    """Show the history of a cell; each of its values can be used again."""
    edit = edit_of(line, column.field, months, "")
    place = place_words(line, column, months)

    def say(value: object) -> str:
        if value in (None, ""):
            return _EMPTY
        if column.field == "state":
            return State(str(value)).words
        return str(value) if column.field == "code" else wording.shown(str(value))

    def use(value: object) -> None:
        text = "" if value is None else str(value)
        if column.field == "state":
            text = State(text).words
        taken = edit_of(line, column.field, months, text)
        set_field(session.file, taken, place=place)
        session.refresh()

    dialog = FieldHistoryDialog(
        session, place, lambda: measure_field_history(session.file, edit), say, use, parent
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
