"""Codes of items and numbers of indicators, in every spelling that the papers have."""

import re
from collections.abc import Collection
from functools import cache

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import normalise, one_line

_LETTERS = {"i": "i", "e": "e", "o": "O", "0": "O"}

_PREFIX = r"(?:ข้อ(?:คำถาม)?(?:ที่)?\s*)?"
# The zero for a lost letter O stands right before the number; a letter may have a space or a dash.
_CODE = r"(?P<letter>[ieo]\s{0,3}[-.]?\s{0,3}|0)(?P<number>\d{1,2})(?!\d)"
# Scanning lost the letter: 1 for i or e ("120" is i20, "111" is i11 or e11).
_LOST = r"1(?P<lost>\d{1,2})(?!\d)"
_ANY = rf"{_PREFIX}(?:{_CODE}|{_LOST})"
_WHOLE = rf"{_ANY}\s*[.:)]?"
# Not the head of a phone number, a decimal, a date or a range such as O1-O43.
_LEADING = rf"{_ANY}(?![a-z]|[.,]\d|\s*[-–—/]\s*[ieo]?\s*\d)[\s.:)]*"

_INDICATOR = r"(?:ตัวชี้วัด\s*(?:ที่)?\s*)?(?P<number>\d{1,2})(?![\da-z%]|[.,:]\d|\s*[-–—/]\s*\d)"
_SUB_INDICATOR = (
    r"(?P<head>ตัวชี้วัดย่อย\s*(?:ที่)?\s*)?"
    r"(?P<main>[1-9]\d?)\s?\.\s?(?P<sub>[1-9]\d?)(?!\d|\s?[.,]\s?\d|[%a-z])"
)


@cache
def _any_case(pattern: str) -> re.Pattern[str]:
    """Return a pattern of these; compiled when it is wanted, not at the start."""
    return re.compile(pattern, re.IGNORECASE)


def _plain(text: str) -> str:
    return to_arabic_digits(one_line(text))


def _code(match: re.Match[str], known: Collection[str]) -> str | None:
    lost = match["lost"]
    if lost is not None:
        readings = [f"{letter}{int(lost)}" for letter in "ie"]
        found = [reading for reading in readings if reading in known]
        return found[0] if len(found) == 1 else None
    number = int(match["number"])
    return f"{_LETTERS[match['letter'][0].lower()]}{number}" if number else None


def parse_item_code(text: str, *, known: Collection[str] = ()) -> str | None:
    """Return the code of a cell that holds only a code ("O24", "i7", "e12"), else None.

    A leading "ข้อ", Thai digits, small and capital letters, and a zero for the letter O (๐๒๔) are
    read. Where scanning lost an i or e ("120", "๑๑๑"), the code is returned only if exactly one
    reading is among the ``known`` canonical codes.
    """
    match = _any_case(_WHOLE).fullmatch(_plain(text))
    return _code(match, known) if match else None


def leading_item_code(text: str, *, known: Collection[str] = ()) -> tuple[str, str] | None:
    """Return the code at the start of a cell and the rest of its text, or None without a code.

    The rest keeps its own digits. ``known`` is used as by ``parse_item_code``. A range of codes
    (O1-O43), a telephone number and a decimal are no code.
    """
    text = normalise(text).strip()
    match = _any_case(_LEADING).match(to_arabic_digits(text))
    code = _code(match, known) if match else None
    return (code, text[match.end() :]) if match and code else None


def parse_indicator_number(text: str) -> int | None:
    """Return the number, 1 to 99, that an indicator's cell starts with; None for a bare name.

    "๑", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต" and "1. การปฏิบัติหน้าที่" have one; scores (88.09)
    and sub-indicators (9.3) do not.
    """
    match = _any_case(_INDICATOR).match(_plain(text))
    return (int(match["number"]) or None) if match else None


def parse_sub_indicator_code(text: str) -> str | None:
    """Return "9.3" of "ตัวชี้วัดย่อยที่ ๙.๓ …" or of a bare "๙.๓ …", else None.

    Without the word ตัวชี้วัดย่อย the second number has one digit, so that a score is not taken.
    """
    match = _any_case(_SUB_INDICATOR).match(_plain(text))
    if match is None or (match["head"] is None and len(match["sub"]) > 1):
        return None
    return f"{match['main']}.{match['sub']}"
