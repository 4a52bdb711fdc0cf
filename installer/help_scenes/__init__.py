"""The pictures of the help, a module a page; every page's SCENES are listed here."""

from collections.abc import Sequence

from installer.help_scenes import (
    backups,
    disclosure,
    handover,
    measures,
    moving,
    overview,
    papers,
    plan,
    risks,
    scores,
    start,
)
from installer.help_shot import Scene

SCENES: Sequence[Scene] = (
    *start.SCENES,
    *overview.SCENES,
    *scores.SCENES,
    *measures.SCENES,
    *risks.SCENES,
    *plan.SCENES,
    *disclosure.SCENES,
    *papers.SCENES,
    *backups.SCENES,
    *moving.SCENES,
    *handover.SCENES,
)
