"""Which plan of the file is looked at: the one that was chosen, else that of the year."""

from typing import TYPE_CHECKING

from ita_desktop.ui.kept import Kept

if TYPE_CHECKING:
    from ita_desktop.domain.plan import Plan


class PlanChoice:
    """Another year goes back to its own plan."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._fiscal_year = 0
        self._chosen: int | None = None

    def look_at(self, fiscal_year: int) -> None:
        """Look at the plan of a fiscal year of the file, where it has one."""
        self._fiscal_year, self._chosen = fiscal_year, None

    @property
    def plan(self) -> "Plan | None":
        """The plan that was chosen, else the one of the year; kept until it changes."""
        if self._chosen is None:
            return self.of_year
        return self._kept.plan_numbered(self._chosen)

    @property
    def of_year(self) -> "Plan | None":
        """The plan that covers the year looked at, None where none does."""
        return self._kept.plan(self._fiscal_year)

    @property
    def year(self) -> int:
        """The year looked at where ``plan`` covers it or is None, else the plan's first year."""
        plan = self.plan
        if plan is None or self._fiscal_year in plan.years:
            return self._fiscal_year
        return plan.first_year

    @property
    def covers_year(self) -> bool:
        """Whether there is a plan and it covers the year looked at: only then has it reports."""
        plan = self.plan
        return plan is not None and self._fiscal_year in plan.years

    def is_there(self, number: int | None) -> bool:
        """Say whether a plan can be chosen; None, that of the year, always can."""
        return number is None or number in [one.id for one in self._kept.plans()]

    def turns_with(self, number: int | None) -> bool:
        """Say whether another plan would be looked at if this one was chosen."""
        shown, goal = self.plan, self.of_year
        goal_number = number if number is not None else None if goal is None else goal.id
        return (None if shown is None else shown.id) != goal_number

    def choose(self, number: int | None) -> None:
        """Look at a plan that is there; None goes back to that of the year."""
        self._chosen = number

    def forget_gone(self) -> None:
        """Go back to the plan of the year where the chosen one is not in the file any more."""
        if not self.is_there(self._chosen):
            self._chosen = None
