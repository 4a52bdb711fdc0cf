"""Measures of a fiscal year: added, edited field by field, moved, joined, taken away.

Every verb is one named deed. Fields are named as the columns that hold them (``text``, ``units``,
``result``); ``FIELD_WORDS`` says them in Thai.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import measures as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.measures import Kind, Value
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.domain.measure_entry import (
    clean_field,
    parse_percent,
    parse_state,
    parse_topic_score,
)
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError
from ita_desktop.thai.codes import parse_item_code
from ita_desktop.thai.text import quoted

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
    "stage": "ขั้นตอน",
    "method": "วิธีปฏิบัติ",
}
KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.TOPIC: "ประเด็น",
    Kind.ITEM: "ข้อคำถาม",
    Kind.MEASURE: "มาตรการ",
    Kind.STEP: "ขั้นตอน",
    Kind.CALENDAR: "ขั้นตอนของปี",
}
RESULT_FIELDS: Final = frozenset({"state", "result", "problem", "suggestion", "outcome", "percent"})
"""Fields that each round has of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A field of a row and the text it is to have; ``months`` for a field of a round's report.

    ``field`` is a column, or ``extra:`` with the name of a free column.
    """

    kind: Kind
    number: int
    field: str
    text: str
    months: Round | None = None


def value_of(field: str, text: str) -> Value:
    """Return what a field keeps of a typed text. Raises ClerkError where it cannot be taken."""
    match field:
        case "score":
            score = parse_topic_score(text)
            return "" if score is None else str(score)
        case "state":
            return parse_state(text).value
        case "percent":
            return parse_percent(text)
        case "code":
            return _code_of(text)
        case "marker":
            return text
        case _:
            return clean_field(text)


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
    words = FIELD_WORDS.get(edit.field, edit.field.removeprefix("extra:"))
    apply_edits(file, [edit], f"แก้{words}{f' {place}' if place else ''}")


def apply_edits(file: DataFile, edits: Iterable[Edit], deed: str) -> None:
    """Write many fields as one deed, all or none; raises as ``set_field`` does."""
    checked = [(edit, value_of(edit.field, edit.text)) for edit in edits]
    with file.deed(deed):
        for edit, value in checked:
            write_edit(file, edit, value)


def write_edit(file: DataFile, edit: Edit, value: Value) -> None:
    """Write one field inside a deed. Raises ClerkError for a row that is gone or a closed round."""
    year = fiscal_year_of_row(file, edit.kind, edit.number)
    if year is None:
        raise ClerkError("แถวที่จะแก้ไขถูกลบไปแล้ว กรุณาเลือกแถวอื่น")
    if edit.months is not None:
        refuse_closed(file, year, edit.months)
        table.put_result(file, edit.kind, edit.number, edit.months, {edit.field: value})
    elif edit.field.startswith("extra:"):
        table.put_extra(
            file, edit.kind, edit.number, edit.field.removeprefix("extra:"), str(value or "")
        )
    else:
        table.change_row(file, edit.kind, edit.number, {edit.field: value})


def fiscal_year_of_row(file: DataFile, kind: Kind, number: int) -> int | None:
    """Return the fiscal year a row belongs to, None where it is gone."""
    while True:
        parent = table.parent_of(file, kind, number)
        if parent is None or table.PARENT[kind] == "fiscal_year":
            return parent
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
    values = {field: value_of(field, text) for field, text in (texts or {}).items()}
    if kind is Kind.ITEM:
        year = table.parent_of(file, Kind.TOPIC, parent)
        values = {"criteria_year": year, **values}
    with file.deed(f"เพิ่ม{KIND_WORDS[kind]}"):
        return table.add_row(file, kind, parent, values, before)


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
            table.change_row(file, kind, number, {table.PARENT[kind]: parent})
        others = [one for one in table.siblings_of(file, kind, parent) if one != number]
        place = others.index(before) if before is not None else len(others)
        table.order_rows(file, kind, (*others[:place], number, *others[place:]))


def join_topics(file: DataFile, numbers: Sequence[int]) -> None:
    """Let several topics share the measures: all items and measures go to the first, one deed."""
    first, *others = numbers
    with file.deed(f"รวม {len(numbers)} ประเด็นเป็นประเด็นเดียว"):
        for kind in (Kind.ITEM, Kind.MEASURE):
            moved = [one for other in others for one in table.siblings_of(file, kind, other)]
            for one in moved:
                table.change_row(file, kind, one, {"topic": first})
            kept = [one for one in table.siblings_of(file, kind, first) if one not in moved]
            table.order_rows(file, kind, (*kept, *moved))
        for other in others:
            table.remove_row(file, Kind.TOPIC, other)


def split_item(file: DataFile, item: int) -> int:
    """Give an item that shares a topic a topic of its own, after it; one deed; its number."""
    topic = table.parent_of(file, Kind.ITEM, item)
    year = None if topic is None else table.parent_of(file, Kind.TOPIC, topic)
    if topic is None or year is None:
        raise ClerkError("ข้อนี้ถูกลบไปแล้ว กรุณาเลือกข้ออื่น")
    siblings = table.siblings_of(file, Kind.TOPIC, year)
    after = siblings.index(topic) + 1
    with file.deed("แยกข้อเป็นประเด็นใหม่"):
        before = siblings[after] if after < len(siblings) else None
        new = table.add_row(file, Kind.TOPIC, year, {}, before)
        table.change_row(file, Kind.ITEM, item, {"topic": new, "position": 0})
    return new
