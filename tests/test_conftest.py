"""What conftest.py watches over: a test that leaves something behind fails, and no other does."""

import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

pytest_plugins = ["pytester"]
ROOT = Path(__file__).resolve().parents[1]

LEAVING = """
import threading

from PySide6.QtCore import QThread, QThreadPool
from PySide6.QtWidgets import QWidget

kept = []
go_on = threading.Event()


class Waiting(QThread):
    def run(self):
        go_on.wait()


def test_closed_window_is_fine(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()


def test_window_in_a_cycle_is_fine(qapp):
    window = QWidget()
    window.itself = lambda: window


def test_window_stays(qapp):
    kept.append(QWidget())


def test_next_one_is_not_blamed(qapp):
    assert kept


def test_thread_of_qt_stays(qapp):
    kept.append(Waiting())
    kept[-1].start()


def test_thread_of_python_stays():
    kept.append(threading.Thread(target=go_on.wait))
    kept[-1].start()


def test_work_in_the_pool_stays(qapp):
    QThreadPool.globalInstance().start(go_on.wait)


def test_all_end():
    go_on.set()
    QThreadPool.globalInstance().waitForDone()
    kept[1].wait()
    kept[2].join()
"""


def test_who_leaves_a_window_or_a_thread_fails(pytester: pytest.Pytester) -> None:
    watch = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    patient = "_ENDING_MS = 10_000"
    assert patient in watch
    # what never ends need not be waited for as long as what a busy machine ends late
    pytester.makeconftest(watch.replace(patient, "_ENDING_MS = 200"))
    pytester.makepyfile(LEAVING)
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=8, errors=4)
    result.stdout.fnmatch_lines(
        [
            "ERROR *::test_window_stays*",
            "ERROR *::test_thread_of_qt_stays*",
            "ERROR *::test_thread_of_python_stays*",
            "ERROR *::test_work_in_the_pool_stays*",
        ]
    )


def test_no_test_sees_the_home_of_the_user() -> None:
    home = Path.home()
    assert home.name.startswith("ita-home-")
    assert home.is_relative_to(Path(tempfile.gettempdir()).resolve())
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        assert Path(os.environ[variable]).is_relative_to(home)


def test_qt_runs_on_the_platform_that_was_asked_for(qapp: QApplication) -> None:
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"].split(":", maxsplit=1)[0]
