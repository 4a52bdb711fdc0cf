"""What a paper is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ita_desktop.documents.layout import Layout
from ita_desktop.documents.model import Digits
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import Disclosure
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.readiness import Readiness
from ita_desktop.domain.risks import Register
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Source:
    """The office, the fiscal year the paper is of, and all years of the file, oldest first."""

    office: Office
    result: YearResult
    years: tuple[YearResult, ...]
    digits: Digits

    @property
    def last_year(self) -> YearResult | None:
        """Return the year before that of the paper, where the file has it."""
        wanted = self.result.criteria.fiscal_year - 1
        return next((year for year in self.years if year.criteria.fiscal_year == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureSource:
    """What a paper of measures is made from: the tracker of its fiscal year, in a layout."""

    office: Office
    tracker: Tracker
    layout: Layout
    digits: Digits
    """Printed where the layout does not say which."""
    months: Round = 12
    """The round whose results are printed."""
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Texts that the office edited for this paper, by name; the layout has the others."""
    criteria: Mapping[int, Criteria] = field(default_factory=dict[int, Criteria])
    """By criteria year, for the wording of items and the names of indicators."""
    file_mark: str = ""
    """Behind the number in the key of a row ("step:45@1f2e3d4c"): which data file it is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSource:
    """What a paper of the plan is made from: the plan, and the risks that its part 1 prints."""

    office: Office
    plan: Plan
    fiscal_year: int
    """The year whose reports are printed."""
    digits: Digits
    months: Round = 12
    """The round whose reports are printed."""
    risks: "RiskSource | None" = None
    """The register of part 1; None where no year of the file has one."""
    announcement: Announcement | None = None
    """The announcement bound into the plan; None: its usual text, to be dated by hand."""
    file_mark: str = ""
    """As in ``MeasureSource``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSource:
    """What a paper of risks is made from: the register of its fiscal year."""

    office: Office
    register: Register
    digits: Digits
    months: Round = 12
    """The round whose results are printed."""
    file_mark: str = ""
    """As in ``MeasureSource``."""
    measures: Mapping[int, str] = field(default_factory=dict[int, str])
    """Measures that treatments are, in words, by number: a treatment without words says these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSource:
    """What a paper of OIT items is made from: the criteria of its year and what is known of each.

    ``result``: the scores of the year, for what an item is worth.
    """

    office: Office
    criteria: Criteria
    disclosure: Disclosure
    result: YearResult
    digits: Digits
    file_mark: str = ""
    """As in ``MeasureSource``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSource:
    """What the analysis report is made from: the scores of a year, and what is done the year after.

    ``plan`` and ``calendar``: the measures that follow from the scores, in the layouts of
    measures-plan and action-calendar; ``duties``: who publishes what, of the same year.
    """

    scores: Source
    plan: MeasureSource
    calendar: MeasureSource
    duties: DisclosureSource | None
    """None where that year has no criteria."""
    texts: Mapping[str, AnalysisText] = field(default_factory=dict[str, AnalysisText])
    """Texts the office edited, by name; the others are our starting texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessSource:
    """What ใบตรวจความพร้อม is made from: how a year stood on the day it was checked."""

    office: Office
    result: YearResult
    before: YearResult | None
    """The year before, where the file has it."""
    figures: tuple[AreaFigure, ...]
    readiness: Readiness
    checked: date
    digits: Digits
