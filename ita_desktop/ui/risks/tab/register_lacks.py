"""What the register of the year lacks."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.ui import today
from ita_desktop.ui.rows.lacks_beside import LacksBeside
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.risk_facts import RiskFacts


def register_lacks(session: Session, parent: QObject) -> LacksBeside:
    """Return what finds what the year's register lacks."""

    def seeker() -> Callable[[], Sequence[Lack]]:
        from ita_desktop.workflows.readiness.risks import risk_facts  # noqa: PLC0415 - when seen

        return partial(_lacks_of, risk_facts(session.file, session.register, today.today()))

    return LacksBeside(session, lambda: session.register, seeker, parent)


def _lacks_of(facts: "RiskFacts") -> Sequence[Lack]:
    from ita_desktop.domain.risk_checks import risk_lacks  # noqa: PLC0415 - when seen

    return worst_first([*risk_lacks(facts)])
