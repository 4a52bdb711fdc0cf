"""What a new year lists, in words."""

from ita_desktop.domain.plan import Plan
from ita_desktop.workflows.new_year.values import (
    Fate,
    NewYearPlan,
    Part,
)


def whats(plan: NewYearPlan, part: Part, fate: Fate) -> list[str]:
    return [line.what for line in plan.part(part).of(fate)]


def names(plan: Plan) -> list[str]:
    return [one.project.name for one in plan.placed()]
