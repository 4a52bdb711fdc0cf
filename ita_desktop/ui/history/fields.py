"""The fields whose history can be asked for: a score, and the office's wording of an item."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.history.restoring import restore_score, restore_text
from ita_desktop.ui.session import Session
from ita_desktop.workflows import history
from ita_desktop.workflows.scores.year_scores import score_name

_NO_SCORE = "(ไม่มีคะแนน)"
_SETS_OWN = "(ข้อความของชุดเกณฑ์)"


def show_score_history(session: Session, code: str, parent: QWidget) -> FieldHistoryDialog:
    """Show what became of a score of the year looked at."""
    year, name = session.fiscal_year, score_name(code)
    dialog = FieldHistoryDialog(
        session,
        f"คะแนน {name} ปีงบประมาณ {year}",
        lambda: history.score_history(session.file, year, code),
        lambda value: _NO_SCORE if value is None else wording.score(history.stored_score(value)),
        lambda value: restore_score(
            session, code, None if value is None else history.stored_score(value)
        ),
        parent,
    )
    return _opened(dialog)


def show_text_history(session: Session, code: str, parent: QWidget) -> FieldHistoryDialog:
    """Show what became of the office's wording of an item in the year looked at."""
    year = session.fiscal_year
    dialog = FieldHistoryDialog(
        session,
        f"ข้อความข้อ {code} ปีงบประมาณ {year}",
        lambda: history.text_history(session.file, year, code),
        lambda value: _SETS_OWN if value is None else wording.shown(str(value)),
        lambda value: restore_text(session, code, "" if value is None else str(value)),
        parent,
    )
    return _opened(dialog)


def _opened(dialog: FieldHistoryDialog) -> FieldHistoryDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
