"""A unit's sheet of OIT items through the ordinary import: taken where nothing is to be chosen."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.oit_unit_sheet import ID
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.workflows.disclosure.changes import OitChange
from ita_desktop.workflows.disclosure.unit_planning import OitLine, OitUnitPlan, plan_oit_sheets
from ita_desktop.workflows.disclosure.unit_reading import read_oit_sheets
from ita_desktop.workflows.disclosure.unit_taking import take_oit_sheets
from ita_desktop.workflows.units.import_sheet import findings_of, plain_outcome
from ita_desktop.workflows.units.plan import Verdict


@dataclass(frozen=True, slots=True)
class OitUnitOutcome:
    """What the import of a unit's sheet did, or would do."""

    plan: OitUnitPlan
    applied: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is not simply new."""
        return findings_of(self.plan.lines)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Findings that keep the sheet out: what is refused, and what both sides changed."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    def as_plain(self) -> dict[str, Any]:
        """Return the outcome as plain data, with the keys of other imports."""
        changes = map(_change, self.plan.of(Verdict.NEW))
        return {
            **plain_outcome(self.plan, self.plan.sheets, ID),
            "oit": [change.as_plain() for change in changes if change],
            "applied": self.applied,
        }


def import_oit_sheet(
    file: DataFile, path: Path, fiscal_year: int | None = None, *, dry_run: bool = False
) -> OitUnitOutcome:
    """Read a unit's sheet and write what it brings, unless something is refused or disputed.

    With ``fiscal_year`` a sheet of another year is refused. Raises ClerkError or MachineError.
    """
    plan = plan_oit_sheets(file, read_oit_sheets([path]), fiscal_year)
    outcome = OitUnitOutcome(plan, applied=False)
    if outcome.errors or dry_run:
        return outcome
    take_oit_sheets(file, plan)
    return OitUnitOutcome(plan, applied=True)


def _change(line: OitLine) -> OitChange | None:
    if line.place is None:
        return None
    return OitChange(
        fiscal_year=line.place.fiscal_year,
        code=line.place.code,
        field=line.place.field,
        was=line.before,
        text=line.after,
        place=f"{line.row} {line.field}",
        sheet=line.sheet,
        address=line.address,
    )
