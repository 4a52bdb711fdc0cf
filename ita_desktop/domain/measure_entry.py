"""What may be typed into the fields of a measure, and how it is kept."""

from decimal import Decimal
from typing import Final

from ita_desktop.domain.measures import State
from ita_desktop.domain.score_entry import parse_score
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, one_line, quoted

LONGEST: Final = 30_000
"""Letters of one field; a cell of Excel takes 32,767."""

_STATES: Final = {fold(state.words): state for state in State} | {
    fold(words): state
    for state, many in {
        State.UNTOLD: ("", "-", "–"),
        State.NOT_STARTED: ("ยังไม่เริ่ม", "ยังไม่ได้ดำเนินการ", "ยังไม่เริ่มดำเนินการ", "รอดำเนินการ"),
        State.IN_WORK: ("กำลังดำเนินการ", "ดำเนินการ", "ระหว่างดำเนินการ", "อยู่ในระหว่างดำเนินการ"),
        State.DONE: ("ดำเนินการแล้ว", "ดำเนินการแล้วเสร็จ", "เสร็จสิ้น", "เสร็จแล้ว", "เสร็จ"),
        State.STOPPED: ("ยุติ", "ยกเลิกแล้ว", "ไม่ดำเนินการ", "ไม่ได้ดำเนินการ"),
    }.items()
    for words in many
}


def clean_field(text: str) -> str:
    """Return a typed text as it is kept: marks repaired, no blank lines around it.

    Raises ClerkError where it is longer than ``LONGEST``.
    """
    kept = normalise(text).strip()
    if len(kept) > LONGEST:
        raise ClerkError(
            f"ข้อความยาว {len(kept):,} ตัวอักษร เกิน {LONGEST:,} ตัวอักษรต่อช่อง กรุณาแบ่งเป็นหลายขั้นตอน"
        )
    return kept


def parse_state(text: str) -> State:
    """Return the state that words name. Raises ClerkError with the words that are understood."""
    if (state := _STATES.get(fold(text))) is not None:
        return state
    known = ", ".join(state.words for state in State)
    raise ClerkError(f"ไม่รู้จักสถานะ {quoted(text)} กรุณาใช้คำใดคำหนึ่ง: {known}")


def parse_percent(text: str) -> int | None:
    """Return 0 to 100 of "๘๐", "80 %", "ร้อยละ 80"; None of an empty text. Raises ClerkError."""
    plain = to_arabic_digits(one_line(text)).removeprefix("ร้อยละ").strip().rstrip("%").strip()
    if plain in ("", "-", "–"):
        return None
    if plain.isascii() and plain.isdecimal() and len(plain) <= 3 and int(plain) <= 100:
        return int(plain)
    raise ClerkError(f"{quoted(text)} ไม่ใช่ร้อยละ กรุณากรอกจำนวนเต็ม 0 ถึง 100 เช่น 80")


def parse_topic_score(text: str) -> Decimal | None:
    """Return the score of a topic's item, 0 to 100; None of an empty text. Raises ClerkError."""
    return None if one_line(text) in ("", "-", "–") else parse_score(text)
