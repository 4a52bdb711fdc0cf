"""Rules of announcements: issued, dated inside the time that is asked for, signed by the executive.

O31 of 2566 asks for the no-gift policy as an announcement of its year signed by the executive. That
of a plan is looked for by the rules of the plan.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Asked, Lack, Place, lack_of
from ita_desktop.domain.office import Office
from ita_desktop.domain.oit_state_checks import say_day
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import quoted

NO_GIFT_ITEM: Final = ("O31", 2566)
"""The item that asks for the announcement of the no-gift policy; others follow by crosswalk."""
ANNOUNCEMENTS: Final = "announcements"
"""The field of the year as a whole where its announcements are drafted."""
_SIGNED: Final = "เป็นประกาศอย่างเป็นทางการ"
_OF_YEAR: Final = "เป็นการประกาศสำหรับปี"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementFacts:
    """What the rules look at. ``plan_years``: first and last year of the plan, if there is one.

    ``measures``: whether the year has any. ``no_gift``: the item that asks for the policy, and
    ``no_gift_public``: whether the office says it is on its pages already.
    """

    fiscal_year: int
    announcements: tuple[Announcement, ...]
    office: Office
    plan_years: tuple[int, int] | None = None
    measures: bool = False
    no_gift: Asked = NOTHING_ASKED
    no_gift_public: bool = False


AnnouncementRule = Callable[[AnnouncementFacts], Iterator[Lack]]


def announcement_lacks(facts: AnnouncementFacts) -> list[Lack]:
    """Return what the announcements of a year lack."""
    return [lack for rule in ANNOUNCEMENT_RULES for lack in rule(facts)]


def _wanted(facts: AnnouncementFacts) -> Iterator[tuple[AnnouncementKind, Asked, bool]]:
    """Give the announcements a year needs, the item that asks, and whether it may be elsewhere."""
    if facts.measures:
        yield AnnouncementKind.MEASURES, NOTHING_ASKED, False
    if facts.no_gift.code:
        yield AnnouncementKind.NO_GIFT, facts.no_gift, facts.no_gift_public


def _missing(facts: AnnouncementFacts) -> Iterator[Lack]:
    """Find announcements that nobody drafted, or whose draft was not issued."""
    for kind, asked, elsewhere in _wanted(facts):
        ours = [one for one in facts.announcements if one.kind is kind]
        if any(one.is_issued for one in ours):
            continue
        if not ours:
            severity = Severity.WARNING if asked is NOTHING_ASKED else Severity.ERROR
            if elsewhere:
                severity = Severity.NOTE
            place = Place(
                kind="fiscal_year", number=facts.fiscal_year, field=ANNOUNCEMENTS, code=kind.value
            )
            words = f"ปี {facts.fiscal_year} ยังไม่มี{kind.words} กรุณาร่างประกาศให้ผู้บริหารลงนาม"
            yield lack_of(severity, asked, place, words, _SIGNED)
            continue
        draft = ours[-1]
        place = Place(kind="announcement", number=draft.id, field="dated")
        if draft.dated is None:
            words = f"ร่าง{kind.words} ยังไม่มีวันที่"
        else:
            words = f"{kind.words} ยังเป็นร่าง ยังไม่ได้ออกประกาศ"
        severity = Severity.NOTE if elsewhere else Severity.WARNING
        yield lack_of(severity, asked, place, words, _SIGNED)


def _dated(facts: AnnouncementFacts) -> Iterator[Lack]:
    """Find days outside the time asked for: the year; of a plan its years and the one before.

    One whose plan is not known, and one of free words, may have any day.
    """
    year = facts.fiscal_year
    first, last = fiscal_year_dates(year)
    for one in facts.announcements:
        if one.dated is None or one.kind is AnnouncementKind.FREE:
            continue
        name = f"{one.kind.words} ลงวันที่ {say_day(one.dated)}"
        place = Place(kind="announcement", number=one.id, field="dated")
        if one.kind is AnnouncementKind.PLAN:
            if facts.plan_years is None:
                continue
            begins, ends = facts.plan_years
            earliest, _ = fiscal_year_dates(begins - 1)
            _, latest = fiscal_year_dates(ends)
            if not earliest <= one.dated <= latest:
                words = f"{name} อยู่นอกช่วงปีของแผน {begins} – {ends}"
                yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)
        elif not first <= one.dated <= last:
            asked = facts.no_gift if one.kind is AnnouncementKind.NO_GIFT else NOTHING_ASKED
            words = f"{name} อยู่นอกปีงบประมาณ {year}"
            yield lack_of(Severity.WARNING, asked, place, words, _OF_YEAR)


def _signed(facts: AnnouncementFacts) -> Iterator[Lack]:
    """Find announcements with another signer than the executive; issued ones keep who signed."""
    for one in facts.announcements:
        for field, words, own in (
            ("signer", "ผู้ลงนาม", facts.office.executive),
            ("signer_title", "ตำแหน่งผู้ลงนาม", facts.office.executive_title),
        ):
            told = getattr(one, field)
            if told and own and "".join(told.split()) != "".join(own.split()):
                severity = Severity.NOTE if one.is_issued else Severity.WARNING
                place = Place(kind="announcement", number=one.id, field=field)
                said = (
                    f"{one.kind.words} มี{words} {quoted(told)} แต่ผู้บริหารของหน่วยงานคือ {quoted(own)}"
                )
                yield lack_of(severity, NOTHING_ASKED, place, said)


ANNOUNCEMENT_RULES: Final[tuple[AnnouncementRule, ...]] = (_missing, _dated, _signed)
