"""The same person opens a file twice: her first window comes forward, the second is not shown."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.lock import lock_place, take_lock
from ita_desktop.db.refusals import Holder
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.opening import summons
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.opening import person

ROOT = Path(__file__).resolve().parents[3]
Make = Callable[[Path | None], MainWindow]


@pytest.fixture
def forward(monkeypatch: pytest.MonkeyPatch) -> list[MainWindow]:
    """Return the windows that came forward."""
    came: list[MainWindow] = []
    really = MainWindow.come_forward

    def come(window: MainWindow) -> None:
        came.append(window)
        really(window)

    monkeypatch.setattr(MainWindow, "come_forward", come)
    return came


def test_the_first_window_comes_forward_and_the_second_keeps_what_it_shows(
    window: MainWindow,
    make_window: Make,
    empty_path: Path,
    forward: list[MainWindow],
    qtbot: QtBot,
    said: list[str],
) -> None:
    qtbot.waitUntil(lambda: window._guard is not None)
    second = make_window(empty_path)
    assert window.session is not None
    window.showMinimized()
    assert not second.open_path(window.session.path)
    qtbot.waitUntil(lambda: not second.waits)
    assert forward == [window]
    assert not window.isMinimized()
    assert second.session is not None
    assert second.session.path == empty_path
    assert list(summons.requests_folder().iterdir()) == []
    assert said == []


@pytest.mark.usefixtures("window")
def test_a_request_that_came_before_anybody_listened_is_heard(
    window: MainWindow, forward: list[MainWindow], qtbot: QtBot
) -> None:
    assert window.session is not None
    lock = window.session.file.lock
    assert lock is not None
    request = summons._request(lock.holder.token)
    request.parent.mkdir(parents=True, exist_ok=True)
    request.touch()
    window.open_path(window.session.path)  # listens anew
    qtbot.waitUntil(lambda: not request.exists())
    qtbot.waitUntil(lambda: forward == [window])


def test_a_window_of_the_same_name_on_another_machine_is_not_asked(
    held: Path, make_window: Make, said: list[str]
) -> None:
    place = lock_place(held)
    place.write_text(place.read_text("utf-8").replace(ascii_of("สมหญิง"), ascii_of(person())))
    window = make_window(None)
    assert not window.open_path(held)
    assert not window.waits
    assert "คลัง" in said[-1]


def ascii_of(name: str) -> str:
    """Return a name as a lock file has it."""
    return json.dumps(name)


def test_a_request_that_is_held_for_a_moment_is_heard_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that somebody has open cannot be taken away."""
    really, held = Path.unlink, [1, 1]

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if held and path.exists():
            held.pop()
            raise PermissionError(13, "held")
        really(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    request = summons._request("abc")
    request.parent.mkdir(parents=True, exist_ok=True)
    request.touch()
    listener = summons.Listener("abc")
    with qtbot.waitSignal(listener.summoned):
        pass
    assert not request.exists()
    assert held == []


@pytest.mark.parametrize("shown", ["shown", ""])
def test_a_window_that_does_not_answer_is_told_of_and_the_file_can_be_read(
    sample_path: Path,
    make_window: Make,
    settings: Settings,
    said: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    shown: str,
) -> None:
    monkeypatch.setattr(summons, "_PATIENCE", 2)
    monkeypatch.setattr(summons, "_LOOK_EVERY_MS", 1)
    lock = take_lock(sample_path, person())
    if shown:
        window = make_window(None)
    else:
        window = MainWindow(settings)
        qtbot.addWidget(window)
    assert not window.open_path(sample_path)
    assert window.waits
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "ไม่ตอบ" in said[0]
    assert window.isVisible()
    assert not window.waits
    assert list(summons.requests_folder().iterdir()) == []
    lock.release()


@pytest.mark.usefixtures("qapp")
def test_a_request_that_was_taken_before_we_looked_is_answered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_at_once(_path: Path) -> None:
        pass

    now = datetime.now(UTC)
    holder = Holder(person(), "เครื่องนี้", os.getpid(), now, now, "abc")
    monkeypatch.setattr(Path, "touch", taken_at_once)
    asked = summons.Summons(holder)
    with qtbot.waitSignal(asked.answered) as heard:
        pass
    assert heard.args == [True]


def test_a_token_is_no_way_out_of_the_folder() -> None:
    assert summons._request("../../x").parent == summons.requests_folder()


@pytest.fixture
def second(sample_path: Path, own_folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Return a process that opens the file of the window; its user's folder is the same."""
    base = own_folder / "ITA Desktop"
    base.mkdir(parents=True)
    (base / "ita-desktop").symlink_to(own_folder, target_is_directory=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "ita_desktop", str(sample_path)],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(own_folder), "LOCALAPPDATA": str(own_folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="made with links")
def test_a_second_process_ends_without_a_window(
    window: MainWindow, second: subprocess.Popen[bytes], forward: list[MainWindow], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert forward == [window]
