"""What the tests of the window share: open files, a window that is shown, dialogs that never block.

Nothing here waits: a QFileDialog is answered from a list, dialogs are opened without stopping and
kept in another list, and slow work is done at once unless a test asks for the real thread.
"""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui import theme, work
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.messages import SENTENCE
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file
from tests.kept_file import KeptFile, keep

OFFICE = Office(
    name="เทศบาลตำบลทดลอง",
    kind=OfficeKind.SUBDISTRICT,
    district="เมือง",
    province="ทดลอง",
    executive="นางสาวทดลอง ใจดี",
    executive_title="นายกเทศมนตรีตำบลทดลอง",
)
SEED_001 = {
    "1": "94.56",
    "2": "88.13",
    "3": "90.81",
    "4": "88.09",
    "5": "90.53",
    "6": "96.03",
    "7": "96.20",
    "8": "94.74",
    "9": "100",
    "10": "100",
}
"""The ten indicators of เทศบาลนครนครปฐม for 2565."""


@pytest.fixture(scope="session", autouse=True)
def dress(qapp: QApplication) -> None:
    """Give every test the program's own font and style."""
    theme.dress(qapp, Qt.ColorScheme.Light)


@pytest.fixture
def settings() -> Settings:
    """Return settings that remember nothing yet."""
    found = Settings()
    found._store.clear()
    return found


@pytest.fixture
def office() -> Office:
    return OFFICE


@pytest.fixture
def seed_001() -> dict[str, str]:
    return dict(SEED_001)


@pytest.fixture(scope="session")
def kept_sample(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("sample"), new_sample_file)


