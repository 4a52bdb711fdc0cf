"""What a criterion says in numbers: "ไม่เกิน ๒๐ ครั้งต่อปี", "๖ – ๑๐ ครั้ง", "เกิน 10,000 – 100,000 บาท".

Published scales leave holes and overlap, so a text is read only where all its numbers are
understood; any other text is said to speak of none.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import one_line

_MULTIPLES: Final = {
    "พัน": 1_000,
    "หมื่น": 10_000,
    "แสน": 100_000,
    "ล้าน": 1_000_000,
}
_FROM: Final = r"ตั้งแต่|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่าหรือเท่ากับ|ระหว่าง|≥|>="
_ABOVE: Final = r"มากกว่า|เกินกว่า|สูงกว่า|เกิน|>"
_TO: Final = r"ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|น้อยกว่าหรือเท่ากับ|≤|<="
_BELOW: Final = r"น้อยกว่า|ต่ำกว่า|ไม่ถึง|<"
_NUMBER: Final = re.compile(
    rf"(?P<before>(?:{_FROM})|(?:{_TO})|(?:{_BELOW})|(?:{_ABOVE}))?\s*"
    r"(?P<percent>ร้อยละ)?\s*"
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*"
    rf"(?P<multiple>{'|'.join(_MULTIPLES)})?\s*"
    r"(?P<unit>%|เปอร์เซ็นต์|ครั้ง|บาท|ราย|เรื่อง|คน|กรณี)?"
    r"(?P<per>\s*(?:ต่อ|/)\s*(?:ปีงบประมาณ|ปี|ไตรมาส|เดือน|สัปดาห์|วัน))?\s*"
    r"(?P<after>ขึ้นไป|หรือมากกว่า|หรือน้อยกว่า|ลงมา)?"
)
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_BETWEEN: Final = re.compile(r"\s*(?:[-–—]|ถึง|แต่|และ)?\s*")
_PERCENT: Final = frozenset({"%", "เปอร์เซ็นต์", "ร้อยละ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Numbers from ``low`` to ``high``, both included, in steps of ``grain`` (1, or 0.1).

    None: open at that end. ``unit`` as the text has it ("ครั้งต่อปี"), "%" for all per cents, ""
    where it says none.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    grain: Decimal = Decimal(1)
    unit: str = ""


def read_count(text: str, grain: Decimal | None = None) -> Count | None:
    """Return what a criterion says in numbers; None where it says none, or not only such.

    ``grain``: the smallest step between two numbers, where other texts of a scale are finer than
    this one.
    """
    plain = _THOUSANDS.sub("", to_arabic_digits(one_line(text)))
    found = [match for match in _NUMBER.finditer(plain) if match["number"]]
    if not 1 <= len(found) <= 2:
        return None
    numbers = [_number(match) for match in found]
    least = grain or min(Decimal(1).scaleb(min(_exponent(one), 0)) for one in numbers)
    first = found[0]
    if len(found) == 1:
        count = _one(first, numbers[0], least)
    elif _BETWEEN.fullmatch(plain[first.end() : found[1].start()]):
        count = _two(first, found[1], numbers, least)
    else:
        count = None
    return count and replace(count, unit=_unit(found))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _number(match: re.Match[str]) -> Decimal:
    return Decimal(match["number"]) * _MULTIPLES.get(match["multiple"] or "", 1)


def _is(words: str, match: re.Match[str]) -> bool:
    return re.fullmatch(words, match["before"] or "") is not None


def _one(match: re.Match[str], number: Decimal, grain: Decimal) -> Count | None:
    after, low, high = match["after"] or "", None, None
    if after in ("ขึ้นไป", "หรือมากกว่า") and not _is(f"{_TO}|{_BELOW}", match):
        low = number + grain if _is(_ABOVE, match) else number
    elif after in ("ลงมา", "หรือน้อยกว่า") and not match["before"]:
        high = number
    elif not after and _is(f"{_TO}|{_BELOW}", match):
        high = number - grain if _is(_BELOW, match) else number
    elif not after and match["before"]:
        low = number + grain if _is(_ABOVE, match) else number
    elif not after and (match["unit"] or match["percent"]):
        low = high = number
    return None if low is None and high is None else Count(low=low, high=high, grain=grain)


def _two(
    first: re.Match[str], second: re.Match[str], numbers: list[Decimal], grain: Decimal
) -> Count | None:
    low, high = numbers
    if first["after"] == "ขึ้นไป" and (second["before"] or "") == "":
        return None
    if _is(_ABOVE, first):
        low += grain
    elif first["before"] and not _is(_FROM, first):
        return None
    if _is(_BELOW, second):
        high -= grain
    elif second["before"] and not _is(_TO, second):
        return None
    if second["after"]:
        return None
    return Count(low=low, high=high, grain=grain) if low <= high else None


def _unit(found: list[re.Match[str]]) -> str:
    """Return the unit of the last number that has one."""
    for match in reversed(found):
        own = match["percent"] or match["unit"] or ""
        if own or match["per"]:
            unit = "%" if own in _PERCENT else own
            return unit + re.sub(r"\s", "", match["per"] or "").replace("/", "ต่อ")
    return ""
