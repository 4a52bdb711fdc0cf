"""The goals of a plan as lines of a grid: what is aimed at, and how far in each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Goal, Plan
from ita_desktop.ui import wording
from ita_desktop.ui.rows.cell import Cell
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.line import adding_key, key_of
from ita_desktop.ui.rows.subject import Subject
from ita_desktop.workflows.plans.fields import field_and_year

_INVITATION: Final = "พิมพ์เพื่อเพิ่มเป้าหมาย…"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal, or the line that a new one is typed into."""

    parent: int
    place: int
    goal: Goal | None = None
    kind: Kind = Kind.GOAL

    @property
    def number(self) -> int:
        """The goal's own number; 0 of none."""
        return 0 if self.goal is None else self.goal.id

    @property
    def adds(self) -> bool:
        """Whether typing makes a goal."""
        return self.goal is None

    @property
    def key(self) -> str:
        """What names the line."""
        return adding_key(Kind.GOAL, self.parent) if self.adds else key_of(Kind.GOAL, self.number)


def goal_lines(plan: Plan, *, writable: bool) -> Iterator[GoalLine]:
    """Give the goals of a plan and, where that can be, the line a new one is typed into."""
    for place, goal in enumerate(plan.goals, start=1):
        yield GoalLine(parent=plan.id, place=place, goal=goal)
    if writable:
        yield GoalLine(parent=plan.id, place=len(plan.goals) + 1)


def goal_columns(plan: Plan) -> tuple[Column, ...]:
    """Return the columns: the goal, and one a year of the plan."""
    years = (
        Column(f"aim:{year}", wording.shown(f"ปี {year}"), width=104, least=64, share=1)
        for year in plan.years
    )
    return (Column("text", "เป้าหมาย", width=280, least=150, share=4), *years)


def goal_subject() -> Subject:
    """Return what the grid of goals knows of its lines."""
    return Subject(
        cell_of=_cell_of,
        state_of=lambda _line, _column, _months: None,
        own_text=_own_text,
        row_words=lambda line: f"เป้าหมายที่ {line.place}",
        inside={},
    )


def _cell_of(line: GoalLine, column: Column, months: Round) -> Cell:
    if line.adds:
        return Cell(shown=_INVITATION if column.field == "text" else "", quiet=True)
    own = _own_text(line, column.field, months)
    return Cell(own, wording.shown(own))


def _own_text(line: GoalLine, field: str, _months: Round) -> str:
    if line.goal is None:
        return ""
    _, year = field_and_year(field)
    return line.goal.text if year is None else line.goal.aims.get(year, "")
