"""The rounds of a fiscal year: closed, what was reported is frozen; opened again; how far each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from ita_desktop.db import rounds as round_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering
from ita_desktop.db.projects import plain_result, put_project_result
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import (
    Measure,
    Round,
    Step,
    StepResult,
    Topic,
    Tracker,
    result_of,
    steps_or_whole,
)
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_reports import reporting
from ita_desktop.domain.project import Project
from ita_desktop.domain.risks import Process, Treatment
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import half_year_dates
from ita_desktop.workflows.round_snapshot import take_snapshot, write_snapshot


@dataclass(frozen=True, slots=True)
class Unreported:
    """A step, or a measure without steps, of which a round says nothing yet."""

    topic: Topic
    measure: Measure
    step: Step | None

    @property
    def place(self) -> tuple[Kind, int]:
        """Where the report is to be typed."""
        if self.step is None:
            return Kind.MEASURE, self.measure.id
        return Kind.STEP, self.step.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the report of a round is. ``first`` to ``last``: the days it is about.

    ``treatments`` of risks are closed with it; ``treated`` of them have a report. So are the
    ``projects`` of the plan that report on the year; ``told`` of them did.
    """

    months: Round
    first: date
    last: date
    closed: datetime | None
    steps: int
    missing: tuple[Unreported, ...]
    treatments: int = 0
    treated: int = 0
    projects: int = 0
    told: int = 0

    @property
    def can_close(self) -> bool:
        """Whether there is anything to report on."""
        return self.steps > 0 or self.treatments > 0 or self.projects > 0

    @property
    def reported(self) -> int:
        """How many steps have a report."""
        return self.steps - len(self.missing)


def progress_of(
    tracker: Tracker,
    months: Round,
    moments: Mapping[Round, datetime] | None = None,
    processes: Iterable[Process] = (),
    plan: Plan | None = None,
) -> Progress:
    """Return how many steps have a report in a round, and which have none.

    A measure without steps counts as one. ``moments``: when rounds were closed. ``processes``: the
    year's, whose treatments are counted; ``plan``: the one that covers it, of its projects those
    that report.
    """
    first, last = half_year_dates(tracker.fiscal_year, months)
    missing: list[Unreported] = []
    count = 0
    for topic, measure in tracker.measures():
        for step in steps_or_whole(measure):
            count += 1
            if result_of(measure, step, months).is_empty:
                missing.append(Unreported(topic, measure, step))
    treatments = [one for process in processes for one in process.treatments]
    year = tracker.fiscal_year
    projects = () if plan is None else reporting(plan, year)
    return Progress(
        months=months,
        first=first,
        last=last,
        closed=(moments or {}).get(months),
        steps=count,
        missing=tuple(missing),
        treatments=len(treatments),
        treated=sum(not one.result(months).is_empty for one in treatments),
        projects=len(projects),
        told=sum(not one.project.result(year, months).is_empty for one in projects),
    )


def closed_moments(file: DataFile, fiscal_year: int) -> Mapping[Round, datetime]:
    """Return when the closed rounds of a year were closed."""
    with file.understanding("รอบรายงาน"):
        return {
            months: datetime.fromisoformat(moment)
            for months, moment in round_table.closing_moments(file, fiscal_year).items()
        }


def close_round(
    file: DataFile, fiscal_year: int, months: Round, now: datetime | None = None
) -> int:
    """Freeze what was reported in a round, as one deed; return how many reports were handed on.

    From the sixth month on the report of the year starts from what the first half said: what has
    no report of 12 months takes that of 6. Raises ClerkError where the round is closed already or
    there is nothing to report on.
    """
    tracker = load_tracker(file, fiscal_year)
    if months in tracker.closed:
        raise ClerkError(f"รอบ {months} เดือนของปี {fiscal_year} ปิดแล้ว ไม่ต้องปิดอีก")
    treatments = [one for row in load_processes(file, fiscal_year) for one in row.treatments]
    covering = plan_covering(file, fiscal_year)
    projects = () if covering is None else reporting(load_plan(file, covering), fiscal_year)
    if not treatments and not projects and not any(True for _ in tracker.measures()):
        raise ClerkError(
            f"ปี {fiscal_year} ยังไม่มีมาตรการหรือโครงการ จึงยังไม่มีอะไรให้ปิดรอบ กรุณาเพิ่มมาตรการหรือโครงการก่อน"
        )
    moment = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
    handed_on = 0
    with file.deed(f"ปิดรอบ {months} เดือน ปี {fiscal_year}"):
        snapshot = take_snapshot(file, fiscal_year, months, moment)
        round_table.put_closed(file, fiscal_year, months, moment, write_snapshot(snapshot))
        if months == 6 and 12 not in tracker.closed:
            for _, measure in tracker.measures():
                handed_on += _hand_on(file, Kind.MEASURE, measure)
                handed_on += sum(_hand_on(file, Kind.STEP, step) for step in measure.steps)
            handed_on += sum(_hand_on(file, Kind.TREATMENT, one) for one in treatments)
            handed_on += sum(_hand_on_project(file, one.project, fiscal_year) for one in projects)
    return handed_on


def _hand_on_project(file: DataFile, project: Project, fiscal_year: int) -> bool:
    """Let an empty report of 12 months start from that of 6; say whether it does."""
    before = project.result(fiscal_year, 6)
    if before.is_empty or not project.result(fiscal_year, 12).is_empty:
        return False
    put_project_result(file, project.id, fiscal_year, 12, plain_result(before))
    return True


def _hand_on(file: DataFile, kind: Kind, row: Measure | Step | Treatment) -> bool:
    """Let an empty report of 12 months start from that of 6; say whether it does."""
    empty = StepResult()
    before = row.results.get(6, empty)
    if before.is_empty or not row.results.get(12, empty).is_empty:
        return False
    table.put_result(
        file,
        kind,
        row.id,
        12,
        {
            "state": before.state.value,
            "result": before.result,
            "problem": before.problem,
            "suggestion": before.suggestion,
            "outcome": before.outcome,
            "percent": before.percent,
        },
    )
    return True


def reopen_round(file: DataFile, fiscal_year: int, months: Round) -> None:
    """Let a closed round be worked on again, as one deed; what was frozen of it is let go.

    Raises ClerkError where the round is open.
    """
    if months not in closed_rounds(file, fiscal_year):
        raise ClerkError(f"รอบ {months} เดือนของปี {fiscal_year} ยังเปิดอยู่ แก้ไขผลได้ทันที")
    with file.deed(f"เปิดรอบ {months} เดือน ปี {fiscal_year} อีกครั้ง"):
        round_table.remove_closed(file, fiscal_year, months)
