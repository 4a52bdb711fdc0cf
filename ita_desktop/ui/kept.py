"""What was read of the open file and is true until a deed changes it."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.schema import (
    ANALYSIS_TABLES,
    ANNOUNCEMENT_TABLES,
    DISCLOSURE_TABLES,
    MEASURE_TABLES,
    PAPER_TABLES,
    PLAN_TABLES,
    RISK_TABLES,
)
from ita_desktop.domain.scores import YearResult
from ita_desktop.workflows.scores import year_scores as score_work

if TYPE_CHECKING:
    from ita_desktop.db.kept_plan import KeptPlan
    from ita_desktop.db.kept_tracker import KeptTracker
    from ita_desktop.db.plans import PlanYears
    from ita_desktop.domain.disclosure import Disclosure
    from ita_desktop.domain.measures import Tracker
    from ita_desktop.domain.plan import Plan
    from ita_desktop.domain.risks import Register

REGISTER_TABLES: Final = RISK_TABLES | {"closed_round"}
"""What a register is read from."""
_NAMES_OF_PROJECTS: Final = frozenset({"plan", "section", "project"})
"""What says how a project of the plan is called, and its number."""
_NOT_SCORES: Final[frozenset[str]] = frozenset[str]().union(
    *(MEASURE_TABLES, RISK_TABLES, PLAN_TABLES, ANNOUNCEMENT_TABLES),
    *(DISCLOSURE_TABLES, ANALYSIS_TABLES, PAPER_TABLES),
)


class Kept:
    """Results of years, measures, risks, a plan; each is read when it is first asked for."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._results: dict[int, YearResult] = {}
        self._measures: KeptTracker | None = None
        self._register: Register | None = None
        self._disclosure: Disclosure | None = None
        self._kept_plans: dict[int, KeptPlan] = {}
        self._plans: tuple[PlanYears, ...] | None = None
        self._years: tuple[int, ...] | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """Fiscal years of the file, oldest first."""
        if self._years is None:
            self._years = score_work.known_years(self._file)
        return self._years

    def result_of(self, fiscal_year: int) -> YearResult:
        """Return a year's result."""
        if fiscal_year not in self._results:
            self._results[fiscal_year] = score_work.year_result(self._file, fiscal_year)
        return self._results[fiscal_year]

    def tracker(self, fiscal_year: int) -> "Tracker":
        """Return a year's measures; after a deed only the topics it touched are read anew."""
        if self._measures is None:
            from ita_desktop.db.kept_tracker import KeptTracker  # noqa: PLC0415 - not at the start

            self._measures = KeptTracker(self._file)
        return self._measures.of(fiscal_year)

    def register(self, fiscal_year: int) -> "Register":
        """Return a year's risks; that of one year is kept."""
        if self._register is None or self._register.fiscal_year != fiscal_year:
            from ita_desktop.workflows.risks.register import register_of  # noqa: PLC0415 - not at the start

            self._register = register_of(self._file, fiscal_year)
        return self._register

    def disclosure(self, fiscal_year: int) -> "Disclosure":
        """Return what is known of a year's OIT items; that of one year is kept."""
        if self._disclosure is None or self._disclosure.fiscal_year != fiscal_year:
            from ita_desktop.db.disclosure import load_disclosure  # noqa: PLC0415 - not at the start

            self._disclosure = load_disclosure(self._file, fiscal_year)
        return self._disclosure

    def plan(self, fiscal_year: int) -> "Plan | None":
        """Return the plan that covers a year; after a deed only projects it touched are read."""
        covering = [one.id for one in self.plans() if fiscal_year in one.years]
        return self.plan_numbered(covering[-1]) if covering else None

    def plan_numbered(self, number: int) -> "Plan":
        """Return a plan of the file, as ``plan`` does. Raises as ``load_plan`` does."""
        if number not in self._kept_plans:
            from ita_desktop.db.kept_plan import KeptPlan  # noqa: PLC0415 - not at the start

            self._kept_plans[number] = KeptPlan(self._file)
        return self._kept_plans[number].of(number)

    def plans(self) -> "tuple[PlanYears, ...]":
        """Return the plans of the file, the oldest first."""
        if self._plans is None:
            from ita_desktop.db.plans import plans_of  # noqa: PLC0415 - not at the start

            self._plans = plans_of(self._file)
        return self._plans

    def forget(self, tables: Collection[str], last_deed: int | None) -> None:
        """Read anew what is made from these tables; ``last_deed``: the one before they changed."""
        if MEASURE_TABLES.intersection(tables) and self._measures is not None:
            self._measures.note(last_deed)
        if self.touches_register(tables):
            self._register = None
        if DISCLOSURE_TABLES.intersection(tables):
            self._disclosure = None
        if PLAN_TABLES.intersection(tables):
            self._plans = None
            for kept in self._kept_plans.values():
                kept.note(last_deed)
        if has_scores(tables):
            self._results.clear()
            self._years = None

    def touches_register(self, tables: Collection[str]) -> bool:
        """Say whether the register says something else when these tables change.

        Those of the plan only where a treatment is a project of it.
        """
        if REGISTER_TABLES.intersection(tables) or "treatment_project" in tables:
            return True
        return bool(_NAMES_OF_PROJECTS.intersection(tables)) and self._is_linked()

    def _is_linked(self) -> bool:
        return self._register is not None and any(
            one.linked is not None
            for process in self._register.processes
            for one in process.treatments
        )

    def forget_all(self) -> None:
        """Read everything anew."""
        self._results.clear()
        self._measures = self._register = self._disclosure = None
        self._plans = self._years = None
        self._kept_plans.clear()


def has_scores(tables: Collection[str]) -> bool:
    """Say whether scores, or what they are worked out from, may be among these tables."""
    return not _NOT_SCORES.issuperset(tables)
