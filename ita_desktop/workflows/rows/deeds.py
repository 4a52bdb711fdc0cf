"""Rows of measures, calendar, risks and plans: added, edited, moved, taken away.

Every verb is one named deed. Fields are named as the columns that hold them (``text``, ``units``,
``result``); ``FIELD_WORDS`` says them in Thai.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.measure_entry import (
    clean_field,
    parse_percent,
    parse_state,
    parse_topic_score,
)
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_entry import LEVEL_FIELDS, parse_measured, parse_quality
from ita_desktop.errors import ClerkError
from ita_desktop.thai.codes import parse_item_code
from ita_desktop.thai.text import one_line, quoted
from ita_desktop.workflows.plans.budget import settle_budget
from ita_desktop.workflows.plans.fields import (
    PLAN_KINDS,
    is_plan_report,
    plan_field_words,
    plan_value,
    write_plan_field,
)
from ita_desktop.workflows.risks.numbers import risk_of_number
from ita_desktop.workflows.risks.register import freeze_method, method_of

FIELD_WORDS: Final[Mapping[str, str]] = {
    "title": "ชื่อประเด็น",
    "heading": "หัวในช่อง",
    "group_lines": "บรรทัดหัวกลุ่ม",
    "instrument": "แบบวัด",
    "band": "กลุ่ม",
    "code": "รหัสข้อ",
    "score": "คะแนน",
    "finding": "ข้อค้นพบ",
    "marker": "เลขลำดับ",
    "text": "ข้อความ",
    "units": "ผู้รับผิดชอบ",
    "period": "ระยะเวลา",
    "follow_up": "การกำกับติดตาม",
    "state": "สถานะ",
    "result": "ผลการดำเนินการ",
    "problem": "ปัญหา/อุปสรรค",
    "suggestion": "ข้อเสนอแนะ",
    "outcome": "ผลลัพธ์",
    "percent": "ร้อยละ",
    "area": "ด้าน",
    "cause": "สาเหตุ",
    "control": "การควบคุมที่มีอยู่",
    "control_quality": "คุณภาพการควบคุม",
    "likelihood": "โอกาส",
    "impact": "ผลกระทบ",
    "level": "ระดับความเสี่ยง",
    "after_likelihood": "โอกาสหลังจัดการ",
    "after_impact": "ผลกระทบหลังจัดการ",
    "after_level": "ระดับหลังจัดการ",
    "project": "โครงการตามแผน",
    "risk": "ความเสี่ยงที่จัดการ",
    "stage": "ขั้นตอน",
    "method": "วิธีปฏิบัติ",
}
KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.TOPIC: "ประเด็น",
    Kind.ITEM: "ข้อคำถาม",
    Kind.MEASURE: "มาตรการ",
    Kind.STEP: "ขั้นตอน",
    Kind.CALENDAR: "ขั้นตอนของปี",
    Kind.PROCESS: "กระบวนงาน",
    Kind.RISK: "ความเสี่ยง",
    Kind.TREATMENT: "มาตรการควบคุม",
    Kind.GOAL: "เป้าหมาย",
    Kind.SECTION: "หัวข้อแผน",
    Kind.PROJECT: "โครงการ",
}
_GONE: Final = "แถวที่จะแก้ไขถูกลบไปแล้ว กรุณาเลือกแถวอื่น"
RESULT_FIELDS: Final = frozenset({"state", "result", "problem", "suggestion", "outcome", "percent"})
"""Fields that each round has of its own."""


def is_of_round(field: str) -> bool:
    """Say whether a field is of a report: each round has one of its own ("spent:2566")."""
    return field in RESULT_FIELDS or is_plan_report(field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A field of a row and the text it is to have; ``months`` for a field of a round's report.

    ``field`` is a column, ``extra:`` with the name of a free column, or in a plan a column with its
    fiscal year ("amount:2566").
    """

    kind: Kind
    number: int
    field: str
    text: str
    months: Round | None = None


def value_of(field: str, text: str) -> Value:
    """Return what a field keeps of a typed text. Raises ClerkError where it cannot be taken."""
    return _PARSERS.get(field, clean_field)(text)


