"""What the OIT items of the year lack."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.ui import today
from ita_desktop.ui.rows.lacks_beside import LacksBeside
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.oit_facts import OitFacts


def item_lacks(session: Session, parent: QObject) -> LacksBeside:
    """Return what finds what the year's OIT items lack."""

    def seeker() -> Callable[[], Sequence[Lack]]:
        from ita_desktop.workflows.readiness.oit import oit_facts  # noqa: PLC0415 - when seen

        return partial(_lacks_of, oit_facts(session.file, session.disclosure, today.today()))

    return LacksBeside(session, lambda: session.disclosure, seeker, parent)


def _lacks_of(facts: "OitFacts") -> Sequence[Lack]:
    from ita_desktop.domain.oit_checks import oit_lacks  # noqa: PLC0415 - when seen

    return worst_first([*oit_lacks(facts)])
