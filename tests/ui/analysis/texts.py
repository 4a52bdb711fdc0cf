"""How texts of the report stand, and when their pages are made."""

from pytestqt.qtbot import QtBot

from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.session import Session
from ita_desktop.workflows.analysis.texts import TextState, text_states


def state(session: Session, name: str) -> TextState:
    return next(one for one in text_states(session.file, 2565) if one.name == name)


def settled(qtbot: QtBot, dialog: AnalysisDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.page.making)
