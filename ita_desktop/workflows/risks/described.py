"""How the rows of the risk register are said: by their first words, with what they belong to."""

import json
from collections.abc import Mapping
from typing import Final

from ita_desktop.domain.risks import Quality
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


def _method(value: object) -> str:
    """Return a year's method by its name, and how large it is where it has none."""
    try:
        name = str(json.loads(str(value))["name"])
    except (ValueError, LookupError, TypeError):  # a record that no release of this program wrote
        name = ""
    size = say_size("เกณฑ์")(value)
    return f"{quoted(name)} ({size})" if name else size


def _quality(value: object) -> str:
    known = {one.value: one.words for one in Quality}
    return known.get(str(value), str(value))


def _process(row: Row) -> str:
    """Return a process by its words; without any by its place among those of its year."""
    text = str(row["text"] or "")
    which = f" {quoted(text)}" if text else f"ที่ {say_position(row['position'])}"
    return f"กระบวนงาน{which} ปี {row['fiscal_year']}"


_DONE: Mapping[str, Field] = {
    "text": Field("ข้อความ"),
    "marker": Field("เลขลำดับ", on_its_own=False),
    "units": Field("ผู้รับผิดชอบ"),
    **POSITION,
}

RISKS_DESCRIBED: Final[Mapping[str, Described]] = {
    "risk_method": Described(
        "เกณฑ์ประเมินความเสี่ยง",
        lambda row: f"เกณฑ์ประเมินความเสี่ยงปี {row['id']}",
        key=("id",),
        fields={"document": Field("เกณฑ์", _method)},
    ),
    "risk_area": Described(
        "ด้านความเสี่ยง",
        lambda row: f"ด้านความเสี่ยง {quoted(str(row['name']))}",
        key=("name",),
        fields={"name": Field("ชื่อ"), **POSITION},
    ),
    "process": Described(
        "กระบวนงานที่มีความเสี่ยง",
        _process,
        key=("id",),
        names=("fiscal_year", "position", "text"),
        fields={
            "text": Field("ข้อความ"),
            "area": Field("ด้าน"),
            "units": Field("ผู้รับผิดชอบ"),
            "level": Field("ระดับความเสี่ยง"),
            **POSITION,
        },
    ),
    "risk": Described(
        "ความเสี่ยง",
        named("ความเสี่ยง"),
        key=("id",),
        names=("text", "process"),
        above=find_above(("process", "process")),
        fields={
            "process": Field("กระบวนงาน", say_number, on_its_own=False),
            **_DONE,
            "cause": Field("สาเหตุ"),
            "control": Field("การควบคุมที่มีอยู่"),
            "control_quality": Field("คุณภาพการควบคุม", _quality),
            "likelihood": Field("โอกาส"),
            "impact": Field("ผลกระทบ"),
            "level": Field("ระดับความเสี่ยง"),
            "after_likelihood": Field("โอกาสหลังจัดการ"),
            "after_impact": Field("ผลกระทบหลังจัดการ"),
            "after_level": Field("ระดับหลังจัดการ"),
            "previous": Field("ความเสี่ยงเดิมของปีก่อน", say_number, on_its_own=False),
        },
    ),
    "treatment": Described(
        "มาตรการควบคุมความเสี่ยง",
        named("มาตรการควบคุม"),
        key=("id",),
        names=("text", "process", "risk"),
        above=find_above(("risk", "risk"), ("process", "process")),
        fields={
            "process": Field("กระบวนงาน", say_number, on_its_own=False),
            "risk": Field("ความเสี่ยง", say_number, on_its_own=False),
            **_DONE,
            "period": Field("ระยะเวลา"),
            "measure": Field("มาตรการที่เชื่อมไว้", say_number, on_its_own=False),
            "project": Field("โครงการตามแผน"),
        },
    ),
    "treatment_result": Described(
        "ผลการจัดการความเสี่ยง",
        lambda row: f"ผลรอบ {row['round']} เดือน" + (f" ของ{row['of']}" if row["of"] else ""),
        key=("treatment", "round"),
        above=find_above(("treatment", "treatment")),
        fields={
            "treatment": Field("มาตรการควบคุม", say_number, on_its_own=False),
            **REPORTED,
        },
    ),
}
"""By table."""
