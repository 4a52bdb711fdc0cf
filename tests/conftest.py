"""What holds for every test: no screen, no home of the user, nothing left behind.

Qt's platform and the user's folders are set while pytest reads this file, before any test module
(and with it the program) is imported.
"""

import ctypes
import errno
import gc
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, QThread, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget  # pytest-qt has it loaded in any case

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # without a screen Qt wants a folder of fonts of its own, and warns
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"], "Fonts")))


_ROOM_WANTED = 2 << 30
"""Bytes, many times what a run has at once: what a test makes goes with the test that passed."""


def _room_in_memory() -> Path | None:
    """Take a folder in memory for all temporary files, and return it; None where there is none.

    A hundred deeds take 0.19 s on a disk, which they wait for to have written, and 0.01 s there.
    Whoever names a folder (TMPDIR, as the process in front does for the others) gets that one.
    """
    memory = Path("/dev/shm")  # noqa: S108 - where Linux has it
    if "TMPDIR" in os.environ or sys.platform != "linux" or not memory.is_dir():
        return None
    known = dict(line.split(":") for line in Path("/proc/meminfo").read_text().splitlines())
    available = int(known["MemAvailable"].split()[0]) * 1024
    if min(available // 2, shutil.disk_usage(memory).free) < _ROOM_WANTED:
        return None
    if os.statvfs(memory).f_flag & os.ST_NOEXEC:  # a test may write a program to run
        return None
    room = Path(tempfile.mkdtemp(prefix="ita-tests-", dir=memory))
    os.environ["TMPDIR"] = str(room)
    tempfile.tempdir = None  # what was found before is forgotten
    return room


_ROOM = _room_in_memory()
_HOME = Path(tempfile.mkdtemp(prefix="ita-home-")).resolve()
for _variable, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}.items():
    _path = _HOME / _folder
    _path.mkdir(parents=True, exist_ok=True)
    _path.chmod(0o700)  # Qt warns of a runtime folder that others may enter
    os.environ[_variable] = str(_path)
if sys.platform == "win32":  # where Qt asks Windows, not these variables
    QStandardPaths.setTestModeEnabled(True)

_ENDING_MS = 10_000
"""How long what ends by itself is waited for: a busy machine is not a fault of the test."""

# A build gives the same examples each time; `dev.py test --slow` looks at many more.
hypothesis.settings.register_profile(
    "default", max_examples=50, deadline=None, derandomize="CI" in os.environ
)
hypothesis.settings.register_profile("slow", max_examples=2000, deadline=None)
hypothesis.settings.load_profile("default")


def pytest_report_header() -> str:
    """Say whether Qt can break Thai lines here: what depends on it skips without."""
    try:
        ctypes.CDLL("thai.dll" if sys.platform == "win32" else "libthai.so.0")
    except OSError:
        return "libthai: missing, Qt does not break Thai lines at words"
    return "libthai: present"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long: begun last, it would be done while the other processes idle."""
    items.sort(key=lambda item: not any(item.get_closest_marker(name) for name in ("long", "slow")))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests recorded, those of the long examinations above all."""
    lines = [
        f"{report.nodeid.rpartition('::')[2]}: {line}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, line in report.user_properties
        if name == "figures"
    ]
    if lines:
        terminalreporter.section("figures")
        for line in sorted(lines):
            terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    """Take the made-up home away; what Windows still holds stays in its temporary folder."""
    for folder in (_HOME, _ROOM):
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def shared() -> Path:
    """Return the folder of facts and papers beside the checkout; skips where it is absent."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("no folder 'shared' beside the checkout")
    return folder


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Return the files that another program holds, as Windows would have it."""
    names: set[Path] = set()
    replace = Path.replace

    def refuse(part: Path, goal: Path) -> Path:
        if goal in names:
            raise PermissionError(errno.EACCES, "held")
        return replace(part, goal)

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("ita_desktop.whole_file._PATIENCE", (0, 0))
    return names


def _windows() -> list[QWidget]:
    """Return the top-level widgets that no other widget owns, those asked to go being gone."""
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


def _running(*, may_be_of_qt: bool) -> list[threading.Thread | QThread]:
    """Return the threads that run and are not meant to run for good."""
    found: list[threading.Thread | QThread] = [
        thread
        for thread in threading.enumerate()
        if not thread.daemon and thread is not threading.main_thread()
    ]
    if may_be_of_qt:  # Qt keeps no list of them, but Python's collector does; takes milliseconds
        main = QThread.currentThread()
        found += [
            thing
            for thing in gc.get_objects()
            if isinstance(thing, QThread) and thing is not main and thing.isRunning()
        ]
    return found


def _goes_on(thread: threading.Thread | QThread) -> bool:
    """Say whether a thread goes on, past the moment it takes to end after its last signal."""
    if isinstance(thread, QThread):
        return not thread.wait(_ENDING_MS)
    thread.join(_ENDING_MS / 1000)
    return thread.is_alive()


@pytest.fixture(autouse=True, scope="module")
def set_aside() -> None:
    """Set what stays (modules, remembered words and lines) aside from what each test looks through.

    A million objects looked at twice a test take longer than the tests.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or work in a thread to the tests after it."""
    with_qt = "qapp" in request.fixturenames
    windows, threads = _windows(), _running(may_be_of_qt=with_qt)
    yield
    new_windows = [widget for widget in _windows() if widget not in windows]
    if new_windows:  # perhaps only waiting for the collector, in a cycle with the test's own things
        del new_windows
        gc.collect()
        new_windows = [widget for widget in _windows() if widget not in windows]
    left: list[object] = [*new_windows]
    after = _running(may_be_of_qt=with_qt)
    left += [thread for thread in after if thread not in threads and _goes_on(thread)]
    if with_qt and not QThreadPool.globalInstance().waitForDone(_ENDING_MS):
        left.append("work in Qt's thread pool")
    if left:
        pytest.fail(f"left behind: {left}")
