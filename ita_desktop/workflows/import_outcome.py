"""What an import would do, or did, as values: the tables it read, its changes and findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ita_desktop.documents.layout import Layout
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office
from ita_desktop.domain.score_entry import Entry, plain_entry
from ita_desktop.workflows.disclosure.changes import OitChange
from ita_desktop.workflows.plans.plan_changes import HeadChange, PlanChanges
from ita_desktop.workflows.rows.changes import RowChange
from ita_desktop.xlsx.tables import FoundTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The recognised tables of a workbook, before any data file is looked at."""

    name: str
    """The workbook's file name."""
    title: str
    fiscal_year: int | None
    """As this program wrote it into the workbook; None in one made elsewhere."""
    tables: tuple[FoundTable, ...]
    findings: tuple[Finding, ...]
    months: Round | None = None
    """The round of a report, as this program wrote it into the workbook."""
    rows_year: int | None = None
    """The fiscal year of measures, calendar and OIT items where the scores are of another."""
    layouts: tuple[Layout, ...] = ()
    """Those that tables of measures were recognised by; their kind is the id of one."""


@dataclass(frozen=True, slots=True)
class SheetOutcome:
    """What one table of a workbook is, and what it brings."""

    sheet: str
    kind: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One score that the workbook changes."""

    code: str
    before: Entry | None
    after: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an import did, or would do."""

    tables: Tables
    fiscal_year: int | None
    sheets: tuple[SheetOutcome, ...]
    findings: tuple[Finding, ...]
    scores: tuple[ScoreChange, ...]
    office: Office | None
    """The office as the workbook would have it; None where it says nothing new."""
    applied: bool
    measures: tuple[RowChange, ...] = ()
    asked_year: int | None = None
    """The fiscal year that was asked for; None: as the workbook says."""
    measure_year: int | None = None
    """The fiscal year of the measures, which may be the one after that of the scores."""
    risks: tuple[RowChange, ...] = ()
    risk_year: int | None = None
    """The fiscal year of the risks."""
    plan: PlanChanges | None = None
    """What becomes of the plan; None where the workbook says nothing of one."""
    reports: tuple[RowChange, ...] = ()
    """What projects of the plan report."""
    oit: tuple[OitChange, ...] = ()
    """What is said of OIT items; each names its year."""

    @property
    def rows(self) -> tuple[RowChange, ...]:
        """Changed rows of measures, of risks and of the plan with its reports."""
        of_plan = () if self.plan is None else self.plan.rows
        return (*self.measures, *self.risks, *of_plan, *self.reports)

    @property
    def heads(self) -> tuple[HeadChange, ...]:
        """Title, years and texts of the plan that change."""
        return () if self.plan is None else self.plan.head

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that keep the whole workbook out."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    def as_plain(self) -> dict[str, Any]:
        """Return the outcome as plain data with stable keys."""
        return {
            "year": self.fiscal_year,
            "sheets": [
                {
                    "sheet": sheet.sheet,
                    "kind": sheet.kind,
                    "added": sheet.added,
                    "changed": sheet.changed,
                    "unchanged": sheet.unchanged,
                }
                for sheet in self.sheets
            ],
            "findings": [plain_finding(finding) for finding in self.findings],
            "changes": [
                {
                    "code": change.code,
                    "before": None if change.before is None else plain_entry(change.before),
                    "after": plain_entry(change.after),
                }
                for change in self.scores
            ],
            "measures": [change.as_plain() for change in self.measures],
            "risks": [change.as_plain() for change in self.risks],
            "plan": [
                change.as_plain()
                for change in (
                    *self.heads,
                    *(() if self.plan is None else self.plan.rows),
                    *self.reports,
                )
            ],
            "oit": [change.as_plain() for change in self.oit],
            "applied": self.applied,
        }


def in_order(findings: Iterable[Finding], tables: Iterable[FoundTable]) -> tuple[Finding, ...]:
    """Return findings as a workbook is read: sheet by sheet, line by line; twice the same once.

    What is about no cell comes first.
    """
    sheets = {sheet: place for place, sheet in enumerate(dict.fromkeys(t.sheet for t in tables))}

    def place_of(finding: Finding) -> tuple[int, int, int, str]:
        letters = finding.address.rstrip("0123456789")
        row = int(finding.address[len(letters) :] or 0)
        return sheets.get(finding.sheet, -1), row, len(letters), letters

    return tuple(sorted(dict.fromkeys(findings), key=place_of))


def plain_finding(finding: Finding) -> dict[str, str]:
    """Return a finding as plain data with stable keys."""
    return {
        "severity": finding.severity.value,
        "sheet": finding.sheet,
        "cell": finding.address,
        "found": finding.found,
        "wanted": finding.wanted,
        "message": finding.message,
    }
