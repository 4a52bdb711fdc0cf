"""What must hold between the parts of a criteria set, so that scores can be counted with it."""

import re
from collections import Counter
from itertools import pairwise

from ita_desktop.domain.criteria import Criteria, LevelRule
from ita_desktop.errors import ClerkError
from ita_desktop.thai.codes import parse_item_code
from ita_desktop.thai.text import quoted

_INSTRUMENT = re.compile(r"[A-Z]{2,6}")
_SUB_INDICATOR = re.compile(r"[1-9][0-9]?\.[1-9][0-9]?")


def check_criteria(criteria: Criteria) -> None:
    """Raise ClerkError with one sentence that names the first part that cannot be right.

    Codes are spelled canonically and stand once, nothing points nowhere, the weights make 100, and
    the levels stand from the highest to the lowest.
    """
    _check_spelling(criteria)
    _check_single(criteria)
    if sum(i.weight for i in criteria.instruments) != 100:
        raise ClerkError("น้ำหนักของแบบวัดทั้งหมดต้องรวมกันได้ 100 กรุณาแก้น้ำหนักในชุดเกณฑ์")
    _check_references(criteria)
    _check_levels(criteria)


def _check_spelling(criteria: Criteria) -> None:
    """Refuse other spellings: a code is a key of the data file and of workbooks."""
    for instrument in criteria.instruments:
        if not _INSTRUMENT.fullmatch(instrument.code):
            raise _misspelled("แบบวัด", instrument.code, "IIT")
    for sub in criteria.sub_indicators:
        if not _SUB_INDICATOR.fullmatch(sub.code):
            raise _misspelled("ตัวชี้วัดย่อย", sub.code, "9.3")
    for item in criteria.items:
        for code in (item.code, *item.previous):
            if parse_item_code(code) != code:
                raise _misspelled("ข้อ", code, "i7 หรือ O19")


def _check_single(criteria: Criteria) -> None:
    for kind, codes in (
        ("แบบวัด", [i.code for i in criteria.instruments]),
        ("ตัวชี้วัดที่", [str(i.number) for i in criteria.indicators]),
        ("ตัวชี้วัดย่อย", [s.code for s in criteria.sub_indicators]),
        ("ข้อ", [item.code for item in criteria.items]),
        ("ระดับ", [level.name for level in criteria.levels]),
    ):
        for code, times in Counter(codes).items():
            if times > 1:
                raise ClerkError(f"ชุดเกณฑ์มี{kind} {code} ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว")


def _check_references(criteria: Criteria) -> None:
    for indicator in criteria.indicators:
        if indicator.instrument not in criteria.instrument_by_code:
            raise _dangling(f"ตัวชี้วัดที่ {indicator.number}", f"แบบวัด {indicator.instrument}")
    for sub in criteria.sub_indicators:
        if sub.indicator not in criteria.indicator_by_number:
            raise _dangling(f"ตัวชี้วัดย่อย {sub.code}", f"ตัวชี้วัดที่ {sub.indicator}")
    for item in criteria.items:
        if item.indicator not in criteria.indicator_by_number:
            raise _dangling(f"ข้อ {item.code}", f"ตัวชี้วัดที่ {item.indicator}")
    _check_parts(criteria)


def _check_parts(criteria: Criteria) -> None:
    """Refuse an item that would count nowhere and a part that would never be complete."""
    indicator_of_sub = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    parted = set(indicator_of_sub.values())
    for item in criteria.items:
        if item.sub_indicator is None:
            if item.indicator in parted:
                raise ClerkError(
                    f"ข้อ {item.code} ไม่ได้บอกตัวชี้วัดย่อย กรุณาเพิ่มตัวชี้วัดย่อยของตัวชี้วัดที่ {item.indicator}"
                )
        elif indicator_of_sub.get(item.sub_indicator) != item.indicator:
            raise _dangling(f"ข้อ {item.code}", f"ตัวชี้วัดย่อย {item.sub_indicator}")
    filled = {item.sub_indicator for item in criteria.items}
    for sub in criteria.sub_indicators:
        if sub.code not in filled:
            raise ClerkError(f"ตัวชี้วัดย่อย {sub.code} ไม่มีข้อใดเลย กรุณาเพิ่มข้อหรือลบตัวชี้วัดย่อยนี้")


def _check_levels(criteria: Criteria) -> None:
    """Refuse another order: the first level that a result reaches is its level."""
    for higher, lower in pairwise(criteria.levels):
        if _strictness(higher) <= _strictness(lower):
            raise ClerkError(
                f"ระดับ {lower.name} ต้องอยู่ก่อนระดับ {higher.name} กรุณาเรียงระดับจากสูงไปต่ำในชุดเกณฑ์"
            )


def _strictness(level: LevelRule) -> tuple[object, ...]:
    return (level.total_from, level.each_instrument_from or 0)


def _misspelled(what: str, code: str, example: str) -> ClerkError:
    return ClerkError(f"{what} {quoted(code)} เขียนไม่ถูกต้อง กรุณาเขียนเช่น {example} ในชุดเกณฑ์")


def _dangling(what: str, target: str) -> ClerkError:
    return ClerkError(f"{what} อ้างถึง{target} ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน")