def checked_value(file: DataFile, edit: Edit) -> Value:
    """Return what the field of an edit keeps; a level is read by the method of the row's year.

    The risk that a treatment is against is named by its number in the matrix.

    Raises ClerkError where it cannot be taken, or the row is gone.
    """
    if edit.kind in PLAN_KINDS:
        return plan_value(edit.field, edit.text)
    if edit.field == "risk":
        process = table.parent_of(file, edit.kind, edit.number)
        if process is None:
            raise ClerkError(_GONE)
        return risk_of_number(file, process, edit.text)
    if edit.field not in LEVEL_FIELDS:
        return value_of(edit.field, edit.text)
    year = fiscal_year_of_row(file, edit.kind, edit.number)
    if year is None:
        raise ClerkError(_GONE)
    return parse_measured(edit.field, edit.text, method_of(file, year))


def _code_of(text: str) -> str:
    """Return the canonical code ("i7") of a typed one; "" of an empty text. Raises ClerkError."""
    code = parse_item_code(text) if text.strip() else ""
    if code is None:
        raise ClerkError(
            f"{quoted(text)} ไม่ใช่รหัสข้อ กรุณากรอกเช่น i7, e12 หรือ O43 หรือเว้นว่างไว้แล้วกรอกช่องประเด็น"
        )
    return code


def set_field(file: DataFile, edit: Edit, *, place: str = "") -> None:
    """Write one field as typed, as one deed; ``place`` says where, for the deed's name.

    Raises ClerkError, with nothing changed, for a text that cannot be taken and for a report of a
    closed round, MachineError where the disk refuses.
    """
    apply_edits(
        file, [edit], f"แก้{field_words(edit.kind, edit.field)}{f' {place}' if place else ''}"
    )


def field_words(kind: Kind, field: str) -> str:
    """Return what a field of a row is called in Thai; a free column by its own name."""
    if kind in PLAN_KINDS:
        return plan_field_words(field, FIELD_WORDS)
    return FIELD_WORDS.get(field, field.removeprefix("extra:"))


def apply_edits(file: DataFile, edits: Iterable[Edit], deed: str) -> None:
    """Write many fields as one deed, all or none; raises as ``set_field`` does.

    Of a project of the plan money takes ไม่ใช้งบประมาณ away (``plans.budget``).
    """
    checked = [(edit, checked_value(file, edit)) for edit in edits]
    of_projects = [
        (edit.number, edit.field, value) for edit, value in checked if edit.kind is Kind.PROJECT
    ]
    with file.deed(deed):
        for edit, value in checked:
            write_edit(file, edit, value)
        settle_budget(file, of_projects)


def write_edit(file: DataFile, edit: Edit, value: Value) -> None:
    """Write one field inside a deed. Raises ClerkError for a row that is gone or a closed round."""
    if edit.kind in PLAN_KINDS:
        write_plan_field(file, edit.kind, edit.number, edit.field, value, edit.months)
        return
    year = fiscal_year_of_row(file, edit.kind, edit.number)
    if year is None:
        raise ClerkError(_GONE)
    if edit.months is not None:
        refuse_closed(file, year, edit.months)
        table.put_result(file, edit.kind, edit.number, edit.months, {edit.field: value})
    elif edit.field.startswith("extra:"):
        table.put_extra(
            file, edit.kind, edit.number, edit.field.removeprefix("extra:"), str(value or "")
        )
    else:
        if edit.field in LEVEL_FIELDS and value not in ("", None):
            freeze_method(file, year)
        table.change_row(file, edit.kind, edit.number, {edit.field: value})


def _score_of(text: str) -> str:
    score = parse_topic_score(text)
    return "" if score is None else str(score)


def fiscal_year_of_row(file: DataFile, kind: Kind, number: int) -> int | None:
    """Return the fiscal year a row belongs to, None where it is gone. A plan's row has none."""
    while True:
        parent = table.parent_of(file, kind, number)
        if parent is None or table.PARENT[kind] == "fiscal_year":
            return parent
        if table.PARENT[kind] == "plan":
            return None
        kind, number = Kind(table.PARENT[kind]), parent


