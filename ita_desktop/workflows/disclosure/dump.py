"""What a dump says of OIT items: those of which something is known, in the order of the paper."""

from collections.abc import Collection
from datetime import date
from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    asked_contents,
    lines_of,
    oit_items,
)
from ita_desktop.domain.disclosure_sums import points_at_stake
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.scores import YearResult
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.scores.year_scores import year_result


def dump_disclosure(file: DataFile, fiscal_year: int) -> dict[str, Any]:
    """Return what is known of a year's OIT items under ``oit``; an item nobody spoke of is not in.

    ``points`` are those of the total that an item is worth; None where that is not sure, it is
    ไม่คิดคะแนน, or the year's criteria do not have it; then it has no title, either. Required
    contents are by the words of the criteria, those of a
    part after its whole's; ``other`` are ticks of words that the criteria have no more.
    """
    known = load_disclosure(file, fiscal_year)
    if not known.items:
        return {"oit": []}
    try:
        result = year_result(file, fiscal_year)
    except ClerkError:
        return {"oit": [_bare(one) for one in known.items.values()]}
    return {"oit": _in_order(result, known)}


def _in_order(result: YearResult, known: Disclosure) -> list[dict[str, Any]]:
    items = [one for one in oit_items(result.criteria) if one.code in known.items]
    placed = {one.code for one in items}
    told = [_told(result, item, known.of(item.code)) for item in items]
    return told + [_bare(one) for code, one in known.items.items() if code not in placed]


def _told(result: YearResult, item: Item, known: DisclosureItem) -> dict[str, Any]:
    asked = [one.text for one in asked_contents(item)]
    points = points_at_stake(result, item, known)
    return _item(known, item.text, asked, None if points is None else str(round_half_up(points)))


def _bare(known: DisclosureItem) -> dict[str, Any]:
    return _item(known, "", (), None)


def _item(
    known: DisclosureItem, title: str, asked: Collection[str], points: str | None
) -> dict[str, Any]:
    return {
        "code": known.code,
        "title": title,
        "state": known.state.value or "not_begun",
        "units": list(lines_of(known.units)),
        "addresses": list(lines_of(known.addresses)),
        "due": _day(known.due),
        "dated": _day(known.dated),
        "checked": _day(known.checked),
        "note": known.note,
        "contents": {
            "there": [text for text in asked if text in known.contents],
            "missing": [text for text in asked if text not in known.contents],
            "other": sorted(known.contents.difference(asked)),
        },
        "points": points,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
