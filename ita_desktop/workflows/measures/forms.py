"""Forms of the tables of measures: one for each layout, with heads of other offices."""

from collections.abc import Iterable, Mapping
from typing import Final

from ita_desktop.documents.layout import Layout, LayoutColumn, RowOf
from ita_desktop.thai.text import fold
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "topic": ("ข้อคำถาม", "ประเด็นที่ต้องปรับปรุง แก้ไข/ประเด็นที่ต้องพัฒนา", "ประเด็นที่ต้องพัฒนา"),
    "score": ("ผลการประเมิน", "คะแนน", "คะแนนที่ได้"),
    "finding": ("ข้อค้นพบ", "ข้อบกพร่อง", "ประเด็นที่พบ"),
    "measure": ("มาตรการ/แนวทาง", "มาตรการ", "แนวทาง/มาตรการ"),
    "steps": ("วิธีการดำเนินการ", "วิธีดำเนินการ", "ขั้นตอน/วิธีการดำเนินการ", "ขั้นตอนการดำเนินการ"),
    "measure_and_steps": (
        "มาตรการหรือกิจกรรมที่ดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ขั้นตอนหรือวิธีการ/มาตรการ",
        "มาตรการ/กิจกรรม",
    ),
    "units": ("ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานผู้รับผิดชอบ"),
    "period": (
        "ระยะเวลาการดำเนินการ",
        "ระยะเวลาดำเนินการ",
        "ระยะเวลาในการดำเนินการ",
        "ระยะเวลา",
    ),
    "follow_up": (
        "การติดตามและรายงานผล",
        "การติดตามและการรายงานผล",
        "แนวทางการกำกับติดตามฯ/รายงานผล",
        "การรายงานผลและการกำกับติดตาม กำหนดเวลาแล้วเสร็จ",
        "การกำกับติดตาม",
    ),
    "state": ("สถานะ",),
    "percent": ("ร้อยละ", "ร้อยละความก้าวหน้า"),
    "result": ("ผลการดำเนินการ", "ผลการดำเนินงาน", "สรุปผลการดำเนินการตามมาตรการฯ"),
    "problem": ("ปัญหา/อุปสรรค", "ปัญหาและอุปสรรค", "ปัญหาอุปสรรค"),
    "suggestion": ("ข้อเสนอแนะ",),
    "outcome": ("ผลลัพธ์/ความสำเร็จของการดำเนินการ", "ผลลัพธ์"),
    "stage": ("ขั้นตอน",),
    "method": ("วิธีปฏิบัติ",),
}
"""Heads under which papers of offices have a column, whatever the layout calls it."""
_WORK: Final = frozenset(
    {"topic", "measure", "steps", "measure_and_steps", "stage", "method"},
)
"""What a row is about: without one of these columns a table is another."""
_TELLING: Final = ("result", "follow_up", "finding", "outcome", "suggestion", "problem")
"""What tells two layouts with the same columns of work apart, the most telling first."""


def measure_forms(layouts: Iterable[Layout]) -> tuple[TableForm, ...]:
    """Return a form for each layout; its ``kind`` is the layout's id, its fields are sources."""
    return tuple(map(_form, layouts))


def _form(layout: Layout) -> TableForm:
    own = {fold(head) for column in layout.columns for head in _own_heads(column)}
    required = _required(layout)
    return TableForm(
        kind=layout.id,
        columns=tuple(
            ColumnForm(
                field=column.source,
                heads=(*_own_heads(column), *_other_heads(layout, column, own)),
                required=column.source in required,
            )
            for column in layout.columns
        ),
    )


def _required(layout: Layout) -> frozenset[str]:
    required = {source for source in layout.sources if source in _WORK}
    if layout.row_of is RowOf.CALENDAR:
        return frozenset(required)
    telling = next((source for source in _TELLING if source in layout.sources), None)
    if telling is None or len(required) < 2:  # an own layout with few columns: all tell
        return frozenset(source for source in layout.sources if source != "order")
    return frozenset({*required, telling})


def _own_heads(column: LayoutColumn) -> tuple[str, ...]:
    return tuple(
        form for head in (column.head, *column.known_as) for form in _with_and_without(head)
    )


def _other_heads(layout: Layout, column: LayoutColumn, taken: set[str]) -> tuple[str, ...]:
    """Return heads of other offices that no column of the layout has for its own."""
    if layout.row_of is RowOf.CALENDAR and column.source not in ("stage", "method", "period"):
        return ()
    forms = (form for head in _HEADS.get(column.source, ()) for form in _with_and_without(head))
    return tuple(form for form in forms if fold(form) not in taken)


def _with_and_without(head: str) -> tuple[str, ...]:
    """Return a head and the same without ฯ, which papers have or leave out."""
    bare = head.replace("ฯ", "")
    return (head,) if bare == head else (head, bare)
