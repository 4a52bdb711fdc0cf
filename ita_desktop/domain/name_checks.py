"""Rules of names: the office and its executive are the same in every text of the year."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.executive_names import other_executive
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.foreign_names import other_office, words_of_other_kind
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.office import Office
from ita_desktop.thai.text import quoted

_HINTS = ("เทศบาล", "เทศมนตรี", "องค์การบริหาร", "อบต", "อบจ", "ทต.", "ทม.", "ทน.", "ส่วนตำบล")
"""One of these stands in every text that names an office, so that most texts are not searched."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody typed, and where it is mended; ``words`` says how it is called."""

    words: Callable[[], str]
    text: str
    place: Callable[[], Place]


def office_lacks(office: Office, *, known: bool, shared: bool = False) -> Iterator[Lack]:
    """Give what is not known of the office itself; papers print it. ``known``: it was entered.

    ``shared``: the year has rows that units are responsible for, so that they have to be named.
    """
    fields = (
        ("name", "ชื่อหน่วยงาน", office.name if known else ""),
        ("executive", "ชื่อผู้บริหาร", office.executive),
        ("executive_title", "ตำแหน่งผู้บริหาร", office.executive_title),
    )
    for field, words, value in fields:
        if not value.strip():
            place = Place(kind="office", number=0, field=field)
            said = f"ยังไม่มี{words} กรุณากรอกที่ข้อมูลหน่วยงาน เอกสารทุกฉบับใช้ข้อความนี้"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, said)
    if shared and not office.units:
        place = Place(kind="office", number=0, field="units")
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, _NO_UNITS)


_NO_UNITS: Final = (
    "ยังไม่มีรายชื่อสำนัก/กอง กรุณากรอกที่ข้อมูลหน่วยงาน ใช้เลือกผู้รับผิดชอบและทำแบบรายงานให้แต่ละหน่วยงาน"
)


def name_lacks(texts: Iterable[Said], office: Office) -> Iterator[Lack]:
    """Give the texts that name another office or executive, or use another kind's words."""
    for one in texts:
        if not any(hint in one.text for hint in _HINTS):
            continue
        if other := other_office(one.text, office.name):
            words = f"{one.words()} มีชื่อหน่วยงานอื่น {quoted(other)} กรุณาตรวจว่าเป็นข้อความที่คัดลอกมาหรือไม่"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, one.place(), words)
        elif other := other_executive(one.text, office.executive_title, office.executive):
            words = f"{one.words()} มีชื่อหรือตำแหน่งผู้บริหารอื่น {quoted(other)}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, one.place(), words)
        elif other := words_of_other_kind(one.text, office.name):
            words = f"{one.words()} ใช้คำของหน่วยงานประเภทอื่น {quoted(other)}"
            yield lack_of(Severity.NOTE, NOTHING_ASKED, one.place(), words)
