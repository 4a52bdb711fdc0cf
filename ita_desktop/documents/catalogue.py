"""Every paper the program makes: its id, Thai title and formats."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from ita_desktop.documents import (
    analysis_report,
    announcement,
    oit_checklist,
    oit_duties,
    plan_details,
    plan_progress,
    plan_projects,
    plan_sheets,
    plan_whole,
    readiness,
    risk_matrix,
    risk_plan_table,
    risk_progress,
    risk_register,
    score_summary,
)
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.documents.model import Document
from ita_desktop.documents.source import (
    AnalysisSource,
    DisclosureSource,
    PlanSource,
    ReadinessSource,
    RiskSource,
    Source,
)
from ita_desktop.errors import ClerkError

Format = Literal["pdf", "xlsx"]


@dataclass(frozen=True, slots=True)
class FromScores:
    """Made from the scores of a year and those before it."""

    build: Callable[[Source], Document]


@dataclass(frozen=True, slots=True)
class FromMeasures:
    """Made from the measures of a year, in a layout."""

    layout: Layout


@dataclass(frozen=True, slots=True)
class FromRisks:
    """Made from the risk register of a year; ``rounds``: it reports a round."""

    build: Callable[[RiskSource], Document]
    rounds: bool = False


@dataclass(frozen=True, slots=True)
class FromPlan:
    """Made from the plan that covers a year; ``rounds``: it reports a round of that year.

    ``sheets`` builds what a workbook of it holds, where that is not what is printed.
    """

    build: Callable[[PlanSource], Document]
    sheets: Callable[[PlanSource], Document] | None = None
    rounds: bool = False


@dataclass(frozen=True, slots=True)
class FromDisclosure:
    """Made from what is known of the OIT items of a year; ``sheets`` as in ``FromPlan``."""

    build: Callable[[DisclosureSource], Document]
    sheets: Callable[[DisclosureSource], Document] | None = None


@dataclass(frozen=True, slots=True)
class FromAnalysis:
    """Made from the scores of a year and what is done about them the year after.

    ``sheets`` builds what a workbook of it holds: its tables alone.
    """

    build: Callable[[AnalysisSource], Document]
    sheets: Callable[[AnalysisSource], Document]


@dataclass(frozen=True, slots=True)
class FromCheck:
    """Made from what a year lacks on the day it is asked for."""

    build: Callable[[ReadinessSource], Document]


@dataclass(frozen=True, slots=True)
class FromAnnouncement:
    """The announcement of a year, or one that its file keeps; an issued one as it was printed."""


Made = (
    FromScores
    | FromMeasures
    | FromRisks
    | FromPlan
    | FromDisclosure
    | FromAnalysis
    | FromCheck
    | FromAnnouncement
)
"""What papers are made from."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper and what it is made from; who reads the data file goes by that."""

    id: str
    title: str
    """Short, for menus."""
    formats: tuple[Format, ...]
    made: Made | None = None
    """None of a paper that no file makes any more: it has a name, no more."""

    @property
    def layout(self) -> Layout | None:
        """The layout of a paper of measures."""
        return self.made.layout if isinstance(self.made, FromMeasures) else None

    @property
    def has_rounds(self) -> bool:
        """Whether its pages differ by the round they report."""
        match self.made:
            case FromMeasures(layout):
                return has_rounds(layout)
            case FromRisks() | FromPlan():
                return self.made.rounds
            case _:
                return False


def papers_of(layouts: Iterable[Layout]) -> tuple[Paper, ...]:
    """Return the papers that layouts make, in their order: a file's own are papers too."""
    return tuple(
        Paper(layout.id, layout.name, ("pdf", "xlsx"), FromMeasures(layout)) for layout in layouts
    )


