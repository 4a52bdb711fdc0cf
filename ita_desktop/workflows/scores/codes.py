"""Which score a cell of somebody's table is about."""

import re
from functools import lru_cache

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.thai.codes import leading_item_code, parse_indicator_number, parse_item_code
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold

CODE_HEADS = ("ข้อ", "ข้อที่", "รหัส", "ตัวชี้วัด", "ประเด็นตัวชี้วัด", "ตัวชี้วัดที่", "ประเด็นการประเมิน")
"""Heads of the column that says which score a row is about."""
SCORE_HEADS = ("คะแนน", "คะแนน(ร้อยละ)", "คะแนนที่ได้", "ผลการประเมิน", "คะแนนเฉลี่ยที่ได้รับ")
"""Heads of the column the score stands in."""

_TOTAL_WORDS = frozenset(
    map(fold, ("รวม", "คะแนนรวม", "คะแนนรวม ITA", "คะแนนรวมทั้งหมด", "ผลรวม", TOTAL))
)
_PART = re.compile(r"(?P<base>.+?)\s*(?:/|ส่วนที่)\s*(?P<part>[12])\s*(?:\([^()]*\))?")
_NUMBERED = re.compile(r"(?:ตัวชี้วัด(?:ที่)?)?[0-9]{1,2}[.):\-–—]*")
"""What stands before the name of an indicator, folded: "ตัวชี้วัดที่9", "1."."""
_SHORT_NAMES = {fold("การปรับปรุงการทำงาน"): 8}
"""Seed 001 prints indicator 8 so in its ranking."""


def item_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the item code that a cell is, or begins with, in any spelling; None for no code.

    The code need not be one of the year's. A code that lost its letter in scanning ("120") is
    taken where only one item of the year can be meant.
    """
    known = criteria.item_by_code
    code = parse_item_code(text, known=known)
    if code is None and (leading := leading_item_code(text, known=known)) is not None:
        code = leading[0]
    return code


def part_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the code of EIT part 1 or 2 that a cell names ("EIT/1", "e1 ส่วนที่ ๒"), or None."""
    match = _PART.fullmatch(to_arabic_digits(text.strip()))
    if match is None:
        return None
    code = f"{score_code_of(match['base'], criteria)}/{match['part']}"
    return code if code in criteria.score_codes else None


def figure_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the code of the indicator, instrument or total that a cell names, or None.

    An indicator by number ("๑", "ตัวชี้วัดที่ 1 …") or by name, an instrument by its letters. Where
    both stand there and disagree the name counts: the number is a place of a ranking.
    """
    folded = fold(text)
    if folded in _TOTAL_WORDS:
        return TOTAL
    for instrument in criteria.instruments:
        letters = _folded(instrument.code)
        if folded == letters or folded.endswith((f"({letters})", f":{letters})")):
            return instrument.code
    number = parse_indicator_number(text)
    named = _number_of_name(folded if number is None else _NUMBERED.sub("", folded, 1), criteria)
    number = number if named is None else named
    return str(number) if number in criteria.indicator_by_number else None


def contradicted_number(text: str, criteria: Criteria) -> int | None:
    """Return the number in a cell that stands beside the name of another indicator, else None."""
    number = parse_indicator_number(text)
    code = figure_code_of(text, criteria) or ""
    return number if number is not None and code.isdecimal() and code != str(number) else None


def _number_of_name(folded: str, criteria: Criteria) -> int | None:
    numbers = {_folded(indicator.name): indicator.number for indicator in criteria.indicators}
    return numbers.get(folded, _SHORT_NAMES.get(folded))


@lru_cache(maxsize=64)
def _folded(name: str) -> str:
    """Return a name of the criteria folded: a pasted block asks for the same few in every cell."""
    return fold(name)


def score_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the code that a cell names: an item, indicator, instrument, EIT part or the total."""
    if (part := part_code_of(text, criteria)) is not None:
        return part
    code = item_code_of(text, criteria)
    if code in criteria.item_by_code:
        return code
    return figure_code_of(text, criteria)