def closed_sentence(fiscal_year: int, months: Round) -> str:
    """Return why nothing is written into the report of a closed round, and what to do."""
    return f"รอบ {months} เดือนของปี {fiscal_year} ปิดแล้ว จึงแก้ไขผลไม่ได้ กรุณาเปิดรอบอีกครั้งก่อนแก้ไข"


def refuse_closed(file: DataFile, fiscal_year: int, months: Round) -> None:
    """Raise ClerkError where the report of a round is frozen."""
    if months in closed_rounds(file, fiscal_year):
        raise ClerkError(closed_sentence(fiscal_year, months))


def add_row(
    file: DataFile,
    kind: Kind,
    parent: int,
    texts: Mapping[str, str] | None = None,
    before: int | None = None,
) -> int:
    """Add a row with the texts given, as one deed; return its number.

    ``parent`` is the fiscal year of a topic or calendar row, else the topic or measure.
    ``before``: the sibling it stands before; None at the end. Raises ClerkError.
    """
    values = typed_values(file, kind, parent, texts or {})
    if kind is Kind.ITEM:
        year = table.parent_of(file, Kind.TOPIC, parent)
        values = {"criteria_year": year, **values}
    with file.deed(f"เพิ่ม{KIND_WORDS[kind]}"):
        keep_method_for(file, kind, parent, values)
        return table.add_row(file, kind, parent, values, before)


def typed_values(
    file: DataFile, kind: Kind, parent: int, texts: Mapping[str, str]
) -> dict[str, Value]:
    """Return what the fields of a new row keep of typed texts. Raises ClerkError."""
    if kind in PLAN_KINDS:
        return {field: plan_value(field, text) for field, text in texts.items()}
    values: dict[str, Value] = {}
    for field, text in texts.items():
        if field in LEVEL_FIELDS:
            method = method_of(file, _year_of_new(file, kind, parent))
            values[field] = parse_measured(field, text, method)
        elif field == "risk":
            values[field] = risk_of_number(file, parent, text)
        else:
            values[field] = value_of(field, text)
    return values


def keep_method_for(file: DataFile, kind: Kind, parent: int, values: Mapping[str, Value]) -> None:
    """Keep the year's method where a new row has levels by it, inside a deed."""
    told = any(values.get(field) not in ("", None) for field in LEVEL_FIELDS)
    if told and kind not in PLAN_KINDS:  # a section's level is its depth
        freeze_method(file, _year_of_new(file, kind, parent))


def _year_of_new(file: DataFile, kind: Kind, parent: int) -> int:
    """Return the fiscal year of a row that is to belong to ``parent``. Raises ClerkError."""
    if table.PARENT[kind] == "fiscal_year":
        return parent
    year = fiscal_year_of_row(file, Kind(table.PARENT[kind]), parent)
    if year is None:
        raise ClerkError(_GONE)
    return year


def remove_rows(file: DataFile, kind: Kind, numbers: Sequence[int]) -> None:
    """Take rows away with all that belongs to them, as one deed."""
    many = f" {len(numbers)} แถว" if len(numbers) > 1 else ""
    with file.deed(f"ลบ{KIND_WORDS[kind]}{many}"):
        for number in numbers:
            table.remove_row(file, kind, number)


def move_row(
    file: DataFile, kind: Kind, number: int, parent: int, before: int | None = None
) -> None:
    """Put a row before a sibling, or at the end, also under another parent; one deed."""
    if number == before:
        return
    with file.deed(f"ย้าย{KIND_WORDS[kind]}"):
        if table.parent_of(file, kind, number) != parent:
            table.change_parent(file, kind, number, parent)
        others = [one for one in table.siblings_of(file, kind, parent) if one != number]
        place = others.index(before) if before is not None else len(others)
        table.order_rows(file, kind, (*others[:place], number, *others[place:]))


_PARSERS: Final[Mapping[str, Callable[[str], Value]]] = {
    "score": _score_of,
    "state": lambda text: parse_state(text).value,
    "percent": parse_percent,
    "code": _code_of,
    "marker": str,
    "control_quality": lambda text: parse_quality(text).value,
    "project": lambda text: one_line(clean_field(text)),
}
"""What a field takes that is more than a text."""
