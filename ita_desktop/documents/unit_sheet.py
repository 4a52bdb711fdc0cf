"""The work sheet that a unit fills in and sends back: its own steps, and open cells beside them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import Final

from ita_desktop.documents.measure_texts import round_title
from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Number,
    Open,
    Orientation,
    PageSetup,
    Row,
    Section,
    Table,
)
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import (
    Round,
    State,
    StepResult,
    Topic,
    TopicItem,
    follow_up_of,
    period_of,
    result_of,
)
from ita_desktop.domain.numbered import list_markers, marked
from ita_desktop.domain.office import Office
from ita_desktop.domain.unit_row_key import FIELDS, UnitRowKey, hash_of, locked_hash, write_key
from ita_desktop.domain.unit_work import UnitRow
from ita_desktop.thai.digits import printed_digits

ID: Final = "unit-sheet"
LOCKED_HEADS: Final[Mapping[str, str]] = {
    "measure": "มาตรการ",
    "step": "ขั้นตอน/วิธีดำเนินการ",
    "period": "ระยะเวลา",
    "follow_up": "การกำกับติดตาม",
}
OPEN_HEADS: Final[Mapping[str, str]] = {
    "state": "สถานะ",
    "result": "ผลการดำเนินการ",
    "problem": "ปัญหา/อุปสรรค",
    "suggestion": "ข้อเสนอแนะ",
    "percent": "ร้อยละ",
}
UNIT_LINE: Final = "หน่วยงานที่รายงาน: "
DUE_LINE: Final = "กำหนดส่งคืน: "
_TITLE: Final = "แบบรายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_HOW_TO: Final = (
    "กรอกเฉพาะช่องพื้นสีอ่อน ช่องอื่นล็อกไว้ สถานะเลือกจากรายการในช่อง ร้อยละกรอกจำนวนเต็ม 0 ถึง 100",
    "ข้อความยาวพิมพ์ได้เต็มที่ ขึ้นบรรทัดใหม่ด้วย Alt+Enter สิ่งที่รายงานไว้แล้วแสดงอยู่ในช่อง แก้ไขได้",
    "ขอความกรุณาไม่เพิ่ม ลบ หรือย้ายแถว เมื่อกรอกเสร็จให้บันทึกเป็น .xlsx แล้วส่งไฟล์คืน",
)
_UNCHECKED: Final = "(ข้อความยังไม่ได้ตรวจกับคู่มือ)"
_WIDTHS: Final = (46.0, 50.0, 22.0, 32.0, 28.0, 48.0, 30.0, 32.0, 18.0)
_PAGE: Final = PageSetup(orientation=Orientation.LANDSCAPE, left=10, right=10, top=12, bottom=14)
_STATES: Final = Open(choices=tuple(one.words for one in State if one is not State.UNTOLD))
_OPEN: Final[Mapping[str, Open]] = {"state": _STATES, "percent": Open(most=100)}
_CHANGING: Final = Open()
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSheet:
    """What a unit's sheet is made from. ``due``: when it is to come back, as words; "" for none."""

    office: Office
    fiscal_year: int
    months: Round
    unit: str
    rows: Sequence[UnitRow]
    criteria: Mapping[int, Criteria]
    file_mark: str
    """The first 8 hex digits of the data file's identity."""
    digits: Digits
    due: str = ""


def unit_sheet(source: UnitSheet) -> Document:
    """Return the sheet of a unit; what was reported already stands in its open cells."""
    say = partial(printed_digits, thai=source.digits is Digits.THAI)
    title = f"{source.office.name} ประจำปีงบประมาณ พ.ศ. {source.fiscal_year}"
    lines = [
        Heading(text=say(_TITLE), level=1),
        Heading(text=say(f"{title} {round_title(source.fiscal_year, source.months)}"), level=1),
        Heading(text=say(f"{UNIT_LINE}{source.unit}"), level=2),
    ]
    if source.due:
        lines.append(Heading(text=say(f"{DUE_LINE}{source.due}"), level=2))
    heads = (*LOCKED_HEADS.values(), *OPEN_HEADS.values())
    table = Table(
        name=say(f"รอบ {source.months} เดือน"),
        columns=tuple(
            Column(width=width, align=Align.CENTER if head in _CENTRED else Align.LEFT)
            for width, head in zip(_WIDTHS, heads, strict=True)
        ),
        header=(Row(cells=tuple(Cell(content=head) for head in heads)),),
        rows=tuple(_rows(source, say)),
        lead=tuple(map(say, _HOW_TO)),
        protected=True,
    )
    # Not ``with_digits``: an open cell holds what was typed, digit for digit, so that it can be
    # told later whether the unit changed it.
    return Document(
        id=ID,
        title=say(f"{source.unit} {title} รอบ {source.months} เดือน"),
        author=source.office.name,
        digits=source.digits,
        sections=(Section(blocks=(*lines, table), page=_PAGE),),
        fiscal_year=source.fiscal_year,
        months=source.months,
    )


