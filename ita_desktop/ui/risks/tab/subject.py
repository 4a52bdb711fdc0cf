"""What the grids of the tab are about: processes with their risks, and treatments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round, State
from ita_desktop.domain.risk_entry import LEVEL_FIELDS
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui import wording
from ita_desktop.ui.risks.tab.cells import cell_of, own_text
from ita_desktop.ui.risks.tab.level_chip import draw_number, level_cell
from ita_desktop.ui.risks.tab.lines import Line
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import NUMBER, Column
from ita_desktop.ui.rows.subject import Subject
from ita_desktop.ui.session import Session

_OF_PROCESS: Final = frozenset({"text", "area", "units", "level"})
_GONE: Final = "ข้อที่ลบไปแล้ว"
_STATE_ROLES: Final = {State.IN_WORK: "amber", State.DONE: "green"}


def register_subject(method: Callable[[], RiskMethod], area_seen: Callable[[], bool]) -> Subject:
    """Return what the grid of the register knows; ``method`` is the year's.

    ``area_seen``: the area of a process has a column; else it stands over its words.
    """
    return Subject(
        cell_of=partial(_register_cell, area_seen),
        state_of=partial(_level_of, method),
        own_text=own_text,
        row_words=row_words,
        inside={Kind.PROCESS: Kind.RISK},
        refuses=refuses,
        tip_of=_tip_of,
    )


def treatment_subject(chip_of: Callable[[int], int]) -> Subject:
    """Return what the grid of treatments knows; ``chip_of`` gives a risk's number in the matrix."""

    def kept_words(field: str, kept: str) -> str:
        if field != "risk" or not kept:
            return kept
        return str(chip_of(int(kept)) or _GONE)

    return Subject(
        cell_of=cell_of,
        state_of=_state_of,
        own_text=own_text,
        row_words=row_words,
        inside={},
        refuses=refuses_treatment,
        tip_of=_tip_of,
        kept_words=kept_words,
        more_of_new=_more_of_new,
    )


def row_words(line: Line) -> str:
    """Return what a row is called: ความเสี่ยงที่ 2, กระบวนงานที่ 1, มาตรการควบคุมที่ 3."""
    if line.kind is Kind.RISK:
        return f"ความเสี่ยงที่ {line.chip}"
    return f"{'กระบวนงาน' if line.kind is Kind.PROCESS else 'มาตรการควบคุม'}ที่ {line.place}"


def refuses(line: Line, column: Column) -> str:
    """Return why a cell of the register takes no text; empty where it takes one.

    A level that follows from numbers is not typed: a word beside them would say something else.
    """
    if line.kind is Kind.PROCESS:
        if not column.typed or column.field in _OF_PROCESS:
            return ""
        return f"{column.head}เป็นของความเสี่ยงแต่ละข้อ กรุณากรอกที่แถวความเสี่ยง"
    if column.field == "area":
        return "ด้านเป็นของกระบวนงาน กรุณากรอกที่แถวกระบวนงาน"
    risk = line.risk
    if risk is not None and column.field == "level":
        return _decided(risk.likelihood, risk.impact, "")
    if risk is not None and column.field == "after_level":
        return _decided(risk.after_likelihood, risk.after_impact, "หลังจัดการ")
    return ""


def refuses_treatment(line: Line, column: Column) -> str:
    """Return why a cell of a treatment takes no text; empty where it takes one."""
    if column.field == "project" and line.treatment is not None and line.treatment.linked:
        return "เชื่อมกับโครงการในแผนแล้ว ชื่อจึงเปลี่ยนตามแผน เปลี่ยนโครงการได้ที่ ความเชื่อมโยงของมาตรการควบคุม"
    return ""


def _decided(likelihood: int | None, impact: int | None, when: str) -> str:
    if likelihood is None or impact is None:
        return ""
    return wording.shown(
        f"ระดับนี้คิดจากโอกาส{when} {likelihood} × ผลกระทบ{when} {impact} จึงเปลี่ยนตามสองช่องนั้น"
        " หากทราบเพียงคำของระดับ กรุณาลบสองช่องนั้นก่อน"
    )


def _register_cell(
    area_seen: Callable[[], bool], line: Line, column: Column, months: Round
) -> Cell:
    cell = cell_of(line, column, months)
    return replace(cell, caption="") if cell.caption and area_seen() else cell


def _level_of(
    method: Callable[[], RiskMethod], line: Line, column: Column, _months: Round
) -> StateCell | None:
    if line.chip and column.field == NUMBER:
        return StateCell(wording.figure(line.chip), "", paint=draw_number)
    if line.adds or column.field not in ("level", "after_level"):
        return None
    stands = line.stands if column.field == "level" else line.stands_after
    return level_cell(method(), stands)


def _state_of(line: Line, column: Column, months: Round) -> StateCell | None:
    if line.adds or column.field != "state" or line.treatment is None:
        return None
    state = line.treatment.result(months).state
    return StateCell(state.words, _STATE_ROLES.get(state, "quiet")) if state else None


def _tip_of(line: Line, column: Column, cell: Cell) -> str:
    if cell.quiet and not line.adds and column.field == "units" and cell.shown:
        whose = "กระบวนงาน" if line.treatment is None else "ผู้รับผิดชอบความเสี่ยง"
        return f"{column.head}ตาม{whose} พิมพ์ทับหากแถวนี้ต่างออกไป"
    if line.kind is Kind.RISK and column.field in LEVEL_FIELDS and not column.may_hide:
        return refuses(line, column)
    return ""


def _more_of_new(_session: Session, _lines: Sequence[Line], line: Line) -> Mapping[str, str]:
    return {"risk": str(line.against)} if line.against else {}
