"""The layout of a table of measures as data: what its columns hold, how they are called, how wide.

Every district knows another table (seeds 000 to 003), all made from the same data. PDF, workbook,
import and screen follow from the layout; none is written in code twice. The official ones are JSON
files in ``layouts``; an office copies one and changes the copy, which its data file keeps.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final

from ita_desktop.documents.model import Align, Digits, Orientation
from ita_desktop.errors import ClerkError

_FOLDER: Final = Path(__file__).parent / "layouts"
EXTRA: Final = "extra:"
"""Before the name of a free column in ``LayoutColumn.source``."""
MOST_COLUMNS: Final = 16


class RowOf(StrEnum):
    """What one row of the table is."""

    ITEM = "item"
    """An item of a topic; the columns of a shared measure are merged downwards (seed 000)."""
    MEASURE = "measure"
    """A measure with all its steps in one cell (seeds 001 and 003)."""
    STEP = "step"
    """A step; the column of its measure is merged downwards (seed 002)."""
    CALENDAR = "calendar"
    """A row of the calendar of the year (seed 001)."""


class Grouping(StrEnum):
    """What lines stand over the parts of the table, each part with its own header."""

    NONE = "none"
    BAND = "band"
    INSTRUMENT = "instrument"
    """By instrument and indicator, as seed 003."""


SOURCES: Final[Mapping[str, str]] = {
    "order": "ลำดับที่",
    "topic": "ประเด็น/ข้อคำถาม",
    "score": "ผลการประเมิน",
    "finding": "ข้อค้นพบ",
    "measure": "มาตรการ",
    "steps": "ขั้นตอน/วิธีดำเนินการ",
    "measure_and_steps": "มาตรการและขั้นตอน",
    "units": "ผู้รับผิดชอบ",
    "period": "ระยะเวลา",
    "follow_up": "การกำกับติดตาม",
    "state": "สถานะ",
    "percent": "ร้อยละความก้าวหน้า",
    "result": "ผลการดำเนินการ",
    "problem": "ปัญหา/อุปสรรค",
    "suggestion": "ข้อเสนอแนะ",
    "outcome": "ผลลัพธ์",
    "stage": "ขั้นตอนของปี",
    "method": "วิธีปฏิบัติ",
}
"""What a column can hold, and how the window calls it; free columns aside."""
_CALENDAR_ONLY: Final = frozenset({"stage", "method"})
_ON_CALENDAR: Final = frozenset({"order", "stage", "period", "method"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """A column. ``source`` is one of ``SOURCES`` or ``extra:`` with the name of a free column.

    ``width`` is a share of the table's width. ``known_as`` are other heads under which the column
    is read from sheets of other offices.
    """

    source: str
    head: str
    width: float
    align: Align = Align.LEFT
    known_as: tuple[str, ...] = ()

    @property
    def extra(self) -> str:
        """The name of the free column it holds; empty where it is none."""
        return self.source.removeprefix(EXTRA) if self.source.startswith(EXTRA) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A table of measures. ``id`` names the paper; ``base`` the official layout it is a copy of.

    ``digits``: None prints those that are asked for. ``cover``: a page with title and office comes
    before. ``texts`` are the fixed texts by name, see ``documents.measure_texts``.
    """

    id: str
    base: str
    name: str
    """Short, for menus."""
    row_of: RowOf
    columns: tuple[LayoutColumn, ...]
    grouping: Grouping = Grouping.NONE
    orientation: Orientation = Orientation.LANDSCAPE
    digits: Digits | None = None
    cover: bool = False
    code_prefix: str = ""
    """Before the code of an item: "ข้อ "."""
    capital_codes: bool = False
    """E12 instead of e12."""
    number_measures: bool = False
    """Measures are numbered through the table: "๑. ..."."""
    tag_instrument: bool = False
    """The instrument in brackets after the measure: "(IIT)"."""
    signed: bool = False
    """The executive signs at the end."""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_own(self) -> bool:
        """Whether it is a copy that belongs to an office."""
        return self.id != self.base

    @property
    def sources(self) -> tuple[str, ...]:
        """What its columns hold, in order."""
        return tuple(column.source for column in self.columns)


OFFICIAL: Final = (
    "measures-plan",
    "measures-by-question",
    "measures-progress",
    "measures-six-month",
    "action-calendar",
)
"""Ids of the layouts that ship, in the order of menus."""


@cache
def official_layouts() -> tuple[Layout, ...]:
    """Return the layouts that ship, in the order of menus."""
    return tuple(
        read_layout((_FOLDER / f"{name}.json").read_text(encoding="utf-8")) for name in OFFICIAL
    )


def official_layout(layout_id: str) -> Layout:
    """Return the official layout with an id. Raises LookupError."""
    for layout in official_layouts():
        if layout.id == layout_id:
            return layout
    raise LookupError(layout_id)


