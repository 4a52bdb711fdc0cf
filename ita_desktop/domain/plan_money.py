"""What a plan costs: sums by dimension and by fiscal year, worked out from its projects."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.project import Project


@dataclass(frozen=True, slots=True)
class Sums:
    """Money of some projects in baht: each year's, what no paper gives by year, and all of it.

    ``projects`` and ``without``: how many there are, and of how many it was said that they use no
    money: by the tick, or by amounts of 0, which papers print with the same words.
    """

    by_year: Mapping[int, Decimal]
    undivided: Decimal
    projects: int
    without: int

    @property
    def total(self) -> Decimal:
        """All of it."""
        return sum(self.by_year.values(), self.undivided)


def money_of(project: Project, years: Iterable[int]) -> Decimal | None:
    """Return a project's baht in these years, else those not given by year; None: none was told."""
    given = _by_year(project, years)
    return sum(given.values(), Decimal(0)) if given else project.amount


def _by_year(project: Project, years: Iterable[int]) -> dict[int, Decimal]:
    told, found = project.years, dict[int, Decimal]()
    for year in years:  # of every project, at every figure typed: a plain loop is twice as quick
        if year in told and (amount := told[year].amount) is not None:
            found[year] = amount
    return found


def sums_of(projects: Iterable[Project], years: Iterable[int]) -> Sums:
    """Return what projects cost in these years; a project counts its years or its one amount."""
    all_years = tuple(years)
    by_year = dict.fromkeys(all_years, Decimal(0))
    undivided, count, without = Decimal(0), 0, 0
    for project in projects:
        count += 1
        given = _by_year(project, all_years)
        for year, amount in given.items():
            by_year[year] += amount
        if not given:
            undivided += project.amount or 0
        told = project.no_budget or bool(given) or project.amount is not None
        without += told and not (any(given.values()) if given else project.amount)
    return Sums(by_year, undivided, count, without)


def added(parts: Iterable[Sums], years: Collection[int]) -> Sums:
    """Return sums of parts as those of the whole; each project is in one part only."""
    some = [one for one in parts if one.projects]
    return Sums(
        {year: sum((one.by_year[year] for one in some), Decimal(0)) for year in years},
        sum((one.undivided for one in some), Decimal(0)),
        sum(one.projects for one in some),
        sum(one.without for one in some),
    )


class KeptSums:
    """Remembers what a section costs for as long as it is the same section."""

    def __init__(self) -> None:
        self._years: tuple[int, ...] = ()
        self._known: dict[int, tuple[Section, Sums]] = {}

    def by_section(self, plan: Plan) -> Mapping[int, Sums]:
        """Return by section what its own projects cost, not those of sections under it."""
        if plan.years != self._years:
            self._years, self._known = plan.years, {}
        known = self._known
        self._known = {}
        for section in plan.sections:
            kept = known.get(section.id)
            if kept is None or kept[0] is not section:
                kept = section, sums_of(section.projects, self._years)
            self._known[section.id] = kept
        return {number: sums for number, (_, sums) in self._known.items()}

    def of_plan(self, plan: Plan) -> Sums:
        """Return what the whole plan costs, as ``plan_sums`` does."""
        return added(self.by_section(plan).values(), plan.years)


def plan_sums(plan: Plan) -> Sums:
    """Return what the whole plan costs."""
    return sums_of((one.project for one in plan.placed()), plan.years)


def dimension_sums(plan: Plan) -> Mapping[int, Sums]:
    """Return what each dimension costs, by its section's number, in order."""
    found: dict[int, list[Project]] = {section.id: [] for section in plan.dimensions}
    for one in plan.placed():
        found[one.dimension.id].append(one.project)
    return {section: sums_of(projects, plan.years) for section, projects in found.items()}
