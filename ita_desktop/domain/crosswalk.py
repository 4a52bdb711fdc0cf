"""Which items of one fiscal year go on as which of another: codes mean nothing without their year.

Items were merged, split and dropped from year to year (criteria, section 3.11), so that an item may
go on as several, several as one, and one as none.
"""

from collections.abc import Callable

from ita_desktop.domain.criteria import Criteria

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

    In the order of its criteria; empty where it is new, or a year between has no criteria.
    """
    codes = (code,)
    for between in range(year, of_year, -1):
        criteria = criteria_of(between)
        items = () if criteria is None else criteria.items
        there = [item for item in items if item.code in codes]
        codes = tuple(dict.fromkeys(one for item in there for one in item.previous))
    return codes