def is_layout(paper_id: str) -> bool:
    """Say whether the id of a paper is that of a layout, one that ships or an office's own."""
    return paper_id.partition("~")[0] in OFFICIAL


def copy_layout(layout: Layout, number: int, name: str) -> Layout:
    """Return an office's own copy of a layout: the ``number``-th of its official one."""
    return replace(layout, id=f"{layout.base}~{number}", name=name)


def check_layout(layout: Layout) -> None:
    """Raise ClerkError where a table could not be made, or not be read back, from a layout."""
    if not layout.name.strip():
        raise ClerkError("กรุณาตั้งชื่อแบบตาราง")
    if not 2 <= len(layout.columns) <= MOST_COLUMNS:
        raise ClerkError(f"แบบตารางต้องมี 2 ถึง {MOST_COLUMNS} คอลัมน์ กรุณาเพิ่มหรือลดคอลัมน์")
    allowed = _ON_CALENDAR if layout.row_of is RowOf.CALENDAR else SOURCES.keys() - _CALENDAR_ONLY
    seen_sources: set[str] = set()
    seen_heads: set[str] = set()
    for column in layout.columns:
        head = "".join(column.head.split())
        if not head:
            raise ClerkError("มีคอลัมน์ที่ยังไม่มีหัวตาราง กรุณาพิมพ์หัวตารางให้ครบทุกคอลัมน์")
        if head in seen_heads:
            raise ClerkError(f"หัวตาราง “{column.head}” ซ้ำกัน กรุณาตั้งหัวตารางให้ต่างกันทุกคอลัมน์")
        if column.source == EXTRA:
            raise ClerkError(f"คอลัมน์อิสระ “{column.head}” ยังไม่มีชื่อ กรุณาตั้งชื่อคอลัมน์")
        if column.source in seen_sources:
            raise ClerkError(f"ข้อมูลของคอลัมน์ “{column.head}” ซ้ำกับอีกคอลัมน์ กรุณาเลือกข้อมูลอื่น")
        if not column.extra and column.source not in allowed:
            raise ClerkError(f"คอลัมน์ “{column.head}” ใช้กับแบบตารางนี้ไม่ได้ กรุณาเลือกข้อมูลอื่น")
        if not 0 < column.width < 1000:
            raise ClerkError(f"ความกว้างของคอลัมน์ “{column.head}” ต้องมากกว่า 0 กรุณากรอกใหม่")
        seen_heads.add(head)
        seen_sources.add(column.source)


def read_layout(text: str) -> Layout:
    """Return the layout that a JSON text describes.

    Raises ValueError, TypeError or LookupError for what no release of ours wrote, ClerkError for a
    layout that ``check_layout`` refuses.
    """
    document: dict[str, Any] = json.loads(text)
    layout = Layout(
        id=str(document["id"]),
        base=str(document.get("base", document["id"])),
        name=str(document["name"]),
        row_of=RowOf(document["row_of"]),
        columns=tuple(
            LayoutColumn(
                source=str(one["source"]),
                head=str(one["head"]),
                width=float(one["width"]),
                align=Align(one.get("align", Align.LEFT)),
                known_as=tuple(map(str, one.get("known_as", ()))),
            )
            for one in document["columns"]
        ),
        grouping=Grouping(document.get("grouping", Grouping.NONE)),
        orientation=Orientation(document.get("orientation", Orientation.LANDSCAPE)),
        digits=Digits(document["digits"]) if document.get("digits") else None,
        cover=bool(document.get("cover", False)),
        code_prefix=str(document.get("code_prefix", "")),
        capital_codes=bool(document.get("capital_codes", False)),
        number_measures=bool(document.get("number_measures", False)),
        tag_instrument=bool(document.get("tag_instrument", False)),
        signed=bool(document.get("signed", False)),
        texts={str(name): str(words) for name, words in document.get("texts", {}).items()},
    )
    check_layout(layout)
    return layout


def write_layout(layout: Layout) -> str:
    """Return the JSON text that ``read_layout`` reads."""
    columns = [
        {
            "source": column.source,
            "head": column.head,
            "width": column.width,
            "align": column.align.value,
            "known_as": list(column.known_as),
        }
        for column in layout.columns
    ]
    document = {
        "id": layout.id,
        "base": layout.base,
        "name": layout.name,
        "row_of": layout.row_of.value,
        "grouping": layout.grouping.value,
        "orientation": layout.orientation.value,
        "digits": None if layout.digits is None else layout.digits.value,
        "cover": layout.cover,
        "code_prefix": layout.code_prefix,
        "capital_codes": layout.capital_codes,
        "number_measures": layout.number_measures,
        "tag_instrument": layout.tag_instrument,
        "signed": layout.signed,
        "columns": columns,
        "texts": dict(layout.texts),
    }
    return json.dumps(document, ensure_ascii=False)
