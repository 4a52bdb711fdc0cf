"""Slow work: off the window's thread, and back on it."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import threading

import pytest
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
