"""The one way to do slow work: values in, values out, off the GUI thread.

Work that takes its time is told a function to say how far it is; through that function it is also
ended when nobody wants it any more.
"""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast, overload

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, SignalInstance, Slot
from shiboken6 import isValid

T = TypeVar("T")
Progress = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1; raises GivenUp where the work is to end."""

_FEWEST_THREADS = 4  # a page is drawn while a paper is made, on a machine of two cores too


class GivenUp(Exception):  # noqa: N818 - nothing went wrong
    """The work was given up by whoever asked for it; nobody is told."""


class Job(QObject):
    """Work that was asked for. It lives in the GUI thread, where its answers are given."""

    _finished = Signal(object)
    _failed = Signal(object)
    _moved = Signal()

    def __init__(
        self,
        on_success: Callable[[object], None],
        on_failure: Callable[[Exception], None],
        on_progress: Progress | None,
    ) -> None:
        super().__init__()
        self._on_success = on_success
        self._on_failure = on_failure
        self._on_progress = on_progress
        self._given_up = False
        self.error: Exception | None = None
        """What went wrong with the work, where that is known and was not told yet."""
        self._share = 0.0
        self._told = True
        self._lock = Lock()
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._succeed, queued)
        self._failed.connect(self._fail, queued)
        self._moved.connect(self._tell, queued)
        _running.add(self)

    @Slot()
    def cancel(self) -> None:
        """Give the work up: it ends when it next says how far it is, and calls nothing back."""
        self._given_up = True

    def ends_with(self, owner: QObject) -> None:
        """Give the work up when ``owner``, whom it was to tell, is gone."""
        owner.destroyed.connect(self.cancel)

    @property
    def runs(self) -> bool:
        """Whether an answer is still to come."""
        return self in _running and not self._given_up

    def say_progress(self, share: float) -> None:
        """Take a share done, from any thread; the last one is told when the window has time.

        Raises GivenUp where the work was given up.
        """
        if self._given_up:
            raise GivenUp
        with self._lock:
            self._share = share
            due, self._told = self._told, False
        if due:
            self._answer(self._moved)

    def do(self, work: Callable[[], object]) -> None:
        """Do the work, in the thread of the caller."""
        if self._given_up:
            self._answer(self._failed, GivenUp())
            return
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - a thread has no caller; the GUI thread tells it
            self.error = error
            self._answer(self._failed, error)
        else:
            self._answer(self._finished, result)

    def _answer(self, signal: SignalInstance, *said: object) -> None:
        try:
            signal.emit(*said)
        except RuntimeError:
            if isValid(self):
                raise
            # the program ended while the work went on: nobody is left to be told

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            self._told, share = True, self._share
        if self.runs and self._on_progress is not None:
            self._on_progress(share)

    @Slot(object)
    def _succeed(self, result: object) -> None:
        _running.discard(self)
        if not self._given_up:
            self._on_success(result)

    @Slot(object)
    def _fail(self, error: object) -> None:
        _running.discard(self)
        if not self._given_up:
            self._on_failure(cast("Exception", error))


class _Runner(QRunnable):
    def __init__(self, work: Callable[[], object], job: Job) -> None:
        super().__init__()
        self._work = work
        self._job = job

    def run(self) -> None:
        # PySide never lets go of a runner that ends while it is being started: it holds nothing.
        work, job = self._work, self._job
        del self._work, self._job
        job.do(work)


_running: set[Job] = set()  # a job that nobody holds would lose its signals


def unheard() -> tuple[Exception, ...]:
    """Return why jobs failed that found nobody to tell: the window's loop has ended."""
    errors = (job.error for job in _running if job.runs)
    return tuple(error for error in errors if error is not None)


@overload
def run(
    work: Callable[[], T],
    on_success: Callable[[T], None],
    on_failure: Callable[[Exception], None],
) -> Job: ...
@overload
def run(
    work: Callable[[Progress], T],
    on_success: Callable[[T], None],
    on_failure: Callable[[Exception], None],
    on_progress: Progress,
) -> Job: ...
def run(
    work: Callable[..., T],
    on_success: Callable[[T], None],
    on_failure: Callable[[Exception], None],
    on_progress: Progress | None = None,
) -> Job:
    """Do ``work`` in a thread and call back on the GUI thread with its value or its error.

    With ``on_progress`` the work is handed a function to say how far it is; what it says is told on
    the GUI thread, as often as the window has time. The job that is returned can be given up.
    """
    job = Job(cast("Callable[[object], None]", on_success), on_failure, on_progress)
    bound: Callable[[], T] = work if on_progress is None else lambda: work(job.say_progress)
    pool = QThreadPool.globalInstance()
    pool.setMaxThreadCount(max(pool.maxThreadCount(), _FEWEST_THREADS))
    pool.start(_Runner(bound, job))
    return job
