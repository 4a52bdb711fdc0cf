"""Papers of the plan from a data file."""

from dataclasses import replace

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.catalogue import Format, FromPlan
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import PlanSource, RiskSource
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.announcements import announcement_of_plan
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.making import plan_of
from ita_desktop.workflows.risks.papers import linked_measures
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.round_snapshot import snapshot_of


def plan_document(
    file: DataFile,
    made: FromPlan,
    fiscal_year: int,
    digits: Digits,
    months: Round | None = None,
    kind: Format = "pdf",
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break.

    ``months``: None takes the latest round that reports anything. The report of a closed round is
    as it was when that was closed, also where the plan is gone since or of other years. Raises
    ClerkError where no plan covers the year.
    """
    plan, office, mark = plan_of(file, fiscal_year), office_of(file), load_mark(file)
    chosen = months or _usual_round(file, plan, fiscal_year)
    if made.rounds and chosen in closed_rounds(file, fiscal_year):
        closed = snapshot_of(file, fiscal_year, chosen)
        if closed is not None and closed.plan is not None:
            plan, office, mark = closed.plan, closed.office, closed.mark
    if plan is None:
        raise ClerkError(
            f"ไฟล์นี้ยังไม่มีแผนที่ครอบคลุมปีงบประมาณ {fiscal_year} กรุณาเริ่มแผนที่แท็บ “จัดทำแผน” ก่อน"
        )
    source = PlanSource(
        office=office,
        plan=plan,
        fiscal_year=fiscal_year,
        digits=digits,
        months=chosen,
        risks=_risks_of(file, plan, digits),
        announcement=announcement_of_plan(file, plan.id),
        file_mark=file_mark_of(file),
    )
    build = made.sheets if kind == "xlsx" and made.sheets is not None else made.build
    return replace(build(source), mark=mark), office.own_words


def _usual_round(file: DataFile, plan: Plan | None, fiscal_year: int) -> Round:
    """Return the round that is printed where none was chosen; without a plan the last closed."""
    if plan is not None:
        return usual_round(plan, fiscal_year)
    return 12 if 12 in closed_rounds(file, fiscal_year) else 6


def usual_round(plan: Plan, fiscal_year: int) -> Round:
    """Return the latest round of a year that reports anything; six months where neither does."""
    told = {
        months
        for one in plan.placed()
        for (year, months), result in one.project.results.items()
        if year == fiscal_year and not result.is_empty
    }
    return 12 if 12 in told else 6


def _risks_of(file: DataFile, plan: Plan, digits: Digits) -> RiskSource | None:
    """Return the register that part 1 prints: the chosen year's, else the newest before the plan.

    Where none is before it, the first of the plan's own years that has risks.
    """
    years = (
        [plan.risk_year]
        if plan.risk_year is not None
        else [*range(plan.first_year, plan.first_year - 5, -1), *plan.years[1:]]
    )
    for year in years:
        register = register_of(file, year)
        if register.processes:
            return RiskSource(
                office=office_of(file),
                register=register,
                digits=digits,
                file_mark=file_mark_of(file),
                measures=linked_measures(register, load_tracker(file, year)),
            )
    return None
