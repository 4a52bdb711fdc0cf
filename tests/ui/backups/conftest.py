"""What the tests of backups in the window share: a shelf of their own, a keeper, no open ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from ita_desktop.ui.backups.keeper import BackupKeeper
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.workflows import backups


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "ที่เก็บ"
    monkeypatch.setattr(backups, "shelf_folder", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def picked_folder(monkeypatch: pytest.MonkeyPatch, picked: list[Path]) -> None:
    """Answer the question for a folder as the other questions of QFileDialog."""

    def answer(*_: object) -> str:
        return str(picked.pop(0)) if picked else ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(answer))


@pytest.fixture
def keeper_of() -> Callable[[MainWindow], BackupKeeper]:
    """Return the keeper of a window, which is set up after its first paint."""

    def find(window: MainWindow) -> BackupKeeper:
        window._stand_guard()  # pyright: ignore[reportPrivateUsage]
        found = window._keeper  # pyright: ignore[reportPrivateUsage]
        assert found is not None
        return found

    return find


@pytest.fixture
def keeper(
    at_once: None, window: MainWindow, keeper_of: Callable[[MainWindow], BackupKeeper]
) -> BackupKeeper:
    """Return the keeper of the sample's window; what it does is done at once."""
    del at_once
    return keeper_of(window)
