"""What the tests of the measures' dialogs share: a window on the sample, its session."""

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def data(session: Session) -> DataFile:
    return session.file