@pytest.fixture(scope="session")
def kept_empty(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    folder = tmp_path_factory.mktemp("empty")
    return keep(folder, lambda path: new_file(path, OFFICE, 2566))


@pytest.fixture
def sample_path(kept_sample: KeptFile, tmp_path: Path) -> Path:
    """Return a file of the sample municipality, closed."""
    return kept_sample.copy_to(tmp_path / "ตัวอย่าง.ita")


@pytest.fixture
def empty_path(kept_empty: KeptFile, tmp_path: Path) -> Path:
    """Return a file of an office with nothing but the fiscal year 2566, closed."""
    return kept_empty.copy_to(tmp_path / "หน่วยงาน.ita")


@pytest.fixture
def year_path(tmp_path: Path) -> Callable[[int], Path]:
    """Make a file of an office with one empty fiscal year."""

    def make(fiscal_year: int) -> Path:
        path = tmp_path / f"{fiscal_year}.ita"
        new_file(path, OFFICE, fiscal_year).close()
        return path

    return make


@pytest.fixture
def open_session(qapp: QApplication) -> Iterator[Callable[[Path], Session]]:
    """Open files as sessions without a window; they are closed after the test."""
    del qapp
    opened: list[Session] = []

    def open_(path: Path) -> Session:
        session = Session(open_file(path))
        opened.append(session)
        return session

    yield open_
    for session in opened:
        session.close()


@pytest.fixture
def open_beside(qapp: QApplication) -> Iterator[Callable[[Path], Session]]:
    """Open files that another window has open, as nothing but a test can: past the lock."""
    del qapp
    opened: list[Session] = []

    def open_(path: Path) -> Session:
        opened.append(Session(DataFile(path, connect(path), "สมหญิง")))
        return opened[-1]

    yield open_
    for session in opened:
        session.close()


@pytest.fixture
def sample(open_session: Callable[[Path], Session], sample_path: Path) -> Session:
    return open_session(sample_path)


@pytest.fixture
def empty(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    return open_session(empty_path)


@pytest.fixture
def make_window(qtbot: QtBot, settings: Settings) -> Callable[[Path | None], MainWindow]:
    """Show an active window on a file, or on the start page."""

    def make(path: Path | None = None) -> MainWindow:
        window = MainWindow(settings)
        qtbot.addWidget(window)
        if path is None:
            window.show_start()
        else:
            assert window.open_path(path)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if window.workspace is not None:
            window.workspace.scores.table.setFocus()
        return window

    return make


@pytest.fixture
def window(make_window: Callable[[Path | None], MainWindow], sample_path: Path) -> MainWindow:
    """Return a window on the sample municipality, at 2566."""
    return make_window(sample_path)


@pytest.fixture
def empty_window(make_window: Callable[[Path | None], MainWindow], empty_path: Path) -> MainWindow:
    """Return a window on an office with an empty 2566."""
    return make_window(empty_path)


@pytest.fixture
def page(window: MainWindow) -> ScorePage:
    assert window.workspace is not None
    return window.workspace.scores


@pytest.fixture
def empty_page(empty_window: MainWindow) -> ScorePage:
    assert empty_window.workspace is not None
    return empty_window.workspace.scores


@pytest.fixture(autouse=True)
def picked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Answer QFileDialog: each question takes the first path of this list; none left is ยกเลิก."""
    answers: list[Path] = []

    def answer(*_: Any, **__: Any) -> tuple[str, str]:
        return (str(answers.pop(0)) if answers else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(answer))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return answers


@pytest.fixture
def said() -> list[str]:
    """Return the sentences of the message boxes opened so far."""
    return []


@pytest.fixture(autouse=True)
def dialogs(monkeypatch: pytest.MonkeyPatch, said: list[str]) -> list[QDialog]:
    """Return the dialogs opened so far; one that would block fails the test."""
    opened: list[QDialog] = []
    really_open = QDialog.open

    def open_(dialog: QDialog) -> None:
        opened.append(dialog)
        if isinstance(dialog, QMessageBox):
            said.append(str(dialog.property(SENTENCE)))
        really_open(dialog)

    def block(*_: Any) -> None:
        pytest.fail("a dialog that blocks was opened")

    monkeypatch.setattr(QDialog, "open", open_)
    monkeypatch.setattr(QMessageBox, "open", open_)
    monkeypatch.setattr(QDialog, "exec", block)
    monkeypatch.setattr(QMessageBox, "exec", block)
    monkeypatch.setattr(QMenu, "exec", block)
    return opened


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do slow work in place, at once."""

    def run(
        job: Callable[..., Any],
        on_success: Callable[[Any], None],
        on_failure: Callable[[Exception], None],
        on_progress: work.Progress | None = None,
    ) -> work.Job:
        asked = work.Job(on_success, on_failure, on_progress)
        work._running.discard(asked)  # it is over when the caller gets it
        try:
            result = job() if on_progress is None else job(on_progress)
        except Exception as fault:  # noqa: BLE001 - as the thread does
            on_failure(fault)
        else:
            on_success(result)
        return asked

    monkeypatch.setattr(work, "run", run)


@pytest.fixture
def clipboard(qapp: QApplication) -> Callable[[str | None], str]:
    """Put text on the clipboard (None: leave it) and return what is on it."""
    del qapp

    def put(text: str | None = None) -> str:
        board = QGuiApplication.clipboard()
        if text is not None:
            board.setText(text)
        return board.text()

    put("")
    return put


@pytest.fixture
def years() -> tuple[int, ...]:
    return tuple(range(2564, 2570))


@pytest.fixture
def press(qapp: QApplication) -> Callable[[str], None]:
    """Press a key ("Enter", "Ctrl+Shift+Down") where the focus is."""

    def press_(keys: str) -> None:
        sequence: Any = QKeySequence(keys)  # the stubs know nothing of its strokes
        stroke: QKeyCombination = sequence[0]
        QTest.keyClick(_focus(qapp), stroke.key(), stroke.keyboardModifiers())
        if qapp.keyboardModifiers() is not Qt.KeyboardModifier.NoModifier:
            # a click holds Ctrl for whoever asks later, until a key comes without it
            anywhere = qapp.focusWidget() or next(iter(qapp.topLevelWidgets()))
            QTest.keyRelease(anywhere, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)

    return press_


@pytest.fixture
def type_(qapp: QApplication) -> Callable[[str], None]:
    """Type text where the focus is, letter by letter; Thai too, which QTest cannot."""

    def type_text(text: str) -> None:
        for letter in text:
            key = ord(letter.upper()) if letter.isascii() else Qt.Key.Key_unknown.value
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(_focus(qapp), event)

    return type_text


def _focus(application: QApplication) -> QWidget:
    widget = application.activePopupWidget() or application.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget
