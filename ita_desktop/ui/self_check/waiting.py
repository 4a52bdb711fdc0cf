"""Waiting for what the window does beside its work, as a clerk does: the window stays alive."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from ita_desktop.ui.self_check.failure import expect

_LONGEST_MS = 120_000
_LOOK_MS = 10


def wait_until(done: Callable[[], bool], what: str) -> None:
    """Return once ``done`` says so. Raises MachineError, naming ``what``, after two minutes."""
    loop, looking = QEventLoop(), QTimer()
    looking.timeout.connect(lambda: loop.quit() if done() else None)
    looking.start(_LOOK_MS)
    QTimer.singleShot(_LONGEST_MS, loop, loop.quit)
    if not done():
        loop.exec()
    looking.stop()
    expect(done(), what)
