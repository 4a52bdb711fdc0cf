"""What the made-up municipality publishes: three years of OIT items.

Of 2566 three items are not published, as their scores say, and each has its day; one is public
without all it must show, one without the address of its page, and three were not looked at again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import DisclosureItem, PublishState, asked_contents, oit_items

_CLERK, _MONEY, _WORKS = "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง"
_PLANS, _AUDIT, _HEALTH = "กองวิชาการและแผนงาน", "หน่วยตรวจสอบภายใน", "กองสาธารณสุขและสิ่งแวดล้อม"
_LEARNING = "กองการศึกษา"
_UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "ข้อมูลพื้นฐาน": (_CLERK,),
    "การประชาสัมพันธ์": (_PLANS,),
    "การปฏิสัมพันธ์ข้อมูล": (_PLANS,),
    "การดำเนินงาน": (_PLANS, _MONEY),
    "การปฏิบัติงาน": (_CLERK,),
    "การให้บริการ": (_CLERK, _HEALTH, _WORKS),
    "แผนการใช้จ่ายงบประมาณประจำปี": (_MONEY,),
    "การจัดซื้อจัดจ้างหรือการจัดหาพัสดุ": (_MONEY,),
    "การบริหารและพัฒนาทรัพยากรบุคคล": (_CLERK,),
    "การจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ": (_CLERK, _AUDIT),
    "การเปิดโอกาสให้เกิดการมีส่วนร่วม": (_PLANS,),
    "เจตจำนงสุจริตของผู้บริหาร": (_CLERK,),
    "นโยบาย No Gift Policy": (_CLERK,),
    "การประเมินความเสี่ยงเพื่อป้องกันการทุจริต": (_AUDIT,),
    "การเสริมสร้างวัฒนธรรมองค์กร": (_CLERK, _LEARNING),
    "แผนป้องกันการทุจริต": (_PLANS,),
    "มาตรการเสริมสร้างมาตรฐานทางจริยธรรม": (_CLERK,),
    "มาตรการส่งเสริมความโปร่งใสและป้องกันการทุจริตภายในหน่วยงาน": (_CLERK, _PLANS),
}
"""Who publishes the items of a group; groups are called alike over the years."""
_DUE: Final[Mapping[str, date]] = {
    "current": date(2023, 1, 31),
    "2565": date(2022, 12, 30),
    "2566": date(2023, 2, 28),
    "2566-H1": date(2023, 4, 12),
    "2566-H1-monthly": date(2023, 4, 12),
}
_DATED: Final[Mapping[str, date]] = {
    "2565": date(2022, 11, 15),
    "2566": date(2022, 12, 20),
    "2566-H1": date(2023, 4, 3),
    "2566-H1-monthly": date(2023, 4, 3),
}
_LOOKED_AT: Final = {
    2564: date(2021, 4, 26),
    2565: date(2022, 4, 25),
    2566: date(2023, 4, 4),
}
_LAST_DAY: Final = {2565: date(2022, 4, 29)}
"""Until when the items of a year were due that have no day of their own."""
_OPEN: Final = {
    2565: {"O11": "in_work", "O22": "in_work", "O40": "", "O43": "in_work"},
    2566: {"O16": "in_work", "O37": "", "O43": "in_work"},
}
"""What was not published, as the scores have it, and how far it came."""
_EXCLUDED: Final = {2564: ("O17",)}
_NOT_LOOKED_AT: Final = ("O12", "O20", "O28")
"""Items of 2566 that are public and were not looked at again."""
_WITHOUT_ADDRESS: Final = ("O28",)
_MISSING: Final[Mapping[str, str]] = {
    "O12": "รายละเอียดงบประมาณที่ใช้ดำเนินงานแต่ละโครงการ/กิจกรรม",
}
"""What a published item of 2566 does not show, by the content's own words."""
_NOTES: Final = {
    (2564, "O17"): "ยังไม่มีบริการออนไลน์ในปีนี้",
    (2565, "O22"): "ลิงก์ของประกาศบางรายการเปิดไม่ได้ในวันปิดระบบ",
    (2566, "O12"): "รอยอดเบิกจ่ายของเดือนมีนาคมจากกองคลัง",
    (2566, "O16"): "รวบรวมสถิติจากกองช่างแล้ว รอกองสาธารณสุขและสิ่งแวดล้อม",
    (2566, "O43"): "รายงานยังไม่ครบทุกมาตรการ แต่ติด QR code ไว้ที่หน้าแรกของเว็บไซต์แล้ว",
}


@dataclass(frozen=True, slots=True)
class SampleItem:
    """An item of a year as the sample has it."""

    fiscal_year: int
    known: DisclosureItem


def sample_disclosure() -> Iterator[SampleItem]:
    """Give what the sample publishes, by year and in the order of the paper."""
    for year in (2564, 2565, 2566):
        criteria = shipped_criteria(year)
        for item in () if criteria is None else oit_items(criteria):
            yield SampleItem(year, _known(year, item))


def write_disclosure(file: DataFile) -> None:
    """Write what the sample publishes, inside a deed; its years must be there."""
    for one in sample_disclosure():
        known = one.known
        values = {
            "state": known.state.value,
            "units": known.units,
            "addresses": known.addresses,
            "due": _iso(known.due),
            "dated": _iso(known.dated),
            "checked": _iso(known.checked),
            "note": known.note,
        }
        put_item(file, one.fiscal_year, known.code, values)
        put_contents(file, one.fiscal_year, known.code, sorted(known.contents), there=True)


def _known(year: int, item: Item) -> DisclosureItem:
    units = "\n".join(_UNITS[item.group or ""])
    note = _NOTES.get((year, item.code), "")
    due = _DUE.get(item.data_period or "") if year == 2566 else _LAST_DAY.get(year)
    known = DisclosureItem(code=item.code, units=units, note=note, due=due)
    if item.code in _EXCLUDED.get(year, ()):
        return replace(known, state=PublishState.EXCLUDED)
    if (state := _OPEN.get(year, {}).get(item.code)) is not None:
        begun = asked_contents(item)[1:2] if (year, item.code) == (2566, "O43") else ()
        return replace(
            known, state=PublishState(state), contents=frozenset(one.text for one in begun)
        )
    return _public(year, item, known)


def _public(year: int, item: Item, known: DisclosureItem) -> DisclosureItem:
    """Return an item that is on the office's pages and was looked at there."""
    known = replace(
        known,
        state=PublishState.CHECKED,
        addresses=f"https://www.example.go.th/ita/{year}/{item.code.lower()}",
        checked=_LOOKED_AT[year],
        contents=frozenset(one.text for one in asked_contents(item)),
    )
    return _of_2566(item, known) if year == 2566 else known


def _of_2566(item: Item, known: DisclosureItem) -> DisclosureItem:
    """Return a public item of 2566 with the day of its document and what it lacks."""
    there = [one for one in asked_contents(item) if one.words != _MISSING.get(item.code)]
    known = replace(
        known,
        dated=_DATED.get(item.data_period or ""),
        contents=frozenset(one.text for one in there),
    )
    if item.code in _WITHOUT_ADDRESS:
        known = replace(known, addresses="")
    if item.code in _NOT_LOOKED_AT:
        known = replace(known, state=PublishState.PUBLISHED, checked=None)
    return known


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
