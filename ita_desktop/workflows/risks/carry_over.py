"""The year's end for risks: they go on in the next year, each once, from the place they reached.

Where a risk stood last (after treatment if told, else before) is where the new year's assessment
begins. What was done about it stays; what is not finished comes along.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plan_covering
from ita_desktop.db.projects import plan_of_project, put_treatment_project
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.risks import Process, Register, Risk, Treatment
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.measures.carry_over import (
    IS_THERE,
    OLD_PERIOD,
    carried_measures,
    carry_over,
    is_past,
    plan_carry_over,
    write_carry_over,
)
from ita_desktop.workflows.plans.carry_links import projects_gone_on
from ita_desktop.workflows.risks.carried_treatments import (
    CarryWith,
    added_since,
    own_treatments,
    sorted_treatments,
)
from ita_desktop.workflows.risks.register import freeze_method
from ita_desktop.workflows.risks.years import RiskYears, level_column, risk_years

_NO_TEXT: Final = "ยังไม่มีข้อความ"
_ONLY_ADDED: Final = "มีในปีถัดไปแล้ว ยกเฉพาะมาตรการที่เพิ่มภายหลัง"
_NO_LEVEL: Final = "เกณฑ์ของปีใหม่ไม่มีระดับเดิม กรุณาให้ระดับใหม่"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryRiskLine:
    """A risk, or a process without risks, and what becomes of it.

    ``number`` is the risk's in the old year, None of a process. ``level``: where it begins, in
    words. ``treatments`` come along, ``done`` ones stay. ``why`` it stays, empty where it comes or,
    of one that ``is_there``, where treatments that were added since come. ``note``: what is to be
    looked at in the new year.
    """

    process: str
    number: int | None
    text: str
    level: str = ""
    treatments: int = 0
    done: int = 0
    why: str = ""
    note: str = ""
    is_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryRisksPlan:
    """What comes into the next year, and what stays, in the order of the paper.

    ``measures``: measures not finished that can come by the same deed.
    """

    from_year: int
    to_year: int
    lines: tuple[CarryRiskLine, ...]
    measures: int = 0

    @property
    def comes(self) -> tuple[CarryRiskLine, ...]:
        """What is carried over."""
        return tuple(line for line in self.lines if not line.why)

    @property
    def stays(self) -> tuple[CarryRiskLine, ...]:
        """What is not, each with its reason."""
        return tuple(line for line in self.lines if line.why)


def plan_carry_risks(
    file: DataFile, from_year: int, to_year: int, extras: CarryWith | None = None
) -> CarryRisksPlan:
    """Return what ``carry_risks`` would do; nothing is written. Raises as that does."""
    extras = extras or CarryWith()
    years = risk_years(file, from_year, to_year)
    lines = tuple(line for one in years.before.processes for line in _lines(years, one, extras))
    measures = len(plan_carry_over(file, from_year, to_year).comes)
    return CarryRisksPlan(from_year=from_year, to_year=to_year, lines=lines, measures=measures)


def carry_risks(
    file: DataFile, from_year: int, to_year: int, extras: CarryWith | None = None
) -> CarryRisksPlan:
    """Copy the risks of a year into a later one, as one deed; return what came and what did not.

    A risk that goes on there already, or stands there in the same words, is not made twice. The
    method of the old year is the new one's, unless that has its own. Raises ClerkError where the
    year is not a later one or has no criteria.
    """
    extras = extras or CarryWith()
    plan = plan_carry_risks(file, from_year, to_year, extras)
    if not plan.comes:
        if extras.measures:
            carry_over(file, from_year, to_year)
        return plan
    what = "ความเสี่ยงและมาตรการที่ยังไม่เสร็จ" if extras.measures else "ความเสี่ยง"
    with file.deed(f"ยก{what}จากปี {from_year} ไปปี {to_year}"):
        if extras.measures:  # first: treatments are linked to the measures that come
            write_carry_over(file, from_year, to_year)
        write_carry_risks(file, from_year, to_year, extras)
    return plan


def write_carry_risks(file: DataFile, from_year: int, to_year: int, extras: CarryWith) -> None:
    """Do what ``carry_risks`` does inside a deed, but the measures; raises as that does."""
    add_fiscal_year(file, to_year)
    freeze_method(file, to_year)
    years = risk_years(file, from_year, to_year)
    links = _Links(carried_measures(file, from_year, to_year), projects_gone_on(file, to_year))
    for process in years.before.processes:
        _carry(file, years, process, extras, links)


@dataclass(frozen=True, slots=True)
class _Links:
    """What the links of carried treatments become: measures and projects by those before."""

    measures: dict[int, int]
    projects: dict[int, int]


def _lines(years: RiskYears, process: Process, extras: CarryWith) -> Iterator[CarryRiskLine]:
    """Give what becomes of each risk of a process, or of one without risks."""
    found = years.process(process)
    name = one_line(process.text)
    if not process.risks:
        come, done = sorted_treatments(process.treatments, extras)
        why = IS_THERE if found else "" if name or come else _NO_TEXT
        yield CarryRiskLine(
            process=name,
            number=None,
            text="",
            treatments=len(come),
            done=len(done),
            why=why,
            note=_note(come, years.after) if not why else "",
        )
    shared = added_since(years, process, None, extras)
    comes = False
    for risk in process.risks:
        is_there = years.has(risk, found)
        added = added_since(years, process, risk, extras) if is_there else ()
        if is_there and added:
            yield _with_added(years, name, risk, added)
            continue
        why = IS_THERE if is_there else "" if risk.text.strip() else _NO_TEXT
        comes |= not why
        come, done = sorted_treatments(process.treatments_of(risk), extras)
        values, words = years.place(risk)
        if not words and process.level:  # its word comes with the process
            values, words = level_column(process.level, years.after.method), process.level
        lost = bool(words) and not values
        notes = (_NO_LEVEL if lost else "", _note(come, years.after))
        yield CarryRiskLine(
            process=name,
            number=years.numbers[risk.id],
            text=one_line(risk.text),
            level="" if lost else words,
            treatments=len(come),
            done=len(done),
            why=why,
            note="" if why else " ".join(filter(None, notes)),
            is_there=is_there,
        )
    if process.risks and shared and not comes and found is not None:
        yield _with_added(years, name, None, shared)


def _with_added(
    years: RiskYears, process: str, risk: Risk | None, added: tuple[Treatment, ...]
) -> CarryRiskLine:
    """Return the line of a carried risk, or of all of its process, whose new treatments come."""
    return CarryRiskLine(
        process=process,
        number=None if risk is None else years.numbers[risk.id],
        text="" if risk is None else one_line(risk.text),
        treatments=len(added),
        note=" ".join(filter(None, (_ONLY_ADDED, _note(added, years.after)))),
        is_there=True,
    )


def _note(treatments: tuple[Treatment, ...], after: Register) -> str:
    past = any(is_past(one.period, after.fiscal_year) for one in treatments)
    return OLD_PERIOD if past else ""


def _carry(
    file: DataFile, years: RiskYears, process: Process, extras: CarryWith, links: _Links
) -> None:
    """Make the rows of a process that are not in the new year."""
    lines = [*_lines(years, process, extras)]
    if all(line.why for line in lines):
        return
    found = years.process(process)
    home = _add_process(file, years, process) if found is None else found.id
    shared = added_since(years, process, None, extras)
    made: dict[int, tuple[int, int | None]] = {one.id: (home, None) for one in shared}
    for risk, line in zip(process.risks, lines, strict=False):
        if line.why:
            continue
        if line.is_there:
            at = years.went_on[risk.id]
            target, come = (at.process.id, at.risk.id), added_since(years, process, risk, extras)
        else:
            values = {**_risk_columns(risk), **years.place(risk)[0], "previous": risk.id}
            target = home, table.add_row(file, Kind.RISK, home, values)
            come = sorted_treatments(own_treatments(process, risk), extras)[0]
        made |= {one.id: target for one in come}
    for treatment in process.treatments:
        if treatment.id in made:
            _add_treatment(file, years, made[treatment.id], treatment, links)


def _add_treatment(
    file: DataFile,
    years: RiskYears,
    home: tuple[int, int | None],
    treatment: Treatment,
    links: _Links,
) -> None:
    values: dict[str, Value] = {
        "risk": home[1],
        "marker": treatment.marker,
        "text": treatment.text,
        "units": treatment.units,
        "period": treatment.period,
        "measure": None if treatment.measure is None else links.measures.get(treatment.measure),
        "project": treatment.project,
    }
    made = table.add_row(file, Kind.TREATMENT, home[0], values)
    if treatment.linked is not None:
        linked = treatment.linked
        project = links.projects.get(linked.id, linked.id)
        _keep_project(file, made, project, linked.name, years.after.fiscal_year)


def _keep_project(file: DataFile, made: int, project: int, name: str, fiscal_year: int) -> None:
    """Let a carried treatment be the same project of the plan; in words where none covers it."""
    if plan_of_project(file, project) == plan_covering(file, fiscal_year):
        put_treatment_project(file, made, project)
    else:
        table.change_row(file, Kind.TREATMENT, made, {"project": name})


def _add_process(file: DataFile, years: RiskYears, process: Process) -> int:
    values: dict[str, Value] = {
        "text": process.text,
        "area": process.area,
        "units": process.units,
        **level_column(process.level, years.after.method),
    }
    return table.add_row(file, Kind.PROCESS, years.after.fiscal_year, values)


def _risk_columns(risk: Risk) -> dict[str, Value]:
    return {
        "marker": risk.marker,
        "text": risk.text,
        "cause": risk.cause,
        "control": risk.control,
        "control_quality": risk.control_quality.value,
        "units": risk.units,
    }
