"""Which items of one fiscal year go on as which of another: codes mean nothing without their year.

Items were merged, split and dropped from year to year (criteria, section 3.11), so that an item may
go on as several, several as one, and one as none.
"""

from collections.abc import Callable

from ita_desktop.domain.criteria import Criteria, Item

CriteriaOf = Callable[[int], Criteria | None]


def items_after(code: str, of_year: int, year: int, criteria_of: CriteriaOf) -> tuple[str, ...]:
    """Return the codes in a later ``year`` that go on from ``code`` of ``of_year``, in its order.

    Empty where it was dropped on the way, or a year between has no criteria.
    """
    codes = (code,)
    for between in range(of_year + 1, year + 1):
        criteria = criteria_of(between)
        items = () if criteria is None else criteria.items
        codes = tuple(one.code for one in items if set(codes) & set(one.previous))
    return codes


def items_before(code: str, year: int, of_year: int, criteria_of: CriteriaOf) -> tuple[str, ...]:
    """Return the codes of an earlier year ``of_year`` that ``code`` of ``year`` goes on from.

    In the order in which the criteria name them; empty where it is new, or a year between has no
    criteria.
    """
    codes = (code,)
    for between in range(year, of_year, -1):
        criteria = criteria_of(between)
        items = () if criteria is None else criteria.items
        there = [item for item in items if item.code in codes]
        codes = tuple(dict.fromkeys(one for item in there for one in item.previous))
    return codes


def item_of_year(code: str, of_year: int, year: int, criteria_of: CriteriaOf) -> Item | None:
    """Return the item of ``year``, later or earlier, that is what ``code`` was in ``of_year``.

    Of several the first; None where there is none, or a year between has no criteria.
    """
    follow = items_after if year >= of_year else items_before
    codes = follow(code, of_year, year, criteria_of)
    criteria = criteria_of(year)
    return None if criteria is None or not codes else criteria.item_by_code.get(codes[0])
