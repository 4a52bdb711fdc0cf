"""What a clerk may enter as a score, and the sentence she gets when it cannot be one."""

import re
from decimal import Decimal
from enum import Enum
from typing import Final, Literal, TypeAlias

from ita_desktop.domain.criteria import Criteria
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, quoted


class _Excluded(Enum):
    EXCLUDED = "excluded"


EXCLUDED: Final = _Excluded.EXCLUDED
"""ไม่คิดคะแนน: the item is left out of the mean; it is not 0."""

Entry: TypeAlias = Decimal | Literal[_Excluded.EXCLUDED]
"""A score as entered: exact, 0 to 100 with at most two decimals, or EXCLUDED."""

EXCLUDED_WORD = "ไม่คิดคะแนน"
_EXCLUDED_SPELLINGS = frozenset({fold(EXCLUDED_WORD), fold("ไม่นำมาคิดคะแนน"), "excluded", "n/a"})
_FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?")
_MINUS = ("-", "\u2212", "\u2013")
_HUNDRED = Decimal(100)
_OIT_SCORES = (Decimal(0), _HUNDRED)


def parse_score(text: str) -> Decimal:
    """Return the score that ``text`` says, exactly as written: 0 to 100, at most two decimals.

    Thai and Arabic digits, and space or invisible marks around the figure, are taken. Anything
    else (101, -1, ๘๘.๑๓๔, 88,13, 1e2, words) raises ClerkError with a sentence that says what is
    wanted.
    """
    shown = normalise(text).strip()
    figure = to_arabic_digits(shown)
    if not figure:
        raise ClerkError("ยังไม่มีคะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13")
    if _FIGURE.fullmatch(figure.replace(",", ".")) and "," in figure:
        raise ClerkError(f"{quoted(shown)} มีจุลภาค กรุณาใช้จุดทศนิยม เช่น 88.13")
    if figure.startswith(_MINUS) and _FIGURE.fullmatch(figure[1:]):
        raise ClerkError(f"{quoted(shown)} เป็นค่าติดลบ คะแนนต้องอยู่ระหว่าง 0 ถึง 100")
    if not _FIGURE.fullmatch(figure):
        raise ClerkError(f"{quoted(shown)} ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13")
    if len(figure.partition(".")[2]) > 2:
        raise ClerkError(f"{quoted(shown)} มีทศนิยมเกิน 2 ตำแหน่ง กรุณากรอกตามที่ ป.ป.ช. ประกาศ เช่น 88.13")
    score = Decimal(figure)
    if score > _HUNDRED:
        raise ClerkError(f"{quoted(shown)} เกิน 100 คะแนนต้องอยู่ระหว่าง 0 ถึง 100")
    return score


def parse_entry(text: str, code: str, criteria: Criteria) -> Entry:
    """Return the entry that ``text`` says for ``code`` of a year's criteria.

    An OIT item is 100, 0 or ไม่คิดคะแนน; every other code takes a score. Raises ClerkError.
    """
    item = criteria.item_by_code.get(code)
    if item is None or not item.is_oit:
        return parse_score(text)
    if fold(text) in _EXCLUDED_SPELLINGS:
        return EXCLUDED
    score = parse_score(text)
    if score not in _OIT_SCORES:
        raise ClerkError(
            f"{quoted(text)} ใช้กับข้อ {code} ไม่ได้ ข้อ OIT มีได้เพียง 100, 0 หรือ {EXCLUDED_WORD}"
        )
    return score


def looks_odd(entry: Entry, code: str) -> str | None:
    """Return a sentence where a score can be meant otherwise (0.86 for 86), else None."""
    if isinstance(entry, Decimal) and 0 < entry <= 1:
        return f"คะแนน {entry} ของ {code} น้อยผิดปกติ กรุณาตรวจว่าเป็นร้อยละ {entry * 100:f} หรือไม่"
    return None


def plain_entry(entry: Entry) -> str:
    """Return the entry as it is written in files: ``88.13``, ``100`` or ``excluded``."""
    return "excluded" if entry is EXCLUDED else str(entry)
