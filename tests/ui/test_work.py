"""Slow work: off the window's thread, and back on it."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import work


def test_the_value_comes_back_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    values: list[int] = []

    def job() -> int:
        threads.append(threading.current_thread())
        return 7

    def succeed(value: int) -> None:
        threads.append(threading.current_thread())
        values.append(value)

    work.run(job, succeed, lambda error: pytest.fail(str(error)))
    qtbot.waitUntil(lambda: values == [7])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not work._running


@pytest.mark.parametrize("error", [ClerkError("แก้ได้"), MachineError("ดิสก์เต็ม"), ValueError("ผิด")])
def test_an_error_comes_back_as_it_is(qtbot: QtBot, error: Exception) -> None:
    told: list[Exception] = []

    def job() -> None:
        raise error

    work.run(job, lambda _: pytest.fail("no value"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [error]
    assert not work._running


def test_what_was_worked_with_is_let_go_even_where_the_runner_is_not(qtbot: QtBot) -> None:
    """PySide keeps a runner for good where its thread is quicker than the call that starts it."""

    class Pages:
        def draw(self) -> int:
            return 7

    pages, values = Pages(), list[object]()
    gone = weakref.ref(pages)
    runner = work._Runner(pages.draw, work.Job(values.append, values.append, None))
    del pages
    runner.run()
    qtbot.waitUntil(lambda: values == [7])
    assert gone() is None
    assert runner is not None


def test_many_at_once(qtbot: QtBot) -> None:
    values: list[int] = []
    for number in range(20):
        work.run(lambda number=number: number, values.append, lambda _: None)
    qtbot.waitUntil(lambda: len(values) == 20)
    assert sorted(values) == list(range(20))


def test_a_fault_in_the_answer_does_not_keep_the_job(qtbot: QtBot) -> None:
    def fail(_value: object) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        work.run(lambda: 1, fail, lambda _: None)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError
    assert not work._running


def test_progress_is_told_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    shares: list[float] = []
    threads: set[threading.Thread] = set()
    values: list[str] = []

    def job(progress: work.Progress) -> str:
        for step in range(10_000):
            progress(step / 10_000)
        return "done"

    def tell(share: float) -> None:
        shares.append(share)
        threads.add(threading.current_thread())

    work.run(job, values.append, lambda error: pytest.fail(str(error)), tell)
    qtbot.waitUntil(lambda: values == ["done"])
    assert threads == {threading.main_thread()}
    assert shares == sorted(shares)
    assert len(shares) < 10_000  # not one event a call
    assert shares[-1] > 0.99


def test_work_that_is_given_up_ends_and_tells_nobody(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    ended: list[type[BaseException]] = []

    def job(progress: work.Progress) -> None:
        begun.set()
        go_on.wait(10)
        try:
            progress(0.5)
        except work.GivenUp:
            ended.append(work.GivenUp)
            raise

    asked = work.run(
        job,
        lambda _: pytest.fail("no value"),
        lambda _: pytest.fail("no error"),
        lambda _: pytest.fail("no progress"),
    )
    assert begun.wait(10)
    assert asked.runs
    asked.cancel()
    assert not asked.runs
    go_on.set()
    qtbot.waitUntil(lambda: not work._running)
    assert ended == [work.GivenUp]


def test_a_value_that_comes_after_giving_up_is_not_told(qtbot: QtBot) -> None:
    go_on = threading.Event()
    asked = work.run(
        lambda: go_on.wait(10), lambda _: pytest.fail("no value"), lambda _: pytest.fail("no error")
    )
    asked.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not work._running)


def test_work_that_did_not_begin_yet_is_not_begun(qtbot: QtBot) -> None:
    begun: list[int] = []
    asked = work.Job(lambda _: None, lambda _: None, None)
    asked.cancel()
    asked.do(lambda: begun.append(1))
    qtbot.waitUntil(lambda: not work._running)
    assert begun == []


def test_work_ends_with_its_owner(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    owner = QObject()

    def job() -> None:
        begun.set()
        go_on.wait(10)

    asked = work.run(job, lambda _: pytest.fail("no value"), lambda _: pytest.fail("no error"))
    asked.ends_with(owner)
    assert begun.wait(10)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not asked.runs)
    go_on.set()
    qtbot.waitUntil(lambda: not work._running)


def test_the_program_may_end_while_work_goes_on() -> None:
    code = (
        "import sys, time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from ita_desktop.ui import work\n"
        "application = QCoreApplication([])\n"
        "def job(progress):\n"
        "    for step in range(20):\n"
        "        time.sleep(0.01)\n"
        "        progress(step / 20)\n"
        "for _ in range(3):\n"
        "    work.run(job, print, print, print)\n"
        "sys.exit(3)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stdout, answer.stderr) == (3, "", "")


def test_what_failed_after_the_window_is_still_known() -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication, QThreadPool\n"
        "from ita_desktop.ui import work\n"
        "application = QCoreApplication([])\n"
        "def fail():\n"
        "    raise ZeroDivisionError\n"
        "work.run(fail, print, print)\n"
        "work.run(fail, print, print).cancel()\n"
        "work.run(bool, print, print)\n"
        "QThreadPool.globalInstance().waitForDone()\n"
        "print(work.unheard())\n"
        "QCoreApplication.sendPostedEvents()\n"
        "print(work.unheard())\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    heard = ["(ZeroDivisionError(),)", "", "()"]
    assert sorted(answer.stdout.splitlines()) == sorted([*heard, "False"]), answer.stderr
