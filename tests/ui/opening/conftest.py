"""What the tests of opening share: a lock of another person, buttons of boxes and of the banner."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ita_desktop.db.lock import lock_place
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.opening.banner import FileBanner

Press = Callable[[str], None]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep backups and requests of a test to itself."""
    folder = tmp_path / "user"
    for module in ("workflows.backups", "ui.opening.summons"):
        monkeypatch.setattr(f"ita_desktop.{module}.user_folder", lambda: folder)
    return folder


@pytest.fixture
def held(sample_path: Path) -> Iterator[Path]:
    """Return a file that somebody has open on another machine."""
    now = datetime.now(UTC).isoformat()
    said = {"person": "สมหญิง", "machine": "คลัง", "process": 4, "token": "abc"}
    lock_place(sample_path).write_text(json.dumps(said | {"since": now, "beat": now}), "utf-8")
    yield sample_path
    lock_place(sample_path).unlink(missing_ok=True)


@pytest.fixture
def offered(dialogs: list[QDialog]) -> Callable[[], list[str]]:
    """Return the words on the buttons of the last box, in the order they were offered."""

    def words() -> list[str]:
        box = dialogs[-1]
        assert isinstance(box, QMessageBox)
        role = QMessageBox.ButtonRole.RejectRole
        buttons = sorted(box.buttons(), key=lambda one: box.buttonRole(one) == role)
        return [one.text() for one in buttons]

    return words


@pytest.fixture
def press(dialogs: list[QDialog], qtbot: QtBot) -> Press:
    """Press a button of the last box."""

    def press_(words: str) -> None:
        box = dialogs[-1]
        assert isinstance(box, QMessageBox)
        (button,) = (one for one in box.buttons() if one.text() == words)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return press_


@pytest.fixture
def banner(qtbot: QtBot) -> Callable[[MainWindow], FileBanner]:
    """Return the banner of a window, once it is there."""

    def of(window: MainWindow) -> FileBanner:
        qtbot.waitUntil(lambda: window._guard is not None)
        assert window._guard is not None
        return window._guard.banner

    return of