_CENTRED: Final = frozenset({LOCKED_HEADS["period"], OPEN_HEADS["state"], OPEN_HEADS["percent"]})


def reported(result: StepResult) -> dict[str, str]:
    """Return what a report says in each open cell, as text; "" where nothing."""
    return {
        "state": "" if result.state is State.UNTOLD else result.state.words,
        "result": result.result,
        "problem": result.problem,
        "suggestion": result.suggestion,
        "percent": "" if result.percent is None else str(result.percent),
    }


def _rows(source: UnitSheet, say: Say) -> list[Row]:
    """Return the rows; the topic stands over its own, its wording would fill a narrow column."""
    made: list[Row] = []
    for _, of_topic in groupby(source.rows, key=lambda row: row.topic.id):
        in_topic = list(of_topic)
        words = say(f"ประเด็น: {_topic_words(in_topic[0].topic, source.criteria)}")
        first = Cell(content=words, columns=len(_WIDTHS))
        made.append(Row(cells=(first, *[None] * (len(_WIDTHS) - 1)), group=True))
        for _, of_measure in groupby(in_topic, key=lambda row: row.measure.id):
            in_measure = list(of_measure)
            for number, row in enumerate(in_measure):
                made.append(_row(source, row, say, 0 if number else len(in_measure)))
    return made


def _row(source: UnitSheet, row: UnitRow, say: Say, measure_rows: int) -> Row:
    """Return a row; ``measure_rows`` its measure's cell spans, 0 where the one above does."""
    locked = {name: say(text) for name, text in _locked(row).items()}
    told = reported(result_of(row.measure, row.step, source.months))
    key = UnitRowKey(
        kind="measure" if row.step is None else "step",
        number=row.measure.id if row.step is None else row.step.id,
        months=source.months,
        file_mark=source.file_mark,
        bases={field: hash_of(told[field]) for field in FIELDS},
        locked=locked_hash(*locked.values()),
    )
    measure, *others = locked.values()
    spanned = Cell(content=measure, rows=measure_rows) if measure_rows else None
    left = [spanned, *(Cell(content=text) for text in others)]
    right = [Cell(content=_content(f, told[f]), open=_OPEN.get(f, _CHANGING)) for f in FIELDS]
    return Row(cells=(*left, *right), key=write_key(key))


def _content(field: str, text: str) -> str | Number:
    return Number(Decimal(text), 0) if field == "percent" and text else text


def _locked(row: UnitRow) -> dict[str, str]:
    """Return the texts of the locked cells by field."""
    step = ""
    if row.step is not None:
        place = row.measure.steps.index(row.step)
        markers = list_markers([one.marker for one in row.measure.steps])
        step = marked(markers[place], place + 1, row.step.text)
    return {
        "measure": row.measure.text,
        "step": step,
        "period": period_of(row.measure, row.step),
        "follow_up": follow_up_of(row.measure, row.step),
    }


def _topic_words(topic: Topic, criteria: Mapping[int, Criteria]) -> str:
    items = (_item_words(item, criteria.get(item.criteria_year)) for item in topic.items)
    return "\n".join(line for line in (topic.title, *items) if line) or topic_name(topic)


def _item_words(item: TopicItem, criteria: Criteria | None) -> str:
    """Return code and wording; one that nobody checked against the handbook says so."""
    known = None if criteria is None else criteria.item_by_code.get(item.code)
    text = item.text
    if known is not None and not text:
        text = known.text if known.status.checked else f"{known.text} {_UNCHECKED}"
    return " ".join(part for part in (item.code, text) if part)
