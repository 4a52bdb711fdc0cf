"""What is said of an item over its fields: where it stands, of when its data, its old code."""

from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.crosswalk import items_before
from ita_desktop.domain.disclosure import period_words
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.ui.disclosure.tab.lines import group_of, group_title
from ita_desktop.workflows.criteria.in_force import known_criteria

_DRAFT: Final = " (ยังไม่ได้ตรวจ)"


def facts_of(criteria: Criteria, standing: ItemStanding) -> str:
    """Return where an item stands, the data it must show, and what it is worth."""
    item = standing.item
    parts = [group_title(criteria, group_of(item))]
    if item.group and not parts[0].endswith(item.group):
        parts.append(item.group)
    if period := period_words(item):
        parts.append(f"ข้อมูล{' ' if period[0].isdecimal() else ''}{period}")
    if standing.points is not None:
        parts.append(f"{round_half_up(standing.points)} คะแนน")
    return " · ".join(parts)


def unchecked_words(item: Item) -> str:
    """Return what is said of a text that was not held against the handbook; "" of another."""
    if item.status.checked:
        return ""
    origin = f" ข้อความที่เห็นมาจากปี {item.text_from}" if item.text_from else ""
    return f"ร่าง: ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช.{origin}"


def before_words(file: DataFile, criteria: Criteria, item: Item) -> str:
    """Return what an item was called the year before; "" where that year has no criteria."""
    year = criteria.fiscal_year
    sets = known_criteria(file)
    before = sets(year - 1)
    if before is None:
        return ""
    codes = items_before(item.code, year, year - 1, sets)
    if not codes:
        return f"ข้อใหม่ ไม่มีในปี {year - 1}" + ("" if item.status.checked else _DRAFT)
    names = [
        f"{code} {' '.join(one.text.split())}{'' if one.status.checked else _DRAFT}"
        for code in codes
        if (one := before.item_by_code.get(code)) is not None
    ]
    return f"ปี {year - 1} คือ {' และ '.join(names)}"
