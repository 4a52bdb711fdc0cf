"""How the rows of measures are said: by their codes and first words, with what they belong to."""

import json
from collections.abc import Mapping
from typing import Final

from ita_desktop.documents.layout import official_layouts
from ita_desktop.documents.measure_texts import TEXT_WORDS
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.described_rows import (
    POSITION,
    REPORTED,
    Described,
    Field,
    Row,
    find_above,
    named,
    say_number,
    say_position,
    say_size,
)


def _band(value: object) -> str:
    return BAND_WORDS.get(str(value), str(value))


BAND_WORDS = {"": "ตามคะแนน", "urgent": "ต้องแก้ไข", "improve": "พัฒนา", "keep": "รักษาไว้"}


def _extra(value: object) -> str:
    """Return free columns as "ชื่อ: ข้อความ", one after the other."""
    try:
        values: dict[str, object] = json.loads(str(value)) if value else {}
        return " · ".join(f"{name}: {text}" for name, text in values.items())
    except (ValueError, AttributeError):  # a record that no release of this program wrote
        return str(value)


def _topic(row: Row) -> str:
    """Return a topic by its title; without one by its place among the topics of its year."""
    title = str(row["title"] or "")
    which = f" {quoted(title)}" if title else f"ที่ {say_position(row['position'])}"
    return f"ประเด็น{which} ปี {row['fiscal_year']}"


def _item(row: Row) -> str:
    which = row["code"] or (quoted(str(row["text"])) if row["text"] else "")
    return f"ข้อ {which} ของมาตรการ (เกณฑ์ปี {row['criteria_year']})"


def _layout(row: Row) -> str:
    try:
        return f"แบบตาราง {quoted(str(json.loads(str(row['document']))['name']))}"
    except (ValueError, LookupError, TypeError):  # a record that no release of this program wrote
        return f"แบบตาราง {row['key']}"


def paper_words(key: str) -> str:
    """Return which paper texts were edited on: "measures-progress~2/6" in words."""
    key, _, months = key.partition("/")
    base, _, number = key.partition("~")
    name = next((one.name for one in official_layouts() if one.id == base), base)
    own = f" แบบของหน่วยงาน {number}" if number else ""
    return f"{name}{own}{f' รอบ {months} เดือน' if months else ''}"


def _paper(row: Row) -> str:
    name = str(row["name"])
    which = f"“{TEXT_WORDS.get(name, name)}” "
    return f"ถ้อยคำ {which}บนเอกสาร {paper_words(str(row['paper']))} ปี {row['fiscal_year']}"


_SUGGESTED: Final = named("ตัวอย่างมาตรการ", "measure")
_OF_YEAR: Final = named("ขั้นตอนของปี", "method")
_EXTRA: Mapping[str, Field] = {"extra": Field("คอลัมน์เพิ่มเติม", _extra)}
_DONE: Mapping[str, Field] = {
    "text": Field("ข้อความ"),
    "marker": Field("เลขลำดับ", on_its_own=False),
    "units": Field("ผู้รับผิดชอบ"),
    "period": Field("ระยะเวลา"),
    "follow_up": Field("การกำกับติดตาม"),
    **_EXTRA,
    **POSITION,
}

MEASURES_DESCRIBED: Final[Mapping[str, Described]] = {
    "topic": Described(
        "ประเด็นของมาตรการ",
        _topic,
        key=("id",),
        names=("fiscal_year", "position", "title"),
        fields={
            "title": Field("ชื่อประเด็น"),
            "heading": Field("หัวในช่อง"),
            "group_lines": Field("บรรทัดหัวกลุ่ม"),
            "instrument": Field("แบบวัด"),
            "band": Field("กลุ่ม", _band),
            **POSITION,
        },
    ),
    "topic_item": Described(
        "ข้อคำถามของประเด็น",
        _item,
        key=("id",),
        names=("code", "text", "criteria_year"),
        fields={
            "topic": Field("ประเด็น", say_number, on_its_own=False),
            "criteria_year": Field("เกณฑ์ปี", on_its_own=False),
            "code": Field("รหัสข้อ", on_its_own=False),
            "text": Field("ข้อความ"),
            "score": Field("คะแนน"),
            "finding": Field("ข้อค้นพบ"),
            **_EXTRA,
            **POSITION,
        },
    ),
    "measure": Described(
        "มาตรการ",
        named("มาตรการ"),
        key=("id",),
        names=("text", "topic"),
        above=find_above(("topic", "topic")),
        fields={"topic": Field("ประเด็น", say_number, on_its_own=False), **_DONE},
    ),
    "step": Described(
        "ขั้นตอนของมาตรการ",
        named("ขั้นตอน"),
        key=("id",),
        names=("text", "measure"),
        above=find_above(("measure", "measure")),
        fields={"measure": Field("มาตรการ", say_number, on_its_own=False), **_DONE},
    ),
    "step_result": Described(
        "ผลการดำเนินการ",
        lambda row: f"ผลรอบ {row['round']} เดือน" + (f" ของ{row['of']}" if row["of"] else ""),
        key=("measure", "step", "round"),
        above=find_above(("step", "step"), ("measure", "measure")),
        fields={
            "measure": Field("มาตรการ", say_number, on_its_own=False),
            "step": Field("ขั้นตอน", say_number, on_its_own=False),
            **REPORTED,
        },
    ),
    "closed_round": Described(
        "รอบรายงานที่ปิดแล้ว",
        lambda row: f"รอบ {row['round']} เดือน ปี {row['fiscal_year']}",
        key=("fiscal_year", "round"),
        fields={
            "closed": Field("ปิดเมื่อ", on_its_own=False),
            "snapshot": Field("รายงานที่เก็บไว้", say_size("รายงาน")),
        },
    ),
    "layout": Described(
        "แบบตารางของหน่วยงาน",
        _layout,
        key=("key",),
        names=("document",),
        fields={"document": Field("แบบตาราง", say_size("แบบตาราง"))},
    ),
    "paper_text": Described(
        "ถ้อยคำบนเอกสาร",
        _paper,
        key=("fiscal_year", "paper", "name"),
        fields={"text": Field("ข้อความ")},
    ),
    "suggestion": Described(
        "ตัวอย่างมาตรการของหน่วยงาน",
        lambda row: f"{_SUGGESTED(row)} ตัวชี้วัดที่ {row['indicator']}",
        key=("id",),
        names=("indicator", "measure"),
        fields={
            "indicator": Field("ตัวชี้วัดที่", on_its_own=False),
            "finding": Field("ข้อค้นพบ"),
            "measure": Field("มาตรการ"),
            "steps": Field("ขั้นตอน"),
            "follow_up": Field("การกำกับติดตาม"),
            "replaces": Field("แทนตัวอย่าง", on_its_own=False),
        },
    ),
    "calendar_row": Described(
        "ขั้นตอนและระยะเวลาของปี",
        lambda row: f"{_OF_YEAR(row)} ปี {row['fiscal_year']}",
        key=("id",),
        names=("fiscal_year", "method"),
        fields={
            "stage": Field("ขั้นตอน"),
            "period": Field("ระยะเวลา"),
            "method": Field("วิธีปฏิบัติ"),
            **POSITION,
        },
    ),
}
"""By table."""
