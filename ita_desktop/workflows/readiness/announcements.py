"""What the announcements of a year lack."""

from collections.abc import Iterable

from ita_desktop.domain.announcement_checks import (
    NO_GIFT_ITEM,
    AnnouncementFacts,
    announcement_lacks,
)
from ita_desktop.domain.lacks import NOTHING_ASKED, Asked, Lack
from ita_desktop.workflows.readiness.reading import Question


def lacks_of_announcements(question: Question) -> Iterable[Lack]:
    """Return what the announcements of the year lack."""
    reading, year = question.reading, question.fiscal_year
    plan, asked = reading.plan(year), _no_gift(question)
    return announcement_lacks(
        AnnouncementFacts(
            fiscal_year=year,
            announcements=reading.announcements(year),
            office=reading.office(),
            plan_years=None if plan is None else (plan.first_year, plan.last_year),
            measures=bool(reading.tracker(year).topics),
            no_gift=asked,
            no_gift_public=reading.disclosure(year).of(asked.code).state.is_public,
        )
    )


def _no_gift(question: Question) -> Asked:
    """Return the item that asks for the no-gift policy; the one before it asked for another."""
    asked = question.reading.asked(question.fiscal_year, *NO_GIFT_ITEM)
    criteria = question.reading.criteria(question.fiscal_year)
    item = None if criteria is None else criteria.item_by_code.get(asked.code)
    words = "" if item is None else f"{item.text} {item.group or ''}"
    return asked if "No Gift" in words or "ของขวัญ" in words else NOTHING_ASKED
