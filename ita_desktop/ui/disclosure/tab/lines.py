"""The lines of the table: a head for each sub-indicator, and its items."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure_sums import ItemStanding

_LAST: Final = date.max


class Order(Enum):
    """How items are ordered, in the words of the choice."""

    PAPER = "เรียงตามข้อ"
    POINTS = "คะแนนมากก่อน"
    DUE = "กำหนดใกล้ก่อน"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An item by its code, or (``standing`` None) the head of a sub-indicator.

    ``published`` says beside a head how many of its items are, in words.
    """

    key: str
    title: str
    standing: ItemStanding | None = None
    published: str = ""
    adds: bool = False


Chosen = Callable[[ItemStanding], bool]
"""Whether an item is to be seen."""


def lines_of(
    criteria: Criteria,
    standings: Sequence[ItemStanding],
    order: Order = Order.PAPER,
    chosen: Chosen | None = None,
    kept: Collection[str] = (),
) -> list[Line]:
    """Return the items that are chosen, and those ``kept`` (by code), in an order.

    Heads stand over items in the order of the paper only.
    """
    seen = [one for one in standings if chosen is None or chosen(one) or one.item.code in kept]
    if order is Order.POINTS:
        ordered = sorted(seen, key=lambda one: -(one.points or Fraction()))
        return [_item_line(one) for one in ordered]
    if order is Order.DUE:
        return [_item_line(one) for one in sorted(seen, key=lambda one: one.known.due or _LAST)]
    lines: list[Line] = []
    head = None
    for one in seen:
        if (group := group_of(one.item)) != head:
            head = group
            lines.append(_head_line(criteria, group, standings))
        lines.append(_item_line(one))
    return lines


def group_of(item: Item) -> str:
    """Return what an item stands under: its sub-indicator ("9.1"), else its indicator ("9")."""
    return item.sub_indicator or str(item.indicator)


def group_title(criteria: Criteria, group: str) -> str:
    """Return "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน"."""
    for sub in criteria.sub_indicators:
        if sub.code == group:
            return f"ตัวชี้วัดย่อยที่ {group} {sub.name}"
    return f"ตัวชี้วัดที่ {group} {criteria.indicator_by_number[int(group)].name}"


def _head_line(criteria: Criteria, group: str, standings: Sequence[ItemStanding]) -> Line:
    inside = [one for one in standings if group_of(one.item) == group and one.counts]
    public = sum(one.known.state.is_public for one in inside)
    return Line(
        key=f"#{group}",
        title=group_title(criteria, group),
        published=f"เผยแพร่ {public}/{len(inside)}",
    )


def _item_line(standing: ItemStanding) -> Line:
    item = standing.item
    return Line(key=item.code, title=" ".join(item.text.split()), standing=standing)
