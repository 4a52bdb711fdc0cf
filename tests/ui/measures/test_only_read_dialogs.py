"""The dialogs around the measures say at once why nothing can be kept in a file only read."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from ita_desktop.db.data_file import DataFile
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import show_calendar
from ita_desktop.ui.measures.from_scores import show_from_scores
from ita_desktop.ui.measures.layouts.layouts_dialog import show_layouts
from ita_desktop.ui.measures.layouts.texts_dialog import show_texts
from ita_desktop.ui.measures.rounds import show_rounds
from ita_desktop.ui.measures.suggestions import show_suggestions
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings

pytestmark = pytest.mark.usefixtures("at_once")
WHY = "ไฟล์นี้เปิดอ่านอย่างเดียว"
Open = Callable[[Session, Settings, MainWindow], QDialog | None]
DIALOGS: dict[str, Open] = {
    "calendar": lambda session, _settings, window: show_calendar(session, window),
    "from scores": lambda session, _settings, window: show_from_scores(session, window),
    "layouts": show_layouts,
    "rounds": lambda session, _settings, window: show_rounds(session, window),
    "suggestions": lambda session, _settings, window: show_suggestions(
        session, session.tracker.topics[0].id, window
    ),
    "texts": lambda session, settings, window: show_texts(
        session, settings, "measures-six-month", 6, window
    ),
}


@pytest.fixture
def only_read(data: DataFile) -> Iterator[DataFile]:
    data.read_only = WHY
    yield data
    data.read_only = ""


@pytest.mark.usefixtures("only_read")
@pytest.mark.parametrize("name", DIALOGS)
def test_it_says_so(window: MainWindow, session: Session, settings: Settings, name: str) -> None:
    dialog = DIALOGS[name](session, settings, window)
    assert dialog is not None
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert WHY in said


@pytest.mark.usefixtures("only_read")
def test_texts_that_cannot_be_kept_cannot_be_typed(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    dialog = show_texts(session, settings, "measures-six-month", 6, window)
    assert dialog is not None
    assert not dialog.keep.isEnabled()
    assert all(field.editor.isReadOnly() for field in dialog.fields.values())
