"""Which score a cell of somebody's table is about."""

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.thai.codes import leading_item_code, parse_indicator_number, parse_item_code
from ita_desktop.thai.text import fold

_TOTAL_WORDS = frozenset(map(fold, ("รวม", "คะแนนรวม", "คะแนนรวมทั้งหมด", "ผลรวม")))
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


def figure_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the code of the indicator, instrument or total that a cell names, or None.

    An indicator by number ("๑", "ตัวชี้วัดที่ 1 …") or by name, an instrument by its letters.
    """
    folded = fold(text)
    if folded in _TOTAL_WORDS:
        return TOTAL
    for instrument in criteria.instruments:
        letters = fold(instrument.code)
        if folded == letters or folded.endswith((f"({letters})", f":{letters})")):
            return instrument.code
    number = _SHORT_NAMES.get(folded)
    for indicator in criteria.indicators:
        if folded == fold(indicator.name):
            number = indicator.number
    if number is None:
        number = parse_indicator_number(text)
    return str(number) if number in criteria.indicator_by_number else None


def score_code_of(text: str, criteria: Criteria) -> str | None:
    """Return the code of the year's item, indicator, instrument or total that a cell names."""
    code = item_code_of(text, criteria)
    if code in criteria.item_by_code:
        return code
    return figure_code_of(text, criteria)
