"""Last year's score beside this year's, by what the item is and not by its number alone."""

from decimal import Decimal

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import YearResult


def previous_entry(item: Item, last_year: YearResult | None) -> Entry | None:
    """Return last year's score of the same item, or None.

    O19 of 2566 is O21 of 2565: an item names the items it goes on from. Where it was merged from
    several and their scores differ there is no one score to show.
    """
    if last_year is None:
        return None
    found = {last_year.entries.get(code) for code in item.previous}
    return found.pop() if len(found) == 1 else None


def change(now: Entry | None, before: Entry | None) -> Decimal | None:
    """Return by how many points a score moved, or None where there are not two scores."""
    if not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return None
    return now - before
