"""Days that ป.ป.ช. set for the assessment of a fiscal year, with how well each is known."""

from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.criteria import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ItaDate:
    """A step of the assessment: from its first to its last day, both the same of a single day."""

    words: str
    first: date
    last: date
    status: Status
    source: str
    """Where the days were read."""
