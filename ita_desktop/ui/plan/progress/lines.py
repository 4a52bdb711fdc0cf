"""The lines of the grid of reports: a project each; its columns, cells and what is offered."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Plan, section_numbers, section_title
from ita_desktop.domain.plan_reports import reporting
from ita_desktop.domain.project import Project, ProjectResult, ProjectState, Reason
from ita_desktop.thai.money import NO_BUDGET, format_money
from ita_desktop.ui import wording
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import EVIDENCE, NUMBER, Column
from ita_desktop.ui.rows.line import key_of
from ita_desktop.ui.rows.subject import Subject

_MONEY: Final = frozenset({"planned", "granted", "spent"})
_FIXED: Final = "เพิ่ม ลบ หรือย้ายโครงการได้ที่รายการหัวข้อและโครงการในแท็บจัดทำแผน ที่นี่กรอกเฉพาะผลของโครงการ"
_OF_PROJECT: Final = "{head}เป็นของตัวโครงการ กรุณาแก้ไขที่โครงการในแท็บจัดทำแผน"
_STATE_ROLES: Final = {
    ProjectState.IN_WORK: "amber",
    ProjectState.DONE: "green",
    ProjectState.IMPOSSIBLE: "red",
}
_TICK: Final = "✓"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A project that reports on the year; ``dimension``: the heading it is the first under."""

    key: str
    kind: Kind = Kind.PROJECT
    number: int
    parent: int
    place: int
    adds: bool = False
    project: Project
    fiscal_year: int
    dimension: str = ""


def report_lines(plan: Plan | None, fiscal_year: int) -> list[Line]:
    """Return a line for each project that reports on the year, by the order of the plan."""
    if plan is None:
        return []
    numbers = section_numbers(plan)
    lines: list[Line] = []
    above = 0
    for one in reporting(plan, fiscal_year):
        is_first, above = one.dimension.id != above, one.dimension.id
        title = section_title(one.dimension, numbers[one.dimension.id], 1)
        lines.append(
            Line(
                key=key_of(Kind.PROJECT, one.project.id),
                number=one.project.id,
                parent=one.section.id,
                place=one.number,
                project=one.project,
                fiscal_year=fiscal_year,
                dimension=title if is_first else "",
            )
        )
    return lines


def report_columns(fiscal_year: int, office: Office) -> tuple[Column, ...]:
    """Return the columns; the fields of a report carry the fiscal year they are of."""

    def of_year(name: str) -> str:
        return f"{name}:{fiscal_year}"

    return (
        Column(NUMBER, "ที่", 44, 36),
        Column("name", "โครงการ/กิจกรรม/มาตรการ", 220, 192, share=4),
        Column(of_year("state"), "สถานะ", 170, 140),
        Column(of_year("reason"), "เหตุที่ทำไม่ได้", 140, 120, may_hide=True),
        Column(of_year("reason_text"), "รายละเอียดของเหตุ", 140, 120, may_hide=True),
        Column(of_year("planned"), "แผนพัฒนาฯ", 142, 142, figures=True),
        Column(of_year("in_ordinance"), f"บรรจุใน{office.ordinance}", 130, 110, may_hide=True),
        Column(of_year("granted"), office.ordinance, 112, 100, figures=True),
        Column(of_year("spent"), "เบิกจ่าย", 104, 90, figures=True),
        Column(of_year("result"), "ผลการดำเนินการ", 170, 130, share=4),
        Column(of_year("problem"), "ปัญหา/อุปสรรค", 140, 118, share=2),
        Column(of_year("suggestion"), "ข้อเสนอแนะ", 130, 100, share=2),
        Column("units", "ผู้รับผิดชอบ", 130, 110, may_hide=True),
        Column(EVIDENCE, "หลักฐาน", 84, 84, may_hide=True),
    )


def report_subject() -> Subject:
    """Return what the grid knows of its lines."""
    return Subject(
        cell_of=_cell_of,
        state_of=_state_of,
        own_text=own_text,
        row_words=lambda line: f"โครงการที่ {line.place}",
        inside={},
        refuses=_refuses,
        kept_words=_kept_words,
        fixed_rows=_FIXED,
    )


def words_for(units: Callable[[], tuple[str, ...]]) -> Callable[[str], tuple[str, ...]]:
    """Return what gives the words to offer in a field; ``units``: the office's."""

    def words(field: str) -> tuple[str, ...]:
        match field.partition(":")[0]:
            case "state":
                return tuple(one.words for one in ProjectState if one)
            case "reason":
                return tuple(one.words for one in Reason if one)
            case "in_ordinance":
                return (_TICK,)
            case "units":
                return units()
            case _:
                return ()

    return words


def own_text(line: Line, field: str, months: Round) -> str:
    """Return what the project itself keeps of a field, as it is typed and copied."""
    name, _, year = field.partition(":")
    if not year:
        return str(getattr(line.project, name)) if name in ("name", "units") else ""
    return _typed(line.project.result(line.fiscal_year, months), name)


def _typed(result: ProjectResult, name: str) -> str:
    match name:
        case "state":
            return result.state.words if result.state else ""
        case "reason":
            return result.reason.words
        case "in_ordinance":
            return _TICK if result.in_ordinance else ""
        case "planned" | "granted" | "spent":
            amount: Decimal | None = getattr(result, name)
            return "" if amount is None else format_money(amount, thai_digits=False)
        case _:
            return str(getattr(result, name))


def _cell_of(line: Line, column: Column, months: Round) -> Cell:
    if column.field == NUMBER:
        return Cell(str(line.place), wording.figure(line.place))
    own = own_text(line, column.field, months)
    if column.field == "name":
        shown = wording.shown(own) or NAMELESS
        return Cell(own, shown, strong=True, caption=wording.shown(line.dimension))
    if not own and column.field.startswith("planned:") and line.project.no_budget:
        return Cell("", NO_BUDGET, quiet=True)
    return Cell(own, wording.shown(own))


def _state_of(line: Line, column: Column, months: Round) -> StateCell | None:
    if not column.field.startswith("state:"):
        return None
    result = line.project.result(line.fiscal_year, months)
    if not result.state:
        return None
    note = result.reason_text if result.reason is Reason.OTHER else result.reason.words
    return StateCell(
        result.state.words,
        _STATE_ROLES.get(result.state, "quiet"),
        wording.shown(note) if result.state is ProjectState.IMPOSSIBLE else "",
    )


def _refuses(_line: Line, column: Column) -> str:
    if column.field in ("name", "units"):
        return _OF_PROJECT.format(head=column.head)
    return ""


def _kept_words(field: str, kept: str) -> str:
    """Return what a field keeps as it is typed again."""
    name = field.partition(":")[0]
    if name == "state":
        return ProjectState(kept).words if kept else ""
    if name == "reason":
        return Reason(kept).words
    if name == "in_ordinance":
        return _TICK if kept == "1" else ""
    if name in _MONEY and kept:
        return format_money(Decimal(kept), thai_digits=False)
    return kept
