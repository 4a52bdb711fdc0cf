"""Whether what a row calls an item is that item: the same code was another item in other years."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Final

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import oit_items
from ita_desktop.thai.text import fold, one_line, quoted, without_marks

_ALIKE: Final = 0.8
"""Of two titles, at least so much the same: scanning and typing change a letter here and there."""
_OTHER: Final = 0.5
"""Under so much it is called something else altogether."""


def title_trouble(
    code: str, title: str, year: int, years: Iterable[int], of: Callable[[int], Criteria | None]
) -> str:
    """Return why a title does not belong to a code in a year, "" where it does.

    It names the item that the title belongs to: first in another year under the same code, then in
    this year under another.
    """
    here = of(year)
    if here is None or not one_line(title):
        return ""
    own = here.item_by_code[code]
    alike = _likeness(title, own.text)
    if alike >= _ALIKE:
        return ""
    wanted = f"ข้อ {code} ปี {year} คือ {quoted(own.text)}{own.draft_mark}"
    for other in sorted(set(years) - {year}, key=lambda one: abs(one - year)):
        criteria = of(other)
        item = None if criteria is None else criteria.item_by_code.get(code)
        if item is not None and _likeness(title, item.text) >= max(_ALIKE, alike):
            return f"ชื่อนี้เป็นข้อ {code} ของปี {other} แต่{wanted} กรุณาตรวจว่าแผ่นงานเป็นของปีใด"
    for item in oit_items(here):
        if item.code != code and _likeness(title, item.text) >= max(_ALIKE, alike):
            return f"ชื่อนี้เป็นข้อ {item.code} แต่{wanted} กรุณาตรวจรหัสข้อ"
    return f"ชื่อไม่ตรงกับเกณฑ์ {wanted} กรุณาตรวจรหัสข้อและปี" if alike < _OTHER else ""


def _likeness(one: str, other: str) -> float:
    """Return how much of two titles is the same, 0 to 1; spaces and tone marks do not count."""
    first, second = (without_marks(fold(text)).strip("*") for text in (one, other))
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()
