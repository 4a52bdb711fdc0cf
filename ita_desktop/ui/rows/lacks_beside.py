"""What is lacking, found by a thread a moment after the last letter."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.lacks import Lack
from ita_desktop.ui import work
from ita_desktop.ui.session import Session

_PAUSE_MS: Final = 400
"""Without a letter typed, before a thread begins to look."""


class LacksBeside(QObject):
    """A thread looks through values; of two states the later one is told."""

    found = Signal(object)
    """What is lacking, worst first."""

    def __init__(
        self,
        session: Session,
        state: Callable[[], object],
        seeker: Callable[[], Callable[[], Sequence[Lack]]],
        parent: QObject,
    ) -> None:
        """``state`` is looked through as ``seeker`` says; it is the same object until it changes.

        ``seeker`` takes what it needs from the file and returns what a thread can do with it.
        """
        super().__init__(parent)
        self._session, self._state, self._seeker = session, state, seeker
        self._looked_through: object = None
        self._looking = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._seek)

    def seek(self) -> None:
        """Find what is lacking, after a pause."""
        if self._session.is_open:
            self._later.start()

    def _seek(self) -> None:
        if not self._session.is_open:
            return
        if self._looking:  # what is asked now may be of another year
            self._later.start()
            return
        self._looking, self._looked_through = True, self._state()
        work.run(self._seeker(), self._tell, self._fail).ends_with(self)

    def _tell(self, lacks: Sequence[Lack]) -> None:
        self._looking = False
        if not self._session.is_open:
            return
        if self._looked_through is self._state():
            self.found.emit(lacks)
        else:  # it was changed meanwhile
            self._later.start()

    def _fail(self, fault: Exception) -> None:
        self._looking = False
        raise fault
