"""What may be typed into the fields of an OIT item, and how it is kept."""

from collections.abc import Callable, Mapping
from typing import Final

from ita_desktop.domain.disclosure import PublishState, lines_of
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.errors import ClerkError
from ita_desktop.thai.dates import parse_date
from ita_desktop.thai.text import fold, one_line, quoted

FIELD_WORDS: Final[Mapping[str, str]] = {
    "state": "สถานะ",
    "units": "หน่วยงานรับผิดชอบ",
    "addresses": "ที่อยู่หน้าเว็บไซต์",
    "due": "กำหนดเผยแพร่",
    "dated": "วันที่ของเอกสาร",
    "checked": "วันที่ตรวจสอบ",
    "note": "หมายเหตุ",
}
"""The fields of an item by their columns, as the window and papers call them."""
DAY_FIELDS: Final = frozenset({"due", "dated", "checked"})

_STATES: Final = {fold(state.words): state for state in PublishState} | {
    fold(words): state
    for state, many in {
        PublishState.NOT_BEGUN: (
            *("", "-", "–", "ยังไม่ดำเนินการ", "ยังไม่ได้เริ่ม", "ยังไม่ได้ดำเนินการ", "รอดำเนินการ"),
            *("ยังไม่จัดทำ", "ยังไม่ได้จัดทำ", "ยังไม่เผยแพร่", "ยังไม่ได้เผยแพร่"),
        ),
        PublishState.IN_WORK: (
            *("กำลังจัดทำ", "อยู่ระหว่างดำเนินการ", "กำลังดำเนินการ", "อยู่ระหว่างการจัดทำ"),
            *("อยู่ระหว่างการดำเนินการ", "ระหว่างดำเนินการ", "ระหว่างจัดทำ"),
        ),
        PublishState.PUBLISHED: (
            *("เผยแพร่", "ลงเว็บไซต์แล้ว", "ดำเนินการแล้ว", "เผยแพร่เรียบร้อยแล้ว", "เผยแพร่เรียบร้อย"),
            *("เผยแพร่ข้อมูลแล้ว", "เผยแพร่บนเว็บไซต์แล้ว", "เผยแพร่ทางเว็บไซต์แล้ว", "ลงเว็บแล้ว"),
            *("ขึ้นเว็บไซต์แล้ว", "เปิดเผยแล้ว", "เปิดเผยข้อมูลแล้ว", "ดำเนินการแล้วเสร็จ"),
        ),
        PublishState.CHECKED: ("ตรวจแล้ว", "ตรวจสอบ", "ตรวจสอบเรียบร้อยแล้ว"),
        PublishState.EXCLUDED: ("ไม่นำมาคิดคะแนน", "ไม่คิดคะแนน"),
    }.items()
    for words in many
}


def parse_publish_state(text: str) -> PublishState:
    """Return the state that words name. Raises ClerkError with the words that are understood."""
    if (state := _STATES.get(fold(text))) is not None:
        return state
    known = ", ".join(state.words for state in PublishState)
    raise ClerkError(f"ไม่รู้จักสถานะ {quoted(text)} กรุณาใช้คำใดคำหนึ่ง: {known}")


def disclosure_value(field: str, text: str) -> str:
    """Return what a field keeps of a typed text: a state's value, a day as ISO 8601, else words.

    Raises ClerkError where it cannot be taken.
    """
    return _PARSERS.get(field, clean_field)(text)


def _day(text: str) -> str:
    plain = one_line(text)
    return "" if plain in ("", "-", "–") else parse_date(plain).isoformat()


_PARSERS: Final[Mapping[str, Callable[[str], str]]] = {
    "state": lambda text: parse_publish_state(text).value,
    **dict.fromkeys(DAY_FIELDS, _day),
    "addresses": lambda text: "\n".join(lines_of(clean_field(text))),
    "units": lambda text: "\n".join(lines_of(clean_field(text))),
}
