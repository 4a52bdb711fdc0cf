"""What the cells of the table say, and which of them take a text."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import DAY_FIELDS
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.domain.measures import Round
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.tab.columns import CODE, CONTENTS, POINTS, TITLE, TYPED
from ita_desktop.ui.disclosure.tab.lines import Line
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import EVIDENCE, Column
from ita_desktop.ui.rows.subject import Subject

_ROLES: Final[Mapping[PublishState, str]] = {
    PublishState.IN_WORK: "amber",
    PublishState.PUBLISHED: "green",
    PublishState.CHECKED: "green",
}
_HEAD: Final = "แถวนี้เป็นหัวข้อของตัวชี้วัดย่อย กรุณากรอกที่แถวของข้อ"
_COMPUTED: Final[Mapping[str, str]] = {
    CODE: "รหัสข้อมาจากเกณฑ์ของปี จึงพิมพ์ทับไม่ได้",
    TITLE: "ข้อความของข้อมาจากเกณฑ์ของปี กด F4 เพื่ออ่าน แก้ไข หรือยืนยันข้อความ",
    CONTENTS: "จำนวนนี้นับจากเครื่องหมายในรายละเอียดของข้อ กด Ctrl+K เพื่อไปทำเครื่องหมาย",
    POINTS: "คะแนนนี้คำนวณจากน้ำหนักของข้อ จึงพิมพ์ทับไม่ได้",
    EVIDENCE: "ไฟล์หลักฐานแนบที่หน้าต่างหลักฐาน กด Ctrl+E เพื่อเปิด",
}


def oit_subject() -> Subject:
    """Return what the grid of the OIT items knows."""
    return Subject(
        cell_of=_cell_of,
        state_of=_state_of,
        own_text=own_text,
        row_words=row_words,
        inside={},
        refuses=refuses,
        tip_of=_tip_of,
        fixed_rows="รายการ OIT มาจากเกณฑ์ของปี จึงเพิ่มหรือลบแถวไม่ได้",
    )


def row_words(line: Line) -> str:
    """Return what a row is called: ข้อ O12."""
    return f"ข้อ {line.key}" if line.standing is not None else line.title


def refuses(line: Line, column: Column) -> str:
    """Return why a cell takes no text, as a sentence; empty where it takes one."""
    if line.standing is None:
        return _HEAD
    return _COMPUTED.get(column.field, "")


def own_text(line: Line, field: str, _months: Round = 6) -> str:
    """Return what a cell has as it is typed and copied: days in Arabic digits, states as words."""
    standing = line.standing
    if standing is None:
        return line.title if field == CODE else ""
    if field in TYPED:
        return typed_text(standing, field)
    return _COMPUTED_TEXTS[field](line, standing) if field in _COMPUTED_TEXTS else ""


def typed_text(standing: ItemStanding, field: str) -> str:
    """Return what a field of an item keeps as it is typed."""
    value: PublishState | date | str | None = getattr(standing.known, field)
    if isinstance(value, PublishState):
        return value.words if value else ""
    if isinstance(value, date):
        return format_date(value, thai_digits=False, abbreviated=True)
    return value or ""


def _cell_of(line: Line, column: Column, months: Round) -> Cell:
    own = own_text(line, column.field, months)
    standing = line.standing
    if standing is None:
        return Cell(own, wording.shown(own), strong=True)
    if column.field == POINTS and not own:
        return Cell("", wording.NOTHING, quiet=True)
    if column.field == CONTENTS:
        shown = wording.shown(own) or wording.NOTHING
        return Cell(own, shown, quiet=not standing.missing)
    if column.field == TITLE and not standing.item.status.checked:
        return Cell(own, wording.shown(f"{own}{standing.item.draft_mark}"), quiet=True)
    if column.field in DAY_FIELDS:
        return Cell(own, wording.shown(own))
    done = column.field == CODE and not standing.counts
    return Cell(own, wording.shown(own), quiet=done)


def _state_of(line: Line, column: Column, _months: Round) -> StateCell | None:
    standing = line.standing
    if standing is None or column.field not in ("state", "due"):
        return None
    known = standing.known
    if column.field == "due":
        if not standing.late or known.due is None:
            return None
        return StateCell(wording.shown(own_text(line, "due")), "red", "เกินกำหนด")
    return StateCell(known.state.words, _ROLES.get(known.state, ""))


def _tip_of(line: Line, column: Column, _cell: Cell) -> str:
    standing = line.standing
    return "" if standing is None or column.field not in _TIPS else _TIPS[column.field](standing)


def _title_tip(standing: ItemStanding) -> str:
    if standing.item.status.checked:
        return ""
    year = standing.item.text_from
    origin = wording.shown(f"ใช้ข้อความของปี {year} ") if year else ""
    return f"{origin}ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. กด F4 เพื่อแก้ไขหรือยืนยันข้อความ"


def _contents_tip(standing: ItemStanding) -> str:
    if not standing.asked:
        return "เกณฑ์ของปีนี้ยังไม่บอกองค์ประกอบของข้อ จึงไม่มีรายการให้ทำเครื่องหมาย"
    return wording.shown(f"มีองค์ประกอบแล้ว {standing.there} จาก {standing.asked} รายการ")


def _points_tip(standing: ItemStanding) -> str:
    if standing.points is not None:
        return "คะแนนรวมที่ได้จากข้อนี้เมื่อเผยแพร่ครบ"
    if not standing.counts:
        return "ข้อนี้ไม่คิดคะแนน"
    return "ยังไม่แสดงคะแนน เพราะข้อนี้ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. ของปี"


def _contents_text(_line: Line, standing: ItemStanding) -> str:
    return f"{standing.there}/{standing.asked}" if standing.asked else ""


def _points_text(_line: Line, standing: ItemStanding) -> str:
    return "" if standing.points is None else str(round_half_up(standing.points))


_TIPS: Final[Mapping[str, Callable[[ItemStanding], str]]] = {
    TITLE: _title_tip,
    CONTENTS: _contents_tip,
    POINTS: _points_tip,
}
_COMPUTED_TEXTS: Final[Mapping[str, Callable[[Line, ItemStanding], str]]] = {
    CODE: lambda line, _standing: line.key,
    TITLE: lambda line, _standing: line.title,
    CONTENTS: _contents_text,
    POINTS: _points_text,
}
