"""ประกาศ for the executive's signature (แบบที่ 7 of the regulation on paper work).

Its order: mark, issuing agency, เรื่อง, reason, what is announced, date, signature, position. The
form has no place for a number: that stands in the office's book and in the data file.
"""

from datetime import date
from typing import Final

from ita_desktop.documents.announcement_texts import subject_of, text_of
from ita_desktop.documents.model import (
    Align,
    Block,
    Digits,
    Document,
    Heading,
    Mark,
    Paragraph,
    Section,
    Signatory,
    Signature,
    Stop,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.numbered import number_of, without_marker
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Plan
from ita_desktop.thai.dates import MONTHS
from ita_desktop.thai.fiscal import ERA
from ita_desktop.thai.text import one_line

ID: Final = "announcement"
NAME: Final = "ประกาศ"
_BY_HAND: Final = "ประกาศ ณ วันที่ \t{month_word} \t พ.ศ. \t"
_STOPS: Final = (  # written in by hand on the day it is signed
    Stop(at=72, align=Align.RIGHT, leader=True),
    Stop(at=120, align=Align.RIGHT, leader=True),
    Stop(at=150, align=Align.RIGHT, leader=True),
)


def paper_id(number: int) -> str:
    """Return the id of the paper that one kept announcement is: "announcement~7"."""
    return f"{ID}~{number}"


def number_of_paper(document_id: str) -> int | None:
    """Return which announcement a paper is; None of one that is none, or not a kept one."""
    name, _, number = document_id.partition("~")
    return int(number) if name == ID and number.isascii() and number.isdecimal() else None


def plan_announcement(plan: Plan) -> Announcement:
    """Return the announcement of a plan that nobody has written yet: its usual words, no date."""
    return Announcement(id=0, fiscal_year=plan.first_year, kind=AnnouncementKind.PLAN, plan=plan.id)


def date_words(day: date, *, month_word: bool) -> str:
    """Return "29 กันยายน พ.ศ. 2565", with เดือน before the month where that is wanted."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {'เดือน ' if month_word else ''}{month} พ.ศ. {day.year + ERA}"


def announcement_blocks(
    announcement: Announcement | None, office: Office, plan: Plan | None, digits: Digits
) -> tuple[Block, ...]:
    """Return an announcement's page, from its mark to its signature, in the digits asked for.

    Without one the usual words of the plan's. Raises LookupError where there is neither.
    """
    if announcement is None:
        if plan is None:
            raise LookupError("no announcement and no plan")
        announcement = plan_announcement(plan)
    return announcement_document(announcement, office, plan, digits).blocks


def announcement_document(
    announcement: Announcement, office: Office, plan: Plan | None, digits: Digits
) -> Document:
    """Return an announcement as a paper of its own; ``plan``: the one it is of, where it is of one.

    What the announcement leaves empty is as its kind and the office have it; without a day the date
    is left to be written in by hand.
    """
    title = f"{NAME}{office.name}"
    subject = f"เรื่อง {subject_of(announcement, office, plan)}".rstrip()
    signer = Signatory(
        name=announcement.signer or office.executive,
        title=announcement.signer_title or office.executive_title,
        lead="",
    )
    *body, closing = text_of(announcement, office, plan)
    blocks: tuple[Block, ...] = (
        Mark(),
        Heading(text=title, level=1),
        Paragraph(text=subject, align=Align.CENTER, bold=True),
        *(_paragraph(text, before=0 if place else 12) for place, text in enumerate(body)),
        Paragraph(text=closing, indent=True, keep_with_next=True),
        _dated(announcement),
        Signature(signatories=(signer,)),
    )
    return with_digits(
        Document(
            id=paper_id(announcement.id) if announcement.id else ID,
            title=one_line(f"{title} {subject}"),
            author=office.name,
            digits=digits,
            sections=(Section(blocks=blocks),),
            fiscal_year=announcement.fiscal_year,
            name=announcement.kind.words,
        )
    )


def _paragraph(text: str, before: int) -> Paragraph:
    """Return a paragraph of the text: indented, a numbered one with its number hung before it."""
    template, rest = without_marker(text)
    number = number_of(text)
    marker = template.strip().replace("{n}", str(number or ""))
    return Paragraph(text=rest, marker=marker, align=Align.JUSTIFY, indent=True, before=before or 6)


def _dated(announcement: Announcement) -> Paragraph:
    """Return the line of the date: the day, or dots to write it on."""
    if announcement.dated is not None:
        words = date_words(announcement.dated, month_word=announcement.month_word)
        text, stops = f"ประกาศ ณ วันที่ {words}", ()
    else:
        word = " เดือน" if announcement.month_word else ""
        text, stops = _BY_HAND.format(month_word=word), _STOPS
    return Paragraph(text=text, left=25, stops=stops, before=12, keep_with_next=True)
