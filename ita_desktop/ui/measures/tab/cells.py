"""What a cell of a topic's grids says: its own text, or quietly its measure's."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA
from ita_desktop.domain.due import Due
from ita_desktop.domain.measures import Measure, Round, State, Step, StepResult
from ita_desktop.ui import wording
from ita_desktop.ui.measures.tab.columns import LONG_FIELDS
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import EVIDENCE, NUMBER, Column

AS_MEASURE: Final = "ตามมาตรการ"
LATE: Final = "เกินกำหนด"
NO_STATE: Final = "ยังไม่ระบุสถานะ"
"""Said of what was reported, as in a paper without a column of states."""
_BY_TOPIC: Final = "ใช้ชื่อประเด็น พิมพ์เพื่อตั้งชื่อมาตรการ"
_NOTHING: Final = StepResult()
_INVITATIONS: Final = {
    Kind.STEP: "พิมพ์เพื่อเพิ่มขั้นตอน…",
    Kind.MEASURE: "พิมพ์เพื่อเพิ่มมาตรการ…",
    Kind.ITEM: "พิมพ์เพื่อเพิ่มข้อ…",
}


def cell_of(
    line: Line, column: Column, months: Round, wordings: Mapping[tuple[int, str], str]
) -> Cell:
    """Return what a cell says; ``wordings`` are those of the criteria by year and code."""
    if line.adds:
        invites = column.field == "text"
        return Cell(shown=_INVITATIONS[line.kind] if invites else "", quiet=True)
    if line.item is not None:
        return _item_cell(line, column.field, wordings)
    if column.field == NUMBER:
        return Cell(shown=wording.figure(line.place) if line.step is not None else "")
    return Cell() if column.field == EVIDENCE else _row_cell(line, column, months)


def _row_cell(line: Line, column: Column, months: Round) -> Cell:
    own = own_text(line, column.field, months)
    if column.field == "text" and line.kind is Kind.MEASURE:
        words = wording.shown(f"มาตรการ {line.place}")
        if not own:
            return Cell("", _BY_TOPIC, quiet=True, caption=words, strong=True)
        return Cell(own, wording.shown(own), caption=words, strong=True)
    if own or line.step is None or line.measure is None or column.free:
        return Cell(own, wording.shown(own))
    shared = text_of(line.measure, None, column.field, months)
    if not shared:
        return Cell()
    long = column.field in LONG_FIELDS
    return Cell("", AS_MEASURE if long else wording.shown(shared), quiet=True)


def own_text(line: Line, field: str, months: Round) -> str:
    """Return what the row itself keeps of a field, as it is typed and copied."""
    if line.item is not None:
        item = line.item
        if field == "score":
            return "" if item.score is None else str(item.score)
        return str(getattr(item, field))
    if line.measure is None:
        return ""
    return text_of(line.measure, line.step, field, months)


def text_of(measure: Measure, step: Step | None, field: str, months: Round) -> str:
    """Return a field of a step, or with None of a measure, as text."""
    row = measure if step is None else step
    if field in ("text", "units", "period", "follow_up"):
        return str(getattr(row, field))
    if field.startswith(EXTRA):
        return row.extra.get(field.removeprefix(EXTRA), "")
    report = row.results.get(months, _NOTHING)
    match field:
        case "state":
            return report.state.words if report.state else ""
        case "percent":
            return "" if report.percent is None else str(report.percent)
        case _:
            return str(getattr(report, field))


def _item_cell(line: Line, field: str, wordings: Mapping[tuple[int, str], str]) -> Cell:
    own = own_text(line, field, 6)
    if line.item is not None and field == "text" and not own:
        known = wordings.get((line.item.criteria_year, line.item.code), "")
        return Cell("", wording.shown(known))
    return Cell(own, own if field == "code" else wording.shown(own))


def state_cell(line: Line, months: Round) -> StateCell | None:
    """Return how a row stands: in words and colour; None where nothing is to be said."""
    if line.adds or line.measure is None:
        return None
    own = _state(line.measure, line.step, months)
    if line.kind is Kind.MEASURE and line.total and not own:
        return StateCell(wording.shown(f"แล้วเสร็จ {line.done}/{line.total}"), "")
    state = own or _state(line.measure, None, months)
    if line.due is Due.LATE:
        return StateCell(LATE, "red", state.words if state else "")
    if line.due is Due.TOLD:
        return StateCell(NO_STATE, "amber")
    note = AS_MEASURE if state and not own else ""
    return StateCell(state.words, _STATE_ROLES[state], note)


def _state(measure: Measure, step: Step | None, months: Round) -> State:
    row = measure if step is None else step
    return row.results.get(months, _NOTHING).state


_STATE_ROLES: Final = {
    State.UNTOLD: "",
    State.NOT_STARTED: "quiet",
    State.IN_WORK: "amber",
    State.DONE: "green",
    State.STOPPED: "quiet",
}
