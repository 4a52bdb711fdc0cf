"""Announcements of a fiscal year: drafted, changed, issued; an issued one stays as printed.

A draft says what its kind says wherever the office wrote nothing of its own. Issuing keeps the very
PDF in the data file and fixes its words; from then on nobody changes or removes it but undo.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

from ita_desktop.db import announcements as table
from ita_desktop.db.announcements import announcements_of, announcements_of_plan, load_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import store_content
from ita_desktop.db.marks import load_mark
from ita_desktop.db.plans import load_plan, plan_covering, plans_of
from ita_desktop.db.rows import Value
from ita_desktop.documents.announcement import announcement_document, number_of_paper
from ita_desktop.documents.announcement_texts import (
    subject_of,
    text_of,
    usual_subject,
    usual_text,
)
from ita_desktop.documents.model import Digits, Document
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.domain.places_in_text import PLACE
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.thai.dates import parse_date
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.opening import office_of

FIELD_WORDS: Final[Mapping[str, str]] = {
    "number": "เลขที่ประกาศ",
    "dated": "วันที่ประกาศ",
    "month_word": "คำว่าเดือนในวันที่",
    "subject": "เรื่องของประกาศ",
    "text": "ข้อความของประกาศ",
    "signer": "ผู้ลงนามประกาศ",
    "signer_title": "ตำแหน่งผู้ลงนามประกาศ",
}
"""What may be changed of a draft, and how the window calls each."""
_GONE: Final = "ประกาศนี้ถูกลบไปแล้ว กรุณาเลือกประกาศอื่น"
_ISSUED: Final = "ประกาศนี้ออกแล้วจึงแก้ไขหรือลบไม่ได้ กรุณาร่างประกาศฉบับใหม่แทน หรือเลิกทำการออกประกาศ"


@dataclass(frozen=True, slots=True)
class AnnouncementPaper:
    """An announcement to be drawn; ``kept``: the PDF it was issued as, empty of a draft."""

    document: Document
    own_words: frozenset[str]
    kept: bytes = b""


def add_draft(file: DataFile, fiscal_year: int, kind: AnnouncementKind) -> int:
    """Begin an announcement with the usual words of its kind, as one deed; return its number.

    That of a plan is of the plan that covers the year. Raises ClerkError where none does.
    """
    plan = plan_covering(file, fiscal_year) if kind is AnnouncementKind.PLAN else None
    if kind is AnnouncementKind.PLAN and plan is None:
        raise ClerkError(
            f"ยังไม่มีแผนที่ครอบคลุมปีงบประมาณ {fiscal_year} กรุณาเริ่มแผนที่แท็บ “จัดทำแผน” ก่อนร่างประกาศ"
        )
    with file.deed(f"ร่าง{kind.words}"):
        return table.add_announcement(file, fiscal_year, kind, plan)


def change_draft(file: DataFile, number: int, field: str, text: str) -> None:
    """Write a field of a draft as typed, as one deed; words that are the usual ones are not kept.

    ``dated`` takes any date a clerk types, ``month_word`` "1" or "". Raises ClerkError for a day
    that is none, and where the announcement was issued or is gone.
    """
    draft = _draft(file, number)
    value = _value(file, draft, field, text)
    with file.deed(f"แก้{FIELD_WORDS[field]}"):
        table.change_announcement(file, number, {field: value})


def _value(file: DataFile, draft: Announcement, field: str, text: str) -> Value:
    match field:
        case "dated":
            return parse_date(text).isoformat() if text.strip() else ""
        case "month_word":
            return int(bool(text.strip()))
        case "text":
            kept = clean_field(text)
            return "" if kept == usual_text(draft.kind) else kept
        case "subject":
            kept = one_line(clean_field(text))
            return "" if kept == usual_subject(draft.kind) else kept
        case "signer" | "signer_title":
            office = office_of(file)
            usual = office.executive if field == "signer" else office.executive_title
            kept = one_line(clean_field(text))
            return "" if kept == usual else kept
        case "number":
            return one_line(clean_field(text))
        case _:
            raise LookupError(field)


def remove_draft(file: DataFile, number: int) -> None:
    """Take a draft away, as one deed. Raises ClerkError where it was issued or is gone."""
    draft = _draft(file, number)
    with file.deed(f"ลบร่าง{draft.kind.words}"):
        table.remove_announcement(file, number)


def refuse_unready(file: DataFile, number: int) -> None:
    """Raise ClerkError where a draft cannot be issued yet, with what it lacks."""
    draft = _draft(file, number)
    plan = plan_of_announcement(file, draft)
    office = office_of(file)
    if draft.dated is None:
        raise ClerkError("ยังไม่มีวันที่ประกาศ กรุณากรอกวันที่ก่อนออกประกาศ")
    subject = subject_of(draft, office, plan)
    paragraphs = text_of(draft, office, plan)
    if not subject:
        raise ClerkError("ยังไม่มีเรื่องของประกาศ กรุณากรอกเรื่องก่อนออกประกาศ")
    if len(paragraphs) == 1:
        raise ClerkError("ยังไม่มีข้อความของประกาศ กรุณากรอกเหตุผลและสิ่งที่ประกาศก่อน")
    if lacking := [one[0] for one in PLACE.finditer("\n".join((subject, *paragraphs)))]:
        raise ClerkError(
            f"ในประกาศยังมี {' '.join(dict.fromkeys(lacking))} ที่ไม่มีข้อมูลให้เติม กรุณาแก้ข้อความก่อนออกประกาศ"
        )


def issue(
    file: DataFile, announcement: Announcement, pdf: bytes, now: datetime | None = None
) -> None:
    """Keep a draft as the PDF that was made of it, as one deed; it never changes after.

    Its words become those on the PDF, so that a plan it is bound into says the same whatever the
    office is called later. ``announcement``: the draft as it was drawn. Raises ClerkError where it
    is not ready or was changed meanwhile, MachineError where the disk refuses.
    """
    number = announcement.id
    refuse_unready(file, number)
    if _draft(file, number) != announcement:
        raise ClerkError("ร่างประกาศถูกแก้ไขระหว่างจัดทำ กรุณาตรวจหน้าประกาศแล้วออกประกาศใหม่")
    office = office_of(file)
    plan = plan_of_announcement(file, announcement)
    digest = sha256(pdf).hexdigest()
    store_content(file, digest, pdf)
    moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    with file.deed(f"ออก{announcement.kind.words}"):
        table.change_announcement(
            file,
            number,
            {
                "subject": subject_of(announcement, office, plan),
                "text": "\n".join(text_of(announcement, office, plan)),
                "signer": announcement.signer or office.executive,
                "signer_title": announcement.signer_title or office.executive_title,
                "issued": moment,
                "sha256": digest,
            },
        )


def _draft(file: DataFile, number: int) -> Announcement:
    """Return an announcement that may be changed. Raises ClerkError where it may not."""
    announcement = load_announcement(file, number)
    if announcement is None:
        raise ClerkError(_GONE)
    if announcement.is_issued:
        raise ClerkError(_ISSUED)
    return announcement


def plan_of_announcement(file: DataFile, announcement: Announcement) -> Plan | None:
    """Return the plan whose names and years an announcement says; None where there is none.

    Its own, else the one that covers its year.
    """
    there = {one.id for one in plans_of(file)}
    plan = announcement.plan
    if plan not in there:
        plan = plan_covering(file, announcement.fiscal_year)
    return None if plan is None else load_plan(file, plan)


def announcement_of_plan(file: DataFile, plan: int) -> Announcement | None:
    """Return the announcement a plan is bound with: the newest issued one, else the newest draft.

    None: nobody has drafted one.
    """
    return _newest(announcements_of_plan(file, plan))


def announcement_of_year(file: DataFile, fiscal_year: int) -> Announcement:
    """Return the announcement a year prints where nobody says which.

    The newest issued one, else the newest draft; where there is none the usual words, undated: of
    the plan that covers the year, else of the no-gift policy.
    """
    if (newest := _newest(announcements_of(file, fiscal_year))) is not None:
        return newest
    plan = plan_covering(file, fiscal_year)
    kind = AnnouncementKind.NO_GIFT if plan is None else AnnouncementKind.PLAN
    return Announcement(id=0, fiscal_year=fiscal_year, kind=kind, plan=plan)


def _newest(announcements: tuple[Announcement, ...]) -> Announcement | None:
    """Return the one issued last, else the one added last, else None."""
    return max(announcements, key=lambda one: (one.issued, one.id), default=None)


def announcement_paper(
    file: DataFile, document_id: str, fiscal_year: int, digits: Digits
) -> AnnouncementPaper:
    """Return the year's announcement ("announcement"), or a kept one of it ("announcement~7").

    An issued one is as it was printed, whatever digits, font or margins are asked for now. Raises
    ClerkError where the year has no such announcement, or where its PDF is damaged.
    """
    number = number_of_paper(document_id)
    if number is None:
        announcement = announcement_of_year(file, fiscal_year)
    else:
        found = load_announcement(file, number)
        if found is None or found.fiscal_year != fiscal_year:
            raise ClerkError(
                f"ปีงบประมาณ {fiscal_year} ไม่มีประกาศ “{document_id}” กรุณาเลือกจากรายการประกาศของปีนั้น"
            )
        announcement = found
    paper = paper_of_announcement(file, announcement, digits)
    return replace(paper, document=replace(paper.document, id=document_id))


def paper_of_announcement(
    file: DataFile, announcement: Announcement, digits: Digits
) -> AnnouncementPaper:
    """Return an announcement as it is drawn, also one that is being written.

    Raises ClerkError where the PDF of an issued one is damaged.
    """
    office = office_of(file)
    plan = plan_of_announcement(file, announcement)
    document = announcement_document(announcement, office, plan, digits)
    return AnnouncementPaper(
        replace(document, mark=load_mark(file)),
        office.own_words,
        table.kept_pdf(file, announcement) if announcement.is_issued else b"",
    )
