"""The wiring: the program started as a process, with a screen and without one."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.start_up import modules_at_start
from ita_desktop import app
from ita_desktop.errors import MachineError
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.opening import new_sample_file

ROOT = Path(__file__).resolve().parents[1]
Start = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the program; its window closes itself after it was painted for the first time."""
    home = tmp_path / "home"
    home.mkdir()

    def run(*arguments: str | Path, screen: bool = True) -> subprocess.CompletedProcess[str]:
        away = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in away}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            environment[name] = str(home / name)
        environment |= {"HOME": str(home), "ITA_DESKTOP_BENCH": "first-paint"}
        if screen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        return subprocess.run(
            [sys.executable, "-m", "ita_desktop", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )

    return run


def test_what_knows_no_qt_is_loaded_before_it(tmp_path: Path) -> None:
    path = tmp_path / "ตัวอย่าง.ita"
    new_sample_file(path).close()
    names = modules_at_start(path)
    after = names[names.index("PySide6.QtCore") :]
    below = ("criteria", "db", "documents", "domain", "thai", "workflows")
    late = [name for name in after if name.startswith(tuple(f"ita_desktop.{one}" for one in below))]
    assert late == [], "name them in __main__: PySide reads the source of each that comes after it"


def test_opens_a_file(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "ตัวอย่าง.ita"
    new_sample_file(path).close()
    ended = start(path)
    assert ended.returncode == 0, ended.stderr
    again = start()  # the last file, remembered
    assert again.returncode == 0, again.stderr
    assert "Traceback" not in ended.stderr + again.stderr


@pytest.mark.usefixtures("qapp")
def test_garbage_is_looked_for_again_once_the_window_is_there() -> None:
    gc.disable()
    try:
        app._settle()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_opens_the_start_page_without_a_file_and_after_a_refused_one(
    start: Start, tmp_path: Path
) -> None:
    for arguments in ((), (tmp_path / "ไม่มี.ita",)):
        ended = start(*arguments)
        assert ended.returncode == 0, ended.stderr
        assert "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "เครื่องนี้ไม่มีหน้าจอ"),
        (("frobnicate",), "ไม่พบไฟล์ frobnicate"),
        (("demo",), "เครื่องนี้ไม่มีหน้าจอ"),
    ],
)
def test_without_a_screen_says_so_in_one_sentence(
    start: Start, arguments: tuple[str, ...], words: str
) -> None:
    ended = start(*arguments, screen=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(words)
    assert ended.stderr.count("\n") == 1
    assert ended.stdout == ""


def test_the_demo_fills_a_folder_without_a_screen(start: Start, tmp_path: Path) -> None:
    ended = start("demo", "--out", tmp_path / "out", screen=False)
    assert ended.returncode == 0, ended.stderr
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf", ".xlsx", ".png"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_qt_is_not_started_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MachineError, match="ไม่มีหน้าจอ"):
        app.start_qt()
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, ":0")
        assert app._has_screen()
        monkeypatch.delenv(name)


def test_the_size_chosen_holds_from_the_next_start(
    monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    del qapp
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.delenv("QT_SCALE_FACTOR")

    def nothing(*_asked: object) -> None:
        return None

    monkeypatch.setattr(app, "QApplication", nothing)
    monkeypatch.setattr(app.theme, "dress", nothing)
    monkeypatch.setattr(app, "speak_thai", nothing)
    monkeypatch.setattr(app, "report_faults", nothing)
    settings = Settings()
    settings._store.clear()
    try:
        app.start_qt()
        assert "QT_SCALE_FACTOR" not in os.environ
        settings.remember_scale(150)
        app.start_qt()
        assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    finally:
        settings._store.clear()
