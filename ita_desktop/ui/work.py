"""The one way to do slow work: values in, values out, off the GUI thread."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from ita_desktop.errors import ClerkError, MachineError

T = TypeVar("T")


class _Job(QObject):
    """Lives in the GUI thread, so that what it is told there runs there."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, on_success: Callable[[object], None], on_failure: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._on_success = on_success
        self._on_failure = on_failure
        self.finished.connect(self._succeed, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        _running.add(self)

    @Slot(object)
    def _succeed(self, result: object) -> None:
        _running.discard(self)
        self._on_success(result)

    @Slot(object)
    def _fail(self, error: object) -> None:
        _running.discard(self)
        self._on_failure(cast("Exception", error))


class _Runner(QRunnable):
    def __init__(self, work: Callable[[], object], job: _Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        try:
            result = self._work()
        except (ClerkError, MachineError) as refusal:
            self._job.failed.emit(refusal)
        except Exception as fault:  # noqa: BLE001 - a thread has no caller; the GUI thread tells it
            self._job.failed.emit(fault)
        else:
            self._job.finished.emit(result)


_running: set[_Job] = set()  # a job that nobody holds would lose its signals


def run(
    work: Callable[[], T],
    on_success: Callable[[T], None],
    on_failure: Callable[[Exception], None],
) -> None:
    """Do ``work`` in a thread and call back on the GUI thread with its value or its error."""
    job = _Job(cast("Callable[[object], None]", on_success), on_failure)
    QThreadPool.globalInstance().start(_Runner(work, job))
