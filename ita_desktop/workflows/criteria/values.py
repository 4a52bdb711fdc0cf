"""Values of a criteria set as a person reads and types them in a cell, and back.

They are those of the plain data that ``domain.criteria_file`` writes and reads.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ita_desktop.documents.model import Number
from ita_desktop.domain.criteria import Status
from ita_desktop.errors import ClerkError
from ita_desktop.thai.codes import (
    parse_indicator_number,
    parse_item_code,
    parse_sub_indicator_code,
)
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, one_line, quoted
from ita_desktop.workflows.criteria.lists import (
    components_of,
    numbered_components,
    numbered_texts,
    texts_of,
)

STATUS_WORDS = {
    Status.SEED: "เอกสารเผยแพร่",
    Status.VERIFIED: "แหล่งสาธารณะ",
    Status.COMPUTED: "คำนวณ",
    Status.OFFICE: "หน่วยงานตรวจแล้ว",
    Status.INFERRED: "อนุมาน",
    Status.CONFLICT: "แหล่งขัดกัน",
    Status.UNVERIFIED: "ยังไม่ตรวจ",
}
_PASS_WORDS = {True: "ผ่าน", False: "ไม่ผ่าน"}
_CURRENT = "ปัจจุบัน"
_HALVES = {"H1": "6 เดือนแรก", "H2": "6 เดือนหลัง"}
_MONTHLY = "รายเดือน"
_PERIOD = re.compile("([0-9]{4})-(H[12])(-monthly)?")
_PERIOD_WORDS = re.compile("([0-9]{4})(6เดือนแรก|6เดือนหลัง)(รายเดือน)?")
_WHOLE = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a plain value becomes a cell, and the text of a cell a plain value.

    ``from_cell`` raises ClerkError with what is wanted; where it can make nothing of the text it
    returns it as it is, and the reader of criteria says what is wrong. ``empty`` is the value of
    an empty cell, None for nothing.
    """

    to_cell: Callable[[Any], str | Number]
    from_cell: Callable[[str], object]
    empty: object = None


def _figure(text: str) -> Number:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    return Number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def _whole(text: str) -> object:
    plain = to_arabic_digits(text)
    return int(plain) if _WHOLE.fullmatch(plain) else text


def _status(text: str) -> str:
    words = {fold(word): status for status, word in STATUS_WORDS.items()}
    if (status := words.get(fold(text))) is None:
        raise ClerkError(f"พบ {quoted(text)} ที่ถูกต้องคือ {' / '.join(STATUS_WORDS.values())}")
    return status.value


def _passes(text: str) -> bool:
    words = {fold(word): passes for passes, word in _PASS_WORDS.items()}
    if (passes := words.get(fold(text))) is None:
        raise ClerkError(f"พบ {quoted(text)} ที่ถูกต้องคือ {' หรือ '.join(_PASS_WORDS.values())}")
    return passes


def _period_words(period: str) -> str:
    if period == "current":
        return _CURRENT
    if found := _PERIOD.fullmatch(period):
        monthly = f" {_MONTHLY}" if found[3] else ""
        return f"{found[1]} {_HALVES[found[2]]}{monthly}"
    return period


def _period(text: str) -> str:
    if fold(text) == fold(_CURRENT):
        return "current"
    if found := _PERIOD_WORDS.fullmatch(fold(text)):
        half = next(half for half, words in _HALVES.items() if fold(words) == found[2])
        return f"{found[1]}-{half}{'-monthly' if found[3] else ''}"
    return text


def _code(text: str) -> str:
    return parse_item_code(text) or text


def _codes(text: str) -> list[str]:
    codes: list[str] = []
    for typed in re.split(r"[,;\n]", normalise(text)):
        # "O 19" is one code, "O19 O20" are two
        spelled = [typed] if parse_item_code(typed) else typed.split()
        for code in spelled:
            if (known := parse_item_code(code)) is None:
                raise ClerkError(f"พบ {quoted(code)} ที่ถูกต้องคือรหัสข้อ เช่น i7 หรือ O19, O20")
            codes.append(known)
    return codes


TEXT = Kind(str, str)
FIGURE = Kind(_figure, str)
CODE = Kind(str, _code)
INSTRUMENT = Kind(str, lambda text: one_line(text).upper())
INDICATOR = Kind(
    lambda number: Number(Decimal(number), 0), lambda text: parse_indicator_number(text) or text
)
SUB_INDICATOR = Kind(str, lambda text: parse_sub_indicator_code(text) or to_arabic_digits(text))
YEAR = Kind(str, _whole)  # as text: a number would get the comma of thousands
STATUS = Kind(lambda status: STATUS_WORDS[Status(status)], _status, Status.UNVERIFIED.value)
PASSES = Kind(lambda passes: _PASS_WORDS[passes], _passes)
TEXTS = Kind(numbered_texts, texts_of)
COMPONENTS = Kind(numbered_components, components_of)
CODES = Kind(", ".join, _codes)
DATA_PERIOD = Kind(_period_words, _period)