PAPERS: tuple[Paper, ...] = (
    Paper(
        score_summary.ID,
        "ผลการประเมิน ITA",
        ("pdf", "xlsx"),
        FromScores(score_summary.score_summary),
    ),
    Paper(
        analysis_report.ID,
        analysis_report.NAME,
        ("pdf", "xlsx"),
        FromAnalysis(analysis_report.analysis_report, sheets=analysis_report.analysis_sheets),
    ),
    *papers_of(official_layouts()),
    Paper(
        risk_register.ID,
        risk_register.NAME,
        ("pdf", "xlsx"),
        FromRisks(risk_register.risk_register),
    ),
    Paper(risk_matrix.ID, risk_matrix.NAME, ("pdf",), FromRisks(risk_matrix.risk_matrix)),
    Paper(
        risk_progress.ID,
        risk_progress.NAME,
        ("pdf", "xlsx"),
        FromRisks(risk_progress.risk_progress, rounds=True),
    ),
    Paper(
        risk_plan_table.ID,
        risk_plan_table.NAME,
        ("pdf", "xlsx"),
        FromRisks(risk_plan_table.risk_plan_table),
    ),
    Paper(
        plan_whole.ID,
        plan_whole.NAME,
        ("pdf", "xlsx"),
        FromPlan(plan_whole.plan, sheets=plan_sheets.plan_sheets),
    ),
    Paper(
        plan_projects.ID,
        plan_projects.NAME,
        ("pdf", "xlsx"),
        FromPlan(plan_projects.plan_projects),
    ),
    Paper(
        plan_details.ID,
        plan_details.NAME,
        ("pdf", "xlsx"),
        FromPlan(plan_details.plan_details, sheets=plan_sheets.detail_sheets),
    ),
    Paper(
        plan_progress.ID,
        plan_progress.NAME,
        ("pdf", "xlsx"),
        FromPlan(plan_progress.plan_progress, rounds=True),
    ),
    Paper(
        oit_duties.ID,
        oit_duties.NAME,
        ("pdf", "xlsx"),
        FromDisclosure(oit_duties.oit_duties, sheets=oit_duties.duty_sheets),
    ),
    Paper(
        oit_checklist.ID,
        oit_checklist.NAME,
        ("pdf", "xlsx"),
        FromDisclosure(oit_checklist.oit_checklist),
    ),
    Paper(readiness.ID, readiness.NAME, ("pdf", "xlsx"), FromCheck(readiness.readiness_paper)),
    Paper(announcement.ID, announcement.NAME, ("pdf",), FromAnnouncement()),
)
"""The papers that ship, in the order of menus."""


def paper(paper_id: str, layouts: Iterable[Layout] = ()) -> Paper:
    """Return the paper with an id; ``layouts`` are those of a file, which are papers too.

    An announcement that a file keeps ("announcement~7") is one whether it is there or not. Raises
    ClerkError where there is none.
    """
    there = {known.id: known for known in (*papers_of(layouts), *PAPERS)}
    if announcement.number_of_paper(paper_id) is not None:
        return Paper(paper_id, announcement.NAME, ("pdf",), FromAnnouncement())
    if paper_id in there:
        return there[paper_id]
    raise ClerkError(f"ไม่มีเอกสารชื่อ “{paper_id}” กรุณาเลือกจาก {', '.join(_listed(there))}")


def paper_of(document: Document) -> Paper:
    """Return the paper that a document is: by its id, or by the name of its own layout."""
    for known in PAPERS:
        if known.id == document.id:
            return known
    if announcement.number_of_paper(document.id) is not None:
        return Paper(document.id, document.name, ("pdf",))
    return Paper(document.id, document.name or document.title, ("pdf", "xlsx"))


def papers_with(layouts: Iterable[Layout]) -> tuple[Paper, ...]:
    """Return the papers for the menus of a file: each own layout stands after its official one."""
    own = [one for one in papers_of(layouts) if one.layout is not None and one.layout.is_own]
    found: list[Paper] = []
    for known in PAPERS:
        found.append(known)
        found += (one for one in own if one.layout is not None and one.layout.base == known.id)
    return tuple(found)


def _listed(there: Iterable[str]) -> list[str]:
    """Return the ids in the order of menus: those that ship, then a file's own."""
    shipped = [known.id for known in PAPERS]
    return [*shipped, *(one for one in there if one not in shipped)]
