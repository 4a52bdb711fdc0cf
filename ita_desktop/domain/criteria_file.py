"""A criteria set as plain data and back: read all or nothing, with a sentence for what is wrong."""

from typing import Any

from ita_desktop.domain.criteria import (
    Component,
    Criteria,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    SubIndicator,
)
from ita_desktop.domain.criteria_checks import check_criteria
from ita_desktop.domain.criteria_place import Place
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR

FORMAT = "ita-desktop-criteria"
VERSION = 1
_YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def read_criteria(document: object, *, trusted: bool = False) -> Criteria:
    """Return the criteria set that ``document`` (parsed JSON) describes.

    ``trusted`` is for the sets that ship: examined once by the tests, not at each start. Raises
    ClerkError with one sentence that names the place in the file; nothing is taken then.
    """
    root = Place(document, "ไฟล์เกณฑ์", trusted)
    if (kind := root.find("format")) is None or kind.value != FORMAT:
        raise ClerkError("ไฟล์นี้ไม่ใช่ชุดเกณฑ์ ITA กรุณาเลือกไฟล์ที่ส่งออกจากเมนู “เกณฑ์ประเมิน”")
    if root.get("version").value != VERSION:
        raise ClerkError("ชุดเกณฑ์นี้ทำจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับปรุงโปรแกรมก่อนนำเข้า")
    criteria = Criteria(
        fiscal_year=root.get("fiscal_year").integer(_YEARS),
        instruments=tuple(map(_instrument, root.get("instruments").each())),
        indicators=tuple(map(_indicator, root.get("indicators").each())),
        sub_indicators=tuple(map(_sub_indicator, root.get("sub_indicators").each())),
        items=tuple(map(_item, root.get("items").each())),
        levels=tuple(map(_level, root.get("levels").each())),
        pass_line=node.points() if (node := root.find("pass_line")) else None,
    )
    if not trusted:
        check_criteria(criteria)
    return criteria


def write_criteria(criteria: Criteria) -> dict[str, Any]:
    """Return the set as plain data that ``read_criteria`` takes back unchanged."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "fiscal_year": criteria.fiscal_year,
        "instruments": [
            {"code": i.code, "name": i.name, "weight": str(i.weight), "status": i.status.value}
            for i in criteria.instruments
        ],
        "indicators": [
            {"number": i.number, "name": i.name, "instrument": i.instrument, "status": i.status}
            for i in criteria.indicators
        ],
        "sub_indicators": [
            {"code": s.code, "name": s.name, "indicator": s.indicator, "status": s.status}
            for s in criteria.sub_indicators
        ],
        "items": [_plain_item(item) for item in criteria.items],
        "levels": [_plain_level(level) for level in criteria.levels],
        "pass_line": None if criteria.pass_line is None else str(criteria.pass_line),
    }


def _plain_item(item: Item) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "code": item.code,
        "indicator": item.indicator,
        "sub_indicator": item.sub_indicator,
        "group": item.group,
        "text": item.text,
        "status": item.status.value,
        "text_from": item.text_from,
        "parts": list(item.parts),
        "components": [
            {"text": c.text, **({"parts": list(c.parts)} if c.parts else {})}
            for c in item.components
        ],
        "notes": list(item.notes),
        "data_period": item.data_period,
        "previous": list(item.previous),
    }
    return {name: value for name, value in plain.items() if value not in (None, [])}


def _plain_level(level: LevelRule) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": level.name,
        "total_from": str(level.total_from),
        "passes": level.passes,
        "printed": level.printed,
        "status": level.status.value,
    }
    if level.each_instrument_from is not None:
        plain["each_instrument_from"] = str(level.each_instrument_from)
    return plain


_NUMBERS = range(1, 100)


def _instrument(node: Place) -> Instrument:
    return Instrument(
        node.get("code").text(),
        node.get("name").text(),
        node.get("weight").points(),
        node.get("status").status(),
    )


def _indicator(node: Place) -> Indicator:
    return Indicator(
        node.get("number").integer(_NUMBERS),
        node.get("name").text(),
        node.get("instrument").text(),
        node.get("status").status(),
    )


def _sub_indicator(node: Place) -> SubIndicator:
    return SubIndicator(
        node.get("code").text(),
        node.get("name").text(),
        node.get("indicator").integer(_NUMBERS),
        node.get("status").status(),
    )


def _item(node: Place) -> Item:
    def text(name: str) -> str | None:
        return found.text() if (found := node.find(name)) else None

    def texts(name: str) -> tuple[str, ...]:
        return found.texts() if (found := node.find(name)) else ()

    text_from = node.find("text_from")
    components = node.find("components")
    return Item(
        code=node.get("code").text(),
        indicator=node.get("indicator").integer(_NUMBERS),
        sub_indicator=text("sub_indicator"),
        group=text("group"),
        text=node.get("text").text(),
        status=node.get("status").status(),
        text_from=text_from.integer(_YEARS) if text_from else None,
        parts=texts("parts"),
        components=tuple(map(_component, components.each())) if components else (),
        notes=texts("notes"),
        data_period=text("data_period"),
        previous=texts("previous"),
    )


def _component(node: Place) -> Component:
    parts = node.find("parts")
    return Component(node.get("text").text(), parts.texts() if parts else ())


def _level(node: Place) -> LevelRule:
    each = node.find("each_instrument_from")
    return LevelRule(
        name=node.get("name").text(),
        total_from=node.get("total_from").points(),
        each_instrument_from=each.points() if each else None,
        passes=node.get("passes").boolean(),
        printed=node.get("printed").text(),
        status=node.get("status").status(),
    )
