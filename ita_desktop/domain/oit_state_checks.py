"""Rules of how far OIT items are: published in time, with pages that were looked at, and scored."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from ita_desktop.domain.addresses import is_address, same_address
from ita_desktop.domain.disclosure import (
    DisclosureItem,
    PublishState,
    is_late,
    is_waited_for,
    lines_of,
)
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.oit_facts import OitFacts, OitRule
from ita_desktop.domain.responsible import unknown_units
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import quoted

OIT: Final = "oit"
"""The field of the year as a whole where its OIT items are looked after."""


def say_day(day: date) -> str:
    """Return a day in Arabic digits: "31 มี.ค. 2566"."""
    return format_date(day, thai_digits=False, abbreviated=True)


def _nothing_said(facts: OitFacts) -> Iterator[Lack]:
    """Find a year of whose items nobody said anything; told once for them all."""
    if facts.items and not facts.disclosure.items:
        year = facts.fiscal_year
        place = Place(kind="fiscal_year", number=year, field=OIT)
        words = (
            f"ปีงบประมาณ {year} ยังไม่บันทึกการเปิดเผยข้อมูล (OIT) ทั้ง {len(facts.items)} ข้อ"
            " กรุณากรอกหน่วยงานรับผิดชอบและสถานะของแต่ละข้อ"
        )
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


def _open(facts: OitFacts) -> Iterator[Lack]:
    """Find items that are not published: late ones, those without a day, and those yet to come.

    One without a day and without units is told once: 43 of a year just begun are 43 lines.
    """
    over = facts.today > fiscal_year_dates(facts.fiscal_year)[1]
    for item, known in facts.known():
        if not known.state.is_open or not facts.counts(item):
            continue
        state = known.state.words
        if not is_waited_for(known, facts.scores):
            words = f"ได้ 100 คะแนนแล้ว แต่สถานะยังเป็น “{state}” กรุณาแก้สถานะให้ตรงกัน"
            yield facts.lack(Severity.NOTE, item, "state", words)
            continue
        if known.due is None and over:
            severity, field, words = Severity.ERROR, "state", f"{state} ทั้งที่สิ้นปีงบประมาณแล้ว"
        elif known.due is None and not known.units:
            severity, field = Severity.WARNING, "units"
            words = f"{state} ยังไม่มีหน่วยงานรับผิดชอบและกำหนดเผยแพร่"
        elif known.due is None:
            severity, field, words = Severity.WARNING, "due", f"{state} และยังไม่มีกำหนดเผยแพร่"
        elif is_late(known, facts.scores, facts.today):
            severity, field = Severity.ERROR, "state"
            words = f"{state} เลยกำหนดเผยแพร่ {say_day(known.due)} แล้ว"
        else:
            severity, field = Severity.WARNING, "state"
            words = f"{state} ต้องเผยแพร่ภายใน {say_day(known.due)}"
        yield replace(facts.lack(severity, item, field, words), unpublished=True)


def _units(facts: OitFacts) -> Iterator[Lack]:
    for item, known in facts.known():
        if known.state is PublishState.EXCLUDED:
            continue
        if not known.units:
            if known.due is None and is_waited_for(known, facts.scores):
                continue  # told with the day it has not
            yield facts.lack(Severity.WARNING, item, "units", "ยังไม่มีหน่วยงานรับผิดชอบ")
        elif facts.units and (unknown := unknown_units(known.units, facts.units)):
            words = f"ระบุหน่วยงานที่ไม่อยู่ในรายชื่อของหน่วยงาน: {', '.join(unknown)}"
            yield facts.lack(Severity.NOTE, item, "units", words)


def _pages(facts: OitFacts) -> Iterator[Lack]:
    """Find published items whose page is not named, or was never looked at."""
    for item, known in facts.public():
        if not known.addresses:
            words = f"{known.state.words}แต่ยังไม่มีที่อยู่หน้าเว็บไซต์"
            yield facts.lack(Severity.ERROR, item, "addresses", words)
        if known.checked is None:
            words = f"{known.state.words}แต่ยังไม่มีวันที่ตรวจสอบหน้าเว็บไซต์"
            yield facts.lack(Severity.WARNING, item, "checked", words)


def _addresses(facts: OitFacts) -> Iterator[Lack]:
    """Find addresses that are none, and those that stand at several items."""
    used: dict[str, list[str]] = {}
    for item, known in facts.known():
        lines = lines_of(known.addresses)
        wrong = [line for line in lines if not is_address(line)]
        if wrong:
            words = f"มีที่อยู่หน้าเว็บไซต์ที่ไม่ถูกต้อง: {', '.join(map(quoted, wrong))}"
            yield facts.lack(Severity.WARNING, item, "addresses", words)
        for line in dict.fromkeys(same_address(line) for line in lines if line not in wrong):
            used.setdefault(line, []).append(item.code)
    for address, codes in used.items():
        if len(codes) > 1:
            place = Place(
                kind="oit_item", number=facts.fiscal_year, field="addresses", code=codes[1]
            )
            words = f"ข้อ {', '.join(codes)} ใช้ที่อยู่หน้าเว็บไซต์เดียวกัน {quoted(address)} กรุณาตรวจว่าถูกต้อง"
            yield lack_of(Severity.NOTE, NOTHING_ASKED, place, words)


def _scores(facts: OitFacts) -> Iterator[Lack]:
    """Find states that the score contradicts."""
    for item, known in facts.known():
        score = facts.scores.get(item.code)
        excluded = known.state is PublishState.EXCLUDED
        if excluded and isinstance(score, Decimal):
            words = f"มีสถานะ “{known.state.words}” แต่มีคะแนน {score:f}"
        elif score is EXCLUDED and not excluded and known != DisclosureItem(code=item.code):
            words = f"มีสถานะ “{known.state.words}” แต่ผลคะแนนเป็นไม่คิดคะแนน"
        elif known.state.is_public and score == 0:
            words = f"{known.state.words}แต่ได้ 0 คะแนน กรุณาตรวจว่าหน้าเว็บไซต์มีครบตามองค์ประกอบ"
        else:
            continue
        yield facts.lack(Severity.WARNING, item, "state", words)


def _days_due(facts: OitFacts) -> Iterator[Lack]:
    """Find days an item has to be published by that are not of the fiscal year."""
    first, last = fiscal_year_dates(facts.fiscal_year)
    for item, known in facts.known():
        if known.due is not None and not first <= known.due <= last:
            words = f"มีกำหนดเผยแพร่ {say_day(known.due)} อยู่นอกปีงบประมาณ {facts.fiscal_year}"
            yield facts.lack(Severity.WARNING, item, "due", words)


OIT_STATE_RULES: Final[tuple[OitRule, ...]] = (
    *(_open, _units, _pages, _addresses, _scores, _days_due),
)
"""Rules of a year of whose items something was said; ``nothing_said`` is of the others."""
nothing_said: Final[OitRule] = _nothing_said
