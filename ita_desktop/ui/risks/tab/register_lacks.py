"""What the register of the year lacks, found a moment after the last letter."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.ui import today, work
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.risk_facts import RiskFacts
    from ita_desktop.domain.risks import Register

_PAUSE_MS: Final = 400
"""Without a letter typed, before a thread begins to look through the register."""


class RegisterLacks(QObject):
    """A thread looks through values; of two registers the later one is told."""

    found = Signal(object)
    """What the year lacks, worst first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._looked_through: Register | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._seek)

    def seek(self) -> None:
        """Find what is lacking, after a pause."""
        if self._session.is_open:
            self._later.start()

    def _seek(self) -> None:
        session = self._session
        if self._looked_through is not None or not session.is_open:
            return
        from ita_desktop.workflows.check import risk_facts  # noqa: PLC0415 - when seen

        self._looked_through = session.register
        facts = risk_facts(session.file, session.register, today.today())
        work.run(partial(_lacks_of, facts), self._tell, self._fail).ends_with(self)

    def _tell(self, lacks: Sequence[Lack]) -> None:
        register, self._looked_through = self._looked_through, None
        if not self._session.is_open:
            return
        if register is self._session.register:
            self.found.emit(lacks)
        else:  # it was changed meanwhile
            self._later.start()

    def _fail(self, fault: Exception) -> None:
        self._looked_through = None
        raise fault


def _lacks_of(facts: "RiskFacts") -> Sequence[Lack]:
    from ita_desktop.domain.risk_checks import risk_lacks  # noqa: PLC0415 - when seen

    return worst_first([*risk_lacks(facts)])
