"""A unit's work sheet through the ordinary import: taken where nothing is left to be chosen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.unit_sheet import ID
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.workflows.import_outcome import plain_finding
from ita_desktop.workflows.rows.changes import Act, RowChange
from ita_desktop.workflows.units.plan import PlanLine, PlanLineOf, ReturnedPlan, UnitPlan, Verdict
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import read_unit_sheets
from ita_desktop.workflows.units.sheet_files import ReadSheetOf
from ita_desktop.workflows.units.taking import take_unit_sheets

K = TypeVar("K")
P = TypeVar("P")
_SEVERITY = {
    Verdict.CONFLICT: Severity.ERROR,
    Verdict.REFUSED: Severity.ERROR,
    Verdict.NOTED: Severity.NOTE,
}
_CHOOSE = "กรุณาเปิดไฟล์นี้ในหน้าต่างโปรแกรมเพื่อเลือกข้อความ"


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """What the import of a unit's sheet did, or would do."""

    plan: UnitPlan
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
            "measures": [change.as_plain() for change in changes if change],
            "applied": self.applied,
        }


def import_unit_sheet(
    file: DataFile, path: Path, fiscal_year: int | None = None, *, dry_run: bool = False
) -> UnitOutcome:
    """Read a unit's sheet and write what it brings, unless something is refused or disputed.

    With ``fiscal_year`` a sheet of another year is refused. Raises ClerkError or MachineError.
    """
    plan = plan_unit_sheets(file, read_unit_sheets([path]), fiscal_year)
    outcome = UnitOutcome(plan, applied=False)
    if outcome.errors or dry_run:
        return outcome
    take_unit_sheets(file, plan)
    return UnitOutcome(plan, applied=True)


def _change(line: PlanLine) -> RowChange | None:
    if line.place is None:
        return None
    return RowChange(
        act=Act.CHANGE,
        kind=line.place.kind,
        number=line.place.number,
        sheet=line.sheet,
        address=line.address,
        place=line.row,
        field=line.place.field,
        was=line.before,
        text=line.after,
        months=line.place.months,
    )


def plain_outcome(
    plan: ReturnedPlan[P], sheets: Sequence[ReadSheetOf[K]], kind: str
) -> dict[str, Any]:
    """Return as plain data what returned sheets of a kind bring, whatever their rows are of."""
    news = plan.of(Verdict.NEW)
    years = [sheet.fiscal_year for sheet in sheets]
    return {
        "year": years[0] if years else None,
        "sheets": [
            {
                "sheet": sheet.unit,
                "kind": kind,
                "added": sum(not line.before for line in news),
                "changed": sum(bool(line.before) for line in news),
                "unchanged": plan.unchanged,
            }
            for sheet in sheets
        ],
        "findings": [plain_finding(finding) for finding in findings_of(plan.lines)],
        "changes": [],
    }


def findings_of(lines: Iterable[PlanLineOf[P]]) -> tuple[Finding, ...]:
    """Return everything that is not simply new; what both sides changed is an error here."""
    return tuple(_finding(one) for one in lines if one.verdict in _SEVERITY)


def _finding(line: PlanLineOf[P]) -> Finding:
    place = " ".join(part for part in (line.row, line.field and f"ช่อง{line.field}") if part)
    conflict = line.verdict is Verdict.CONFLICT
    why = f"{line.why} ในไฟล์เป็น “{line.before}” {_CHOOSE}" if conflict else line.why
    return Finding(
        severity=_SEVERITY[line.verdict],
        problem=": ".join(part for part in (place, why) if part),
        sheet=line.sheet,
        address=line.address,
        found=line.after,
    )
