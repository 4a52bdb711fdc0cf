"""What the rules look at, read from the file once however many rules and years ask for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from ita_desktop.db.analysis_texts import analysis_texts
from ita_desktop.db.announcements import announcements_of, announcements_of_plan
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.offices import load_office
from ita_desktop.db.plans import PlanYears, load_plan, plans_of
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.crosswalk import item_of_year
from ita_desktop.domain.disclosure import Disclosure
from ita_desktop.domain.lacks import Asked, asked, due_rounds
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.risks import Register
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.risks.register import register_of

_Read = TypeVar("_Read")


class Reading:
    """A data file as it is now; to be thrown away after the check, for it never reads twice."""

    def __init__(self, file: DataFile) -> None:
        self.file = file
        self._known: dict[tuple[str, int], object] = {}

    def take(self, tracker: Tracker, register: Register, plan: Plan | None) -> None:
        """Know these of the file, as it is now, without reading them again."""
        self._known["tracker", tracker.fiscal_year] = tracker
        self._known["register", register.fiscal_year] = register
        if plan is not None:
            self._known["plan", plan.id] = plan

    def _once(self, what: str, number: int, read: Callable[[], _Read]) -> _Read:
        if (what, number) not in self._known:
            self._known[what, number] = read()
        return cast("_Read", self._known[what, number])

    def years(self) -> tuple[int, ...]:
        """Return the fiscal years of the file, the oldest first."""
        return self._once("years", 0, lambda: fiscal_years(self.file))

    def office(self) -> Office:
        """Return the office; one that says it has no name where none was entered."""
        return self._entered_office() or self._once("unnamed", 0, lambda: office_of(self.file))

    def has_office(self) -> bool:
        """Say whether an office was entered."""
        return self._entered_office() is not None

    def _entered_office(self) -> Office | None:
        return self._once("office", 0, lambda: load_office(self.file))

    def criteria(self, fiscal_year: int) -> Criteria | None:
        """Return the criteria of a year; None where it has none."""
        return self._once("criteria", fiscal_year, lambda: _criteria(self.file, fiscal_year))

    def result(self, fiscal_year: int) -> YearResult | None:
        """Return what a year's scores come to; None of a year without criteria."""
        return self._once("result", fiscal_year, lambda: self._result(fiscal_year))

    def _result(self, fiscal_year: int) -> YearResult | None:
        criteria = self.criteria(fiscal_year)
        return None if criteria is None else compute(criteria, entries_of(self.file, fiscal_year))

    def tracker(self, fiscal_year: int) -> Tracker:
        """Return the measures of a year."""
        return self._once("tracker", fiscal_year, lambda: load_tracker(self.file, fiscal_year))

    def register(self, fiscal_year: int) -> Register:
        """Return the risks of a year."""
        return self._once("register", fiscal_year, lambda: register_of(self.file, fiscal_year))

    def plans(self) -> tuple[PlanYears, ...]:
        """Return which plans there are, the oldest first."""
        return self._once("plans", 0, lambda: plans_of(self.file))

    def plan(self, fiscal_year: int) -> Plan | None:
        """Return the plan that covers a year; None where none does."""
        covering = [one.id for one in self.plans() if fiscal_year in one.years]
        if not covering:
            return None
        return self._once("plan", covering[-1], lambda: load_plan(self.file, covering[-1]))

    def announcements(self, fiscal_year: int) -> tuple[Announcement, ...]:
        """Return the announcements of a year, the oldest first."""
        return self._once(
            "announcements", fiscal_year, lambda: announcements_of(self.file, fiscal_year)
        )

    def announcements_of_plan(self, plan: int) -> tuple[Announcement, ...]:
        """Return the announcements of a plan, the oldest first."""
        return self._once(
            "announcements of plan", plan, lambda: announcements_of_plan(self.file, plan)
        )

    def disclosure(self, fiscal_year: int) -> Disclosure:
        """Return what is known of the OIT items of a year."""
        return self._once(
            "disclosure", fiscal_year, lambda: load_disclosure(self.file, fiscal_year)
        )

    def texts(self, fiscal_year: int) -> Mapping[str, AnalysisText]:
        """Return the edited texts of a year's analysis report, by name."""
        return self._once("texts", fiscal_year, lambda: analysis_texts(self.file, fiscal_year))

    def closed(self, fiscal_year: int) -> frozenset[Round]:
        """Return the rounds of a year that are closed."""
        return self._once("closed", fiscal_year, lambda: closed_rounds(self.file, fiscal_year))

    def asked(self, fiscal_year: int, code: str, of_year: int) -> Asked:
        """Return what an item of a year asks for in another, and what it is worth there."""
        item = item_of_year(code, of_year, fiscal_year, self.criteria)
        return asked(self.result(fiscal_year), item)


def _criteria(file: DataFile, fiscal_year: int) -> Criteria | None:
    try:
        return criteria_of(file, fiscal_year)
    except ClerkError:  # a year without criteria: nothing is known of its items
        return None


@dataclass(frozen=True, slots=True)
class Question:
    """Which year is checked on which day. ``months``: the round asked for; None: those over."""

    reading: Reading
    fiscal_year: int
    today: date
    months: Round | None = None

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds whose report is due, or the one that was asked for."""
        if self.months is not None:
            return (self.months,)
        return due_rounds(self.fiscal_year, self.today)


def item_names(file: DataFile, fiscal_year: int, *items: tuple[str, int]) -> tuple[str, ...]:
    """Return the codes of the items of a year that go on from these, each (code, its year).

    One that was not held against the handbook says (ร่าง).
    """
    reading = Reading(file)
    found = [reading.asked(fiscal_year, *item) for item in items]
    named = (one.code if one.sure else f"{one.code} (ร่าง)" for one in found if one.code)
    return tuple(dict.fromkeys(named))
