"""The fields of a plan's rows: what each keeps of a typed text, and where it is written.

A field is a column (``name``), a column with the fiscal year it is of (``amount:2566``,
``aim:2567``, ``spent:2566``), or what a project is joined with (``items``).
"""

from collections.abc import Callable, Mapping
from typing import Final

from ita_desktop.db import plans as plan_table
from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.domain.measures import Round
from ita_desktop.domain.outline import read_outline, write_outline
from ita_desktop.domain.plan import DEEPEST
from ita_desktop.domain.plan_entry import (
    parse_amount,
    parse_count,
    parse_groups,
    parse_kind,
    parse_quarters,
    parse_reason,
    parse_state,
    parse_tick,
)
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line, quoted

PLAN_KINDS: Final = frozenset({Kind.GOAL, Kind.SECTION, Kind.PROJECT})
"""Rows that belong to a plan and not to a fiscal year."""
OUTLINES: Final = frozenset({"objectives", "target", "steps", "outputs", "outcomes"})
"""Fields that are lists, as ``domain.outline`` keeps them."""
PLAN_FIELD_WORDS: Final[Mapping[str, str]] = {
    "name": "ชื่อ",
    "level": "ระดับหัวข้อ",
    "kind": "ประเภทงาน",
    "rationale": "หลักการและเหตุผล",
    "objectives": "วัตถุประสงค์",
    "target": "กลุ่มเป้าหมาย",
    "target_count": "จำนวนกลุ่มเป้าหมาย",
    "target_groups": "ประเภทกลุ่มเป้าหมาย",
    "steps": "วิธีดำเนินการ",
    "period": "ระยะเวลาดำเนินการ",
    "no_budget": "ไม่ใช้งบประมาณ",
    "amount": "งบประมาณ",
    "source": "แหล่งงบประมาณ",
    "units": "ผู้รับผิดชอบ",
    "outputs": "ผลผลิต",
    "outcomes": "ผลลัพธ์",
    "note": "หมายเหตุ",
    "runs": "ปีที่ดำเนินการ",
    "quarters": "ไตรมาสที่ดำเนินการ",
    "aim": "เป้าหมาย",
    "state": "สถานะ",
    "in_ordinance": "บรรจุในข้อบัญญัติ/เทศบัญญัติ",
    "planned": "วงเงินตามแผนพัฒนาท้องถิ่น",
    "granted": "วงเงินตามข้อบัญญัติ/เทศบัญญัติ",
    "spent": "การเบิกจ่าย",
    "reason": "เหตุที่ดำเนินการไม่ได้",
    "reason_text": "รายละเอียดของเหตุ",
    "section": "หัวข้อ",
    "places": "หัวข้ออื่นที่โครงการอยู่ด้วย",
    "items": "ข้อ OIT",
    "risks": "ความเสี่ยง",
}
"""What the fields of a plan are called in Thai, where they are not called as in other rows."""
_REPORT_FIELDS: Final = frozenset(
    {
        *("state", "in_ordinance", "planned", "granted", "spent", "result", "problem"),
        *("suggestion", "reason", "reason_text", "note"),
    }
)
_YEAR_FIELDS: Final = frozenset({"runs", "quarters", "amount"})
_GONE: Final = "แถวที่จะแก้ไขถูกลบไปแล้ว กรุณาเลือกแถวอื่น"


def field_and_year(field: str) -> tuple[str, int | None]:
    """Return a field's column and the fiscal year it is of: ("amount", 2566) of "amount:2566"."""
    name, _, year = field.partition(":")
    return name, int(year) if year else None


def is_plan_report(field: str) -> bool:
    """Say whether a field is of what a project reports on a year: "spent:2566", not "spent"."""
    name, _, year = field.partition(":")
    return name in _REPORT_FIELDS and bool(year)


def plan_field_words(field: str, others: Mapping[str, str]) -> str:
    """Return what a field of a plan is called: "งบประมาณ ปี 2566"; ``others`` as in other rows."""
    name, year = field_and_year(field)
    words = PLAN_FIELD_WORDS.get(name) or others.get(name, name)
    return f"{words} ปี {year}" if year else words


def plan_value(field: str, text: str) -> Value:
    """Return what a field keeps of a typed text. Raises ClerkError where it cannot be taken."""
    name, _ = field_and_year(field)
    if name in OUTLINES:
        return write_outline(read_outline(clean_field(text)))
    return _PARSERS.get(name, clean_field)(text)


def write_plan_field(
    file: DataFile, kind: Kind, number: int, field: str, value: Value, months: Round | None
) -> None:
    """Write a field of a plan's row inside a deed; ``months`` for the report of a round.

    Raises ClerkError for a row that is gone and for a report of a closed round, LookupError for a
    field that is none.
    """
    if table.parent_of(file, kind, number) is None:
        raise ClerkError(_GONE)
    name, year = field_and_year(field)
    if year is None:
        table.change_row(file, kind, number, {name: value})
    elif kind is Kind.GOAL:
        plan_table.put_aim(file, number, year, str(value or ""))
    elif months is not None:
        if months in closed_rounds(file, year):
            raise ClerkError(
                f"รอบ {months} เดือนของปี {year} ปิดแล้ว จึงแก้ไขผลไม่ได้ กรุณาเปิดรอบอีกครั้งก่อนแก้ไข"
            )
        project_table.put_project_result(file, number, year, months, {name: value})
    elif name in _YEAR_FIELDS:
        project_table.put_project_year(file, number, year, {name: value})
    else:
        raise LookupError(field)


def _name(text: str) -> str:
    return one_line(clean_field(text))


def _level(text: str) -> int:
    if text.strip() in map(str, range(1, DEEPEST + 1)):
        return int(text)
    raise ClerkError(f"อ่านระดับหัวข้อ {quoted(text)} ไม่ได้ กรุณาพิมพ์ 1 ถึง {DEEPEST} (1 คือมิติ)")


_PARSERS: Final[Mapping[str, Callable[[str], Value]]] = {
    "name": _name,
    "marker": lambda text: one_line(clean_field(text)),
    "level": _level,
    "kind": lambda text: parse_kind(text).value,
    "target_count": parse_count,
    "target_groups": parse_groups,
    "no_budget": parse_tick,
    "amount": parse_amount,
    "source": _name,
    "runs": parse_tick,
    "quarters": parse_quarters,
    "state": lambda text: parse_state(text).value,
    "in_ordinance": parse_tick,
    "planned": parse_amount,
    "granted": parse_amount,
    "spent": parse_amount,
    "reason": lambda text: parse_reason(text).value,
}
"""What a field takes that is more than a text."""
