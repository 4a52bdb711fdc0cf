"""What the rules about a plan look at, and the places they name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.lacks import NOTHING_ASKED, Asked, Lack, Place
from ita_desktop.domain.measures import Round
from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.plan import Goal, Placed, Plan, Section
from ita_desktop.thai.text import one_line, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What the rules look at. ``rounds``: those of the fiscal year whose report is due.

    ``plan`` covers the fiscal year and ``before`` the year before, whose annual report the items of
    this one ask for; None: none does. ``closed`` are closed rounds, of both years. ``text_words``:
    how the fixed texts are called, by name; ``places`` what may stand in their braces.
    """

    fiscal_year: int
    plan: Plan | None
    before: Plan | None = None
    plans: bool = False
    """Whether the file has any plan at all."""
    office: str = ""
    executive: str = ""
    executive_title: str = ""
    units: tuple[str, ...] = ()
    today: date
    rounds: tuple[Round, ...]
    closed: frozenset[tuple[int, Round]] = frozenset()
    announcements: tuple[Announcement, ...] = ()
    text_words: Mapping[str, str] = field(default_factory=dict[str, str])
    places: frozenset[str] = frozenset()
    asked: Asked = NOTHING_ASKED
    """O36 of 2566: the plan itself."""
    half: Asked = NOTHING_ASKED
    """O37 of 2566: its six-month report."""
    annual: Asked = NOTHING_ASKED
    """O38 of 2566: the annual report of the year before."""


PlanRule = Callable[[PlanFacts], Iterator[Lack]]


def of_plan(plan: Plan, field: str, months: Round | None = None) -> Place:
    """Return where something of the plan as a whole is mended: a setting, or a text by its name."""
    return Place(kind="plan", number=plan.id, field=field, months=months)


def of_section(section: Section, field: str) -> Place:
    """Return where a field of a section is mended."""
    return Place(kind="section", number=section.id, field=field)


def of_goal(goal: Goal, field: str) -> Place:
    """Return where a field of a goal is mended, as ``aim:2566``."""
    return Place(kind="goal", number=goal.id, field=field)


def of_project(one: Placed, field: str, months: Round | None = None) -> Place:
    """Return where a field of a project is mended; of a year ``amount:2566``, ``spent:2566``."""
    return Place(kind="project", number=one.project.id, field=field, months=months)


def say_baht(amount: Decimal) -> str:
    """Return an amount in Arabic digits, with satang where it has any: "20,000", "0.25"."""
    return f"{amount:,.2f}".removesuffix(".00")


def say_project(one: Placed) -> str:
    """Return which project it is, with its number on paper: "โครงการที่ 21 “…”"."""
    words = one.project.kind.words or "โครงการ"
    return f"{words}ที่ {one.number} {quoted(one_line(one.project.name) or NAMELESS)}"
