"""What the plan looked at lacks."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.ui import today
from ita_desktop.ui.rows.lacks_beside import LacksBeside
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.plan_facts import PlanFacts


def plan_lacks(session: Session, parent: QObject) -> LacksBeside:
    """Return what finds what the plan of the year lacks."""

    def seeker() -> Callable[[], Sequence[Lack]]:
        from ita_desktop.workflows.readiness.plans import plan_facts  # noqa: PLC0415 - when seen

        year = session.fiscal_year
        return partial(_lacks_of, plan_facts(session.file, year, session.plan, today.today()))

    return LacksBeside(session, lambda: session.plan, seeker, parent)


def _lacks_of(facts: "PlanFacts") -> Sequence[Lack]:
    from ita_desktop.domain.plan_checks import plan_lacks as rules  # noqa: PLC0415 - when seen

    return worst_first([*rules(facts)])
