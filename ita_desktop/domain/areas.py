"""The parts of a year's work that are handed in, and which of them something lacking belongs to."""

from enum import StrEnum
from typing import Final

from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_plan_checks import CALENDAR, SCORES, WEAK
from ita_desktop.domain.oit_state_checks import OIT
from ita_desktop.domain.plan_outline_checks import PLAN
from ita_desktop.domain.risk_level_checks import METHOD
from ita_desktop.domain.risk_plan_checks import RISKS


class Area(StrEnum):
    """A part of the work, in the order of the tabs."""

    SCORES = "scores"
    MEASURES = "measures"
    RISKS = "risks"
    PLAN = "plan"
    DISCLOSURE = "disclosure"
    OTHER = "other"
    """The office itself, announcements, and texts of the analysis report."""

    @property
    def words(self) -> str:
        """Return the part as cards, filters and papers say it."""
        return _WORDS[self]


_WORDS: Final = {
    Area.SCORES: "คะแนน",
    Area.MEASURES: "มาตรการ",
    Area.RISKS: "ความเสี่ยง",
    Area.PLAN: "แผน",
    Area.DISCLOSURE: "OIT",
    Area.OTHER: "หน่วยงานและเอกสาร",
}
_KINDS: Final = {
    "score": Area.SCORES,
    "topic": Area.MEASURES,
    "topic_item": Area.MEASURES,
    "measure": Area.MEASURES,
    "step": Area.MEASURES,
    "calendar_row": Area.MEASURES,
    "process": Area.RISKS,
    "risk": Area.RISKS,
    "treatment": Area.RISKS,
    "plan": Area.PLAN,
    "section": Area.PLAN,
    "goal": Area.PLAN,
    "project": Area.PLAN,
    "oit_item": Area.DISCLOSURE,
}
_OF_YEAR: Final = {
    WEAK: Area.MEASURES,
    CALENDAR: Area.MEASURES,
    RISKS: Area.RISKS,
    METHOD: Area.RISKS,
    PLAN: Area.PLAN,
    SCORES: Area.SCORES,
    OIT: Area.DISCLOSURE,
}
"""What of a year as a whole (kind "fiscal_year") belongs where, by its field."""


def area_of(place: Place) -> Area:
    """Return the part of the work that a place is in."""
    if place.kind == "fiscal_year":
        return _OF_YEAR.get(place.field, Area.OTHER)
    return _KINDS.get(place.kind, Area.OTHER)
