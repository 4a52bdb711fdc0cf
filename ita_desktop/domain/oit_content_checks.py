"""Rules of what OIT items show: the required contents, and the days of the documents.

What is not ticked is lost: an item is scored as a whole. The days are those of ``data_dates``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import (
    Content,
    DisclosureItem,
    asked_contents,
    data_dates,
    is_late,
    missing_contents,
    period_words,
)
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.oit_facts import OitFacts, OitRule
from ita_desktop.domain.oit_state_checks import say_day
from ita_desktop.domain.required_contents import Need
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import quoted

_DONE_IN: Final = ("เป็นการดำเนินการ", "เป็นการประกาศ")
"""Contents of what has to be done in the year itself."""
_REPORTED: Final = (
    *("เป็นรายงาน", "สามารถจัดทำข้อมูล", "เป็นข้อมูลแบบรายเดือน"),
    *("รายเดือน/รายไตรมาส",),
)
"""Contents of what can only be told when its time is over."""
_OF_TIME: Final = (*_DONE_IN, *_REPORTED, "เป็นแผน", "เป็นข้อมูล", "เป็นนโยบาย", "เป็นหลักเกณฑ์")


def _contents(facts: OitFacts) -> Iterator[Lack]:
    """Find required contents of published items that are not ticked."""
    for item, known in facts.public():
        missing = missing_contents(item, known)
        if facts.counts(item) and len(missing) == len(asked_contents(item)) > 1:
            words = f"{known.state.words}แต่ยังไม่ได้ตรวจองค์ประกอบใดจากทั้ง {len(missing)} รายการ"
            yield facts.lack(Severity.ERROR, item, "contents", words)
        elif facts.counts(item):
            for one in missing:
                severity, words = Severity.ERROR, f"ยังไม่มีองค์ประกอบ {quoted(one.words)}"
                if one.is_optional:
                    severity = Severity.NOTE
                    words = f"ยังไม่ได้ทำเครื่องหมายว่ามี {quoted(one.words)} ถ้าไม่มีให้เว้นว่างไว้"
                yield facts.lack(severity, item, "contents", words, one.text)


def _qr_code(facts: OitFacts) -> Iterator[Lack]:
    """Find that the page does not show the QR code of EIT: nothing but its tick tells."""
    for item, known in facts.known():
        if not known.state.is_open or not facts.counts(item):
            continue
        for one in missing_contents(item, known):
            if one.words.startswith(Need.QR_CODE):
                soon = known.due is not None and not is_late(known, facts.scores, facts.today)
                severity = Severity.NOTE if soon else Severity.WARNING
                words = f"ยังไม่ได้ทำเครื่องหมายว่ามี {quoted(one.words)}"
                yield facts.lack(severity, item, "contents", words, one.text)


def _dated(facts: OitFacts) -> Iterator[Lack]:
    """Find documents of another time than the item asks for."""
    _, end = fiscal_year_dates(facts.fiscal_year)
    for item, known in facts.known():
        dates = data_dates(item)
        if known.dated is None or dates is None:
            continue
        content = _content_of_time(item)
        said = "" if content is None else content.words
        first, last = dates
        if wrong := _wrong_day(known.dated, said, first, last, end):
            asked = period_words(item)
            space = " " if asked[:1].isdigit() else ""
            words = f"มีเอกสารลงวันที่ {say_day(known.dated)} {wrong} แต่ข้อนี้ขอข้อมูลของ{space}{asked}"
            text = "" if content is None else content.text
            yield facts.lack(Severity.WARNING, item, "dated", words, text)


def _content_of_time(item: Item) -> Content | None:
    """Return the content that says of what time the data must be; None without any."""
    return next((one for one in asked_contents(item) if one.words.startswith(_OF_TIME)), None)


def _wrong_day(day: date, said: str, first: date, last: date, end: date) -> str:
    """Return why a document cannot be of its time; a plan may be made before its year begins.

    Where no content tells (``said`` empty) it may be a report, made when its time is over.
    """
    if said.startswith(_DONE_IN) and day < first:
        return f"ก่อนวันที่ {say_day(first)}"
    is_report = said.startswith(_REPORTED)
    if is_report and day < last.replace(day=1):  # in its last month it may be told already
        return f"ก่อนสิ้นสุดวันที่ {say_day(last)}"
    latest = end if is_report or not said else last
    return f"หลังวันที่ {say_day(latest)}" if day > latest else ""


def _days(facts: OitFacts) -> Iterator[Lack]:
    """Find days that cannot be: in the future, or a page looked at before its document was made."""
    for item, known in facts.known():
        for field, words in _impossible(known, facts.today):
            yield facts.lack(Severity.WARNING, item, field, words)


def _impossible(known: DisclosureItem, today: date) -> Iterator[tuple[str, str]]:
    if known.dated is not None and known.dated > today:
        yield "dated", f"มีเอกสารลงวันที่ {say_day(known.dated)} ซึ่งยังมาไม่ถึง"
    if known.checked is None:
        return
    if known.checked > today:
        yield "checked", f"มีวันที่ตรวจสอบ {say_day(known.checked)} ซึ่งยังมาไม่ถึง"
    elif known.dated is not None and known.checked < known.dated:
        words = f"มีวันที่ตรวจสอบ {say_day(known.checked)} ก่อนวันที่ของเอกสาร {say_day(known.dated)}"
        yield "checked", words


OIT_CONTENT_RULES: Final[tuple[OitRule, ...]] = (_contents, _qr_code, _dated, _days)
