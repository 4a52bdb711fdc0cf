"""A criteria set as plain data and back: read all or nothing, with a sentence for what is wrong."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from ita_desktop.domain.criteria import (
    Component,
    Criteria,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    Status,
    SubIndicator,
)
from ita_desktop.errors import ClerkError

FORMAT = "ita-desktop-criteria"
VERSION = 1
_YEARS = range(2540, 2644)


def read_criteria(document: object) -> Criteria:
    """Return the criteria set that ``document`` (parsed JSON) describes.

    Raises ClerkError with one sentence that names the place in the file; nothing is taken then.
    """
    root = _Node(document, "ไฟล์เกณฑ์")
    if root.get("format").value != FORMAT:
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
    _check_references(criteria)
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


class _Node:
    """A place in the file that knows its name, so that a complaint can say where."""

    def __init__(self, value: object, place: str) -> None:
        self.value = value
        self.place = place

    def find(self, name: str) -> "_Node | None":
        if not isinstance(self.value, Mapping):
            raise self._complaint("ต้องเป็นกลุ่มข้อมูล { }")
        value = cast("Mapping[str, object]", self.value).get(name)
        return None if value is None else _Node(value, f"{self.place} › {name}")

    def get(self, name: str) -> "_Node":
        if (node := self.find(name)) is None:
            raise self._complaint(f"ไม่มีข้อมูล “{name}”")
        return node

    def each(self) -> Iterable["_Node"]:
        if not isinstance(self.value, list):
            raise self._complaint("ต้องเป็นรายการ [ ]")
        for number, value in enumerate(cast("list[object]", self.value), start=1):
            yield _Node(value, f"{self.place} ลำดับที่ {number}")

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self._complaint("ต้องเป็นข้อความ และต้องไม่ว่าง")
        return self.value

    def texts(self) -> tuple[str, ...]:
        return tuple(node.text() for node in self.each())

    def boolean(self) -> bool:
        if not isinstance(self.value, bool):
            raise self._complaint("ต้องเป็น true หรือ false")
        return self.value

    def integer(self, allowed: range) -> int:
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self._complaint("ต้องเป็นจำนวนเต็ม")
        if self.value not in allowed:
            raise self._complaint(f"ต้องอยู่ระหว่าง {allowed.start} ถึง {allowed.stop - 1}")
        return self.value

    def points(self) -> Decimal:
        """Return a figure from 0 to 100, written as a text so that it stays exact."""
        try:
            points = Decimal(self.text())
        except InvalidOperation:
            raise self._complaint("ต้องเป็นตัวเลข เช่น 85 หรือ 84.50") from None
        if not 0 <= points <= 100:
            raise self._complaint("ต้องอยู่ระหว่าง 0 ถึง 100")
        return points

    def status(self) -> Status:
        try:
            return Status(self.text())
        except ValueError:
            raise self._complaint(f"ต้องเป็นหนึ่งใน {', '.join(Status)}") from None

    def _complaint(self, wanted: str) -> ClerkError:
        return ClerkError(f"{self.place}: {wanted} จึงยังไม่ได้นำเข้าชุดเกณฑ์")


_NUMBERS = range(1, 100)


def _instrument(node: _Node) -> Instrument:
    return Instrument(
        node.get("code").text(),
        node.get("name").text(),
        node.get("weight").points(),
        node.get("status").status(),
    )


def _indicator(node: _Node) -> Indicator:
    return Indicator(
        node.get("number").integer(_NUMBERS),
        node.get("name").text(),
        node.get("instrument").text(),
        node.get("status").status(),
    )


def _sub_indicator(node: _Node) -> SubIndicator:
    return SubIndicator(
        node.get("code").text(),
        node.get("name").text(),
        node.get("indicator").integer(_NUMBERS),
        node.get("status").status(),
    )


def _item(node: _Node) -> Item:
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


def _component(node: _Node) -> Component:
    parts = node.find("parts")
    return Component(node.get("text").text(), parts.texts() if parts else ())


def _level(node: _Node) -> LevelRule:
    each = node.find("each_instrument_from")
    return LevelRule(
        name=node.get("name").text(),
        total_from=node.get("total_from").points(),
        each_instrument_from=each.points() if each else None,
        passes=node.get("passes").boolean(),
        printed=node.get("printed").text(),
        status=node.get("status").status(),
    )


def _check_references(criteria: Criteria) -> None:
    """Raise ClerkError where a code stands twice, points nowhere, or the weights do not make 100."""
    for kind, codes in (
        ("แบบวัด", [i.code for i in criteria.instruments]),
        ("ตัวชี้วัด", [str(i.number) for i in criteria.indicators]),
        ("ตัวชี้วัดย่อย", [s.code for s in criteria.sub_indicators]),
        ("ข้อ", [item.code for item in criteria.items]),
    ):
        if twice := sorted({code for code in codes if codes.count(code) > 1}):
            raise ClerkError(f"ชุดเกณฑ์มี{kind} {twice[0]} ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว")
    if sum(i.weight for i in criteria.instruments) != 100:
        raise ClerkError("น้ำหนักของแบบวัดทั้งหมดต้องรวมกันได้ 100 กรุณาแก้น้ำหนักในชุดเกณฑ์")
    for indicator in criteria.indicators:
        if indicator.instrument not in criteria.instrument_by_code:
            raise _dangling(f"ตัวชี้วัดที่ {indicator.number}", f"แบบวัด {indicator.instrument}")
    for sub in criteria.sub_indicators:
        if sub.indicator not in criteria.indicator_by_number:
            raise _dangling(f"ตัวชี้วัดย่อย {sub.code}", f"ตัวชี้วัดที่ {sub.indicator}")
    indicator_of_sub = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    for item in criteria.items:
        if item.indicator not in criteria.indicator_by_number:
            raise _dangling(f"ข้อ {item.code}", f"ตัวชี้วัดที่ {item.indicator}")
        if item.sub_indicator and indicator_of_sub.get(item.sub_indicator) != item.indicator:
            raise _dangling(f"ข้อ {item.code}", f"ตัวชี้วัดย่อย {item.sub_indicator}")


def _dangling(what: str, target: str) -> ClerkError:
    return ClerkError(f"{what} อ้างถึง{target} ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน")
